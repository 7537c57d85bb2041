#include "core/engine/answers/mail_intake.h"

#include "core/actions/mail_effect.h"
#include "core/base/check.h"
#include "core/base/safe_html.h"
#include "core/engine/answers/after_sent.h"
#include "core/engine/answers/invite_answer.h"
#include "core/engine/channels/effect_move.h"
#include "core/engine/guards/consent_book.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/plays/suppression_address.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace topline::engine {

namespace {

using domain::EventKind;
using domain::MailArrival;
using domain::MailKind;

constexpr std::size_t titleMax = 300;

// A bounce that may pass is no event: the address still works.
std::optional<EventKind> eventKindOf(const MailArrival &mail)
{
    switch (mail.kind) {
    case MailKind::Reply:
    case MailKind::OtherMail:
        return EventKind::EmailReplied;
    case MailKind::Bounce:
        return mail.isPermanent ? std::optional(EventKind::EmailBounced) : std::nullopt;
    case MailKind::OutOfOffice:
        return EventKind::OutOfOffice;
    case MailKind::Unsubscribe:
        return EventKind::Unsubscribed;
    case MailKind::Complaint:
        return EventKind::SpamReported;
    case MailKind::CalendarWord:
        break;
    }
    return std::nullopt;
}

std::string_view nameOf(MailKind kind)
{
    switch (kind) {
    case MailKind::Reply:
        return "reply";
    case MailKind::Bounce:
        return "bounce";
    case MailKind::OutOfOffice:
        return "out_of_office";
    case MailKind::Unsubscribe:
        return "unsubscribe";
    case MailKind::Complaint:
        return "complaint";
    case MailKind::OtherMail:
    case MailKind::CalendarWord:
        break;
    }
    return "mail";
}

// Whole days until the person is back, at least one; 0 when the absence names no date.
std::int32_t daysAway(const MailArrival &mail)
{
    if (!mail.backMs || *mail.backMs <= mail.atMs)
        return 0;
    const auto days = (*mail.backMs - mail.atMs + base::dayMs - 1) / base::dayMs;
    return static_cast<std::int32_t>(std::min<std::int64_t>(days, 366));
}

// Whose message it is, and what it answers.
struct Match {
    std::optional<domain::Action> action; // whose mail it answers or speaks of
    std::optional<domain::Contact> contact;
};

class Matcher {
public:
    explicit Matcher(Step &step)
        : m_step(step)
    {
    }

    base::Result<Match> of(const MailArrival &mail)
    {
        Match out;
        domain::ContactId asked;
        for (const auto &id : mail.answers) {
            TRY_ASSIGN(auto known, m_step.tables().mail.message(id));
            if (!known) {
                TRY_ASSIGN(known, unconfirmed(id));
            }
            if (!known)
                continue;
            if (!asked.isSet())
                asked = known->contact;
            if (known->isOurs && !known->action.isNull()) {
                TRY_ASSIGN(out.action, m_step.tables().actions.action(known->action));
                break;
            }
        }
        TRY_ASSIGN(out.contact, writer(mail, asked));
        return out;
    }

private:
    // One of ours whose sending is in doubt: the id names its effect.
    base::Result<std::optional<store::MailMessage>> unconfirmed(const std::string &messageId)
    {
        const auto effectId = base::Uuid::parse(messageId.substr(0, messageId.find('@')));
        if (!effectId)
            return std::optional<store::MailMessage>();
        TRY_ASSIGN(const auto effect, m_step.tables().outbox.effect(*effectId));
        if (!effect || effect->channel != domain::Channel::Mail)
            return std::optional<store::MailMessage>();
        TRY_ASSIGN(const auto action, m_step.tables().actions.action(effect->action));
        CHECK(action.has_value());
        store::MailMessage out;
        out.isOurs = true;
        out.action = action->id;
        out.account = action->account;
        out.contact = action->contact;
        return std::optional<store::MailMessage>(std::move(out));
    }

