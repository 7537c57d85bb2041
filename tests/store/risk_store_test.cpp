#include "core/store/risk_store.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::RiskFacts;
using domain::RiskRule;

class RiskStoreTest : public StoreTest {
protected:
    RiskStoreTest()
    {
        m_account = addAccount("a1");
        m_stage = addStage("s1", 0, domain::StageKind::Open);
        m_deal = addDeal("d1", "a1", "s1");
        inTransaction([&] {
            need(tables().events.add(std::vector{event("1", domain::EventKind::EmailReplied, 5)},
                                     m_changes));
        });
    }

    RiskFacts fullFacts() const
    {
        RiskFacts out;
        out.deal = m_deal;
        out.account = m_account;
        out.stage = m_stage;
        out.kind = domain::StageKind::Won;
        out.industry = "Software";
        out.amount = base::Money{7, base::Currency::usd()};
        out.firstMinor = 8;
        out.startMs = 9;
        out.closedMs = 10;
        out.dueMs = 11;
        out.lastTwoWayMs = 12;
        out.unansweredMs = 13;
        out.unanswered = 14;
        out.touches = 15;
        out.touchSpanMs = 16;
        out.engaged = 17;
        out.leaders = 18;
        out.roles = 19;
        out.pushes = 20;
        out.dropPermille = 21;
        out.competitors = 22;
        out.concessions = 23;
        out.proposalSent = true;
        out.stays = {{m_stage, 1, 2}, {{}, 3, std::nullopt}};
        out.evidence = {{RiskRule::NoActivity, {1}, 5, 0}, {RiskRule::ClosePushed, {}, 6, 77}};
        return out;
    }

    domain::AccountId m_account;
    domain::StageId m_stage;
    domain::DealId m_deal;
};

TEST_F(RiskStoreTest, FactsComeBackWholeAndAreWrittenOnlyWhenTheyDiffer)
{
    const RiskFacts full = fullFacts();
    inTransaction([&] { need(tables().risk.replaceFacts(full)); });
    EXPECT_EQ(need(tables().risk.facts(m_deal)), full);
    const auto before = askDirectly(database(), "SELECT total_changes()");
    inTransaction([&] { need(tables().risk.replaceFacts(full)); });
    EXPECT_EQ(askDirectly(database(), "SELECT total_changes()"), before);

    RiskFacts bare;
    bare.deal = m_deal;
    bare.nextStep = true;
    inTransaction([&] { need(tables().risk.replaceFacts(bare)); });
    EXPECT_EQ(need(tables().risk.facts(m_deal)), bare) << "nothing of the old ones is left";
    EXPECT_EQ(need(tables().risk.count()), 1);
    EXPECT_TRUE(need(tables().risk.dealsOf(m_account)).empty());
    inTransaction([&] { need(tables().risk.removeFacts(m_deal)); });
    EXPECT_FALSE(need(tables().risk.facts(m_deal)));
}

TEST_F(RiskStoreTest, FactsAreReadInSlicesWithTheirRows)
{
    std::vector<RiskFacts> all;
    for (int i = 2; i <= 6; ++i) {
        RiskFacts facts = fullFacts();
        facts.deal = addDeal("d" + std::to_string(i), "a1", "s1");
        facts.pushes = i;
        if (i == 3)
            facts.stays.clear();
        all.push_back(facts);
    }
    inTransaction([&] {
        for (const auto &facts : all)
            need(tables().risk.replaceFacts(facts));
    });
    const auto first = need(tables().risk.factsAfter({}, 3));
    EXPECT_EQ(first, (std::vector(all.begin(), all.begin() + 3)));
    EXPECT_EQ(need(tables().risk.factsAfter(first.back().deal, 3)),
              (std::vector(all.begin() + 3, all.end())));
    all[1].kind = all[4].kind = domain::StageKind::Open;
    inTransaction([&] {
        need(tables().risk.replaceFacts(all[1]));
        need(tables().risk.replaceFacts(all[4]));
    });
    EXPECT_EQ(need(tables().risk.openFacts()), (std::vector{all[1], all[4]}));
}

