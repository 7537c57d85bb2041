// Weigh: the buying committee of a deal, or of an account without one: who is who, how engaged, and
// which roles the stage still lacks. Called by the account page. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/committee.h"
#include "core/domain/policy.h"

#include <vector>

namespace topline::scoring {

// What a persona usually is in buying; Unknown when the title says nothing.
domain::BuyingRole suggestedRole(const domain::Persona &persona);

// Champion and user from the first third of the pipeline's open stages, buyer and technical person
// from the second, security and legal from the last; none for a deal that is closed.
std::vector<domain::BuyingRole> requiredRoles(domain::StageId stage,
                                              const std::vector<domain::Stage> &stages);

// `deal` may be nullptr: nothing is required then.
domain::Committee committeeOf(const domain::AccountHistory &history, const domain::Deal *deal,
                              const domain::ScorePolicy &policy, base::UtcMs now);

} // namespace topline::scoring
