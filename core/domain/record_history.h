// What fields of records were before: dates and titles that detectors and risk compare. Observed by
// sync at every change it sees, or delivered by a CRM's field history; kept by the store for ever.
// Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"

#include <optional>
#include <string>

namespace topline::domain {

// The expected close date of an open deal was set to this; absent: taken away.
struct CloseDateChange {
    Ref<DealId> deal;
    std::optional<base::UtcMs> closeMs;
    base::UtcMs atMs = 0;
    bool operator==(const CloseDateChange &) const = default;
};

// The contact was seen with this job title from then on.
struct TitleChange {
    Ref<ContactId> contact;
    std::string title;
    base::UtcMs atMs = 0;
    bool operator==(const TitleChange &) const = default;
};

} // namespace topline::domain
