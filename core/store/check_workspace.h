// Looks for damage: SQLite's own checks, foreign keys, and what must add up across tables. Called
// by `check`, after an unclean exit and in idle time. Changes nothing. Findings are sentences; an
// Error means that the looking itself failed.
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace topline::store {

class Database;

enum class Depth { Quick, Full };

struct CheckReport {
    std::vector<std::string> findings; // empty: sound
    std::vector<std::string> asked;    // what was looked at

    bool sound() const { return findings.empty(); }
};

base::Result<CheckReport> checkWorkspace(Database &database, Depth depth);

// SQLite's own check alone (quick_check or integrity_check): what it finds, at most ten lines.
base::Result<std::vector<std::string>> findDamage(Database &database, Depth depth);

} // namespace topline::store
