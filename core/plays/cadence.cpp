#include "core/plays/cadence.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/plays/target.h"

#include <algorithm>

namespace topline::plays {

using domain::ActionState;
using domain::EventKind;
using domain::PlayStep;
using domain::Reason;
using domain::ReasonCode;
using domain::StepWhen;

namespace {

// A step that waits for a signal alone blocks other plays for its person; at some time it is over.
constexpr base::DurationMs signalWaitMaxMs = 30 * base::dayMs;

base::UtcMs later(const RunFacts &facts, base::UtcMs fromMs, std::int64_t days)
{
    return facts.rep ? facts.rep->later(fromMs, days)
                     : RepTime(WorkClock({}, facts.policy.zone)).later(fromMs, days);
}

bool isHappened(const domain::Event &event, base::UtcMs sinceMs, base::UtcMs now)
{
    return event.atMs > sinceMs && event.atMs <= now && !event.suspectBot;
}

// The run's person, under any record with the same address.
class Person {
public:
    explicit Person(const RunFacts &facts)
        : m_facts(facts)
        , m_contact(findContact(facts.history, facts.run.contact))
    {
    }

    const domain::Contact *contact() const { return m_contact; }

    bool isMeant(const domain::Event &event) const
    {
        const auto id = event.contact.id;
        if (id == m_facts.run.contact && id.isSet())
            return true;
        if (!m_contact || m_contact->email.empty())
            return false;
        const auto *const other = findContact(m_facts.history, id);
        return other && base::lowerAscii(other->email) == base::lowerAscii(m_contact->email);
    }