    // Who wrote it; of a machine's word, whom it is about. Somebody unknown who answers in the
    // thread of a person stands for that person: an assistant, or another address of theirs.
    base::Result<std::optional<domain::Contact>> writer(const MailArrival &mail,
                                                        domain::ContactId asked)
    {
        const std::string &address = mail.about.empty() ? mail.from : mail.about;
        domain::ContactId id;
        if (!address.empty()) {
            TRY_ASSIGN(id, m_step.tables().records.contactByEmail(address));
        }
        if (!id.isSet())
            id = asked;
        if (!id.isSet())
            return std::optional<domain::Contact>();
        TRY_ASSIGN(auto contact, m_step.tables().records.contact(id));
        if (contact && contact->deleted)
            contact.reset();
        return contact;
    }

    Step &m_step;
};

domain::Event eventOf(const MailArrival &mail, EventKind kind, const Match &match, base::UtcMs now)
{
    domain::Event out;
    out.sourceKey = domain::eventKey("mail", mail.messageId);
    out.account.id = match.contact->account.id;
    out.contact.id = match.contact->id;
    if (match.action && match.action->account == out.account.id)
        out.deal.id = match.action->deal;
    out.kind = kind;
    // A clock that runs ahead elsewhere must not put an answer into our future.
    out.atMs = std::min(mail.atMs, now);
    out.receivedMs = now;
    out.amount = kind == EventKind::OutOfOffice ? daysAway(mail) : 0;
    out.title = mail.subject.substr(0, titleMax);
    out.body = mail.text;
    return out;
}

// Somebody got it, or a server speaks of it: so it left.
base::Status settleDoubt(Step &step, const domain::Action &action, const MailArrival &mail)
{
    if (action.state != domain::ActionState::Unknown)
        return {};
    TRY_ASSIGN(const auto effects, step.tables().outbox.effectsOf(action.id));
    for (const auto &effect : effects) {
        const bool isInDoubt =
            effect.channel == domain::Channel::Mail && effect.state == domain::EffectState::Unknown;
        if (!isInDoubt)
            continue;
        TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect.id));
        move.effect.detail = "Proved by a " + std::string(nameOf(mail.kind)) + " that names it.";
        TRY(move.to(domain::EffectState::Sent, domain::ActionState::Done));
        TRY(move.log(
            domain::LedgerKind::Sent, actor::courier,
            {{"evidence", std::string(nameOf(mail.kind))}, {"message_id", mail.messageId}}));
        TRY(afterSent(step, move));
    }
    return {};
}

std::optional<domain::StopWhy> stopOf(MailKind kind)
{
    if (kind == MailKind::Unsubscribe)
        return domain::StopWhy::Unsubscribed;
    return kind == MailKind::Complaint ? std::optional(domain::StopWhy::Complaint) : std::nullopt;
}

// Both the address that it came from, or is about, and the one on record.
base::Status stopContact(Step &step, const MailArrival &mail, const Match &match,
                         domain::StopWhy why)
{
    ConsentBook book(step);
    const std::string address = mail.about.empty() ? mail.from : mail.about;
    const std::string known = match.contact ? match.contact->email : std::string();
    for (const std::string &each : {address, known}) {
        if (!plays::normalMail(each).empty())
            TRY(book.put({domain::Reach::Mail, each}, why, {}, actor::buyer));
    }
    return {};
}

// Harmless before it is stored, so that no later reader of the file has to know better.
base::Status keepLetter(Step &step, const MailArrival &mail)
{
    if (mail.kind == MailKind::Bounce || mail.kind == MailKind::Complaint)
        return {};
    domain::MailLetter letter;
    letter.from = mail.from;
    letter.fromName = mail.fromName;
    letter.html = base::safeHtml(mail.html).html;
    return step.tables().mail.addLetter(mail.messageId, domain::eventKey("mail", mail.messageId),
                                        letter);
}

