#include "core/signals/lost_return_detector.h"

#include "core/signals/deal_life.h"
#include "core/signals/episode.h"

#include <algorithm>
#include <map>

namespace topline::signals {

namespace {

bool isLost(const domain::AccountHistory &history, const domain::Deal &deal)
{
    const auto at = std::find_if(history.stages.begin(), history.stages.end(),
                                 [&deal](const auto &stage) { return stage.id == deal.stage.id; });
    return at != history.stages.end() && at->kind == domain::StageKind::Lost;
}

struct Loss {
    base::UtcMs atMs = 0;
    const domain::Deal *deal = nullptr;
};

// The newest loss that was long enough ago at that time; none while any deal was open.
Loss lossBefore(const Scan &scan, base::UtcMs atMs)
{
    Loss out;
    for (const auto &deal : scan.history.deals) {
        if (deal.deleted)
            continue;
        const OpenTime open = openTimeOf(deal, scan.history);
        if (open.contains(atMs))
            return {};
        if (!isLost(scan.history, deal) || open.endMs > atMs - scan.policy.lostReturnMinMs)
            continue;
        if (!out.deal || std::pair(out.atMs, out.deal->id) < std::pair(open.endMs, deal.id))
            out = {open.endMs, &deal};
    }
    return out;
}

} // namespace

std::vector<Found> detectLostReturns(const Scan &scan)
{
    std::map<const domain::Deal *, std::pair<Loss, std::vector<const domain::Event *>>> returns;
    for (const auto *event : scan.events) {
        if (!domain::isHighIntent(event->kind))
            continue;
        const Loss loss = lossBefore(scan, event->atMs);
        if (!loss.deal)
            continue;
        auto &[known, events] = returns[loss.deal];
        known = loss;
        events.push_back(event);
    }
    const base::DurationMs windowMs = scan.policy.proposalWindowMs;
    std::vector<Found> out;
    for (const auto &[deal, entry] : returns) {
        const auto &[loss, events] = entry;
        const auto visits = visitsOf(events, scan.policy.visitGapMs);
        for (const auto &episode : episodesOf(visits, windowMs, {})) {
            const auto count = static_cast<std::int64_t>(episode.visits.size());
            Found found = findAt(scan, domain::SignalType::ClosedLostReturn, {{}, deal->id},
                                 episode.startMs());
            found.signal.occurredMs = episode.lastMs();
            found.signal.strengthPermille = strengthOf(count, 1);
            found.signal.reason = {
                domain::ReasonCode::ClosedLostReturn,
                {domain::AtTime{loss.atMs}, count, domain::AtTime{episode.lastMs()}}};
            found.signal.evidence = episode.evidence();
            found.goneMs = goneMs(episode.startMs(), episode.rowStartMs, windowMs, scan.policy);
            out.push_back(std::move(found));
        }
    }
    return out;
}

} // namespace topline::signals
