// The tags that shown HTML may have, and how each of their attributes may read. Data and pure
// functions for safe_html and html_cleaner, any thread; cannot fail.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace topline::base {

enum class HtmlShape { Inline, Block, Item, List, Table, Row, Cell, Void };

struct HtmlTag {
    std::string_view name;
    HtmlShape shape;
};

// Nullptr: it may not stand.
const HtmlTag *htmlTagOf(std::string_view name);

// All that any tag may have.
inline constexpr std::array<std::string_view, 8> htmlAttributes = {
    "href", "dir", "align", "valign", "colspan", "start", "border", "cellpadding"};

// The value as it may stand; empty: leave the attribute out.
std::string htmlValue(const HtmlTag &tag, std::string_view name, const std::string &value);

} // namespace topline::base
