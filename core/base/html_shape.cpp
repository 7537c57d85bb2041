#include "core/base/html_shape.h"

#include "core/base/safe_html.h"
#include "core/base/text.h"

#include <algorithm>
#include <initializer_list>

namespace topline::base {

namespace {

constexpr std::array<HtmlTag, 28> tags = {{
    {"a", HtmlShape::Inline},      {"b", HtmlShape::Inline},    {"blockquote", HtmlShape::Block},
    {"br", HtmlShape::Void},       {"code", HtmlShape::Inline}, {"div", HtmlShape::Block},
    {"em", HtmlShape::Inline},     {"h1", HtmlShape::Block},    {"h2", HtmlShape::Block},
    {"h3", HtmlShape::Block},      {"h4", HtmlShape::Block},    {"hr", HtmlShape::Void},
    {"i", HtmlShape::Inline},      {"li", HtmlShape::Item},     {"ol", HtmlShape::List},
    {"p", HtmlShape::Block},       {"pre", HtmlShape::Block},   {"s", HtmlShape::Inline},
    {"strong", HtmlShape::Inline}, {"sub", HtmlShape::Inline},  {"sup", HtmlShape::Inline},
    {"table", HtmlShape::Table},   {"td", HtmlShape::Cell},     {"th", HtmlShape::Cell},
    {"tr", HtmlShape::Row},        {"u", HtmlShape::Inline},    {"ul", HtmlShape::List},
    {"span", HtmlShape::Inline},
}};

bool isOneOf(std::string_view value, std::initializer_list<std::string_view> allowed)
{
    return std::find(allowed.begin(), allowed.end(), value) != allowed.end();
}

// A whole number within the bounds, as text.
std::string boundedNumber(std::string_view value, int least, int most)
{
    if (value.empty() || value.size() > 4 || value.find_first_not_of("0123456789") != value.npos)
        return {};
    const int number = std::stoi(std::string(value));
    return number < least ? std::string() : std::to_string(std::min(number, most));
}

} // namespace

const HtmlTag *htmlTagOf(std::string_view name)
{
    const auto *found = std::find_if(tags.begin(), tags.end(),
                                     [name](const HtmlTag &tag) { return tag.name == name; });
    return found == tags.end() ? nullptr : found;
}

std::string htmlValue(const HtmlTag &tag, std::string_view name, const std::string &value)
{
    const std::string low = lowerAscii(value);
    if (name == "href")
        return tag.name == "a" ? safeLink(value) : std::string();
    if (name == "dir")
        return isOneOf(low, {"ltr", "rtl"}) ? low : std::string();
    if (name == "align" && tag.shape != HtmlShape::Inline && tag.shape != HtmlShape::Table)
        return isOneOf(low, {"left", "center", "right"}) ? low : std::string();
    if (name == "valign" && tag.shape == HtmlShape::Cell)
        return isOneOf(low, {"top", "middle", "bottom"}) ? low : std::string();
    if (name == "colspan" && tag.shape == HtmlShape::Cell)
        return boundedNumber(value, 2, 20);
    if (name == "start" && tag.name == "ol")
        return boundedNumber(value, 0, 3'000);
    if (name == "border" && tag.shape == HtmlShape::Table)
        return boundedNumber(value, 1, 1);
    if (name == "cellpadding" && tag.shape == HtmlShape::Table)
        return boundedNumber(value, 0, 8);
    return {};
}

} // namespace topline::base
