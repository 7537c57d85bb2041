#include "core/metrics/pipeline.h"
#include "core/metrics/stage_odds.h"
#include "core/metrics/tiles.h"
#include "tests/metrics/sample_world.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

using namespace topline;
using namespace topline::metrics;
using namespace topline::metrics_test;
using domain::Figure;

namespace {

const Figure &tile(const domain::PipelineReport &report, const std::string &id)
{
    const auto found = std::find_if(report.tiles.begin(), report.tiles.end(),
                                    [&](const Figure &figure) { return figure.id == id; });
    EXPECT_NE(found, report.tiles.end()) << id;
    return *found;
}

constexpr unsigned seeds[] = {1, 7, 20251118};

} // namespace

TEST(Tiles, FiguresOfASmallPipelineByHand)
{
    World world;
    world.add(1, -10, 10'000);
    world.enter(1, 1, -10);
    world.amount(1, 8'000, -10);
    world.amount(1, 10'000, -2); // went up within the week
    world.add(2, -3, 5'000).closeMs = day(-1);
    world.enter(2, 2, -3);
    world.closed(3, true, -40, -20, 6'000);
    world.closed(4, false, -40, -20);
    world.closed(5, false, -400, -200);
    domain::Quota quota;
    quota.owner.id = {1};
    quota.startMs = day(-48);
    quota.endMs = day(43);
    quota.amount = {3'600'000, base::Currency::usd()};
    world.input.quotas.push_back(quota);
    world.input.stageCounts = {{{1}, 10, 20}, {{2}, 20, 20}};

    const auto report = pipelineReport(world.input);
    EXPECT_EQ(*tile(report, "open_pipeline").value, 1'500'000);
    EXPECT_EQ(*tile(report, "open_pipeline").weekAgo, 800'000);
    // p0 = 1/3: (10 + 20/3) / 40 and (20 + 20/3) / 40.
    EXPECT_NEAR(*tile(report, "weighted_pipeline").value, 1'000'000 * 0.416667 + 500'000 * 0.666667,
                1e-6);
    EXPECT_DOUBLE_EQ(*tile(report, "coverage").value, 0.5);
    EXPECT_EQ(*tile(report, "coverage").basis, 3'000'000);
    EXPECT_DOUBLE_EQ(*tile(report, "win_rate_3m").value, 0.5);
    EXPECT_EQ(tile(report, "win_rate_3m").n, 1);
    EXPECT_EQ(tile(report, "win_rate_3m").of, 2);
    EXPECT_DOUBLE_EQ(*tile(report, "cycle_won_3m").value, 20);
    EXPECT_EQ(*tile(report, "at_risk").value, 500'000);
    EXPECT_EQ(tile(report, "at_risk").n, 1);
    EXPECT_EQ(tile(report, "at_risk").of, 2);

    ASSERT_EQ(report.moves.size(), 2U);
    EXPECT_EQ(report.moves[0].kind, domain::PipelineMoveKind::New);
    EXPECT_EQ(report.moves[0].amountMinor, 500'000);
    EXPECT_EQ(report.moves[1].kind, domain::PipelineMoveKind::AmountUp);
    EXPECT_EQ(report.moves[1].amountMinor, 200'000);
}

TEST(Tiles, AreAbsentNotZeroWhereNothingDefinesThem)
{
    World world;
    world.add(1, -3, 5'000);
    const auto report = pipelineReport(world.input);
    EXPECT_FALSE(tile(report, "weighted_pipeline").value); // nothing was ever closed
    EXPECT_FALSE(tile(report, "coverage").value);
    EXPECT_FALSE(tile(report, "win_rate_3m").value);
    EXPECT_FALSE(tile(report, "cycle_won_3m").value);
    EXPECT_FALSE(tile(report, "open_pipeline").weekAgo); // the deal came later
    EXPECT_EQ(tile(report, "open_pipeline").spark.size(), 1U);
    EXPECT_FALSE(report.deals.front().probability);
    EXPECT_TRUE(pipelineReport(MetricsInput{}).deals.empty());
}

TEST(Tiles, AMetQuotaHasNoCoverage)
{
    World world;
    world.closed(1, true, -40, -20, 6'000);
    domain::Quota quota;
    quota.startMs = day(-48);
    quota.endMs = day(43);
    quota.amount = {500'000, base::Currency::usd()};
    world.input.quotas.push_back(quota);
    const auto report = pipelineReport(world.input);
    EXPECT_FALSE(tile(report, "coverage").value);
    EXPECT_EQ(*tile(report, "coverage").basis, 0);
}

TEST(Tiles, AYearsQuotaCountsByDays)
{
    World world;
    world.add(1, -10, 1'000);
    domain::Quota quota;
    quota.startMs = base::dayNumber({2025, 1, 1}) * base::dayMs;
    quota.endMs = base::dayNumber({2026, 1, 1}) * base::dayMs;
    quota.amount = {36'500, base::Currency::usd()};
    world.input.quotas.push_back(quota);
    EXPECT_DOUBLE_EQ(*tile(pipelineReport(world.input), "coverage").basis, 9'200);
}

TEST(Tiles, OtherCurrenciesAreCountedApart)
{
    World world;
    world.add(1, -3, 5'000);
    world.add(2, -3, 7'000).amount->currency = *base::Currency::parse("EUR");
    const auto report = pipelineReport(world.input);
    const Figure &open = tile(report, "open_pipeline");
    EXPECT_EQ(*open.value, 500'000);
    EXPECT_EQ(open.n, 1);
    EXPECT_EQ(open.otherCurrency, 1);
    EXPECT_EQ(report.deals.size(), 2U);
}

TEST(Tiles, EqualTheSumOfTheirRows)
{
    for (const unsigned seed : seeds) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const World world = randomWorld(seed, 300);
        const auto report = pipelineReport(world.input);
        std::map<domain::DealId, const domain::DealRow *> rows;
        for (const domain::DealRow &row : report.deals)
            rows[row.deal] = &row;
        const auto sum = [&](const Figure &figure, bool weighted) {
            double out = 0;
            for (const domain::DealId id : figure.deals) {
                const domain::DealRow &row = *rows.at(id);
                const double share = weighted ? static_cast<double>(row.probability->ppm) / 1e6 : 1;
                out += row.amount ? share * static_cast<double>(row.amount->amountMinor) : 0;
            }
            return out;
        };
        EXPECT_DOUBLE_EQ(*tile(report, "open_pipeline").value,
                         sum(tile(report, "open_pipeline"), false));
        EXPECT_DOUBLE_EQ(*tile(report, "weighted_pipeline").value,
                         sum(tile(report, "weighted_pipeline"), true));
        EXPECT_DOUBLE_EQ(*tile(report, "at_risk").value, sum(tile(report, "at_risk"), false));
        for (const domain::DealId id : tile(report, "at_risk").deals)
            EXPECT_TRUE(rows.at(id)->stalled || rows.at(id)->closeDatePassed);
        std::int64_t funnelOpen = 0;
        for (const domain::FunnelRow &row : report.funnel)
            funnelOpen += row.openMinor;
        EXPECT_EQ(static_cast<double>(funnelOpen), *tile(report, "open_pipeline").value);
    }
}

TEST(Tiles, WeekAgoIsWhatTheReportOfThatMomentSaid)
{
    for (const unsigned seed : seeds) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const World world = randomWorld(seed, 300);
        MetricsInput earlier = world.input;
        earlier.now -= 7 * base::dayMs;
        const DealBook now(world.input);
        const DealBook then(earlier);
        const StageOdds odds(now); // the weighted pipeline of past weeks uses today's odds
        const auto today = tiles(now, WonDwell(now), odds);
        const auto before = tiles(then, WonDwell(then), odds);
        for (std::size_t i = 0; i < today.size(); ++i) {
            SCOPED_TRACE(today[i].id);
            EXPECT_EQ(today[i].weekAgo, before[i].value);
            EXPECT_EQ(today[i].spark.at(today[i].spark.size() - 2), before[i].spark.back());
            EXPECT_LE(today[i].spark.size(), 26U);
        }
    }
}

// A store that was cut off a week ago had neither the later changes nor the later outcomes; what it
// said about open deals must be what time travel says today.
TEST(Tiles, WeekAgoNeedsNothingThatBecameKnownLater)
{
    for (const unsigned seed : seeds) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const World world = randomWorld(seed, 300);
        const DealBook book(world.input);
        MetricsInput past = world.input;
        past.now -= 7 * base::dayMs;
        std::erase_if(past.stageChanges, [&](const auto &c) { return c.atMs > past.now; });
        std::erase_if(past.amountChanges, [&](const auto &c) { return c.atMs > past.now; });
        std::erase_if(past.deals, [&](domain::Deal &deal) {
            const DealTrack &track =
                *std::find_if(book.tracks().begin(), book.tracks().end(),
                              [&](const auto &t) { return t.deal->id == deal.id; });
            const auto state = book.stateAt(track, past.now);
            if (!state)
                return true;
            deal.stage.id = state->stage->id;
            deal.amount = book.amountAt(track, past.now);
            if (track.closed && state->kind == domain::StageKind::Open)
                deal.closeMs.reset();
            return false;
        });
        const auto today = pipelineReport(world.input);
        const auto then = pipelineReport(past);
        for (const char *id :
             {"open_pipeline", "coverage", "win_rate_3m", "cycle_won_3m", "at_risk"}) {
            SCOPED_TRACE(id);
            EXPECT_EQ(tile(today, id).weekAgo, tile(then, id).value);
        }
    }
}

TEST(Moves, SumToTheChangeOfTheOpenPipeline)
{
    for (const unsigned seed : seeds) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const auto report = pipelineReport(randomWorld(seed, 400).input);
        double sum = 0;
        for (const domain::PipelineMove &move : report.moves)
            sum += static_cast<double>(move.amountMinor);
        const Figure &open = tile(report, "open_pipeline");
        EXPECT_DOUBLE_EQ(sum, *open.value - *open.weekAgo);
        EXPECT_GE(report.moves.size(), 3U);
    }
}

TEST(Pipeline, EveryDealBehindATileHasItsRow)
{
    const auto report = pipelineReport(randomWorld(4, 300).input);
    std::set<domain::DealId> known;
    for (const auto *rows : {&report.deals, &report.closed})
        for (const domain::DealRow &row : *rows) {
            EXPECT_TRUE(known.insert(row.deal).second);
            EXPECT_EQ(row.kind == domain::StageKind::Open, rows == &report.deals);
        }
    for (const Figure &figure : report.tiles)
        for (const domain::DealId id : figure.deals)
            EXPECT_TRUE(known.contains(id)) << figure.id;
}

TEST(Pipeline, OneRepsReportHasOnlyTheirDealsAndAllRepsAddUp)
{
    const World world = randomWorld(3, 300);
    double open = 0;
    std::size_t rows = 0;
    for (std::int64_t owner = 0; owner <= 5; ++owner) {
        MetricsInput own = world.input;
        own.owner = domain::OwnerId{owner};
        const auto report = pipelineReport(own);
        open += *tile(report, "open_pipeline").value;
        rows += report.deals.size();
    }
    const auto all = pipelineReport(world.input);
    EXPECT_DOUBLE_EQ(open, *tile(all, "open_pipeline").value);
    EXPECT_EQ(rows, all.deals.size());
}

TEST(Pipeline, OrderOfTheInputDoesNotMatter)
{
    World world = randomWorld(5, 200);
    const auto first = pipelineReport(world.input);
    std::reverse(world.input.deals.begin(), world.input.deals.end());
    std::reverse(world.input.stageChanges.begin(), world.input.stageChanges.end());
    std::reverse(world.input.amountChanges.begin(), world.input.amountChanges.end());
    std::reverse(world.input.stages.begin(), world.input.stages.end());
    const auto second = pipelineReport(world.input);
    ASSERT_EQ(first.deals.size(), second.deals.size());
    for (std::size_t i = 0; i < first.tiles.size(); ++i) {
        EXPECT_EQ(first.tiles[i].value, second.tiles[i].value);
        EXPECT_EQ(first.tiles[i].spark, second.tiles[i].spark);
        EXPECT_EQ(first.tiles[i].deals, second.tiles[i].deals);
    }
    for (std::size_t i = 0; i < first.funnel.size(); ++i)
        EXPECT_EQ(first.funnel[i].stage, second.funnel[i].stage);
}
