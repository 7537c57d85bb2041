// Decide: which play answers a signal, and which rule speaks against it. Called by the engine
// inside the transaction of the change. Pure, any thread, cannot fail. The first rule that applies
// is stored and shown.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/action.h"
#include "core/domain/consent.h"
#include "core/domain/policy.h"
#include "core/domain/work_calendar.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace topline::plays {

// A cadence that a person is or was in.
struct RunFact {
    domain::ContactId contact;
    std::string playId;
    std::string playName;
    std::optional<base::UtcMs> endedMs; // absent: under way
};

// What else is known beside the history; each may be null: then its rules find nothing.
struct DecisionFacts {
    const std::vector<domain::ContactLimit> *limits = nullptr; // who must not be contacted
    const std::vector<RunFact> *runs = nullptr;                // of the account's people
    // Actions of a play that were proposed to a rep today, for plays with a limit of their own.
    const std::map<std::pair<std::string, domain::OwnerId>, std::int64_t> *playsToday = nullptr;
    // By owner; that of no owner is of everybody without one.
    const std::map<domain::OwnerId, domain::WorkCalendar> *calendars = nullptr;
    // The step is one of a run that goes on: its own cooldown and cadence do not speak against it.
    bool isRunStep = false;
    // How far the play may go by itself where a person or its conduct decided otherwise.
    std::optional<domain::Mode> mode = {};
};

// What suppression needs to know beside the history.
struct DecisionContext {
    const domain::AccountHistory &history;
    const domain::AccountScore &score;
    const std::vector<domain::Action> &openActions; // of this account, not terminal
    // Of this account, approved, done or held out within the cooldowns: ghost actions keep their
    // play quiet as real ones do, so that both arms count alike.
    const std::vector<domain::Action> &recentActions;
    const domain::Policy &policy;
    bool heldOut = false; // the account's arm
    base::UtcMs now = 0;
    const std::vector<domain::Owner> *owners = nullptr; // for names in reasons; may be null
    DecisionFacts facts = {};
    // Of this account, dismissed: their reasons tune what is asked for next. May be null.
    const std::vector<domain::Action> *dismissedActions = nullptr;
};

// How far the play may go by itself here.
domain::Mode modeOf(const domain::Play &play, const DecisionContext &context);

// An action to propose (or a ghost action, state HeldOut), or why not. When merged, `action` is the
// open action, strengthened if the signal says something new; the engine stores it as it is.
struct Verdict {
    domain::Decision decision;
    std::optional<domain::Action> action;
};

// The verdict on one signal by one play whose trigger matches its type.
Verdict decide(const domain::Signal &signal, const domain::Play &play,
               const DecisionContext &context);

// A later step of a run that a signal started.
struct StepAsked {
    std::int64_t stepNo = 2;
    domain::ContactId contact; // of the run
    domain::DealId deal;
    domain::Reason whyNow;    // of the signal that brings it, else of the run's
    base::UtcMs signalMs = 0; // freshness counts from here
};

// The verdict on that step by the same rules; the age of the run's signal and the play's own
// cooldown do not count.
Verdict decideStep(const domain::Signal &signal, const domain::Play &play, const StepAsked &asked,
                   const DecisionContext &context);

// The same cause gives the same id, so that a restart makes no second action.
base::Uuid actionId(const domain::Play &play, std::int64_t stepNo, const base::Uuid &signal);

// Makes the action one of this step: kind, effort, stage and mode. What the play's rules say has to
// be asked is asked, whatever the play's mode.
void takeStep(domain::Action &action, const domain::Play &play, std::int64_t stepNo);

// Who to act on: the signal's contact, else the most recently active reachable one of the account;
// 0 when none. Never one of `except`, which is ascending.
domain::ContactId chooseContact(const domain::Signal &signal, const domain::AccountHistory &history,
                                const std::vector<domain::ContactId> &except = {});

} // namespace topline::plays
