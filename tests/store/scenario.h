// One step of work that writes to every table, for tests that let it fail at each statement. Used
// by the store's tests inside a transaction of theirs; gives the first error it meets.
#pragma once

#include "core/base/result.h"
#include "core/store/tables.h"

namespace topline::store {

// `round` makes the rows of one call different from those of another.
base::Status writeEverywhere(Tables &tables, int round);

} // namespace topline::store
