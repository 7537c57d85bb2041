#include "core/engine/plays/rebuild.h"

#include "core/engine/deals/deal_facts.h"
#include "core/engine/deals/learning.h"
#include "core/engine/deals/risk_pass.h"
#include "core/engine/plays/derive.h"

namespace topline::engine {

base::Result<RebuildReport> rebuildDerived(Context &context)
{
    TRY_ASSIGN(Step step, Step::begin(context, "rebuild"));
    auto &derived = step.tables().derived;
    RebuildReport report;
    TRY_ASSIGN(report.digestBefore, derived.digest());
    TRY_ASSIGN(const auto moments, derived.allDue());
    TRY(step.tables().risk.clear());
    TRY(derived.clear());
    TRY(touchEverything(step));
    TRY(refreshDealFacts(step));
    TRY(forgetRiskPass(step)); // cohorts are worked out anew
    TRY(forgetLearned(step));
    for (const auto &moment : moments) {
        const auto computed =
            computeAccount(step, moment.account, {moment.computedMs, moment.tierBefore});
        TRY(computed);
    }
    TRY_ASSIGN(report.digestAfter, derived.digest());
    report.accounts = static_cast<std::int64_t>(moments.size());
    report.deals = static_cast<std::int64_t>(step.changes().deals.size());
    TRY(step.commit());
    return report;
}

} // namespace topline::engine
