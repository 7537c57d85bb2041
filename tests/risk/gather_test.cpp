#include "core/risk/gather.h"
#include "core/risk/words.h"
#include "tests/risk/facts_builder.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::risk {
namespace {

using domain::EventKind;
using domain::RiskRule;

class GatherTest : public testing::Test {
protected:
    GatherTest()
    {
        deal.id = {5};
        deal.account.id = {2};
        deal.stage.id = {2};
        deal.amount = dollars(800);
        deal.createdMs = at(0);
        deal.closeMs = at(60);
    }

    static base::UtcMs at(double day)
    {
        return testNow + static_cast<base::DurationMs>(day * base::dayMs);
    }

    void touch(EventKind kind, double day, std::int64_t contact = 0, const std::string &text = {})
    {
        domain::Event event;
        event.id = {static_cast<std::int64_t>(touches.size()) + 1};
        event.account.id = {2};
        event.contact.id = {contact};
        event.kind = kind;
        event.atMs = at(day);
        event.body = text;
        touches.push_back(event);
    }

    void person(std::int64_t id, const std::string &title)
    {
        domain::Contact contact;
        contact.id = {id};
        contact.title = title;
        contacts.push_back(contact);
    }

    domain::RiskFacts gathered(double untilDay = 50)
    {
        return gatherFacts({deal, industry, contacts, stages, stageChanges, amountChanges,
                            closeChanges, touches, at(untilDay)},
                           policy);
    }

    static std::int64_t evidence(const domain::RiskFacts &facts, RiskRule rule)
    {
        return std::count_if(facts.evidence.begin(), facts.evidence.end(),
                             [rule](const auto &row) { return row.rule == rule; });
    }

