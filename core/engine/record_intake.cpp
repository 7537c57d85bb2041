#include "core/engine/record_intake.h"

#include "core/engine/deal_facts.h"

namespace topline::engine {

base::Result<sync::Applied> takeIn(Step &step, const crm::Page &page)
{
    TRY_ASSIGN(sync::Applied applied, sync::applyPage(step.tables(), page, step.changes()));
    if (applied.stagesChanged)
        TRY(touchEverything(step));
    TRY(refreshDealFacts(step));
    TRY(step.tables().derived.markTouched(step.changes()));
    return applied;
}

} // namespace topline::engine
