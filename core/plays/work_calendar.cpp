#include "core/plays/work_calendar.h"

#include "core/plays/holidays.h"

#include <algorithm>

namespace topline::plays {

namespace {

constexpr int daysLookedAhead = 731;
// What is begun in the last hour of a day would be left lying.
constexpr base::DurationMs lastHourMs = base::hourMs;

} // namespace

WorkClock::WorkClock(const domain::WorkCalendar &calendar, const std::string &workspaceZone)
    : m_calendar(calendar)
{
    auto zone = base::TimeZone::find(calendar.zone.empty() ? workspaceZone : calendar.zone);
    if (zone.ok())
        m_zone = *zone;
}

std::optional<WorkClock::Open> WorkClock::openOn(base::CivilDate date) const
{
    const auto &span = m_calendar.week[static_cast<std::size_t>(base::weekday(date) - 1)];
    const auto &off = m_calendar.daysOff;
    if (!span || std::find(off.begin(), off.end(), date) != off.end() ||
        holidayOn(m_calendar.country, date))
        return std::nullopt;
    const Open out{m_zone.at(date, span->fromMs), m_zone.at(date, span->toMs)};
    // A change of the clock may leave nothing of a short day.
    return out.fromMs < out.toMs ? std::optional(out) : std::nullopt;
}

bool WorkClock::isOpen(base::UtcMs at) const
{
    const auto open = openOn(m_zone.dateOf(at));
    return open && at >= open->fromMs && at < open->toMs;
}

base::UtcMs WorkClock::startMs(base::UtcMs at) const
{
    base::CivilDate date = m_zone.dateOf(at);
    for (int day = 0; day < daysLookedAhead; ++day, date = base::addDays(date, 1)) {
        const auto open = openOn(date);
        if (open && at < open->toMs)
            return std::max(at, open->fromMs);
    }
    return at;
}

base::UtcMs WorkClock::daysLater(base::UtcMs at, std::int64_t days) const
{
    const base::CivilTime from = m_zone.local(at);
    base::CivilDate date = from.date;
    std::int64_t left = days;
    for (int day = 0; day < daysLookedAhead; ++day) {
        date = base::addDays(date, 1);
        const auto open = openOn(date);
        if (!open || --left > 0)
            continue;
        const base::UtcMs last = std::max(open->fromMs, open->toMs - lastHourMs);
        return std::clamp(m_zone.at(date, from.sinceMidnightMs), open->fromMs, last);
    }
    return at + days * base::dayMs;
}

base::UtcMs WorkClock::addWork(base::UtcMs at, base::DurationMs work) const
{
    base::DurationMs left = std::max<base::DurationMs>(work, 0);
    base::CivilDate date = m_zone.dateOf(at);
    for (int day = 0; day < daysLookedAhead; ++day, date = base::addDays(date, 1)) {
        const auto open = openOn(date);
        if (!open || at >= open->toMs)
            continue;
        const base::UtcMs from = std::max(at, open->fromMs);
        if (from + left <= open->toMs)
            return from + left;
        left -= open->toMs - from;
    }
    return at + work;
}

base::DurationMs WorkClock::workBetween(base::UtcMs from, base::UtcMs to) const
{
    base::DurationMs out = 0;
    base::CivilDate date = m_zone.dateOf(from);
    for (; to > from && m_zone.startOfDay(date) < to; date = base::addDays(date, 1)) {
        if (const auto open = openOn(date)) {
            const base::UtcMs begin = std::max(from, open->fromMs);
            const base::UtcMs end = std::min(to, open->toMs);
            out += std::max<base::DurationMs>(0, end - begin);
        }
    }
    return out;
}

WorkClock workClockOf(const std::map<domain::OwnerId, domain::WorkCalendar> &calendars,
                      domain::OwnerId owner, const std::string &workspaceZone)
{
    const auto own = calendars.find(owner);
    const auto found = own == calendars.end() ? calendars.find(domain::OwnerId{}) : own;
    return {found == calendars.end() ? domain::WorkCalendar() : found->second, workspaceZone};
}

base::UtcMs slaDueMs(const WorkClock &clock, base::UtcMs at, base::DurationMs sla)
{
    if (sla < base::dayMs)
        return clock.addWork(at, sla);
    return clock.startMs(at) + sla;
}

} // namespace topline::plays
