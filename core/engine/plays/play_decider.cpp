#include "core/engine/plays/play_decider.h"

#include "core/actions/draft.h"
#include "core/engine/commands/approvals.h"
#include "core/engine/drafts/draft_check.h"
#include "core/engine/guards/routing_desk.h"
#include "core/engine/plays/cadence_drive.h"
#include "core/engine/plays/cadence_handoff.h"
#include "core/engine/plays/play_draft.h"
#include "core/ledger/holdout.h"
#include "core/plays/judgement.h"
#include "core/plays/target.h"

#include <algorithm>

namespace topline::engine {

using domain::ActionState;
using domain::LedgerKind;

namespace {

// What was looked at, as it was: for the audit card. Later the mirror says something else.
Payload proposalInputs(const domain::Action &action, const Derived &derived)
{
    Payload out = {{"gain_bp", action.gainBasisPoints},
                   {"kind", std::string(domain::actionKindName(action.kind))},
                   {"mode", std::string(domain::modeName(action.mode))},
                   {"play", action.playId},
                   {"score_milli", derived.score.totalMilli},
                   {"version", action.playVersion},
                   {"why", domain::encodeReason(action.whyNow)}};
    if (action.amount && !action.amountEstimated) {
        out.emplace("amount_minor", action.amount->amountMinor);
        out.emplace("currency", action.amount->currency.text());
    }
    return out;
}

} // namespace

base::Status PlayDecider::load()
{
    auto &tables = m_step.tables();
    TRY_ASSIGN(const auto decisions, tables.decisions.ofAccount(m_account.id));
    for (const auto &decision : decisions)
        m_decided.emplace(decision.signal, decision.playId);
    TRY_ASSIGN(m_open, tables.actions.openOf(m_account.id));
    TRY(loadRecent(m_step.now() - reach()));
    TRY_ASSIGN(m_runs, tables.runs.ofAccount(m_account.id,
                                             m_step.now() - m_step.policy().guards.coolOffMs));
    TRY_ASSIGN(m_owners, tables.catalogue.owners());
    TRY_ASSIGN(m_assignment, tables.decisions.assignment(m_account.id));
    m_heldOut = m_assignment ? m_assignment->heldOut
                             : ledger::isHeldOut(m_step.policy().holdout.salt, m_account.remoteId,
                                                 m_step.policy().holdout.sharePermille);
    TRY_ASSIGN(m_facts, ConsentFacts::of(m_step, m_derived.history));
    return {};
}

base::Status PlayDecider::readOpenAgain()
{
    TRY_ASSIGN(m_open, m_step.tables().actions.openOf(m_account.id));
    return {};
}

// Of runs as they are now: a verdict may have started one.
void PlayDecider::gatherRunFacts()
{
    m_runFacts.clear();
    for (const auto &run : m_runs) {
        const auto &all = m_step.context().plays;
        const auto play = std::find_if(all.begin(), all.end(),
                                       [&](const auto &each) { return each.id == run.playId; });
        m_runFacts.push_back(
            {run.contact, run.playId, play == all.end() ? run.playId : play->name, run.endedMs});
    }
}

plays::DecisionContext PlayDecider::knowledge(const domain::Play &play) const
{
    plays::DecisionFacts facts = m_facts.forPlay(play);
    facts.runs = &m_runFacts;
    return {m_derived.history, m_derived.score, m_open,    m_recent, m_step.policy(),
            m_heldOut,         m_step.now(),    &m_owners, facts,    &m_dismissed};
}

base::Status PlayDecider::decide(const domain::Signal &signal, const domain::Play &play)
{
    gatherRunFacts();
    plays::Verdict verdict = plays::decide(signal, play, knowledge(play));
    TRY(m_step.tables().decisions.add(verdict.decision));
    switch (verdict.decision.reason.code) {
    case domain::ReasonCode::Proposed:
        TRY(assign());
        return propose(std::move(*verdict.action), play);
    case domain::ReasonCode::HeldOut:
        TRY(assign());
        return holdOut(std::move(*verdict.action), play);
    case domain::ReasonCode::OpenActionMerged:
        return strengthen(*verdict.action, signal);
    default:
        return suppress(verdict.decision);
    }
}

base::Status PlayDecider::follow(const domain::Signal &signal, const domain::Play &play)
{
    const bool isOpen = std::any_of(m_open.begin(), m_open.end(), [&](const auto &action) {
        return action.signal == signal.id && action.playId == play.id &&
               action.signalMs < signal.occurredMs;
    });
    if (!isOpen)
        return {};
    gatherRunFacts();
    const plays::Verdict verdict = plays::decide(signal, play, knowledge(play));
    if (verdict.decision.reason.code != domain::ReasonCode::OpenActionMerged)
        return {};
    return strengthen(*verdict.action, signal);
}

base::Result<domain::Reason> PlayDecider::decideStep(const domain::PlayRun &run,
                                                     const domain::Play &play,
                                                     const plays::StepAsked &asked)
{
    domain::Signal started;
    started.id = run.signal;
    started.account = m_account.id;
    gatherRunFacts();
    plays::DecisionContext known = knowledge(play);
    known.facts.isRunStep = true;
    plays::Verdict verdict = plays::decideStep(started, play, asked, known);
    if (verdict.decision.reason.code == domain::ReasonCode::Proposed)
        TRY(propose(std::move(*verdict.action), play));
    return verdict.decision.reason;
}

plays::RepTime PlayDecider::repTime(domain::DealId deal) const
{
    const auto &history = m_derived.history;
    return m_facts.repTime(plays::ownerOf(history, deal), m_step);
}

// What was done, and what would have been done for a held-out account.
base::Status PlayDecider::loadRecent(base::UtcMs sinceMs)
{
    TRY_ASSIGN(m_recent, m_step.tables().actions.recentOf(m_account.id, sinceMs));
    TRY_ASSIGN(m_all, m_step.tables().actions.allOf(m_account.id));
    for (const auto &action : m_all) {
        if (action.state == ActionState::HeldOut && action.createdMs >= sinceMs)
            m_recent.push_back(action);
        if (plays::postponesPlay(action) && action.changedMs >= sinceMs)
            m_recent.push_back(action);
        if (action.state == ActionState::Dismissed)
            m_dismissed.push_back(action);
    }
    return {};
}

// As far back as any rule looks at what was done.
base::DurationMs PlayDecider::reach() const
{
    const auto &rules = m_step.policy().suppression;
    auto out = std::max({rules.channelCooldownMs, rules.touchWindowMs, rules.playCooldownMs});
    for (const auto &play : m_step.context().plays)
        out = std::max(out, play.cooldownMs.value_or(0));
    return out;
}

// The arm is stored at the account's first trigger and never drawn again.
base::Status PlayDecider::assign()
{
    if (m_assignment)
        return {};
    const auto &holdout = m_step.policy().holdout;
    m_assignment = store::Assignment{m_account.id, m_heldOut, holdout.salt, holdout.sharePermille,
                                     m_step.now()};
    TRY(m_step.tables().decisions.assign(*m_assignment));
    return m_step.log(LedgerKind::Assigned, actor::engine, m_account.id,
                      {{"held_out", m_heldOut},
                       {"share_permille", holdout.sharePermille},
                       {"unit", m_account.remoteId}});
}

base::Status PlayDecider::propose(domain::Action action, const domain::Play &play)
{
    m_facts.countProposed(action);
    TRY_ASSIGN(const auto route, routeOf(m_step, m_facts.calendars(), action));
    if (route)
        action.owner = route->to;
    const auto &history = m_derived.history;
    const auto deal = std::find_if(history.deals.begin(), history.deals.end(),
                                   [&](const auto &one) { return one.id == action.deal; });
    TRY(writeDraft(m_step, action, play,
                   {m_account, plays::findContact(history, action.contact),
                    deal == history.deals.end() ? nullptr : &*deal},
                   m_all));
    TRY(m_step.add(action));
    if (route)
        TRY(noteRoute(m_step, action, *route));
    TRY(m_step.log(LedgerKind::Proposed, actor::engine, action, proposalInputs(action, m_derived)));
    // In a frozen copy plays ask: whoever takes it over decides on what came meanwhile. A draft
    // with a gap waits for a person even where the play may run by itself.
    TRY_ASSIGN(const bool isFrozen, m_step.tables().settings.frozen());
    const bool isAuto = action.mode == domain::Mode::Auto && !isFrozen;
    const bool runsItself = isAuto && actions::checkSendable(action.kind, action.draft).ok() &&
                            checkLeaves(m_step, action, actor::policy).ok();
    if (runsItself) {
        TRY_ASSIGN(action, approveAction(m_step, action, actor::policy));
        m_recent.push_back(action);
    } else if (isAuto) {
        TRY(handOffGap(m_step, action));
    }
    if (action.stepNo == 1)
        TRY(startRun(*this, action, play));
    m_all.push_back(action);
    m_open.push_back(std::move(action));
    return {};
}

base::Status PlayDecider::holdOut(domain::Action ghost, const domain::Play &play)
{
    m_facts.countProposed(ghost);
    TRY(m_step.add(ghost));
    TRY(m_step.log(LedgerKind::HeldOut, actor::engine, ghost,
                   {{"play", play.id}, {"version", play.version}}));
    m_recent.push_back(std::move(ghost));
    return {};
}

base::Status PlayDecider::strengthen(const domain::Action &stronger, const domain::Signal &signal)
{
    const auto open = std::find_if(m_open.begin(), m_open.end(),
                                   [&](const auto &action) { return action.id == stronger.id; });
    CHECK(open != m_open.end());
    if (*open != stronger) {
        *open = stronger;
        TRY(m_step.update(stronger));
    }
    return m_step.log(
        LedgerKind::Merged, actor::engine, stronger,
        {{"play", stronger.playId}, {"repeats", stronger.repeats}, {"signal", signal.id.text()}});
}

base::Status PlayDecider::suppress(const domain::Decision &decision)
{
    domain::Action none; // no action: the row names the signal and the account
    none.signal = decision.signal;
    none.account = decision.account;
    return m_step.log(LedgerKind::Suppressed, actor::engine, none,
                      {{"play", decision.playId},
                       {"reason", domain::encodeReason(decision.reason)},
                       {"version", decision.playVersion}});
}

} // namespace topline::engine
