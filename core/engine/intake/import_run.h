// An import from files, batch by batch: each batch is one transaction, so that it can be cancelled,
// interleaved with commands, and goes on after a crash by being run again (what is known is not
// written twice). A dry run is one transaction that is never committed. On the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/import.h"
#include "core/engine/cockpit.h"
#include "core/engine/intake/import_source.h"
#include "core/engine/step/step.h"

#include <memory>
#include <optional>
#include <string>

namespace topline::engine {

class ImportRun {
public:
    // Finds the mapping and the files; reads nothing yet but their headers.
    static base::Result<std::unique_ptr<ImportRun>>
    start(Context &context, const ImportRequest &request, domain::ProgressCallback progress);

    // The next batch of rows; false when all are read or the callback says to stop.
    base::Result<bool> next();
    // What came in, with the rows kept aside. A dry run is undone here.
    base::Result<domain::ImportReport> finish();

    bool isDryRun() const { return m_report.dryRun; }

private:
    explicit ImportRun(Context &context)
        : m_context(context)
    {
    }

    base::Status open(const ImportRequest &request);
    base::Status takeBatch(Step &step, const ImportBatchOfRows &batch);
    base::Status keepAside(Step &step, const ImportBatchOfRows &batch);
    bool goesOn();

    Context &m_context;
    std::unique_ptr<ImportSource> m_source;
    domain::ProgressCallback m_progress;
    domain::ImportReport m_report;
    std::int64_t m_run = 0; // of the import's own row; 0 in a dry run
    base::UtcMs m_startedMs = 0;
    std::optional<Step> m_dryStep;
};

} // namespace topline::engine
