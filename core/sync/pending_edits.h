// The edits of ours that have not ended, by the record that they are about. Loaded by core/sync
// once per page and by the engine when it shows them. Reads only.
#pragma once

#include "core/base/result.h"
#include "core/store/tables.h"
#include "core/sync/merge_record.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace topline::sync {

// By kind and local row. Only those that `system` will carry out. Field edits, and changes of stage
// as an edit of "stage".
using PendingEdits =
    std::map<std::pair<domain::RecordKind, std::int64_t>, std::vector<PendingEdit>>;

base::Result<PendingEdits> pendingEdits(store::Tables &tables, const std::string &system);

} // namespace topline::sync
