// Weigh: what is known about a deal by BANT or MEDDIC. Called by the engine for lifecycle steps and
// by the account page. Pure, any thread, cannot fail. Rules only suggest, from events and roles; an
// element on which a person has said anything stays as they said it.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/policy.h"
#include "core/domain/qualification.h"

#include <optional>
#include <vector>

namespace topline::scoring {

// MEDDIC from the policy's amount in the deal's own currency, else BANT.
domain::Framework frameworkOf(const domain::Deal &deal, const domain::ScorePolicy &policy);

// All elements of the framework in its order. `facts` are what people said about this deal; events
// that name another deal say nothing about it, nor do a machine's.
domain::Qualification qualify(const domain::Deal &deal, const domain::AccountHistory &history,
                              const std::vector<domain::ElementFact> &facts,
                              const domain::ScorePolicy &policy);

// When the last of the elements that it took became known; nullopt when it is not qualified.
std::optional<base::UtcMs> qualifiedMs(const domain::Qualification &qualification);

} // namespace topline::scoring
