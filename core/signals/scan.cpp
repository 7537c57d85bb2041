#include "core/signals/scan.h"

#include <algorithm>
#include <tuple>

namespace topline::signals {

Scan::Scan(const domain::AccountHistory &accountHistory, const domain::SignalPolicy &signalPolicy,
           base::UtcMs at)
    : history(accountHistory)
    , policy(signalPolicy)
    , now(at)
{
    events.reserve(history.events.size());
    for (const auto &event : history.events) {
        if (!event.suspectBot && event.atMs <= now)
            events.push_back(&event);
    }
    const auto key = [](const domain::Event *event) {
        return std::tuple(event->atMs, event->sourceKey, event->kind, event->id);
    };
    std::sort(events.begin(), events.end(),
              [&key](const auto *a, const auto *b) { return key(a) < key(b); });
}

base::Uuid signalId(domain::SignalType type, const std::string &subject, base::UtcMs startMs)
{
    return base::Uuid::named("signal", std::string(domain::signalTypeName(type)) + "|" + subject +
                                           "|" + std::to_string(startMs));
}

std::int32_t strengthOf(std::int64_t count, std::int64_t least)
{
    return static_cast<std::int32_t>(
        std::clamp<std::int64_t>(1'000 + 250 * (count - least), 1'000, 2'000));
}

} // namespace topline::signals
