#include "core/base/html_cleaner.h"

#include "core/base/safe_html.h"

#include <algorithm>

namespace topline::base {

namespace {

HtmlToken tagToken(std::string name)
{
    return {HtmlToken::Kind::Open, std::move(name), {}, {}};
}

} // namespace

void HtmlCleaner::take(const HtmlToken &token)
{
    if (++m_tokens > htmlTokensMax)
        m_isTooMuch = true;
    if (token.kind == HtmlToken::Kind::Text)
        text(token.text);
    else if (token.kind == HtmlToken::Kind::Close)
        close(token.name);
    else
        open(token);
}

std::string HtmlCleaner::finish()
{
    while (!m_open.empty())
        pop();
    return std::move(m_html);
}

void HtmlCleaner::text(const std::string &words)
{
    const bool isBlank = words.find_first_not_of(" \t\n") == std::string::npos;
    if (isBlank && wantsCell())
        return;
    ensureCell();
    if (m_html.empty() || m_html.back() == '>') // else it goes on with the words before it
        count(1);
    m_textBytes += words.size();
    for (const char c : words) {
        const bool breaks = c == ' ' || c == '\n' || c == '\t';
        m_wordBytes = breaks ? 0 : m_wordBytes + 1;
        if (m_wordBytes > htmlWordMax)
            m_isTooMuch = true;
    }
    if (m_textBytes > htmlTextMax)
        m_isTooMuch = true;
    m_html += htmlEscaped(words);
}

void HtmlCleaner::open(const HtmlToken &token)
{
    if (token.name == "img") { // its words; the picture stays away
        if (const std::string words = token.attribute("alt"); !words.empty())
            text(words);
        return;
    }
    const HtmlTag *tag = htmlTagOf(token.name);
    if (!tag)
        return;
    if (!makeRoomFor(*tag))
        return;
    write(*tag, token);
    if (tag->shape != HtmlShape::Void)
        m_open.push_back(tag);
    if (m_open.size() > htmlDepthMax)
        m_isTooMuch = true;
}

bool HtmlCleaner::makeRoomFor(const HtmlTag &tag)
{
    switch (tag.shape) {
    case HtmlShape::Row:
        if (m_tables.empty())
            return false;
        closeTo(HtmlShape::Table);
        ++m_tables.back().rows;
        m_tables.back().columnsOfRow = 0;
        break;
    case HtmlShape::Cell:
        if (m_tables.empty())
            return false;
        ensureRow();
        closeTo(HtmlShape::Row);
        break;
    case HtmlShape::Table:
        ensureCell();
        closeOpen("p");
        m_tables.push_back({});
        if (m_tables.size() > htmlTableDepthMax)
            m_isTooMuch = true;
        break;
    case HtmlShape::Item:
        ensureCell();
        closeItem();
        break;
    case HtmlShape::Block:
    case HtmlShape::List:
        ensureCell();
        closeOpen("p");
        break;
    case HtmlShape::Inline:
        ensureCell();
        if (tag.name == "a")
            closeOpen("a");
        break;
    case HtmlShape::Void:
        ensureCell();
        break;
    }
    return true;
}

void HtmlCleaner::write(const HtmlTag &tag, const HtmlToken &token)
{
    count(1);
    if (tag.shape != HtmlShape::Inline)
        m_wordBytes = 0;
    m_html += '<';
    m_html += tag.name;
    int span = 1;
    for (const std::string_view name : htmlAttributes) {
        const std::string value = htmlValue(tag, name, token.attribute(name));
        if (value.empty())
            continue;
        m_html += ' ';
        m_html += name;
        m_html += "=\"" + htmlEscaped(value) + '"';
        if (name == "colspan")
            span = std::stoi(value);
    }
    m_html += '>';
    if (tag.shape == HtmlShape::Cell)
        countCells(span);
}

void HtmlCleaner::close(const std::string &name)
{
    const HtmlTag *tag = htmlTagOf(name);
    if (!tag || tag->shape == HtmlShape::Void)
        return;
    if (tag->shape == HtmlShape::Table && m_tables.empty())
        return;
    if (const auto depth = findOpen(*tag))
        while (m_open.size() > *depth)
            pop();
}

std::optional<std::size_t> HtmlCleaner::findOpen(const HtmlTag &tag) const
{
    const bool isOfTable = tag.shape == HtmlShape::Table || tag.shape == HtmlShape::Row ||
                           tag.shape == HtmlShape::Cell;
    for (std::size_t at = m_open.size(); at > 0; --at) {
        const HtmlTag *one = m_open[at - 1];
        if (one->name == tag.name)
            return at - 1;
        if (one->shape == HtmlShape::Table || (!isOfTable && one->shape == HtmlShape::Cell))
            return std::nullopt;
    }
    return std::nullopt;
}

void HtmlCleaner::closeOpen(std::string_view name)
{
    if (const auto depth = findOpen(*htmlTagOf(name)))
        while (m_open.size() > *depth)
            pop();
}

void HtmlCleaner::closeItem()
{
    for (std::size_t at = m_open.size(); at > 0; --at) {
        const HtmlShape shape = m_open[at - 1]->shape;
        if (shape == HtmlShape::List || shape == HtmlShape::Cell || shape == HtmlShape::Table)
            return;
        if (shape == HtmlShape::Item) {
            while (m_open.size() > at - 1)
                pop();
            return;
        }
    }
}

void HtmlCleaner::closeTo(HtmlShape shape)
{
    while (!m_open.empty() && m_open.back()->shape != shape)
        pop();
}

bool HtmlCleaner::wantsCell() const
{
    return !m_open.empty() &&
           (m_open.back()->shape == HtmlShape::Table || m_open.back()->shape == HtmlShape::Row);
}

void HtmlCleaner::ensureRow()
{
    for (std::size_t at = m_open.size(); at > 0; --at) {
        if (m_open[at - 1]->shape == HtmlShape::Row)
            return;
        if (m_open[at - 1]->shape == HtmlShape::Table)
            break;
    }
    open(tagToken("tr"));
}

void HtmlCleaner::ensureCell()
{
    if (wantsCell())
        open(tagToken("td"));
}

void HtmlCleaner::pop()
{
    const HtmlTag *tag = m_open.back();
    m_open.pop_back();
    if (tag->shape != HtmlShape::Inline)
        m_wordBytes = 0;
    m_html += "</";
    m_html += tag->name;
    m_html += '>';
    if (tag->shape == HtmlShape::Table) {
        m_closedCells += cellsOf(m_tables.back());
        m_tables.pop_back();
    }
}

std::int64_t HtmlCleaner::cellsOf(const TableSize &table)
{
    return std::int64_t{table.rows} * table.columns;
}

void HtmlCleaner::countCells(int span)
{
    TableSize &table = m_tables.back();
    table.columnsOfRow += span;
    table.columns = std::max(table.columns, table.columnsOfRow);
    std::int64_t cells = m_closedCells;
    for (const TableSize &one : m_tables)
        cells += cellsOf(one);
    if (cells > htmlCellsMax)
        m_isTooMuch = true;
}

void HtmlCleaner::count(int nodes)
{
    m_nodes += nodes;
    if (m_nodes > htmlNodesMax)
        m_isTooMuch = true;
}

} // namespace topline::base
