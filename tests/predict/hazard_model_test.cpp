#include "core/predict/hazard_model.h"
#include "tests/predict/forecast_world.h"

#include <cmath>
#include <gtest/gtest.h>
#include <ostream>

using namespace topline;
using namespace topline::predict;
using predict_test::close;
using predict_test::course;
using predict_test::day;
using predict_test::noon;

namespace {

HandDeal handOf(const DealCourse &deal)
{
    HandDeal out;
    out.course = &deal;
    return out;
}

// Enough deals in two stages: 40 go from stage 1 to 2 after ten days, half of those are won ten
// days later and half lost; 20 are lost in stage 1 after three days.
ForecastInput twoStages()
{
    ForecastInput input;
    input.now = noon;
    for (std::int64_t id = 1; id <= 60; ++id) {
        auto deal = course(id, -100, 1'000);
        deal.stays = {{{1}, day(-100), std::nullopt}};
        if (id > 40) {
            close(deal, false, -97);
        } else {
            deal.stays.back().leftMs = day(-90);
            deal.stays.push_back({{2}, day(-90), std::nullopt});
            close(deal, id % 2 == 0, -80);
        }
        input.deals.push_back(deal);
    }
    return input;
}

} // namespace

TEST(HazardSpells, AreWhatWasKnownThen)
{
    ForecastInput input;
    auto deal = course(1, -50, 1'000);
    deal.stays = {{{1}, day(-50), day(-30)}, {{2}, day(-30), std::nullopt}};
    close(deal, true, -5);
    input.deals = {deal};
    const auto before = spellsAt(input, day(-10)); // still open then
    EXPECT_EQ(before.spells[0].at(0).cause, stats::LifeSpell::stillOpen);
    EXPECT_EQ(before.spells[0].at(0).lastBin, 5);
    EXPECT_EQ(before.spells[1].at(0).cause, movedTo + 2);
    EXPECT_EQ(before.spells[2].at(0).cause, stats::LifeSpell::stillOpen);
    EXPECT_EQ(before.ended[0], 0);
    const auto after = spellsAt(input, noon);
    EXPECT_EQ(after.spells[0].at(0).cause, wonCause);
    EXPECT_EQ(after.spells[2].at(0).cause, wonCause);
    EXPECT_EQ(after.ended[2], 1);
    const auto early = spellsAt(input, day(-40)); // the second stage is not reached yet
    EXPECT_EQ(early.spells[1].at(0).cause, stats::LifeSpell::stillOpen);
    EXPECT_TRUE(early.spells[2].empty());
    EXPECT_TRUE(spellsAt(input, day(-60)).spells[0].empty());
}

TEST(HazardSpells, AClosedDealWithoutADateSaysNothing)
{
    ForecastInput input;
    auto deal = course(1, -50, 1'000);
    deal.kind = domain::StageKind::Won;
    input.deals = {deal};
    EXPECT_TRUE(spellsAt(input, noon).spells[0].empty());
}

// Without moves the chain is a plain curve, and both ways to the answer must meet.
TEST(HazardModel, WithOneClockItIsTheLifeTable)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const ForecastInput input = predict_test::randomCompany(seed, 150);
        const auto table = stats::lifeTable(spellsAt(input, input.now).spells[0], 2);
        const auto curve = stats::shrunkHazards(table, table.pooledHazards(), 20);
        const HazardModel model(input, input.now, 200);
        for (const int bin : {0, 3, 11, 40, 200}) {
            EXPECT_NEAR(model.winWithinBins(0, bin, 13), curve.incidence(wonCause, bin, bin + 13),
                        1e-12)
                << bin;
        }
    }
}

// Worked out by hand: of ten deals that begin, two thirds reach stage 2 and half of those are won.
TEST(HazardModel, AnEarlyStageWinsByWayOfTheNext)
{
    const ForecastInput input = twoStages();
    const HazardModel model(input, input.now, 700);
    DealCourse deal = course(99, 0, 1'000);
    HandDeal first = handOf(deal);
    first.stage = {1};
    first.stageAgeDays = 0;
    first.dealAgeDays = 0;
    HandDeal second = first;
    second.stage = {2};
    const auto early = model.winWithin(first, 700, HazardClock::StageAge);
    const auto late = model.winWithin(second, 700, HazardClock::StageAge);
    ASSERT_TRUE(early && late);
    EXPECT_NEAR(*early, 1. / 3, .03); // shrinkage by 20 deal-weeks moves it a little
    EXPECT_NEAR(*late, .5, .03);
    EXPECT_LT(*model.winWithin(first, 7, HazardClock::StageAge), .05);
}

// Straight counting, which needs no model: of the deals that began at least 13 weeks ago, how many
// were won within 13 weeks.
TEST(HazardModel, TheChainAgreesWithCountingWholeLives)
{
    constexpr std::uint64_t seed = 4'711;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const ForecastInput input = predict_test::randomCompany(seed, 600);
    const HazardSpells lives = spellsAt(input, input.now);
    const HazardModel model(input, input.now, 91);
    double wins = 0;
    double n = 0;
    for (const auto &deal : input.deals) {
        if (*deal.startMs > day(-92))
            continue;
        ++n;
        wins += deal.kind == domain::StageKind::Won &&
                *deal.closedMs < *deal.startMs + 91 * base::dayMs;
    }
    const double rate = wins / n;
    const double chain = model.winWithinBins(lives.placeOf.at({1}), 0, 13);
    EXPECT_NEAR(chain, rate, 4 * std::sqrt(rate * (1 - rate) / n) + .02);
}

TEST(HazardModel, GrowsWithTheSpanAndStaysAProbability)
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const ForecastInput input = predict_test::randomCompany(seed, 80);
        const HazardModel model(input, input.now, 120);
        for (const HandDeal &deal : handAt(input, input.now)) {
            for (const auto clock : {HazardClock::DealAge, HazardClock::StageAge}) {
                double before = 0;
                for (const double days : {0., 3., 7., 30., 31.5, 90., 120.}) {
                    const auto p = model.winWithin(deal, days, clock);
                    ASSERT_TRUE(p);
                    EXPECT_GE(*p, before - 1e-12);
                    EXPECT_LE(*p, 1);
                    before = *p;
                }
                EXPECT_EQ(*model.winWithin(deal, 0, clock), 0);
            }
        }
    }
}

