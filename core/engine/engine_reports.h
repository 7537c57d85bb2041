// What the engine's longer runs report: sync, outbox, ledger verification, rebuild, check, backup.
// Made by the engine, shown by the terminal program and the window. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/play.h"
#include "core/domain/visitor.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace topline::engine {

// Per element of what came in.
using IncomingReport = std::vector<domain::IncomingCounts>;

struct SyncSummary {
    std::int64_t pages = 0;
    std::int64_t records = 0; // new or changed
    std::int64_t events = 0;  // new
    bool cancelled = false;
};

// Called after each page; return false to stop there.
using SyncProgress = std::function<bool(const SyncSummary &)>;

// How many effects of a kind may go together, as crm::Connector::pushMax.
using SendRoom = std::function<std::size_t(domain::ActionKind)>;

struct DrainReport {
    std::int64_t sent = 0;
    std::int64_t failed = 0;
    std::int64_t unknown = 0;
    std::int64_t conflicts = 0; // changed there as well: a person decides
    std::int64_t withheld = 0;  // a guard spoke against it at the last moment
    std::int64_t waiting = 0;   // still in their hold, or stopped
};

struct LedgerVerdict {
    std::int64_t entries = 0;
    std::string head;  // hash of the last entry
    bool sound = true; // every hash fits
    std::string fault; // what does not fit, for people
    std::int64_t faultSeq = 0;
};

struct RebuildReport {
    std::int64_t accounts = 0;
    std::int64_t deals = 0;
    std::string digestBefore;
    std::string digestAfter;

    bool same() const { return digestBefore == digestAfter; }
};

struct WorkspaceCheck {
    std::vector<std::string> findings; // empty: sound
    std::vector<std::string> asked;
};

struct ExportedRows {
    std::string path;
    std::string kind; // "deals", "accounts" …
    std::int64_t rows = 0;
};

struct ExportReport {
    std::string layout; // that was used
    std::vector<ExportedRows> files;
    std::map<std::string, std::int64_t> skipped; // records that the layout has no file for, by kind
};

struct BackupReport {
    std::string path;
    std::int64_t bytes = 0;
    std::int64_t ledgerEntries = 0;
};

} // namespace topline::engine
