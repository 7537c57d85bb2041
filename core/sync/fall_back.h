// A shared row that one of its systems has no more: what only that one had said is nobody's value
// now, and every edit that began from it would clash. The row takes what the newest of those that
// are left has; what they have empty stays as it is known. Used by core/sync after the link is
// gone, inside the engine's transaction. Errors are the store's.
#pragma once

#include "core/base/result.h"
#include "core/domain/change_set.h"
#include "core/store/tables.h"

#include <cstdint>

namespace topline::sync {

base::Status fallBack(store::Tables &tables, domain::RecordKind kind, std::int64_t row,
                      domain::ChangeSet &changes);

} // namespace topline::sync
