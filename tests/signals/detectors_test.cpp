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

TEST(PricingRevisit, FiresAtTheSecondVisitWithinAWeek)
{
    HistoryBuilder h;
    h.event(EventKind::PricingView, start);
    h.event(EventKind::PricingView, start + 7 * day);
    EXPECT_TRUE(h.find(SignalType::PricingRevisit, start + 7 * day - 1).empty());
    const auto found = h.find(SignalType::PricingRevisit, start + 7 * day);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].contact, domain::ContactId{1});
    EXPECT_EQ(found[0].occurredMs, start + 7 * day);
    EXPECT_EQ(found[0].evidence, (std::vector{domain::EventId{1}, domain::EventId{2}}));
    EXPECT_EQ(found[0].reason, (Reason{ReasonCode::PricingRevisit,
                                       {std::int64_t{2}, Span{7 * day}, AtTime{start + 7 * day}}}));
}

TEST(PricingRevisit, ViewsOfOneVisitOrFarApartOrOfOtherPeopleDoNotCount)
{
    HistoryBuilder h;
    h.event(EventKind::PricingView, start);
    h.event(EventKind::PricingView, start + 29 * minute);
    h.event(EventKind::PricingView, start + 58 * minute);
    h.event(EventKind::PricingView, start + hour, 2);
    h.event(EventKind::PricingView, start + 8 * day);
    h.event(EventKind::PricingView, start + day).suspectBot = true;
    EXPECT_TRUE(h.find(SignalType::PricingRevisit, start + 30 * day).empty());
}

TEST(PricingRevisit, UnnamedVisitsCountForTheAccount)
{
    HistoryBuilder h;
    h.event(EventKind::PricingView, start, 0);
    h.event(EventKind::PricingView, start + hour, 0);
    const auto found = h.find(SignalType::PricingRevisit, start + day);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].contact.isSet());
}

TEST(PricingRevisit, AFurtherVisitStrengthensTheSameSignal)
{
    HistoryBuilder h;
    h.event(EventKind::PricingView, start);
    h.event(EventKind::PricingView, start + day);
    const auto two = h.find(SignalType::PricingRevisit, start + 20 * day);
    h.event(EventKind::PricingView, start + 3 * day);
    const auto three = h.find(SignalType::PricingRevisit, start + 20 * day);
    ASSERT_EQ(two.size(), 1U);
    ASSERT_EQ(three.size(), 1U);
    EXPECT_EQ(two[0].id, three[0].id);
    EXPECT_EQ(three[0].occurredMs, start + 3 * day);
    EXPECT_GT(three[0].strengthPermille, two[0].strengthPermille);
    // Two visits in a later week are an episode of their own.
    h.event(EventKind::PricingView, start + 8 * day);
    h.event(EventKind::PricingView, start + 9 * day);
    EXPECT_EQ(h.find(SignalType::PricingRevisit, start + 20 * day).size(), 2U);
}

TEST(ProposalReopened, FiresAtTheSecondOpeningAndStartsAnewWithANewProposal)
{
    HistoryBuilder h;
    h.event(EventKind::ProposalViewed, start);
    h.event(EventKind::ProposalSent, start + day);
    h.event(EventKind::ProposalViewed, start + 2 * day);
    EXPECT_TRUE(h.find(SignalType::ProposalReopened, start + 10 * day).empty());
    h.event(EventKind::ProposalViewed, start + 3 * day);
    const auto found = h.find(SignalType::ProposalReopened, start + 10 * day);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].reason,
              (Reason{ReasonCode::ProposalReopened, {std::int64_t{2}, AtTime{start + 3 * day}}}));
}

TEST(ProposalReopened, AProposalForAnotherDealChangesNothing)
{
    HistoryBuilder h;
    h.event(EventKind::ProposalViewed, start).deal.id = domain::DealId{1};
    h.event(EventKind::ProposalSent, start + day).deal.id = domain::DealId{2};
    h.event(EventKind::ProposalViewed, start + 2 * day).deal.id = domain::DealId{1};
    const auto found = h.find(SignalType::ProposalReopened, start + 10 * day);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].deal, domain::DealId{1});
}

TEST(Reply, EachReplyIsASignal)
{
    HistoryBuilder h;
    h.event(EventKind::EmailReplied, start);
    h.event(EventKind::EmailReplied, start);
    h.event(EventKind::EmailReplied, start).suspectBot = true;
    h.event(EventKind::EmailOpened, start);
    EXPECT_EQ(h.find(SignalType::Reply, start).size(), 2U);
    EXPECT_TRUE(h.find(SignalType::Reply, start - 1).empty());
    // The same mail delivered twice under one key is one.
    h.history().events[1].sourceKey = h.history().events[0].sourceKey;
    EXPECT_EQ(h.find(SignalType::Reply, start).size(), 1U);
}

TEST(Surge, FiresAtTheThirdDistinctEventWithinTwoDays)
{
    HistoryBuilder h;
    h.event(EventKind::PricingView, start, 1);
    h.event(EventKind::CompareView, start + day, 2);
    h.event(EventKind::DemoRequested, start + 2 * day, 2);
    EXPECT_TRUE(h.find(SignalType::Surge, start + 2 * day - 1).empty());
    const auto found = h.find(SignalType::Surge, start + 2 * day);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].contact.isSet());
    EXPECT_EQ(found[0].reason,
              (Reason{ReasonCode::Surge,
                      {std::int64_t{3}, std::int64_t{2}, Span{2 * day}, AtTime{start + 2 * day}}}));
}

TEST(Surge, RepeatsWithinAVisitOrASlowRowDoNotFire)
{
    HistoryBuilder h;
    for (int i = 0; i < 5; ++i)
        h.event(EventKind::PricingView, start + i * 10 * minute, 1);
    EXPECT_TRUE(h.find(SignalType::Surge, start + 9 * day).empty());
    HistoryBuilder slow;
    for (int i = 0; i < 5; ++i)
        slow.event(EventKind::CompareView, start + i * 25 * hour, 1);
    EXPECT_TRUE(slow.find(SignalType::Surge, start + 9 * day).empty());
}

TEST(Surge, WithinTheCooldownItGrowsAndAfterItFiresAgain)
{
    HistoryBuilder h;
    for (int i = 0; i < 3; ++i)
        h.event(EventKind::PricingView, start + i * hour, 1);
    const auto first = h.find(SignalType::Surge, start + 30 * day);
    h.event(EventKind::CompareView, start + 2 * hour + 72 * hour - 1, 3);
    const auto grown = h.find(SignalType::Surge, start + 30 * day);
    ASSERT_EQ(grown.size(), 1U);
    EXPECT_EQ(grown[0].id, first[0].id);
    EXPECT_EQ(std::get<std::int64_t>(grown[0].reason.arguments[0]), 4);
    for (int i = 0; i < 3; ++i)
        h.event(EventKind::PricingView, start + 10 * day + i * hour, 1);
    EXPECT_EQ(h.find(SignalType::Surge, start + 30 * day).size(), 2U);
}
