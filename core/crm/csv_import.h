// Reads the files of a plan and gives their records in batches, in the order in which they must be
// applied. Pulled by the engine, on its thread or in slices; opens one file at a time and holds one
// batch. A bad row goes into the batch's rejects and reading goes on; an unreadable file ends it
// with an error. The same files and clock give the same batches.
#pragma once

#include "core/base/csv_reader.h"
#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/crm/import_plan.h"
#include "core/crm/record_builder.h"
#include "core/domain/import.h"
#include "core/domain/source_fields.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace topline::crm {

struct ImportOptions {
    base::UtcMs nowMs = 0;   // when activities count as received
    KnownRecords known = {}; // what the workspace has already
    const CancelToken *cancel = nullptr;
    std::size_t batchRows = 500;
};

// Rows of one file; a batch never mixes files.
struct ImportBatch {
    FileKind kind = FileKind::Accounts;
    std::string path;
    std::int64_t rows = 0; // read, with those rejected
    BuiltRecords records;  // apply the page first, then the activities
    std::vector<domain::SourceFields> sources;
    std::vector<domain::RejectedRow> rejects;
    // What base::RejectsWriter needs to write the rejects for repair.
    std::vector<std::string> header;
    char delimiter = ',';
};

class CsvImport {
public:
    // `mapping` must outlive the import; the plan must be of this mapping.
    CsvImport(const Mapping &mapping, ImportPlan plan, ImportOptions options = {});
    ~CsvImport();

    // The next batch; false when all files are read. Cancelled when the token says so.
    base::Result<bool> next(ImportBatch &batch);

    // Bytes and rows so far; the caller knows the time.
    domain::ImportProgress progress() const;

private:
    struct OpenFile;

    base::Status openNext();
    base::Result<bool> readRow(ImportBatch &batch);
    void takeRow(ImportBatch &batch);
    bool isWanted(const std::vector<std::string_view> &cells) const;
    bool readValues(ImportBatch &batch, RowValues &values);
    void reject(ImportBatch &batch, base::Place place, std::string field, std::string reason);
    domain::SourceFields sourceOf(const ImportBatch &batch, const std::string &remoteId) const;

    const Mapping &m_mapping;
    ImportPlan m_plan;
    ImportOptions m_options;
    RecordBuilder m_builder;
    std::unique_ptr<OpenFile> m_open;
    std::size_t m_nextFile = 0;
    std::int64_t m_bytesBefore = 0; // of files that are finished
    std::int64_t m_rows = 0;
};

} // namespace topline::crm
