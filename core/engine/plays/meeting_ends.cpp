#include "core/engine/plays/meeting_ends.h"

#include "core/calendar/caldav_cursor.h"
#include "core/calendar/meeting_draft.h"
#include "core/engine/channels/meeting_booking.h"
#include "core/engine/plays/cadence_drive.h"
#include "core/signals/meeting_words.h"

#include <algorithm>
#include <optional>

namespace topline::engine {

namespace {

constexpr base::DurationMs aroundMs = base::hourMs;
// Nobody books further ahead.
constexpr base::DurationMs bookedAheadMs = 366 * base::dayMs;

bool isOver(const calendar::OwnEntry &entry, base::UtcMs seenMs, base::UtcMs now)
{
    return entry.stands && entry.untilMs <= now && entry.untilMs <= seenMs &&
           entry.fromMs > now - calendar::ownBackMs;
}

domain::Event heldOf(const domain::Action &action, const calendar::OwnEntry &entry, base::UtcMs now)
{
    domain::Event out;
    out.sourceKey = domain::eventKey("meeting", action.id.text());
    out.account.id = action.account;
    out.contact.id = action.contact;
    out.deal.id = action.deal;
    out.kind = domain::EventKind::MeetingHeld;
    out.atMs = entry.fromMs;
    out.receivedMs = now;
    out.amount = static_cast<std::int32_t>((entry.untilMs - entry.fromMs) / base::secondMs);
    out.title = action.draft.subject;
    return out;
}

base::Result<bool> isTold(Step &step, const domain::Event &held)
{
    TRY_ASSIGN(const auto events, step.tables().events.window(held.account.id, held.atMs - aroundMs,
                                                              held.atMs + aroundMs));
    return std::any_of(events.begin(), events.end(),
                       [&](const auto &event) { return signals::isAboutSameMeeting(event, held); });
}

// As it was booked; nothing where the action holds no time.
std::optional<base::UtcMs> startOf(const domain::Action &action)
{
    const auto meeting = calendar::meetingOf(action.draft);
    const auto zone = meeting ? base::TimeZone::find(meeting->zone) : base::TimeZone();
    return meeting && zone.ok() ? std::optional(zone->resolve(meeting->start).utcMs) : std::nullopt;
}

} // namespace

base::Result<base::UtcMs> meetingsOpenSince(Step &step)
{
    base::UtcMs out = 0;
    const base::UtcMs oldestMs = step.now() - calendar::ownBackMs;
    TRY_ASSIGN(const auto booked, step.tables().outbox.bookedSince(oldestMs - bookedAheadMs));
    for (const auto &effect : booked) {
        TRY_ASSIGN(const auto action, step.tables().actions.action(effect.action));
        const auto startMs = action ? startOf(*action) : std::nullopt;
        if (!startMs || *startMs <= oldestMs || (out > 0 && *startMs >= out))
            continue;
        TRY_ASSIGN(const bool isKnown, isTold(step, heldOf(*action, {{}, *startMs}, step.now())));
        if (!isKnown)
            out = *startMs;
    }
    return out;
}

base::Result<bool> noteEndedMeetings(Step &step, const std::string &cursor)
{
    const calendar::CalDavCursor known = calendar::readCursor(cursor);
    std::vector<domain::Event> ended;
    for (const auto &entry : known.own) {
        const auto id = base::Uuid::parse(entry.uid);
        if (!id || !isOver(entry, known.checkedMs, step.now()))
            continue;
        TRY_ASSIGN(const auto effect, step.tables().outbox.effect(*id));
        if (!effect || effect->channel != domain::Channel::Calendar)
            continue; // somebody else's
        TRY_ASSIGN(const auto action, step.tables().actions.action(effect->action));
        if (!action || action->state != domain::ActionState::Done)
            continue;
        TRY_ASSIGN(const bool isOff, isDeclined(step.tables(), *id, *action));
        if (isOff)
            continue;
        const domain::Event held = heldOf(*action, entry, step.now());
        TRY_ASSIGN(const bool isKnown, isTold(step, held));
        if (!isKnown)
            ended.push_back(held);
    }
    if (ended.empty())
        return false;
    TRY_ASSIGN(const auto counts, step.tables().events.add(ended, step.changes()));
    TRY(step.tables().derived.markTouched(step.changes()));
    return counts.added > 0;
}

base::Status withdrawUnheld(Step &step, domain::AccountId account,
                            const std::vector<domain::Signal> &signals)
{
    const domain::Reason why{domain::ReasonCode::RunWithdrawn, {std::string("meeting_not_held")}};
    TRY_ASSIGN(const auto open, step.tables().actions.openOf(account));
    for (domain::Action action : open) {
        const bool isUntouched = action.state == domain::ActionState::Proposed ||
                                 action.state == domain::ActionState::Snoozed;
        const bool isRecent =
            action.signalMs > step.now() - step.policy().signals.lookBackMs + base::dayMs;
        if (!isUntouched || !isRecent || action.whyNow.code != domain::ReasonCode::MeetingHeld)
            continue;
        const bool stands = std::any_of(signals.begin(), signals.end(), [&](const auto &signal) {
            return signal.id == action.signal;
        });
        if (stands)
            continue;
        action.state = domain::ActionState::Expired;
        action.changedMs = step.now();
        TRY(step.update(action));
        TRY(step.log(domain::LedgerKind::Expired, actor::engine, action,
                     {{"reason", domain::encodeReason(why)}}));
        TRY(endRunOf(step, action, why));
    }
    return {};
}

} // namespace topline::engine
