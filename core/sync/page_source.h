// Where a page comes from and what happened to it: the arguments and the outcome of taking pages
// in. Made by the engine, filled by core/sync. Plain values, any thread.
#pragma once

#include "core/domain/field_rule.h"
#include "core/domain/import.h"
#include "core/domain/sync_view.h"
#include "core/sync/merge_record.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace topline::sync {

struct PageSource {
    std::string system; // "hubspot"; "" for imports from files
    base::UtcMs nowMs = 0;
    domain::FieldRules rules = {}; // SettingsStore::fieldRules()
    // So many records are known to be missing, of which this page may name some: the guard judges
    // them all.
    std::int64_t missing = 0;
};

struct Applied {
    std::map<std::string, domain::ImportCounts> byKind; // "accounts", "events" …
    bool stagesChanged = false; // the catalogue of stages: every deal may read differently

    // New rows of the inbox, and what a rule decided. Stored; the engine logs and tells them.
    std::vector<domain::Conflict> conflicts = {};
    // Edits that the page says something about, except those that are still simply pending. The
    // engine ends, re-bases or holds them.
    std::vector<EditVerdict> edits = {};
    std::int64_t merged = 0;                  // rows that became part of another one
    std::int64_t deleted = 0;                 // records that are gone
    std::int64_t heldDeletes = 0;             // deletions that now wait for a person
    std::vector<std::string> shortfalls = {}; // objects of which fewer are here than there

    std::int64_t written() const; // added or changed, without events
    std::int64_t newEvents() const;
};

} // namespace topline::sync
