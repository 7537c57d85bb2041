// Slots that the engine proposes: by the zones it knows, around what the calendar's cursor holds.
#include "core/calendar/caldav_cursor.h"
#include "core/engine/engine.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/reads/reads.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

using flow::need;

namespace {

class MeetingTimes : public testing::Test {
protected:
    MeetingTimes() { m_world.sync(); }

    base::Uuid action()
    {
        const auto feed = need(m_world.engine().feed());
        return feed.front().action.id;
    }

    domain::MeetingOffer offer(std::int64_t minutes = 30)
    {
        return need(m_world.engine().reads().meetingTimes(action(), minutes));
    }

    // As if a page of the calendar had been applied.
    void readCalendar(const std::vector<domain::BusySpan> &spans)
    {
        calendar::CalDavCursor cursor;
        cursor.readMs = m_world.engine().now();
        cursor.busy = {m_world.engine().now(), m_world.engine().now() + 60 * base::dayMs, spans, 1};
        crm::Page page;
        page.nextCursor = calendar::cursorText(cursor);
        need(m_world.engine().applyPage("calendar", page));
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
};

TEST_F(MeetingTimes, WithoutACalendarNothingIsKnownToBeBusy)
{
    const domain::MeetingOffer found = offer(45);
    EXPECT_FALSE(found.busyReadMs);
    EXPECT_EQ(found.minutes, 45);
    EXPECT_FALSE(found.person.empty() && found.company.empty());
    ASSERT_EQ(found.times.size(), 5U);
    for (const domain::ProposedTime &time : found.times)
        EXPECT_EQ(time.untilMs - time.fromMs, 45 * base::minuteMs);
    EXPECT_FALSE(m_world.engine().reads().meetingTimes(base::Uuid::named("x", "y"), 30).ok());
    EXPECT_FALSE(m_world.engine().reads().meetingTimes(action(), 0).ok());
}

TEST_F(MeetingTimes, WhatTheCalendarHoldsIsLeftFree)
{
    const domain::BusySpan fortnight = {m_world.engine().now(),
                                        m_world.engine().now() + 14 * base::dayMs};
    readCalendar({fortnight});
    const domain::MeetingOffer found = offer();
    EXPECT_EQ(found.busyReadMs, std::optional(m_world.engine().now()));
    EXPECT_EQ(found.unreadCount, 1);
    for (const domain::ProposedTime &time : found.times)
        EXPECT_GE(time.fromMs, fortnight.untilMs);
    readCalendar({{m_world.engine().now(), m_world.engine().now() + 60 * base::dayMs}});
    EXPECT_TRUE(offer().times.empty());
}

TEST_F(MeetingTimes, KeepTheRepsOwnWeekAndTheGuestsHours)
{
    const base::UtcMs now = m_world.engine().now();
    domain::WorkCalendar everybody; // 2026-09-01 is a Tuesday
    everybody.zone = "Europe/Berlin";
    everybody.country = "DE";
    everybody.week = {};
    everybody.week[2] = domain::WorkSpan{14 * base::hourMs, 16 * base::hourMs};
    everybody.week[3] = domain::WorkSpan{14 * base::hourMs, 16 * base::hourMs};
    everybody.daysOff = {{2026, 9, 2}};
    need(m_world.engine().guards().setCalendar(everybody));
    domain::MeetingOffer found = offer();
    EXPECT_EQ(found.ourZone, "Europe/Berlin");
    ASSERT_FALSE(found.times.empty());
    for (const domain::ProposedTime &time : found.times) {
        EXPECT_TRUE(base::weekday(time.ours.date) == 3 || base::weekday(time.ours.date) == 4);
        EXPECT_NE(time.ours.date, (base::CivilDate{2026, 9, 2}));
        EXPECT_GE(time.ours.sinceMidnightMs, 14 * base::hourMs);
        EXPECT_GE(time.theirs.sinceMidnightMs, 8 * base::hourMs);
        EXPECT_LE(time.untilMs - now, 60 * base::dayMs);
    }
    // One of the rep's own comes before everybody's.
    domain::WorkCalendar own = everybody;
    own.owner = need(m_world.engine().findAction(action().text())).owner;
    ASSERT_TRUE(own.owner.isSet());
    own.zone = "Asia/Tokyo";
    own.week[4] = domain::WorkSpan{};
    need(m_world.engine().guards().setCalendar(own));
    found = offer();
    EXPECT_EQ(found.ourZone, "Asia/Tokyo");
}

TEST_F(MeetingTimes, SayHowOldTheCalendarIs)
{
    readCalendar({});
    m_clock.advance(2 * base::hourMs);
    const domain::MeetingOffer found = offer();
    EXPECT_EQ(found.askedMs - found.busyReadMs.value_or(0), 2 * base::hourMs);
}

} // namespace

} // namespace topline::engine
