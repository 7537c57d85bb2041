#include "core/signals/catalogue.h"

#include <algorithm>

namespace topline::signals {

using domain::ParameterUnit;
using domain::SignalPolicy;
using domain::SignalType;

namespace {

struct Parameter {
    std::string_view key;
    std::int64_t SignalPolicy::*field;
    ParameterUnit unit;
    std::int64_t least;
    std::int64_t most;
    std::vector<SignalType> types;
};

constexpr base::DurationMs day = base::dayMs;
constexpr base::DurationMs hour = base::hourMs;

const std::vector<Parameter> &parameters()
{
    using P = SignalPolicy;
    using U = ParameterUnit;
    using T = SignalType;
    // clang-format off
    static const std::vector<Parameter> table = {
        {"pricing_window_ms", &P::pricingWindowMs, U::Duration, day, 30 * day, {T::PricingRevisit}},
        {"pricing_visits_min", &P::pricingVisitsMin, U::Count, 2, 20, {T::PricingRevisit}},
        {"visit_gap_ms", &P::visitGapMs, U::Duration, 5 * base::minuteMs, 4 * hour,
         {T::PricingRevisit, T::ProposalReopened, T::CompetitorComparison, T::DocsDeepRead, T::DeepVisit, T::Surge, T::BaselineSurge}},
        {"compare_window_ms", &P::compareWindowMs, U::Duration, day, 30 * day, {T::CompetitorComparison}},
        {"docs_pages_min", &P::docsPagesMin, U::Count, 1, 50, {T::DocsDeepRead}},
        {"docs_read_min_ms", &P::docsReadMinMs, U::Duration, base::minuteMs, 2 * hour, {T::DocsDeepRead}},
        {"deep_visit_min_ms", &P::deepVisitMinMs, U::Duration, base::minuteMs, 2 * hour, {T::DeepVisit}},
        {"deep_scroll_percent_min", &P::deepScrollPercentMin, U::Percent, 1, 100, {T::DeepVisit}},
        {"intent_score_min", &P::intentScoreMin, U::Points, 0, 100, {T::IntentTopic}},
        {"proposal_views_min", &P::proposalViewsMin, U::Count, 2, 20, {T::ProposalReopened}},
        {"proposal_window_ms", &P::proposalWindowMs, U::Duration, day, 30 * day,
         {T::ProposalReopened, T::ChampionBounced, T::ClosedLostReturn}},
        {"room_quiet_ms", &P::roomQuietMs, U::Duration, day, 60 * day, {T::RoomReopened}},
        {"surge_window_ms", &P::surgeWindowMs, U::Duration, hour, 14 * day, {T::Surge, T::BaselineSurge}},
        {"surge_events_min", &P::surgeEventsMin, U::Count, 2, 50, {T::Surge}},
        {"surge_cooldown_ms", &P::surgeCooldownMs, U::Duration, hour, 30 * day, {T::Surge, T::BaselineSurge}},
        {"baseline_ms", &P::baselineMs, U::Duration, 7 * day, 90 * day, {T::BaselineSurge}},
        {"baseline_prior_ms", &P::baselinePriorMs, U::Duration, day, 365 * day, {T::BaselineSurge}},
        {"baseline_tail_ppm", &P::baselineTailPpm, U::PartsPerMillion, 1, 100'000, {T::BaselineSurge}},
        {"baseline_events_min", &P::baselineEventsMin, U::Count, 2, 50, {T::BaselineSurge}},
        {"baseline_people_min", &P::baselinePeopleMin, U::Count, 1, 20, {T::BaselineSurge}},
        {"stall_ms", &P::stallMs, U::Duration, day, 120 * day, {T::StageStall}},
        {"silence_ms", &P::silenceMs, U::Duration, day, 120 * day, {T::Silence}},
        {"amount_move_percent_min", &P::amountMovePercentMin, U::Percent, 1, 100, {T::AmountMove}},
        {"close_move_min_ms", &P::closeMoveMinMs, U::Duration, day, 90 * day, {T::CloseDateMove}},
        {"lost_return_min_ms", &P::lostReturnMinMs, U::Duration, day, 180 * day, {T::ClosedLostReturn}},
        {"champion_silent_ms", &P::championSilentMs, U::Duration, day, 120 * day, {T::ChampionSilent}},
        {"stakeholder_new_ms", &P::stakeholderNewMs, U::Duration, day, 120 * day, {T::NewStakeholder}},
        {"usage_drop_percent", &P::usageDropPercent, U::Percent, 5, 100, {T::UsageDrop}},
        {"usage_spike_percent", &P::usageSpikePercent, U::Percent, 110, 1'000, {T::UsageSpike}},
        {"usage_week_min", &P::usageWeekMin, U::Count, 1, 100'000, {T::UsageDrop, T::UsageSpike}},
        {"usage_limit_percent", &P::usageLimitPercent, U::Percent, 10, 100, {T::UsageNearLimit}},
        {"ticket_window_ms", &P::ticketWindowMs, U::Duration, day, 30 * day, {T::TicketBurst}},
        {"tickets_min", &P::ticketsMin, U::Count, 2, 50, {T::TicketBurst}},
        {"renewal_ms", &P::renewalMs, U::Duration, 7 * day, 365 * day, {T::RenewalNear}},
        // The filter for machines: it stands before all detectors.
        {"bot_after_send_ms", &P::botAfterSendMs, U::Duration, 0, 10 * base::minuteMs, {}},
        {"bot_links_min", &P::botLinksMin, U::Count, 2, 20, {}},
        {"bot_burst_ms", &P::botBurstMs, U::Duration, 0, 10 * base::minuteMs, {}},
    };
    // clang-format on
    return table;
}

bool concerns(const Parameter &parameter, SignalType type)
{
    return std::find(parameter.types.begin(), parameter.types.end(), type) != parameter.types.end();
}

} // namespace

std::vector<domain::DetectorParameter> parametersOf(SignalType type, const SignalPolicy &policy)
{
    const SignalPolicy standard;
    std::vector<domain::DetectorParameter> out;
    for (const auto &parameter : parameters()) {
        if (concerns(parameter, type))
            out.push_back({std::string(parameter.key), parameter.unit, policy.*parameter.field,
                           standard.*parameter.field, parameter.least, parameter.most,
                           parameter.field});
    }
    return out;
}

base::Status setParameter(SignalPolicy &policy, std::string_view key, std::int64_t value)
{
    for (const auto &parameter : parameters()) {
        if (parameter.key != key)
            continue;
        if (value < parameter.least || value > parameter.most) {
            return base::Error{base::ErrorCode::InvalidInput,
                               "The threshold \"" + std::string(key) + "\" cannot be " +
                                   std::to_string(value) + ".",
                               "Nothing was changed.",
                               "Give a value from " + std::to_string(parameter.least) + " to " +
                                   std::to_string(parameter.most) + "."};
        }
        policy.*parameter.field = value;
        return {};
    }
    return base::Error{base::ErrorCode::InvalidInput,
                       "There is no threshold named \"" + std::string(key) + "\".",
                       "Nothing was changed."};
}

bool isEnabled(const SignalPolicy &policy, SignalType type)
{
    return std::find(policy.disabled.begin(), policy.disabled.end(),
                     domain::signalTypeName(type)) == policy.disabled.end();
}

void setEnabled(SignalPolicy &policy, SignalType type, bool isOn)
{
    std::erase(policy.disabled, std::string(domain::signalTypeName(type)));
    if (!isOn)
        policy.disabled.emplace_back(domain::signalTypeName(type));
    std::sort(policy.disabled.begin(), policy.disabled.end());
}

} // namespace topline::signals
