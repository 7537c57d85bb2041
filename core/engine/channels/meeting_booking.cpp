#include "core/engine/channels/meeting_booking.h"

#include "core/actions/action_state.h"
#include "core/actions/canonical_json.h"
#include "core/actions/mail_effect.h"
#include "core/base/refusal.h"
#include "core/base/text.h"
#include "core/calendar/invitation_text.h"
#include "core/calendar/meeting_draft.h"
#include "core/calendar/meeting_effect.h"
#include "core/engine/channels/effect_target.h"
#include "core/engine/channels/mail_book.h"
#include "core/engine/step/known_action.h"
#include "core/plays/business_hours.h"

#include <algorithm>

namespace topline::engine {

namespace {

base::Error refused(std::string message, std::string todo)
{
    base::Error out = base::refusal(std::move(message), std::move(todo));
    out.kept = "Nothing was booked.";
    return out;
}

// However often it is tried again, the calendar knows it by the number of the first effect.
std::string numberOf(const domain::Action &action)
{
    return actions::effectId(action, 1).text();
}

// By the person's own clock, else their country's; the sender's where neither is known.
base::Result<calendar::InvitationReader> readerOf(Step &step, const domain::Action &action,
                                                  const std::string &language)
{
    TRY_ASSIGN(const auto contact, step.tables().records.contact(action.contact));
    TRY_ASSIGN(const auto account, step.tables().records.account(action.account));
    const auto where =
        plays::whereabouts(contact ? contact->timeZone : std::string(),
                           account ? account->country : std::string(), step.policy().zone);
    return calendar::InvitationReader{where.zone.name(), language};
}

} // namespace

base::Result<domain::Action> meetingAction(Step &step, const BookRequest &request)
{
    TRY_ASSIGN(const auto source, knownAction(step.tables(), request.action));
    TRY_ASSIGN(const auto contact, step.tables().records.contact(source.contact));
    if (!contact || contact->email.empty())
        return refused("There is nobody to meet: the person has no address.",
                       "Add one in the CRM.");
    if (request.fromMs <= step.now())
        return refused("This time is past.", "Choose a later one.");
    TRY_ASSIGN(const auto zone, base::TimeZone::find(step.policy().zone));
    domain::Meeting meeting;
    meeting.zone = zone.name();
    meeting.start = zone.local(request.fromMs);
    if (zone.resolve(meeting.start).utcMs != request.fromMs)
        return refused("The clocks show this time twice.", "Choose another one.");
    meeting.minutes = request.minutes;
    meeting.title = request.title;
    meeting.text = request.text;
    // One field for both, as people write it.
    const std::string place(base::trimmed(request.place));
    (place.starts_with("https://") ? meeting.link : meeting.place) = place;
    meeting.attendees = {{contact->email, {}, {}}};
    domain::Action out;
    out.id = step.context().ids.next();
    out.kind = domain::ActionKind::Meeting;
    out.account = source.account;
    out.contact = source.contact;
    out.deal = source.deal;
    out.owner = source.owner;
    out.amount = source.amount;
    out.effortMinutes = std::max<std::int64_t>(request.minutes, 1);
    out.createdMs = out.signalMs = out.changedMs = step.now();
    out.draft = calendar::draftOf(meeting);
    return out;
}

base::Result<std::optional<domain::Effect>> meetingEffect(Step &step, const domain::Action &action,
                                                          const actions::EffectTarget &target,
                                                          std::int64_t ordinal)
{
    auto meeting = calendar::meetingOf(action.draft);
    if (!meeting)
        return std::optional<domain::Effect>();
    TRY_ASSIGN(const auto account, step.tables().calendar.account());
    if (!account)
        return refused("There is no calendar to book this in.", "Connect one.");
    meeting->uid = numberOf(action);
    TRY_ASSIGN(auto effect,
               calendar::buildMeetingEffect(
                   action, {.account = *account, .meeting = *meeting, .records = target},
                   step.now(), ordinal));
    return std::optional(std::move(effect));
}

domain::Effect noteOfMeeting(domain::Effect note, const domain::Action &action,
                             const actions::EffectTarget &target)
{
    const auto meeting = calendar::meetingOf(action.draft);
    if (!meeting)
        return note;
    const auto zone = base::TimeZone::find(meeting->zone);
    const base::UtcMs startMs = zone.ok() ? zone->resolve(meeting->start).utcMs : note.changedMs;
    auto members = actions::wireMembers(action, target, note.changedMs, note.ordinal);
    members["at"] = actions::jsonString(std::to_string(startMs));
    members["until"] =
        actions::jsonString(std::to_string(startMs + meeting->minutes * base::minuteMs));
    return actions::withWire(std::move(note), members);
}

base::Uuid invitationOf(const base::Uuid &meeting)
{
    return base::Uuid::named("invitation", meeting.text());
}

base::Status inviteByMail(Step &step, const domain::Action &action, const domain::Effect &booked)
{
    auto meeting = calendar::meetingOf(action.draft);
    TRY_ASSIGN(const auto mailbox, senderOf(step, action));
    TRY_ASSIGN(const auto account, step.tables().calendar.account());
    if (!meeting || !mailbox || !account || action.draft.to.empty())
        return {};
    TRY_ASSIGN(const std::string name, recipientName(step, action));
    meeting->uid = numberOf(action);
    meeting->attendees.front().name = name;
    meeting->organiser = {mailbox->address, mailbox->name, {}};
    const domain::Meeting invited = calendar::bookedMeeting(
        action, {.account = *account, .meeting = *meeting}, step.now(), booked.ordinal);
    TRY_ASSIGN(const auto reader, readerOf(step, action, mailbox->language));
    domain::Action mail = action;
    mail.id = invitationOf(action.id);
    mail.kind = domain::ActionKind::Email;
    mail.state = domain::ActionState::Proposed;
    mail.createdMs = mail.changedMs = step.now();
    mail.holdUntilMs.reset();
    mail.draft.facts.clear();
    mail.draft.body = calendar::invitationText(invited, reader);
    TRY_ASSIGN(const domain::Action approved, actions::approve(mail, step.now(), 0));
    TRY_ASSIGN(const auto part, calendar::invitationPart(invited, calendar::MeetingChange::Book));
    TRY_ASSIGN(const auto target, targetOf(step, mail));
    TRY_ASSIGN(const domain::Effect effect,
               actions::buildMailEffect(approved, {*mailbox, {}, target, part, name}, step.now()));
    TRY(step.add(mail));
    TRY(step.update(approved));
    TRY(step.tables().outbox.addApproval(
        {effect.action, std::string(actor::rep), effect.wireSha256, step.now()}));
    TRY(step.tables().outbox.add(effect));
    return step.log(domain::LedgerKind::Approved, actor::rep, approved,
                    {{"bytes_sha256", effect.wireSha256},
                     {"channel", std::string(domain::channelName(effect.channel))},
                     {"effect", effect.id.text()},
                     {"hold_until_ms", step.now()}});
}

base::Result<bool> isDeclined(const store::Tables &tables, const base::Uuid &effect,
                              const domain::Action &meeting)
{
    const auto booked = calendar::meetingOf(meeting.draft);
    if (!booked || booked->attendees.empty())
        return false;
    TRY_ASSIGN(const auto answers, tables.calendar.answers(effect));
    return std::all_of(booked->attendees.begin(), booked->attendees.end(), [&](const auto &person) {
        const std::string address = base::lowerAscii(person.address);
        return std::any_of(answers.begin(), answers.end(), [&](const auto &answer) {
            return answer.address == address && answer.answer == domain::Attendance::Declined;
        });
    });
}

} // namespace topline::engine
