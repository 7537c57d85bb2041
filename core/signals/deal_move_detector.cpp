#include "core/signals/deal_move_detector.h"

#include "core/signals/deal_life.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace topline::signals {

using domain::ReasonCode;
using domain::SignalType;

namespace {

// The changes of one deal, by time, then by what tells two of one instant apart.
template <typename Change, typename Key>
std::vector<const Change *> changesOf(const std::vector<Change> &all, domain::DealId deal, Key key)
{
    std::vector<const Change *> out;
    for (const auto &change : all) {
        if (change.deal.id == deal)
            out.push_back(&change);
    }
    std::sort(out.begin(), out.end(), [&key](const Change *a, const Change *b) {
        return std::tuple(a->atMs, key(*a)) < std::tuple(b->atMs, key(*b));
    });
    return out;
}

std::string stageName(const Scan &scan, domain::StageId id)
{
    const auto &stages = scan.history.stages;
    const auto at = std::find_if(stages.begin(), stages.end(),
                                 [id](const domain::Stage &stage) { return stage.id == id; });
    return at == stages.end() ? std::string() : at->name;
}

void findStageMoves(const Scan &scan, const domain::Deal &deal, std::vector<Found> &out)
{
    const auto changes = changesOf(scan.history.stageChanges, deal.id,
                                   [](const domain::StageChange &one) { return one.stage.id; });
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const auto from = changes[i - 1]->stage.id;
        const auto to = changes[i]->stage.id;
        if (from == to)
            continue;
        Found found = findAt(scan, SignalType::StageMove,
                             {deal.contact.id, deal.id, "stage " + std::to_string(to.value)},
                             changes[i]->atMs);
        found.signal.reason = {
            ReasonCode::StageMove,
            {stageName(scan, from), stageName(scan, to), domain::AtTime{changes[i]->atMs}}};
        out.push_back(std::move(found));
    }
}

void findAmountMoves(const Scan &scan, const domain::Deal &deal, std::vector<Found> &out)
{
    const auto changes =
        changesOf(scan.history.amountChanges, deal.id,
                  [](const domain::AmountChange &one) { return one.amount.amountMinor; });
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const auto &from = changes[i - 1]->amount;
        const auto &to = changes[i]->amount;
        const bool isComparable = from.currency == to.currency && from.amountMinor != 0;
        if (!isComparable)
            continue;
        const double percent = 100.0 *
                               std::abs(static_cast<double>(to.amountMinor - from.amountMinor)) /
                               std::abs(static_cast<double>(from.amountMinor));
        if (percent < static_cast<double>(scan.policy.amountMovePercentMin))
            continue;
        Found found = findAt(scan, SignalType::AmountMove,
                             {deal.contact.id, deal.id, "amount " + std::to_string(to.amountMinor)},
                             changes[i]->atMs);
        found.signal.reason = {ReasonCode::AmountMove,
                               {from, to, domain::AtTime{changes[i]->atMs}}};
        out.push_back(std::move(found));
    }
}

void findCloseDateMoves(const Scan &scan, const domain::Deal &deal, std::vector<Found> &out)
{
    const auto changes = changesOf(scan.history.closeChanges, deal.id,
                                   [](const domain::CloseChange &one) { return one.closeMs; });
    const OpenTime open = openTimeOf(deal, scan.history);
    std::int64_t pushes = 0;
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const auto *from = changes[i - 1];
        const auto *change = changes[i];
        const base::DurationMs moved = change->closeMs - from->closeMs;
        const bool isPush = moved >= scan.policy.closeMoveMinMs;
        pushes += isPush ? 1 : 0;
        // The date that a closed deal ends with is no move.
        const bool isMove = isPush || -moved >= scan.policy.closeMoveMinMs;
        if (!isMove || !open.contains(change->atMs))
            continue;
        Found found = findAt(scan, SignalType::CloseDateMove,
                             {deal.contact.id, deal.id, "close " + std::to_string(change->closeMs)},
                             change->atMs);
        found.signal.strengthPermille = isPush ? strengthOf(pushes, 1) : 1'000;
        found.signal.reason = {ReasonCode::CloseDateMove,
                               {domain::AtTime{from->closeMs}, domain::AtTime{change->closeMs},
                                isPush ? pushes : std::int64_t{0}, domain::AtTime{change->atMs}}};
        out.push_back(std::move(found));
    }
}

} // namespace

std::vector<Found> detectDealMoves(const Scan &scan)
{
    std::vector<Found> out;
    for (const auto &deal : scan.history.deals) {
        if (deal.deleted)
            continue;
        findStageMoves(scan, deal, out);
        findAmountMoves(scan, deal, out);
        findCloseDateMoves(scan, deal, out);
    }
    return out;
}

} // namespace topline::signals
