#include "core/calendar/caldav_cursor.h"
#include "core/calendar/proposed_times.h"
#include "core/engine/reads/reads.h"
#include "core/engine/step/known_action.h"
#include "core/plays/business_hours.h"
#include "core/plays/holidays.h"
#include "core/plays/work_calendar_places.h"

#include <algorithm>

namespace topline::engine {

namespace {

constexpr base::DurationMs aheadMs = 60 * base::dayMs;
constexpr std::size_t fridayAt = 4;

// The wish looks at days off only.
void addHolidays(domain::WorkCalendar &calendar, base::UtcMs now)
{
    const int year = base::dateOfDayNumber(now / base::dayMs).year;
    for (const int each : {year, year + 1}) {
        for (const plays::Holiday &holiday : plays::holidaysOf(calendar.country, each))
            calendar.daysOff.push_back(holiday.date);
    }
}

// The rep's own, else everybody's.
base::Result<domain::WorkCalendar> calendarOf(store::Tables &tables, domain::OwnerId owner,
                                              const std::string &workspaceZone)
{
    TRY_ASSIGN(const auto all, tables.workCalendars.all());
    domain::WorkCalendar out;
    for (const domain::WorkCalendar &each : all) {
        if (each.owner == owner || (!each.owner.isSet() && out.owner != owner))
            out = each;
    }
    if (!base::TimeZone::find(out.zone).ok())
        out.zone = workspaceZone;
    return out;
}

// When a guest may be asked to come: as when they may be written to, by their own clock.
domain::WorkCalendar guestCalendar(const std::string &zone, const std::string &country,
                                   const domain::GuardPolicy &policy)
{
    domain::WorkCalendar out;
    out.zone = zone;
    out.country = country;
    for (std::size_t day = 0; day < out.week.size(); ++day) {
        if (day <= fridayAt || policy.reachWeekends)
            out.week[day] = domain::WorkSpan{policy.reachFromMs, policy.reachToMs};
    }
    return out;
}

} // namespace

base::Result<domain::MeetingOffer> Reads::meetingTimes(const base::Uuid &action,
                                                       std::int64_t minutes)
{
    TRY_ASSIGN(const auto known, knownAction(m_tables, action));
    TRY_ASSIGN(const auto contact, m_tables.records.contact(known.contact));
    TRY_ASSIGN(const auto account, m_tables.records.account(known.account));
    domain::MeetingOffer out;
    out.action = action;
    out.minutes = minutes;
    out.person = contact ? contact->fullName() : std::string();
    out.company = account ? account->name : std::string();
    out.askedMs = m_now;
    calendar::MeetingWish wish;
    TRY_ASSIGN(wish.ours, calendarOf(m_tables, known.owner, m_policy.zone));
    out.ourZone = out.theirZone = wish.ours.zone;
    const std::string country = account ? plays::countryCode(account->country) : std::string();
    for (const std::string &zone :
         {contact ? contact->timeZone : std::string(), plays::zoneOfCountry(country)}) {
        if (!out.isTheirZoneKnown && !zone.empty() && base::TimeZone::find(zone).ok()) {
            out.theirZone = zone;
            out.isTheirZoneKnown = true;
        }
    }
    TRY_ASSIGN(const auto theirZone, base::TimeZone::find(out.theirZone));
    const plays::Whereabouts there{theirZone, country};
    if (plays::waitToReach(m_now, there, m_policy.guards))
        out.quietThere = there.zone.local(m_now);
    wish.theirs = guestCalendar(out.theirZone, country, m_policy.guards);
    addHolidays(wish.ours, m_now);
    addHolidays(wish.theirs, m_now);
    TRY_ASSIGN(const auto ownCalendar, m_tables.calendar.account());
    out.canBook = ownCalendar && contact && !contact->email.empty();
    // The calendar's cursor holds what was busy when it was last read.
    TRY_ASSIGN(const auto calendar, m_tables.settings.syncState("calendar"));
    const calendar::CalDavCursor read = calendar::readCursor(calendar.cursor);
    domain::BusyTimes busy = read.busy;
    if (read.readMs > 0) {
        out.busyReadMs = read.checkedMs;
        out.unreadCount = busy.unreadCount;
    } else {
        busy.fromMs = m_now;
        busy.untilMs = m_now + aheadMs;
    }
    wish.minutes = minutes;
    wish.nowMs = m_now;
    TRY_ASSIGN(out.times, calendar::proposeTimes(wish, busy));
    return out;
}

} // namespace topline::engine
