#include "core/signals/surge_detector.h"

#include "core/signals/episode.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace topline::signals {

using domain::SignalType;

namespace {

// After a pause this long nothing before it has a say any more.
base::DurationMs pauseOf(const domain::SignalPolicy &policy)
{
    return std::max(policy.surgeCooldownMs, policy.surgeWindowMs);
}

struct Intent {
    base::UtcMs atMs = 0;
    base::UtcMs rowStartMs = 0; // first one after a pause
    domain::ContactId contact;
    domain::EventId event;
};

// The same thing done by the same person within a visit counts once.
std::vector<Intent> distinctIntents(const Scan &scan)
{
    std::vector<Intent> out;
    std::map<std::pair<domain::ContactId, domain::EventKind>, base::UtcMs> lastMs;
    std::optional<base::UtcMs> lastAnyMs;
    for (const auto *event : scan.events) {
        if (!domain::isHighIntent(event->kind))
            continue;
        const auto [last, isFirst] =
            lastMs.try_emplace({event->contact.id, event->kind}, event->atMs);
        const bool isAgain = !isFirst && event->atMs - last->second < scan.policy.visitGapMs;
        last->second = event->atMs;
        const bool afterPause = !lastAnyMs || event->atMs - *lastAnyMs >= pauseOf(scan.policy);
        lastAnyMs = event->atMs;
        if (isAgain)
            continue;
        out.push_back({event->atMs, afterPause ? event->atMs : out.back().rowStartMs,
                       event->contact.id, event->id});
    }
    return out;
}

Found surgeOf(const Scan &scan, const std::vector<Intent> &intents,
              std::pair<std::size_t, std::size_t> range)
{
    const auto [first, end] = range;
    const auto count = static_cast<std::int64_t>(end - first);
    const base::UtcMs startMs = intents[first].atMs;
    const base::UtcMs lastMs = intents[end - 1].atMs;
    std::set<domain::ContactId> people;
    Found out;
    for (std::size_t i = first; i < end; ++i) {
        people.insert(intents[i].contact);
        out.signal.evidence.push_back(intents[i].event);
    }
    const std::string subject = "account " + std::to_string(scan.history.account.id.value);
    out.signal.id = signalId(SignalType::Surge, subject, startMs);
    out.signal.type = SignalType::Surge;
    out.signal.account = scan.history.account.id;
    out.signal.occurredMs = lastMs;
    out.signal.strengthPermille = strengthOf(count, scan.policy.surgeEventsMin);
    out.signal.reason = {domain::ReasonCode::Surge,
                         {count, static_cast<std::int64_t>(people.size()),
                          domain::Span{lastMs - startMs}, domain::AtTime{lastMs}}};
    out.goneMs = goneMs(startMs, intents[first].rowStartMs, pauseOf(scan.policy), scan.policy);
    return out;
}

} // namespace

std::vector<Found> detectSurges(const Scan &scan)
{
    const auto intents = distinctIntents(scan);
    const auto least = static_cast<std::size_t>(scan.policy.surgeEventsMin);
    std::vector<Found> out;
    std::size_t i = least == 0 ? 0 : least - 1;
    while (i < intents.size() && least > 0) {
        const std::size_t first = i + 1 - least;
        if (intents[i].atMs - intents[first].atMs > scan.policy.surgeWindowMs) {
            ++i;
            continue;
        }
        const base::UtcMs quietUntilMs = intents[i].atMs + scan.policy.surgeCooldownMs;
        std::size_t end = i + 1;
        while (end < intents.size() && intents[end].atMs < quietUntilMs)
            ++end;
        out.push_back(surgeOf(scan, intents, {first, end}));
        i = end;
    }
    return out;
}

} // namespace topline::signals
