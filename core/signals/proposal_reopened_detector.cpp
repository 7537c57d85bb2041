#include "core/signals/proposal_reopened_detector.h"

#include "core/signals/episode.h"

#include <map>
#include <utility>

namespace topline::signals {

using domain::EventKind;
using domain::SignalType;

namespace {

// A fresh proposal ends the episode: looking at it for the first time is not a reopening.
std::vector<base::UtcMs> timesSent(const Scan &scan, domain::DealId deal)
{
    std::vector<base::UtcMs> out;
    for (const auto *event : scan.events) {
        const bool concerns = !deal.isSet() || !event->deal.id.isSet() || event->deal.id == deal;
        if (event->kind == EventKind::ProposalSent && concerns)
            out.push_back(event->atMs);
    }
    return out;
}

} // namespace

std::vector<Found> detectReopenedProposals(const Scan &scan)
{
    std::map<std::pair<domain::DealId, domain::ContactId>, std::vector<const domain::Event *>>
        views;
    for (const auto *event : scan.events) {
        if (event->kind == EventKind::ProposalViewed)
            views[{event->deal.id, event->contact.id}].push_back(event);
    }
    const auto &policy = scan.policy;
    std::vector<Found> out;
    for (const auto &[key, events] : views) {
        const auto &[deal, contact] = key;
        const std::string subject = "account " + std::to_string(scan.history.account.id.value) +
                                    "|contact " + std::to_string(contact.value) + "|deal " +
                                    std::to_string(deal.value);
        const auto visits = visitsOf(events, policy.visitGapMs);
        for (const auto &episode :
             episodesOf(visits, policy.proposalWindowMs, timesSent(scan, deal))) {
            const auto count = static_cast<std::int64_t>(episode.visits.size());
            if (count < policy.proposalViewsMin)
                continue;
            domain::Signal signal;
            signal.id = signalId(SignalType::ProposalReopened, subject, episode.startMs());
            signal.type = SignalType::ProposalReopened;
            signal.account = scan.history.account.id;
            signal.contact = contact;
            signal.deal = deal;
            signal.occurredMs = episode.lastMs();
            signal.strengthPermille = strengthOf(count, policy.proposalViewsMin);
            signal.reason = {domain::ReasonCode::ProposalReopened,
                             {count, domain::AtTime{episode.lastMs()}}};
            signal.evidence = episode.evidence();
            out.push_back({std::move(signal), goneMs(episode.startMs(), episode.rowStartMs,
                                                     policy.proposalWindowMs, policy)});
        }
    }
    return out;
}

} // namespace topline::signals
