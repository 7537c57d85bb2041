// Decide: which play answers a signal, and which rule speaks against it. Called by the engine
// inside the transaction of the change. Pure, any thread, cannot fail. The first rule that applies
// is stored and shown.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/action.h"
#include "core/domain/policy.h"

#include <vector>

namespace topline::plays {

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
};

// An action to propose (or a ghost action, state HeldOut), or why not. When merged, `action` is the
// open action, strengthened if the signal says something new; the engine stores it as it is.
struct Verdict {
    domain::Decision decision;
    std::optional<domain::Action> action;
};

// The verdict on one signal by one play whose trigger matches its type.
Verdict decide(const domain::Signal &signal, const domain::Play &play,
               const DecisionContext &context);

// Who to act on: the signal's contact, else the most recently active reachable one of the account;
// 0 when none.
domain::ContactId chooseContact(const domain::Signal &signal,
                                const domain::AccountHistory &history);

} // namespace topline::plays
