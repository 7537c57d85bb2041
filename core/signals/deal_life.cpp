#include "core/signals/deal_life.h"

#include <algorithm>

namespace topline::signals {

using domain::StageKind;

namespace {

const domain::Stage *stageOf(const domain::AccountHistory &history, domain::StageId id)
{
    for (const auto &stage : history.stages) {
        if (stage.id == id)
            return &stage;
    }
    return nullptr;
}

// By time, then stage.
std::vector<const domain::StageChange *> changesOf(const domain::Deal &deal,
                                                   const domain::AccountHistory &history)
{
    std::vector<const domain::StageChange *> out;
    for (const auto &change : history.stageChanges) {
        if (change.deal.id == deal.id)
            out.push_back(&change);
    }
    std::sort(out.begin(), out.end(), [](const auto *a, const auto *b) {
        return std::pair(a->atMs, a->stage.id) < std::pair(b->atMs, b->stage.id);
    });
    return out;
}

} // namespace

OpenTime openTimeOf(const domain::Deal &deal, const domain::AccountHistory &history)
{
    OpenTime out;
    std::optional<base::UtcMs> first = deal.createdMs;
    std::optional<base::UtcMs> closed;
    for (const auto &change : history.stageChanges) {
        if (change.deal.id != deal.id)
            continue;
        first = std::min(first.value_or(change.atMs), change.atMs);
        if (change.stage.id == deal.stage.id)
            closed = std::max(closed.value_or(change.atMs), change.atMs);
    }
    out.startMs = first.value_or(std::numeric_limits<base::UtcMs>::min());
    const domain::Stage *present = stageOf(history, deal.stage.id);
    if (present && present->kind != StageKind::Open)
        out.endMs = closed ? *closed : deal.closeMs.value_or(out.startMs);
    return out;
}

std::vector<Stay> staysOf(const domain::Deal &deal, const Scan &scan)
{
    const auto changes = changesOf(deal, scan.history);
    std::vector<Stay> out;
    for (const auto *change : changes) {
        if (change->atMs > scan.now)
            break;
        const bool isIn = !out.empty() && out.back().leftMs == never;
        if (isIn && out.back().stage == change->stage.id)
            continue;
        if (isIn)
            out.back().leftMs = change->atMs;
        const domain::Stage *stage = stageOf(scan.history, change->stage.id);
        if (stage && stage->kind == StageKind::Open)
            out.push_back({change->stage.id, stage->name, change->atMs, never});
    }
    // When the record names another stage than its newest change, that change was not the last one.
    const bool isOutdated =
        !changes.empty() && deal.stage.id.isSet() && changes.back()->stage.id != deal.stage.id;
    if (isOutdated && !out.empty() && out.back().leftMs == never &&
        changes.back()->atMs <= scan.now)
        out.pop_back();
    // A record that says "closed" ends the stay even if its history does not.
    const OpenTime open = openTimeOf(deal, scan.history);
    for (auto &stay : out)
        stay.leftMs = std::min(stay.leftMs, std::max(open.endMs, stay.enteredMs));
    return out;
}

std::vector<base::UtcMs> twoWayTouches(const Scan &scan, domain::DealId deal)
{
    std::vector<base::UtcMs> out;
    for (const auto *event : scan.events) {
        const bool concerns = !deal.isSet() || !event->deal.id.isSet() || event->deal.id == deal;
        if (domain::isTwoWayTouch(event->kind) && concerns)
            out.push_back(event->atMs);
    }
    return out;
}

} // namespace topline::signals
