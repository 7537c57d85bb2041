// Risk from the CRM's records to the report: what a touched account changes at once, what the
// nightly pass adds, and that all of it can be computed again.
#include "core/crm/demo_answers.h"
#include "core/crm/demo_connector.h"
#include "core/engine/engine.h"
#include "core/engine/reads/reads.h"
#include "core/risk/gather.h"
#include "core/store/tables.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

using domain::RiskRule;
using flow::need;

namespace {

constexpr base::UtcMs birth = flow::birthMs;

// One account with a deal that answered yesterday.
class RiskFlowTest : public testing::Test {
protected:
    RiskFlowTest()
    {
        crm::Page page;
        for (int i = 0; i < 4; ++i) {
            domain::Stage stage;
            stage.remoteId = "stage-" + std::to_string(i);
            stage.name = i == 0 ? "Demo" : i == 1 ? "Proposal" : i == 2 ? "Won" : "Lost";
            stage.order = i;
            stage.kind = i < 2    ? domain::StageKind::Open
                         : i == 2 ? domain::StageKind::Won
                                  : domain::StageKind::Lost;
            page.stages.push_back(stage);
        }
        domain::Account account;
        account.remoteId = "risky";
        account.name = "Risky";
        account.industry = "Software";
        account.updatedMs = birth;
        page.accounts.push_back(account);
        page.deals.push_back(deal(birth + 30 * base::dayMs, birth));
        page.stageChanges.push_back({{{}, "deal"}, {{}, "stage-0"}, birth - 3 * base::dayMs});
        m_crm.arrive(page);
        m_world.sync();
    }

