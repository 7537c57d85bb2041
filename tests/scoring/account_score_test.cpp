#include "core/scoring/account_score.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace topline;
using domain::EventKind;
using domain::ReasonCode;
using domain::Tier;

namespace {

constexpr base::UtcMs now = 1'763'460'840'000;

domain::Event eventAt(EventKind kind, base::DurationMs age, std::int32_t amount = 0)
{
    domain::Event out;
    out.kind = kind;
    out.atMs = now - age;
    out.amount = amount;
    return out;
}

domain::AccountHistory historyOf(std::vector<domain::Event> events)
{
    domain::AccountHistory out;
    out.account.id = domain::AccountId{7};
    out.events = std::move(events);
    return out;
}

domain::AccountScore scoreOf(const domain::AccountHistory &history, Tier before = Tier::Cold)
{
    return scoring::scoreAccount(history, {}, now, before);
}

std::int64_t sumOf(const domain::AccountScore &score)
{
    std::int64_t out = 0;
    for (const auto &row : score.rows)
        out += row.milliPoints;
    return out;
}

const domain::ScoreRow *capRow(const domain::AccountScore &score, const std::string &group)
{
    for (const auto &row : score.rows) {
        if (row.label.code == ReasonCode::ScoreGroupCap &&
            std::get<std::string>(row.label.arguments[0]) == group)
            return &row;
    }
    return nullptr;
}

domain::AccountHistory perfectFit()
{
    domain::AccountHistory out = historyOf({});
    out.account.industry = "Logistics";
    out.account.employees = 500;
    out.contacts.emplace_back().title = "Chief Financial Officer";
    return out;
}

} // namespace

