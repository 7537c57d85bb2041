#include "core/predict/win_holdout.h"
#include "tests/predict/reference_table.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::predict;

namespace {

const domain::CandidateScore &scoreOf(const HoldoutReport &report, domain::ModelFamily family)
{
    for (const auto &score : report.models) {
        if (score.family == family)
            return score;
    }
    ADD_FAILURE() << "no such family";
    static const domain::CandidateScore none;
    return none;
}

CellQuestion shoppers()
{
    CellQuestion out;
    out.label = "Revenue";
    out.excluded = {"PageValues"}; // seen only by those who buy
    out.categorical = {"OperatingSystems", "Browser", "Region", "TrafficType"};
    return out;
}

} // namespace

// Known answers of the study behind the methods; the ridge figures also hold for scikit-learn on
// the same split and encoding to 1e-6.
TEST(ReferenceData, OnlineShoppersComeOutAsPublished)
{
    const auto cells = referenceTable("uci_online_shoppers/online_shoppers_intention.csv");
    if (!cells)
        GTEST_SKIP() << "no reference data uci_online_shoppers; set TOPLINE_DATA";
    const auto split = splitTable(*cells, shoppers());
    ASSERT_TRUE(split.ok());
    const auto report = holdoutReport(*split);
    EXPECT_EQ(report.trainRows, 8'667);
    EXPECT_EQ(report.testRows, 3'663);
    EXPECT_NEAR(*report.baseLogLoss, 0.4234, 5e-5);
    const auto &ridge = scoreOf(report, domain::ModelFamily::Ridge).quality;
    EXPECT_NEAR(*ridge.auc, 0.7441861957, 1e-5);
    EXPECT_NEAR(*ridge.logLoss, 0.3724326776, 1e-5);
    EXPECT_NEAR(*ridge.brier, 0.1166122053, 1e-5);
    const auto &bins = scoreOf(report, domain::ModelFamily::Bins).quality;
    EXPECT_NEAR(*bins.auc, 0.754, 0.0015);
    EXPECT_NEAR(*bins.logLoss, 0.3678, 0.0005);
    const auto &stumps = scoreOf(report, domain::ModelFamily::Stumps).quality;
    EXPECT_NEAR(*stumps.auc, 0.751, 0.0015);
    EXPECT_NEAR(*stumps.logLoss, 0.3693, 0.0006);
    EXPECT_EQ(report.tier, domain::ModelTier::T2);
    EXPECT_EQ(report.verdict, domain::ModelVerdict::Usable);
    EXPECT_TRUE(report.suspects.empty());
}

TEST(ReferenceData, MavenHasNoSignalAndIsRefused)
{
    auto cells = referenceTable("maven_crm/sales_pipeline.csv");
    const auto accounts = referenceTable("maven_crm/accounts.csv");
    const auto teams = referenceTable("maven_crm/sales_teams.csv");
    const auto products = referenceTable("maven_crm/products.csv");
    if (!cells || !accounts || !teams || !products)
        GTEST_SKIP() << "no reference data maven_crm; set TOPLINE_DATA";
    for (auto &row : cells->rows) {
        if (row[2] == "GTXPro")
            row[2] = "GTX Pro"; // as the product list writes it
    }
    join(*cells, *accounts, "account");
    join(*cells, *teams, "sales_agent");
    join(*cells, *products, "product");
    CellQuestion question;
    question.label = "deal_stage";
    question.positive = "Won";
    question.negative = "Lost";
    question.id = "opportunity_id";
    question.time = "engage_date";
    question.from = "2017-07-15";
    question.excluded = {"account", "close_date", "close_value", "series", "subsidiary_of"};
    const auto split = splitTable(*cells, question);
    ASSERT_TRUE(split.ok());
    const auto report = holdoutReport(*split);
    EXPECT_EQ(report.trainRows, 4'023);
    EXPECT_EQ(report.testRows, 2'688);
    EXPECT_NEAR(*report.baseLogLoss, 0.6675, 5e-5);
    const auto &ridge = scoreOf(report, domain::ModelFamily::Ridge).quality;
    EXPECT_NEAR(*ridge.auc, 0.519, 5e-4);
    EXPECT_NEAR(*ridge.logLoss, 0.6718, 5e-5);
    EXPECT_EQ(report.verdict, domain::ModelVerdict::NoSignal);

    question.excluded.erase("close_value");
    const auto leaking = splitTable(*cells, question);
    ASSERT_TRUE(leaking.ok());
    const auto suspects = holdoutReport(*leaking).suspects;
    ASSERT_EQ(suspects.size(), 1U);
    EXPECT_EQ(suspects[0].name, "close_value");
}
