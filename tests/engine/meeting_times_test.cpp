// Slots that the engine proposes: by the zones it knows, around what the calendar's cursor holds.
#include "core/calendar/caldav_cursor.h"
#include "core/engine/engine.h"
#include "core/engine/reads.h"
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

} // namespace

} // namespace topline::engine
