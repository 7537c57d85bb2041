#include "core/engine/answers/invite_answer.h"

#include "core/base/text.h"
#include "core/calendar/ical_read.h"
#include "core/calendar/meeting_draft.h"

#include <algorithm>
#include <string>
#include <utility>

namespace topline::engine {

namespace {

using domain::Attendance;
using domain::EventKind;
using domain::Reason;
using domain::ReasonCode;

constexpr std::int64_t offerMinutes = 4;

const domain::CalendarPerson *find(const std::vector<domain::CalendarPerson> &people,
                                   const std::string &address)
{
    const auto at = std::find_if(people.begin(), people.end(), [&](const auto &person) {
        return base::lowerAscii(person.address) == address;
    });
    return at == people.end() ? nullptr : &*at;
}

// The meeting of ours that the entry is about, with those who were invited.
base::Result<std::optional<std::pair<domain::Action, domain::Meeting>>>
meetingNamed(Step &step, const std::string &uid)
{
    std::optional<std::pair<domain::Action, domain::Meeting>> out;
    const auto id = base::Uuid::parse(uid);
    if (!id)
        return out;
    TRY_ASSIGN(const auto effect, step.tables().outbox.effect(*id));
    if (!effect || effect->channel != domain::Channel::Calendar)
        return out;
    TRY_ASSIGN(const auto action, step.tables().actions.action(effect->action));
    if (!action || action->state != domain::ActionState::Done)
        return out;
    if (const auto meeting = calendar::meetingOf(action->draft))
        out.emplace(*action, *meeting);
    return out;
}

std::optional<InviteWord> wordOf(const calendar::IcalEntry &entry, bool isCounter,
                                 const domain::MailArrival &mail, base::UtcMs now)
{
    const auto *const said = find(entry.meeting.attendees, mail.from);
    if (!said)
        return std::nullopt;
    InviteWord out;
    out.answer.address = mail.from;
    out.answer.answer = said->answer;
    const base::UtcMs stampMs = entry.meeting.stampMs > 0 ? entry.meeting.stampMs : mail.atMs;
    out.answer.stampMs = std::min(stampMs, now);
    if (isCounter)
        out.answer.proposedMs = std::max<base::UtcMs>(calendar::utcOf(entry.start), 0);
    return out;
}

base::Result<std::optional<InviteWord>> wordOnOurs(Step &step, const calendar::IcalEntry &entry,
                                                   bool isCounter, const domain::MailArrival &mail)
{
    std::optional<InviteWord> none;
    if (entry.recurrence || entry.rule)
        return none; // ours happen once
    TRY_ASSIGN(const auto ours, meetingNamed(step, entry.meeting.uid));
    if (!ours || !find(ours->second.attendees, mail.from))
        return none;
    auto out = wordOf(entry, isCounter, mail, step.now());
    const auto zone = base::TimeZone::find(ours->second.zone);
    if (!out || !zone.ok())
        return none;
    out->answer.meeting = *base::Uuid::parse(entry.meeting.uid);
    out->meeting = ours->first;
    out->startMs = zone->resolve(ours->second.start).utcMs;
    out->endMs = out->startMs + ours->second.minutes * base::minuteMs;
    // A time that is past, or the same, is no proposal.
    if (out->answer.proposedMs <= step.now() || out->answer.proposedMs == out->startMs)
        out->answer.proposedMs = 0;
    const bool saysNothing =
        out->answer.answer == Attendance::Unanswered && out->answer.proposedMs == 0;
    return saysNothing ? none : out;
}

EventKind kindOf(const domain::InviteAnswer &answer)
{
    if (answer.proposedMs > 0)
        return EventKind::MeetingCountered;
    if (answer.answer == Attendance::Declined)
        return EventKind::MeetingDeclined;
    return answer.answer == Attendance::Tentative ? EventKind::MeetingTentative
                                                  : EventKind::MeetingAccepted;
}

domain::Event eventOf(const InviteWord &word, EventKind kind, base::UtcMs now)
{
    domain::Event out;
    out.account.id = word.meeting.account;
    out.contact.id = word.meeting.contact;
    out.deal.id = word.meeting.deal;
    out.kind = kind;
    out.receivedMs = now;
    out.title = word.meeting.draft.subject;
    return out;
}

std::string cardKey(const domain::Action &meeting)
{
    return "invite|" + meeting.id.text();
}

// What an earlier word of theirs asked for; false when somebody is at work on it.
base::Result<bool> withdrawCards(Step &step, const domain::Action &meeting)
{
    bool isFree = true;
    TRY_ASSIGN(const auto open, step.tables().actions.openOf(meeting.account));
    for (domain::Action card : open) {
        const bool isUntouched = card.state == domain::ActionState::Proposed ||
                                 card.state == domain::ActionState::Snoozed;
        if (card.dedupeKey != cardKey(meeting))
            continue;
        isFree = isFree && isUntouched;
        if (!isUntouched)
            continue;
        card.state = domain::ActionState::Expired;
        card.changedMs = step.now();
        TRY(step.update(card));
        TRY(step.log(domain::LedgerKind::Expired, actor::engine, card,
                     {{"reason", domain::encodeReason({ReasonCode::RunWithdrawn,
                                                       {std::string("answered_anew")}})}}));
    }
    return isFree;
}

base::Status offerOtherTimes(Step &step, const InviteWord &word, const domain::MailArrival &mail)
{
    TRY_ASSIGN(const auto contact, step.tables().records.contact(word.meeting.contact));
    const std::string name = contact ? contact->fullName() : mail.from;
    const std::string title = word.meeting.draft.subject;
    const domain::AtTime start{word.startMs};
    domain::Action card;
    card.id = base::Uuid::named("invite answer", word.meeting.id.text() + "|" + mail.messageId);
    card.kind = domain::ActionKind::Task;
    card.urgency = domain::Urgency::Inbound;
    card.account = word.meeting.account;
    card.contact = word.meeting.contact;
    card.deal = word.meeting.deal;
    card.owner = word.meeting.owner;
    card.amount = word.meeting.amount;
    card.dedupeKey = cardKey(word.meeting);
    card.whyNow = {ReasonCode::InviteDeclined, {name, title, start}};
    if (word.answer.proposedMs > 0)
        card.whyNow = {ReasonCode::InviteCountered,
                       {name, title, start, domain::AtTime{word.answer.proposedMs}}};
    card.signalMs = card.createdMs = card.changedMs = step.now();
    card.effortMinutes = offerMinutes;
    card.draft.subject = "Agree on another time with " + name + ": " + title;
    card.draft.body = mail.text;
    TRY_ASSIGN(const auto made, step.tables().actions.action(card.id));
    if (made)
        return {};
    TRY(step.add(card));
    return step.log(domain::LedgerKind::Proposed, actor::engine, card,
                    {{"kind", std::string(domain::actionKindName(card.kind))},
                     {"meeting", word.meeting.id.text()}});
}

} // namespace

base::Result<InviteReading> readInviteAnswer(Step &step, const domain::MailArrival &mail)
{
    InviteReading out;
    const auto read = calendar::readIcal(mail.calendar, step.policy().zone);
    const std::string method = read.ok() ? base::lowerAscii(read->method) : std::string();
    if (method != "reply" && method != "counter")
        return out;
    out.isAnswer = true;
    for (const auto &entry : read->entries) {
        TRY_ASSIGN(out.word, wordOnOurs(step, entry, method == "counter", mail));
        if (out.word)
            break;
    }
    return out;
}

base::Result<std::vector<domain::Event>> takeInviteAnswer(Step &step, const InviteWord &word,
                                                          const domain::MailArrival &mail)
{
    std::vector<domain::Event> out;
    TRY_ASSIGN(const bool isNew, step.tables().calendar.keepAnswer(word.answer));
    if (!isNew)
        return out;
    domain::Event told = eventOf(word, kindOf(word.answer), step.now());
    told.sourceKey = domain::eventKey("mail", mail.messageId);
    told.atMs = std::min(mail.atMs, step.now());
    told.body = mail.text;
    out.push_back(told);
    TRY_ASSIGN(const bool isFree, withdrawCards(step, word.meeting));
    const bool isNo = word.answer.answer == Attendance::Declined;
    if (word.endMs > step.now()) {
        if (isFree && (isNo || word.answer.proposedMs > 0))
            TRY(offerOtherTimes(step, word, mail));
    } else if (isNo && word.answer.stampMs < word.startMs) {
        // Read late: the calendar may have been believed that it was held.
        domain::Event off = eventOf(word, EventKind::MeetingCancelled, step.now());
        off.sourceKey = domain::eventKey("invite", mail.messageId);
        off.atMs = word.startMs;
        out.push_back(off);
    }
    return out;
}

} // namespace topline::engine
