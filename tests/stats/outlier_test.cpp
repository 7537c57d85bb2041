#include "core/base/random.h"
#include "core/stats/outlier.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::stats;

// R: mad(x, constant = 1), and .6745 (x - median) / mad by hand.
TEST(RobustSpread, MatchesR)
{
    const std::vector<double> x = {2.5, 3.1, 2.9, 3.3, 8.0, 2.7, 3.0, 2.8, 3.2, 2.6, -4};
    const auto spread = robustSpread(x);
    ASSERT_TRUE(spread);
    EXPECT_DOUBLE_EQ(spread->median, 2.9);
    EXPECT_NEAR(spread->mad, 0.3, 1e-15);
    EXPECT_EQ(spread->n, 11);
    EXPECT_NEAR(*modifiedZ(8.0, *spread), 11.466500000000005, 1e-12);
    EXPECT_NEAR(*modifiedZ(-4, *spread), -15.513500000000009, 1e-12);
    EXPECT_EQ(*modifiedZ(2.9, *spread), 0);
}

TEST(RobustSpread, OfEqualsHasTheFloorAndOfZerosNone)
{
    const auto equal = robustSpread({40, 40, 40, 41});
    ASSERT_TRUE(equal);
    EXPECT_DOUBLE_EQ(equal->mad, 2); // 5 % of 40
    EXPECT_NEAR(*modifiedZ(50, *equal), 0.6745 * 10 / 2, 1e-12);
    const auto negative = robustSpread({-40, -40, -40});
    EXPECT_DOUBLE_EQ(negative->mad, 2);
    const auto zeros = robustSpread({0, 0, 0});
    ASSERT_TRUE(zeros);
    EXPECT_FALSE(modifiedZ(1, *zeros));
    EXPECT_FALSE(robustSpread({}));
}

// R: pnorm(z, lower.tail = FALSE).
TEST(NormalTail, MatchesR)
{
    EXPECT_DOUBLE_EQ(normalTail(0), 0.5);
    EXPECT_NEAR(normalTail(1), 0.15865525393145705, 1e-16);
    EXPECT_NEAR(normalTail(3.5), 0.00023262907903552494, 1e-17);
    EXPECT_NEAR(normalTail(-2), 0.97724986805182079, 1e-15);
    EXPECT_NEAR(normalTail(9) / 1.1285884059538408e-19, 1, 1e-12);
}

// R: p.adjust(p, "BH").
TEST(BenjaminiHochberg, MatchesRIncludingTies)
{
    const std::vector<double> p = {0.01, 0.04, 0.03, 0.005,  0.20, 0.04,
                                   0.9,  1,    0,    0.0012, 0.5,  0.03};
    const std::vector<double> expected = {
        0.03, 0.06,   0.06, 0.02, 0.26666666666666666, 0.06, 0.98181818181818181, 1,
        0,    0.0072, 0.6,  0.06};
    const auto q = benjaminiHochberg(p);
    ASSERT_EQ(q.size(), p.size());
    for (std::size_t i = 0; i < p.size(); ++i)
        EXPECT_NEAR(q[i], expected[i], 1e-15) << i;
    EXPECT_TRUE(benjaminiHochberg({}).empty());
    EXPECT_EQ(benjaminiHochberg({0.3}), std::vector<double>{0.3});
}

// Adjusted values keep the order of the raw ones, never fall below them, and rejecting at q is the
// step-up rule of the paper, worked out here from its definition.
TEST(BenjaminiHochberg, IsMonotoneAndTheStepUpRule)
{
    base::Random random(77);
    for (int round = 0; round < 500; ++round) {
        std::vector<double> p(static_cast<std::size_t>(random.between(1, 40)));
        for (double &value : p)
            value = random.chance(0.4) ? random.uniform() * 0.02 : random.uniform();
        const auto q = benjaminiHochberg(p);
        auto sorted = p;
        std::sort(sorted.begin(), sorted.end());
        double cut = -1;
        for (std::size_t k = 0; k < sorted.size(); ++k) {
            const double line =
                0.1 * static_cast<double>(k + 1) / static_cast<double>(sorted.size());
            if (sorted[k] <= line)
                cut = sorted[k];
        }
        for (std::size_t i = 0; i < p.size(); ++i) {
            ASSERT_GE(q[i], p[i]) << "seed 77, round " << round;
            ASSERT_LE(q[i], 1);
            ASSERT_EQ(q[i] <= 0.1, p[i] <= cut) << "seed 77, round " << round;
            for (std::size_t j = 0; j < p.size(); ++j) {
                ASSERT_TRUE(p[i] >= p[j] || q[i] <= q[j]) << "seed 77, round " << round;
            }
        }
    }
}
