#include "core/base/random.h"
#include "core/predict/win_model.h"
#include "core/predict/win_train.h"
#include "core/stats/ridge_logit.h"
#include "tests/predict/synthetic_looks.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

using namespace topline;
using namespace topline::predict;
using domain::ModelFamily;

namespace {

WinModel modelOf(ModelFamily family, const FeatureTable &table)
{
    WinModel out;
    out.family = family;
    out.verdict = domain::ModelVerdict::Usable;
    std::vector<std::size_t> rows(table.rows.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    out.fit = *fitAdditive(table.columns, table.labels(), rows, {.family = family});
    const auto parts = columnParts(out.fit, table.columns, rows);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        out.columns.push_back(table.columns[c].name);
        out.isText.push_back(table.columns[c].isText);
        double sum = 0;
        for (std::size_t r = 0; r < rows.size(); ++r)
            sum += parts.at(r, c);
        out.meanParts.push_back(sum / static_cast<double>(rows.size()));
    }
    return out;
}

void expectExact(const domain::WinEstimate &one)
{
    std::int64_t sum = one.baseMicro;
    for (const auto &part : one.parts)
        sum += part.microLogOdds;
    ASSERT_EQ(sum, one.logitMicro);
    const double p = stats::logistic(static_cast<double>(one.logitMicro) / 1e6);
    ASSERT_EQ(one.ppm, std::llround(p * 1e6));
}

} // namespace

TEST(WinModel, PartsSumExactlyInTenThousandRandomCases)
{
    std::size_t cases = 0;
    base::Random random(2026);
    for (const auto family : {ModelFamily::Ridge, ModelFamily::Bins, ModelFamily::Stumps}) {
        auto model = modelOf(family, syntheticLooks({.deals = 400, .seed = 5}));
        for (std::uint64_t seed = 1; seed <= 9; ++seed) {
            model.line = {0.5 + random.uniform(), random.normal()};
            model.shift = random.normal();
            model.curve.reset();
            if (seed % 3 == 0)
                model.curve = stats::IsotonicCurve{{-2, 0, 2}, {0, 0.4, 1}};
            const auto table = syntheticLooks({.deals = 400, .seed = 100 + seed});
            for (const auto &one : estimate(model, table)) {
                expectExact(one);
                ++cases;
            }
        }
    }
    EXPECT_GE(cases, 10'000U) << "seed 2026";
}

TEST(WinModel, AnEstimateIsTheScoreOfItsRow)
{
    const auto table = syntheticLooks();
    for (const auto family : {ModelFamily::Ridge, ModelFamily::Bins, ModelFamily::Stumps}) {
        auto model = modelOf(family, table);
        model.line = {1.2, -0.3};
        model.shift = 0.25;
        std::vector<std::size_t> rows(table.rows.size());
        std::iota(rows.begin(), rows.end(), std::size_t{0});
        const auto scores = scoresOf(model.fit, table.columns, rows);
        const auto estimates = estimate(model, table);
        double mean = 0;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const double expected = 1.2 * scores[r] - 0.3 + 0.25;
            ASSERT_NEAR(static_cast<double>(estimates[r].logitMicro) / 1e6, expected, 1e-6);
            mean += expected / static_cast<double>(rows.size());
        }
        EXPECT_NEAR(static_cast<double>(estimates[0].baseMicro) / 1e6, mean, 1e-6)
            << "the base is the mean of the rows learned from";
    }
}

TEST(WinModel, TheStrongestPartsComeFirstAndPointTheirWay)
{
    const auto table = syntheticLooks({.deals = 700});
    const auto training = trainWinModel(table, afterAll(table));
    const auto one = estimate(training.model, table).front();
    ASSERT_EQ(one.parts.size(), 4U);
    for (std::size_t i = 1; i < one.parts.size(); ++i)
        EXPECT_GE(std::abs(one.parts[i - 1].microLogOdds), std::abs(one.parts[i].microLogOdds));
    for (const auto &part : one.strongest(true)) {
        EXPECT_GT(part.microLogOdds, 0);
        EXPECT_GT(part.oddsMultiplier(), 1);
    }
    for (const auto &part : one.strongest(false))
        EXPECT_LT(part.oddsMultiplier(), 1);
    EXPECT_LE(one.strongest(true, 1).size(), 1U);
    EXPECT_EQ(one.tier, domain::ModelTier::T2);
    EXPECT_EQ(one.won + one.lost, 700);
}

TEST(WinModel, ColumnsAreFoundByNameAndMayBeMissing)
{
    const auto table = syntheticLooks();
    const auto model = modelOf(ModelFamily::Ridge, table);
    EXPECT_EQ(estimate(model, table), estimate(model, withColumns(table, {3, 2, 1, 0})));
    const auto fewer = estimate(model, withColumns(table, {0, 1}));
    ASSERT_EQ(fewer.size(), 400U);
    expectExact(fewer[0]);
}

TEST(WinModel, TheTextReadsBackToTheSameModelAndBytes)
{
    const auto table = syntheticLooks();
    for (const auto family : {ModelFamily::Ridge, ModelFamily::Bins, ModelFamily::Stumps}) {
        auto model = modelOf(family, table);
        model.line = {1.0 / 3, -0.1};
        model.shift = 0.2;
        model.baseRate = 1.0 / 7;
        model.curve = stats::IsotonicCurve{{-1.5, 0.1}, {0.2, 2.0 / 3}};
        const auto text = toText(model);
        const auto back = winModelOfText(text);
        ASSERT_TRUE(back.ok());
        EXPECT_EQ(*back, model);
        EXPECT_EQ(toText(*back), text);
        EXPECT_EQ(estimate(*back, table), estimate(model, table));
    }
    const auto few = syntheticLooks({.deals = 20});
    const auto counts = trainWinModel(few, afterAll(few)).model;
    ASSERT_EQ(counts.family, ModelFamily::StageTable);
    EXPECT_EQ(*winModelOfText(toText(counts)), counts);
}

TEST(WinModel, ATextThatIsNoneIsRefused)
{
    EXPECT_FALSE(winModelOfText("").ok());
    EXPECT_FALSE(winModelOfText("{}").ok());
    EXPECT_FALSE(winModelOfText("[1]").ok());
    auto text = toText(modelOf(ModelFamily::Bins, syntheticLooks()));
    auto cut = text;
    const std::string weights = "\"weights\":[";
    const auto at = cut.find(weights) + weights.size();
    cut.erase(at, cut.find(',', at) + 1 - at); // one weight less
    EXPECT_FALSE(winModelOfText(cut).ok());
    text.replace(text.find("\"version\":1"), 11, "\"version\":2");
    EXPECT_FALSE(winModelOfText(text).ok());
}
