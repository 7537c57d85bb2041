#include "core/signals/pricing_revisit_detector.h"

#include "core/signals/episode.h"

#include <map>

namespace topline::signals {

using domain::SignalType;

std::vector<Found> detectPricingRevisits(const Scan &scan)
{
    std::map<domain::ContactId, std::vector<const domain::Event *>> views;
    for (const auto *event : scan.events) {
        if (event->kind == domain::EventKind::PricingView)
            views[event->contact.id].push_back(event);
    }
    const auto &policy = scan.policy;
    std::vector<Found> out;
    for (const auto &[contact, events] : views) {
        const std::string subject = "account " + std::to_string(scan.history.account.id.value) +
                                    "|contact " + std::to_string(contact.value);
        const auto visits = visitsOf(events, policy.visitGapMs);
        for (const auto &episode : episodesOf(visits, policy.pricingWindowMs, {})) {
            const auto count = static_cast<std::int64_t>(episode.visits.size());
            if (count < policy.pricingVisitsMin)
                continue;
            domain::Signal signal;
            signal.id = signalId(SignalType::PricingRevisit, subject, episode.startMs());
            signal.type = SignalType::PricingRevisit;
            signal.account = scan.history.account.id;
            signal.contact = contact;
            signal.occurredMs = episode.lastMs();
            signal.strengthPermille = strengthOf(count, policy.pricingVisitsMin);
            signal.reason = {
                domain::ReasonCode::PricingRevisit,
                {count, domain::Span{policy.pricingWindowMs}, domain::AtTime{episode.lastMs()}}};
            signal.evidence = episode.evidence();
            out.push_back({std::move(signal), goneMs(episode.startMs(), episode.rowStartMs,
                                                     policy.pricingWindowMs, policy)});
        }
    }
    return out;
}

} // namespace topline::signals
