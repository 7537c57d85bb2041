#include "core/intake/event_import.h"

#include "core/base/csv_writer.h"
#include "core/base/file_source.h"
#include "core/base/rejects_writer.h"
#include "core/base/repair_file.h"
#include "core/intake/json_event.h"

#include <algorithm>
#include <limits>

namespace topline::intake {

using base::Error;
using base::ErrorCode;
using base::Place;
using base::Result;
using base::Status;

namespace {

constexpr std::size_t batchBytes = 4 * 1024 * 1024;

std::string quotedList(const std::vector<std::string> &names)
{
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < 20; ++i)
        out += (i == 0 ? "\"" : ", \"") + names[i] + "\"";
    return out;
}

} // namespace

EventImport::EventImport(std::string name, std::int64_t bytes, EventImportOptions options)
    : m_name(std::move(name))
    , m_bytes(bytes)
    , m_options(std::move(options))
{
}

Result<std::unique_ptr<EventImport>> EventImport::open(const std::string &path,
                                                       EventImportOptions options)
{
    TRY_ASSIGN(auto source, base::openFile(path));
    return open(std::move(source), std::move(options));
}

Result<std::unique_ptr<EventImport>> EventImport::open(std::unique_ptr<base::ByteSource> source,
                                                       EventImportOptions options)
{
    const std::string name = source->name();
    std::unique_ptr<EventImport> out(new EventImport(name, source->size(), std::move(options)));
    if (base::namesJsonLines(name)) {
        out->m_lines.emplace(std::move(source));
    } else {
        out->m_csv.emplace(std::move(source));
        TRY(out->readHeader());
    }
    return out;
}

Status EventImport::readHeader()
{
    TRY_ASSIGN(const bool any, m_csv->next(m_row));
    if (!any)
        return Error{ErrorCode::InvalidInput, m_name + " is empty: it has no row of column names."};
    if (m_row.fault)
        return Error{ErrorCode::InvalidInput,
                     "The row of column names cannot be read: " + m_row.fault->reason + ".",
                     {},
                     {},
                     Place{m_name, m_row.fault->line, m_row.fault->column, {}}};
    std::array<int, eventFieldCount> ranks{};
    ranks.fill(std::numeric_limits<int>::max());
    for (std::size_t i = 0; i < m_row.cells.size(); ++i) {
        m_header.emplace_back(base::trimmed(m_row.cells[i].text));
        const auto field = eventFieldOf(m_header.back());
        if (!field || base::isRejectColumn(m_header.back()))
            continue;
        const auto number = static_cast<std::size_t>(field->first);
        if (field->second < ranks[number]) {
            ranks[number] = field->second;
            m_columns[number] = i;
        }
    }
    m_csv->expectColumns(m_header.size());
    const auto has = [&](EventField field) {
        return m_columns[static_cast<std::size_t>(field)].has_value();
    };
    std::string missing;
    if (!has(EventField::Kind))
        missing = "the kind of event (\"kind\", \"event\" or \"type\")";
    else if (!has(EventField::At))
        missing = "the time (\"at\", \"timestamp\" or \"time\")";
    else if (!has(EventField::ContactEmail) && !has(EventField::ContactId) &&
             !has(EventField::AccountDomain) && !has(EventField::AccountId) &&
             !has(EventField::AccountName) && !has(EventField::DealId) &&
             !has(EventField::AnonymousId) && !has(EventField::UserId))
        missing = "who it was (\"contact_email\", \"account_domain\", \"account_id\" …)";
    if (missing.empty())
        return {};
    return Error{ErrorCode::InvalidInput,
                 "There is no column for " + missing + "; the file has " + quotedList(m_header) +
                     ".",
                 {},
                 "Rename the columns, or import the file as CRM records.",
                 Place{m_name, 1, 0, {}}};
}

domain::ImportProgress EventImport::progress() const
{
    return {m_csv ? m_csv->bytesRead() : m_lines->bytesRead(), m_bytes, m_rows, 0};
}

