// Reads events from a CSV or JSON Lines file in batches. Pulled by the engine, on its thread or in
// slices; holds one batch and a bounded buffer. A bad row goes into the batch's rejects and reading
// goes on; an unreadable file ends it with an error. Finding accounts and contacts is the engine's
// task. The same file and clock give the same events.
#pragma once

#include "core/base/csv_reader.h"
#include "core/base/line_reader.h"
#include "core/base/result.h"
#include "core/domain/event.h"
#include "core/domain/import.h"
#include "core/intake/event_text.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::intake {

// Finds the account and contact that a draft names, in the workspace; a sentence when there is
// nobody, which rejects the row.
using FindWho = std::function<std::optional<std::string>(domain::EventDraft &draft)>;

struct EventImportOptions {
    FindWho findWho = {}; // without it drafts are handed out as they are
    EventTextFormat format = {};
    const std::atomic<bool> *cancelled = nullptr;
    std::size_t batchRows = 500;
};

struct EventBatch {
    std::int64_t rows = 0; // read, with those rejected
    std::vector<domain::EventDraft> events;
    std::vector<domain::RejectedRow> rejects;
};

class EventImport {
public:
    // JSON Lines when the name ends in .jsonl, .ndjson or .json, else CSV. InvalidInput for a CSV
    // file without columns for kind, time and somebody.
    static base::Result<std::unique_ptr<EventImport>> open(const std::string &path,
                                                           EventImportOptions options = {});

    // The same from any bytes; the source's name decides and stands in messages.
    static base::Result<std::unique_ptr<EventImport>> open(std::unique_ptr<base::ByteSource> source,
                                                           EventImportOptions options = {});

    // The next batch; false at the end. Cancelled when the flag says so.
    base::Result<bool> next(EventBatch &batch);

    domain::ImportProgress progress() const;

    // What base::RejectsWriter needs; empty for JSON Lines, whose rejects are repaired as lines.
    const std::vector<std::string> &header() const { return m_header; }

    char delimiter() const { return m_csv ? m_csv->delimiter() : '\0'; }

private:
    EventImport(std::string name, std::int64_t bytes, EventImportOptions options);

    base::Status readHeader();
    base::Result<bool> readCsvRow(EventBatch &batch);
    base::Result<bool> readJsonLine(EventBatch &batch);
    void take(EventBatch &batch, domain::EventDraft draft, base::Place place, std::string_view raw);
    void reject(EventBatch &batch, base::Place place, std::string reason, std::string_view raw);

    std::string m_name;
    std::int64_t m_bytes;
    EventImportOptions m_options;
    std::optional<base::CsvReader> m_csv;
    std::optional<base::LineReader> m_lines;
    std::vector<std::string> m_header;
    std::array<std::optional<std::size_t>, eventFieldCount> m_columns; // by EventField
    base::CsvRow m_row;
    base::Line m_line;
    std::int64_t m_rows = 0;
};

} // namespace topline::intake
