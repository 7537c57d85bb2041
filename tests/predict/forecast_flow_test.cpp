#include "core/base/random.h"
#include "core/predict/forecast_flow.h"
#include "tests/predict/forecast_world.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <ostream>
#include <set>

using namespace topline;
using namespace topline::predict;
using domain::FlowKind;
using predict_test::day;
using predict_test::noon;

namespace {

const Window quarter{noon, day(40)};

domain::WeekDeal open(std::int64_t id, std::int64_t minor, double closeDay)
{
    domain::WeekDeal out;
    out.deal = {id};
    out.minor = minor;
    out.closeMs = day(closeDay);
    return out;
}

domain::WeekDeal closed(std::int64_t id, std::int64_t minor, domain::StageKind kind)
{
    domain::WeekDeal out = open(id, minor, 3);
    out.kind = kind;
    return out;
}

domain::ForecastWeek week(std::vector<domain::WeekDeal> deals)
{
    domain::ForecastWeek out;
    out.deals = std::move(deals);
    return out;
}

const domain::FlowRow &row(const domain::ForecastFlow &flow, FlowKind kind)
{
    return flow.rows.at(static_cast<std::size_t>(kind));
}

std::int64_t sum(const domain::ForecastFlow &flow)
{
    std::int64_t out = flow.startMinor;
    for (const auto &each : flow.rows)
        out += each.minor;
    return out;
}

domain::ForecastWeek randomWeek(base::Random &random)
{
    domain::ForecastWeek out;
    for (std::int64_t id = 1; id <= 40; ++id) {
        if (random.chance(.25))
            continue;
        auto deal = open(id, random.between(0, 1'000'000), random.uniform() * 90 - 10);
        if (random.chance(.2))
            deal.closeMs.reset();
        deal.kind =
            static_cast<domain::StageKind>(random.weighted(std::vector<double>{8, 1, 1}.data(), 3));
        out.deals.push_back(deal);
    }
    return out;
}

} // namespace

TEST(ForecastFlow, NamesEveryWayInAndOut)
{
    const auto from =
        week({open(1, 100, 10), open(2, 200, 10), open(3, 300, 90), open(4, 400, 10),
              open(5, 500, 10), open(6, 600, 10), open(7, 700, 10), open(8, 800, 10)});
    const auto to = week({open(1, 100, 10), open(2, 200, 95), open(3, 330, 20), open(4, 450, 12),
                          open(5, 420, 10), closed(6, 650, domain::StageKind::Won),
                          closed(7, 700, domain::StageKind::Lost), open(9, 900, 30)});
    const auto flow = flowBetween(from, to, quarter);
    EXPECT_EQ(flow.startMinor, 3'300);
    EXPECT_EQ(flow.endMinor, 100 + 330 + 450 + 420 + 900);
    EXPECT_EQ(row(flow, FlowKind::New).minor, 900);
    EXPECT_EQ(row(flow, FlowKind::PulledIn).minor, 330); // at its new amount
    EXPECT_EQ(row(flow, FlowKind::Slipped).minor, -200);
    EXPECT_EQ(row(flow, FlowKind::Up).minor, 50);
    EXPECT_EQ(row(flow, FlowKind::Down).minor, -80);
    EXPECT_EQ(row(flow, FlowKind::Won).minor, -600); // as it was counted, not as it was signed
    EXPECT_EQ(row(flow, FlowKind::Lost).minor, -700);
    EXPECT_EQ(row(flow, FlowKind::Removed).minor, -800);
    EXPECT_EQ(row(flow, FlowKind::Slipped).deals, std::vector<domain::DealId>{{2}});
    EXPECT_EQ(sum(flow), flow.endMinor);
}

TEST(ForecastFlow, AnOverdueDealIsStillInThePeriodAndAClearedDateIsASlip)
{
    auto cleared = open(2, 200, 10);
    cleared.closeMs.reset();
    const auto flow = flowBetween(week({open(1, 100, -30), open(2, 200, 10)}),
                                  week({open(1, 100, -30), cleared}), quarter);
    EXPECT_EQ(flow.startMinor, 300);
    EXPECT_EQ(flow.endMinor, 100);
    EXPECT_EQ(row(flow, FlowKind::Slipped).minor, -200);
}

TEST(ForecastFlow, AReopenedDealIsNew)
{
    const auto flow = flowBetween(week({closed(1, 100, domain::StageKind::Lost)}),
                                  week({open(1, 120, 10)}), quarter);
    EXPECT_EQ(row(flow, FlowKind::New).minor, 120);
    EXPECT_EQ(sum(flow), flow.endMinor);
}

TEST(ForecastFlow, StartAndAllFlowsMakeTheEndWhateverHappened)
{
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        base::Random random(seed);
        const auto from = randomWeek(random);
        const auto to = randomWeek(random);
        const auto flow = flowBetween(from, to, quarter);
        EXPECT_EQ(sum(flow), flow.endMinor);
        std::int64_t end = 0;
        for (const auto &deal : to.deals) {
            const bool isIn = deal.kind == domain::StageKind::Open && deal.closeMs &&
                              *deal.closeMs < quarter.endMs;
            end += isIn ? deal.minor : 0;
        }
        EXPECT_EQ(flow.endMinor, end);
        std::set<domain::DealId> named;
        for (const auto &each : flow.rows) {
            for (const auto deal : each.deals)
                EXPECT_TRUE(named.insert(deal).second) << "deal " << deal.value << " twice";
        }
        const auto back = flowBetween(to, from, quarter);
        EXPECT_EQ(back.startMinor, flow.endMinor);
        EXPECT_EQ(row(back, FlowKind::Up).minor, -row(flow, FlowKind::Down).minor);
    }
}

TEST(ForecastChecks, HoldAPastFigureAgainstWhatWasWonInItsTime)
{
    ForecastInput input;
    input.now = noon;
    auto inTime = predict_test::course(1, -100, 40'000);
    predict_test::close(inTime, true, -50);
    auto late = predict_test::course(2, -100, 99'000);
    predict_test::close(late, true, -5);
    input.deals = {inTime, late};
    domain::ForecastWeek past;
    past.weekMs = day(-70);
    past.figures = {
        {domain::ForecastSpan::Days30, day(-65), day(-35), 50'000, 30'000, 45'000, 60'000},
        {domain::ForecastSpan::Days90, day(-65), day(25), 50'000, 0, 0, 0}};
    input.weeks = {past};
    const auto checks = checksOf(input, domain::ForecastSpan::Days30);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].actualMinor, 40'000);
    EXPECT_DOUBLE_EQ(*checks[0].accuracy, .75); // 1 - |40 - 50| / 40
    EXPECT_TRUE(checks[0].inside);
    EXPECT_EQ(checks[0].won, std::vector<domain::DealId>{{1}});
    EXPECT_TRUE(checksOf(input, domain::ForecastSpan::Days90).empty()); // not over yet
}