    domain::Deal deal;
    std::string industry = "Software";
    std::vector<domain::Contact> contacts;
    std::vector<domain::Stage> stages = testStages();
    std::vector<domain::StageChange> stageChanges;
    std::vector<domain::AmountChange> amountChanges;
    std::vector<domain::CloseChange> closeChanges;
    std::vector<domain::Event> touches;
    domain::RiskPolicy policy;
};

TEST_F(GatherTest, StaysFollowTheHistoryAndEndWithTheDeal)
{
    stageChanges = {{{{5}, ""}, {{2}, ""}, at(10)},
                    {{{5}, ""}, {{1}, ""}, at(0)},
                    {{{6}, ""}, {{3}, ""}, at(5)}};
    auto facts = gathered();
    ASSERT_EQ(facts.stays.size(), 2U);
    EXPECT_EQ(facts.stays[0], (domain::DealStay{{1}, at(0), at(10)}));
    EXPECT_EQ(facts.stays[1], (domain::DealStay{{2}, at(10), std::nullopt}));
    EXPECT_EQ(facts.dueMs, at(60));
    EXPECT_EQ(evidence(facts, RiskRule::Stalled), 1);
    EXPECT_EQ(evidence(facts, RiskRule::CloseOverdue), 1);
    stageChanges.push_back({{{5}, ""}, {{4}, ""}, at(20)});
    deal.stage.id = {4};
    deal.closeMs = at(21);
    facts = gathered();
    EXPECT_EQ(facts.closedMs, at(20)) << "the earlier of close date and closing change";
    EXPECT_EQ(facts.stays.back(), (domain::DealStay{{2}, at(10), at(20)}));
    EXPECT_FALSE(facts.dueMs);
}

TEST_F(GatherTest, WithoutHistoryTheWholeLifeIsOneStayInNoStage)
{
    EXPECT_EQ(gathered().stays, (std::vector<domain::DealStay>{{{}, at(0), std::nullopt}}));
    deal.createdMs.reset();
    EXPECT_TRUE(gathered().stays.empty());
}

TEST_F(GatherTest, APushIsACloseDateMovedADayLaterOrMore)
{
    const auto moved = [&](double when, double to) {
        closeChanges.push_back({{{5}, ""}, at(to), at(when)});
    };
    moved(0, 30);
    moved(1, 30.5); // the same day in another zone
    moved(2, 29);   // earlier
    moved(3, 30);
    moved(3.5, 30);
    moved(40, 60);
    auto facts = gathered();
    EXPECT_EQ(facts.pushes, 2);
    EXPECT_EQ(evidence(facts, RiskRule::ClosePushed), 2);
    std::reverse(closeChanges.begin(), closeChanges.end());
    EXPECT_EQ(gathered(), facts);
    EXPECT_EQ(gathered(39).pushes, 1) << "what is yet to come is not known";
    deal.stage.id = {4};
    deal.closeMs = at(40);
    EXPECT_EQ(gathered().pushes, 1) << "closing moves the date too";
}

TEST_F(GatherTest, ADropIsMeasuredFromTheHighestAmount)
{
    amountChanges = {{{{5}, ""}, dollars(900), at(0)},
                     {{{5}, ""}, dollars(1'000), at(5)},
                     {{{5}, ""}, dollars(800), at(9)}};
    const auto facts = gathered();
    EXPECT_EQ(facts.dropPermille, 200);
    EXPECT_EQ(facts.firstMinor, 90'000);
    EXPECT_EQ(evidence(facts, RiskRule::AmountDropped), 2);
    deal.amount = dollars(1'200);
    EXPECT_EQ(gathered().dropPermille, 0);
    deal.amount = base::Money{1, *base::Currency::parse("EUR")};
    EXPECT_EQ(gathered().dropPermille, 0) << "amounts in another currency say nothing";
}

TEST_F(GatherTest, OnlyABuyersWordEndsOurs)
{
    touch(EventKind::EmailReplied, 1, 1);
    touch(EventKind::EmailSent, 2);
    touch(EventKind::EmailOpened, 3, 1);
    touch(EventKind::CallMade, 5);
    auto facts = gathered();
    EXPECT_EQ(facts.unanswered, 2);
    EXPECT_EQ(facts.unansweredMs, at(2));
    EXPECT_EQ(facts.lastTwoWayMs, at(1));
    EXPECT_EQ(evidence(facts, RiskRule::Ghosted), 2);
    touch(EventKind::MeetingHeld, 8, 1);
    facts = gathered();
    EXPECT_EQ(facts.unanswered, 0);
    EXPECT_FALSE(facts.unansweredMs);
    EXPECT_EQ(facts.touches, 2);
    EXPECT_EQ(facts.touchSpanMs, 7 * base::dayMs);
    EXPECT_EQ(evidence(facts, RiskRule::Ghosted), 0);
}

TEST_F(GatherTest, PeopleCountWhoTookPartSinceTheDealBegan)
{
    person(1, "VP Finance");
    person(2, "Assistant to the Director");
    person(3, "Head of Security");
    person(4, "Engineer");
    touch(EventKind::EmailReplied, -3, 3); // before it began
    touch(EventKind::MeetingHeld, 2, 1);
    touch(EventKind::EmailReplied, 3, 2);
    touch(EventKind::EmailOpened, 4, 4);
    auto facts = gathered();
    EXPECT_EQ(facts.engaged, 2);
    EXPECT_EQ(facts.leaders, 1);
    EXPECT_EQ(facts.roles, 1);
    touches.back().kind = EventKind::ProposalViewed;
    EXPECT_EQ(gathered().engaged, 3);
    touches.back().suspectBot = true;
    EXPECT_EQ(gathered().engaged, 2);
    touches[1].deal.id = {9};
    EXPECT_EQ(gathered().engaged, 1) << "that meeting was about another deal";
}

TEST_F(GatherTest, MentionsAreFoundBetweenWordBordersInTheBuyersWords)
{
    policy.competitors = {"acme crm"};
    touch(EventKind::EmailReplied, 1, 1, "We also look at ACME-CRM; any discount?");
    touch(EventKind::EmailReplied, 2, 1, "The acmecrm discounts nothing");
    touch(EventKind::EmailSent, 3, 1, "Our discount beats Acme CRM");
    touch(EventKind::CompareView, 4, 1);
    const auto facts = gathered();
    EXPECT_EQ(facts.competitors, 2);
    EXPECT_EQ(facts.concessions, 1);
    EXPECT_EQ(facts.evidence.front().rule, RiskRule::NoActivity);
}

TEST_F(GatherTest, KeepsTheNewestFewAsEvidence)
{
    for (int i = 0; i < 9; ++i)
        touch(EventKind::CallMade, i);
    const auto facts = gathered();
    ASSERT_EQ(evidence(facts, RiskRule::Ghosted), 5);
    EXPECT_EQ(facts.evidence[0].atMs, at(4));
    EXPECT_EQ(facts.evidence[4].atMs, at(8));
}

TEST(Titles, AreReadByWholeWords)
{
    EXPECT_TRUE(roleOf("Sr. Director, IT").leader);
    EXPECT_TRUE(roleOf("Geschäftsführerin").leader);
    EXPECT_FALSE(roleOf("Directory clerk").leader);
    EXPECT_FALSE(roleOf("Executive assistant to the CEO").leader);
    EXPECT_TRUE(roleOf("CFO").finance);
    EXPECT_TRUE(roleOf("Legal Counsel").control);
    EXPECT_FALSE(roleOf("").leader);
}

} // namespace
} // namespace topline::risk
