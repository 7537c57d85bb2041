#include "core/signals/billing_detector.h"

#include "core/signals/episode.h"

#include <algorithm>
#include <iterator>

namespace topline::signals {

using domain::EventKind;
using domain::ReasonCode;
using domain::SignalType;

namespace {

constexpr base::DurationMs failureWindowMs = 30 * base::dayMs;

void findFailures(const Scan &scan, std::vector<Found> &out)
{
    static constexpr EventKind failed[] = {EventKind::PaymentFailed};
    static constexpr EventKind paid[] = {EventKind::PaymentSucceeded};
    std::vector<base::UtcMs> paidMs;
    const auto payments = eventsOf(scan, paid);
    std::transform(payments.begin(), payments.end(), std::back_inserter(paidMs),
                   [](const auto *event) { return event->atMs; });
    const auto visits = visitsOf(eventsOf(scan, failed), scan.policy.visitGapMs);
    for (const auto &episode : episodesOf(visits, failureWindowMs, paidMs)) {
        const auto count = static_cast<std::int64_t>(episode.visits.size());
        Found found = findAt(scan, SignalType::PaymentFailure, {}, episode.startMs());
        found.signal.occurredMs = episode.lastMs();
        found.signal.strengthPermille = strengthOf(count, 1);
        found.signal.reason = {ReasonCode::PaymentFailure,
                               {count, domain::AtTime{episode.lastMs()}}};
        found.signal.evidence = episode.evidence();
        found.goneMs = goneMs(episode.startMs(), episode.rowStartMs, failureWindowMs, scan.policy);
        out.push_back(std::move(found));
    }
}

void findRenewals(const Scan &scan, std::vector<Found> &out)
{
    for (const auto &subscription : scan.history.subscriptions) {
        if (!subscription.endMs)
            continue;
        const base::UtcMs nearMs =
            std::max(*subscription.endMs - scan.policy.renewalMs, subscription.startMs);
        Found found = findAt(
            scan, SignalType::RenewalNear,
            {{}, {}, "term " + subscription.remoteId + " " + std::to_string(*subscription.endMs)},
            nearMs);
        found.signal.reason = {ReasonCode::RenewalNear,
                               {domain::AtTime{*subscription.endMs}, subscription.plan}};
        out.push_back(std::move(found));
    }
}

} // namespace

std::vector<Found> detectBilling(const Scan &scan)
{
    std::vector<Found> out;
    findFailures(scan, out);
    findRenewals(scan, out);
    return out;
}

} // namespace topline::signals
