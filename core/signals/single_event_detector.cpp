#include "core/signals/single_event_detector.h"

namespace topline::signals {

using domain::EventKind;
using domain::ReasonCode;
using domain::SignalType;

namespace {

struct Rule {
    EventKind kind;
    SignalType type;
    ReasonCode code;
};

constexpr Rule rules[] = {
    {EventKind::DemoRequested, SignalType::DemoRequest, ReasonCode::DemoRequest},
    {EventKind::ContactRequested, SignalType::ContactRequest, ReasonCode::ContactRequest},
    {EventKind::TrialStarted, SignalType::TrialStart, ReasonCode::TrialStart},
    {EventKind::OutOfOffice, SignalType::OutOfOffice, ReasonCode::OutOfOffice},
    {EventKind::MeetingBooked, SignalType::MeetingBooked, ReasonCode::MeetingBooked},
    {EventKind::MeetingHeld, SignalType::MeetingHeld, ReasonCode::MeetingHeld},
    {EventKind::MeetingMissed, SignalType::MeetingMissed, ReasonCode::MeetingMissed},
    {EventKind::Unsubscribed, SignalType::Unsubscribe, ReasonCode::Unsubscribe},
};

// A meeting happened when it was over; of one that goes on, the find waits for the clock.
base::UtcMs happenedMs(const domain::Event &event)
{
    const bool isMeeting = event.kind == EventKind::MeetingHeld;
    return isMeeting ? event.atMs + event.amount * base::secondMs : event.atMs;
}

} // namespace

std::vector<Found> detectSingleEvents(const Scan &scan)
{
    std::vector<Found> out;
    for (const auto *event : scan.events) {
        for (const auto &rule : rules) {
            if (event->kind != rule.kind)
                continue;
            const Subject subject{event->contact.id, event->deal.id,
                                  "event " + std::to_string(event->sourceKey)};
            Found found = findAt(scan, rule.type, subject, event->atMs);
            found.signal.occurredMs = happenedMs(*event);
            found.signal.reason = {rule.code,
                                   {domain::AtTime{found.signal.occurredMs}, event->title}};
            found.signal.evidence = {event->id};
            out.push_back(std::move(found));
        }
    }
    return out;
}

} // namespace topline::signals
