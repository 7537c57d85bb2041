#include "core/predict/forecast_report.h"
#include "core/predict/forecast_weeks.h"
#include "tests/predict/forecast_world.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <ostream>
#include <set>

using namespace topline;
using namespace topline::predict;
using domain::ForecastCategory;
using domain::ForecastReport;
using domain::ForecastSpan;
using predict_test::close;
using predict_test::course;
using predict_test::day;
using predict_test::noon;

namespace {

std::string bytes(const ForecastReport &report)
{
    std::string out;
    const auto put = [&out](std::int64_t value) { out += std::to_string(value) + ' '; };
    for (const auto &deal : report.deals) {
        for (const auto value : {deal.deal.value, deal.minor, deal.expectedMinor, deal.ifWonMinor,
                                 deal.winPpm.value_or(-1), deal.soonPpm.value_or(-1)})
            put(value);
    }
    for (const auto &range : {report.range, report.withoutBig}) {
        for (const auto value : {range.p10Minor, range.p50Minor, range.p90Minor})
            put(value);
    }
    put(report.band ? report.band->lowMinor : -1);
    put(report.expectedMinor);
    for (const auto &score : report.backTest.total)
        out += std::to_string(score.wape.value_or(-1)) + ' ';
    return out;
}

ForecastInput small()
{
    ForecastInput input;
    input.now = noon;
    for (std::int64_t id = 1; id <= 6; ++id)
        input.deals.push_back(course(id, -20, 10'000));
    return input;
}

} // namespace

TEST(ForecastReport, EverySumIsTheSumOfTheDealsItNames)
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const ForecastInput input = predict_test::randomCompany(seed, 200);
        const auto report = forecastReport(input, ForecastSpan::Quarter);
        std::map<domain::DealId, const domain::ForecastDeal *> byId;
        for (const auto &deal : report.deals)
            byId[deal.deal] = &deal;
        std::int64_t hand = 0;
        for (const auto deal : report.hand.deals)
            hand += byId.at(deal)->expectedMinor;
        EXPECT_EQ(report.hand.minor, hand);
        std::int64_t raw = 0;
        for (const auto deal : report.raw.deals)
            raw += byId.at(deal)->minor;
        EXPECT_EQ(report.raw.minor, raw);
        EXPECT_EQ(report.raw.deals.size(), report.deals.size());
        EXPECT_EQ(report.expectedMinor,
                  report.closed.minor + report.hand.minor + report.newBusiness.minor);
        // Every open deal is in one category or undated, and what was won is in Closed.
        std::int64_t all = report.undated.minor;
        std::set<domain::DealId> named(report.undated.deals.begin(), report.undated.deals.end());
        for (const auto &category : report.categories) {
            all += category.minor;
            for (const auto deal : category.deals)
                EXPECT_TRUE(named.insert(deal).second);
        }
        EXPECT_EQ(all, report.raw.minor + report.closed.minor);
    }
}

TEST(ForecastReport, SameInputAndSeedGiveTheSameBytes)
{
    const ForecastInput input = predict_test::randomCompany(7, 300);
    const auto once = bytes(forecastReport(input, ForecastSpan::Days90));
    EXPECT_EQ(once, bytes(forecastReport(input, ForecastSpan::Days90)));
    ForecastInput other = input;
    other.seed = 2;
    EXPECT_NE(once, bytes(forecastReport(other, ForecastSpan::Days90)));
}

