// What changes about deals and the people in them.
#include "tests/signals/history_builder.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::test;
using domain::EventKind;
using domain::SignalType;

namespace {

HistoryBuilder openDeal()
{
    HistoryBuilder h;
    h.deal(5, 1, start);
    for (const auto &[id, name] : {std::pair(1, "Dana"), std::pair(2, "Owen")}) {
        domain::Contact contact;
        contact.id = domain::ContactId{id};
        contact.firstName = name;
        h.history().contacts.push_back(contact);
    }
    return h;
}

const domain::DealId deal{5};

} // namespace

TEST(StageMove, IsEachChangeButTheFirstEntry)
{
    auto h = openDeal();
    h.change(5, 1, start);
    h.change(5, 2, start + day);
    h.change(5, 2, start + 2 * day);
    h.history().deals[0].stage.id = domain::StageId{2};
    const auto found = h.find(SignalType::StageMove, start + 3 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(std::get<std::string>(found[0].reason.arguments[0]), "Qualified");
    EXPECT_EQ(std::get<std::string>(found[0].reason.arguments[1]), "Proposal");
    EXPECT_EQ(found[0].occurredMs, start + day);
}

TEST(AmountMove, NeedsAFifthOfTheAmountBeforeInTheSameCurrency)
{
    const auto eur = *base::Currency::parse("EUR");
    const auto usd = base::Currency::usd();

    struct Row {
        base::Money from, to;
        bool isMove;
    };

    const Row rows[] = {
        {{10'000, usd}, {8'000, usd}, true},   {{10'000, usd}, {8'001, usd}, false},
        {{10'000, usd}, {12'000, usd}, true},  {{10'000, usd}, {11'999, usd}, false},
        {{10'000, usd}, {20'000, eur}, false}, {{0, usd}, {20'000, usd}, false},
    };
    for (const auto &row : rows) {
        auto h = openDeal();
        h.history().amountChanges = {{{deal, {}}, row.from, start},
                                     {{deal, {}}, row.to, start + day}};
        EXPECT_EQ(h.find(SignalType::AmountMove, start + day).size(), row.isMove ? 1u : 0u)
            << row.from.amountMinor << " to " << row.to.amountMinor;
    }
}

TEST(CloseDateMove, CountsPushesAndTellsBringingForward)
{
    auto h = openDeal();
    auto &dates = h.history().closeChanges;
    dates = {
        {{deal, {}}, start + 30 * day, start},
        {{deal, {}}, start + 37 * day - 1, start + day}, // less than a week
        {{deal, {}}, start + 60 * day, start + 3 * day},
        {{deal, {}}, start + 90 * day, start + 4 * day},
        {{deal, {}}, start + 50 * day, start + 5 * day},
    };
    const auto found = h.find(SignalType::CloseDateMove, start + 6 * day);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[2]), 1);
    EXPECT_EQ(std::get<std::int64_t>(found[1].reason.arguments[2]), 2);
    EXPECT_GT(found[1].strengthPermille, found[0].strengthPermille);
    EXPECT_EQ(std::get<std::int64_t>(found[2].reason.arguments[2]), 0);
}

TEST(ChampionSilent, IsDatedTenDaysAfterTheLastTwoWayTouch)
{
    auto h = openDeal();
    h.event(EventKind::EmailReplied, start + day, 1);
    h.event(EventKind::EmailSent, start + 5 * day, 1);
    h.event(EventKind::EmailReplied, start + 6 * day, 2);
    EXPECT_TRUE(h.find(SignalType::ChampionSilent, start + 11 * day - 1).empty());
    const auto found = h.find(SignalType::ChampionSilent, start + 11 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].contact, domain::ContactId{1});
    EXPECT_EQ(std::get<std::string>(found[0].reason.arguments[0]), "Dana");
}

