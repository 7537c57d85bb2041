// Decide: the rules that speak against an action, in the order in which they are asked. Called by
// decide. Pure, any thread, cannot fail.
#pragma once

#include "core/plays/decide.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::plays {

// What the rules look at.
struct Case {
    const domain::Signal &signal;
    const domain::Play &play;
    const domain::PlayStep &step;
    const DecisionContext &context;
    const domain::Contact *contact = nullptr;
    const domain::Deal *deal = nullptr;
    domain::OwnerId owner;
    std::string dedupeKey;
    base::Uuid actionId;
};

struct Finding {
    std::optional<domain::Reason> against; // the first rule that applies
    std::vector<domain::ReasonCode> asked; // the rules that were asked before it and passed
};

Finding firstRuleAgainst(const Case &one);

// The open action that this one would repeat; null when there is none.
const domain::Action *openActionFor(const Case &one);

} // namespace topline::plays
