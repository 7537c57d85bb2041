// One account in a dry run of a play: what was known of it at each moment, and what the run itself
// would have done there. Used by play_trial only, in the order of time; any thread.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/cadence.h"
#include "core/domain/policy.h"
#include "core/plays/decide.h"
#include "core/plays/rep_time.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace topline::engine {

// What is the same for every account of one dry run.
struct TrialKnowledge {
    const domain::Play &play; // its mode is the one in force
    const domain::Policy &policy;
    const std::vector<domain::Owner> &owners;
    const std::map<domain::OwnerId, domain::WorkCalendar> &calendars;
    base::UtcMs untilMs = 0;
};

// A later step that would have been taken.
struct TrialStep {
    std::int64_t stepNo = 2;
    base::UtcMs atMs = 0;
};

class TrialAccount {
public:
    TrialAccount(domain::AccountHistory history, std::vector<domain::Action> actions, bool heldOut)
        : m_history(std::move(history))
        , m_actions(std::move(actions))
        , m_heldOut(heldOut)
    {
    }

    // Runs that there were; those of the play itself are left to the trial.
    void setRuns(const std::vector<domain::PlayRun> &runs, const std::vector<domain::Play> &plays);

    const domain::AccountHistory &history() const { return m_history; }

    bool isHeldOut() const { return m_heldOut; }

    // By what was known then. `facts` brings limits of people and the play's count of today.
    plays::Verdict judge(const domain::Signal &signal, const TrialKnowledge &known,
                         plays::DecisionFacts facts) const;
    // What was created counts from then on; gives the later steps of its cadence, up to the first
    // thing that would have ended it, conditions of steps left aside.
    std::vector<TrialStep> take(const domain::Action &action, const TrialKnowledge &known);

    void addGhost(const domain::Action &ghost) { m_actions.push_back(ghost); }

    // The person has a card that waits, now.
    bool hasOpenCard(domain::ContactId person) const;

private:
    struct Run {
        plays::RunFact fact;
        base::UtcMs startedMs = 0;
    };

    std::vector<plays::RunFact> runsAt(base::UtcMs at) const;
    base::UtcMs exitMs(const domain::Action &first, const TrialKnowledge &known) const;

    domain::AccountHistory m_history;
    std::vector<domain::Action> m_actions;
    std::vector<Run> m_runs;
    bool m_heldOut = false;
};

} // namespace topline::engine
