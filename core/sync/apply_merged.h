// Records that became one, and records that are gone. Called by applyPage before and after the
// records of a page, and by the engine when a person decides about deletions that were held; inside
// the engine's transaction. Nothing that named a record is lost, and nothing is deleted on weak
// evidence.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/change_set.h"
#include "core/store/tables.h"
#include "core/sync/page_source.h"

#include <string>

namespace topline::sync {

// False when neither record is known yet: ask again once the page's records are in.
base::Result<bool> applyMerged(store::Tables &tables, const crm::RecordMerged &merged,
                               const PageSource &source, domain::ChangeSet &changes,
                               Applied &applied);

// Deletions are counted over a pass, which ends with the first page that has none after it; too
// many are held instead (see delete_guard.h).
base::Status applyGone(store::Tables &tables, const crm::Page &page, const PageSource &source,
                       domain::ChangeSet &changes, Applied &applied);

// A person decided about what is held for the system: carry all of it out, or forget it. The number
// of records that were deleted.
base::Result<std::int64_t> decideHeldDeletes(store::Tables &tables, const std::string &system,
                                             bool deletes, domain::ChangeSet &changes);

} // namespace topline::sync
