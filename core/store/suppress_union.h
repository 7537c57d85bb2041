// What must not be forgotten when an older copy of a workspace takes the place of a newer one: the
// do-not-contact list, consents, and the mails already counted for a day. Called by restore() on
// the copy, before it is put in place, and when a copy takes over from the file that acted before.
// Rows are only added; a file that has none adds none.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <filesystem>

namespace topline::store {

class Database;

// Adds to `into` what only the workspace file `from` knows. A file that is missing, damaged or no
// workspace adds nothing and is no error; `into` is brought to the newest schema where rows are
// added.
base::Status uniteLists(Database &into, const std::filesystem::path &from);

// Whether that file is a copy of the workspace; false for one that is missing or damaged.
base::Result<bool> isWorkspace(const std::filesystem::path &file, const base::Uuid &workspace);

} // namespace topline::store
