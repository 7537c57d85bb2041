#include "core/predict/cell_table.h"
#include "core/predict/win_holdout.h"
#include "core/stats/split.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::predict;

namespace {

CellTable cells()
{
    return {.names = {"id", "day", "size", "code", "note", "won"},
            .rows = {{"a", "2024-01-01", "1.5", "1", "x", "yes"},
                     {"b", "2024-02-01", "", "2", "", "no"},
                     {"c", "2024-03-01", "NA", "1", "y", ""},
                     {"d", "2024-04-01", "-2e1", "2", "x", "YES"}}};
}

CellQuestion question()
{
    CellQuestion out;
    out.label = "won";
    return out;
}

} // namespace

TEST(CellTable, ReadsNumbersTextsAndWhatIsMissing)
{
    const auto split = splitTable(cells(), question());
    ASSERT_TRUE(split.ok());
    ASSERT_EQ(split->table.rows.size(), 3U) << "a row without an outcome is left out";
    ASSERT_EQ(split->table.columns.size(), 5U);
    const auto &size = split->table.columns[2];
    EXPECT_FALSE(size.isText);
    EXPECT_EQ(size.numbers[0], 1.5);
    EXPECT_TRUE(std::isnan(size.numbers[1]));
    EXPECT_EQ(size.numbers[2], -20);
    EXPECT_FALSE(split->table.columns[3].isText);
    EXPECT_TRUE(split->table.columns[4].isText);
    EXPECT_EQ(split->table.labels(), (std::vector<double>{1, 0, 1}));
}

TEST(CellTable, SplitsByTheHashOfTheRowNumberOrOfAnId)
{
    const auto byRow = splitTable(cells(), question());
    ASSERT_TRUE(byRow.ok());
    EXPECT_EQ(byRow->table.rows[2].unit, "3") << "the number in the file, rows left out counted";
    auto asked = question();
    asked.id = "id";
    const auto byId = splitTable(cells(), asked);
    ASSERT_TRUE(byId.ok());
    EXPECT_EQ(byId->table.columns.size(), 4U) << "the id is no feature";
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(byId->isTest[i], stats::unitNumber("ref-v1", byId->table.rows[i].unit) < 0.3);
}

TEST(CellTable, SplitsByTime)
{
    auto asked = question();
    asked.time = "day";
    asked.from = "2024-02-01";
    const auto split = splitTable(cells(), asked);
    ASSERT_TRUE(split.ok());
    EXPECT_EQ(split->isTest, (std::vector<bool>{false, true, true}));
    asked.from.clear();
    EXPECT_EQ(splitTable(cells(), asked)->isTest, (std::vector<bool>{false, false, true}));
    asked.time = "note";
    EXPECT_FALSE(splitTable(cells(), asked).ok());
}

TEST(CellTable, TakesOtherWordsForTheOutcomeAndCodesAsTexts)
{
    auto asked = question();
    asked.label = "note";
    asked.positive = "x";
    asked.categorical = {"code"};
    asked.excluded = {"won"};
    auto split = splitTable(cells(), asked);
    ASSERT_TRUE(split.ok());
    EXPECT_EQ(split->table.labels(), (std::vector<double>{1, 0, 1}));
    EXPECT_TRUE(split->table.columns[3].isText);
    EXPECT_EQ(split->table.columns.size(), 4U);
    asked.negative = "z";
    EXPECT_EQ(splitTable(cells(), asked)->table.rows.size(), 2U);
}

TEST(CellTable, NamesAColumnThatIsNotThere)
{
    auto asked = question();
    asked.excluded = {"price"};
    const auto split = splitTable(cells(), asked);
    ASSERT_FALSE(split.ok());
    EXPECT_EQ(split.error().message, "There is no column \"price\".");
}

TEST(HoldoutReport, SaysNothingWhereNothingCanBeLearned)
{
    const auto report = holdoutReport(*splitTable(cells(), question()));
    EXPECT_EQ(report.verdict, domain::ModelVerdict::TooFew);
    EXPECT_TRUE(report.models.empty());
    EXPECT_EQ(report.trainRows + report.testRows, 3);
}
