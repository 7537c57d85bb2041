#include "core/engine/decisions.h"

#include "core/actions/draft.h"
#include "core/actions/template_fields.h"
#include "core/engine/approvals.h"
#include "core/ledger/holdout.h"
#include "core/plays/decide.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace topline::engine {

namespace {

using domain::ActionState;
using domain::LedgerKind;

const domain::Contact *contactOf(const domain::AccountHistory &history, domain::ContactId id)
{
    const auto found = std::find_if(history.contacts.begin(), history.contacts.end(),
                                    [id](const auto &contact) { return contact.id == id; });
    return found == history.contacts.end() ? nullptr : &*found;
}

const domain::Deal *dealOf(const domain::AccountHistory &history, domain::DealId id)
{
    const auto found = std::find_if(history.deals.begin(), history.deals.end(),
                                    [id](const auto &deal) { return deal.id == id; });
    return found == history.deals.end() ? nullptr : &*found;
}

// What is known about one account while its signals are gone through; kept up to date as actions
// come in, so that the second signal sees what the first one led to.
class AccountDecider {
public:
    AccountDecider(Step &step, const Derived &derived)
        : m_step(step)
        , m_derived(derived)
        , m_account(derived.history.account)
    {
    }

    base::Status load()
    {
        auto &tables = m_step.tables();
        TRY_ASSIGN(const auto decisions, tables.decisions.ofAccount(m_account.id));
        for (const auto &decision : decisions)
            m_decided.emplace(decision.signal, decision.playId);
        TRY_ASSIGN(m_open, tables.actions.openOf(m_account.id));
        TRY(loadRecent(m_step.now() - reach()));
        TRY_ASSIGN(m_owners, tables.catalogue.owners());
        TRY_ASSIGN(m_assignment, tables.decisions.assignment(m_account.id));
        m_heldOut = m_assignment
                        ? m_assignment->heldOut
                        : ledger::isHeldOut(m_step.policy().holdout.salt, m_account.remoteId,
                                            m_step.policy().holdout.sharePermille);
        return {};
    }

    bool isDecided(const domain::Signal &signal, const domain::Play &play) const
    {
        return m_decided.contains({signal.id, play.id});
    }