    static domain::Deal deal(base::UtcMs closeMs, base::UtcMs updatedMs)
    {
        domain::Deal out;
        out.remoteId = "deal";
        out.name = "A deal";
        out.account.remoteId = "risky";
        out.stage.remoteId = "stage-0";
        out.amount = base::Money{500'000, base::Currency::usd()};
        out.nextStep = "Call";
        out.createdMs = birth - 3 * base::dayMs;
        out.closeMs = closeMs;
        out.updatedMs = updatedMs;
        return out;
    }

    void arrive(const domain::Deal &changed)
    {
        crm::Page page;
        page.deals.push_back(changed);
        m_crm.arrive(page);
        m_world.sync();
    }

    Engine &engine() { return m_world.engine(); }

    domain::RiskRow row()
    {
        const auto id = need(engine().tables().records.dealByRemoteId("deal"));
        return need(engine().reads().dealRisk(id));
    }

    static bool holds(const domain::RiskRow &row, RiskRule rule)
    {
        return std::any_of(row.risk.factors.begin(), row.risk.factors.end(),
                           [rule](const auto &f) { return f.rule == rule && f.fires; });
    }

    base::FixedClock m_clock{birth};
    flow::TinyCrm m_crm{birth, 3};
    flow::World m_world{m_crm, m_clock};
};

} // namespace

TEST_F(RiskFlowTest, CloseDatesThatMoveAreSeenAndCounted)
{
    EXPECT_FALSE(holds(row(), RiskRule::ClosePushed));
    m_clock.advance(base::dayMs);
    arrive(deal(birth + 45 * base::dayMs, birth + base::dayMs));
    EXPECT_FALSE(holds(row(), RiskRule::ClosePushed));
    m_clock.advance(base::dayMs);
    arrive(deal(birth + 60 * base::dayMs, birth + 2 * base::dayMs));
    const auto pushed = row();
    EXPECT_TRUE(holds(pushed, RiskRule::ClosePushed));
    EXPECT_EQ(std::count_if(pushed.evidence.begin(), pushed.evidence.end(),
                            [](const auto &e) { return e.rule == RiskRule::ClosePushed; }),
              2);
    EXPECT_EQ(pushed.row.riskMilli, pushed.risk.totalMilli);
    EXPECT_EQ(pushed.row.topRisk, pushed.risk.top);
}

TEST_F(RiskFlowTest, TimeAloneBringsWarningsWithTheNightlyPass)
{
    EXPECT_FALSE(holds(row(), RiskRule::NoActivity));
    const auto before = need(engine().reads().risk());
    ASSERT_TRUE(before.cohortsMs);
    m_clock.advance(12 * base::dayMs);
    need(engine().tick());
    EXPECT_TRUE(holds(row(), RiskRule::NoActivity));
    EXPECT_TRUE(holds(row(), RiskRule::Stalled));
    EXPECT_EQ(need(engine().reads().risk()).cohortsMs, m_clock.now());
}

TEST_F(RiskFlowTest, APassRunsOncePerDay)
{
    const auto first = need(engine().reads().risk()).cohortsMs;
    m_clock.advance(base::hourMs);
    need(engine().tick());
    EXPECT_EQ(need(engine().reads().risk()).cohortsMs, first);
    m_clock.advance(base::dayMs);
    need(engine().tick());
    EXPECT_NE(need(engine().reads().risk()).cohortsMs, first);
}

TEST_F(RiskFlowTest, AlertsAreToldOnceAndEndWithTheDeal)
{
    domain::Deal silent = deal(birth + 30 * base::dayMs, birth);
    silent.nextStep.clear();
    silent.updatedMs = birth + 1;
    m_clock.advance(base::dayMs);
    arrive(silent);
    const auto alertsOf = [&] {
        std::vector<domain::AlertState> out;
        const auto id = need(engine().tables().records.dealByRemoteId("deal"));
        for (const auto &alert : need(engine().tables().risk.alerts())) {
            if (alert.deal == id && alert.rule == RiskRule::NoNextStep)
                out.push_back(alert);
        }
        return out;
    };
    ASSERT_EQ(alertsOf().size(), 1U);
    const auto raised = alertsOf().front().raisedMs;
    m_clock.advance(2 * base::dayMs);
    need(engine().tick());
    ASSERT_EQ(alertsOf().size(), 1U);
    EXPECT_EQ(alertsOf().front().raisedMs, raised);
    EXPECT_EQ(alertsOf().front().episode, 1);
    silent.stage.remoteId = "stage-3";
    silent.updatedMs = birth + 2;
    m_clock.advance(base::dayMs);
    arrive(silent);
    EXPECT_TRUE(alertsOf().empty());
    EXPECT_FALSE(
        engine().reads().dealRisk(need(engine().tables().records.dealByRemoteId("deal"))).ok())
        << "a closed deal is not at risk";
}

TEST_F(RiskFlowTest, AThresholdThatIsChangedCountsAtOnce)
{
    auto policy = need(engine().tables().settings.riskPolicy());
    policy.warnings[static_cast<std::size_t>(RiskRule::NoActivity) - 1].threshold = base::hourMs;
    need(engine().setRiskPolicy(policy));
    need(engine().derive());
    EXPECT_TRUE(holds(row(), RiskRule::NoActivity));
    need(m_world.open());
    m_clock.advance(base::dayMs);
    need(engine().tick());
    EXPECT_TRUE(holds(row(), RiskRule::NoActivity)) << "kept with the workspace";
}

TEST_F(RiskFlowTest, ADealWithoutAnAccountIsWeighedFromItsRecord)
{
    domain::Deal loose = deal(birth - 5 * base::dayMs, birth + 1);
    loose.remoteId = "loose";
    loose.account = {};
    arrive(loose);
    const auto id = need(engine().tables().records.dealByRemoteId("loose"));
    const auto found = need(engine().reads().dealRisk(id));
    EXPECT_TRUE(holds(found, RiskRule::CloseOverdue));
    EXPECT_FALSE(holds(found, RiskRule::SingleThreaded));
}

TEST_F(RiskFlowTest, TheStoreAsksForTheKindsThatRiskLooksAt)
{
    std::vector<domain::Event> events;
    std::int64_t expected = 0;
    const auto account = need(engine().tables().records.accountByRemoteId("risky"));
    const auto before = need(engine().tables().events.riskTouches(account, birth * 2)).size();
    for (int number = 1; number < 100; ++number) {
        const auto kind = static_cast<domain::EventKind>(number);
        if (domain::eventKindName(kind).empty())
            continue;
        domain::Event event;
        event.sourceKey = 90'000 + number;
        event.account.remoteId = "risky";
        event.kind = kind;
        event.atMs = birth;
        events.push_back(event);
        expected += risk::isRiskTouch(kind);
    }
    crm::Page page;
    page.events = events;
    m_crm.arrive(page);
    m_world.sync();
    const auto found = need(engine().tables().events.riskTouches(account, birth * 2));
    EXPECT_EQ(static_cast<std::int64_t>(found.size() - before), expected);
    for (const auto &event : found)
        EXPECT_TRUE(risk::isRiskTouch(event.kind)) << domain::eventKindName(event.kind);
}

TEST(RiskOfTheDemo, AddsUpAndComesOutTheSameAgain)
{
    base::FixedClock clock{birth};
    crm::MemoryDemoJournal journal;
    crm::DemoConnector connector{{1, birth}, clock, journal};
    flow::World world{connector, clock};
    world.sync();
    auto &engine = world.engine();
    need(engine.tick());
    const auto report = need(engine.reads().risk());
    ASSERT_FALSE(report.deals.empty());
    EXPECT_EQ(report.deals.size(), need(engine.pipeline()).deals.size());
    ASSERT_TRUE(report.cohortsMs);
    std::int64_t withCohort = 0;
    for (const auto &row : report.deals) {
        std::int64_t sum = 0;
        for (const auto &factor : row.risk.factors) {
            sum += factor.milliPoints;
            withCohort += factor.median.has_value();
        }
        EXPECT_EQ(sum, row.risk.totalMilli);
    }
    EXPECT_GT(withCohort, 0);
    for (const auto &finding : report.findings)
        EXPECT_GT(static_cast<std::int64_t>(finding.deals.size()) * 5, finding.open);
    EXPECT_TRUE(
        std::is_sorted(report.fixes.begin(), report.fixes.end(),
                       [](const auto &a, const auto &b) { return a.savedMinor > b.savedMinor; }));

    const auto rebuilt = need(engine.rebuild());
    EXPECT_TRUE(rebuilt.same());
    need(engine.tick());
    const auto again = need(engine.reads().risk());
    ASSERT_EQ(again.deals.size(), report.deals.size());
    for (std::size_t i = 0; i < again.deals.size(); ++i) {
        EXPECT_EQ(again.deals[i].risk, report.deals[i].risk);
        EXPECT_EQ(again.deals[i].anomalies, report.deals[i].anomalies);
    }
    EXPECT_EQ(again.findings, report.findings);
    EXPECT_EQ(again.alerts, report.alerts);
}

} // namespace topline::engine
