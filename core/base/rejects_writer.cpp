#include "core/base/rejects_writer.h"

#include "core/base/csv_reader.h"
#include "core/base/csv_writer.h"
#include "core/base/file_source.h"

namespace topline::base {

bool isRejectColumn(std::string_view column)
{
    return column == "_line" || column == "_column" || column == "_reason" || column == "_raw";
}

RejectsWriter::RejectsWriter(std::string &out, const std::vector<std::string> &header,
                             char delimiter)
    : m_out(out)
    , m_width(header.size())
    , m_rawColumn(header.size())
    , m_delimiter(delimiter)
{
    CsvWriter writer(m_out, {m_delimiter, true});
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] == "_raw")
            m_rawColumn = i;
        if (isRejectColumn(header[i]))
            continue;
        m_columns.push_back(i);
        writer.cell(header[i]);
    }
    for (const std::string_view added : {"_line", "_column", "_reason", "_raw"})
        writer.cell(added);
    writer.endRow();
}

void RejectsWriter::add(const Place &place, const std::string &reason, const std::string &raw)
{
    CsvReader reader(memorySource(raw, place.file), {m_delimiter, TextEncoding::Utf8});
    CsvRow parsed;
    const auto any = reader.next(parsed);
    const bool apart = any.ok() && *any && !parsed.fault && parsed.cells.size() == m_width;
    const auto cell = [&](std::size_t column) {
        return apart && column < m_width ? unguarded(parsed.cells[column].text)
                                         : std::string_view();
    };
    CsvWriter writer(m_out, {m_delimiter, true});
    for (const std::size_t column : m_columns)
        writer.cell(cell(column));
    writer.cell(std::to_string(place.line));
    writer.cell(std::to_string(place.column));
    writer.cell(place.field.empty() ? reason : place.field + ": " + reason);
    writer.cell(apart ? cell(m_rawColumn) : std::string_view(raw));
    writer.endRow();
}

} // namespace topline::base
