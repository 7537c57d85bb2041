// Decide: hours in which people may be reached. Called by the guards at the last moment, by dry
// runs and for cards of calls. Pure, any thread; an unknown zone counts as UTC.
#pragma once

#include "core/base/calendar.h"
#include "core/domain/policy.h"

#include <optional>
#include <string>
#include <string_view>

namespace topline::plays {

// Where the recipient is, as far as it is known.
struct Whereabouts {
    base::TimeZone zone;
    std::string country; // "DE"; empty: not known, and then no holidays
    bool operator==(const Whereabouts &) const = default;
};

// By the person's own zone, else that of the country, where it has one, else the rep's.
Whereabouts whereabouts(const std::string &personZone, const std::string &country,
                        const std::string &repZone);

struct ReachWait {
    base::UtcMs untilMs = 0; // the first moment at which the person may be reached
    std::string holiday;     // why not now; empty: the hour or the weekend
    bool operator==(const ReachWait &) const = default;
};

// Nothing when the person may be reached at that moment by their own clock; else until when to
// wait, at most about a year (a calendar without a working day gives the last day looked at).
std::optional<ReachWait> waitToReach(base::UtcMs atMs, const Whereabouts &where,
                                     const domain::GuardPolicy &policy);

// When the hours end in which the person may be reached now; nothing when they may not.
std::optional<base::UtcMs> reachEndsMs(base::UtcMs atMs, const Whereabouts &where,
                                       const domain::GuardPolicy &policy);

} // namespace topline::plays
