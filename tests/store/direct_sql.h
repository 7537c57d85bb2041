// SQL past the table classes: planted breaches and whole-content comparisons. Used by the store's
// tests only; any failure to read fails the test.
#pragma once

#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::store {

// Runs SQL as faulty code would; "" when nothing stopped it, else what SQLite or a guard said.
std::string breach(Database &database, const std::string &sql);

// The same with all triggers and foreign keys out of the way, as damage from outside would do it;
// the schema is as before afterwards.
void plant(Database &database, const std::string &sql);

// Every row, its columns with a '|' between them.
std::vector<std::string> rowsOf(Database &database, const std::string &sql);

// The first row in the same way.
std::string askDirectly(Database &database, const std::string &sql);

// The key of every event.
std::vector<std::int64_t> eventKeys(Database &database);

// All open actions are done, past every guard and the ledger.
void forgeEnds(Database &database);

// Every row of every table as text; equal when the content is equal.
std::string contentOf(Database &database);

} // namespace topline::store
