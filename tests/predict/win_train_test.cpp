#include "core/predict/win_train.h"
#include "core/predict/win_trial.h"
#include "core/stats/ridge_logit.h"
#include "tests/predict/synthetic_looks.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <numeric>

using namespace topline;
using namespace topline::predict;
using domain::ModelFamily;
using domain::ModelTier;
using domain::ModelVerdict;

TEST(WinTrain, TheLadderFollowsTheRarerOutcome)
{
    const auto tierOf = [](std::size_t deals) {
        const auto table = syntheticLooks({.deals = deals, .rate = 0.5});
        const auto training = trainWinModel(table, afterAll(table));
        EXPECT_EQ(training.model.tier, training.report.tier);
        EXPECT_EQ(training.report.won + training.report.lost, static_cast<std::int64_t>(deals));
        return training.report.tier;
    };
    EXPECT_EQ(tierOf(30), ModelTier::T0);
    EXPECT_EQ(tierOf(200), ModelTier::T1);
    EXPECT_EQ(tierOf(700), ModelTier::T2);
}

TEST(WinTrain, ASignalIsFoundAndShown)
{
    const auto table = syntheticLooks({.deals = 700});
    const auto training = trainWinModel(table, afterAll(table));
    const auto &report = training.report;
    EXPECT_EQ(report.verdict, ModelVerdict::Usable);
    EXPECT_EQ(report.candidates.size(), 3U);
    ASSERT_TRUE(report.best);
    EXPECT_GT(*report.best->quality.auc, 0.7);
    EXPECT_LT(*report.best->quality.logLoss, *report.baseLogLoss);
    for (const auto &candidate : report.candidates)
        EXPECT_GE(*candidate.quality.logLoss, *report.best->quality.logLoss);
    EXPECT_EQ(report.origins.size(), 5U);
    EXPECT_EQ(report.learning.size(), 4U);
    EXPECT_LT(report.learning.front().rows, report.learning.back().rows);
    std::int64_t calibrated = 0;
    for (const auto &bin : report.best->quality.calibration) {
        EXPECT_LE(bin.rateLow, bin.rateHigh);
        calibrated += bin.rows;
    }
    EXPECT_EQ(calibrated, report.best->quality.rows);
}

TEST(WinTrain, NoiseIsRefusedAndTheBaseRateShown)
{
    int shown = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto table = syntheticLooks({.deals = 500, .strength = 0, .seed = seed});
        const auto training = trainWinModel(table, afterAll(table));
        if (training.report.verdict == ModelVerdict::Usable) {
            ++shown;
            continue;
        }
        EXPECT_EQ(training.report.verdict, ModelVerdict::NoSignal);
        EXPECT_EQ(training.report.family, ModelFamily::BaseRate);
        EXPECT_EQ(training.report.why, "no usable signal yet, showing base rate");
        for (const auto &one : estimate(training.model, table)) {
            ASSERT_TRUE(one.parts.empty());
            ASSERT_NEAR(static_cast<double>(one.ppm) / 1e6, training.report.baseRate, 1e-6);
        }
    }
    EXPECT_LE(shown, 2) << "of 12 seeds";
}

TEST(WinTrain, WithNothingToTestOnTheBaseRateIsShown)
{
    auto table = syntheticLooks({.deals = 300});
    for (auto &row : table.rows)
        row.askedMs = 0; // all asked at once: nothing was known before
    const auto training = trainWinModel(table, afterAll(table));
    EXPECT_EQ(training.report.verdict, ModelVerdict::TooFew);
    EXPECT_FALSE(training.report.best);
    const auto none = trainWinModel({}, 0);
    EXPECT_EQ(none.report.tier, ModelTier::T0);
    EXPECT_EQ(none.report.deals, 0);
}

