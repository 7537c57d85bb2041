#include "core/base/csv_reader.h"
#include "core/base/csv_writer.h"

#include <array>
#include <gtest/gtest.h>
#include <random>

using namespace topline::base;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows readBack(const std::string &text, char delimiter)
{
    CsvReader reader(memorySource(text, "t.csv"), {delimiter, {}});
    CsvRow row;
    Rows out;
    while (true) {
        const auto more = reader.next(row);
        EXPECT_TRUE(more.ok());
        if (!more.ok() || !*more)
            return out;
        EXPECT_FALSE(row.fault) << row.fault->reason;
        out.emplace_back();
        for (const CsvCell &cell : row.cells)
            out.back().emplace_back(unguarded(cell.text));
    }
}

} // namespace

TEST(CsvWriter, GuardsWhatASpreadsheetWouldRun)
{
    for (const std::string_view cell : {"=1+1", "+cmd", "-cmd", "@sum", "\tx", "\rx", "  =x",
                                        "\xEF\xBC\x9D"
                                        "1",
                                        "'=1", "+49 30", "-", "\xC2\xA0=x"})
        EXPECT_EQ(guarded(cell), "'" + std::string(cell));
    for (const std::string_view cell :
         {"-5", "+1.50", "-1,234.50", "a=b", "'", "''x", "", "1-2", "-0"})
        EXPECT_EQ(guarded(cell), cell);
    EXPECT_NE(guarded("-5-cmd"), "-5-cmd");
    EXPECT_NE(guarded("-1.-2"), "-1.-2");
}

TEST(CsvWriter, QuotesOnlyWhereNeeded)
{
    std::string out;
    CsvWriter writer(out, {',', true});
    for (const std::string_view cell : {"a b", "c,d", "say \"x\"", "=1", "-5", ""})
        writer.cell(cell);
    writer.endRow();
    EXPECT_EQ(out, "a b,\"c,d\",\"say \"\"x\"\"\",\"'=1\",-5,\r\n");
}

TEST(CsvWriter, WhatIsWrittenIsReadBackTheSame)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    constexpr std::array<std::string_view, 26> pieces = {"a",
                                                         "7",
                                                         "'",
                                                         "=",
                                                         "+",
                                                         "-",
                                                         "@",
                                                         "\t",
                                                         "\r",
                                                         "\n",
                                                         "\r\n",
                                                         "\"",
                                                         ",",
                                                         ";",
                                                         "|",
                                                         " ",
                                                         "ä",
                                                         "😀",
                                                         "\xEF\xBC\x9D",
                                                         "\xC2\xA0",
                                                         ".",
                                                         "sep=",
                                                         "\xEF\xBB\xBF",
                                                         "x\"y",
                                                         "1.5",
                                                         "''"};
    for (int round = 0; round < 3000; ++round) {
        const char delimiter = ",;\t|"[random() % 4];
        const std::size_t columns = 1 + random() % 4;
        Rows rows(1 + random() % 5, std::vector<std::string>(columns));
        std::string out;
        CsvWriter writer(out, {delimiter, random() % 2 == 0});
        for (auto &row : rows) {
            for (auto &cell : row) {
                for (std::size_t n = random() % 6; n > 0; --n)
                    cell += pieces[random() % pieces.size()];
                writer.cell(cell);
            }
            writer.endRow();
        }
        ASSERT_EQ(readBack(out, delimiter), rows) << out;
    }
}