TEST(CloseDateMove, BeginsAtExactlyAWeekWhileTheDealIsOpen)
{
    auto h = openDeal();
    auto &dates = h.history().closeChanges;
    dates = {{{deal, {}}, start + 30 * day, start}, {{deal, {}}, start + 37 * day, start + day}};
    EXPECT_EQ(h.find(SignalType::CloseDateMove, start + 2 * day).size(), 1u);
    dates[1].closeMs -= 1;
    EXPECT_TRUE(h.find(SignalType::CloseDateMove, start + 2 * day).empty());
    // The date that a deal was lost on is not a plan that changed.
    dates[1].closeMs = start + 2 * day;
    dates[1].atMs = start + 2 * day;
    h.history().deals[0].stage.id = domain::StageId{4};
    h.history().deals[0].closeMs = start + 2 * day;
    EXPECT_TRUE(h.find(SignalType::CloseDateMove, start + 3 * day).empty());
}

TEST(ChampionSilent, AnAnswerAtTheLastMomentCounts)
{
    auto h = openDeal();
    h.event(EventKind::EmailReplied, start + day, 1);
    h.event(EventKind::EmailReplied, start + 11 * day, 1);
    EXPECT_TRUE(h.find(SignalType::ChampionSilent, start + 12 * day).empty());
}

TEST(ChampionSilent, FollowsWhomAPersonNamedAndNeedsAnOpenDeal)
{
    auto h = openDeal();
    h.event(EventKind::EmailReplied, start + day, 2);
    EXPECT_TRUE(h.find(SignalType::ChampionSilent, start + 30 * day).empty());
    h.history().roles = {{domain::ContactId{2}, domain::BuyingRole::Champion,
                          domain::RoleSource::Suggested, "", start}};
    EXPECT_TRUE(h.find(SignalType::ChampionSilent, start + 30 * day).empty());
    h.history().roles[0].source = domain::RoleSource::Person;
    EXPECT_EQ(h.find(SignalType::ChampionSilent, start + 30 * day).size(), 1u);
    h.history().deals[0].stage.id = domain::StageId{4};
    h.history().deals[0].closeMs = start + 5 * day;
    EXPECT_TRUE(h.find(SignalType::ChampionSilent, start + 30 * day).empty());
}

TEST(ChampionBounced, RepeatsAreOneEpisode)
{
    auto h = openDeal();
    h.event(EventKind::EmailBounced, start + day, 2);
    h.event(EventKind::EmailBounced, start + 2 * day, 1);
    h.event(EventKind::EmailBounced, start + 9 * day, 1);
    const auto found = h.find(SignalType::ChampionBounced, start + 10 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].occurredMs, start + 9 * day);
    EXPECT_EQ(found[0].contact, domain::ContactId{1});
}

TEST(ChampionNewTitle, IsAnotherTitleThanTheOneKnownBefore)
{
    auto h = openDeal();
    const domain::Ref<domain::ContactId> dana{domain::ContactId{1}, {}};
    h.history().titleChanges = {{dana, "VP Finance", start - 90 * day},
                                {dana, "VP Finance", start + day},
                                {dana, "CFO", start + 2 * day}};
    const auto found = h.find(SignalType::ChampionNewTitle, start + 3 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(std::get<std::string>(found[0].reason.arguments[1]), "VP Finance");
    EXPECT_EQ(std::get<std::string>(found[0].reason.arguments[2]), "CFO");
}

TEST(NewStakeholder, IsSomebodyWhoCameTwoWeeksIntoAnOpenDeal)
{
    auto h = openDeal();
    h.history().contacts[0].createdMs = start + 14 * day - 1;
    h.history().contacts[1].createdMs = start + 14 * day;
    const auto found = h.find(SignalType::NewStakeholder, start + 20 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(std::get<std::string>(found[0].reason.arguments[0]), "Owen");
    EXPECT_EQ(found[0].deal, deal);
    h.event(EventKind::RoomJoined, start + 15 * day, 1);
    EXPECT_EQ(h.find(SignalType::NewStakeholder, start + 20 * day).size(), 2u);
    h.history().deals.clear();
    EXPECT_TRUE(h.find(SignalType::NewStakeholder, start + 20 * day).empty());
}
