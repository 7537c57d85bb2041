#include "core/engine/deals/risk_facts.h"

#include "core/engine/deals/learning.h"
#include "core/engine/deals/risk_pass.h"
#include "core/risk/assess.h"
#include "core/risk/gather.h"

#include <algorithm>
#include <set>

namespace topline::engine {

namespace {

base::Status store(Step &step, const domain::RiskFacts &facts,
                   const std::vector<domain::Stage> &stages, base::UtcMs now)
{
    auto &risk = step.tables().risk;
    TRY(risk.replaceFacts(facts));
    if (facts.kind != domain::StageKind::Open)
        return risk.removeRisk(facts.deal);
    TRY_ASSIGN(const RiskNorms *usual, riskNorms(step.context()));
    TRY_ASSIGN(const auto odds, commitOdds(step.tables(), facts));
    return risk.replaceRisk(risk::assess(
        facts, {step.context().riskPolicy, usual->norms, stages, now, usual->quarterMinor}, odds));
}

} // namespace

base::Result<const RiskNorms *> riskNorms(Context &context)
{
    if (!context.riskNorms) {
        TRY_ASSIGN(auto rows, context.tables().risk.norms());
        TRY_ASSIGN(const auto quarter, riskQuarterMinor(context.tables()));
        context.riskNorms.emplace(RiskNorms{risk::Norms(std::move(rows)), quarter});
    }
    const RiskNorms *out = &*context.riskNorms;
    return out;
}

base::Status refreshAccountRisk(Step &step, const domain::AccountHistory &history,
                                base::UtcMs untilMs)
{
    auto &tables = step.tables();
    const auto account = history.account.id;
    std::set<domain::DealId> kept;
    if (!history.deals.empty() && !history.account.deleted) {
        TRY_ASSIGN(const auto amounts, tables.records.amountChangesOf(account));
        TRY_ASSIGN(const auto closes, tables.records.closeChangesOf(account));
        TRY_ASSIGN(const auto touches, tables.events.riskTouches(account, untilMs));
        for (const auto &deal : history.deals) {
            const auto facts =
                risk::gatherFacts({deal, history.account.industry, history.contacts, history.stages,
                                   history.stageChanges, amounts, closes, touches, untilMs},
                                  step.context().riskPolicy);
            TRY(store(step, facts, history.stages, untilMs));
            kept.insert(deal.id);
        }
    }
    TRY_ASSIGN(const auto known, tables.risk.dealsOf(account));
    for (const auto deal : known) {
        if (!kept.contains(deal))
            TRY(tables.risk.removeFacts(deal));
    }
    return {};
}

base::Status refreshLooseRisk(Step &step, const domain::Deal &deal,
                              const std::vector<domain::Stage> &stages)
{
    auto &tables = step.tables();
    static const std::string noIndustry;
    TRY_ASSIGN(const auto stageChanges, tables.records.stageChangesOf(deal.id));
    TRY_ASSIGN(const auto amounts, tables.records.amountChangesOf(deal.id));
    TRY_ASSIGN(const auto closes, tables.records.closeChangesOf(deal.id));
    const auto facts = risk::gatherFacts(
        {deal, noIndustry, {}, stages, stageChanges, amounts, closes, {}, step.now()},
        step.context().riskPolicy);
    return store(step, facts, stages, step.now());
}

} // namespace topline::engine
