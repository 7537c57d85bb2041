#include "core/crm/csv_import.h"

#include "core/base/csv_writer.h"
#include "core/base/file_source.h"
#include "core/base/hash.h"
#include "core/base/rejects_writer.h"
#include "core/crm/field_text.h"

#include <algorithm>
#include <limits>

namespace topline::crm {

using base::Error;
using base::ErrorCode;
using base::Place;
using base::Result;
using base::Status;

namespace {

constexpr std::size_t batchBytes = 4 * 1024 * 1024;

std::string keyOf(const std::vector<std::string_view> &cells)
{
    std::string joined;
    for (const std::string_view cell : cells)
        joined.append(cell) += '\x1F';
    return "row:" + base::hex(base::sha256(joined));
}

} // namespace

struct CsvImport::OpenFile {
    OpenFile(std::unique_ptr<base::ByteSource> source, base::CsvOptions options)
        : reader(std::move(source), options)
    {
    }

    base::CsvReader reader;
    const PlannedFile *planned = nullptr;
    const FileSpec *spec = nullptr;
    std::uint32_t number = 0; // in the plan
    std::vector<BoundField> fields;
    std::optional<std::size_t> currencyColumn;
    std::vector<std::pair<std::string, std::size_t>> stageDates; // stage, column
    std::vector<std::pair<std::size_t, std::vector<std::string>>> conditions;
    std::vector<std::string> header;
    std::vector<bool> isOwnColumn; // not added by a file of rejected rows
    bool anyRow = false;
    base::CsvRow row;
    std::vector<std::string_view> cells; // of the row, without guards
};

CsvImport::CsvImport(const Mapping &mapping, ImportPlan plan, ImportOptions options)
    : m_mapping(mapping)
    , m_plan(std::move(plan))
    , m_options(std::move(options))
    , m_builder(mapping, m_options.known, m_options.nowMs)
{
    std::vector<std::string> names;
    for (const PlannedFile &file : m_plan.files) {
        CHECK(file.spec < m_mapping.files.size());
        m_builder.prepareFor(m_mapping.files[file.spec]);
        names.push_back(file.name);
    }
    m_builder.setFileNames(std::move(names));
}

CsvImport::~CsvImport() = default;

domain::ImportProgress CsvImport::progress() const
{
    const std::int64_t now = m_open ? m_open->reader.bytesRead() : 0;
    return {m_bytesBefore + now, m_plan.bytes, m_rows, 0};
}

Status CsvImport::openNext()
{
    const PlannedFile &planned = m_plan.files[m_nextFile];
    TRY_ASSIGN(auto source, base::openFile(planned.path));
    auto open = std::make_unique<OpenFile>(
        std::move(source), base::CsvOptions{m_mapping.delimiter, m_mapping.encoding});
    open->planned = &planned;
    open->spec = &m_mapping.files[planned.spec];
    open->number = static_cast<std::uint32_t>(m_nextFile++);
    TRY_ASSIGN(const bool any, open->reader.next(open->row));
    if (!any || open->row.fault)
        return Error{ErrorCode::InvalidInput,
                     planned.path + " changed while it was imported: its column names are gone."};
    for (const base::CsvCell &cell : open->row.cells)
        open->header.emplace_back(base::trimmed(cell.text));
    open->reader.expectColumns(open->header.size());
    TRY_ASSIGN(open->fields, bindFields(*open->spec, open->header));

    const auto currency = fieldIndex(open->spec->kind, "currency");
    for (const BoundField &field : open->fields) {
        if (currency && field.field == *currency && field.columns.size() == 1)
            open->currencyColumn = field.columns.front();
    }
    for (std::size_t i = 0; i < open->header.size(); ++i) {
        open->isOwnColumn.push_back(!base::isRejectColumn(open->header[i]));
        for (const auto &[stage, column] : open->spec->stageDates) {
            if (columnKey(column) == columnKey(open->header[i]))
                open->stageDates.emplace_back(stage, i);
        }
        for (const auto &[column, wanted] : open->spec->conditions) {
            if (columnKey(column) == columnKey(open->header[i]))
                open->conditions.emplace_back(i, wanted);
        }
    }
    m_open = std::move(open);
    return {};
}

Result<bool> CsvImport::next(ImportBatch &batch)
{
    batch = ImportBatch();
    std::size_t bytes = 0;
    while (batch.path.empty()) {
        if (!m_open && m_nextFile == m_plan.files.size())
            return false;
        if (!m_open)
            TRY(openNext());
        batch.kind = m_open->spec->kind;
        batch.header = m_open->header;
        batch.delimiter = m_open->reader.delimiter();
        bool more = true;
        while (more && batch.rows < static_cast<std::int64_t>(m_options.batchRows) &&
               bytes < batchBytes) {
            if (m_options.cancel != nullptr && m_options.cancel->cancelled)
                return Error{ErrorCode::Cancelled, "The import was cancelled."};
            TRY_ASSIGN(more, readRow(batch));
            bytes += more ? m_open->row.raw.size() : 0;
        }
        // A file without rows is worth one empty batch, so that it shows in the report.
        if (batch.rows > 0 || (!more && !m_open->anyRow))
            batch.path = m_open->planned->path;
        m_open->anyRow = m_open->anyRow || batch.rows > 0;
        if (!more) {
            m_bytesBefore += m_open->reader.bytesRead();
            m_open.reset();
        }
    }
    return true;
}

Result<bool> CsvImport::readRow(ImportBatch &batch)
{
    OpenFile &file = *m_open;
    TRY_ASSIGN(const bool more, file.reader.next(file.row));
    if (!more)
        return false;
    file.cells.clear();
    bool ownBlank = !file.row.fault;
    bool addedBlank = true;
    for (std::size_t i = 0; i < file.row.cells.size(); ++i) {
        const std::string_view text = file.row.cells[i].text;
        file.cells.push_back(base::unguarded(text));
        const bool blank = base::trimmed(text).empty();
        if (file.row.fault || file.isOwnColumn[i])
            ownBlank = ownBlank && blank;
        else
            addedBlank = addedBlank && blank;
    }
    if ((ownBlank && addedBlank) || !isWanted(file.cells))
        return true;
    ++batch.rows;
    ++m_rows;
    if (file.row.fault) {
        reject(batch, {{}, file.row.fault->line, file.row.fault->column, {}}, {},
               file.row.fault->reason);
        return true;
    }
    if (ownBlank) {
        reject(batch, file.row.place(0), {}, "this row is still to be repaired");
        return true;
    }
    takeRow(batch);
    return true;
}

bool CsvImport::isWanted(const std::vector<std::string_view> &cells) const
{
    return std::all_of(
        m_open->conditions.begin(), m_open->conditions.end(), [&](const auto &condition) {
            const auto &[column, wanted] = condition;
            if (column >= cells.size())
                return true;
            const std::string cell = nameKey(cells[column]);
            return std::any_of(wanted.begin(), wanted.end(),
                               [&](const std::string &text) { return nameKey(text) == cell; });
        });
}

void CsvImport::takeRow(ImportBatch &batch)
{
    OpenFile &file = *m_open;
    RowValues values;
    const std::size_t count = fieldsOf(file.spec->kind).size();
    values.values.resize(count);
    values.sources.resize(count, nullptr);
    values.file = file.number;
    values.line = static_cast<std::uint32_t>(
        std::min<std::int64_t>(file.row.line, std::numeric_limits<std::uint32_t>::max()));
    if (file.spec->kind == FileKind::Activities)
        values.rowKey = keyOf(file.cells);
    if (!readValues(batch, values))
        return;
    std::string remoteId;
    if (const auto fault = m_builder.build(*file.spec, values, batch.records, remoteId)) {
        std::size_t column = 0;
        for (const BoundField &field : file.fields) {
            if (field.field == fault->field && !field.columns.empty())
                column = field.columns.front();
        }
        reject(batch, file.row.place(column),
               std::string(fieldsOf(file.spec->kind)[fault->field].name), fault->reason);
        return;
    }
    if (!remoteId.empty())
        batch.sources.push_back(sourceOf(batch, remoteId));
}

bool CsvImport::readValues(ImportBatch &batch, RowValues &values)
{
    OpenFile &file = *m_open;
    const auto fail = [&](std::size_t column, std::string field, std::string reason) {
        reject(batch, file.row.place(column), std::move(field), std::move(reason));
        return false;
    };
    std::optional<base::Currency> currency;
    if (file.currencyColumn) {
        const std::string_view code = base::trimmed(file.cells[*file.currencyColumn]);
        currency = base::Currency::parse(code);
        if (!currency && !code.empty())
            return fail(*file.currencyColumn, "currency",
                        "\"" + std::string(code) + "\" is not a currency code such as USD");
    }
    for (const BoundField &field : file.fields) {
        const FieldDef &def = fieldsOf(file.spec->kind)[field.field];
        const std::size_t column = field.columns.empty() ? 0 : field.columns.front();
        std::string joined;
        std::string_view text;
        if (field.columns.size() == 1) {
            text = file.cells[column];
        } else {
            joined = joinedText(*field.source, field.columns, file.cells);
            text = joined;
        }
        auto value = parseField(field.type, *field.source, text, currency);
        if (!value.ok())
            return fail(column, std::string(def.name), value.error().message);
        if (def.required && std::holds_alternative<std::monostate>(*value))
            return fail(column, std::string(def.name), std::string(def.name) + " is empty");
        values.values[field.field] = std::move(*value);
        values.sources[field.field] = field.source;
    }
    for (const auto &[stage, column] : file.stageDates) {
        const std::string_view text = base::trimmed(file.cells[column]);
        if (text.empty())
            continue;
        const auto at = base::parseTime(text, file.spec->time);
        if (!at.ok())
            return fail(column, "stageDates", at.error().message);
        values.stageDates.emplace_back(stage, at->utcMs);
    }
    return true;
}

void CsvImport::reject(ImportBatch &batch, Place place, std::string field, std::string reason)
{
    place.file = m_open->planned->path;
    place.field = std::move(field);
    batch.rejects.push_back({std::move(place), base::withoutFullStop(std::move(reason)),
                             base::storableText(m_open->row.raw, domain::rejectedRawLimit)});
}

domain::SourceFields CsvImport::sourceOf(const ImportBatch &batch,
                                         const std::string &remoteId) const
{
    domain::SourceFields out;
    out.kind = recordKindOf(batch.kind).value();
    out.remoteId = remoteId;
    out.layout = m_mapping.name;
    out.file = std::string(withoutRejectsSuffix(m_open->planned->name));
    for (std::size_t i = 0; i < m_open->cells.size(); ++i) {
        if (m_open->isOwnColumn[i])
            out.cells.emplace_back(m_open->header[i], m_open->cells[i]);
    }
    return out;
}

} // namespace topline::crm
