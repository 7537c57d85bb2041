#include "core/risk/fixes.h"

#include "core/risk/assess.h"

#include <algorithm>
#include <tuple>

namespace topline::risk {

using domain::DealRisk;
using domain::FixKind;
using domain::RiskFix;
using domain::RiskRule;
using domain::ScrubChoice;
using domain::Zombie;

namespace {

double daysOf(base::DurationMs span)
{
    return static_cast<double>(span) / static_cast<double>(base::dayMs);
}

std::int64_t withoutMilli(const DealRisk &risk, RiskRule rule)
{
    std::vector<std::int64_t> weights;
    for (const auto &factor : risk.factors)
        weights.push_back(factor.fires && factor.rule != rule ? factor.weightPermille : 0);
    return totalMilli(weights);
}

ScrubChoice choiceFor(const Zombie &zombie, const domain::RiskFacts &facts,
                      const domain::RiskPolicy &policy, base::UtcMs now)
{
    const int marks = static_cast<int>(zombie.tooOld) + static_cast<int>(zombie.silent) +
                      static_cast<int>(zombie.pushed);
    const bool isSilentTwice =
        zombie.silentDays && *zombie.silentDays > 2 * daysOf(policy.zombieSilentMs);
    if (isSilentTwice || (marks >= 2 && zombie.silent))
        return ScrubChoice::Lose;
    const bool isDateUnreal = !facts.dueMs || *facts.dueMs < now || zombie.pushed;
    return isDateUnreal && !zombie.silent ? ScrubChoice::Push : ScrubChoice::Keep;
}

} // namespace

FixKind fixFor(RiskRule rule)
{
    switch (rule) {
    case RiskRule::Ghosted:
        return FixKind::Follow;
    case RiskRule::CloseOverdue:
    case RiskRule::ClosePushed:
        return FixKind::MoveDate;
    case RiskRule::Stalled:
    case RiskRule::StageAge:
    case RiskRule::CycleLength:
        return FixKind::SavePlay;
    case RiskRule::SingleThreaded:
        return FixKind::AddContacts;
    case RiskRule::NoPower:
        return FixKind::ReachLeader;
    case RiskRule::AmountDropped:
    case RiskRule::ValueDrop:
    case RiskRule::Discount:
        return FixKind::ConfirmValue;
    case RiskRule::RolesAbsent:
        return FixKind::InviteRoles;
    case RiskRule::Competitor:
        return FixKind::AnswerRival;
    case RiskRule::Concession:
        return FixKind::SettleTerms;
    case RiskRule::NoNextStep:
        return FixKind::AgreeNextStep;
    case RiskRule::NoActivity:
    case RiskRule::Silence:
        break;
    }
    return FixKind::Call;
}

std::optional<RiskFix> bestFix(const DealRisk &risk, std::int64_t valueMinor)
{
    RiskFix best;
    for (const auto &factor : risk.factors) {
        if (!factor.fires)
            continue;
        const std::int64_t relief = factor.deltaMilli
                                        ? -*factor.deltaMilli
                                        : risk.totalMilli - withoutMilli(risk, factor.rule);
        if (relief <= best.reliefMilli)
            continue;
        best.rule = factor.rule;
        best.reliefMilli = relief;
    }
    if (best.reliefMilli == 0)
        return std::nullopt;
    best.deal = risk.deal;
    best.kind = fixFor(best.rule);
    best.valueMinor = valueMinor;
    best.savedMinor = static_cast<std::int64_t>(static_cast<double>(valueMinor) *
                                                static_cast<double>(best.reliefMilli) / 100'000);
    return best;
}

void orderFixes(std::vector<RiskFix> &fixes)
{
    std::sort(fixes.begin(), fixes.end(), [](const RiskFix &a, const RiskFix &b) {
        return std::tuple(-a.savedMinor, -a.reliefMilli, a.deal) <
               std::tuple(-b.savedMinor, -b.reliefMilli, b.deal);
    });
}

std::optional<Zombie> zombieOf(const domain::RiskFacts &facts, const Norms &norms,
                               const domain::RiskPolicy &policy, base::UtcMs now)
{
    if (facts.kind != domain::StageKind::Open)
        return std::nullopt;
    Zombie out;
    out.deal = facts.deal;
    out.pushes = facts.pushes;
    out.pushed = facts.pushes >= policy.zombiePushes;
    if (facts.startMs)
        out.ageDays = daysOf(now - *facts.startMs);
    if (const auto p90 = norms.cycleP90()) {
        out.limitDays = static_cast<double>(policy.zombieCycleFactor) * p90->value;
        out.tooOld = facts.startMs && out.ageDays > *out.limitDays;
    }
    // Without an account there are no events to be silent.
    const auto heardMs = facts.lastTwoWayMs ? facts.lastTwoWayMs : facts.startMs;
    if (facts.account.isSet() && heardMs) {
        out.silentDays = daysOf(now - *heardMs);
        out.silent = now - *heardMs > policy.zombieSilentMs;
    }
    if (!out.tooOld && !out.silent && !out.pushed)
        return std::nullopt;
    out.suggestion = choiceFor(out, facts, policy, now);
    return out;
}

} // namespace topline::risk
