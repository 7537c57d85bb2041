// Forms, comparison, deep reading, rooms, third-party intent and returning buyers.
#include "tests/signals/history_builder.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::test;
using domain::EventKind;
using domain::SignalType;

TEST(SingleEvents, EachFormTrialAndMeetingIsASignalOfItsOwn)
{
    const std::pair<EventKind, SignalType> rows[] = {
        {EventKind::DemoRequested, SignalType::DemoRequest},
        {EventKind::ContactRequested, SignalType::ContactRequest},
        {EventKind::TrialStarted, SignalType::TrialStart},
        {EventKind::OutOfOffice, SignalType::OutOfOffice},
        {EventKind::MeetingBooked, SignalType::MeetingBooked},
        {EventKind::MeetingMissed, SignalType::MeetingMissed},
        {EventKind::Unsubscribed, SignalType::Unsubscribe},
    };
    for (const auto &[kind, type] : rows) {
        HistoryBuilder h;
        h.event(kind, start, 4).title = "From the page";
        h.event(kind, start);
        const auto found = h.find(type, start);
        ASSERT_EQ(found.size(), 2u) << domain::signalTypeName(type);
        EXPECT_EQ(found[0].occurredMs, start);
        EXPECT_NE(found[0].id, found[1].id);
        EXPECT_TRUE(h.find(type, start - 1).empty());
    }
}

TEST(Reply, AnAutomaticAnswerIsNoReply)
{
    HistoryBuilder h;
    h.event(EventKind::OutOfOffice, start);
    EXPECT_TRUE(h.find(SignalType::Reply, start).empty());
    EXPECT_FALSE(domain::isTwoWayTouch(EventKind::OutOfOffice));
}

TEST(CompetitorComparison, CountsVisitsWithinAWeekOfTheFirst)
{
    HistoryBuilder h;
    h.event(EventKind::CompareView, start);
    h.event(EventKind::CompareView, start + 29 * minute);
    h.event(EventKind::CompareView, start + 7 * day);
    h.event(EventKind::CompareView, start + 7 * day + hour, 2);
    const auto found = h.find(SignalType::CompetitorComparison, start + 8 * day);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[0]), 2);
    EXPECT_EQ(found[0].evidence.size(), 3u);
    EXPECT_EQ(std::get<std::int64_t>(found[1].reason.arguments[0]), 1);
    h.event(EventKind::CompareView, start + 7 * day + 1);
    h.history().events.back().contact.id = domain::ContactId{1};
    EXPECT_EQ(h.find(SignalType::CompetitorComparison, start + 8 * day).size(), 2u);
}

TEST(DocsDeepRead, NeedsThreePagesOrFiveMinutesInOneVisit)
{
    HistoryBuilder two;
    two.event(EventKind::DocsView, start);
    two.event(EventKind::DocsView, start + 4 * minute);
    EXPECT_TRUE(two.find(SignalType::DocsDeepRead, start + hour).empty());
    two.event(EventKind::DocsView, start + 5 * minute);
    EXPECT_EQ(two.find(SignalType::DocsDeepRead, start + hour).size(), 1u);

    HistoryBuilder longRead;
    longRead.event(EventKind::DocsView, start).amount = 299;
    EXPECT_TRUE(longRead.find(SignalType::DocsDeepRead, start).empty());
    longRead.history().events.back().amount = 300;
    EXPECT_EQ(longRead.find(SignalType::DocsDeepRead, start).size(), 1u);

    HistoryBuilder apart;
    for (int i = 0; i < 3; ++i)
        apart.event(EventKind::DocsView, start + i * 30 * minute);
    EXPECT_TRUE(apart.find(SignalType::DocsDeepRead, start + day).empty());

    HistoryBuilder people;
    for (int i = 0; i < 3; ++i)
        people.event(EventKind::DocsView, start + i * minute, i + 1);
    EXPECT_TRUE(people.find(SignalType::DocsDeepRead, start + day).empty());
}

TEST(DeepVisit, NeedsScrollAndTimeTogether)
{
    HistoryBuilder h;
    h.event(EventKind::PageView, start);
    h.event(EventKind::PageScrolled, start + minute).amount = 75;
    EXPECT_TRUE(h.find(SignalType::DeepVisit, start + hour).empty());
    h.event(EventKind::SessionTimed, start + 2 * minute).amount = 179;
    EXPECT_TRUE(h.find(SignalType::DeepVisit, start + hour).empty());
    h.history().events.back().amount = 180;
    const auto found = h.find(SignalType::DeepVisit, start + hour);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[0]), 75);
    EXPECT_EQ(std::get<domain::Span>(found[0].reason.arguments[1]).ms, 3 * minute);
    h.history().events[1].amount = 74;
    EXPECT_TRUE(h.find(SignalType::DeepVisit, start + hour).empty());
}

