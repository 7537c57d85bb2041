#include "core/signals/reply_detector.h"

namespace topline::signals {

using domain::SignalType;

std::vector<Found> detectReplies(const Scan &scan)
{
    std::vector<Found> out;
    for (const auto *event : scan.events) {
        if (event->kind != domain::EventKind::EmailReplied)
            continue;
        // Each reply is an episode of its own; the source's key keeps two of one instant apart.
        const std::string subject = "account " + std::to_string(scan.history.account.id.value) +
                                    "|contact " + std::to_string(event->contact.id.value) +
                                    "|event " + std::to_string(event->sourceKey);
        domain::Signal signal;
        signal.id = signalId(SignalType::Reply, subject, event->atMs);
        signal.type = SignalType::Reply;
        signal.account = scan.history.account.id;
        signal.contact = event->contact.id;
        signal.deal = event->deal.id;
        signal.occurredMs = event->atMs;
        signal.reason = {domain::ReasonCode::Reply, {domain::AtTime{event->atMs}, event->title}};
        signal.evidence = {event->id};
        out.push_back({std::move(signal), event->atMs + scan.policy.lookBackMs});
    }
    return out;
}

} // namespace topline::signals
