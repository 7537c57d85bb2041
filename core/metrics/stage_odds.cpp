#include "core/metrics/stage_odds.h"

#include "core/stats/rate.h"

#include <cmath>

namespace topline::metrics {

StageOdds::StageOdds(const DealBook &book)
{
    std::int64_t won = 0;
    std::int64_t closed = 0;
    for (const DealTrack &track : book.tracks()) {
        const auto state = book.stateAt(track, book.input().now);
        if (!state || state->kind == domain::StageKind::Open)
            continue;
        ++closed;
        won += state->kind == domain::StageKind::Won ? 1 : 0;
    }
    if (closed > 0)
        m_overall = static_cast<double>(won) / static_cast<double>(closed);
    for (const domain::StageCount &count : book.input().stageCounts)
        m_counts[count.stage] = count;
}

std::optional<domain::WinProbability> StageOdds::of(const domain::Stage *stage) const
{
    if (!m_overall)
        return std::nullopt;
    domain::WinProbability out;
    if (const auto found = stage ? m_counts.find(stage->id) : m_counts.end();
        found != m_counts.end()) {
        out.won = found->second.won;
        out.closed = found->second.closed;
    }
    out.ppm = std::llround(stats::shrunkRate(out.won, out.closed, *m_overall) * 1e6);
    return out;
}

} // namespace topline::metrics
