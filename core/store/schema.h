// The schema of a workspace: numbered migrations, compiled in from resources/schema. Used when a
// workspace is made, opened, checked or restored. Each migration is one transaction: it happened
// wholly or not at all.
#pragma once

#include "core/base/result.h"

#include <string>
#include <vector>

namespace topline::store {

class Database;

struct Migration {
    int number = 0;   // from 1, no gaps
    std::string name; // file name
    std::string sql;
};

// The program's own, by number.
const std::vector<Migration> &builtInMigrations();

base::Result<int> schemaNumber(Database &database);

// Applies what is missing, in order; a failing one leaves the file as it was before it.
base::Status migrate(Database &database, const std::vector<Migration> &migrations);

// Every object of the schema as text, sorted: equal for files with the same schema.
base::Result<std::string> schemaText(Database &database);

// The text that the program's own migrations up to this number give, from a scratch database.
base::Result<std::string> expectedSchemaText(int number);

} // namespace topline::store
