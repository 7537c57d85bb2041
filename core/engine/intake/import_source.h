// Where an import's rows come from: CRM files by a mapping, or event files. Both give batches of
// records, with the rows that were kept aside. Used by ImportRun, on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/import.h"
#include "core/domain/source_fields.h"
#include "core/domain/visitor.h"
#include "core/engine/cockpit.h"
#include "core/store/tables.h"

#include <memory>
#include <string>
#include <vector>

namespace topline::engine {

struct ImportBatchOfRows {
    std::string kind; // of the rows: "deals", "events" …
    std::int64_t rows = 0;
    crm::Page page;
    domain::IncomingEvents incoming; // of visitors, by the names that a source has for them
    std::vector<domain::SourceFields> sources;
    std::vector<domain::RejectedRow> rejects;
};

class ImportSource {
public:
    virtual ~ImportSource() = default;

    // The next batch; false when there is none.
    virtual base::Result<bool> next(ImportBatchOfRows &batch) = 0;
    virtual domain::ImportProgress progress() const = 0;

    virtual std::string mapping() const = 0; // preset or file that is used
};

// The tables are asked for what rows refer to by name; they must outlive the source.
base::Result<std::unique_ptr<ImportSource>> openCrmFiles(const ImportRequest &request,
                                                         store::Tables &tables, base::UtcMs nowMs);
base::Result<std::unique_ptr<ImportSource>>
openEventFiles(const ImportRequest &request, store::Tables &tables, base::UtcMs nowMs);

} // namespace topline::engine
