#include "core/engine/plays/meeting_ends.h"

#include "core/calendar/caldav_cursor.h"
#include "core/engine/channels/meeting_booking.h"
#include "core/signals/meeting_words.h"

#include <algorithm>

namespace topline::engine {

namespace {

// Later than this after its end nobody sends what was agreed as if it were fresh.
constexpr base::DurationMs noteWithinMs = 2 * base::dayMs;
constexpr base::DurationMs aroundMs = base::hourMs;

bool isOver(const calendar::OwnEntry &entry, base::UtcMs seenMs, base::UtcMs now)
{
    return entry.stands && entry.untilMs <= now && entry.untilMs <= seenMs &&
           entry.untilMs > now - noteWithinMs;
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

} // namespace

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
                     {{"withdrawn", std::string("the meeting was not held")}}));
    }
    return {};
}

} // namespace topline::engine
