// Writes rows of delimited text after RFC 4180, and keeps spreadsheets from running a cell as a
// formula. Called by exports and by the file of rejected rows; appends to a string of the caller,
// who flushes it. Pure, one thread, cannot fail. What is written here is read back the same by
// CsvReader together with unguarded().
#pragma once

#include <string>
#include <string_view>

namespace topline::base {

// True for a cell that a spreadsheet may run: it begins with = + - @ TAB CR LF or their full-width
// forms, also behind spaces or apostrophes. A plain number such as -5 or +1.50 is not one.
bool looksLikeFormula(std::string_view text);

// The text with a leading apostrophe where it looks like a formula.
std::string guarded(std::string_view text);

// Takes one guarding apostrophe off again; unguarded(guarded(x)) == x for every x.
std::string_view unguarded(std::string_view text);

struct CsvFormat {
    char delimiter = ',';
    bool crLf = false;
};

class CsvWriter {
public:
    explicit CsvWriter(std::string &out, CsvFormat format = {})
        : m_out(out)
        , m_format(format)
    {
    }

    // Adds a cell, guarded and quoted where needed. A NUL has no place in text and is left out.
    void cell(std::string_view text);

    // Adds a cell as it is, only quoted: for text that must be read back by itself, such as the
    // raw cells of a rejected row.
    void rawCell(std::string_view text);

    void endRow();

private:
    void put(std::string_view text, bool quote);

    std::string &m_out;
    CsvFormat m_format;
    std::size_t m_cells = 0;
    bool m_firstCellOfFile = true;
    bool m_rowIsEmpty = true;
};

} // namespace topline::base
