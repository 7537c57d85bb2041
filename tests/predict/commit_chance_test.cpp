#include "core/predict/commit_chance.h"
#include "core/predict/hazard_model.h"
#include "tests/predict/forecast_world.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::predict;
using predict_test::course;
using predict_test::day;

namespace {

// A company with a history, and `count` open deals in stage 2 that fall due 10, 20, 30 … days on.
ForecastInput dueLater(int count)
{
    auto input = predict_test::randomCompany(7, 200);
    std::erase_if(input.deals,
                  [](const auto &deal) { return deal.kind == domain::StageKind::Open; });
    for (int i = 1; i <= count; ++i) {
        auto deal = course(10'000 + i, -20, 1'000);
        deal.stage = {2};
        deal.stays = {{{2}, day(-20), std::nullopt}};
        deal.closeMs = day(10.0 * i);
        input.deals.push_back(deal);
    }
    return input;
}

} // namespace

TEST(CommitChance, IsTheHazardUntilTheCloseDateBesideTheMedianOfTheStage)
{
    const auto input = dueLater(11);
    const auto chances = commitChances(input);
    ASSERT_EQ(chances.size(), 11U);
    const HazardModel model(input, input.now, 110);
    std::int64_t last = -1;
    for (const auto &deal : handAt(input, input.now)) {
        const auto &chance = chances.at(deal.course->deal);
        const double days = daysOf(*deal.course->closeMs - input.now);
        EXPECT_EQ(chance.ppm,
                  std::llround(*model.winWithin(deal, days, HazardClock::StageAge) * 1e6));
        EXPECT_GE(chance.ppm, last); // more time, more chance
        last = chance.ppm;
        EXPECT_EQ(chance.medianPpm, chances.at({10'006}).ppm);
    }
    EXPECT_GT(chances.at({10'011}).ppm, chances.at({10'001}).ppm);
}

TEST(CommitChance, SaysNothingOfFewDealsOrOfDatesBehindOrFarAhead)
{
    EXPECT_TRUE(commitChances(dueLater(9)).empty());
    auto input = dueLater(13);
    input.deals[input.deals.size() - 1].closeMs = day(-1);
    input.deals[input.deals.size() - 2].closeMs = std::nullopt;
    input.deals[input.deals.size() - 3].closeMs = day(401);
    const auto chances = commitChances(input);
    EXPECT_EQ(chances.size(), 10U);
    EXPECT_FALSE(chances.contains({10'011}));
    EXPECT_FALSE(chances.contains({10'012}));
    EXPECT_FALSE(chances.contains({10'013}));
}

TEST(CommitChance, FollowsTheDealsOwnSignals)
{
    auto input = dueLater(11);
    const auto before = commitChances(input).at({10'003}).ppm;
    input.deals[input.deals.size() - 9].signalLogit = 1;
    EXPECT_GT(commitChances(input).at({10'003}).ppm, before);
}
