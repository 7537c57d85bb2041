#include "core/engine/deals/learning.h"

#include "core/engine/step/step.h"

namespace topline::engine {

namespace {

risk::CommitOdds oddsOf(const domain::CommitChance &chance)
{
    return {static_cast<double>(chance.ppm) * 1e-6, static_cast<double>(chance.medianPpm) * 1e-6};
}

} // namespace

base::Result<std::optional<risk::CommitOdds>> commitOdds(store::Tables &tables,
                                                         const domain::RiskFacts &facts)
{
    TRY_ASSIGN(const auto known, tables.models.outlook(facts.deal));
    if (!known || !known->commit || known->stage != facts.stage || known->dueMs != facts.dueMs)
        return std::optional<risk::CommitOdds>();
    return std::optional(oddsOf(*known->commit));
}

base::Status keepLearned(Context &context, const domain::Learned &learned)
{
    if (!learned.model && !learned.week)
        return {};
    TRY_ASSIGN(Step step, Step::begin(context, "learn"));
    auto &tables = step.tables();
    if (learned.week) {
        TRY_ASSIGN(const bool isThere, tables.forecasts.hasWeek(learned.week->weekMs));
        if (!isThere)
            TRY(tables.forecasts.add(*learned.week));
    }
    if (learned.model) {
        TRY(tables.models.replace(*learned.model, learned.outlooks));
        for (const auto &outlook : learned.outlooks) {
            TRY(tables.risk.setCommitRisk(
                outlook,
                outlook.commit ? risk::commitRiskPermille(oddsOf(*outlook.commit)) : std::nullopt));
            step.changes().deals.insert(outlook.deal);
        }
    }
    return step.commit();
}

base::Status forgetLearned(Step &step)
{
    return step.tables().models.clear();
}

} // namespace topline::engine
