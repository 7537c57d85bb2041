// What is known about one account while its signals and runs are gone through; kept up to date as
// actions come in, so that the second signal sees what the first one led to. Used by decisions and
// by runs, inside one step, on the engine's thread.
#pragma once

#include "core/engine/guards/consent_facts.h"
#include "core/engine/plays/derive.h"
#include "core/engine/step/step.h"
#include "core/plays/decide.h"
#include "core/plays/rep_time.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace topline::engine {

class PlayDecider {
public:
    PlayDecider(Step &step, const Derived &derived)
        : m_step(step)
        , m_derived(derived)
        , m_account(derived.history.account)
    {
    }

    base::Status load();

    Step &step() { return m_step; }

    const Derived &derived() const { return m_derived; }

    bool heldOut() const { return m_heldOut; }

    bool isDecided(const domain::Signal &signal, const domain::Play &play) const
    {
        return m_decided.contains({signal.id, play.id});
    }

    // Stores the verdict and follows it.
    base::Status decide(const domain::Signal &signal, const domain::Play &play);
    // The episode of a signal that was decided goes on: a further visit, a longer surge.
    base::Status follow(const domain::Signal &signal, const domain::Play &play);
    // Asks the rules about a later step of a run; proposes it when none speaks against it. Gives
    // the rule against it, else Proposed.
    base::Result<domain::Reason> decideStep(const domain::PlayRun &run, const domain::Play &play,
                                            const plays::StepAsked &asked);

    // Runs under way, and those that ended within the cool-off.
    std::vector<domain::PlayRun> &runs() { return m_runs; }

    // The working time of who takes the steps about that deal.
    plays::RepTime repTime(domain::DealId deal) const;

    // The end of a run has withdrawn a card: what is still open is read again.
    base::Status readOpenAgain();

    // Of this account, in any state.
    const std::vector<domain::Action> &allActions() const { return m_all; }

private:
    plays::DecisionContext knowledge(const domain::Play &play) const;
    void gatherRunFacts();
    base::Status loadRecent(base::UtcMs sinceMs);
    base::DurationMs reach() const;
    base::Status assign();
    base::Status propose(domain::Action action, const domain::Play &play);
    base::Status holdOut(domain::Action ghost, const domain::Play &play);
    base::Status strengthen(const domain::Action &stronger, const domain::Signal &signal);
    base::Status suppress(const domain::Decision &decision);

    Step &m_step;
    const Derived &m_derived;
    const domain::Account &m_account;
    std::set<std::pair<base::Uuid, std::string>> m_decided;
    std::vector<domain::Action> m_open;
    std::vector<domain::Action> m_recent;
    std::vector<domain::Action> m_all;
    std::vector<domain::Action> m_dismissed;
    std::vector<domain::PlayRun> m_runs;
    std::vector<domain::Owner> m_owners; // for names in reasons
    std::optional<store::Assignment> m_assignment;
    bool m_heldOut = false;
    ConsentFacts m_facts;
    std::vector<plays::RunFact> m_runFacts;
};

} // namespace topline::engine
