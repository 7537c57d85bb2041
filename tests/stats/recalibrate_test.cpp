#include "core/base/random.h"
#include "core/stats/exact_parts.h"
#include "core/stats/recalibrate.h"
#include "core/stats/ridge_logit.h"
#include "tests/stats/synthetic_rows.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

using namespace topline::stats;

namespace {

std::vector<double> ridgeScores(const SyntheticRows &rows)
{
    const auto fit = fitRidgeLogit(rows.x, rows.y);
    std::vector<double> out;
    for (std::size_t r = 0; r < rows.x.rows; ++r)
        out.push_back(linearScore(*fit, rows.x.row(r)));
    return out;
}

} // namespace

// Reference: scikit-learn's IsotonicRegression with clipped ends.
TEST(Isotonic, AgreesWithScikitLearn)
{
    const auto rows = syntheticRows();
    std::vector<double> x;
    for (std::size_t r = 0; r < rows.x.rows; ++r)
        x.push_back(rows.x.at(r, 0));
    const auto curve = fitIsotonic(x, rows.y);
    ASSERT_TRUE(curve);
    const std::vector<double> at = {-2, -0.9, -0.5, -0.1, 0, 0.2, 0.55, 0.8, 3};
    const std::vector<double> expected = {0,
                                          0.1594202899,
                                          0.1594202899,
                                          0.4444444444,
                                          0.4444444444,
                                          0.5263157895,
                                          0.6363636364,
                                          0.6774193548,
                                          1};
    for (std::size_t i = 0; i < at.size(); ++i)
        EXPECT_NEAR(curve->at(at[i]), expected[i], 1e-9) << at[i];
}

TEST(Isotonic, PoolsViolatorsAndEqualPlaces)
{
    const auto curve =
        fitIsotonic(std::vector<double>{1, 2, 3, 3, 4}, std::vector<double>{1, 0, 0, 1, 1});
    ASSERT_TRUE(curve);
    EXPECT_DOUBLE_EQ(curve->at(1), 0.5);
    EXPECT_DOUBLE_EQ(curve->at(2), 0.5);
    EXPECT_DOUBLE_EQ(curve->at(3), 0.5);
    EXPECT_DOUBLE_EQ(curve->at(4), 1);
    EXPECT_DOUBLE_EQ(curve->at(3.5), 0.75);
    EXPECT_FALSE(fitIsotonic({}, {}));
}

// Reference: scipy's BFGS on the softened targets, and on the penalised shift.
TEST(Recalibrate, AgreesWithAGeneralMinimiser)
{
    const auto rows = syntheticRows();
    auto scores = ridgeScores(rows);
    const auto line = fitPlatt(scores, rows.y);
    ASSERT_TRUE(line);
    EXPECT_NEAR(line->slope, 1.08625645, 1e-5);
    EXPECT_NEAR(line->intercept, 0.021714, 1e-5);
    for (double &score : scores)
        score += 1;
    EXPECT_NEAR(shrunkShift(scores, rows.y), -0.90517719, 1e-6);
}

TEST(Recalibrate, FewOutcomesMoveTheShiftLittle)
{
    EXPECT_EQ(shrunkShift({}, {}), 0);
    const std::vector<double> scores(4, -2);
    const std::vector<double> won(4, 1);
    const double few = shrunkShift(scores, won);
    EXPECT_GT(few, 0);
    EXPECT_LT(few, 1);
    const std::vector<double> many(400, -2);
    const std::vector<double> manyWon(400, 1);
    EXPECT_GT(shrunkShift(many, manyWon), 3);
    // Scores that hit the rate already stay where they are.
    EXPECT_NEAR(shrunkShift(std::vector<double>{0, 0}, std::vector<double>{0, 1}), 0, 1e-12);
}

TEST(Recalibrate, PlattNeedsBothLabels)
{
    EXPECT_FALSE(fitPlatt(std::vector<double>{1, 2}, std::vector<double>{1, 1}));
    EXPECT_FALSE(fitPlatt({}, {}));
}

TEST(ExactParts, AddUpInTenThousandRandomCases)
{
    topline::base::Random random(7);
    for (int i = 0; i < 10'000; ++i) {
        std::vector<double> parts(1 + random.below(12));
        for (double &part : parts)
            part = random.normal() * std::pow(10.0, random.between(0, 7));
        const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
        const auto total = std::llround(sum);
        const auto whole = exactParts(parts, total);
        ASSERT_EQ(std::accumulate(whole.begin(), whole.end(), std::int64_t{0}), total);
        for (std::size_t p = 0; p < parts.size(); ++p)
            ASSERT_NEAR(static_cast<double>(whole[p]), parts[p], 1.5) << "seed 7, case " << i;
    }
}

TEST(ExactParts, TheLargestRemaindersGetTheOddUnits)
{
    EXPECT_EQ(exactParts(std::vector<double>{1.5, 1.75, -0.25, 2}, 5),
              (std::vector<std::int64_t>{1, 2, 0, 2}));
    EXPECT_EQ(exactParts(std::vector<double>{0.6, 0.6, 0.8}, 2),
              (std::vector<std::int64_t>{1, 0, 1}));
    EXPECT_EQ(exactParts(std::vector<double>{-0.5, 0.25}, 0), (std::vector<std::int64_t>{0, 0}));
    EXPECT_EQ(exactParts(std::vector<double>{1, 1, 1}, 10), (std::vector<std::int64_t>{4, 3, 3}));
    EXPECT_EQ(exactParts(std::vector<double>{1, 1, 1}, -4),
              (std::vector<std::int64_t>{-1, -1, -2}));
    EXPECT_TRUE(exactParts({}, 0).empty());
}
