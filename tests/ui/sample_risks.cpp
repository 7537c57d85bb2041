#include "tests/ui/sample_risks.h"

#include "core/risk/assess.h"
#include "core/risk/fixes.h"

#include <algorithm>
#include <cmath>

namespace topline::test {

using namespace domain;

namespace {

RiskFacts factsOf(const DealRow &row, std::int64_t i, base::UtcMs now)
{
    RiskFacts facts;
    facts.deal = row.deal;
    facts.account = {i + 1};
    facts.stage = {i % 4 + 1};
    facts.kind = row.kind;
    facts.amount = row.amount;
    facts.startMs = now - (20 + i * 13 % 200) * base::dayMs;
    if (row.kind != StageKind::Open)
        facts.closedMs = now - (i % 60) * base::dayMs;
    facts.dueMs = now + (i * 11 % 60 - 20) * base::dayMs;
    facts.lastTwoWayMs = now - (i * 7 % 70) * base::dayMs;
    facts.unanswered = i % 4;
    facts.unansweredMs = now - (i * 3 % 25) * base::dayMs;
    facts.engaged = i % 4;
    facts.leaders = i % 3;
    facts.roles = i % 2;
    facts.pushes = i % 5;
    facts.dropPermille = i * 37 % 400;
    facts.competitors = i % 7 == 0 ? 2 : 0;
    facts.nextStep = i % 3 != 0;
    facts.stays.push_back({facts.stage, now - (5 + i * 7 % 60) * base::dayMs, facts.closedMs});
    if (facts.pushes > 0)
        facts.evidence.push_back({RiskRule::ClosePushed, {}, now - 9 * base::dayMs, *facts.dueMs});
    if (facts.competitors > 0)
        facts.evidence.push_back({RiskRule::Competitor, {41}, now - 4 * base::dayMs, 3});
    return facts;
}

void addAlert(RiskReport &out, const RiskRow &row)
{
    if (row.risk.totalMilli < 60'000 || !row.risk.top)
        return;
    out.alerts.push_back({row.risk.deal, *row.risk.top, 1, out.asOfMs - base::dayMs, {}, false});
}

} // namespace

RiskReport sampleRisks(PipelineReport &report)
{
    RiskReport out;
    out.asOfMs = report.asOfMs;
    out.cohortsMs = report.asOfMs - 6 * base::hourMs;
    out.currency = report.currency;
    std::vector<RiskFacts> all;
    std::int64_t i = 0;
    for (const auto *rows : {&report.deals, &report.closed})
        for (const DealRow &row : *rows)
            all.push_back(factsOf(row, ++i, report.asOfMs));
    std::vector<Stage> stages;
    for (std::int64_t s = 1; s <= 4; ++s) {
        Stage stage;
        stage.id = {s};
        stage.order = static_cast<int>(s);
        stage.name = s > 2 ? "Proposal" : "Discovery";
        stages.push_back(stage);
    }
    const RiskPolicy policy;
    const auto norms = risk::Norms::of(all, report.currency, policy);
    const risk::AssessContext context{policy, norms, stages, report.asOfMs};
    HygieneFinding finding{
        RiskRule::StageAge, static_cast<std::int64_t>(report.deals.size()), {}, 7};
    for (std::size_t at = 0; at < report.deals.size(); ++at) {
        RiskRow row{report.deals[at], risk::assess(all[at], context), all[at].evidence, {}};
        row.row.riskMilli = row.risk.totalMilli;
        row.row.topRisk = row.risk.top;
        report.deals[at] = row.row;
        if (at % 9 == 0)
            row.anomalies.push_back({row.risk.deal,
                                     RiskRule::StageAge,
                                     AnomalyLevel::Warn,
                                     42,
                                     12.0,
                                     3.9,
                                     .04,
                                     .2,
                                     {"", anySize, {1}, 120}});
        if (at % 4 != 0)
            finding.deals.push_back(row.risk.deal);
        if (const auto zombie = risk::zombieOf(all[at], norms, policy, report.asOfMs))
            out.zombies.push_back(*zombie);
        if (const auto fix =
                risk::bestFix(row.risk, row.row.amount ? row.row.amount->amountMinor : 0))
            (row.risk.isLarge ? out.largeFixes : out.fixes).push_back(*fix);
        addAlert(out, row);
        out.deals.push_back(std::move(row));
    }
    out.findings.push_back(std::move(finding));
    risk::orderFixes(out.fixes);
    std::stable_sort(out.deals.begin(), out.deals.end(), [](const auto &a, const auto &b) {
        return a.risk.totalMilli > b.risk.totalMilli;
    });
    return out;
}

WinEstimate sampleWin()
{
    WinEstimate win;
    win.verdict = ModelVerdict::Usable;
    win.tier = ModelTier::T1;
    win.family = ModelFamily::Ridge;
    win.won = 700;
    win.lost = 504;
    win.baseMicro = -371'234;
    const std::pair<const char *, const char *> names[] = {{"time in stage", "12.4"},
                                                           {"industry", ""},
                                                           {"meetings held", "2"},
                                                           {"stage", "Sales / Demo"},
                                                           {"amount", "48000"},
                                                           {"people engaged", "3"},
                                                           {"age", "46"},
                                                           {"amount change", "1"},
                                                           {"source", "Partner"},
                                                           {"moves back", "0"},
                                                           {"country", "DE"}};
    std::int64_t at = win.baseMicro;
    std::int64_t part = 402'447;
    for (const auto &[name, value] : names) {
        win.parts.push_back({name, value, part});
        at += part;
        part = -part * 7 / 10;
    }
    win.logitMicro = at;
    win.ppm = std::llround(1e6 / (1 + std::exp(-static_cast<double>(at) / 1e6)));
    return win;
}

} // namespace topline::test
