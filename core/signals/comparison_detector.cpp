#include "core/signals/comparison_detector.h"

#include "core/signals/episode.h"

namespace topline::signals {

std::vector<Found> detectComparisons(const Scan &scan)
{
    static constexpr domain::EventKind kinds[] = {domain::EventKind::CompareView};
    const auto &policy = scan.policy;
    std::vector<Found> out;
    for (const auto &[contact, views] : eventsByContact(scan, kinds)) {
        const auto visits = visitsOf(views, policy.visitGapMs);
        for (const auto &episode : episodesOf(visits, policy.compareWindowMs, {})) {
            const auto count = static_cast<std::int64_t>(episode.visits.size());
            Found found = findAt(scan, domain::SignalType::CompetitorComparison, {contact, {}},
                                 episode.startMs());
            found.signal.occurredMs = episode.lastMs();
            found.signal.strengthPermille = strengthOf(count, 1);
            found.signal.reason = {domain::ReasonCode::CompetitorComparison,
                                   {count, domain::AtTime{episode.lastMs()}}};
            found.signal.evidence = episode.evidence();
            found.goneMs =
                goneMs(episode.startMs(), episode.rowStartMs, policy.compareWindowMs, policy);
            out.push_back(std::move(found));
        }
    }
    return out;
}

} // namespace topline::signals
