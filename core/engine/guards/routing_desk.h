// Gives inbound actions to reps: when one is proposed, when a person says so, and when nobody took
// one up in time. Used by decisions, commands and upkeep inside their step, on the engine's thread.
// Without seats nothing is routed and the record's owner stays.
#pragma once

#include "core/base/result.h"
#include "core/domain/hand_on.h"
#include "core/domain/routing.h"
#include "core/engine/guards/consent_facts.h"
#include "core/engine/step/step.h"

#include <optional>

namespace topline::engine {

// Who a new inbound action goes to; nothing for others, and where nobody takes inbound actions.
base::Result<std::optional<domain::RouteDecision>> routeOf(Step &step, const Calendars &calendars,
                                                           const domain::Action &action);

// Keeps the decision, with its ledger row.
base::Status noteRoute(Step &step, const domain::Action &action,
                       const domain::RouteDecision &decision,
                       domain::HandOnWhy why = domain::HandOnWhy::Unsaid);

// A person gives an action that waits to another rep, with the reason. Refused when it no longer
// waits, or there is no such rep.
base::Result<domain::Action> reassign(Step &step, const domain::Action &action,
                                      domain::OwnerId owner,
                                      domain::HandOnWhy why = domain::HandOnWhy::Unsaid);
// That it waits: only then can it be given on.
bool canBeGivenOn(const domain::Action &action);

// Hands on what nobody took up in time, once per action: at the breach to whom its play names (a
// mail address, or the rep's manager); otherwise inbound ones a while later, to the manager, else
// to who has the least to do. The clock goes on counting from the buyer's moment. True when
// anything changed.
base::Result<bool> escalateBreaches(Step &step);

} // namespace topline::engine
