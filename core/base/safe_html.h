// Hostile HTML made harmless: a short list of tags and attributes, links to https and mailto only,
// nothing that loads, and bounds on depth and size, since Qt's layout takes exponential time in
// nested tables and linear memory in spans that nobody can see. Called before anything from outside
// is shown, on any thread. Pure and idempotent; it cannot fail.
#pragma once

#include <string>
#include <string_view>

namespace topline::base {

// Beyond any of these, the words alone are shown.
inline constexpr int htmlTableDepthMax = 4;
inline constexpr int htmlDepthMax = 100;
inline constexpr int htmlNodesMax = 20'000;
inline constexpr int htmlTokensMax = 50'000; // tags and texts read, whatever is left of them
inline constexpr int htmlCellsMax = 5'000;   // of all tables together, as wide as their widest row
inline constexpr int htmlTextMax = 200'000;  // bytes
inline constexpr int htmlLinesMax = 10'000;  // of words
inline constexpr int htmlWordMax = 2'000;    // bytes without a place to break a line

struct SafeHtml {
    std::string html; // empty when isPlain
    std::string text; // its words, cut at htmlTextMax
    bool isPlain = false;
};

SafeHtml safeHtml(std::string_view hostile);

// The address of a link that may be shown as one: https with a host and without user info, or
// mailto with one address and nothing behind it. Empty for all else.
std::string safeLink(std::string_view href);

// The words of HTML, blocks on lines of their own; cut as cutWords cuts.
std::string htmlWords(std::string_view html);

// At most htmlTextMax bytes on htmlLinesMax lines, words beyond htmlWordMax broken; valid UTF-8.
std::string cutWords(std::string_view words);

} // namespace topline::base
