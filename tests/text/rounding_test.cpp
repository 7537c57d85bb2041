#include "ui/text/rounding.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

using topline::ui::text::roundedToSum;

TEST(Rounding, MovesTheLargestRemaindersByOneDigit)
{
    // 1.14 + 1.14 + 1.72 = 4.0, but 1.1 + 1.1 + 1.7 = 3.9.
    const QVector<double> shown = roundedToSum({1.14, 1.14, 1.72}, 4.0, 1);
    EXPECT_NEAR(std::accumulate(shown.begin(), shown.end(), 0.0), 4.0, 1e-9);
    EXPECT_NEAR(shown[2], 1.7, 1e-9);
    EXPECT_TRUE(roundedToSum({}, 0, 1).isEmpty());
}

TEST(Rounding, SumsExactlyAndStaysWithinOneDigitForAnyParts)
{
    constexpr unsigned seed = 4;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> spread(-9, 9);
    for (int round = 0; round < 500; ++round) {
        QVector<double> parts(1 + static_cast<int>(random() % 9));
        double total = 0;
        for (double &part : parts)
            total += part = spread(random);
        const QVector<double> shown = roundedToSum(parts, total, 1);
        EXPECT_NEAR(std::accumulate(shown.begin(), shown.end(), 0.0), std::round(total * 10) / 10,
                    1e-9);
        for (qsizetype i = 0; i < parts.size(); ++i)
            EXPECT_LE(std::abs(parts[i] - shown[i]), 0.1 + 1e-9);
    }
}
