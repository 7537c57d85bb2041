// One move of a deal's expected close date. Brought by connectors whose CRM keeps the history of
// that field, and written by the store whenever it sees the date change. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"

namespace topline::domain {

// From `atMs` on the deal was expected to close at `closeMs`; immutable once known.
struct CloseChange {
    Ref<DealId> deal;
    base::UtcMs closeMs = 0;
    base::UtcMs atMs = 0;
    bool operator==(const CloseChange &) const = default;
};

} // namespace topline::domain
