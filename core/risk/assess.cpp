#include "core/risk/assess.h"

#include "core/base/check.h"
#include "core/risk/factors.h"
#include "core/stats/exact_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace topline::risk {

using domain::DealRisk;
using domain::RiskFactor;
using domain::RiskRule;

namespace {

std::int64_t spanOfDays(double days)
{
    return std::llround(days * static_cast<double>(base::dayMs));
}

std::int64_t thresholdOf(RiskRule rule, const domain::RiskFacts &facts, const Standing &standing,
                         const AssessContext &context)
{
    const auto &setting = context.policy.warning(rule);
    const auto ofStage = setting.stageThresholds.find(standing.stageName);
    if (ofStage != setting.stageThresholds.end())
        return ofStage->second;
    const bool isBig = [&] {
        if (rule != RiskRule::SingleThreaded || !facts.amount)
            return false;
        const auto median = context.norms.wonMedianMinor(facts.amount->currency);
        return median && static_cast<double>(facts.amount->amountMinor) > *median;
    }();
    return isBig ? std::max(setting.threshold, context.policy.contactsMinBig) : setting.threshold;
}

void holdAgainstDwell(RiskFactor &factor, const domain::RiskFacts &facts, const Standing &standing,
                      const AssessContext &context)
{
    const auto &setting = context.policy.warning(RiskRule::Stalled);
    const auto p80 = context.norms.dwell(domain::NormKind::DwellP80, facts);
    if (p80 && !setting.stageThresholds.contains(standing.stageName)) {
        factor.threshold = spanOfDays(p80->value);
        factor.cohort = p80->cohort;
    }
    if (const auto median = context.norms.dwell(domain::NormKind::DwellMedian, facts)) {
        factor.median = spanOfDays(median->value);
        factor.cohort = median->cohort;
    }
}

std::optional<RiskFactor> factorOf(RiskRule rule, const domain::RiskFacts &facts,
                                   const Standing &standing, const AssessContext &context)
{
    if (!applies(rule, standing, context.policy))
        return std::nullopt;
    const auto value = factorValue(rule, facts, context.policy, context.now);
    if (!value)
        return std::nullopt;
    RiskFactor out;
    out.rule = rule;
    out.value = *value;
    out.threshold = thresholdOf(rule, facts, standing, context);
    // A setting may say anything; a certain loss would make every other factor mute.
    out.weightPermille =
        std::clamp<std::int64_t>(context.policy.warning(rule).weightPermille, 0, 999);
    if (rule == RiskRule::Stalled) {
        holdAgainstDwell(out, facts, standing, context);
    } else if (const auto median = context.norms.median(rule, facts)) {
        out.median = std::llround(median->value);
        out.cohort = median->cohort;
    }
    out.fires = isBad(rule, out.value, out.threshold);
    return out;
}

std::vector<std::int64_t> weightsOf(const std::vector<RiskFactor> &factors)
{
    std::vector<std::int64_t> out;
    out.reserve(factors.size());
    for (const auto &factor : factors)
        out.push_back(factor.fires ? factor.weightPermille : 0);
    return out;
}

// Each factor set to its median by itself, all others as they are.
void addCounterfactuals(DealRisk &risk)
{
    std::vector<std::int64_t> weights = weightsOf(risk.factors);
    for (std::size_t i = 0; i < risk.factors.size(); ++i) {
        RiskFactor &factor = risk.factors[i];
        if (!factor.median)
            continue;
        const std::int64_t own = weights[i];
        const bool wouldFire = isBad(factor.rule, *factor.median, factor.threshold);
        weights[i] = wouldFire ? factor.weightPermille : 0;
        factor.deltaMilli = totalMilli(weights) - risk.totalMilli;
        weights[i] = own;
    }
}

bool isLarge(const domain::RiskFacts &facts, const AssessContext &context)
{
    if (!facts.amount)
        return false;
    const std::int64_t minor = facts.amount->amountMinor;
    const auto median = context.norms.wonMedianMinor(facts.amount->currency);
    if (!median)
        return false; // also where the quarter is in another currency
    const auto factor = static_cast<double>(context.policy.largeFactor);
    const double share = static_cast<double>(context.policy.largeQuarterPermille) / 1000;
    return static_cast<double>(minor) > factor * *median ||
           (context.quarterMinor > 0 &&
            static_cast<double>(minor) > share * static_cast<double>(context.quarterMinor));
}

} // namespace

std::int64_t totalMilli(const std::vector<std::int64_t> &weightsPermille)
{
    double left = 1;
    for (const std::int64_t weight : weightsPermille) {
        CHECK(weight >= 0 && weight < 1000);
        left *= static_cast<double>(1000 - weight) / 1000;
    }
    return std::llround(100'000 * (1 - left));
}

std::vector<std::int64_t> partsMilli(const std::vector<std::int64_t> &weightsPermille)
{
    const std::int64_t total = totalMilli(weightsPermille);
    std::vector<double> parts;
    for (const std::int64_t weight : weightsPermille)
        parts.push_back(-std::log1p(-static_cast<double>(weight) / 1000));
    const double all = std::accumulate(parts.begin(), parts.end(), 0.0);
    for (double &part : parts)
        part = all > 0 ? static_cast<double>(total) * part / all : 0;
    return stats::exactParts(parts, total);
}

std::optional<std::int64_t> commitRiskPermille(const CommitOdds &odds)
{
    if (!(odds.cohortMedian > 0))
        return std::nullopt;
    return std::max<std::int64_t>(0, std::llround(1000 * (1 - odds.byCommit / odds.cohortMedian)));
}

DealRisk assess(const domain::RiskFacts &facts, const AssessContext &context,
                const std::optional<CommitOdds> &odds)
{
    DealRisk out;
    out.deal = facts.deal;
    if (facts.kind != domain::StageKind::Open)
        return out;
    const Standing standing = standingOf(facts, context.stages, context.policy);
    for (const RiskRule rule : domain::riskWarnings()) {
        if (auto factor = factorOf(rule, facts, standing, context))
            out.factors.push_back(std::move(*factor));
    }
    const auto weights = weightsOf(out.factors);
    out.totalMilli = totalMilli(weights);
    const auto parts = partsMilli(weights);
    std::int64_t most = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out.factors[i].milliPoints = parts[i];
        if (parts[i] > most) {
            most = parts[i];
            out.top = out.factors[i].rule;
        }
    }
    addCounterfactuals(out);
    out.isLarge = isLarge(facts, context);
    if (odds)
        out.commitRiskPermille = commitRiskPermille(*odds);
    return out;
}

} // namespace topline::risk
