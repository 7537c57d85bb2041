// The state of the workspace as the status bar, the search and the commands report it. Made by the
// engine. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/feed.h"
#include "core/domain/install.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

struct WorkspaceStatus {
    std::string file;
    std::string sourceTitle; // "Demo company"; empty without a connected source
    std::optional<base::UtcMs> lastSyncMs;
    std::string lastSyncError; // empty when the last one went well
    bool syncing = false;
    std::int64_t effectsPending = 0;
    std::int64_t rejectedRows = 0;
    bool automationStopped = false;
    FreezeReason frozen = FreezeReason::None;   // nothing leaves from this copy
    std::int64_t mailsToday = 0;                // left, or on their way, since the rep's midnight
    std::int64_t mailsPerDay = 0;               // limit of the workspace
    std::string userName;                       // owner whose feed this is; empty: everybody's
    std::map<std::string, std::int64_t> counts; // "accounts", "contacts", "deals", "events" …
    FeedCounts feed;
    base::UtcMs nowMs = 0;
};

enum class SearchKind { Account, Contact, Deal, Note };

struct SearchHit {
    SearchKind kind = SearchKind::Account;
    std::int64_t id = 0;
    AccountId account;
    std::string title;
    std::string detail;
    std::optional<base::Uuid> action; // an open card of this account, to jump to
};

// What Ctrl+Z did, or why it could not.
struct UndoReport {
    std::size_t actions = 0;
    std::string what; // "approve", "snooze", "dismiss", "done", "edit"
    bool redo = false;
};

} // namespace topline::domain