TEST(RoomReopened, NeedsTwoWeeksOfQuietBetweenTwoViews)
{
    HistoryBuilder h;
    h.event(EventKind::RoomViewed, start);
    h.event(EventKind::RoomViewed, start + 14 * day - 1, 2);
    EXPECT_TRUE(h.find(SignalType::RoomReopened, start + 60 * day).empty());
    h.event(EventKind::RoomViewed, start + 28 * day - 1, 3);
    const auto found = h.find(SignalType::RoomReopened, start + 60 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].contact, domain::ContactId{3});
    EXPECT_EQ(std::get<domain::Span>(found[0].reason.arguments[0]).ms, 14 * day);
}

TEST(IntentTopic, ATopicIsNewsOnceAWeekAndOnlyWhenStrong)
{
    HistoryBuilder h;
    for (int i = 0; i < 5; ++i) {
        auto &event = h.event(EventKind::ThirdPartyIntent, start + i * day, 0);
        event.title = "Fleet telematics";
        event.amount = 69 + i;
    }
    const auto found = h.find(SignalType::IntentTopic, start + 10 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].evidence.size(), 4u);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[1]), 73);
}

TEST(ClosedLostReturn, FiresAMonthAfterTheLossWhileNothingIsOpen)
{
    HistoryBuilder h;
    h.deal(5, 4, start - 60 * day).closeMs = start;
    h.event(EventKind::PricingView, start + 30 * day - 1);
    EXPECT_TRUE(h.find(SignalType::ClosedLostReturn, start + 40 * day).empty());
    h.event(EventKind::PricingView, start + 30 * day);
    h.event(EventKind::CompareView, start + 31 * day, 2);
    const auto found = h.find(SignalType::ClosedLostReturn, start + 40 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].deal, domain::DealId{5});
    EXPECT_EQ(std::get<domain::AtTime>(found[0].reason.arguments[0]).ms, start);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[1]), 2);
    h.deal(6, 1, start + 20 * day);
    EXPECT_TRUE(h.find(SignalType::ClosedLostReturn, start + 40 * day).empty());
}

TEST(ClosedLostReturn, AWonDealIsNoLoss)
{
    HistoryBuilder h;
    h.deal(5, 3, start - 60 * day).closeMs = start;
    h.event(EventKind::PricingView, start + 40 * day);
    EXPECT_TRUE(h.find(SignalType::ClosedLostReturn, start + 50 * day).empty());
}

TEST(Surge, OneSessionOfOnePersonIsNone)
{
    HistoryBuilder h;
    h.event(EventKind::PricingView, start);
    h.event(EventKind::CompareView, start + 5 * minute);
    h.event(EventKind::TrialStarted, start + 10 * minute);
    EXPECT_TRUE(h.find(SignalType::Surge, start + hour).empty());
    HistoryBuilder two;
    two.event(EventKind::PricingView, start);
    two.event(EventKind::CompareView, start + 5 * minute, 2);
    two.event(EventKind::TrialStarted, start + 10 * minute);
    EXPECT_EQ(two.find(SignalType::Surge, start + hour).size(), 1u);
    h.event(EventKind::DemoRequested, start + 10 * minute + 30 * minute);
    EXPECT_EQ(h.find(SignalType::Surge, start + hour).size(), 1u);
}

TEST(BaselineSurge, SetsTheCountAgainstTheAccountsOwnPast)
{
    const auto burst = [](HistoryBuilder &h) {
        for (int i = 0; i < 5; ++i)
            h.event(EventKind::PricingView, start + i * 6 * hour, i % 2 + 1);
    };
    HistoryBuilder quiet;
    burst(quiet);
    const auto found = quiet.find(SignalType::BaselineSurge, start + 2 * day);
    ASSERT_EQ(found.size(), 1u);
    // Gamma(0.5, 28 d + 28 d) x 2 d: 0.0179 expected. Fires at the third, at P(N >= 3) = 1.3e-5.
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[0]), 3);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[1]), 18);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[2]), 2);
    EXPECT_EQ(found[0].evidence.size(), 5u);

    // The same week after week is what this account does.
    HistoryBuilder busy;
    for (int i = 0; i < 4 * 28; ++i)
        busy.event(EventKind::ProposalViewed, start - 30 * day + i * 6 * hour, i % 2 + 1);
    burst(busy);
    for (const auto &signal : busy.find(SignalType::BaselineSurge, start + 2 * day))
        EXPECT_LT(signal.occurredMs, start) << "only its beginning was news";
}

TEST(BaselineSurge, NeedsTwoPeople)
{
    HistoryBuilder h;
    for (int i = 0; i < 5; ++i)
        h.event(EventKind::PricingView, start + i * 6 * hour, 1);
    EXPECT_TRUE(h.find(SignalType::BaselineSurge, start + 2 * day).empty());
}
