#include "core/signals/episode.h"

#include <algorithm>

namespace topline::signals {

std::vector<Visit> visitsOf(const std::vector<const domain::Event *> &views, base::DurationMs gapMs)
{
    std::vector<Visit> out;
    base::UtcMs lastViewMs = 0;
    for (const auto *view : views) {
        if (out.empty() || view->atMs - lastViewMs >= gapMs)
            out.push_back({view->atMs, {}});
        out.back().evidence.push_back(view->id);
        lastViewMs = view->atMs;
    }
    return out;
}

std::vector<domain::EventId> Episode::evidence() const
{
    std::vector<domain::EventId> out;
    for (const auto &visit : visits)
        out.insert(out.end(), visit.evidence.begin(), visit.evidence.end());
    return out;
}

std::vector<Episode> episodesOf(const std::vector<Visit> &visits, base::DurationMs windowMs,
                                const std::vector<base::UtcMs> &breaks)
{
    std::vector<Episode> out;
    for (const auto &visit : visits) {
        bool isNew = out.empty() || visit.atMs - out.back().startMs() > windowMs;
        if (!out.empty()) {
            const auto cut = std::upper_bound(breaks.begin(), breaks.end(), out.back().lastMs());
            isNew = isNew || (cut != breaks.end() && *cut <= visit.atMs);
        }
        if (isNew) {
            const bool afterPause = out.empty() || visit.atMs - out.back().lastMs() > windowMs;
            const base::UtcMs rowStart = afterPause ? visit.atMs : out.back().rowStartMs;
            out.push_back({{}, rowStart});
        }
        out.back().visits.push_back(visit);
    }
    return out;
}

base::UtcMs goneMs(base::UtcMs startMs, base::UtcMs rowStartMs, base::DurationMs pauseMs,
                   const domain::SignalPolicy &policy)
{
    const bool isLongRow = startMs - rowStartMs >= policy.lookBackMs / 3;
    return (isLongRow ? startMs : rowStartMs) + policy.lookBackMs - pauseMs;
}

} // namespace topline::signals