Result<bool> EventImport::next(EventBatch &batch)
{
    batch = EventBatch();
    const std::int64_t before = progress().bytesRead;
    bool more = true;
    while (more && batch.rows < static_cast<std::int64_t>(m_options.batchRows)) {
        if (m_options.cancelled != nullptr && *m_options.cancelled)
            return Error{ErrorCode::Cancelled, "The import was cancelled."};
        if (progress().bytesRead - before > static_cast<std::int64_t>(batchBytes) && batch.rows > 0)
            break;
        if (m_csv) {
            TRY_ASSIGN(more, readCsvRow(batch));
        } else {
            TRY_ASSIGN(more, readJsonLine(batch));
        }
    }
    return batch.rows > 0;
}

void EventImport::reject(EventBatch &batch, Place place, std::string reason, std::string_view raw)
{
    place.file = m_name;
    batch.rejects.push_back({std::move(place), base::withoutFullStop(std::move(reason)),
                             base::storableText(raw, domain::rejectedRawLimit)});
}

void EventImport::take(EventBatch &batch, domain::EventDraft draft, Place place,
                       std::string_view raw)
{
    auto nobody = m_options.findWho ? m_options.findWho(draft) : std::nullopt;
    if (nobody)
        reject(batch, std::move(place), std::move(*nobody), raw);
    else
        batch.events.push_back(std::move(draft));
}

Result<bool> EventImport::readCsvRow(EventBatch &batch)
{
    TRY_ASSIGN(const bool more, m_csv->next(m_row));
    if (!more)
        return false;
    if (m_row.fault) {
        ++batch.rows;
        ++m_rows;
        reject(batch, {{}, m_row.fault->line, m_row.fault->column, {}}, m_row.fault->reason,
               m_row.raw);
        return true;
    }
    EventTexts texts{};
    std::string content;
    bool ownBlank = true;
    bool addedBlank = true;
    for (std::size_t i = 0; i < m_row.cells.size(); ++i) {
        const std::string_view text = base::unguarded(m_row.cells[i].text);
        const bool blank = base::trimmed(text).empty();
        if (base::isRejectColumn(m_header[i])) {
            addedBlank = addedBlank && blank;
            continue;
        }
        ownBlank = ownBlank && blank;
        content.append(text) += '\x1F';
        for (std::size_t field = 0; field < eventFieldCount; ++field) {
            if (m_columns[field] == i)
                texts[field] = text;
        }
    }
    if (ownBlank && addedBlank)
        return true;
    if (ownBlank) {
        ++batch.rows;
        ++m_rows;
        reject(batch, m_row.place(0), "this row is still to be repaired", m_row.raw);
        return true;
    }
    ++batch.rows;
    ++m_rows;
    auto made = makeEvent(texts, m_options.format, content);
    if (auto *draft = std::get_if<domain::EventDraft>(&made)) {
        take(batch, std::move(*draft), m_row.place(0), m_row.raw);
        return true;
    }
    const auto &fault = std::get<EventFault>(made);
    Place place = m_row.place(m_columns[static_cast<std::size_t>(fault.field)].value_or(0));
    place.field = eventFieldName(fault.field);
    reject(batch, std::move(place), fault.reason, m_row.raw);
    return true;
}

Result<bool> EventImport::readJsonLine(EventBatch &batch)
{
    TRY_ASSIGN(const bool more, m_lines->next(m_line));
    if (!more)
        return false;
    const std::string_view text = base::trimmed(m_line.text);
    if (m_line.fault.empty() && text.empty())
        return true;
    ++batch.rows;
    ++m_rows;
    if (!m_line.fault.empty()) {
        reject(batch, {{}, m_line.number, m_line.faultColumn, {}}, m_line.fault, m_line.text);
        return true;
    }
    JsonEvent event;
    if (const auto fault = parseJsonEvent(m_line.text, event)) {
        reject(batch, {{}, m_line.number, fault->column, {}}, fault->reason, m_line.text);
        return true;
    }
    auto made = makeEvent(event.views(), m_options.format, text);
    if (auto *draft = std::get_if<domain::EventDraft>(&made)) {
        take(batch, std::move(*draft), {{}, m_line.number, 1, {}}, m_line.text);
        return true;
    }
    const auto &fault = std::get<EventFault>(made);
    reject(batch, {{}, m_line.number, 1, std::string(eventFieldName(fault.field))}, fault.reason,
           m_line.text);
    return true;
}

} // namespace topline::intake
