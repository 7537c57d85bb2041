// A list of texts as one text: each with its length in front ("5:hello"), so that any byte may be
// in it. For columns that are kept and given back but never searched. Pure, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::store {

std::string encodeTexts(const std::vector<std::string> &texts);

// nullopt when the text is not such a list.
std::optional<std::vector<std::string>> decodeTexts(std::string_view text);

} // namespace topline::store