TEST(Engagement, HalvesPerHalfLife)
{
    EXPECT_EQ(scoreOf(historyOf({eventAt(EventKind::PricingView, 0)})).engagementMilli, 10'000);
    EXPECT_EQ(
        scoreOf(historyOf({eventAt(EventKind::PricingView, 14 * base::dayMs)})).engagementMilli,
        5'000);
    EXPECT_EQ(
        scoreOf(historyOf({eventAt(EventKind::EmailClicked, 14 * base::dayMs)})).engagementMilli,
        750);
    EXPECT_EQ(
        scoreOf(historyOf({eventAt(EventKind::MeetingHeld, 30 * base::dayMs)})).engagementMilli,
        15'000);
}

TEST(Engagement, EveryCapIsARowOfItsOwnWithAMinus)
{
    const auto score =
        scoreOf(historyOf({eventAt(EventKind::DemoRequested, 0), eventAt(EventKind::PricingView, 0),
                           eventAt(EventKind::EmailReplied, 0)}));
    EXPECT_EQ(score.engagementMilli, 60'000);
    ASSERT_NE(capRow(score, "web"), nullptr);
    EXPECT_EQ(capRow(score, "web")->milliPoints, -5'000);   // half of -10 points
    EXPECT_EQ(capRow(score, "email")->milliPoints, -2'500); // half of -5 points
    EXPECT_EQ(capRow(score, "meeting"), nullptr);
    EXPECT_EQ(sumOf(score), score.totalMilli);
}

TEST(Engagement, AnUnsubscribeDoesNotGoBelowZero)
{
    const auto score = scoreOf(historyOf({eventAt(EventKind::Unsubscribed, 0)}));
    EXPECT_EQ(score.engagementMilli, 0);
    EXPECT_EQ(sumOf(score), 0);
    ASSERT_NE(capRow(score, "floor"), nullptr);
    EXPECT_GT(capRow(score, "floor")->milliPoints, 0);
}

TEST(Engagement, BotsOpensAndTheFutureCountNothing)
{
    auto bot = eventAt(EventKind::EmailClicked, 0);
    bot.suspectBot = true;
    const auto score = scoreOf(historyOf(
        {bot, eventAt(EventKind::EmailOpened, 0), eventAt(EventKind::DemoRequested, -1)}));
    EXPECT_EQ(score.engagementMilli, 0);
    EXPECT_EQ(score.rows.size(), 3U); // the default profile's criteria alone
}

TEST(Engagement, RowsNameKindCountAndNewest)
{
    const auto score = scoreOf(historyOf({eventAt(EventKind::PricingView, 2 * base::dayMs),
                                          eventAt(EventKind::PricingView, base::dayMs)}));
    ASSERT_EQ(score.rows.size(), 4U);
    EXPECT_EQ(score.rows[3].label, (domain::Reason{ReasonCode::ScoreEvents,
                                                   {std::string("pricing_view"), std::int64_t{2},
                                                    domain::AtTime{now - base::dayMs}}}));
}

// As much as a form, and it fades like one; but it is mail that brought the answer, so mail's cap
// holds.
TEST(Engagement, AnAnswerToACampaignCountsAsAFormDoesAmongMail)
{
    const auto one = eventAt(EventKind::CampaignResponded, 0);
    EXPECT_EQ(scoreOf(historyOf({one})).engagementMilli, 10'000);
    EXPECT_EQ(scoreOf(historyOf({eventAt(EventKind::CampaignResponded, 14 * base::dayMs)}))
                  .engagementMilli,
              5'000);
    const auto score = scoreOf(historyOf({one, one, one}));
    EXPECT_EQ(score.engagementMilli, 20'000);
    ASSERT_NE(capRow(score, "email"), nullptr);
    EXPECT_EQ(capRow(score, "email")->milliPoints, -5'000); // half of -10 points
    EXPECT_EQ(scoreOf(historyOf({eventAt(EventKind::CampaignAdded, 0)})).engagementMilli, 0);
}

TEST(Engagement, ADeepReadOfTheDocsIsWorthMore)
{
    EXPECT_EQ(scoreOf(historyOf({eventAt(EventKind::DocsView, 0, 299)})).engagementMilli, 2'000);
    EXPECT_EQ(scoreOf(historyOf({eventAt(EventKind::DocsView, 0, 300)})).engagementMilli, 10'000);
}

TEST(Tier, IsLeftLowerThanItIsEntered)
{
    // Fit 100 and engagement 40: exactly 70.
    auto history = perfectFit();
    history.events = {eventAt(EventKind::DemoRequested, 0)};
    EXPECT_EQ(scoreOf(history).totalMilli, 70'000);
    EXPECT_EQ(scoreOf(history).tier, Tier::Hot);
    // 69.x enters as Warm only, but stays Hot for one that was.
    history.events = {eventAt(EventKind::DemoRequested, base::dayMs)};
    EXPECT_LT(scoreOf(history).totalMilli, 70'000);
    EXPECT_EQ(scoreOf(history).tier, Tier::Warm);
    EXPECT_EQ(scoreOf(history, Tier::Hot).tier, Tier::Hot);
    history.events = {eventAt(EventKind::DemoRequested, 7 * base::dayMs)};
    EXPECT_LT(scoreOf(history).totalMilli, 67'000);
    EXPECT_EQ(scoreOf(history, Tier::Hot).tier, Tier::Warm);
    EXPECT_EQ(scoreOf(historyOf({}), Tier::Hot).tier, Tier::Cold);
}

TEST(Grid, PutsFitAndEngagementApart)
{
    const auto cell = [](std::int64_t fitMilli, std::int64_t engagementMilli) {
        domain::AccountScore score;
        score.fitMilli = fitMilli;
        score.engagementMilli = engagementMilli;
        return scoring::gridCell(score, {});
    };
    EXPECT_EQ(cell(70'000, 100'000), "A1");
    EXPECT_EQ(cell(69'999, 40'000), "B2");
    EXPECT_EQ(cell(40'000, 39'999), "B3");
    EXPECT_EQ(cell(39'999, 70'000), "C1");
    EXPECT_EQ(cell(0, 0), "C3");
}

TEST(Score, RowsSumExactlyAndOrderOfArrivalDoesNotMatter)
{
    constexpr std::uint32_t seed = 7;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const EventKind kinds[] = {
        EventKind::PageView,     EventKind::PricingView,  EventKind::DocsView,
        EventKind::CompareView,  EventKind::EmailClicked, EventKind::EmailReplied,
        EventKind::Unsubscribed, EventKind::MeetingHeld,  EventKind::MeetingMissed,
        EventKind::CallAnswered, EventKind::EmailOpened,  EventKind::TrialStarted,
    };
    for (int round = 0; round < 10'000; ++round) {
        auto history = random() % 2 ? perfectFit() : historyOf({});
        const auto count = random() % 30;
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto age = static_cast<base::DurationMs>(random() % (90 * 86'400U)) * 1'000;
            history.events.push_back(eventAt(kinds[random() % std::size(kinds)], age,
                                             static_cast<std::int32_t>(random() % 600)));
        }
        const auto score = scoreOf(history);
        ASSERT_EQ(sumOf(score), score.totalMilli);
        ASSERT_EQ(score.totalMilli, (score.fitMilli + score.engagementMilli) / 2);
        ASSERT_GE(score.engagementMilli, 0);
        ASSERT_LE(score.engagementMilli, 100'000);
        std::shuffle(history.events.begin(), history.events.end(), random);
        ASSERT_EQ(scoreOf(history), score);
    }
}
