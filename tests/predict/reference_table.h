// Reads a CSV file of the reference data for a test, and finds it: beside the checkout or in
// TOPLINE_DATA. Tests are skipped with a message where it is absent. Test threads only.
#pragma once

#include "core/base/csv_reader.h"
#include "core/base/file_source.h"
#include "core/predict/cell_table.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace topline::predict {

inline std::filesystem::path referencePath(const std::string &file)
{
    const char *named = std::getenv("TOPLINE_DATA");
    const std::filesystem::path folder =
        named ? std::filesystem::path(named)
              : std::filesystem::path(TOPLINE_SOURCE_DIR) / "../shared/data";
    return folder / file;
}

// Nullopt when the file is not there or cannot be read.
inline std::optional<CellTable> referenceTable(const std::string &file)
{
    auto source = base::openFile(referencePath(file).string());
    if (!source)
        return std::nullopt;
    base::CsvReader reader(std::move(source).value());
    CellTable out;
    base::CsvRow row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more || row.fault)
            return std::nullopt;
        if (!*more)
            return out;
        std::vector<std::string> cells;
        for (const auto &cell : row.cells)
            cells.emplace_back(cell.text);
        if (out.names.empty())
            out.names = std::move(cells);
        else
            out.rows.push_back(std::move(cells));
    }
}

// Adds the columns of `other` to the rows whose `key` cell is the same; empty where there is none.
inline void join(CellTable &table, const CellTable &other, const std::string &key)
{
    const auto indexOf = [](const CellTable &of, const std::string &name) {
        return static_cast<std::size_t>(std::find(of.names.begin(), of.names.end(), name) -
                                        of.names.begin());
    };
    const std::size_t from = indexOf(table, key);
    const std::size_t in = indexOf(other, key);
    std::map<std::string, const std::vector<std::string> *> rows;
    for (const auto &row : other.rows)
        rows.emplace(row[in], &row);
    for (std::size_t c = 0; c < other.names.size(); ++c) {
        if (c == in)
            continue;
        table.names.push_back(other.names[c]);
        for (auto &row : table.rows) {
            const auto found = rows.find(row[from]);
            row.push_back(found == rows.end() ? std::string() : (*found->second)[c]);
        }
    }
}

} // namespace topline::predict
