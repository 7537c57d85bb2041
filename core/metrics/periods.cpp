#include "core/metrics/periods.h"

namespace topline::metrics {

std::vector<base::UtcMs> lastWeekStarts(base::UtcMs at, int count, const base::TimeZone &zone)
{
    const base::CivilDate monday = base::mondayOf(zone.dateOf(at));
    std::vector<base::UtcMs> out;
    out.reserve(static_cast<std::size_t>(count) + 1);
    for (int back = count; back >= 0; --back)
        out.push_back(zone.startOfDay(base::addDays(monday, -7 * back)));
    return out;
}

int isoWeekNumber(base::UtcMs at, const base::TimeZone &zone)
{
    return base::isoWeek(zone.dateOf(at)).week;
}

Period quarterOf(base::UtcMs at, const base::TimeZone &zone)
{
    const base::CivilDate today = zone.dateOf(at);
    const base::CivilDate first{today.year, (today.month - 1) / 3 * 3 + 1, 1};
    return {zone.startOfDay(first), zone.startOfDay(base::addMonths(first, 3))};
}

} // namespace topline::metrics
