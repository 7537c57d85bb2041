#include "core/scoring/committee.h"
#include "tests/scoring/history_parts.h"

#include <gtest/gtest.h>

namespace topline::scoring {

using domain::BuyingRole;
using domain::EventKind;
using domain::RoleSource;
using Roles = std::vector<BuyingRole>;

namespace {

domain::AccountHistory threePeople()
{
    auto out =
        historyWith({eventAt(EventKind::MeetingHeld, 30 * base::dayMs, 2),
                     eventAt(EventKind::PricingView, 0, 2), eventAt(EventKind::EmailReplied, 0, 1),
                     eventAt(EventKind::EmailSent, 0, 3)});
    out.contacts = {contactOf(1, "CFO"), contactOf(2, "Fleet Manager"), contactOf(3, "CISO")};
    return out;
}

} // namespace

TEST(Committee, WeighsTouchesAndVisitsByAHalfLifeOfThirtyDays)
{
    const auto committee = committeeOf(threePeople(), nullptr, {}, testNow);
    ASSERT_EQ(committee.members.size(), 3u);
    EXPECT_EQ(committee.members[0].contact.value, 1);
    EXPECT_EQ(committee.members[0].engagementMilli, 25'000);
    EXPECT_EQ(committee.members[0].lastTwoWayMs, testNow);
    EXPECT_EQ(committee.members[1].contact.value, 2);
    EXPECT_EQ(committee.members[1].engagementMilli, 17'500); // 25 / 2 + 5
    EXPECT_EQ(committee.members[1].lastTwoWayMs, testNow - 30 * base::dayMs);
    EXPECT_EQ(committee.members[1].lastSeenMs, testNow);
    EXPECT_EQ(committee.members[2].engagementMilli, 0); // our own mail says nothing about her
    EXPECT_FALSE(committee.members[2].lastSeenMs.has_value());
    EXPECT_EQ(committee.engaged, 2);
    EXPECT_TRUE(committee.required.empty());
}

TEST(Committee, SomebodyIsEngagedForThirtyDays)
{
    for (const auto &[age, engaged] :
         {std::pair<base::DurationMs, int>{30 * base::dayMs, 1}, {30 * base::dayMs + 1, 0}}) {
        auto history = historyWith({eventAt(EventKind::CallAnswered, age, 1)});
        history.contacts = {contactOf(1, "CFO")};
        EXPECT_EQ(committeeOf(history, nullptr, {}, testNow).engaged, engaged);
    }
}

TEST(Committee, APersonsWordStandsOverTheCrmsOverTheTitles)
{
    auto history = threePeople();
    const auto first = [&] { return committeeOf(history, nullptr, {}, testNow).members[0]; };
    EXPECT_EQ(first().role, BuyingRole::EconomicBuyer);
    EXPECT_EQ(first().source, RoleSource::Suggested);
    history.roles = {{domain::ContactId{1}, BuyingRole::User, RoleSource::Crm, "crm", 5}};
    EXPECT_EQ(first().role, BuyingRole::User);
    history.roles.insert(history.roles.begin(), {domain::ContactId{1}, BuyingRole::Champion,
                                                 RoleSource::Person, "rep", 3});
    EXPECT_EQ(first().role, BuyingRole::Champion);
    EXPECT_EQ(first().source, RoleSource::Person);
}

TEST(Committee, RequiresMoreRolesTheFurtherTheDealHasCome)
{
    const Roles early = {BuyingRole::Champion, BuyingRole::User};
    const Roles middle = {BuyingRole::Champion, BuyingRole::User, BuyingRole::EconomicBuyer,
                          BuyingRole::Technical};
    const Roles late = {BuyingRole::Champion,  BuyingRole::User,     BuyingRole::EconomicBuyer,
                        BuyingRole::Technical, BuyingRole::Security, BuyingRole::Legal};
    const auto stages = sevenStages();
    const Roles wanted[] = {early, early, middle, late, late, {}, {}};
    for (std::int64_t i = 0; i < 7; ++i)
        EXPECT_EQ(requiredRoles(domain::StageId{i + 1}, stages), wanted[i]) << i;
    EXPECT_TRUE(requiredRoles(domain::StageId{99}, stages).empty());
    EXPECT_EQ(requiredRoles(domain::StageId{1}, {stages[0]}), early);
}

TEST(Committee, ARoleThatNobodyEngagedHasIsMissing)
{
    auto history = threePeople();
    const auto deal = dealIn(4);
    EXPECT_EQ(committeeOf(history, &deal, {}, testNow).missing,
              (Roles{BuyingRole::Champion, BuyingRole::Technical, BuyingRole::Security,
                     BuyingRole::Legal})); // the CISO is there, but silent
    history.events.push_back(eventAt(EventKind::DocsView, 0, 3));
    history.roles = {{domain::ContactId{2}, BuyingRole::Champion, RoleSource::Person, "rep", 1}};
    EXPECT_EQ(committeeOf(history, &deal, {}, testNow).missing,
              (Roles{BuyingRole::User, BuyingRole::Technical, BuyingRole::Legal}));
}

TEST(Committee, LeavesOutMachinesTheFutureAndThoseWhoLeft)
{
    auto history = threePeople();
    for (auto &event : history.events)
        event.suspectBot = true;
    history.events.push_back(eventAt(EventKind::PricingView, -1, 1));
    history.contacts[1].deleted = true;
    history.contacts[2].bounced = true;
    const auto committee = committeeOf(history, nullptr, {}, testNow);
    ASSERT_EQ(committee.members.size(), 2u);
    EXPECT_EQ(committee.engaged, 0);
    EXPECT_EQ(committee.members[0].engagementMilli, 0);
    EXPECT_TRUE(committee.members[0].reachable);
    EXPECT_FALSE(committee.members[1].reachable);
}

} // namespace topline::scoring
