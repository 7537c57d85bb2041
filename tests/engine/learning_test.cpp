// The night's learning: when it is due, that one deal is told what the whole table says, what
// becomes of the chance to close in time, and that a stop or a rebuild loses nothing.
#include "core/crm/demo_connector.h"
#include "core/engine/reads/reads.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <cmath>

namespace topline::engine {

using flow::need;

namespace {

class LearningTest : public testing::Test {
protected:
    LearningTest() { m_world.sync(); }

    Engine &engine() { return m_world.engine(); }

    store::Tables &tables() { return engine().tables(); }

    domain::LearnedModel model()
    {
        const auto out = need(tables().models.model());
        EXPECT_TRUE(out);
        return out.value_or(domain::LearnedModel{});
    }

    std::vector<domain::Deal> openDeals()
    {
        std::vector<domain::Deal> out;
        for (const auto &outlook : need(tables().models.outlooks()))
            out.push_back(*need(tables().records.deal(outlook.deal)));
        return out;
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
    crm::MemoryDemoJournal m_journal;
    crm::DemoConnector m_crm{{1, flow::birthMs}, m_clock, m_journal};
    flow::World m_world{m_crm, m_clock};
};

} // namespace

TEST_F(LearningTest, IsDueOnceADay)
{
    EXPECT_TRUE(need(engine().reads().learningDue()).model);
    EXPECT_TRUE(need(engine().reads().learningDue()).week);
    need(engine().tick());
    const auto first = model();
    EXPECT_EQ(first.learnedMs, flow::birthMs);
    EXPECT_GT(first.closedDeals, 0);
    EXPECT_FALSE(need(engine().reads().learningDue()).any());
    m_clock.advance(base::hourMs);
    need(engine().tick());
    EXPECT_EQ(model().learnedMs, first.learnedMs);
    m_clock.advance(base::dayMs);
    EXPECT_TRUE(need(engine().reads().learningDue()).model);
    EXPECT_FALSE(need(engine().reads().learningDue()).week);
    need(engine().tick());
    EXPECT_EQ(model().learnedMs, m_clock.now());
}

TEST_F(LearningTest, OneDealIsToldWhatTheWholeTableSays)
{
    need(engine().tick());
    auto whole = need(engine().reads().winOutlook()).open;
    const auto deals = openDeals();
    ASSERT_FALSE(deals.empty());
    ASSERT_EQ(whole.size(), deals.size());
    for (const auto &estimate : whole) {
        const auto deal = need(tables().records.deal(estimate.deal));
        const auto alone = need(engine().reads().winEstimate(*deal));
        ASSERT_TRUE(alone);
        EXPECT_EQ(*alone, estimate) << deal->name;
    }
    const auto detail = need(engine().dealDetail(deals.front().id));
    ASSERT_TRUE(detail.win);
    EXPECT_EQ(*detail.win, *need(engine().reads().winEstimate(deals.front())));
}

TEST_F(LearningTest, NothingIsToldBeforeTheFirstNight)
{
    const auto deals = need(tables().records.deals());
    EXPECT_FALSE(need(engine().reads().winEstimate(deals.front())));
    EXPECT_FALSE(need(engine().dealDetail(deals.front().id)).win);
}

TEST_F(LearningTest, AMovedCloseDateIsNotToldYesterdaysChance)
{
    need(engine().tick());
    domain::Deal moved;
    for (const auto &deal : openDeals()) {
        if (need(tables().models.outlook(deal.id))->commit &&
            need(engine().reads().dealRisk(deal.id)).risk.commitRiskPermille)
            moved = deal;
    }
    ASSERT_TRUE(moved.id.isSet()) << "the demo company has no deal with such a chance";
    crm::Page page;
    moved.closeMs = *moved.closeMs + 20 * base::dayMs;
    moved.updatedMs = m_clock.now() + 1;
    page.deals.push_back(moved);
    need(engine().applyPage("demo", page));
    need(engine().derive());
    EXPECT_FALSE(need(engine().reads().dealRisk(moved.id)).risk.commitRiskPermille);
    m_clock.advance(base::dayMs);
    need(engine().tick());
    EXPECT_TRUE(need(engine().reads().dealRisk(moved.id)).risk.commitRiskPermille);
}

TEST_F(LearningTest, AChanceLearnedForAnotherStageIsNotKeptAsRisk)
{
    need(engine().tick());
    domain::Learned learned{model(), need(tables().models.outlooks()), {}};
    const auto found =
        std::find_if(learned.outlooks.begin(), learned.outlooks.end(), [this](const auto &each) {
            return need(engine().reads().dealRisk(each.deal)).risk.commitRiskPermille.has_value();
        });
    ASSERT_NE(found, learned.outlooks.end());
    found->commit = domain::CommitChance{200'000, 400'000};
    need(engine().keepLearned(learned));
    EXPECT_EQ(need(engine().reads().dealRisk(found->deal)).risk.commitRiskPermille, 500);
    found->stage = {found->stage.value + 1}; // the deal moved while this was being learned
    need(engine().keepLearned(learned));
    EXPECT_FALSE(need(engine().reads().dealRisk(found->deal)).risk.commitRiskPermille);
}

TEST_F(LearningTest, AStopKeepsWhatWasLearnedBefore)
{
    need(engine().tick());
    const auto before = model();
    m_clock.advance(base::dayMs);
    const auto due = need(engine().reads().learningDue());
    const auto stopped = engine().reads().learn(due, [] { return true; });
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
    EXPECT_EQ(model(), before);
    int asked = 0;
    EXPECT_FALSE(engine().reads().learn(due, [&asked] { return ++asked > 3; }).ok());
}

TEST_F(LearningTest, ARebuildLearnsTheSameAgain)
{
    need(engine().tick());
    const auto before = model();
    const auto outlooks = need(tables().models.outlooks());
    EXPECT_TRUE(need(engine().rebuild()).same());
    EXPECT_FALSE(need(tables().models.stamp()));
    need(engine().tick());
    EXPECT_EQ(model(), before);
    EXPECT_EQ(need(tables().models.outlooks()), outlooks);
}

TEST_F(LearningTest, SignalsMoveTheForecastOfTheirDealAlone)
{
    need(engine().tick());
    domain::Learned learned{model(), need(tables().models.outlooks()), {}};
    for (auto &outlook : learned.outlooks)
        outlook.signalMicro = 0;
    need(engine().keepLearned(learned));
    const auto report = need(engine().reads().forecast({}));
    const auto found = std::find_if(report.deals.begin(), report.deals.end(), [](const auto &deal) {
        return deal.soonPpm.value_or(0) > 10'000 && deal.minor > 0;
    });
    ASSERT_NE(found, report.deals.end());
    const auto before = *found;
    for (auto &outlook : learned.outlooks) {
        if (outlook.deal == before.deal)
            outlook.signalMicro = 1'000'000;
    }
    need(engine().keepLearned(learned));
    const double p = static_cast<double>(*before.soonPpm) * 1e-6;
    const double odds = p / (1 - p) * std::exp(1.0);
    EXPECT_NEAR(static_cast<double>(*forecastOf(before.deal).soonPpm), odds / (1 + odds) * 1e6, 2);
    for (const auto &deal : need(engine().reads().forecast({})).deals) {
        if (deal.deal != before.deal) {
            const auto same = std::find_if(report.deals.begin(), report.deals.end(),
                                           [&](const auto &d) { return d.deal == deal.deal; });
            EXPECT_EQ(deal.soonPpm, same->soonPpm);
        }
    }
}

} // namespace topline::engine
