#include "core/engine/plays/cadence_handoff.h"

#include "core/engine/guards/consent_facts.h"
#include "core/plays/handoff_word.h"
#include "core/plays/target.h"
#include "core/plays/work_calendar.h"

#include <algorithm>
#include <string>

namespace topline::engine {

using domain::Reason;
using domain::ReasonCode;

namespace {

constexpr base::DurationMs answerSlaMs = 30 * base::minuteMs;
constexpr std::int64_t answerMinutes = 6;

// The newest answer of the person.
const domain::Event *answerOf(const domain::PlayRun &run, const domain::AccountHistory &history)
{
    const domain::Event *newest = nullptr;
    for (const auto &event : history.events) {
        if (event.kind == domain::EventKind::EmailReplied && event.atMs > run.startedMs &&
            event.contact.id == run.contact)
            newest = &event;
    }
    return newest;
}

base::Result<Reason> whatWasSaid(Step &step, const domain::Event *answer, const std::string &name)
{
    if (answer) {
        TRY_ASSIGN(const auto whole, step.tables().events.event(answer->id));
        if (whole) {
            if (const auto found = plays::handOffWord(whole->title + "\n" + whole->body))
                return Reason{ReasonCode::HandedOffWord, {found->word, found->kind}};
        }
    }
    return Reason{ReasonCode::HandedOffReply, {name}};
}

// A play that is on makes the card itself, with the draft of an answer.
bool isAnsweredByPlay(Step &step)
{
    const auto &plays = step.context().plays;
    return std::any_of(plays.begin(), plays.end(), [](const domain::Play &play) {
        return play.isOn && std::find(play.triggers.begin(), play.triggers.end(),
                                      domain::SignalType::Reply) != play.triggers.end();
    });
}

base::Status makeCard(Step &step, const domain::PlayRun &run, const domain::AccountHistory &history,
                      const Reason &reason)
{
    domain::Action card;
    card.id = base::Uuid::named("handoff", run.id.text());
    TRY_ASSIGN(const auto before, step.tables().actions.action(card.id));
    if (before)
        return {};
    const auto *const contact = plays::findContact(history, run.contact);
    const std::string name = contact ? contact->fullName() : history.account.name;
    card.kind = domain::ActionKind::Task;
    card.urgency = domain::Urgency::Inbound;
    card.account = run.account;
    card.contact = run.contact;
    card.deal = run.deal;
    card.owner = plays::ownerOf(history, run.deal);
    card.signal = run.signal;
    card.dedupeKey = "handoff|" + run.id.text();
    card.whyNow = reason;
    card.signalMs = card.createdMs = card.changedMs = step.now();
    card.effortMinutes = answerMinutes;
    TRY_ASSIGN(const auto calendars, calendarsByOwner(step));
    card.slaDueMs = plays::slaDueMs(plays::workClockOf(calendars, card.owner, step.policy().zone),
                                    step.now(), answerSlaMs);
    card.draft.subject = "Answer " + name;
    return step.add(card);
}

} // namespace

base::Result<std::optional<base::UtcMs>> threadReplyMs(Step &step, const domain::PlayRun &run,
                                                       const std::vector<domain::Action> &actions)
{
    std::optional<base::UtcMs> out;
    for (const auto &action : actions) {
        const bool isSentMail = action.playId == run.playId && action.signal == run.signal &&
                                action.kind == domain::ActionKind::Email &&
                                action.state == domain::ActionState::Done;
        if (!isSentMail)
            continue;
        TRY_ASSIGN(const auto messages, step.tables().mail.ofAction(action.id));
        for (const auto &message : messages) {
            const bool isAnswer = !message.isOurs && message.kind == domain::MailKind::Reply;
            if (isAnswer && (!out || message.atMs < *out))
                out = message.atMs;
        }
    }
    return out;
}

base::Status handOff(Step &step, const domain::PlayRun &run, const domain::AccountHistory &history)
{
    const auto *const contact = plays::findContact(history, run.contact);
    TRY_ASSIGN(const Reason reason,
               whatWasSaid(step, answerOf(run, history), contact ? contact->fullName() : ""));
    domain::Action subject;
    subject.id = run.action;
    subject.signal = run.signal;
    subject.account = run.account;
    TRY(step.log(
        domain::LedgerKind::HandedOff, actor::engine, subject,
        {{"play", run.playId}, {"reason", domain::encodeReason(reason)}, {"run", run.id.text()}}));
    return isAnsweredByPlay(step) ? base::Status() : makeCard(step, run, history, reason);
}

base::Status handOffGap(Step &step, const domain::Action &action)
{
    std::string field;
    for (const auto *text : {&action.draft.to, &action.draft.subject, &action.draft.body}) {
        const auto open = text->find("{{");
        if (open == std::string::npos || !field.empty())
            continue;
        const auto close = text->find("}}", open);
        field = text->substr(open + 2, close == std::string::npos ? 40 : close - open - 2);
    }
    if (field.empty())
        field = action.draft.to.empty() ? "to" : "subject";
    return step.log(domain::LedgerKind::HandedOff, actor::engine, action,
                    {{"play", action.playId},
                     {"reason", domain::encodeReason({ReasonCode::HandedOffField, {field}})}});
}

} // namespace topline::engine