TEST(HazardModel, WithoutAnyAgeThereIsNoProbability)
{
    const ForecastInput input = twoStages();
    const HazardModel model(input, input.now, 90);
    DealCourse deal = course(99, 0, 1'000);
    EXPECT_FALSE(model.winWithin(handOf(deal), 90, HazardClock::StageAge));
    HandDeal aged = handOf(deal);
    aged.dealAgeDays = 3;
    aged.stage = {77}; // never seen: the deal's own age decides
    aged.stageAgeDays = 1;
    EXPECT_EQ(model.winWithin(aged, 90, HazardClock::StageAge),
              model.winWithin(aged, 90, HazardClock::DealAge));
}

TEST(HazardModel, SignalsShiftTheLogOddsExactly)
{
    const ForecastInput input = twoStages();
    const HazardModel model(input, input.now, 90);
    DealCourse deal = course(99, -3, 1'000);
    HandDeal hand = handOf(deal);
    hand.dealAgeDays = 3;
    const double plain = *model.winWithin(hand, 90, HazardClock::DealAge);
    deal.signalLogit = std::log(2.0); // twice the odds
    const double shifted = *model.winWithin(hand, 90, HazardClock::DealAge);
    EXPECT_NEAR(shifted / (1 - shifted), 2 * plain / (1 - plain), 1e-12);
    EXPECT_EQ(shiftedByLogit(0, 5), 0);
    EXPECT_EQ(shiftedByLogit(1, -5), 1);
}
