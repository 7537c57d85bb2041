#include "core/metrics/deal_stats.h"
#include "tests/metrics/maven_file.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

using namespace topline;
using namespace topline::test;

namespace {

metrics::MetricsInput readMaven(std::istream &file)
{
    metrics::MetricsInput input;
    const domain::StageKind kinds[] = {domain::StageKind::Open, domain::StageKind::Won,
                                       domain::StageKind::Lost};
    for (int i = 0; i < 3; ++i) {
        domain::Stage stage;
        stage.id = {i + 1};
        stage.kind = kinds[i];
        input.stages.push_back(stage);
    }
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto cell = cells(line);
        domain::Deal deal;
        deal.id = {static_cast<std::int64_t>(input.deals.size()) + 1};
        deal.stage.id = {cell[4] == "Won" ? 2 : cell[4] == "Lost" ? 3 : 1};
        deal.createdMs = dateMs(cell[5]);
        deal.closeMs = dateMs(cell[6]);
        if (!cell[7].empty())
            deal.amount = base::Money{std::stoll(cell[7]) * 100, base::Currency::usd()};
        input.deals.push_back(deal);
    }
    input.now = *dateMs("2017-12-31");
    return input;
}

std::string printed(double value, int digits)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

} // namespace

// Published figures of the data set, compared as printed.
TEST(Maven, KnownFiguresComeOutToTheLastPrintedDigit)
{
    const auto path = dataFolder() / "maven_crm" / "sales_pipeline.csv";
    std::ifstream file(path);
    if (!file)
        GTEST_SKIP() << "no reference data at " << path << "; set TOPLINE_DATA";
    const metrics::MetricsInput input = readMaven(file);
    const metrics::DealBook book(input);
    const domain::DealStats stats = metrics::dealStats(book);
    EXPECT_EQ(stats.deals, 8'800);
    EXPECT_EQ(stats.closed, 6'711);
    EXPECT_EQ(printed(*stats.winRate * 100, 2), "63.15");
    EXPECT_EQ(stats.wonMinorSum, 1'000'553'400);
    EXPECT_EQ(printed(*stats.wonMinorMean / 100, 2), "2360.91");
    EXPECT_EQ(printed(*stats.wonMinorMedian / 100, 0), "1117");
    EXPECT_EQ(printed(*stats.wonCycleDaysMean, 2), "51.78");
    EXPECT_EQ(printed(*stats.wonCycleDaysMedian, 0), "57");
    EXPECT_EQ(printed(*stats.lostCycleDaysMean, 2), "41.48");
    EXPECT_EQ(printed(*stats.lostCycleDaysMedian, 0), "14");
    EXPECT_EQ(printed(*stats.velocity.minorPerDay / 100, 0), "193224");
}
