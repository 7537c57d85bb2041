// One record as the cells of one file: keeps the original cell of a field where it still parses to
// the record's value, and writes the value where it does not. Used by CsvExport; pure but for the
// look-ups, one thread, cannot fail.
#pragma once

#include "core/crm/csv_export.h"
#include "core/crm/mapping.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

class ExportRow {
public:
    // `fields` are those of a file with `columns` columns, by fieldsToWrite(). `stageIds`: stages
    // stand in cells by id rather than by name.
    ExportRow(const std::vector<BoundField> &fields, const ExportLookUps &lookUps, bool stageIds);

    // `cells` are the originals on entry (empty ones for a new record), and the row on return.
    template <typename Record>
    void render(const Record &record, std::vector<std::string> &cells) const;

private:
    template <typename Record>
    std::optional<FieldValue> current(const Record &record, std::size_t field) const;
    template <typename Record>
    bool saysTheSame(const BoundField &field, std::string_view text, const FieldValue &value,
                     std::optional<base::Currency> currency) const;
    bool sameReference(const BoundField &field, std::string_view text,
                       const std::string &remoteId) const;
    std::string referenceText(const BoundField &field, const std::string &remoteId) const;

    const std::vector<BoundField> &m_fields;
    const ExportLookUps &m_lookUps;
    bool m_stageIds;
};

// The fields of a file that may write into its columns: one per column; a field that is joined from
// columns of other fields follows from these and writes nothing.
std::vector<BoundField> fieldsToWrite(const FileSpec &spec,
                                      const std::vector<std::string> &columns);

} // namespace topline::crm
