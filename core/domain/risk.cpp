#include "core/domain/risk.h"

#include <utility>

namespace topline::domain {

namespace {

constexpr std::pair<RiskRule, std::string_view> ruleNames[] = {
    {RiskRule::NoActivity, "no_activity"},
    {RiskRule::Ghosted, "ghosted"},
    {RiskRule::CloseOverdue, "close_overdue"},
    {RiskRule::Stalled, "stalled"},
    {RiskRule::SingleThreaded, "single_threaded"},
    {RiskRule::NoPower, "no_power"},
    {RiskRule::ClosePushed, "close_pushed"},
    {RiskRule::AmountDropped, "amount_dropped"},
    {RiskRule::RolesAbsent, "roles_absent"},
    {RiskRule::Competitor, "competitor"},
    {RiskRule::Concession, "concession"},
    {RiskRule::NoNextStep, "no_next_step"},
    {RiskRule::StageAge, "stage_age"},
    {RiskRule::ValueDrop, "value_drop"},
    {RiskRule::Discount, "discount"},
    {RiskRule::CycleLength, "cycle_length"},
    {RiskRule::Silence, "silence"},
};

} // namespace

std::string_view riskRuleName(RiskRule rule)
{
    for (const auto &[known, name] : ruleNames) {
        if (known == rule)
            return name;
    }
    return {};
}

std::optional<RiskRule> parseRiskRule(std::string_view name)
{
    for (const auto &[rule, known] : ruleNames) {
        if (known == name)
            return rule;
    }
    return std::nullopt;
}

const std::array<RiskRule, riskWarningCount> &riskWarnings()
{
    static constexpr std::array<RiskRule, riskWarningCount> rules = {
        RiskRule::NoActivity,  RiskRule::Ghosted,        RiskRule::CloseOverdue,
        RiskRule::Stalled,     RiskRule::SingleThreaded, RiskRule::NoPower,
        RiskRule::ClosePushed, RiskRule::AmountDropped,  RiskRule::RolesAbsent,
        RiskRule::Competitor,  RiskRule::Concession,     RiskRule::NoNextStep};
    return rules;
}

RiskUnit riskUnit(RiskRule rule)
{
    switch (rule) {
    case RiskRule::NoActivity:
    case RiskRule::Ghosted:
    case RiskRule::CloseOverdue:
    case RiskRule::Stalled:
        return RiskUnit::Span;
    case RiskRule::AmountDropped:
        return RiskUnit::Permille;
    default:
        return RiskUnit::Count;
    }
}

bool isRiskBelow(RiskRule rule)
{
    return rule == RiskRule::SingleThreaded || rule == RiskRule::NoPower ||
           rule == RiskRule::RolesAbsent || rule == RiskRule::NoNextStep;
}

} // namespace topline::domain
