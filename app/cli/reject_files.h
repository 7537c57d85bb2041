// The rows that an import kept aside, as files beside the workspace that can be corrected and
// imported again: one per source file, in a folder of their own. Called by the import commands
// after the import; on failure the rows are still in the workspace.
#pragma once

#include "core/base/result.h"
#include "core/domain/import.h"

#include <string>
#include <vector>

namespace topline::app {

// Makes the folder (for its owner only) and writes "<name>.rejects.csv" or, for JSON Lines,
// "<name>.rejects.jsonl". Conflict when such a file is there. Gives the paths.
base::Result<std::vector<std::string>>
writeRejectFiles(const std::vector<domain::RejectedRow> &rows, const std::string &folder);

} // namespace topline::app
