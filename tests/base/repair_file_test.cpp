#include "core/base/repair_file.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

using namespace topline::base;

namespace {

std::string write(const std::string &name, const std::string &text)
{
    const std::string path = testing::TempDir() + name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

} // namespace

TEST(RepairFile, GivesRowsBackUnderTheirColumnsWithTheReason)
{
    const std::string path = write("topline-repair.csv", "id;name\n1;a;b\n2;\"x\"\"y\"\n");
    const std::vector<RejectedText> rejects = {
        {{path, 2, 5, ""}, "too wide", "1;a;b"},
        {{path, 3, 3, "name"}, "is odd", "2;\"x\"\"y\""},
        {{path, 4, 1, ""}, "would be run", "3;=1+1"},
        {{"other.csv", 9, 1, ""}, "not here", "9;z"},
    };
    const auto text = repairText(path, rejects);
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(*text, "id;name;_line;_column;_reason;_raw\r\n"
                     ";;2;5;too wide;\"1;a;b\"\r\n"
                     "2;\"x\"\"y\";3;3;name: is odd;\r\n"
                     "3;\"'=1+1\";4;1;would be run;\r\n");
    EXPECT_FALSE(repairText(path + ".gone", rejects).ok());
    std::filesystem::remove(path);
}

TEST(RepairFile, LinesOfJsonStayLines)
{
    const auto text = repairText(
        "e.jsonl", {{{"e.jsonl", 1, 1, ""}, "bad", "{oops"}, {{"x", 1, 1, ""}, "", "y"}});
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(*text, "{oops\n");
}

TEST(RepairFile, NamesItselfAfterTheFile)
{
    EXPECT_EQ(repairName("a/deals.csv"), "a/deals.csv.rejects.csv");
    EXPECT_EQ(repairName("deals.csv.rejects.csv"), "deals.csv.rejects.csv");
    EXPECT_EQ(repairName("e.JSONL"), "e.JSONL.rejects.jsonl");
}
