#include "tests/tidy/read_tree.h"
#include "tests/tidy/rules.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <ostream>

namespace topline::tidy {

// GoogleTest looks for this name when it prints a parameter.
static void PrintTo(const Rule &rule, std::ostream *out)
{
    *out << rule.name;
}

} // namespace topline::tidy

using namespace topline::tidy;

namespace {

const Tree &ourTree()
{
    static const Tree tree = readTree(TOPLINE_SOURCE_DIR);
    return tree;
}

std::string describe(const Breach &breach)
{
    const std::string place = breach.line > 0 ? ":" + std::to_string(breach.line) : std::string();
    return breach.path + place + ": " + breach.what + "\n";
}

class OurTree : public testing::TestWithParam<Rule> {};

} // namespace

TEST_P(OurTree, Holds)
{
    std::string findings;
    for (const Breach &breach : GetParam().check(ourTree()))
        findings += describe(breach);
    EXPECT_TRUE(findings.empty()) << findings;
}

INSTANTIATE_TEST_SUITE_P(Tidy, OurTree, testing::ValuesIn(allRules()),
                         [](const testing::TestParamInfo<Rule> &rule) {
                             return std::string(rule.param.name);
                         });

// A rule that reads nothing finds nothing.
TEST(Tidy, ReadsTheTreeThatItJudges)
{
    const auto has = [](std::string_view path) {
        return std::any_of(ourTree().begin(), ourTree().end(),
                           [path](const SourceFile &file) { return file.path == path; });
    };
    EXPECT_TRUE(has("core/base/result.h"));
    EXPECT_TRUE(has("tests/tidy/rules.h"));
    EXPECT_TRUE(has("README.md"));
    EXPECT_TRUE(has(".ci/run"));
    EXPECT_FALSE(has("build/dev/CMakeCache.txt"));
}
