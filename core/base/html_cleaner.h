// Builds the harmless part of hostile HTML, tag by tag: well nested, cells only in rows, and
// counted against the bounds of safe_html. Used by safeHtml alone, on any thread. Once isTooMuch()
// is true, what was built is of no use.
#pragma once

#include "core/base/html_shape.h"
#include "core/base/html_tokens.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::base {

// Writes the allowed part of what it is given, well nested, and counts.
class HtmlCleaner {
public:
    void take(const HtmlToken &token);

    std::string finish();

    bool isTooMuch() const { return m_isTooMuch; }

private:
    struct TableSize {
        int rows = 0;
        int columns = 0;
        int columnsOfRow = 0;
    };

    void text(const std::string &words);

    void open(const HtmlToken &token);

    // Closes what cannot stand around it and opens what must. False: it has no place here.
    bool makeRoomFor(const HtmlTag &tag);

    void write(const HtmlTag &tag, const HtmlToken &token);

    void close(const std::string &name);

    // Where such a tag is open within this cell (cells, rows and tables: within this table).
    std::optional<std::size_t> findOpen(const HtmlTag &tag) const;

    void closeOpen(std::string_view name);

    // An item ends the one before it in the same list.
    void closeItem();

    void closeTo(HtmlShape shape);

    // Straight in a table or a row, where no words may stand.
    bool wantsCell() const;

    void ensureRow();

    void ensureCell();

    void pop();

    static std::int64_t cellsOf(const TableSize &table);
    // Qt makes a cell for every column of every row, whatever stands in them.
    void countCells(int span);

    void count(int nodes);

    std::string m_html;
    std::vector<const HtmlTag *> m_open;
    std::vector<TableSize> m_tables;
    std::int64_t m_closedCells = 0;
    int m_tokens = 0;
    int m_nodes = 0;
    std::size_t m_textBytes = 0;
    int m_wordBytes = 0;
    bool m_isTooMuch = false;
};

} // namespace topline::base
