#include "core/base/random.h"
#include "core/stats/gamma_tail.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::stats;

// mpmath 1.2 with 50 digits: betainc(n, a, 0, t / (t + b), regularized), and for the last three
// 1 - the sum of the lower terms. Ten of them are pnbinom(n - 1, a, b / (b + t), lower = F) in R.
TEST(GammaPoissonTail, MatchesFiftyDigitArithmetic)
{
    const struct {
        double a, b;
        std::int64_t n;
        double t, tail;
    } rows[] = {
        {.5, 28, 1, 2, 0.033908216920704095},         {.5, 28, 3, 2, 9.5004512928738413e-5},
        {3.5, 56, 3, 2, 0.0005544819818097705},       {12.5, 42, 6, 2, 8.5121149939188606e-5},
        {100.5, 58, 2, 2, 0.85585421537557747},       {2000.5, 28, 200, 2, 8.1305522619485376e-6},
        {40.5, 28, 1, 2, 0.93883690506057831},        {.5, 28, 60, 2, 2.0450165653504963e-72},
        {.5, 28, 250, 2, 3.5022164771825801e-296},    {5.5, .1, 10, 2, 0.99988153901441095},
        {.01, 1, 5000, 2000, 0.00025380406149436816}, {100000, 1000, 150, 2, 0.99990188475570606},
        {5.5, .001, 9000, 2, 0.62189233517545943},
    };

    for (const auto &row : rows) {
        const double tail = gammaPoissonTail({row.a, row.b}, row.n, row.t);
        EXPECT_NEAR(tail / row.tail, 1, 2e-11)
            << row.a << " " << row.b << " " << row.n << " " << row.t;
    }
}

TEST(GammaPoissonTail, IsOneForNoArrivalsAndFallsWithEachMore)
{
    base::Random random(4242);
    for (int round = 0; round < 300; ++round) {
        const GammaRate belief{0.05 + random.exponential(5), 0.1 + random.exponential(30)};
        const double window = 0.1 + random.exponential(3);
        EXPECT_EQ(gammaPoissonTail(belief, 0, window), 1);
        EXPECT_EQ(gammaPoissonTail(belief, -3, window), 1);
        // P(N >= 1) is what the gap tail says of no arrival within the window.
        EXPECT_NEAR(gammaPoissonTail(belief, 1, window), 1 - gammaExponentialTail(belief, window),
                    1e-12)
            << "seed 4242, round " << round;
        double before = 1;
        for (std::int64_t n = 1; n < 80; ++n) {
            const double tail = gammaPoissonTail(belief, n, window);
            ASSERT_LE(tail, before) << "seed 4242, round " << round << ", n " << n;
            ASSERT_GE(tail, 0);
            before = tail;
        }
    }
}

// scipy: lomax.sf(g, a, scale = b).
TEST(GammaExponentialTail, MatchesLomax)
{
    EXPECT_EQ(gammaExponentialTail({2, 10}, 0), 1);
    EXPECT_NEAR(gammaExponentialTail({2, 10}, 5), 0.4444444444444444, 1e-15);
    EXPECT_NEAR(gammaExponentialTail({7, 33}, 60), 0.0007082995065964556, 1e-17);
    EXPECT_NEAR(gammaExponentialTail({120, 80}, 400) / 4.1864889954280647e-94, 1, 1e-12);
}

TEST(GammaOfMedianGap, HasThatMedianAndYieldsToWhatIsSeen)
{
    const GammaRate belief = gammaOfMedianGap(6);
    EXPECT_NEAR(gammaExponentialTail(belief, 6), 0.5, 1e-15);
    // Forty gaps of two days: thirty days of silence, once thinkable, no longer are.
    EXPECT_GT(gammaExponentialTail(belief, 30), 0.1);
    EXPECT_LT(gammaExponentialTail(belief.after(40, 80), 30), 1e-4);
}