base::Status remember(Step &step, const MailArrival &mail, const Match &match)
{
    store::MailMessage message;
    message.messageId = mail.messageId;
    message.kind = mail.kind;
    if (match.action)
        message.action = match.action->id;
    message.account = match.contact->account.id;
    message.contact = match.contact->id;
    message.atMs = std::min(mail.atMs, step.now());
    message.subject = mail.subject.substr(0, titleMax);
    message.answers = mail.answers;
    TRY(step.tables().mail.add(message));
    TRY(keepLetter(step, mail));
    Payload payload{{"kind", std::string(nameOf(mail.kind))}};
    if (!mail.status.empty())
        payload.emplace("status", mail.status);
    if (match.action)
        return step.log(domain::LedgerKind::MailSeen, actor::buyer, *match.action, payload);
    return step.log(domain::LedgerKind::MailSeen, actor::buyer, match.contact->account.id, payload);
}

// True when the message is a program's word on a meeting and no letter. What it says of one of ours
// is told by events; of any other meeting, and from anybody else, it leaves no trace.
base::Result<bool> takeCalendarWord(Step &step, const MailArrival &mail, const Match &match,
                                    std::vector<domain::Event> &out)
{
    TRY_ASSIGN(const InviteReading reading, readInviteAnswer(step, mail));
    if (!reading.word)
        return reading.isAnswer || mail.kind == MailKind::CalendarWord;
    if (match.action)
        TRY(settleDoubt(step, *match.action, mail));
    Match meeting;
    meeting.action = reading.word->meeting;
    TRY_ASSIGN(meeting.contact, step.tables().records.contact(reading.word->meeting.contact));
    if (!meeting.contact || meeting.contact->deleted || !meeting.contact->account.id.isSet())
        return true;
    MailArrival letter = mail;
    letter.kind = MailKind::OtherMail; // it answers the invitation, and no step of a play
    TRY(remember(step, letter, meeting));
    TRY_ASSIGN(const auto told, takeInviteAnswer(step, *reading.word, mail));
    out.insert(out.end(), told.begin(), told.end());
    return true;
}

} // namespace

base::Status rememberSent(Step &step, const domain::Effect &effect, const domain::Action &action)
{
    if (effect.channel != domain::Channel::Mail)
        return {};
    TRY_ASSIGN(const auto wire, actions::readMailWire(effect));
    store::MailMessage message;
    message.messageId = wire.messageId;
    message.isOurs = true;
    message.action = action.id;
    message.account = action.account;
    message.contact = action.contact;
    message.atMs = step.now();
    message.subject = action.draft.subject;
    TRY(step.tables().mail.add(message));
    return {};
}

base::Result<std::vector<domain::Event>> eventsOfMail(Step &step,
                                                      const std::vector<MailArrival> &arrivals)
{
    std::vector<domain::Event> out;
    bool isConduct = false; // something that plays are judged by
    Matcher matcher(step);
    for (const auto &mail : arrivals) {
        if (mail.messageId.empty())
            continue;
        TRY_ASSIGN(const auto seen, step.tables().mail.message(mail.messageId));
        if (seen)
            continue;
        TRY_ASSIGN(const Match match, matcher.of(mail));
        const auto why = stopOf(mail.kind);
        if (why)
            TRY(stopContact(step, mail, match, *why));
        if (!mail.calendar.empty()) {
            TRY_ASSIGN(const bool isWord, takeCalendarWord(step, mail, match, out));
            if (isWord && !why)
                continue;
        }
        if (match.action)
            TRY(settleDoubt(step, *match.action, mail));
        if (!match.contact || !match.contact->account.id.isSet())
            continue;
        TRY(remember(step, mail, match));
        if (const auto kind = eventKindOf(mail))
            out.push_back(eventOf(mail, *kind, match, step.now()));
        isConduct = isConduct || mail.kind == MailKind::Bounce || why;
    }
    if (isConduct) {
        TRY_ASSIGN(const bool isDemoted, demoteWhereDue(step));
        static_cast<void>(isDemoted);
    }
    return out;
}

} // namespace topline::engine
