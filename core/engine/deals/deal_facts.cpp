#include "core/engine/deals/deal_facts.h"

#include "core/engine/deals/risk_facts.h"
#include "core/scoring/win_probability.h"

namespace topline::engine {

base::Status refreshDealFacts(Step &step)
{
    if (step.changes().deals.empty())
        return {};
    auto &tables = step.tables();
    TRY_ASSIGN(const auto stages, tables.catalogue.stages());
    for (const auto id : step.changes().deals) {
        TRY_ASSIGN(const auto deal, tables.records.deal(id));
        if (!deal || deal->deleted) {
            TRY(tables.derived.removeFact(id));
            TRY(tables.risk.removeFacts(id));
            continue;
        }
        TRY_ASSIGN(const auto changes, tables.records.stageChangesOf(id));
        TRY(tables.derived.replaceFact(scoring::dealFact(*deal, changes, stages)));
        // The others are gathered when their account is derived, with its events.
        if (!deal->account.id.isSet())
            TRY(refreshLooseRisk(step, *deal, stages));
    }
    return {};
}

base::Status touchEverything(Step &step)
{
    TRY_ASSIGN(const auto accounts, step.tables().records.accountIds());
    step.changes().accounts.insert(accounts.begin(), accounts.end());
    TRY_ASSIGN(const auto deals, step.tables().records.deals());
    for (const auto &deal : deals)
        step.changes().deals.insert(deal.id);
    return {};
}

} // namespace topline::engine
