#include "core/base/random.h"
#include "core/predict/forecast_simulation.h"

#include <cmath>
#include <gtest/gtest.h>
#include <ostream>

using namespace topline;
using namespace topline::predict;

namespace {

SimulationInput coins(int count, double probability, double minor)
{
    SimulationInput input;
    input.hand.assign(static_cast<std::size_t>(count), {probability, minor, false});
    return input;
}

bool same(const domain::ForecastRange &a, const domain::ForecastRange &b)
{
    return a.p10Minor == b.p10Minor && a.p50Minor == b.p50Minor && a.p90Minor == b.p90Minor;
}

} // namespace

// Binomial(100, .3) from R 4.2.2: qbinom(c(.1, .5, .9), 100, .3) = 24, 30, 36.
TEST(Simulation, IndependentDealsGiveTheBinomialQuantiles)
{
    const auto result = simulate(coins(100, .3, 100));
    EXPECT_EQ(result.all.p10Minor, 2'400);
    EXPECT_EQ(result.all.p50Minor, 3'000);
    EXPECT_EQ(result.all.p90Minor, 3'600);
}

TEST(Simulation, TheSameSeedGivesTheSameDrawsAndAnotherOneDoesNot)
{
    SimulationInput input = coins(50, .4, 1'234);
    input.newMinor = {5'000, 7'000};
    input.factorSd = .3;
    const auto first = simulate(input);
    EXPECT_TRUE(same(first.all, simulate(input).all));
    input.seed = 2;
    EXPECT_FALSE(same(first.all, simulate(input).all));
}

// The quantiles of a log-normal factor on a certain sum: 100 exp(sd * -+1.2816).
TEST(Simulation, TheCommonFactorWidensTheRangeAsItsOwnLawSays)
{
    SimulationInput input = coins(1, 1, 1'000'000);
    input.factorSd = .2;
    input.factorMean = -.1;
    const auto result = simulate(input);
    EXPECT_NEAR(static_cast<double>(result.all.p10Minor), 1e6 * std::exp(-.1 - .2 * 1.2816),
                12'000);
    EXPECT_NEAR(static_cast<double>(result.all.p50Minor), 1e6 * std::exp(-.1), 8'000);
    EXPECT_NEAR(static_cast<double>(result.all.p90Minor), 1e6 * std::exp(-.1 + .2 * 1.2816),
                16'000);
}

// Poisson(100) from R 4.2.2: qpois(c(.1, .5, .9), 100) = 87, 100, 113.
TEST(Simulation, NewBusinessIsAPoissonNumberOfPastDeals)
{
    SimulationInput input;
    input.newMinor.assign(100, 10);
    const auto result = simulate(input);
    EXPECT_NEAR(static_cast<double>(result.all.p10Minor), 870, 10);
    EXPECT_NEAR(static_cast<double>(result.all.p50Minor), 1'000, 10);
    EXPECT_NEAR(static_cast<double>(result.all.p90Minor), 1'130, 10);
}

TEST(Simulation, BigDealsAreInOneRangeAndNotInTheOther)
{
    SimulationInput input = coins(10, 1, 100);
    input.hand.push_back({1, 5'000, true});
    const auto result = simulate(input);
    EXPECT_EQ(result.all.p50Minor, 6'000);
    EXPECT_EQ(result.withoutBig.p50Minor, 1'000);
}

// Above simulatedMax the small ones become one normal sum; mean and spread must not notice.
TEST(Simulation, ThousandsOfDealsKeepTheirMeanAndSpread)
{
    const auto result = simulate(coins(4'000, .25, 100));
    const double sd = 100 * std::sqrt(4'000 * .25 * .75);
    EXPECT_NEAR(static_cast<double>(result.all.p50Minor), 100'000, .05 * sd);
    EXPECT_NEAR(static_cast<double>(result.all.p90Minor - result.all.p10Minor), 2 * 1.2816 * sd,
                .06 * sd);
}

TEST(Simulation, NothingInHandIsNothing)
{
    const auto result = simulate({});
    EXPECT_EQ(result.all.p10Minor, 0);
    EXPECT_EQ(result.all.p90Minor, 0);
}

TEST(Simulation, QuantilesAreInOrder)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        base::Random random(seed);
        SimulationInput input;
        input.seed = seed;
        input.draws = 500;
        for (int i = 0; i < 40; ++i)
            input.hand.push_back({random.uniform(), random.logNormal(1'000, 1), random.chance(.1)});
        input.factorSd = random.uniform();
        const auto result = simulate(input);
        for (const auto &range : {result.all, result.withoutBig}) {
            EXPECT_LE(range.p10Minor, range.p50Minor);
            EXPECT_LE(range.p50Minor, range.p90Minor);
        }
        EXPECT_LE(result.withoutBig.p50Minor, result.all.p50Minor);
    }
}
