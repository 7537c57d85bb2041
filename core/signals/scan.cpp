#include "core/signals/scan.h"

#include <algorithm>
#include <iterator>
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

Found findAt(const Scan &scan, domain::SignalType type, const Subject &subject, base::UtcMs startMs)
{
    std::string text = "account " + std::to_string(scan.history.account.id.value) + "|contact " +
                       std::to_string(subject.contact.value) + "|deal " +
                       std::to_string(subject.deal.value);
    if (!subject.extra.empty())
        text += "|" + subject.extra;
    Found out;
    out.signal.id = signalId(type, text, startMs);
    out.signal.type = type;
    out.signal.account = scan.history.account.id;
    out.signal.contact = subject.contact;
    out.signal.deal = subject.deal;
    out.signal.occurredMs = startMs;
    out.goneMs = startMs + scan.policy.lookBackMs;
    return out;
}

std::vector<const domain::Event *> eventsOf(const Scan &scan,
                                            std::span<const domain::EventKind> kinds)
{
    std::vector<const domain::Event *> out;
    std::copy_if(scan.events.begin(), scan.events.end(), std::back_inserter(out),
                 [kinds](const auto *event) {
                     return std::find(kinds.begin(), kinds.end(), event->kind) != kinds.end();
                 });
    return out;
}

std::map<domain::ContactId, std::vector<const domain::Event *>>
eventsByContact(const Scan &scan, std::span<const domain::EventKind> kinds)
{
    std::map<domain::ContactId, std::vector<const domain::Event *>> out;
    for (const auto *event : eventsOf(scan, kinds))
        out[event->contact.id].push_back(event);
    return out;
}

std::int32_t strengthOf(std::int64_t count, std::int64_t least)
{
    return static_cast<std::int32_t>(
        std::clamp<std::int64_t>(1'000 + 250 * (count - least), 1'000, 2'000));
}

} // namespace topline::signals
