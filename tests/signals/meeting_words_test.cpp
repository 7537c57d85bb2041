// What is told of one meeting by several sides, or told again otherwise, counts once.
#include "core/signals/meeting_words.h"
#include "tests/signals/history_builder.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::test;
using domain::EventKind;
using domain::SignalType;

namespace {

std::vector<EventKind> left(HistoryBuilder &h)
{
    std::sort(h.history().events.begin(), h.history().events.end(),
              [](const auto &a, const auto &b) {
                  return std::pair(a.atMs, a.id) < std::pair(b.atMs, b.id);
              });
    signals::settleMeetings(h.history());
    std::vector<EventKind> out;
    for (const auto &event : h.history().events)
        out.push_back(event.kind);
    return out;
}

using Kinds = std::vector<EventKind>;

} // namespace

TEST(MeetingWords, TheLastWordAboutAMeetingCounts)
{
    for (const EventKind last :
         {EventKind::MeetingHeld, EventKind::MeetingMissed, EventKind::MeetingCancelled}) {
        HistoryBuilder h;
        h.event(EventKind::MeetingHeld, start);
        h.event(EventKind::MeetingMissed, start + 5 * minute);
        h.event(last, start - 4 * minute);
        EXPECT_EQ(left(h), Kinds{last}) << domain::eventKindName(last);
    }
}

TEST(MeetingWords, AWordWithoutAPersonIsAboutTheSameMeeting)
{
    HistoryBuilder h;
    h.event(EventKind::MeetingHeld, start, 1);
    h.event(EventKind::MeetingMissed, start, 0);
    EXPECT_EQ(left(h), Kinds{EventKind::MeetingMissed});
}

TEST(MeetingWords, OtherMeetingsAndOtherEventsStay)
{
    HistoryBuilder h;
    h.event(EventKind::MeetingBooked, start);
    h.event(EventKind::MeetingHeld, start);
    h.event(EventKind::MeetingHeld, start, 2);              // somebody else
    h.event(EventKind::MeetingMissed, start + 11 * minute); // the next one
    h.event(EventKind::PricingView, start);
    EXPECT_EQ(left(h).size(), 5U);
}

TEST(MeetingWords, OneMeetingIsOneSignalHoweverManyTellOfIt)
{
    HistoryBuilder h;
    h.event(EventKind::MeetingHeld, start).amount = 1'800;
    h.event(EventKind::MeetingHeld, start).amount = 2'700;
    signals::settleMeetings(h.history());
    const auto found = h.find(SignalType::MeetingHeld, start + hour);
    ASSERT_EQ(found.size(), 1U);
    // The first stands, so that what followed from it goes on.
    EXPECT_EQ(found[0].evidence, std::vector{domain::EventId{1}});
    EXPECT_EQ(found[0].occurredMs, start + 30 * minute);
    h.event(EventKind::MeetingCancelled, start);
    signals::settleMeetings(h.history());
    EXPECT_TRUE(h.find(SignalType::MeetingHeld, start + hour).empty());
}
