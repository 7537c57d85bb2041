// What is kept of weekly forecasts and of the reps' calls.
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::ForecastCategory;
using domain::ForecastSpan;

domain::ForecastWeek weekOf(base::UtcMs weekMs)
{
    domain::ForecastWeek out;
    out.weekMs = weekMs;
    out.atMs = weekMs + 5;
    out.currency = *base::Currency::parse("EUR");
    out.deals = {{{3},
                  {1},
                  12'345,
                  99,
                  domain::StageKind::Open,
                  ForecastCategory::Best,
                  ForecastCategory::Commit,
                  250'000},
                 {{7},
                  {},
                  0,
                  std::nullopt,
                  domain::StageKind::Lost,
                  ForecastCategory::Omitted,
                  std::nullopt,
                  0}};
    out.figures = {{ForecastSpan::Days30, 10, 20, 500, -1, 400, 900},
                   {ForecastSpan::Quarter, 10, 30, 800, 0, 700, 1'000}};
    return out;
}

class ForecastStoreTest : public StoreTest {};

TEST_F(ForecastStoreTest, AWeekComesBackAsItWasStored)
{
    inTransaction([&] {
        need(tables().forecasts.add(weekOf(200)));
        need(tables().forecasts.add(weekOf(100)));
    });
    reopen();
    EXPECT_EQ(need(tables().forecasts.weeks(0)), (std::vector{weekOf(100), weekOf(200)}));
    EXPECT_TRUE(need(tables().forecasts.hasWeek(200)));
    EXPECT_FALSE(need(tables().forecasts.hasWeek(201)));
}

TEST_F(ForecastStoreTest, OldWeeksComeWithoutTheirDeals)
{
    inTransaction([&] {
        need(tables().forecasts.add(weekOf(100)));
        need(tables().forecasts.add(weekOf(200)));
    });
    const auto weeks = need(tables().forecasts.weeks(200));
    EXPECT_TRUE(weeks[0].deals.empty());
    EXPECT_EQ(weeks[0].figures, weekOf(100).figures);
    EXPECT_EQ(weeks[1], weekOf(200));
}

TEST_F(ForecastStoreTest, TheNewestCallCountsAndTakingItBackIsOneToo)
{
    inTransaction([&] {
        need(
            tables().forecasts.add(domain::ForecastCall{{3}, ForecastCategory::Commit, "rep", 10}));
        need(tables().forecasts.add(domain::ForecastCall{{2}, ForecastCategory::Best, "rep", 11}));
        need(tables().forecasts.add(domain::ForecastCall{{3}, std::nullopt, "rep", 12}));
    });
    reopen();
    const std::vector<domain::ForecastCall> expected{{{2}, ForecastCategory::Best, "rep", 11},
                                                     {{3}, std::nullopt, "rep", 12}};
    EXPECT_EQ(need(tables().forecasts.calls()), expected);
}

TEST_F(ForecastStoreTest, NothingIsChangedOrForgottenAfterwards)
{
    inTransaction([&] {
        need(tables().forecasts.add(weekOf(100)));
        need(
            tables().forecasts.add(domain::ForecastCall{{3}, ForecastCategory::Commit, "rep", 10}));
    });
    for (const char *sql :
         {"UPDATE forecast_week SET at_ms = 1", "UPDATE forecast_week_deal SET minor = 1",
          "UPDATE forecast_week_figure SET p50_minor = 1", "UPDATE forecast_call SET category = 0",
          "DELETE FROM forecast_week", "DELETE FROM forecast_week_deal",
          "DELETE FROM forecast_week_figure", "DELETE FROM forecast_call"})
        EXPECT_NE(breach(database(), sql), "") << sql;
    EXPECT_EQ(need(tables().forecasts.weeks(0)), std::vector{weekOf(100)});
}

} // namespace
} // namespace topline::store
