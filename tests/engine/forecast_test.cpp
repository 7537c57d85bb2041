// The forecast in the engine: records as courses, the week that is written once, a rep's calls.
#include "core/engine/deals/forecast_input.h"
#include "core/engine/reads/reads.h"
#include "core/predict/forecast_weeks.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

using domain::ForecastCategory;
using flow::need;

namespace {

constexpr base::UtcMs week = 7 * base::dayMs;

class ForecastTest : public testing::Test {
protected:
    Engine &engine() { return m_world.engine(); }

    std::vector<domain::ForecastWeek> weeks() { return need(engine().tables().forecasts.weeks(0)); }

    domain::DealId dealOf(const std::string &remoteId)
    {
        for (const auto &deal : need(engine().tables().records.deals())) {
            if (deal.remoteId == remoteId)
                return deal.id;
        }
        ADD_FAILURE() << "no deal " << remoteId;
        return {};
    }

    domain::ForecastDeal forecastOf(domain::DealId id)
    {
        const auto report = need(engine().reads().forecast({}));
        const auto found = std::find_if(report.deals.begin(), report.deals.end(),
                                        [id](const auto &deal) { return deal.deal == id; });
        EXPECT_NE(found, report.deals.end());
        return found == report.deals.end() ? domain::ForecastDeal{} : *found;
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
};

// Three stages of one pipeline, and one deal that a test fills in.
metrics::MetricsInput records()
{
    metrics::MetricsInput out;
    out.now = flow::birthMs;
    for (std::int64_t id = 1; id <= 3; ++id) {
        domain::Stage stage;
        stage.id = {id};
        stage.order = static_cast<int>(id);
        stage.kind = id == 3 ? domain::StageKind::Won : domain::StageKind::Open;
        out.stages.push_back(stage);
    }
    domain::Deal deal;
    deal.id = {9};
    deal.name = "Deal";
    deal.stage.id = {2};
    deal.createdMs = out.now - 50 * base::dayMs;
    deal.amount = base::Money{700'00, base::Currency::usd()};
    out.deals.push_back(deal);
    return out;
}

domain::StageChange change(std::int64_t stage, base::UtcMs atMs)
{
    domain::StageChange out;
    out.deal.id = {9};
    out.stage.id = {stage};
    out.atMs = atMs;
    return out;
}

} // namespace

TEST(ForecastCourse, FollowsStagesAmountsAndTouches)
{
    auto input = records();
    const base::UtcMs now = input.now;
    input.stageChanges = {change(1, now - 50 * base::dayMs), change(2, now - 20 * base::dayMs)};
    domain::AmountChange amount;
    amount.deal.id = {9};
    amount.amount = base::Money{900'00, base::Currency::usd()};
    amount.atMs = now - 30 * base::dayMs;
    input.amountChanges = {amount};
    input.touches = {{{9}, now - base::dayMs}};
    const auto out = forecastInput(input);
    ASSERT_EQ(out.deals.size(), 1U);
    const auto &course = out.deals[0];
    ASSERT_EQ(course.stays.size(), 2U);
    EXPECT_EQ(course.stays[0].leftMs, now - 20 * base::dayMs);
    EXPECT_FALSE(course.stays[1].leftMs);
    EXPECT_EQ(predict::minorAt(course, now), 700'00); // the record is the newest word
    EXPECT_EQ(course.lastTwoWayMs, now - base::dayMs);
    EXPECT_EQ(course.startMs, now - 50 * base::dayMs);
    const auto hand = predict::handAt(out, now);
    EXPECT_EQ(hand.at(0).stage, domain::StageId{2});
    EXPECT_DOUBLE_EQ(*hand.at(0).stageAgeDays, 20);
}

TEST(ForecastCourse, AMoveThatNoChangeTellsOfHasNoStageAge)
{
    auto input = records();
    input.stageChanges = {change(1, input.now - 40 * base::dayMs)};
    const auto out = forecastInput(input);
    const auto hand = predict::handAt(out, input.now);
    EXPECT_EQ(hand.at(0).stage, domain::StageId{2});
    EXPECT_FALSE(hand.at(0).stageAgeDays);
    EXPECT_DOUBLE_EQ(*hand.at(0).dealAgeDays, 50);
}

TEST(ForecastCourse, AnotherCurrencyIsMarkedAndAClosedDealEnds)
{
    auto input = records();
    input.currency = *base::Currency::parse("EUR");
    EXPECT_TRUE(forecastInput(input).deals[0].otherCurrency);
    input.deals[0].stage.id = {3};
    input.deals[0].closeMs = input.now - 5 * base::dayMs;
    const auto course = forecastInput(input).deals[0];
    EXPECT_EQ(course.kind, domain::StageKind::Won);
    EXPECT_EQ(course.closedMs, input.now - 5 * base::dayMs);
}

TEST_F(ForecastTest, AWeekIsWrittenOnceAndTheNextOneAfterIt)
{
    m_world.sync();
    need(engine().tick());
    ASSERT_EQ(weeks().size(), 1U);
    EXPECT_EQ(weeks()[0].weekMs, predict::weekStart(base::TimeZone(), flow::birthMs));
    EXPECT_EQ(weeks()[0].figures.size(), domain::forecastSpanCount);
    EXPECT_GE(weeks()[0].deals.size(), 9U);
    m_clock.advance(base::dayMs);
    need(engine().tick());
    EXPECT_EQ(weeks().size(), 1U);
    m_clock.advance(week);
    need(m_world.open()); // a closed night changes nothing
    need(engine().tick());
    EXPECT_EQ(weeks().size(), 2U);
    const auto report = need(engine().reads().forecast({}));
    ASSERT_TRUE(report.flow);
    EXPECT_EQ(report.flow->fromMs, m_clock.now());
}

TEST_F(ForecastTest, AnEmptyWorkspaceHasNothingToRecord)
{
    need(engine().tick());
    EXPECT_TRUE(weeks().empty());
    EXPECT_TRUE(need(engine().reads().forecast({})).deals.empty());
}

TEST_F(ForecastTest, ACallStandsBesideTheStageUntilItIsTakenBack)
{
    m_world.sync();
    const auto deal = dealOf("d1");
    const auto before = forecastOf(deal);
    EXPECT_FALSE(before.called);
    need(engine().callDeal(deal, ForecastCategory::Commit));
    EXPECT_EQ(forecastOf(deal).called, ForecastCategory::Commit);
    EXPECT_EQ(forecastOf(deal).mapped, before.mapped);
    need(m_world.open());
    EXPECT_EQ(forecastOf(deal).called, ForecastCategory::Commit);
    m_world.sync(); // a sync never overwrites it
    EXPECT_EQ(forecastOf(deal).called, ForecastCategory::Commit);
    need(engine().callDeal(deal, std::nullopt));
    EXPECT_FALSE(forecastOf(deal).called);
    EXPECT_EQ(forecastOf(deal).category(), before.mapped);
}

TEST_F(ForecastTest, ACallOfAClosedOrUnknownDealIsRefused)
{
    m_world.sync();
    const auto won = engine().callDeal(dealOf("d4"), ForecastCategory::Commit);
    EXPECT_EQ(won.error().code, base::ErrorCode::Refused);
    const auto closed = engine().callDeal(dealOf("d1"), ForecastCategory::Closed);
    EXPECT_EQ(closed.error().code, base::ErrorCode::Refused);
    const auto unknown = engine().callDeal({99'999}, ForecastCategory::Best);
    EXPECT_EQ(unknown.error().code, base::ErrorCode::NotFound);
    EXPECT_TRUE(need(engine().tables().forecasts.calls()).empty());
}

// Asked for a moment in the past, weeks that were written later are not known yet.
TEST_F(ForecastTest, AnEarlierMomentKnowsNoLaterWeek)
{
    m_world.sync();
    need(engine().tick());
    m_clock.set(flow::birthMs - 2 * week);
    EXPECT_FALSE(need(engine().reads().forecast({})).flow);
}

} // namespace topline::engine
