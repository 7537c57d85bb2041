#include "core/base/random.h"
#include "core/stats/life_table.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <ostream>

using namespace topline::stats;

namespace {

constexpr int won = 0;
constexpr int lost = 1;
constexpr int open = LifeSpell::stillOpen;

// Sixteen lives of our own: age in bins at the end, and what ended them.
const std::vector<LifeSpell> sixteen{{0, 1, lost}, {0, 2, won},  {0, 2, lost}, {0, 3, open},
                                     {0, 3, won},  {0, 3, lost}, {0, 4, lost}, {0, 5, won},
                                     {0, 5, open}, {0, 6, won},  {0, 7, lost}, {0, 7, open},
                                     {0, 8, won},  {0, 9, won},  {0, 9, open}, {0, 10, open}};

std::vector<LifeSpell> randomLives(topline::base::Random &random, int count)
{
    std::vector<LifeSpell> out;
    for (int i = 0; i < count; ++i) {
        const int first = static_cast<int>(random.below(10));
        const int last = first + static_cast<int>(random.below(30));
        out.push_back({first, last, static_cast<int>(random.below(3)) - 1});
    }
    return out;
}

} // namespace

// Reference: R 4.2.2, survival 3.5-3, survfit(Surv(t, factor(s)) ~ 1)$pstate on the sixteen lives.
TEST(LifeTable, SurvivalAndIncidenceMatchRsAalenJohansen)
{
    const HazardCurve curve = plainHazards(lifeTable(sixteen, 2));
    const double stays[] = {.9375,         .8125,         .6875,         .61875,
                            .55,           .471428571429, .392857142857, .294642857143,
                            .196428571429, .196428571429};
    const double wins[] = {
        0, .0625, .125, .125, .19375, .272321428571, .272321428571, .370535714286, .46875, .46875};
    const double losses[] = {.0625,  .125,          .1875,         .25625,        .25625,
                             .25625, .334821428571, .334821428571, .334821428571, .334821428571};
    for (int age = 1; age <= 10; ++age) {
        EXPECT_NEAR(curve.survival(0, age + 1), stays[age - 1], 1e-11) << age;
        EXPECT_NEAR(curve.incidence(won, 0, age + 1), wins[age - 1], 1e-11) << age;
        EXPECT_NEAR(curve.incidence(lost, 0, age + 1), losses[age - 1], 1e-11) << age;
    }
}

// Reference: the same program, Surv(entry, t, s > 0), entries 0 0 1 0 2 0 1 0 3 2 0 5 4 0 6 1.
TEST(LifeTable, LateEntriesMatchRsLeftTruncation)
{
    const int entries[] = {0, 0, 1, 0, 2, 0, 1, 0, 3, 2, 0, 5, 4, 0, 6, 1};
    auto lives = sixteen;
    for (std::size_t i = 0; i < lives.size(); ++i)
        lives[i].firstBin = entries[i] + 1; // at risk after the entry
    const HazardCurve curve = plainHazards(lifeTable(lives, 2));
    const double stays[] = {.857142857143, .666666666667, .518518518519, .444444444444,
                            .380952380952, .317460317460, .264550264550, .198412698413,
                            .132275132275, .132275132275};
    for (int age = 1; age <= 10; ++age)
        EXPECT_NEAR(curve.survival(0, age + 1), stays[age - 1], 1e-11) << age;
}

TEST(LifeTable, ShrinkageGoesFromTheParentToTheOwnRate)
{
    LifeTable table = lifeTable({{0, 0, won}, {0, 0, open}, {0, 0, open}, {0, 0, open}}, 2);
    EXPECT_EQ(table.atRisk, std::vector<double>{4});
    const HazardCurve curve = shrunkHazards(table, {.05, .1}, 20);
    EXPECT_DOUBLE_EQ(curve.hazard(0, won), (1 + 20 * .05) / 24);
    EXPECT_DOUBLE_EQ(curve.hazard(0, lost), 2. / 24);
    EXPECT_DOUBLE_EQ(curve.hazard(7, won), .05); // beyond the table: the parent
    EXPECT_DOUBLE_EQ(table.pooledHazards()[won], .25);
}

TEST(LifeTable, NobodyAtRiskGivesNoEventsAndNoNumbersOutsideZeroAndOne)
{
    const LifeTable none = lifeTable({}, 2);
    EXPECT_EQ(none.pooledHazards(), (std::vector<double>{0, 0}));
    const HazardCurve curve = plainHazards(none);
    EXPECT_EQ(curve.survival(0, 50), 1);
    EXPECT_EQ(curve.everIncidence(won, 3), 0);
}

TEST(LifeTable, ForEverMeansTheTailRunsOut)
{
    const HazardCurve curve({{.2, .1}}, {.03, .01});
    // By hand: .2 in the first bin, then .7 of them split 3 : 1.
    EXPECT_NEAR(curve.everIncidence(won, 0), .2 + .7 * .75, 1e-15);
    EXPECT_NEAR(curve.everIncidence(won, 0), curve.incidence(won, 0, 5'000), 1e-12);
}

TEST(LifeTable, EveryAgeAddsUpAndPartsOfABinJoinWithoutASeam)
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        topline::base::Random random(seed);
        const LifeTable table = lifeTable(randomLives(random, 40), 2);
        const HazardCurve curve = shrunkHazards(table, table.pooledHazards(), 20);
        const double from = random.uniform() * 20;
        const double via = from + random.uniform() * 15;
        const double to = via + random.uniform() * 30;
        const double stays = curve.survival(from, to);
        EXPECT_NEAR(stays + curve.incidence(won, from, to) + curve.incidence(lost, from, to), 1,
                    1e-12);
        EXPECT_NEAR(curve.survival(from, via) * curve.survival(via, to), stays, 1e-12);
        EXPECT_NEAR(curve.incidence(won, from, via) +
                        curve.survival(from, via) * curve.incidence(won, via, to),
                    curve.incidence(won, from, to), 1e-12);
    }
}
