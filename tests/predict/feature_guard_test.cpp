#include "core/predict/feature_guard.h"
#include "core/predict/win_train.h"
#include "tests/predict/synthetic_looks.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::predict;

namespace {

std::vector<base::UtcMs> askedTimes(const FeatureTable &table)
{
    std::vector<base::UtcMs> out;
    for (const auto &row : table.rows)
        out.push_back(row.askedMs);
    return out;
}

std::vector<double> ordinaryNumbers(const FeatureTable &table)
{
    std::vector<double> out;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        out.push_back(static_cast<double>(i % 7));
    return out;
}

} // namespace

TEST(FeatureGuard, HonestColumnsPass)
{
    const auto guarded = guardColumns(syntheticLooks());
    EXPECT_EQ(guarded.usable, (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_TRUE(guarded.refused.empty());
}

TEST(FeatureGuard, AValueFromTheFutureCostsTheColumn)
{
    auto table = syntheticLooks();
    auto known = askedTimes(table);
    addNumbers(table, "just in time", ordinaryNumbers(table), known);
    known[5] += 1;
    known[6] += base::dayMs;
    auto values = ordinaryNumbers(table);
    addNumbers(table, "too late", values, known);
    const auto guarded = guardColumns(table);
    EXPECT_EQ(guarded.usable, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
    ASSERT_EQ(guarded.refused.size(), 1U);
    EXPECT_EQ(guarded.refused[0].name, "too late");
    EXPECT_EQ(guarded.refused[0].values, 2);
    EXPECT_EQ(guarded.refused[0].of, 400);
    EXPECT_EQ(guarded.refused[0].reason, "known only after the moment of prediction");

    values[5] = values[6] = std::nan("");
    addNumbers(table, "late but missing", values, known);
    EXPECT_EQ(guardColumns(table).usable.size(), 6U) << "what is not there was not known";
}

TEST(FeatureGuard, AValueOfTheOutcomesMomentIsFlagged)
{
    auto table = syntheticLooks();
    for (auto &row : table.rows)
        row.askedMs = row.outcomeMs; // a prediction at the last moment
    addNumbers(table, "closing note", ordinaryNumbers(table), askedTimes(table));
    const auto guarded = guardColumns(table);
    ASSERT_EQ(guarded.refused.size(), 1U);
    EXPECT_EQ(guarded.refused[0].name, "closing note");
    EXPECT_EQ(guarded.refused[0].reason, "known at the moment of the outcome");
}

TEST(FeatureGuard, WhatTellsTheOutcomeAloneIsFlaggedWhicheverWayItPoints)
{
    auto table = syntheticLooks();
    std::vector<double> inverse;
    for (const auto &row : table.rows)
        inverse.push_back(1 - row.label);
    addNumbers(table, "lost reason set", inverse, std::vector<base::UtcMs>(400, alwaysKnown));
    stats::RawColumn text{.name = "result", .isText = true, .numbers = {}, .texts = {}};
    for (const auto &row : table.rows)
        text.texts.push_back(row.label > 0.5 ? "signed" : "gone");
    table.columns.push_back(text);
    table.knownMs.emplace_back(400, alwaysKnown);
    const auto guarded = guardColumns(table);
    ASSERT_EQ(guarded.refused.size(), 2U);
    EXPECT_EQ(guarded.refused[0].name, "lost reason set");
    EXPECT_EQ(guarded.refused[1].name, "result");
    EXPECT_GT(*aucAlone(table, 4, 0.3), 0.999);
    EXPECT_LT(*aucAlone(table, 3, 0.3), 0.65);
}

TEST(FeatureGuard, AColumnWithNothingInItIsNamed)
{
    auto table = syntheticLooks();
    addNumbers(table, "amount", std::vector<double>(400, std::nan("")), askedTimes(table));
    const auto guarded = guardColumns(table);
    ASSERT_EQ(guarded.refused.size(), 1U);
    EXPECT_EQ(guarded.refused[0].reason, "no value was known at any moment of prediction");
}

TEST(FeatureGuard, TheModelNeverSeesARefusedColumn)
{
    auto table = syntheticLooks({.strength = 0});
    const auto without = trainWinModel(table, afterAll(table));
    std::vector<base::UtcMs> known;
    for (const auto &row : table.rows)
        known.push_back(row.outcomeMs);
    addNumbers(table, "closing amount", table.labels(), known);
    const auto training = trainWinModel(table, afterAll(table));
    EXPECT_EQ(toText(training.model), toText(without.model))
        << "with the planted column the model would be nearly perfect";
    ASSERT_EQ(training.report.refused.size(), 1U);
    EXPECT_EQ(training.report.refused[0].name, "closing amount");
    EXPECT_EQ(training.report.features,
              (std::vector<std::string>{"stage", "fit", "touch", "noise"}));
}