    // The first such event of the person after `sinceMs`.
    std::optional<base::UtcMs> did(std::initializer_list<EventKind> kinds,
                                   base::UtcMs sinceMs) const
    {
        for (const auto &event : m_facts.history.events) {
            const bool isKind = std::find(kinds.begin(), kinds.end(), event.kind) != kinds.end();
            if (isKind && isHappened(event, sinceMs, m_facts.now) && isMeant(event))
                return event.atMs;
        }
        return std::nullopt;
    }

private:
    const RunFacts &m_facts;
    const domain::Contact *m_contact;
};

bool endsBy(const domain::Play &play, domain::ExitEvent event)
{
    return std::find(play.exits.begin(), play.exits.end(), event) != play.exits.end();
}

std::optional<base::UtcMs> meetingMs(const RunFacts &facts)
{
    for (const auto &event : facts.history.events) {
        const bool isMeeting =
            event.kind == EventKind::MeetingBooked || event.kind == EventKind::MeetingHeld;
        if (isMeeting && isHappened(event, facts.run.startedMs, facts.now))
            return event.atMs; // whoever of the account it is with
    }
    return std::nullopt;
}

std::optional<base::UtcMs> dealClosedMs(const RunFacts &facts)
{
    if (!facts.run.deal.isSet())
        return std::nullopt;
    const auto &deals = facts.history.deals;
    const auto deal = std::find_if(deals.begin(), deals.end(),
                                   [&](const auto &one) { return one.id == facts.run.deal; });
    if (deal == deals.end() || deal->deleted)
        return facts.now;
    if (isOpen(*deal, facts.history))
        return std::nullopt;
    for (const auto &change : facts.history.stageChanges) {
        if (change.deal.id == deal->id && change.stage.id == deal->stage.id &&
            change.atMs > facts.run.startedMs)
            return change.atMs;
    }
    return std::nullopt; // it was closed before: what the run is about
}

// What ends a run whatever the play says.
std::optional<Reason> hardStop(const RunFacts &facts, const Person &person)
{
    if (facts.heldOut)
        return Reason{ReasonCode::HeldOut, {facts.policy.holdout.sharePermille}};
    if (facts.history.account.deleted)
        return Reason{ReasonCode::NoContact, {}};
    if (!facts.run.contact.isSet())
        return std::nullopt; // a run about the account as a whole
    if (!person.contact())
        return Reason{ReasonCode::NoContact, {}};
    const auto since = facts.run.startedMs;
    const std::string name = person.contact()->fullName();
    if (person.contact()->optedOut ||
        person.did({EventKind::Unsubscribed, EventKind::SpamReported}, since))
        return Reason{ReasonCode::OptedOut, {name}};
    if (person.contact()->bounced || person.did({EventKind::EmailBounced}, since))
        return Reason{ReasonCode::Bounced, {name}};
    return std::nullopt;
}

std::optional<Reason> exitOf(const RunFacts &facts, const Person &person)
{
    if (auto stop = hardStop(facts, person))
        return stop;
    const auto at = [](ReasonCode code, base::UtcMs ms) {
        return Reason{code, {domain::AtTime{ms}}};
    };
    auto replied = person.did({EventKind::EmailReplied}, facts.run.startedMs);
    if (!replied)
        replied = facts.threadReplyMs;
    if (replied && endsBy(facts.play, domain::ExitEvent::Reply))
        return at(ReasonCode::RunReplied, *replied);
    const auto met = meetingMs(facts);
    if (met && endsBy(facts.play, domain::ExitEvent::Meeting))
        return at(ReasonCode::RunMeeting, *met);
    const auto closed = dealClosedMs(facts);
    if (closed && endsBy(facts.play, domain::ExitEvent::DealClosed))
        return at(ReasonCode::RunDealClosed, *closed);
    const auto &action = facts.action;
    const bool isRejected = action.state == ActionState::Dismissed &&
                            (action.dismissReason == domain::DismissReason::WrongPerson ||
                             action.dismissReason == domain::DismissReason::NotRelevant);
    if (isRejected)
        return Reason{ReasonCode::RunStopped, {}};
    if (action.state != ActionState::Expired)
        return std::nullopt;
    if (action.changedMs - action.createdMs >= facts.policy.feed.expireMs)
        return Reason{
            ReasonCode::TooOld,
            {domain::Span{facts.now - action.createdMs}, domain::Span{facts.policy.feed.expireMs}}};
    return Reason{ReasonCode::RunWithdrawn, {std::string()}};
}

// Until when the person is away; absent when they are here.
std::optional<base::UtcMs> absentUntilMs(const RunFacts &facts, const Person &person)
{
    std::optional<base::UtcMs> out;
    for (const auto &event : facts.history.events) {
        if (event.kind != EventKind::OutOfOffice || event.atMs > facts.now ||
            event.atMs <= facts.run.startedMs - base::dayMs || !person.isMeant(event))
            continue;
        const base::DurationMs away =
            event.amount > 0 ? event.amount * base::dayMs : facts.policy.guards.absenceMs;
        out = std::max(out.value_or(0), event.atMs + away);
    }
    if (!out || *out <= facts.now)
        return std::nullopt;
    return later(facts, *out, 0);
}

bool wasAnswered(const RunFacts &facts, const Person &person)
{
    using domain::Outcome;
    const auto &action = facts.action;
    const bool talked =
        action.kind == domain::ActionKind::Call &&
        (action.outcome == Outcome::Connected || action.outcome == Outcome::MeetingBooked ||
         action.outcome == Outcome::Replied || action.outcome == Outcome::NotInterested);
    return talked ||
           person.did({EventKind::CallAnswered, EventKind::EmailReplied}, facts.run.stepMs);
}

bool holds(StepWhen when, const RunFacts &facts, const Person &person)
{
    const auto since = facts.run.stepMs;
    switch (when) {
    case StepWhen::Always:
        return true;
    case StepWhen::NoReply:
        return !person.did({EventKind::EmailReplied}, since) && !facts.threadReplyMs;
    case StepWhen::Clicked:
        return person.did({EventKind::EmailClicked}, since).has_value();
    case StepWhen::NotClicked:
        return !person.did({EventKind::EmailClicked}, since);
    case StepWhen::NoAnswer:
        return !wasAnswered(facts, person);
    case StepWhen::NoMeeting:
        return !meetingMs(facts);
    }
    return false;
}

// The newest signal that brings a step on.
const domain::Signal *signalFor(const PlayStep &step, const RunFacts &facts, base::UtcMs sinceMs)
{
    const domain::Signal *newest = nullptr;
    for (const auto &signal : facts.signals) {
        const bool isMeant = std::find(step.onSignals.begin(), step.onSignals.end(), signal.type) !=
                             step.onSignals.end();
        const bool isTheirs = !signal.contact.isSet() || !facts.run.contact.isSet() ||
                              signal.contact == facts.run.contact;
        if (isMeant && isTheirs && signal.occurredMs > sinceMs && signal.id != facts.run.signal &&
            (!newest || signal.occurredMs > newest->occurredMs))
            newest = &signal;
    }
    return newest;
}

// When a step comes by the calendar; absent for one that only a signal brings.
std::optional<base::UtcMs> plannedMs(const PlayStep &step, const RunFacts &facts)
{
    if (facts.play.cadence == domain::CadenceKind::OnSignals)
        return std::nullopt;
    const auto &last = facts.play.steps[static_cast<std::size_t>(facts.run.stepNo - 1)];
    return later(facts, facts.action.changedMs, std::max<std::int64_t>(0, step.day - last.day));
}

RunMove stayUntil(base::UtcMs ms)
{
    RunMove out;
    out.dueMs = ms;
    return out;
}

RunMove endWith(Reason reason, std::vector<StepPassed> passed = {})
{
    RunMove out;
    out.kind = RunMoveKind::End;
    out.reason = std::move(reason);
    out.passed = std::move(passed);
    return out;
}

// The last step is over: which comes next, and when.
RunMove nextStep(const RunFacts &facts, const Person &person)
{
    const auto &steps = facts.play.steps;
    const base::UtcMs endedMs = facts.action.changedMs;
    RunMove out;
    std::int64_t no = facts.run.stepNo + 1;
    while (no <= static_cast<std::int64_t>(steps.size())) {
        const auto &step = steps[static_cast<std::size_t>(no - 1)];
        out.signal = signalFor(step, facts, endedMs);
        const auto planned = plannedMs(step, facts);
        if (!out.signal && planned) {
            const auto open = later(facts, facts.now, 0);
            if (*planned > facts.now || open > facts.now)
                return stayUntil(std::max(*planned, open));
        } else if (!out.signal) {
            if (facts.now >= endedMs + signalWaitMaxMs)
                return endWith(
                    {ReasonCode::TooOld,
                     {domain::Span{facts.now - endedMs}, domain::Span{signalWaitMaxMs}}});
            return stayUntil(endedMs + signalWaitMaxMs);
        }
        if (holds(step.when, facts, person)) {
            out.kind = RunMoveKind::Take;
            out.stepNo = no;
            return out;
        }
        out.passed.push_back({no, step.when});
        no = step.elseStep != 0 ? step.elseStep : no + 1;
    }
    return endWith({ReasonCode::RunFinished, {facts.run.stepsTaken}}, std::move(out.passed));
}

} // namespace

RunMove advance(const RunFacts &facts)
{
    CHECK(facts.run.stepNo >= 1 &&
          facts.run.stepNo <= static_cast<std::int64_t>(facts.play.steps.size()));
    const Person person(facts);
    if (facts.run.state == domain::RunState::Ended)
        return {};
    if (auto reason = exitOf(facts, person))
        return endWith(std::move(*reason));
    if (const auto back = absentUntilMs(facts, person)) {
        RunMove out;
        out.kind = RunMoveKind::Pause;
        out.dueMs = back;
        out.reason = {ReasonCode::RunAbsent,
                      {person.contact() ? person.contact()->fullName() : std::string(),
                       domain::AtTime{*back}}};
        return out;
    }
    const bool isOver =
        facts.action.state == ActionState::Done || facts.action.state == ActionState::Dismissed;
    if (!isOver)
        return {}; // its end makes the run due
    return nextStep(facts, person);
}

} // namespace topline::plays