TEST(ForecastReport, TheRepsCallStandsBesideTheStageAndDecidesTheSum)
{
    ForecastInput input = small();
    input.calls = {{{1}, ForecastCategory::Commit, "rep", day(-1)},
                   {{2}, ForecastCategory::Omitted, "rep", day(-1)}};
    for (DealCourse &deal : input.deals)
        deal.lastTwoWayMs = day(-8);
    const auto report = forecastReport(input, ForecastSpan::Days30);
    for (const auto &deal : report.deals) {
        EXPECT_EQ(deal.mapped, ForecastCategory::Pipeline);
        EXPECT_EQ(deal.warnings.empty(), deal.deal.value != 1) << "only a commit is warned about";
    }
    const auto &sums = report.categories;
    EXPECT_EQ(sums[static_cast<std::size_t>(ForecastCategory::Commit)].minor, 10'000);
    EXPECT_EQ(sums[static_cast<std::size_t>(ForecastCategory::Omitted)].minor, 10'000);
    EXPECT_EQ(sums[static_cast<std::size_t>(ForecastCategory::Pipeline)].minor, 40'000);
}

TEST(ForecastReport, ABigDealStandsAloneWithItsScenarios)
{
    ForecastInput input = small();
    for (std::int64_t id = 10; id < 40; ++id) {
        auto deal = course(id, -200, 10'000);
        close(deal, id % 2 == 0, -150);
        input.deals.push_back(deal);
    }
    input.deals[0].amounts[0].minor = 30'001; // over three medians; 30,000 is not
    const auto report = forecastReport(input, ForecastSpan::Days90);
    const auto &big = *std::find_if(report.deals.begin(), report.deals.end(),
                                    [](const auto &deal) { return deal.deal.value == 1; });
    EXPECT_TRUE(big.big);
    EXPECT_EQ(big.ifLostMinor, report.expectedMinor - big.expectedMinor);
    EXPECT_EQ(big.ifWonMinor, big.ifLostMinor + 30'001);
    EXPECT_LE(report.withoutBig.p90Minor, report.range.p90Minor);
}

TEST(ForecastReport, WithoutHistoryThereIsNoBandAndNoProbability)
{
    const auto report = forecastReport(small(), ForecastSpan::Days90);
    EXPECT_FALSE(report.band);
    EXPECT_EQ(report.originsMin, 8);
    EXPECT_FALSE(report.deals.at(0).soonPpm);
    EXPECT_EQ(report.hand.minor, 0);
    EXPECT_EQ(report.ageless.deals.size(), 6U);
    EXPECT_EQ(report.raw.minor, 60'000);
}

TEST(ForecastReport, OtherCurrenciesAreCountedAndLeftOut)
{
    ForecastInput input = small();
    input.deals[0].otherCurrency = true;
    const auto report = forecastReport(input, ForecastSpan::Days30);
    EXPECT_EQ(report.otherCurrency, 1);
    EXPECT_EQ(report.raw.minor, 50'000);
}

TEST(ForecastReport, OneRepsDealsAddUpToAllOfThem)
{
    const ForecastInput input = predict_test::randomCompany(11, 300);
    const auto all = forecastReport(input, ForecastSpan::Days60);
    std::int64_t raw = 0;
    std::int64_t fresh = 0;
    for (std::int64_t owner = 1; owner <= 3; ++owner) {
        ForecastInput mine = input;
        mine.owner = domain::OwnerId{owner};
        const auto report = forecastReport(mine, ForecastSpan::Days60);
        raw += report.raw.minor;
        fresh += report.newBusiness.minor;
    }
    EXPECT_EQ(raw, all.raw.minor);
    EXPECT_EQ(fresh, all.newBusiness.minor);
}

TEST(ForecastWeeks, RecordWhatIsOpenAndWhatWasClosedNotLongAgo)
{
    ForecastInput input = small();
    auto recent = course(7, -90, 500);
    close(recent, true, -80);
    auto old = course(8, -300, 500);
    close(old, true, -101);
    input.deals.push_back(recent);
    input.deals.push_back(old);
    const auto week = forecastWeek(input);
    EXPECT_EQ(week.weekMs, weekStart(input.zone, noon));
    ASSERT_EQ(week.deals.size(), 7U);
    EXPECT_EQ(week.deals.back().kind, domain::StageKind::Won);
    EXPECT_EQ(week.figures.size(), domain::forecastSpanCount);
    input.weeks = {week};
    const auto report = forecastReport(input, ForecastSpan::Days30);
    ASSERT_TRUE(report.flow);
    EXPECT_EQ(report.flow->startMinor, report.flow->endMinor); // nothing has moved since
}

// A stored figure is of what is to come: what the quarter had won already is not counted twice.
TEST(ForecastWeeks, FiguresLeaveOutWhatWasWonBefore)
{
    const ForecastInput input = predict_test::randomCompany(21, 300);
    const auto report = forecastReport(input, ForecastSpan::Quarter);
    ASSERT_GT(report.closed.minor, 0);
    const auto week = forecastWeek(input);
    const auto &figure = week.figures.at(static_cast<std::size_t>(ForecastSpan::Quarter));
    EXPECT_EQ(figure.expectedMinor, report.hand.minor + report.newBusiness.minor);
    EXPECT_EQ(figure.startMs, noon);
    EXPECT_EQ(figure.endMs, report.endMs);
}
