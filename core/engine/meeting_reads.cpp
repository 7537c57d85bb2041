#include "core/calendar/caldav_cursor.h"
#include "core/calendar/proposed_times.h"
#include "core/engine/known_action.h"
#include "core/engine/reads.h"

namespace topline::engine {

namespace {

constexpr base::DurationMs aheadMs = 60 * base::dayMs;

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
    out.ourZone = out.theirZone = m_policy.zone;
    if (contact && base::TimeZone::find(contact->timeZone).ok()) {
        out.theirZone = contact->timeZone;
        out.isTheirZoneKnown = true;
    }
    TRY_ASSIGN(const auto ownCalendar, m_tables.calendar.account());
    out.canBook = ownCalendar && contact && !contact->email.empty();
    // The calendar's cursor holds what was busy when it was last read.
    TRY_ASSIGN(const auto calendar, m_tables.settings.syncState("calendar"));
    const calendar::CalDavCursor read = calendar::readCursor(calendar.cursor);
    domain::BusyTimes busy = read.busy;
    if (read.readMs > 0) {
        out.busyReadMs = read.readMs;
        out.unreadCount = busy.unreadCount;
    } else {
        busy.fromMs = m_now;
        busy.untilMs = m_now + aheadMs;
    }
    calendar::MeetingWish wish;
    wish.ours.zone = out.ourZone;
    wish.theirs.zone = out.theirZone;
    wish.minutes = minutes;
    wish.nowMs = m_now;
    TRY_ASSIGN(out.times, calendar::proposeTimes(wish, busy));
    return out;
}

} // namespace topline::engine
