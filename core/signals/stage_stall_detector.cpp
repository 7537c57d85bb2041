#include "core/signals/stage_stall_detector.h"

#include "core/signals/deal_life.h"

#include <algorithm>

namespace topline::signals {

using domain::SignalType;

namespace {

Found stallOf(const Scan &scan, const domain::Deal &deal, const Stay &stay, base::UtcMs clockMs)
{
    Found out;
    const std::string subject =
        "deal " + std::to_string(deal.id.value) + "|stage " + std::to_string(stay.stage.value);
    out.signal.id = signalId(SignalType::StageStall, subject, clockMs);
    out.signal.type = SignalType::StageStall;
    out.signal.account = scan.history.account.id;
    out.signal.contact = deal.contact.id;
    out.signal.deal = deal.id;
    out.signal.occurredMs = clockMs + scan.policy.stallMs;
    out.signal.reason = {
        domain::ReasonCode::StageStall,
        {stay.stageName, domain::AtTime{stay.enteredMs}, domain::Span{scan.policy.stallMs}}};
    // Touches before the window are not known, so neither is a clock that started there.
    out.goneMs = clockMs + scan.policy.lookBackMs;
    return out;
}

} // namespace

std::vector<Found> detectStageStalls(const Scan &scan)
{
    std::vector<Found> out;
    for (const auto &deal : scan.history.deals) {
        if (deal.deleted)
            continue;
        const auto touches = twoWayTouches(scan, deal.id);
        for (const auto &stay : staysOf(deal, scan)) {
            auto touch = std::upper_bound(touches.begin(), touches.end(), stay.enteredMs);
            base::UtcMs clockMs = stay.enteredMs;
            while (clockMs < stay.leftMs) {
                const base::UtcMs nextMs =
                    std::min(touch == touches.end() ? never : *touch, stay.leftMs);
                if (nextMs > clockMs + scan.policy.stallMs)
                    out.push_back(stallOf(scan, deal, stay, clockMs));
                if (touch == touches.end())
                    break;
                clockMs = *touch++;
            }
        }
    }
    return out;
}

} // namespace topline::signals
