#include "core/plays/business_hours.h"

#include "core/plays/holidays.h"
#include "core/plays/work_calendar_places.h"

namespace topline::plays {

namespace {

constexpr int friday = 5;
constexpr int daysLookedAhead = 370;

struct DayRule {
    bool isOpen = true;
    std::string holiday;
};

DayRule ruleOf(base::CivilDate date, const Whereabouts &where, const domain::GuardPolicy &policy)
{
    if (!policy.reachWeekends && base::weekday(date) > friday)
        return {false, {}};
    const auto holiday = holidayOn(where.country, date);
    return {!holiday, holiday ? std::string(*holiday) : std::string()};
}

} // namespace

Whereabouts whereabouts(const std::string &personZone, const std::string &country,
                        const std::string &repZone)
{
    Whereabouts out;
    out.country = countryCode(country);
    for (const std::string &name : {personZone, zoneOfCountry(out.country), repZone}) {
        if (name.empty())
            continue;
        if (auto zone = base::TimeZone::find(name); zone.ok()) {
            out.zone = std::move(*zone);
            break;
        }
    }
    return out;
}

std::optional<ReachWait> waitToReach(base::UtcMs atMs, const Whereabouts &where,
                                     const domain::GuardPolicy &policy)
{
    const base::CivilTime local = where.zone.local(atMs);
    const DayRule today = ruleOf(local.date, where, policy);
    const bool isEarly = local.sinceMidnightMs < policy.reachFromMs;
    const bool isLate = local.sinceMidnightMs >= policy.reachToMs;
    if (today.isOpen && !isEarly && !isLate)
        return std::nullopt;
    ReachWait out;
    out.holiday = today.holiday;
    base::CivilDate date = local.date;
    if (!today.isOpen || isLate)
        date = base::addDays(date, 1);
    for (int day = 0; day < daysLookedAhead && !ruleOf(date, where, policy).isOpen; ++day)
        date = base::addDays(date, 1);
    out.untilMs = where.zone.at(date, policy.reachFromMs);
    return out;
}

std::optional<base::UtcMs> reachEndsMs(base::UtcMs atMs, const Whereabouts &where,
                                       const domain::GuardPolicy &policy)
{
    if (waitToReach(atMs, where, policy))
        return std::nullopt;
    const base::UtcMs end = where.zone.at(where.zone.dateOf(atMs), policy.reachToMs);
    // Hours that end with the day end where the next one begins, and an hour that comes twice ends
    // the second time.
    return end > atMs ? end : atMs + base::minuteMs;
}

} // namespace topline::plays
