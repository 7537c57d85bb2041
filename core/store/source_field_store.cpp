#include "core/store/source_field_store.h"

#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/text_list.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::SourceFields;

namespace {

#define TOPLINE_FIELDS_SELECT                                                                      \
    "SELECT f.kind, f.remote_id, f.layout, f.file, l.columns, f.cells "                            \
    "FROM source_fields f JOIN source_layout l ON l.id = f.layout_id "

base::Status readFields(Statement &statement, SourceFields &fields)
{
    std::string columns;
    std::string cells;
    statement.read(fields.kind, fields.remoteId, fields.layout, fields.file, columns, cells);
    auto names = decodeTexts(columns);
    auto values = decodeTexts(cells);
    if (!names || !values || names->size() != values->size())
        return base::Error{base::ErrorCode::Corrupt,
                           "The imported cells of \"" + fields.remoteId + "\" cannot be read.",
                           "Nothing was changed.", "Import the file again."};
    fields.cells.clear();
    for (std::size_t i = 0; i < names->size(); ++i)
        fields.cells.emplace_back(std::move((*names)[i]), std::move((*values)[i]));
    return {};
}

Result<std::int64_t> layoutRow(Database &database, const SourceFields &fields,
                               const std::string &columns)
{
    TRY_ASSIGN(const auto known,
               readOne(database,
                       "SELECT id FROM source_layout WHERE layout = ? AND file = ? AND columns = ?",
                       std::int64_t{0}, fields.layout, fields.file, columns));
    if (known != 0)
        return known;
    TRY(write(database, "INSERT INTO source_layout (layout, file, columns) VALUES (?, ?, ?)",
              fields.layout, fields.file, columns));
    return database.lastInsertId();
}

} // namespace

Result<Change> SourceFieldStore::put(const SourceFields &fields)
{
    std::vector<std::string> names;
    std::vector<std::string> values;
    for (const auto &[name, value] : fields.cells) {
        names.push_back(name);
        values.push_back(value);
    }
    TRY_ASSIGN(const auto layout, layoutRow(m_database, fields, encodeTexts(names)));
    const std::string cells = encodeTexts(values);
    TRY(write(m_database,
              "INSERT INTO source_fields (kind, remote_id, layout, file, layout_id, cells) "
              "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
              fields.kind, fields.remoteId, fields.layout, fields.file, layout, cells));
    if (m_database.changes() > 0)
        return Change::Added;
    TRY(write(m_database,
              "UPDATE source_fields SET layout_id = ?5, cells = ?6 WHERE kind = ?1 AND "
              "remote_id = ?2 AND layout = ?3 AND file = ?4 "
              "AND (layout_id, cells) IS NOT (?5, ?6)",
              fields.kind, fields.remoteId, fields.layout, fields.file, layout, cells));
    return m_database.changes() > 0 ? Change::Changed : Change::Unchanged;
}

base::Status
SourceFieldStore::forEach(domain::RecordKind kind, const std::string &layout,
                          const std::function<base::Status(const SourceFields &)> &visit) const
{
    Statement statement(m_database,
                        TOPLINE_FIELDS_SELECT
                        "WHERE f.kind = ?1 AND (?2 = '' OR f.layout = ?2) ORDER BY f.id",
                        kind, layout);
    SourceFields fields;
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        TRY(readFields(statement, fields));
        TRY(visit(fields));
    }
}

Result<std::vector<SourceFields>> SourceFieldStore::of(domain::RecordKind kind,
                                                       const std::string &remoteId) const
{
    std::vector<SourceFields> out;
    Statement statement(m_database,
                        TOPLINE_FIELDS_SELECT "WHERE f.kind = ? AND f.remote_id = ? ORDER BY f.id",
                        kind, remoteId);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        TRY(readFields(statement, out.emplace_back()));
    }
}

Result<std::vector<std::string>> SourceFieldStore::layouts() const
{
    return readAll<std::string>(m_database,
                                "SELECT DISTINCT layout FROM source_layout ORDER BY layout");
}

} // namespace topline::store
