#include "core/risk/factors.h"

#include "core/risk/words.h"

#include <algorithm>

namespace topline::risk {

using domain::RiskRule;
using domain::StageKind;

namespace {

using Value = std::optional<std::int64_t>;

Value since(const std::optional<base::UtcMs> &fromMs, base::UtcMs at)
{
    if (!fromMs)
        return std::nullopt;
    return std::max<base::DurationMs>(0, at - *fromMs);
}

// Factors that only the events of an account can tell.
Value touchValue(RiskRule rule, const domain::RiskFacts &facts, const domain::RiskPolicy &policy,
                 base::UtcMs at)
{
    if (!facts.account.isSet())
        return std::nullopt;
    switch (rule) {
    case RiskRule::NoActivity:
        return since(facts.lastTwoWayMs ? facts.lastTwoWayMs : facts.startMs, at);
    case RiskRule::Ghosted:
        return facts.unanswered >= policy.unansweredMin ? since(facts.unansweredMs, at) : Value(0);
    case RiskRule::SingleThreaded:
        return facts.engaged;
    case RiskRule::NoPower:
        return facts.leaders;
    case RiskRule::RolesAbsent:
        return facts.roles;
    case RiskRule::Competitor:
        return facts.competitors;
    default:
        return facts.concessions;
    }
}

} // namespace

std::optional<std::int64_t> factorValue(RiskRule rule, const domain::RiskFacts &facts,
                                        const domain::RiskPolicy &policy, base::UtcMs at)
{
    switch (rule) {
    case RiskRule::CloseOverdue:
        if (facts.kind != StageKind::Open)
            return 0;
        return since(facts.dueMs, at);
    case RiskRule::Stalled:
        // Without a history of stages nobody knows when it came to where it stands.
        if (facts.stays.empty() || facts.stays.back().leftMs || !facts.stays.back().stage.isSet())
            return std::nullopt;
        return since(facts.stays.back().enteredMs, at);
    case RiskRule::ClosePushed:
        return facts.pushes;
    case RiskRule::AmountDropped:
        return facts.dropPermille;
    case RiskRule::NoNextStep:
        // What stood there before a deal was closed is not known.
        return facts.kind == StageKind::Open ? Value(facts.nextStep ? 1 : 0) : std::nullopt;
    default:
        return touchValue(rule, facts, policy, at);
    }
}

Standing standingOf(const domain::RiskFacts &facts, const std::vector<domain::Stage> &stages,
                    const domain::RiskPolicy &policy)
{
    Standing out;
    out.atProposal = facts.proposalSent;
    const auto own = std::find_if(stages.begin(), stages.end(),
                                  [&](const auto &stage) { return stage.id == facts.stage; });
    if (own == stages.end())
        return out;
    out.stageName = own->name;
    for (const auto &stage : stages) {
        if (stage.kind != StageKind::Open || stage.pipeline != own->pipeline)
            continue;
        out.stagesBefore += stage.order < own->order;
        const bool isReached = stage.order <= own->order;
        out.atProposal =
            out.atProposal || (isReached && mentions(stage.name, policy.proposalStages));
    }
    return out;
}

bool applies(RiskRule rule, const Standing &standing, const domain::RiskPolicy &policy)
{
    const auto &setting = policy.warning(rule);
    if (!setting.on || setting.offStages.contains(standing.stageName))
        return false;
    if (rule == RiskRule::NoPower)
        return standing.stagesBefore >= policy.powerAfterStage;
    return rule != RiskRule::RolesAbsent || standing.atProposal;
}

bool isBad(RiskRule rule, std::int64_t value, std::int64_t threshold)
{
    if (domain::isRiskBelow(rule))
        return value < threshold;
    return rule == RiskRule::Stalled ? value > threshold : value >= threshold;
}

} // namespace topline::risk
