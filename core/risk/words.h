// Words in titles and texts: what a person does by their title, and whether a text mentions one of
// a list. Called while facts are gathered. Pure, any thread, cannot fail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace topline::risk {

struct TitleRole {
    bool leader = false;  // director or above
    bool finance = false; // money, purchasing
    bool control = false; // security, legal, privacy
};

TitleRole roleOf(std::string_view title);

// True when one of these lower-case words or phrases stands in the text between word borders.
// Letters beyond ASCII count as letters and are compared as they are.
bool mentions(std::string_view text, const std::vector<std::string> &words);

} // namespace topline::risk
