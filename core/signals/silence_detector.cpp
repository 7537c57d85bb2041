#include "core/signals/silence_detector.h"

#include "core/signals/deal_life.h"

#include <tuple>

namespace topline::signals {

using domain::SignalType;

namespace {

// The largest deal that was open at that time; 0 when none was.
domain::DealId openDealAt(const Scan &scan, base::UtcMs atMs)
{
    const domain::Deal *best = nullptr;
    const auto amountOf = [](const domain::Deal &deal) {
        return deal.amount ? deal.amount->amountMinor : 0;
    };
    for (const auto &deal : scan.history.deals) {
        if (deal.deleted || !openTimeOf(deal, scan.history).contains(atMs))
            continue;
        const bool isBetter =
            !best || std::tuple(-amountOf(deal), deal.id) < std::tuple(-amountOf(*best), best->id);
        if (isBetter)
            best = &deal;
    }
    return best ? best->id : domain::DealId{};
}

} // namespace

std::vector<Found> detectSilences(const Scan &scan)
{
    const auto touches = twoWayTouches(scan, {});
    std::vector<Found> out;
    for (std::size_t i = 0; i < touches.size(); ++i) {
        const base::UtcMs passedMs = touches[i] + scan.policy.silenceMs;
        if (i + 1 < touches.size() && touches[i + 1] <= passedMs)
            continue;
        const domain::DealId deal = openDealAt(scan, passedMs);
        if (!deal.isSet())
            continue;
        Found found;
        const std::string subject = "account " + std::to_string(scan.history.account.id.value);
        found.signal.id = signalId(SignalType::Silence, subject, touches[i]);
        found.signal.type = SignalType::Silence;
        found.signal.account = scan.history.account.id;
        found.signal.deal = deal;
        found.signal.occurredMs = passedMs;
        found.signal.reason = {domain::ReasonCode::Silence,
                               {domain::AtTime{touches[i]}, domain::Span{scan.policy.silenceMs}}};
        found.goneMs = touches[i] + scan.policy.lookBackMs;
        out.push_back(std::move(found));
    }
    return out;
}

} // namespace topline::signals
