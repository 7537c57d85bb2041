#include "core/metrics/deal_book.h"

#include <algorithm>
#include <tuple>

namespace topline::metrics {

using domain::StageKind;

namespace {

bool isClosed(const domain::Stage *stage)
{
    return stage != nullptr && stage->kind != StageKind::Open;
}

// When the present won or lost state began: the earlier of the close date and the change that
// closed the deal, because a close date may be a bare day and a change may be recorded late.
std::optional<base::UtcMs> closingTime(const DealTrack &track, const DealBook &book)
{
    std::optional<base::UtcMs> out = track.deal->closeMs;
    for (auto change = track.changes.rbegin(); change != track.changes.rend(); ++change) {
        const domain::Stage *stage = book.stage((*change)->stage.id);
        if (!isClosed(stage))
            break;
        if (!out || (*change)->atMs < *out)
            out = (*change)->atMs;
    }
    return out;
}

std::optional<base::UtcMs> startTime(const DealTrack &track)
{
    std::optional<base::UtcMs> out = track.deal->createdMs;
    if (!track.changes.empty() && (!out || track.changes.front()->atMs < *out))
        out = track.changes.front()->atMs;
    return out;
}

} // namespace

DealBook::DealBook(const MetricsInput &input)
    : m_input(input)
{
    for (const domain::Stage &stage : input.stages)
        m_stages[stage.id] = &stage;
    std::map<domain::DealId, std::size_t> place;
    for (const domain::Deal &deal : input.deals) {
        if (deal.deleted)
            continue;
        DealTrack track;
        track.deal = &deal;
        track.stage = stage(deal.stage.id);
        m_tracks.push_back(track);
    }
    std::sort(m_tracks.begin(), m_tracks.end(),
              [](const auto &a, const auto &b) { return a.deal->id < b.deal->id; });
    for (std::size_t i = 0; i < m_tracks.size(); ++i)
        place[m_tracks[i].deal->id] = i;
    for (const domain::StageChange &change : input.stageChanges) {
        if (const auto at = place.find(change.deal.id); at != place.end())
            m_tracks[at->second].changes.push_back(&change);
    }
    for (const domain::AmountChange &change : input.amountChanges) {
        if (const auto at = place.find(change.deal.id); at != place.end())
            m_tracks[at->second].amounts.push_back(&change);
    }
    for (DealTrack &track : m_tracks)
        complete(track);
}

void DealBook::complete(DealTrack &track)
{
    // Two changes in one millisecond: the one further down the pipeline is the later one.
    std::sort(track.changes.begin(), track.changes.end(), [this](const auto *a, const auto *b) {
        const domain::Stage *left = stage(a->stage.id);
        const domain::Stage *right = stage(b->stage.id);
        return std::tuple(a->atMs, left ? left->order : -1, a->stage.id) <
               std::tuple(b->atMs, right ? right->order : -1, b->stage.id);
    });
    std::sort(track.amounts.begin(), track.amounts.end(), [](const auto *a, const auto *b) {
        return std::tuple(a->atMs, a->amount.amountMinor) <
               std::tuple(b->atMs, b->amount.amountMinor);
    });
    track.closed = isClosed(track.stage);
    if (track.closed)
        track.closedMs = closingTime(track, *this);
    track.startMs = startTime(track);
    if (track.startMs && (!m_firstMs || *track.startMs < *m_firstMs))
        m_firstMs = track.startMs;
}

const domain::Stage *DealBook::stage(domain::StageId id) const
{
    const auto at = m_stages.find(id);
    return at == m_stages.end() ? nullptr : at->second;
}

bool DealBook::inScope(const DealTrack &track) const
{
    return !m_input.owner || track.deal->owner.id == *m_input.owner;
}

std::optional<DealState> DealBook::stateAt(const DealTrack &track, base::UtcMs at) const
{
    if (track.startMs && *track.startMs > at)
        return std::nullopt;
    if (track.closed && (!track.closedMs || *track.closedMs <= at))
        return DealState{track.stage->kind, track.stage, track.closedMs};
    const auto after = std::upper_bound(
        track.changes.begin(), track.changes.end(), at,
        [](base::UtcMs when, const domain::StageChange *change) { return when < change->atMs; });
    if (after == track.changes.begin()) {
        // Nothing is recorded up to then; the present stage is known to hold only without history.
        const bool held = track.changes.empty() && !track.closed;
        return DealState{StageKind::Open, held ? track.stage : nullptr, std::nullopt};
    }
    auto entered = after - 1;
    const domain::Stage *current = stage((*entered)->stage.id);
    // The record is the newest word: a move that no change tells of happened at an unknown time.
    if (after == track.changes.end() && !track.closed && track.stage && track.stage != current)
        return DealState{StageKind::Open, track.stage, std::nullopt};
    DealState state{current ? current->kind : StageKind::Open, current, (*entered)->atMs};
    while (entered != track.changes.begin() && (*(entered - 1))->stage.id == (*entered)->stage.id) {
        --entered;
        state.sinceMs = (*entered)->atMs;
    }
    return state;
}

std::optional<base::Money> DealBook::amountAt(const DealTrack &track, base::UtcMs at) const
{
    if (track.amounts.empty() || track.amounts.back()->atMs <= at)
        return track.deal->amount; // the record itself is the newest word
    const auto after = std::upper_bound(
        track.amounts.begin(), track.amounts.end(), at,
        [](base::UtcMs when, const domain::AmountChange *change) { return when < change->atMs; });
    return after == track.amounts.begin() ? (*after)->amount : (*(after - 1))->amount;
}

std::int64_t DealBook::minorAt(const DealTrack &track, base::UtcMs at) const
{
    const auto amount = amountAt(track, at);
    return amount && amount->currency == m_input.currency ? amount->amountMinor : 0;
}

bool DealBook::inOtherCurrency(const DealTrack &track, base::UtcMs at) const
{
    const auto amount = amountAt(track, at);
    return amount && amount->currency != m_input.currency;
}

std::vector<Visit> DealBook::visits(const DealTrack &track, base::UtcMs at) const
{
    std::vector<Visit> out;
    const bool closedThen = track.closed && track.closedMs && *track.closedMs <= at;
    const base::UtcMs end = closedThen ? *track.closedMs : at;
    bool open = false;
    for (const domain::StageChange *change : track.changes) {
        if (change->atMs > end)
            break;
        const domain::Stage *next = stage(change->stage.id);
        if (open && out.back().stage == next)
            continue;
        if (open)
            out.back().leftMs = change->atMs;
        open = next != nullptr && next->kind == StageKind::Open;
        if (open)
            out.push_back({next, change->atMs, std::nullopt});
    }
    if (open && closedThen)
        out.back().leftMs = end;
    return out;
}

std::optional<double> DealBook::cycleDays(const DealTrack &track, base::UtcMs closedMs)
{
    if (!track.startMs)
        return std::nullopt;
    const base::UtcMs start = track.deal->createdMs.value_or(*track.startMs);
    if (start > closedMs)
        return std::nullopt;
    return static_cast<double>(closedMs - start) / static_cast<double>(base::dayMs);
}

} // namespace topline::metrics