TEST(WinTrain, TierZeroShrinksStagesTowardTheRateOfAll)
{
    FeatureTable table;
    table.columns = {{.name = "stage", .isText = true, .numbers = {}, .texts = {}},
                     {.name = "source", .isText = true, .numbers = {}, .texts = {}}};
    table.knownMs.resize(2);
    const auto add = [&](const char *unit, const char *stage, const char *source, double label) {
        table.rows.push_back({unit, unit, static_cast<base::UtcMs>(table.rows.size()), 100, label});
        table.columns[0].texts.emplace_back(stage);
        table.columns[1].texts.emplace_back(source);
        table.knownMs[0].push_back(alwaysKnown);
        table.knownMs[1].push_back(alwaysKnown);
    };
    add("a", "late", "web", 1);
    add("a", "late", "web", 1); // the same deal, looked at twice
    add("b", "late", "fair", 1);
    add("c", "early", "web", 0);
    const auto training = trainWinModel(table, 1'000);
    ASSERT_EQ(training.report.family, ModelFamily::StageTable);
    EXPECT_EQ(training.report.verdict, ModelVerdict::Counts);
    const auto &counts = training.model.table;
    EXPECT_DOUBLE_EQ(counts.rate(), 3.0 / 5);
    EXPECT_DOUBLE_EQ(counts.stageRate("late"), (2 + 20 * 0.6) / 22);
    EXPECT_DOUBLE_EQ(counts.segmentRate("late", "web"), (1 + 20 * counts.stageRate("late")) / 21);
    EXPECT_DOUBLE_EQ(counts.segmentRate("unheard of", "web"), 0.6);
    const auto estimates = estimate(training.model, table);
    ASSERT_EQ(estimates.size(), 4U);
    EXPECT_NEAR(static_cast<double>(estimates[0].ppm) / 1e6, counts.segmentRate("late", "web"),
                2e-6);
    EXPECT_EQ(estimates[0].won, 2);
    EXPECT_EQ(estimates[0].lost, 1);
}

TEST(WinTrain, OutcomesAfterNowAreNotKnown)
{
    const auto table = syntheticLooks({.deals = 700});
    const base::UtcMs now = 350 * base::dayMs;
    const auto training = trainWinModel(table, now);
    std::int64_t known = 0;
    for (const auto &row : table.rows)
        known += row.outcomeMs <= now ? 1 : 0;
    EXPECT_EQ(training.report.rows, known);
}

TEST(WinTrain, TooManyRowsAreSampledByWholeAccounts)
{
    const auto table = syntheticLooks({.deals = 700});
    WinPolicy policy;
    policy.rowsMax = 350;
    const auto training = trainWinModel(table, afterAll(table), policy);
    EXPECT_NEAR(static_cast<double>(training.report.rows), 350, 60);
    EXPECT_EQ(training.report.won + training.report.lost, training.report.rows);
    EXPECT_EQ(toText(training.model), toText(trainWinModel(table, afterAll(table), policy).model));
}

TEST(WinTrain, TheOrderOfRowsDoesNotShowInTheText)
{
    const auto table = syntheticLooks();
    FeatureTable turned = table;
    std::reverse(turned.rows.begin(), turned.rows.end());
    for (auto &column : turned.columns) {
        std::reverse(column.texts.begin(), column.texts.end());
        std::reverse(column.numbers.begin(), column.numbers.end());
    }
    for (auto &known : turned.knownMs)
        std::reverse(known.begin(), known.end());
    EXPECT_EQ(toText(trainWinModel(table, afterAll(table)).model),
              toText(trainWinModel(turned, afterAll(table)).model));
}

TEST(WinTrain, TheOrderOfColumnsDoesNotChangePredictions)
{
    const auto table = syntheticLooks({.deals = 700});
    const auto turned = withColumns(table, {3, 1, 0, 2});
    for (const auto family : {ModelFamily::Ridge, ModelFamily::Bins, ModelFamily::Stumps}) {
        std::vector<std::size_t> rows(table.rows.size());
        std::iota(rows.begin(), rows.end(), std::size_t{0});
        const Recipe recipe{.family = family};
        const auto labels = table.labels();
        const auto one = fitAdditive(table.columns, labels, rows, recipe);
        const auto other = fitAdditive(turned.columns, labels, rows, recipe);
        const auto a = scoresOf(*one, table.columns, rows);
        const auto b = scoresOf(*other, turned.columns, rows);
        for (std::size_t i = 0; i < rows.size(); ++i)
            ASSERT_NEAR(a[i], b[i], 1e-7) << static_cast<int>(family);
    }
}

TEST(WinTrain, TheBaseRateMustBeBeatenByMoreThanTheErrorAskedFor)
{
    const auto table = syntheticLooks({.deals = 300, .strength = 0.5, .seed = 3});
    const auto training = trainWinModel(table, afterAll(table));
    ASSERT_TRUE(training.report.best && training.report.best->gain);
    const double errors = *training.report.best->gain / *training.report.best->gainError;
    ASSERT_GT(errors, 0) << "the model gains a little";
    WinPolicy stricter;
    stricter.standardErrors = errors * 1.01;
    EXPECT_EQ(trainWinModel(table, afterAll(table), stricter).report.verdict,
              ModelVerdict::NoSignal);
    WinPolicy milder;
    milder.standardErrors = errors * 0.99;
    EXPECT_EQ(trainWinModel(table, afterAll(table), milder).report.verdict, ModelVerdict::Usable);
}

TEST(WinTrain, AModelThatDoesNotRankIsNotShownWhateverItsLevel)
{
    WinPolicy lenient;
    lenient.standardErrors = -1'000;
    int ranking = 0;
    constexpr int seeds = 12;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto table = syntheticLooks({.deals = 200, .strength = 0, .seed = seed});
        const auto report = trainWinModel(table, afterAll(table), lenient).report;
        ASSERT_TRUE(report.best && report.best->quality.auc);
        const bool ranks = *report.best->quality.auc > 0.5;
        ranking += ranks ? 1 : 0;
        EXPECT_EQ(report.verdict, ranks ? ModelVerdict::Usable : ModelVerdict::NoSignal)
            << "seed " << seed;
    }
    EXPECT_GT(ranking, 0);
    EXPECT_LT(ranking, seeds);
}

