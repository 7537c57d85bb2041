#include "core/scoring/lifecycle.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace topline::scoring {

using domain::LifecycleStage;
using domain::LifecycleStep;
using domain::SignalType;

namespace {

constexpr std::size_t signalsMin = 2;

using Moment = std::optional<base::UtcMs>;

void keepEarliest(Moment &moment, base::UtcMs atMs)
{
    moment = moment ? std::min(*moment, atMs) : atMs;
}

Moment becameLead(const domain::AccountHistory &history)
{
    Moment out = history.account.createdMs;
    for (const auto &event : history.events)
        keepEarliest(out, event.atMs);
    return out;
}

Moment becameMarketingQualified(const LifecycleFacts &facts, const domain::ScorePolicy &policy)
{
    std::vector<base::UtcMs> times;
    for (const auto &signal : facts.signals) {
        if (isEngagementSignal(signal.type))
            times.push_back(signal.occurredMs);
    }
    if (facts.fitMilli < policy.warmPoints * 1'000 || times.size() < signalsMin)
        return std::nullopt;
    std::sort(times.begin(), times.end());
    return times[signalsMin - 1];
}

// When a deal began, as far as anything says so.
Moment beganMs(const domain::Deal &deal, const domain::AccountHistory &history)
{
    Moment out = deal.createdMs;
    for (const auto &change : history.stageChanges) {
        if (change.deal.id == deal.id)
            keepEarliest(out, change.atMs);
    }
    return out;
}

bool isWonStage(domain::StageId id, const domain::AccountHistory &history)
{
    return std::any_of(history.stages.begin(), history.stages.end(), [id](const auto &stage) {
        return stage.id == id && stage.kind == domain::StageKind::Won;
    });
}

Moment wonMs(const domain::Deal &deal, const domain::AccountHistory &history)
{
    if (!isWonStage(deal.stage.id, history))
        return std::nullopt;
    Moment out;
    for (const auto &change : history.stageChanges) {
        if (change.deal.id == deal.id && isWonStage(change.stage.id, history))
            keepEarliest(out, change.atMs);
    }
    return out ? out : deal.closeMs;
}

} // namespace

bool isEngagementSignal(SignalType type)
{
    switch (type) {
    case SignalType::PricingRevisit:
    case SignalType::ProposalReopened:
    case SignalType::Reply:
    case SignalType::Surge:
    case SignalType::DemoRequest:
    case SignalType::ContactRequest:
    case SignalType::CompetitorComparison:
    case SignalType::TrialStart:
    case SignalType::DocsDeepRead:
    case SignalType::DeepVisit:
    case SignalType::MeetingBooked:
    case SignalType::RoomReopened:
    case SignalType::UsageSpike:
    case SignalType::UsageNearLimit:
    case SignalType::ClosedLostReturn:
    case SignalType::BaselineSurge:
        return true;
    default:
        return false;
    }
}

std::vector<LifecycleStep> newSteps(const LifecycleFacts &facts, const domain::ScorePolicy &policy,
                                    base::UtcMs now)
{
    Moment opportunity;
    Moment customer;
    for (const auto &deal : facts.history.deals) {
        if (deal.deleted)
            continue;
        keepEarliest(opportunity, beganMs(deal, facts.history).value_or(now));
        if (isWonStage(deal.stage.id, facts.history))
            keepEarliest(customer, wonMs(deal, facts.history).value_or(now));
    }
    Moment qualified;
    for (const auto atMs : facts.qualifiedMs)
        keepEarliest(qualified, atMs);
    const std::pair<LifecycleStage, Moment> found[] = {
        {LifecycleStage::Lead, becameLead(facts.history).value_or(now)},
        {LifecycleStage::MarketingQualified, becameMarketingQualified(facts, policy)},
        {LifecycleStage::SalesQualified, qualified},
        {LifecycleStage::Opportunity, opportunity},
        {LifecycleStage::Customer, customer},
    };
    // What sales already works on is no lead of marketing's any more.
    Moment sales = opportunity;
    for (const auto &step : facts.known) {
        if (step.stage >= LifecycleStage::SalesAccepted)
            keepEarliest(sales, step.atMs);
    }
    std::vector<LifecycleStep> out;
    for (const auto &[stage, moment] : found) {
        const bool isKnown =
            std::any_of(facts.known.begin(), facts.known.end(),
                        [at = stage](const auto &step) { return step.stage == at; });
        if (!moment || isKnown)
            continue;
        if (stage == LifecycleStage::MarketingQualified && sales && *sales < *moment)
            continue;
        out.push_back({facts.history.account.id, stage, std::min(*moment, now)});
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) {
        return std::tie(a.atMs, a.stage) < std::tie(b.atMs, b.stage);
    });
    return out;
}

domain::Lifecycle lifecycleOf(std::vector<LifecycleStep> steps, const domain::ScorePolicy &policy)
{
    domain::Lifecycle out;
    std::sort(steps.begin(), steps.end(), [](const auto &a, const auto &b) {
        return std::tie(a.atMs, a.stage) < std::tie(b.atMs, b.stage);
    });
    for (const auto &step : steps)
        out.stage = std::max(out.stage, step.stage);
    for (const auto &step : steps) {
        if (out.stage == LifecycleStage::MarketingQualified && step.stage == out.stage)
            out.acceptByMs = step.atMs + policy.acceptMs;
    }
    out.steps = std::move(steps);
    return out;
}

} // namespace topline::scoring
