#include "core/engine/record_intake.h"

#include "core/engine/deal_facts.h"

#include <utility>

namespace topline::engine {

base::Result<sync::Applied> takeIn(Step &step, const crm::Page &page, const std::string &system)
{
    TRY_ASSIGN(auto rules, step.tables().settings.fieldRules());
    const sync::PageSource source{system, step.now(), std::move(rules)};
    TRY_ASSIGN(sync::Applied applied, sync::applyPage(step.tables(), page, source, step.changes()));
    if (applied.stagesChanged)
        TRY(touchEverything(step));
    TRY(refreshDealFacts(step));
    TRY(step.tables().derived.markTouched(step.changes()));
    return applied;
}

} // namespace topline::engine
