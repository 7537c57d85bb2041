#include "tests/signals/history_builder.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::test;
using domain::AtTime;
using domain::EventKind;
using domain::Reason;
using domain::ReasonCode;
using domain::SignalType;
using domain::Span;

namespace {

HistoryBuilder dealInQualified()
{
    HistoryBuilder h;
    h.deal(5, 1, start);
    h.change(5, 1, start);
    return h;
}

} // namespace

TEST(StageStall, IsDatedWhenTheThresholdPassed)
{
    auto h = dealInQualified();
    EXPECT_TRUE(h.find(SignalType::StageStall, start + 14 * day - 1).empty());
    EXPECT_EQ(signals::nextDueMs(h.history(), {}, start), start + 14 * day);
    const auto found = h.find(SignalType::StageStall, start + 40 * day);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].occurredMs, start + 14 * day);
    EXPECT_EQ(found[0].deal, domain::DealId{5});
    EXPECT_EQ(found[0].contact, domain::ContactId{1});
    EXPECT_EQ(found[0].reason, (Reason{ReasonCode::StageStall,
                                       {std::string("Qualified"), AtTime{start}, Span{14 * day}}}));
}

TEST(StageStall, OnlyABuyersAnswerStopsTheClock)
{
    auto h = dealInQualified();
    h.event(EventKind::EmailSent, start + 10 * day);
    h.event(EventKind::CallMade, start + 11 * day);
    h.event(EventKind::EmailOpened, start + 12 * day);
    EXPECT_EQ(h.find(SignalType::StageStall, start + 14 * day).size(), 1U);
    h.event(EventKind::CallAnswered, start + 13 * day);
    EXPECT_TRUE(h.find(SignalType::StageStall, start + 27 * day - 1).empty());
    EXPECT_EQ(h.find(SignalType::StageStall, start + 27 * day)[0].occurredMs, start + 27 * day);
    // An answer about another deal does not count.
    h.event(EventKind::EmailReplied, start + 20 * day).deal.id = domain::DealId{6};
    EXPECT_EQ(h.find(SignalType::StageStall, start + 27 * day).size(), 1U);
}

TEST(StageStall, EndsWithTheStageAndTheDeal)
{
    auto h = dealInQualified();
    h.change(5, 2, start + 10 * day);
    h.history().deals[0].stage.id = domain::StageId{2};
    EXPECT_EQ(h.find(SignalType::StageStall, start + 24 * day)[0].occurredMs, start + 24 * day);
    h.change(5, 3, start + 12 * day);
    h.history().deals[0].stage.id = domain::StageId{3};
    EXPECT_TRUE(h.find(SignalType::StageStall, start + 60 * day).empty());
}

TEST(StageStall, SaysNothingWhereTheHistoryDoesNot)
{
    HistoryBuilder unknownEntry;
    unknownEntry.deal(5, 1, start);
    EXPECT_TRUE(unknownEntry.find(SignalType::StageStall, start + 60 * day).empty());
    // The record has moved on without a change being known.
    auto outdated = dealInQualified();
    outdated.history().deals[0].stage.id = domain::StageId{2};
    EXPECT_TRUE(outdated.find(SignalType::StageStall, start + 60 * day).empty());
    auto closed = dealInQualified();
    closed.history().deals[0].stage.id = domain::StageId{4};
    closed.history().deals[0].closeMs = start + 5 * day;
    EXPECT_TRUE(closed.find(SignalType::StageStall, start + 60 * day).empty());
}

TEST(Silence, IsDatedThirtyDaysAfterTheLastTwoWayTouch)
{
    auto h = dealInQualified();
    h.event(EventKind::MeetingHeld, start + day);
    h.event(EventKind::EmailSent, start + 20 * day);
    EXPECT_TRUE(h.find(SignalType::Silence, start + 31 * day - 1).empty());
    const auto found = h.find(SignalType::Silence, start + 50 * day);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].occurredMs, start + 31 * day);
    EXPECT_EQ(found[0].deal, domain::DealId{5});
    EXPECT_EQ(found[0].reason,
              (Reason{ReasonCode::Silence, {AtTime{start + day}, Span{30 * day}}}));
}

TEST(Silence, NeedsADealThatWasOpenThenAndNamesTheLargest)
{
    HistoryBuilder nothing;
    nothing.event(EventKind::MeetingHeld, start);
    EXPECT_TRUE(nothing.find(SignalType::Silence, start + 50 * day).empty());

    auto h = dealInQualified();
    h.event(EventKind::MeetingHeld, start);
    h.deal(6, 1, start).amount = base::Money{500};
    h.deal(7, 1, start).amount = base::Money{400};
    EXPECT_EQ(h.find(SignalType::Silence, start + 50 * day)[0].deal, domain::DealId{6});
    for (auto &deal : h.history().deals) {
        deal.stage.id = domain::StageId{3};
        deal.closeMs = start + 29 * day;
    }
    h.history().stageChanges.clear();
    EXPECT_TRUE(h.find(SignalType::Silence, start + 50 * day).empty());
}

TEST(NextDue, IsNothingWhereOnlyEventsCanChangeTheAnswer)
{
    HistoryBuilder h;
    EXPECT_FALSE(signals::nextDueMs(h.history(), {}, start));
    h.event(EventKind::PageView, start);
    EXPECT_FALSE(signals::nextDueMs(h.history(), {}, start));
}

TEST(NextDue, SeesAnAnswerDatedInTheFutureThatStopsAClock)
{
    auto h = dealInQualified();
    h.event(EventKind::CallAnswered, start + 10 * day, 2).deal.id = domain::DealId{5};
    EXPECT_EQ(signals::nextDueMs(h.history(), {}, start + day), start + 24 * day);
}
