#include "core/metrics/pipeline.h"

#include <map>

namespace topline::metrics {

using domain::PipelineMoveKind;
using domain::StageKind;

namespace {

struct Move {
    PipelineMoveKind kind;
    std::int64_t amountMinor;
};

std::optional<Move> moveOf(const DealBook &book, const DealTrack &track)
{
    const base::UtcMs now = book.input().now;
    const base::UtcMs weekAgo = now - 7 * base::dayMs;
    const auto before = book.stateAt(track, weekAgo);
    const auto after = book.stateAt(track, now);
    const bool openBefore = before && before->kind == StageKind::Open;
    const bool openAfter = after && after->kind == StageKind::Open;
    if (!openBefore && !openAfter)
        return std::nullopt;
    const std::int64_t minorBefore = openBefore ? book.minorAt(track, weekAgo) : 0;
    const std::int64_t minorAfter = openAfter ? book.minorAt(track, now) : 0;
    const std::int64_t difference = minorAfter - minorBefore;
    if (openBefore && openAfter) {
        if (difference == 0)
            return std::nullopt;
        return Move{difference > 0 ? PipelineMoveKind::AmountUp : PipelineMoveKind::AmountDown,
                    difference};
    }
    if (openAfter)
        return Move{before ? PipelineMoveKind::Reopened : PipelineMoveKind::New, difference};
    const bool won = after && after->kind == StageKind::Won;
    return Move{won ? PipelineMoveKind::Won : PipelineMoveKind::Lost, difference};
}

} // namespace

std::vector<domain::PipelineMove> movesOfWeek(const DealBook &book)
{
    std::map<PipelineMoveKind, domain::PipelineMove> byKind;
    for (const DealTrack &track : book.tracks()) {
        if (!book.inScope(track))
            continue;
        const auto move = moveOf(book, track);
        if (!move)
            continue;
        domain::PipelineMove &row = byKind[move->kind];
        row.kind = move->kind;
        ++row.n;
        row.amountMinor += move->amountMinor;
        row.deals.push_back(track.deal->id);
    }
    std::vector<domain::PipelineMove> out;
    for (auto &[kind, row] : byKind)
        out.push_back(std::move(row));
    return out;
}

} // namespace topline::metrics
