// Import reports: what would come in, what came in, and which rows were kept aside for repair, with
// their place. Made by core/crm and core/intake; kept by the store; shown by window and terminal.
// Plain values, any thread.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace topline::domain {

// The most of a rejected row that is kept, in bytes.
inline constexpr std::size_t rejectedRawLimit = 64 * 1024;

struct RejectedRow {
    base::Place place;
    std::string reason; // one plain sentence without its full stop
    std::string raw;    // the row as it stood, cut at 64 kB
    bool operator==(const RejectedRow &) const = default;
};

struct ImportCounts {
    std::int64_t read = 0;
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t rejected = 0;
    bool operator==(const ImportCounts &) const = default;
};

struct ImportReport {
    std::map<std::string, ImportCounts> byKind; // "accounts", "deals", "events" …
    std::vector<RejectedRow> rejects;           // at most 1,000; the rest are in the store
    std::string mapping;                        // preset or file used
    bool dryRun = false;
    bool cancelled = false;
};

struct ImportProgress {
    std::int64_t bytesRead = 0;
    std::int64_t bytesTotal = 0; // 0 when unknown
    std::int64_t rows = 0;
    base::DurationMs elapsedMs = 0;
};

// Called often from the importing thread; return false to cancel. What was committed stays.
using ProgressCallback = std::function<bool(const ImportProgress &)>;

} // namespace topline::domain
