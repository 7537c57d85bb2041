#include "core/engine/reads.h"
#include "core/ledger/holdout.h"
#include "core/plays/decide.h"
#include "core/plays/target.h"
#include "core/scoring/account_score.h"
#include "core/signals/detect.h"
#include "core/signals/machine_filter.h"

#include <algorithm>
#include <set>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t hitsShown = 50;

// What one account would have seen of a play. Signals are taken in the order in which they came,
// each judged by what was known by then; what the trial itself proposed counts as done.
class AccountTrial {
public:
    AccountTrial(const domain::AccountHistory &history, const domain::Play &play,
                 const domain::Policy &policy, std::vector<domain::Action> actions)
        : m_history(history)
        , m_play(play)
        , m_policy(policy)
        , m_actions(std::move(actions))
    {
    }

    void setHeldOut(bool isHeldOut) { m_heldOut = isHeldOut; }

    void run(std::vector<domain::Signal> signals, domain::PlayTrial &out)
    {
        std::sort(signals.begin(), signals.end(), [](const auto &a, const auto &b) {
            return std::pair(a.occurredMs, a.id) < std::pair(b.occurredMs, b.id);
        });
        for (const auto &signal : signals) {
            const bool isMeant = std::find(m_play.triggers.begin(), m_play.triggers.end(),
                                           signal.type) != m_play.triggers.end();
            if (isMeant && signal.occurredMs >= out.fromMs && signal.occurredMs <= out.untilMs)
                judge(signal, out);
        }
    }

private:
    void judge(const domain::Signal &signal, domain::PlayTrial &out)
    {
        const auto now = signal.occurredMs;
        domain::AccountHistory known = m_history;
        std::erase_if(known.events, [now](const auto &event) { return event.atMs > now; });
        std::vector<domain::Action> open;
        std::vector<domain::Action> recent;
        for (const auto &action : m_actions)
            sortIn(action, now, open, recent);
        const auto score = scoring::scoreAccount(known, m_policy.scores, now, domain::Tier::Cold);
        const auto verdict = plays::decide(
            signal, m_play, {known, score, open, recent, m_policy, m_heldOut, now, nullptr});
        count(signal, verdict, out);
        if (verdict.action &&
            verdict.decision.reason.code != domain::ReasonCode::OpenActionMerged) {
            auto done = *verdict.action;
            if (!m_heldOut)
                done.state = domain::ActionState::Done;
            m_actions.push_back(std::move(done));
        }
    }

    // As it stood then, as far as its times tell.
    static void sortIn(const domain::Action &action, base::UtcMs now,
                       std::vector<domain::Action> &open, std::vector<domain::Action> &recent)
    {
        if (action.createdMs > now)
            return;
        using domain::ActionState;
        if (action.state == ActionState::HeldOut || action.changedMs <= now) {
            const bool isOpen = !domain::isTerminal(action.state);
            const bool isDone =
                action.state == ActionState::Done || action.state == ActionState::HeldOut || isOpen;
            if (isOpen)
                open.push_back(action);
            if (isDone && action.state != ActionState::Proposed &&
                action.state != ActionState::Snoozed)
                recent.push_back(action);
            return;
        }
        open.push_back(action); // it changed later: then it was still a card
        open.back().state = ActionState::Proposed;
        open.back().changedMs = action.createdMs;
    }

    void count(const domain::Signal &signal, const plays::Verdict &verdict, domain::PlayTrial &out)
    {
        const auto &reason = verdict.decision.reason;
        ++out.hits;
        switch (reason.code) {
        case domain::ReasonCode::Proposed:
            ++out.created;
            out.minutes += verdict.action->effortMinutes;
            out.laterSteps += static_cast<std::int64_t>(m_play.steps.size()) - 1;
            break;
        case domain::ReasonCode::HeldOut:
            ++out.heldOut;
            break;
        case domain::ReasonCode::OpenActionMerged:
            ++out.merged;
            break;
        default:
            ++out.suppressed;
            ++out.suppressedBy[reason.code];
        }
        domain::PlayTrialHit hit;
        hit.atMs = signal.occurredMs;
        hit.whyNow = signal.reason;
        hit.decided = reason;
        hit.accountName = m_history.account.name;
        const auto person = plays::chooseContact(signal, m_history);
        if (const auto *const contact = plays::findContact(m_history, person)) {
            hit.contactName = contact->fullName();
            hit.overlapsOpenCard = hasOpenCard(person);
        }
        if (reason.code == domain::ReasonCode::Proposed && hit.overlapsOpenCard)
            ++out.overlaps;
        out.newest.push_back(std::move(hit));
    }

    bool hasOpenCard(domain::ContactId person) const
    {
        return std::any_of(m_actions.begin(), m_actions.end(), [person](const auto &action) {
            return action.contact == person && !domain::isTerminal(action.state);
        });
    }

    const domain::AccountHistory &m_history;
    const domain::Play &m_play;
    const domain::Policy &m_policy;
    std::vector<domain::Action> m_actions;
    bool m_heldOut = false;
};

void keepNewest(std::vector<domain::PlayTrialHit> &hits)
{
    std::stable_sort(hits.begin(), hits.end(),
                     [](const auto &a, const auto &b) { return a.atMs > b.atMs; });
    if (hits.size() > hitsShown)
        hits.resize(hitsShown);
}

} // namespace

base::Result<domain::PlayTrial> Reads::tryPlay(const domain::Play &play, int days,
                                               const predict::StopAsked &isStopAsked)
{
    domain::PlayTrial out;
    out.untilMs = m_now;
    out.fromMs = m_now - std::clamp(days, 1, 365) * base::dayMs;
    const auto lookBackMs = m_policy.signals.lookBackMs + (m_now - out.fromMs);
    TRY_ASSIGN(const auto accounts, m_tables.records.accountIds());
    for (const auto account : accounts) {
        if (isStopAsked && isStopAsked())
            return base::Error{base::ErrorCode::Cancelled, "The dry run was stopped."};
        TRY_ASSIGN(auto history, m_tables.history.load(account, m_now - lookBackMs, m_now));
        if (history.account.deleted)
            continue;
        ++out.accounts;
        signals::markSuspects(history, signals::suspectsOf(history, m_policy.signals));
        auto found = signals::detectAll(history, m_policy.signals, m_now);
        TRY_ASSIGN(auto actions, m_tables.actions.allOf(account));
        // What this play did in those days is left out, or it would be in its own way.
        std::erase_if(actions, [&](const auto &action) {
            return action.playId == play.id && action.createdMs >= out.fromMs;
        });
        AccountTrial trial(history, play, m_policy, std::move(actions));
        TRY_ASSIGN(const auto arm, m_tables.decisions.assignment(account));
        trial.setHeldOut(arm ? arm->heldOut
                             : ledger::isHeldOut(m_policy.holdout.salt, history.account.remoteId,
                                                 m_policy.holdout.sharePermille));
        trial.run(std::move(found), out);
        if (out.newest.size() > 4 * hitsShown)
            keepNewest(out.newest);
    }
    keepNewest(out.newest);
    return out;
}

} // namespace topline::engine
