#include "core/predict/forecast_backtest.h"
#include "tests/predict/forecast_world.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <ostream>

using namespace topline;
using namespace topline::predict;
using domain::ForecastMethod;
using predict_test::close;
using predict_test::course;
using predict_test::day;
using predict_test::noon;

namespace {

constexpr base::DurationMs span = 60 * base::dayMs;

} // namespace

TEST(StageRates, ShrinkTheStageToAllDeals)
{
    ForecastInput input;
    for (std::int64_t id = 1; id <= 10; ++id) {
        auto deal = course(id, -90, 100);
        if (id <= 5)
            deal.stays = {{{7}, day(-90), std::nullopt}};
        close(deal, id <= 4, -10);
        input.deals.push_back(deal);
    }
    const StageRates rates(input, noon);
    EXPECT_DOUBLE_EQ(*rates.of({7}), (4 + 20 * .4) / 25);
    EXPECT_DOUBLE_EQ(*rates.of({8}), .4);
    EXPECT_FALSE(StageRates(input, day(-20)).of({7})); // nothing was closed yet
}

TEST(Figures, SplitWhatWasWonIntoHandAndNew)
{
    ForecastInput input;
    auto old = course(1, -100, 300);
    close(old, true, -20);
    auto fresh = course(2, -40, 700);
    close(fresh, true, -10);
    input.deals = {old, fresh};
    const auto figures = figuresAt(input, noon, span);
    EXPECT_EQ(figures.newMinor(), 700);
    EXPECT_EQ(figures.totalMinor(ForecastMethod::SameAsLast), 1'000);
    const auto won = wonWithin(input, {day(-60), day(-20)});
    EXPECT_TRUE(won.empty()); // the end is exclusive
    EXPECT_EQ(wonWithin(input, {day(-20), noon}).size(), 2U);
}

// An origin may not know anything that came after it: a back-test on a history that is cut off
// there must say the same.
TEST(BackTest, NoOriginKnowsItsFuture)
{
    for (std::uint64_t seed = 1; seed <= 15; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const ForecastInput whole = predict_test::randomCompany(seed, 200);
        const base::UtcMs at = day(-97);
        ForecastInput cut = whole;
        std::erase_if(cut.deals, [&](const auto &deal) { return *deal.startMs >= at; });
        for (DealCourse &deal : cut.deals) {
            std::erase_if(deal.stays, [&](const auto &stay) { return stay.enteredMs >= at; });
            std::erase_if(deal.amounts, [&](const auto &step) { return step.fromMs >= at; });
            if (!deal.stays.empty() && deal.stays.back().leftMs >= at)
                deal.stays.back().leftMs.reset();
            if (deal.closedMs >= at) {
                deal.closedMs.reset();
                deal.kind = domain::StageKind::Open;
            }
        }
        const auto then = figuresAt(whole, at, span);
        const auto blind = figuresAt(cut, at, span);
        ASSERT_EQ(then.hand.size(), blind.hand.size());
        for (const auto method :
             {ForecastMethod::Raw, ForecastMethod::StageWeighted, ForecastMethod::AgeHazard,
              ForecastMethod::StageHazard, ForecastMethod::SameAsLast})
            EXPECT_NEAR(then.totalMinor(method), blind.totalMinor(method), 1e-3);
    }
}

TEST(BackTest, OriginsLieTwoWeeksApartAndTheLastSpanIsOver)
{
    const ForecastInput input = predict_test::randomCompany(3, 300);
    const auto origins = originsOf(input, span);
    ASSERT_EQ(origins.size(), static_cast<std::size_t>(originsMax));
    EXPECT_EQ(origins.back(), noon - span);
    for (std::size_t i = 1; i < origins.size(); ++i)
        EXPECT_EQ(origins[i] - origins[i - 1], originStepMs);
}

TEST(BackTest, AYoungCompanyHasNoOrigins)
{
    ForecastInput input;
    input.now = noon;
    EXPECT_TRUE(originsOf(input, span).empty());
    for (std::int64_t id = 1; id <= 30; ++id) {
        auto deal = course(id, -70, 100);
        close(deal, true, -30);
        input.deals.push_back(deal);
    }
    const auto result = backTest(input, span);
    EXPECT_TRUE(result.shown.origins.empty());
    EXPECT_FALSE(result.shown.beatsNaive);
    EXPECT_FALSE(result.shown.hand.front().wape);
}

TEST(BackTest, SumsOfRepsAreTheSumsOfAll)
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const ForecastInput input = predict_test::randomCompany(seed, 250);
        const auto shown = backTest(input, span).shown;
        std::int64_t forecast = 0;
        std::int64_t actual = 0;
        for (const auto &rep : shown.reps) {
            forecast += rep.forecastMinor;
            actual += rep.actualMinor;
            EXPECT_EQ(rep.actualMinor > 0, !rep.won.empty());
            if (rep.bias && *rep.bias >= 0) {
                EXPECT_NEAR(*rep.accuracy, 1 - *rep.bias, 1e-12);
            }
        }
        std::int64_t expected = 0;
        std::int64_t won = 0;
        for (const auto &origin : shown.origins) {
            expected += shown.chosen == ForecastMethod::AgeHazard ? origin.ageHazardMinor
                                                                  : origin.stageHazardMinor;
            won += origin.handActualMinor;
        }
        EXPECT_EQ(actual, won);
        EXPECT_NEAR(static_cast<double>(forecast), static_cast<double>(expected), 30); // roundings
    }
}

// Deals of the random company follow no market: hazards must be nearly unbiased there, and far
// better than counting all of the pipeline.
TEST(BackTest, HazardsBeatRawPipelineByFar)
{
    constexpr std::uint64_t seed = 99;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const auto shown = backTest(predict_test::randomCompany(seed, 1'500), span).shown;
    const auto wapeOf = [&](ForecastMethod method) {
        for (const auto &score : shown.hand) {
            if (score.method == method)
                return *score.wape;
        }
        return HUGE_VAL;
    };
    EXPECT_LT(wapeOf(ForecastMethod::StageHazard), .35);
    EXPECT_LT(wapeOf(ForecastMethod::StageHazard), wapeOf(ForecastMethod::Raw) / 2);
    EXPECT_LT(wapeOf(ForecastMethod::StageHazard), wapeOf(ForecastMethod::StageWeighted));
    for (const auto &bin : shown.reliability) {
        if (bin.n >= 500) {
            EXPECT_NEAR(bin.promised, bin.rate, .1);
        }
    }
}

TEST(BackTest, TodaysSignalsPlayNoPartInThePast)
{
    ForecastInput input = predict_test::randomCompany(5, 200);
    const auto before = backTest(input, span).shown;
    for (DealCourse &deal : input.deals)
        deal.signalLogit = 2;
    const auto after = backTest(input, span).shown;
    EXPECT_EQ(before.origins.front().stageHazardMinor, after.origins.front().stageHazardMinor);
    EXPECT_EQ(before.origins.back().stageHazardMinor, after.origins.back().stageHazardMinor);
}