TEST_F(RiskStoreTest, RisksComeBackWithTheirFactors)
{
    domain::DealRisk risk;
    risk.deal = m_deal;
    risk.totalMilli = 44'000;
    risk.top = RiskRule::ClosePushed;
    risk.isLarge = true;
    risk.commitRiskPermille = 250;
    risk.factors = {{RiskRule::NoActivity, false, 5, 14, 200, 0, std::nullopt, std::nullopt, {}},
                    {RiskRule::ClosePushed,
                     true,
                     4,
                     2,
                     300,
                     44'000,
                     1,
                     -24'000,
                     {"industry Software", 2, m_stage, 31}}};
    inTransaction([&] { need(tables().risk.replaceRisk(risk)); });
    EXPECT_EQ(need(tables().risk.risk(m_deal)), risk);
    EXPECT_EQ(need(tables().risk.risks()).at(m_deal), risk);
    EXPECT_EQ(need(tables().risk.totals()).at(m_deal).milli, 44'000);
    EXPECT_EQ(need(tables().risk.totals()).at(m_deal).top, RiskRule::ClosePushed);
    risk.factors.pop_back();
    risk.top.reset();
    inTransaction([&] { need(tables().risk.replaceRisk(risk)); });
    EXPECT_EQ(need(tables().risk.risk(m_deal)), risk);
}

TEST_F(RiskStoreTest, NormsAnomaliesFindingsAndAlertsAreReplacedAsAWhole)
{
    const std::vector<domain::RiskNorm> norms = {
        {domain::NormKind::FactorMedian, RiskRule::Stalled, {"product 4", -1, {}, 12}, 7.25},
        {domain::NormKind::DwellP80, RiskRule::Stalled, {"", 1, m_stage, 40}, 12.125}};
    const std::vector<domain::Anomaly> anomalies = {{m_deal,
                                                     RiskRule::StageAge,
                                                     domain::AnomalyLevel::Alert,
                                                     80.5,
                                                     20.25,
                                                     4.125,
                                                     0.03,
                                                     0.0625,
                                                     {"", domain::anySize, m_stage, 21}},
                                                    {m_deal,
                                                     RiskRule::Silence,
                                                     domain::AnomalyLevel::Warn,
                                                     9,
                                                     std::nullopt,
                                                     std::nullopt,
                                                     1,
                                                     1,
                                                     {}}};
    domain::HygieneFinding finding;
    finding.rule = RiskRule::StageAge;
    finding.open = 1'589;
    finding.outliers = 502;
    finding.deals = {m_deal};
    const std::vector<domain::AlertState> alerts = {
        {{}, RiskRule::StageAge, 1, 5, std::nullopt, false},
        {m_deal, RiskRule::Ghosted, 2, 6, 7, true}};
    for (int round = 0; round < 2; ++round) {
        inTransaction([&] {
            need(tables().risk.replaceNorms(norms));
            need(tables().risk.replaceAnomalies(anomalies));
            need(tables().risk.replaceFindings({finding}));
            need(tables().risk.replaceAlerts(alerts));
        });
    }
    EXPECT_EQ(need(tables().risk.norms()), norms);
    EXPECT_EQ(need(tables().risk.anomalies()), anomalies);
    EXPECT_EQ(need(tables().risk.findings()), std::vector{finding});
    EXPECT_EQ(need(tables().risk.alerts()), alerts);
}

TEST_F(RiskStoreTest, APolicyComesBackWithEveryThreshold)
{
    EXPECT_EQ(need(tables().settings.riskPolicy()), domain::RiskPolicy());
    domain::RiskPolicy policy;
    std::int64_t next = 1;
    for (auto &warning : policy.warnings) {
        warning = {false, next, next + 100, {{"Demo", next + 200}, {"a:b", 0}}, {"Won", ""}};
        ++next;
    }
    policy.proposalStages = {"x"};
    policy.competitors = {"acme", "ö:1"};
    policy.concessions = {};
    for (auto *field :
         {&policy.unansweredMin, &policy.contactsMinBig, &policy.powerAfterStage,
          &policy.dwellSamplesMin, &policy.normSamplesMin, &policy.cohortExitsMin,
          &policy.ratioSamplesMin, &policy.warnPermille, &policy.alertPermille, &policy.zLimitMilli,
          &policy.silencePermille, &policy.falseSharePermille, &policy.hygienePermille,
          &policy.rearmMs, &policy.largeFactor, &policy.largeQuarterPermille,
          &policy.zombieCycleFactor, &policy.zombieSilentMs, &policy.zombiePushes})
        *field = 1'000 * next++;
    EXPECT_TRUE(inTransaction([&] { return need(tables().settings.setRiskPolicy(policy)); }));
    EXPECT_EQ(need(tables().settings.riskPolicy()), policy);
    EXPECT_FALSE(inTransaction([&] { return need(tables().settings.setRiskPolicy(policy)); }));
    inTransaction([&] { need(tables().settings.setValue("risk.ghosted.threshold", "soon")); });
    const auto broken = tables().settings.riskPolicy();
    ASSERT_FALSE(broken.ok());
    EXPECT_NE(broken.error().message.find("risk.ghosted.threshold"), std::string::npos);
}

TEST_F(RiskStoreTest, AMovedCloseDateIsKeptWithTheOneBefore)
{
    auto record = deal("d1", "a1", "s1");
    const auto closes = [&] {
        std::vector<std::pair<base::UtcMs, base::UtcMs>> out;
        for (const auto &change : need(tables().records.closeChangesOf(m_deal)))
            out.emplace_back(change.atMs - testNowMs, change.closeMs);
        return out;
    };
    const auto put = [&](base::UtcMs closeMs, base::UtcMs updatedMs, base::UtcMs seenMs) {
        record.closeMs = closeMs;
        record.updatedMs = updatedMs == 0 ? 0 : testNowMs + updatedMs;
        inTransaction([&] { need(tables().records.put(record, m_changes, testNowMs + seenMs)); });
    };
    put(1'000, 100, 900);
    EXPECT_TRUE(closes().empty()) << "a first date is no move";
    put(1'000, 150, 900);
    EXPECT_TRUE(closes().empty());
    put(2'000, 200, 900);
    EXPECT_EQ(closes(),
              (std::vector<std::pair<base::UtcMs, base::UtcMs>>{{150, 1'000}, {200, 2'000}}));
    put(3'000, 0, 900); // a file without times: when it was seen
    EXPECT_EQ(closes().back(), (std::pair<base::UtcMs, base::UtcMs>{900, 3'000}));
    EXPECT_EQ(closes().size(), 3U) << "the date before is known by now";

    const domain::CloseChange told{{{}, "d1"}, 2'000, testNowMs + 200};
    EXPECT_EQ(inTransaction([&] { return need(tables().records.add(told, m_changes)); }),
              Change::Unchanged);
    EXPECT_EQ(inTransaction([&] {
                  return need(
                      tables().records.add(domain::CloseChange{{{}, "d1"}, 1'500, 170}, m_changes));
              }),
              Change::Added);
    EXPECT_EQ(need(tables().records.closeChangesOf(m_account)).size(), 4U);
    const auto refused = refusedBy([&]() -> base::Status {
        TRY(tables().records.add(domain::CloseChange{{{}, "nobody"}, 1, 2}, m_changes));
        return {};
    });
    EXPECT_EQ(refused.code, base::ErrorCode::NotFound);
}

TEST_F(RiskStoreTest, ACloseChangeIsNeverRewritten)
{
    inTransaction([&] {
        need(tables().records.add(domain::CloseChange{{{}, "d1"}, 1, 2}, m_changes));
    });
    EXPECT_NE(breach(database(), "UPDATE close_change SET close_ms = 9"), "");
}

TEST_F(RiskStoreTest, TouchesForRiskAreThoseOfTheAccountWithTheirTexts)
{
    std::vector<domain::Event> events;
    for (int kind = 1; kind <= 61; ++kind) {
        if (domain::eventKindName(static_cast<domain::EventKind>(kind)).empty())
            continue;
        auto each = event("k" + std::to_string(kind), static_cast<domain::EventKind>(kind), 100);
        each.account.remoteId = "a1";
        each.body = "text";
        events.push_back(each);
    }
    inTransaction([&] { need(tables().events.add(events, m_changes)); });
    const auto found = need(tables().events.riskTouches(m_account, 100));
    EXPECT_TRUE(need(tables().events.riskTouches(m_account, 99)).empty());
    for (const auto &each : found)
        EXPECT_EQ(each.body, "text");
    EXPECT_EQ(found.size(), 13U);
}

} // namespace
} // namespace topline::store
