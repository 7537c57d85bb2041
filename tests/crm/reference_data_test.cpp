#include "tests/crm/import_folder.h"
#include "tests/crm/shared_data.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::crm;
using namespace topline::domain;

namespace {

std::string rejectsText(const Imported &out)
{
    std::string text;
    for (const RejectedRow &row : out.rejects)
        text += row.place.file + ":" + std::to_string(row.place.line) + " " + row.place.field +
                ": " + row.reason + "\n";
    return text;
}

} // namespace

TEST(ReferenceData, PracticeDealsComeInWhole)
{
    const auto folder = sharedData("maven_crm");
    if (!folder)
        GTEST_SKIP() << "no reference data maven_crm; set TOPLINE_DATA";
    const auto presets = presetMappings();
    const auto found = detectMapping(*presets, {*folder});
    ASSERT_TRUE(found.ok());
    ASSERT_EQ((*presets)[*found].name, "maven_crm");
    const Imported out = importAll((*presets)[*found], {*folder});
    EXPECT_EQ(out.error, "");
    EXPECT_EQ(rejectsText(out), "");
    EXPECT_EQ(out.page.accounts.size(), 85U);
    EXPECT_EQ(out.page.products.size(), 7U);
    EXPECT_EQ(out.page.owners.size(), 35U);
    ASSERT_EQ(out.page.deals.size(), 8800U);
    std::map<std::string, int> byStage;
    std::int64_t wonMinor = 0;
    double cycleDays = 0;
    int withoutAccount = 0;
    for (const Deal &deal : out.page.deals) {
        ++byStage[deal.stage.remoteId];
        withoutAccount += deal.account.isSet() ? 0 : 1;
        EXPECT_TRUE(deal.product.isSet() && deal.owner.isSet());
        if (deal.stage.remoteId == "Won") {
            wonMinor += deal.amount->amountMinor;
            cycleDays += static_cast<double>((*deal.closeMs - *deal.createdMs) / base::dayMs);
        } else if (deal.stage.remoteId != "Lost") {
            EXPECT_FALSE(deal.amount || deal.closeMs);
        }
    }
    EXPECT_EQ(byStage,
              (std::map<std::string, int>{
                  {"Engaging", 1589}, {"Lost", 2473}, {"Prospecting", 500}, {"Won", 4238}}));
    EXPECT_EQ(withoutAccount, 1425);
    EXPECT_EQ(wonMinor, 1'000'553'400);
    EXPECT_NEAR(cycleDays / 4238, 51.78, 0.005);
    EXPECT_EQ(out.page.stageChanges.size(), 8300U + 6711U);
    EXPECT_EQ(out.sources.size(), 8800U + 85U + 7U + 35U);
}

TEST(ReferenceData, HubSpotShapesComeIn)
{
    const auto folder = sharedData("crm_shapes/hubspot");
    if (!folder)
        GTEST_SKIP() << "no reference data crm_shapes; set TOPLINE_DATA";
    const auto presets = presetMappings();
    const auto found = detectMapping(*presets, {*folder});
    ASSERT_TRUE(found.ok());
    ASSERT_EQ((*presets)[*found].name, "hubspot");
    const Imported out = importAll((*presets)[*found], {*folder});
    EXPECT_EQ(out.error, "");
    // One task has no type, so nobody can say what it was.
    ASSERT_EQ(out.rejects.size(), 1U) << rejectsText(out);
    EXPECT_EQ(out.rejects[0].reason, "kind is empty");
    using Rows = std::map<std::string, std::int64_t>;
    EXPECT_EQ(out.rows, (Rows{{"accounts", 24},
                              {"activities", 5},
                              {"contacts", 22},
                              {"deals", 44},
                              {"links", 16},
                              {"owners", 100},
                              {"stage_history", 14},
                              {"stages", 71}}));
}

TEST(ReferenceData, SalesforceShapesComeIn)
{
    const auto folder = sharedData("crm_shapes/salesforce");
    if (!folder)
        GTEST_SKIP() << "no reference data crm_shapes; set TOPLINE_DATA";
    const auto presets = presetMappings();
    const auto found = detectMapping(*presets, {*folder});
    ASSERT_TRUE(found.ok());
    ASSERT_EQ((*presets)[*found].name, "salesforce");
    const Imported out = importAll((*presets)[*found], {*folder});
    EXPECT_EQ(out.error, "");
    EXPECT_EQ(rejectsText(out), "");
    using Rows = std::map<std::string, std::int64_t>;
    EXPECT_EQ(out.rows, (Rows{{"accounts", 10},
                              {"activities", 20},
                              {"contacts", 4},
                              {"deals", 10},
                              {"owners", 10},
                              {"products", 2},
                              {"stage_history", 10}}));
}
