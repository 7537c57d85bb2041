#include "core/base/calendar.h"
#include "core/risk/survey.h"
#include "tests/metrics/maven_file.h"

#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>

using namespace topline;
using namespace topline::test;

namespace {

// Deals that were engaged: the file has no history of stages, so that each has one stay, its whole
// life, and an open one no amount.
std::vector<domain::RiskFacts> readMaven(std::istream &file)
{
    std::vector<domain::RiskFacts> out;
    std::map<std::string, std::int64_t> products;
    std::string line;
    std::getline(file, line);
    for (std::int64_t id = 1; std::getline(file, line); ++id) {
        const auto cell = cells(line);
        const auto startMs = dateMs(cell[5]);
        if (!startMs)
            continue;
        domain::RiskFacts facts;
        facts.deal = {id};
        facts.product = {products.emplace(cell[2], static_cast<std::int64_t>(products.size()) + 1)
                             .first->second};
        facts.kind = cell[4] == "Won"    ? domain::StageKind::Won
                     : cell[4] == "Lost" ? domain::StageKind::Lost
                                         : domain::StageKind::Open;
        facts.startMs = startMs;
        facts.closedMs = dateMs(cell[6]);
        if (!cell[7].empty())
            facts.amount = base::Money{std::stoll(cell[7]) * 100, base::Currency::usd()};
        facts.stays = {{{}, *startMs, facts.closedMs}};
        out.push_back(std::move(facts));
    }
    return out;
}

} // namespace

// Cohort: the closed deals, won or lost, of the same product; the size of an open deal is unknown
// here, so that the chain ends at the product. Ages at the end of 2017-12-31's midnight.
TEST(MavenRisk, FourteenHundredDeadDealsAreOneFinding)
{
    const auto path = dataFolder() / "maven_crm" / "sales_pipeline.csv";
    std::ifstream file(path);
    if (!file)
        GTEST_SKIP() << "no reference data at " << path << "; set TOPLINE_DATA";
    const auto deals = readMaven(file);
    const domain::RiskPolicy policy;
    const auto norms = risk::Norms::of(deals, base::Currency::usd(), policy);
    const std::map<domain::ProductId, base::Money> prices;
    const risk::AnomalyQuestion question{deals, norms, policy, prices, *dateMs("2017-12-31")};

    const auto ages = risk::stageAges(question);
    EXPECT_EQ(ages.asked, 1'589);
    EXPECT_EQ(ages.outliers, 502);
    EXPECT_EQ(ages.pastP95.size(), 1'401U);

    const auto survey = risk::surveyPipeline(question, {});
    EXPECT_EQ(survey.openDeals.size(), 1'589U);
    std::vector<domain::HygieneFinding> aboutAge;
    for (const auto &finding : survey.folded.findings) {
        if (finding.rule == domain::RiskRule::StageAge)
            aboutAge.push_back(finding);
    }
    ASSERT_EQ(aboutAge.size(), 1U);
    EXPECT_EQ(aboutAge[0].deals.size(), 1'401U);
    EXPECT_EQ(aboutAge[0].outliers, 502);
    EXPECT_EQ(aboutAge[0].open, 1'589);
    const auto step =
        risk::stepAlerts({}, survey.folded, survey.openDeals, {question.now, policy.rearmMs});
    ASSERT_EQ(step.raised.size(), 1U) << "one thing is told, not 1,401";
    EXPECT_FALSE(step.raised[0].deal.isSet());
    EXPECT_EQ(step.raised[0].rule, domain::RiskRule::StageAge);
}
