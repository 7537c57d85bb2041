#include "core/stats/encoder.h"
#include "core/stats/quantile_bins.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>

using namespace topline::stats;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

RawColumn numbers(std::string name, std::vector<double> values)
{
    return {.name = std::move(name), .isText = false, .numbers = std::move(values), .texts = {}};
}

RawColumn texts(std::string name, std::vector<std::string> values)
{
    return {.name = std::move(name), .isText = true, .numbers = {}, .texts = std::move(values)};
}

std::vector<std::size_t> firstRows(std::size_t n)
{
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

} // namespace

TEST(Encoder, ScalesByTheMeanAndPopulationSpreadOfTheTrainingRows)
{
    const std::vector<RawColumn> columns = {numbers("a", {1, 2, 3, 4, 100})};
    const auto encoder = fitEncoder(columns, firstRows(4));
    ASSERT_EQ(encoder.size(), 1U);
    EXPECT_DOUBLE_EQ(encoder[0].centre, 2.5);
    EXPECT_DOUBLE_EQ(encoder[0].scale, std::sqrt(1.25));
    const auto x = encode(encoder, columns, firstRows(5));
    EXPECT_DOUBLE_EQ(x.at(0, 0), -1.5 / std::sqrt(1.25));
    EXPECT_DOUBLE_EQ(x.at(4, 0), 97.5 / std::sqrt(1.25));
}

TEST(Encoder, PutsTheTrainingMedianForWhatIsMissingAndFlagsIt)
{
    const std::vector<RawColumn> columns = {numbers("a", {1, missing, 3, 8, missing, 1'000})};
    const auto encoder = fitEncoder(columns, firstRows(4));
    ASSERT_EQ(encoder.size(), 2U);
    EXPECT_DOUBLE_EQ(encoder[0].median, 3);
    EXPECT_DOUBLE_EQ(encoder[0].centre, 3.75);
    EXPECT_EQ(encoder[1].kind, FeatureKind::Missing);
    const auto x = encode(encoder, columns, firstRows(6));
    EXPECT_DOUBLE_EQ(x.at(4, 0), x.at(2, 0));
    EXPECT_EQ(x.at(4, 1), 1);
    EXPECT_EQ(x.at(5, 1), 0);
}

TEST(Encoder, KeepsLevelsOfOnePercentAndMore)
{
    std::vector<std::string> values(200, "common");
    values[0] = "rare";
    values[1] = values[2] = "onePercent";
    const std::vector<RawColumn> columns = {texts("t", values)};
    const auto encoder = fitEncoder(columns, firstRows(200));
    ASSERT_EQ(encoder.size(), 2U);
    EXPECT_EQ(encoder[0].level, "common");
    EXPECT_EQ(encoder[1].level, "onePercent");
    const auto x = encode(encoder, columns, firstRows(3));
    EXPECT_EQ(x.at(0, 0) + x.at(0, 1), 0) << "a rare level is all zeros";
    EXPECT_EQ(x.at(1, 1), 1);
}

TEST(Encoder, LeavesOutWhatDoesNotVary)
{
    const std::vector<RawColumn> columns = {
        numbers("same", {0.1, 0.1, 0.1}), numbers("none", {missing, missing, missing}),
        texts("one", {"x", "x", "x"}), numbers("some", {1, 2, 3})};
    const auto encoder = fitEncoder(columns, firstRows(3));
    ASSERT_EQ(encoder.size(), 1U);
    EXPECT_EQ(encoder[0].column, 3U);
}

TEST(QuantileBins, CutsAtQuantilesWithTheEdgeOnTheLeft)
{
    Matrix x(9, 2);
    for (std::size_t r = 0; r < 9; ++r) {
        x.row(r)[0] = static_cast<double>(r); // 0 … 8
        x.row(r)[1] = r % 2 == 0 ? 1 : 0;
    }
    const auto bins = fitQuantileBins(x, 4);
    ASSERT_EQ(bins.size(), 2U);
    EXPECT_EQ(bins[0].edges, (std::vector<double>{2, 4, 6}));
    EXPECT_TRUE(bins[1].edges.empty()) << "a flag stays as it is";
    const auto binned = toBins(bins, x);
    ASSERT_EQ(binned.columns, 5U);
    const auto binOf = [&](std::size_t row) {
        for (std::size_t b = 0; b < 4; ++b) {
            if (binned.at(row, b) == 1)
                return static_cast<int>(b);
        }
        return -1;
    };
    EXPECT_EQ(binOf(0), 0);
    EXPECT_EQ(binOf(2), 0);
    EXPECT_EQ(binOf(3), 1);
    EXPECT_EQ(binOf(4), 1);
    EXPECT_EQ(binOf(6), 2);
    EXPECT_EQ(binOf(8), 3);
    EXPECT_EQ(binned.at(2, 4), 1);
    EXPECT_EQ(binnedOrigins(bins), (std::vector<std::size_t>{0, 0, 0, 0, 1}));
}

TEST(QuantileBins, EqualEdgesAreOneAndNoBinIsEmptyInTraining)
{
    Matrix x(10, 1);
    x.values = {0, 0, 0, 0, 0, 0, 0, 1, 2, 2};
    const auto bins = fitQuantileBins(x, 8);
    const auto binned = toBins(bins, x);
    for (std::size_t b = 0; b < binned.columns; ++b) {
        double count = 0;
        for (std::size_t r = 0; r < binned.rows; ++r)
            count += binned.at(r, b);
        EXPECT_GT(count, 0) << b;
    }
}
