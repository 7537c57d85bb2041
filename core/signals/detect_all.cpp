#include "core/signals/baseline_surge_detector.h"
#include "core/signals/billing_detector.h"
#include "core/signals/catalogue.h"
#include "core/signals/champion_detector.h"
#include "core/signals/comparison_detector.h"
#include "core/signals/deal_move_detector.h"
#include "core/signals/deep_read_detector.h"
#include "core/signals/detect.h"
#include "core/signals/intent_topic_detector.h"
#include "core/signals/lost_return_detector.h"
#include "core/signals/pricing_revisit_detector.h"
#include "core/signals/proposal_reopened_detector.h"
#include "core/signals/reply_detector.h"
#include "core/signals/room_detector.h"
#include "core/signals/silence_detector.h"
#include "core/signals/single_event_detector.h"
#include "core/signals/stage_stall_detector.h"
#include "core/signals/stakeholder_detector.h"
#include "core/signals/surge_detector.h"
#include "core/signals/ticket_burst_detector.h"
#include "core/signals/usage_detector.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace topline::signals {

namespace {

using Detector = std::vector<Found> (*)(const Scan &);

constexpr Detector detectors[] = {
    detectPricingRevisits, detectReopenedProposals,
    detectReplies,         detectSurges,
    detectStageStalls,     detectSilences,
    detectSingleEvents,    detectComparisons,
    detectDeepReads,       detectDealMoves,
    detectChampions,       detectStakeholders,
    detectReopenedRooms,   detectUsage,
    detectTicketBursts,    detectBilling,
    detectLostReturns,     detectBaselineSurges,
    detectIntentTopics,
};

std::vector<Found> findAll(const Scan &scan)
{
    std::vector<Found> out;
    for (const Detector detector : detectors) {
        auto found = detector(scan);
        std::move(found.begin(), found.end(), std::back_inserter(out));
    }
    std::erase_if(
        out, [&scan](const Found &found) { return !isEnabled(scan.policy, found.signal.type); });
    return out;
}

std::vector<domain::Signal> visible(std::vector<Found> found, base::UtcMs now)
{
    std::vector<domain::Signal> out;
    for (auto &one : found) {
        if (one.signal.occurredMs <= now && now < one.goneMs)
            out.push_back(std::move(one.signal));
    }
    const auto before = [](const domain::Signal &a, const domain::Signal &b) {
        return std::pair(a.occurredMs, a.id) < std::pair(b.occurredMs, b.id);
    };
    std::sort(out.begin(), out.end(), before);
    // The same event delivered twice under one key is one signal.
    const auto same = [](const domain::Signal &a, const domain::Signal &b) { return a.id == b.id; };
    out.erase(std::unique(out.begin(), out.end(), same), out.end());
    return out;
}

// The first moment after `now` at which the clock alone adds or drops a signal, if nothing dated in
// the future comes between.
std::optional<base::UtcMs> nextByClock(const std::vector<Found> &found, base::UtcMs now)
{
    std::optional<base::UtcMs> out;
    for (const auto &one : found) {
        if (one.goneMs <= now || one.goneMs <= one.signal.occurredMs)
            continue;
        const base::UtcMs at = one.signal.occurredMs > now ? one.signal.occurredMs : one.goneMs;
        out = std::min(out.value_or(at), at);
    }
    return out;
}

// Events and changes that a source dated in the future, ascending.
std::vector<base::UtcMs> futureTimes(const domain::AccountHistory &history, base::UtcMs now)
{
    std::vector<base::UtcMs> out;
    for (const auto &event : history.events) {
        if (!event.suspectBot && event.atMs > now)
            out.push_back(event.atMs);
    }
    const auto add = [&out, now](const auto &changes) {
        for (const auto &change : changes) {
            if (change.atMs > now)
                out.push_back(change.atMs);
        }
    };
    add(history.stageChanges);
    add(history.amountChanges);
    add(history.closeChanges);
    add(history.titleChanges);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

std::vector<domain::Signal> detectAll(const domain::AccountHistory &history,
                                      const domain::SignalPolicy &policy, base::UtcMs now)
{
    return visible(findAll(Scan(history, policy, now)), now);
}

std::optional<base::UtcMs> nextDueMs(const domain::AccountHistory &history,
                                     const domain::SignalPolicy &policy, base::UtcMs now)
{
    auto found = findAll(Scan(history, policy, now));
    auto byClock = nextByClock(found, now);
    const auto future = futureTimes(history, now);
    if (future.empty())
        return byClock;
    const auto today = visible(std::move(found), now);
    for (const base::UtcMs at : future) {
        if (byClock && *byClock < at)
            return byClock;
        // It may add a signal, or only stop a clock that was running.
        found = findAll(Scan(history, policy, at));
        byClock = nextByClock(found, at);
        if (visible(std::move(found), at) != today)
            return at;
    }
    return byClock;
}

} // namespace topline::signals
