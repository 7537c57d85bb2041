#include "core/store/text_list.h"

#include <charconv>

namespace topline::store {

std::string encodeTexts(const std::vector<std::string> &texts)
{
    std::string out;
    for (const auto &text : texts) {
        out += std::to_string(text.size());
        out += ':';
        out += text;
    }
    return out;
}

std::optional<std::vector<std::string>> decodeTexts(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        std::size_t size = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), size);
        const auto digits = static_cast<std::size_t>(end - text.data());
        if (fault != std::errc() || digits == text.size() || text[digits] != ':')
            return std::nullopt;
        text.remove_prefix(digits + 1);
        if (size > text.size())
            return std::nullopt;
        out.emplace_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return out;
}

} // namespace topline::store
