// Writes the rejected rows of an import as a CSV file that can be corrected and imported again by
// the same mapping. Called by whoever imports, with the header of the batch; appends to a string,
// one thread, cannot fail.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace topline::base {

// The columns that a file of rejected rows adds; imports leave them out.
bool isRejectColumn(std::string_view column);

// The file's own columns, then _line, _column, _reason and _raw. A row that could not be taken
// apart stands whole in _raw, with its own columns left for whoever repairs it.
class RejectsWriter {
public:
    RejectsWriter(std::string &out, const std::vector<std::string> &header, char delimiter);
    // `raw` is the row as the file has it.
    void add(const Place &place, const std::string &reason, const std::string &raw);

private:
    std::string &m_out;
    std::vector<std::size_t> m_columns; // of the file that are its own
    std::size_t m_width = 0;
    std::size_t m_rawColumn = 0; // of a file that was one of rejects already
    char m_delimiter;
};

} // namespace topline::base
