#include "tests/ui/account_sample.h"
#include "ui/pages/icp_problems.h"
#include "ui/pages/icp_rates.h"

#include <gtest/gtest.h>

using namespace topline;
using Where = pages::IcpProblem::Where;

namespace {

std::vector<Where> placesOf(const domain::IcpPolicy &icp)
{
    std::vector<Where> out;
    for (const auto &problem : pages::icpProblems(icp))
        out.push_back(problem.where);
    return out;
}

} // namespace

TEST(IcpProblems, AGoodSetHasNoneAndNeitherHasNone)
{
    EXPECT_TRUE(pages::icpProblems(test::sampleIcp()).empty());
    EXPECT_TRUE(pages::icpProblems({}).empty());
}

TEST(IcpProblems, WeightsThatDoNotSumTo100SayHowMuchIsLeft)
{
    auto icp = test::sampleIcp();
    icp.profiles[0].criteria[0].weightPercent = 30;
    const auto problems = pages::icpProblems(icp);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].where, Where::Weights);
    EXPECT_TRUE(problems[0].text.contains(QStringLiteral("10 are left")));
}

TEST(IcpProblems, EachFaultIsNamedAtItsField)
{
    auto icp = test::sampleIcp();
    auto &profile = icp.profiles[0];
    profile.criteria[1].min = 6'000;
    EXPECT_EQ(placesOf(icp), std::vector{Where::Criterion});
    profile.criteria[1].min.reset();
    profile.criteria[1].max.reset();
    EXPECT_EQ(placesOf(icp), std::vector{Where::Criterion});
    icp = test::sampleIcp();
    icp.profiles[0].criteria[1].field = domain::IcpField::Industry;
    EXPECT_EQ(pages::icpProblems(icp)[0].row, 1);
    icp = test::sampleIcp();
    icp.profiles[0].criteria.pop_back();
    EXPECT_EQ(placesOf(icp), (std::vector{Where::Criteria, Where::Weights}));
    icp = test::sampleIcp();
    icp.profiles.push_back(icp.profiles[0]);
    EXPECT_EQ(placesOf(icp), std::vector{Where::Name});
    icp = test::sampleIcp();
    icp.personas = {{" ", {}}, {"treasurer", {}}};
    EXPECT_EQ(placesOf(icp), (std::vector{Where::Rule, Where::Rule}));
}

TEST(IcpRates, SmallNumbersAreSaidToBeTooLittle)
{
    const ui::text::Format format(QLocale(QLocale::English), {}, 0);
    domain::TierReport few;
    few.moments = 12;
    few.momentsNeeded = 88;
    EXPECT_TRUE(
        pages::IcpRates::verdictText(few, format).contains(QStringLiteral("12 of the 100")));
    EXPECT_TRUE(pages::IcpRates::verdictText(test::sampleTierReport(), format)
                    .contains(QStringLiteral("proven")));
    EXPECT_FALSE(pages::IcpRates::verdictText({}, format).isEmpty());
}
