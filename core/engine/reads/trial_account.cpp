#include "core/engine/reads/trial_account.h"

#include "core/plays/judgement.h"
#include "core/plays/target.h"
#include "core/scoring/account_score.h"

#include <algorithm>
#include <limits>

namespace topline::engine {

using domain::ActionState;
using domain::EventKind;
using domain::ExitEvent;

namespace {

// As it stood then, as far as its times tell.
void sortIn(const domain::Action &action, base::UtcMs now, std::vector<domain::Action> &open,
            std::vector<domain::Action> &recent)
{
    if (action.createdMs > now)
        return;
    if (action.state != ActionState::HeldOut && action.changedMs > now) {
        open.push_back(action); // it changed later: then it was still a card
        open.back().state = ActionState::Proposed;
        open.back().changedMs = action.createdMs;
        return;
    }
    const bool isOpen = !domain::isTerminal(action.state);
    if (isOpen)
        open.push_back(action);
    const bool isDone =
        action.state == ActionState::Done || action.state == ActionState::HeldOut ||
        (isOpen && action.state != ActionState::Proposed && action.state != ActionState::Snoozed);
    if (isDone || plays::postponesPlay(action))
        recent.push_back(action);
}

bool endsBy(const domain::Play &play, ExitEvent event)
{
    return std::find(play.exits.begin(), play.exits.end(), event) != play.exits.end();
}

bool endsRun(const domain::Event &event, const domain::Action &first, const domain::Play &play)
{
    const bool isTheirs = event.contact.id == first.contact && first.contact.isSet();
    switch (event.kind) {
    case EventKind::EmailReplied:
        return isTheirs && endsBy(play, ExitEvent::Reply);
    case EventKind::MeetingBooked:
    case EventKind::MeetingHeld:
        return endsBy(play, ExitEvent::Meeting);
    case EventKind::Unsubscribed:
    case EventKind::SpamReported:
    case EventKind::EmailBounced:
        return isTheirs;
    default:
        return false;
    }
}

} // namespace

void TrialAccount::setRuns(const std::vector<domain::PlayRun> &runs,
                           const std::vector<domain::Play> &plays)
{
    for (const auto &run : runs) {
        const auto play = std::find_if(plays.begin(), plays.end(),
                                       [&](const auto &each) { return each.id == run.playId; });
        m_runs.push_back(
            {{run.contact, run.playId, play == plays.end() ? run.playId : play->name, run.endedMs},
             run.startedMs});
    }
}

std::vector<plays::RunFact> TrialAccount::runsAt(base::UtcMs at) const
{
    std::vector<plays::RunFact> out;
    for (const auto &run : m_runs) {
        if (run.startedMs > at)
            continue;
        out.push_back(run.fact);
        if (run.fact.endedMs && *run.fact.endedMs > at)
            out.back().endedMs.reset(); // then it was still under way
    }
    return out;
}

plays::Verdict TrialAccount::judge(const domain::Signal &signal, const TrialKnowledge &known,
                                   plays::DecisionFacts facts) const
{
    const auto now = signal.occurredMs;
    domain::AccountHistory then = m_history;
    std::erase_if(then.events, [now](const auto &event) { return event.atMs > now; });
    std::vector<domain::Action> open;
    std::vector<domain::Action> recent;
    std::vector<domain::Action> dismissed;
    for (const auto &action : m_actions) {
        sortIn(action, now, open, recent);
        if (action.state == ActionState::Dismissed && action.changedMs <= now)
            dismissed.push_back(action);
    }
    const auto score = scoring::scoreAccount(then, known.policy.scores, now, domain::Tier::Cold);
    const auto runs = runsAt(now);
    facts.runs = &runs;
    facts.calendars = &known.calendars;
    facts.mode = known.play.mode;
    plays::DecisionContext context{then,      score, open,          recent, known.policy,
                                   m_heldOut, now,   &known.owners, facts,  &dismissed};
    return plays::decide(signal, known.play, context);
}

std::vector<TrialStep> TrialAccount::take(const domain::Action &action, const TrialKnowledge &known)
{
    domain::Action done = action;
    done.state = ActionState::Done;
    m_actions.push_back(done);
    std::vector<TrialStep> out;
    if (known.play.steps.size() < 2)
        return out;
    const base::UtcMs endMs = exitMs(action, known);
    const plays::RepTime rep(plays::workClockOf(known.calendars, action.owner, known.policy.zone));
    base::UtcMs at = action.createdMs;
    for (std::size_t no = 2; no <= known.play.steps.size(); ++no) {
        const auto &step = known.play.steps[no - 1];
        at = rep.later(at, std::max<std::int64_t>(0, step.day - known.play.steps[no - 2].day));
        if (at >= endMs)
            break;
        out.push_back({static_cast<std::int64_t>(no), at});
        domain::Action later = done;
        later.id = plays::actionId(known.play, static_cast<std::int64_t>(no), action.signal);
        plays::takeStep(later, known.play, static_cast<std::int64_t>(no));
        later.createdMs = later.changedMs = at;
        m_actions.push_back(std::move(later));
    }
    Run run;
    run.fact = {action.contact, known.play.id, known.play.name, std::nullopt};
    run.startedMs = action.createdMs;
    const bool isWhole = out.size() + 1 == known.play.steps.size();
    run.fact.endedMs = isWhole ? std::optional(at) : std::optional(endMs);
    m_runs.push_back(std::move(run));
    return out;
}

base::UtcMs TrialAccount::exitMs(const domain::Action &first, const TrialKnowledge &known) const
{
    // What comes after the days that are looked at would not have been done in them.
    base::UtcMs out = known.untilMs + 1;
    for (const auto &event : m_history.events) {
        if (event.atMs > first.createdMs && !event.suspectBot && endsRun(event, first, known.play))
            out = std::min(out, event.atMs);
    }
    if (!first.deal.isSet() || !endsBy(known.play, ExitEvent::DealClosed))
        return out;
    for (const auto &change : m_history.stageChanges) {
        const auto stage =
            std::find_if(m_history.stages.begin(), m_history.stages.end(),
                         [&](const auto &each) { return each.id == change.stage.id; });
        const bool isClosing =
            stage != m_history.stages.end() && stage->kind != domain::StageKind::Open;
        if (change.deal.id == first.deal && change.atMs > first.createdMs && isClosing)
            out = std::min(out, change.atMs);
    }
    return out;
}

bool TrialAccount::hasOpenCard(domain::ContactId person) const
{
    return std::any_of(m_actions.begin(), m_actions.end(), [person](const auto &action) {
        return action.contact == person && !domain::isTerminal(action.state);
    });
}

} // namespace topline::engine
