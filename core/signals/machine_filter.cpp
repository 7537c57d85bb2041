#include "core/signals/machine_filter.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace topline::signals {

using domain::Event;
using domain::EventKind;
using domain::ReasonCode;

namespace {

using Events = std::vector<const Event *>;

std::map<domain::ContactId, Events> mailOf(const domain::AccountHistory &history)
{
    std::map<domain::ContactId, Events> out;
    for (const auto &event : history.events) {
        const bool isMail = event.kind == EventKind::EmailSent ||
                            event.kind == EventKind::EmailOpened ||
                            event.kind == EventKind::EmailClicked;
        if (isMail && event.contact.id.isSet())
            out[event.contact.id].push_back(&event);
    }
    for (auto &[contact, events] : out) {
        std::sort(events.begin(), events.end(), [](const Event *a, const Event *b) {
            return std::tie(a->atMs, a->kind, a->sourceKey) <
                   std::tie(b->atMs, b->kind, b->sourceKey);
        });
    }
    return out;
}

using Reasons = std::map<domain::EventId, domain::Reason>;

void findTooFast(const Events &mail, const domain::SignalPolicy &policy, Reasons &out)
{
    const Event *sent = nullptr;
    for (const auto *event : mail) {
        if (event->kind == EventKind::EmailSent) {
            sent = event;
            continue;
        }
        if (sent && event->atMs - sent->atMs < policy.botAfterSendMs)
            out.try_emplace(event->id, domain::Reason{ReasonCode::BotTooFast,
                                                      {domain::Span{event->atMs - sent->atMs}}});
    }
}

// Every click that lies in some span of botBurstMs with botLinksMin clicks or more.
void findBursts(const Events &mail, const domain::SignalPolicy &policy, Reasons &out)
{
    Events clicks;
    std::copy_if(mail.begin(), mail.end(), std::back_inserter(clicks),
                 [](const Event *event) { return event->kind == EventKind::EmailClicked; });
    const auto least = static_cast<std::size_t>(std::max<std::int64_t>(policy.botLinksMin, 2));
    for (std::size_t end = least; end <= clicks.size(); ++end) {
        const std::size_t first = end - least;
        const base::DurationMs spanMs = clicks[end - 1]->atMs - clicks[first]->atMs;
        if (spanMs > policy.botBurstMs)
            continue;
        for (std::size_t i = first; i < end; ++i)
            out.try_emplace(clicks[i]->id, domain::Reason{ReasonCode::BotBurst,
                                                          {static_cast<std::int64_t>(least),
                                                           domain::Span{spanMs}}});
    }
}

} // namespace

std::vector<domain::SuspectEvent> suspectsOf(const domain::AccountHistory &history,
                                             const domain::SignalPolicy &policy)
{
    Reasons reasons;
    for (const auto &event : history.events) {
        if (event.suspectBot)
            reasons.try_emplace(event.id, domain::Reason{ReasonCode::BotSaidSource, {}});
    }
    for (const auto &[contact, mail] : mailOf(history)) {
        findTooFast(mail, policy, reasons);
        findBursts(mail, policy, reasons);
    }
    std::vector<domain::SuspectEvent> out;
    for (auto &[event, reason] : reasons) {
        const bool isTrusted =
            std::binary_search(history.trusted.begin(), history.trusted.end(), event);
        if (!isTrusted)
            out.push_back({event, std::move(reason)});
    }
    return out;
}

void markSuspects(domain::AccountHistory &history,
                  const std::vector<domain::SuspectEvent> &suspects)
{
    for (auto &event : history.events) {
        event.suspectBot =
            std::binary_search(suspects.begin(), suspects.end(), domain::SuspectEvent{event.id, {}},
                               [](const auto &a, const auto &b) { return a.event < b.event; });
    }
}

} // namespace topline::signals
