// Imports as they happened: each run with its counts, and the rows kept aside for repair. Written
// while importing, read by window and terminal.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/import.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::store {

class Database;

struct ImportRun {
    std::int64_t id = 0;
    std::string source; // file or folder name
    std::string mapping;
    base::UtcMs startedMs = 0;
    bool finished = false; // false: under way, or the program ended in it
    bool cancelled = false;
    std::map<std::string, domain::ImportCounts> byKind;
    bool operator==(const ImportRun &) const = default;
};

class ImportStore {
public:
    explicit ImportStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<std::int64_t> start(const std::string &source, const std::string &mapping,
                                     base::UtcMs nowMs);
    base::Status addReject(std::int64_t run, const domain::RejectedRow &row);
    base::Status finish(std::int64_t run, const domain::ImportReport &report);

    base::Result<std::vector<ImportRun>> runs() const; // newest first
    base::Result<std::vector<domain::RejectedRow>> rejects(std::int64_t run,
                                                           std::int64_t limit) const;
    base::Result<std::int64_t> rejectCount() const; // of all runs

private:
    Database &m_database;
};

} // namespace topline::store
