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
    std::vector<const domain::StageChange *> changes;
    for (const auto &change : scan.history.stageChanges) {
        if (change.deal.id == deal.id && change.atMs <= scan.now)
            changes.push_back(&change);
    }
    std::sort(changes.begin(), changes.end(), [](const auto *a, const auto *b) {
        return std::pair(a->atMs, a->stage.id) < std::pair(b->atMs, b->stage.id);
    });
    std::vector<Stay> out;
    for (const auto *change : changes) {
        const domain::Stage *stage = stageOf(scan.history, change->stage.id);
        if (!out.empty() && out.back().leftMs == never) {
            if (out.back().stage == change->stage.id)
                continue;
            out.back().leftMs = change->atMs;
        }
        if (stage && stage->kind == StageKind::Open)
            out.push_back({change->stage.id, stage->name, change->atMs, never});
    }
    // When the record names another stage than its newest change, that change was not the last one.
    const domain::StageChange *newest = nullptr;
    for (const auto &change : scan.history.stageChanges) {
        if (change.deal.id == deal.id && (!newest || change.atMs > newest->atMs))
            newest = &change;
    }
    const bool isOutdated = newest && deal.stage.id.isSet() && newest->stage.id != deal.stage.id;
    if (isOutdated && !out.empty() && out.back().enteredMs == newest->atMs)
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
