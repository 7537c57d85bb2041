// Speed to lead: how long buyers who asked for something waited for the first touch. Used for the
// guardrails' page and the terminal. Pure, any thread; quantiles are of the answered ones, by the
// nearest rank.
#pragma once

#include "core/domain/routing.h"
#include "core/engine/consent_facts.h"
#include "core/store/routing_store.h"

#include <string>
#include <vector>

namespace topline::engine {

domain::SpeedReport speedOf(const std::vector<store::Answered> &rows, const Calendars &calendars,
                            const std::string &zone);

} // namespace topline::engine
