#include "tests/sim/cap_count.h"

#include "core/base/calendar.h"

#include <utility>

namespace topline::sim {

namespace {

// Days since 1970-01-01, a Thursday; workspaces of the simulation live in UTC.
std::int64_t dayOf(base::UtcMs atMs)
{
    return atMs / base::dayMs - (atMs % base::dayMs < 0 ? 1 : 0);
}

bool isWeekend(std::int64_t day)
{
    const std::int64_t fromThursday = ((day % 7) + 7) % 7;
    return fromThursday == 2 || fromThursday == 3;
}

} // namespace

void CapCount::sawClock(base::UtcMs nowMs)
{
    if (dayOf(nowMs) <= m_day)
        return;
    forget();
    m_day = dayOf(nowMs);
}

std::string CapCount::count(const CountedMail &mail, const domain::GuardPolicy &policy)
{
    // What is tried again, after a doubt that a person settled, is the same mail.
    if (!mail.effect.isNull() && !m_counted.insert(mail.effect).second)
        return {};
    const auto exceeds = [](std::int64_t count, std::int64_t limit) { return count > limit; };
    if (exceeds(++m_all, policy.mailsPerDay))
        return "P12: mail number " + std::to_string(m_all) + " of its day";
    if (auto &count = m_toHost[mail.to.substr(mail.to.find('@') + 1)];
        exceeds(++count, policy.mailsPerDomainDay))
        return "P12: mail number " + std::to_string(count) + " to its host";
    if (const auto count = ++m_ofOwner[mail.owner.value];
        mail.byPolicy && exceeds(count, policy.autoMailsPerRepDay))
        return "P12: mail number " + std::to_string(count) + " of its rep, and nobody approved it";
    return {};
}

std::string CapCount::leaves(const CountedMail &mail, base::UtcMs nowMs,
                             const domain::GuardPolicy &policy)
{
    sawClock(nowMs);
    if (auto tooMany = count(mail, policy); !tooMany.empty())
        return tooMany;
    const auto last = std::exchange(m_lastMs, nowMs);
    if (mail.hasWaited && last && nowMs >= *last && nowMs - *last < base::minuteMs)
        return "P12: " + std::to_string(nowMs - *last) + " ms after the mail before it";
    const auto zone = base::TimeZone::find(mail.zone.empty() ? "UTC" : mail.zone);
    const base::CivilTime there = zone.ok() ? zone->local(nowMs) : base::TimeZone().local(nowMs);
    const bool isOpen = there.sinceMidnightMs >= policy.reachFromMs &&
                        there.sinceMidnightMs < policy.reachToMs &&
                        (policy.reachWeekends || !isWeekend(base::dayNumber(there.date)));
    return isOpen || mail.atAnyHour ? std::string() : "P7: outside the recipient's hours";
}

} // namespace topline::sim