TEST(WinTrain, TheGainCountsAnAccountOnce)
{
    auto table = syntheticLooks({.deals = 700});
    const auto apart = trainWinModel(table, afterAll(table));
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        table.rows[i].group = "account " + std::to_string(i % 4);
    const auto together = trainWinModel(table, afterAll(table));
    EXPECT_NE(*apart.report.best->gainError, *together.report.best->gainError);
}

TEST(Recalibration, IsLeftOutWhereTheSlopeIsRight)
{
    const auto table = syntheticLooks({.deals = 900});
    const auto training = trainWinModel(table, afterAll(table));
    ASSERT_TRUE(training.report.best->quality.slope);
    ASSERT_GT(*training.report.best->quality.slope, 0.8);
    ASSERT_LT(*training.report.best->quality.slope, 1.25);
    EXPECT_EQ(training.report.recalibration, "none");
    WinPolicy picky;
    picky.slopeMin = picky.slopeMax = *training.report.best->quality.slope + 0.01;
    picky.isotonicRowsMin = 1'000'000;
    const auto platt = trainWinModel(table, afterAll(table), picky);
    EXPECT_EQ(platt.report.recalibration, "platt");
    EXPECT_NE(platt.model.line.slope, 1);
}

TEST(Recentring, ADriftOfTheRateNeitherHelpsNorHarms)
{
    const auto drifting = [](double strength) {
        auto table = syntheticLooks({.deals = 1'200, .strength = strength, .seed = 4});
        base::Random random(21);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            if (random.chance(0.5 * static_cast<double>(i) / 1'200))
                table.rows[i].label = 0; // ever fewer are won
        }
        return trainWinModel(table, afterAll(table));
    };
    const auto signal = drifting(0.7);
    EXPECT_EQ(signal.report.verdict, ModelVerdict::Usable);
    EXPECT_LT(signal.model.shift, -0.1);
    EXPECT_EQ(drifting(0).report.verdict, ModelVerdict::NoSignal);
}

TEST(Recentring, FollowsTheLatestOutcomesWithShrinkage)
{
    const auto table = syntheticLooks({.deals = 700});
    const auto training = trainWinModel(table, afterAll(table));
    ASSERT_EQ(training.model.verdict, ModelVerdict::Usable);
    auto later = syntheticLooks({.deals = 300, .seed = 12});
    for (auto &row : later.rows) {
        row.label = 1; // suddenly everything is won
        row.askedMs += afterAll(table);
        row.outcomeMs += afterAll(table);
    }
    const base::UtcMs now = afterAll(table) + 330 * base::dayMs;
    const auto moved = recentred(training.model, later, now);
    EXPECT_GT(moved.shift, training.model.shift + 1);
    EXPECT_EQ(recentred(training.model, {}, now).shift, 0) << "no outcomes, no shift";
    for (std::size_t i = 0; i < later.rows.size(); ++i)
        later.rows[i].label = i + 91 < later.rows.size() ? 0 : 1;
    const auto latest = recentred(training.model, later, now);
    EXPECT_GT(latest.shift, 0) << "only the last three months count";
    auto base = training.model;
    base.verdict = ModelVerdict::NoSignal;
    EXPECT_EQ(recentred(base, later, now), base);
}