    base::Status decide(const domain::Signal &signal, const domain::Play &play)
    {
        plays::Verdict verdict = plays::decide(signal, play, knowledge());
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

    // The episode of a signal that was decided goes on: a further visit, a longer surge.
    base::Status follow(const domain::Signal &signal, const domain::Play &play)
    {
        const bool isOpen = std::any_of(m_open.begin(), m_open.end(), [&](const auto &action) {
            return action.signal == signal.id && action.playId == play.id &&
                   action.signalMs < signal.occurredMs;
        });
        if (!isOpen)
            return {};
        const plays::Verdict verdict = plays::decide(signal, play, knowledge());
        if (verdict.decision.reason.code != domain::ReasonCode::OpenActionMerged)
            return {};
        return strengthen(*verdict.action, signal);
    }

private:
    plays::DecisionContext knowledge() const
    {
        return {m_derived.history, m_derived.score, m_open,       m_recent,
                m_step.policy(),   m_heldOut,       m_step.now(), &m_owners};
    }

    // What was done, and what would have been done for a held-out account.
    base::Status loadRecent(base::UtcMs sinceMs)
    {
        auto &actions = m_step.tables().actions;
        TRY_ASSIGN(m_recent, actions.recentOf(m_account.id, sinceMs));
        TRY_ASSIGN(const auto all, actions.allOf(m_account.id));
        for (const auto &action : all) {
            if (action.state == ActionState::HeldOut && action.createdMs >= sinceMs)
                m_recent.push_back(action);
        }
        return {};
    }

    // As far back as any rule looks at what was done.
    base::DurationMs reach() const
    {
        const auto &rules = m_step.policy().suppression;
        auto out = std::max({rules.channelCooldownMs, rules.touchWindowMs, rules.playCooldownMs});
        for (const auto &play : m_step.context().plays)
            out = std::max(out, play.cooldownMs.value_or(0));
        return out;
    }

    // The arm is stored at the account's first trigger and never drawn again.
    base::Status assign()
    {
        if (m_assignment)
            return {};
        const auto &holdout = m_step.policy().holdout;
        m_assignment = store::Assignment{m_account.id, m_heldOut, holdout.salt,
                                         holdout.sharePermille, m_step.now()};
        TRY(m_step.tables().decisions.assign(*m_assignment));
        return m_step.log(LedgerKind::Assigned, actor::engine, m_account.id,
                          {{"held_out", m_heldOut},
                           {"share_permille", holdout.sharePermille},
                           {"unit", m_account.remoteId}});
    }

    base::Status propose(domain::Action action, const domain::Play &play)
    {
        TRY(writeDraft(action, play));
        TRY(m_step.add(action));
        TRY(m_step.log(LedgerKind::Proposed, actor::engine, action,
                       {{"play", play.id},
                        {"version", play.version},
                        {"kind", std::string(domain::actionKindName(action.kind))}}));
        // A draft with a gap waits for a person even where the play may run by itself.
        const bool runsItself = action.mode == domain::Mode::Auto &&
                                actions::checkSendable(action.kind, action.draft).ok();
        if (runsItself) {
            TRY_ASSIGN(action, approveAction(m_step, action, actor::policy));
            m_recent.push_back(action);
        }
        m_open.push_back(std::move(action));
        return {};
    }

    base::Status writeDraft(domain::Action &action, const domain::Play &play)
    {
        CHECK(action.stepNo >= 1 && static_cast<std::size_t>(action.stepNo) <= play.steps.size());
        const auto &step = play.steps[static_cast<std::size_t>(action.stepNo - 1)];
        std::optional<domain::Owner> owner;
        if (action.owner.isSet()) {
            TRY_ASSIGN(owner, m_step.tables().catalogue.owner(action.owner));
        }
        const auto fields =
            actions::mergeFields({.contact = contactOf(m_derived.history, action.contact),
                                  .account = &m_account,
                                  .deal = dealOf(m_derived.history, action.deal),
                                  .owner = owner ? &*owner : nullptr,
                                  .play = &play});
        auto draft = actions::renderDraft(step, fields);
        action.draft = draft.ok() ? std::move(draft).value() : actions::draftWithGaps(step, fields);
        return {};
    }

    base::Status holdOut(domain::Action ghost, const domain::Play &play)
    {
        TRY(m_step.add(ghost));
        TRY(m_step.log(LedgerKind::HeldOut, actor::engine, ghost,
                       {{"play", play.id}, {"version", play.version}}));
        m_recent.push_back(std::move(ghost));
        return {};
    }

    base::Status strengthen(const domain::Action &stronger, const domain::Signal &signal)
    {
        const auto open = std::find_if(m_open.begin(), m_open.end(), [&](const auto &action) {
            return action.id == stronger.id;
        });
        CHECK(open != m_open.end());
        if (*open != stronger) {
            *open = stronger;
            TRY(m_step.update(stronger));
        }
        return m_step.log(LedgerKind::Merged, actor::engine, stronger,
                          {{"play", stronger.playId},
                           {"repeats", stronger.repeats},
                           {"signal", signal.id.text()}});
    }

    base::Status suppress(const domain::Decision &decision)
    {
        domain::Action none; // no action: the row names the signal and the account
        none.signal = decision.signal;
        none.account = decision.account;
        return m_step.log(LedgerKind::Suppressed, actor::engine, none,
                          {{"play", decision.playId},
                           {"reason", domain::encodeReason(decision.reason)},
                           {"version", decision.playVersion}});
    }

    Step &m_step;
    const Derived &m_derived;
    const domain::Account &m_account;
    std::set<std::pair<base::Uuid, std::string>> m_decided;
    std::vector<domain::Action> m_open;
    std::vector<domain::Action> m_recent;
    std::vector<domain::Owner> m_owners; // for names in reasons
    std::optional<store::Assignment> m_assignment;
    bool m_heldOut = false;
};

} // namespace

base::Status decideAccount(Step &step, const Derived &derived)
{
    if (derived.signals.empty())
        return {};
    AccountDecider decider(step, derived);
    TRY(decider.load());
    for (const auto &signal : derived.signals) {
        for (const auto &play : step.context().plays) {
            const bool isMeant = std::find(play.triggers.begin(), play.triggers.end(),
                                           signal.type) != play.triggers.end();
            if (!isMeant)
                continue;
            if (decider.isDecided(signal, play))
                TRY(decider.follow(signal, play));
            else
                TRY(decider.decide(signal, play));
        }
    }
    return {};
}

} // namespace topline::engine
