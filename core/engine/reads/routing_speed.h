// Inbound actions with how long their buyers waited, by the clock and by the working time of who
// had to answer: what speed to lead is reckoned from. Used for reports and the view of guardrails.
// Pure, any thread.
#pragma once

#include "core/engine/guards/consent_facts.h"
#include "core/metrics/speed.h"
#include "core/store/routing_store.h"

#include <string>
#include <vector>

namespace topline::engine {

// In the order of the rows.
std::vector<metrics::LeadAnswer> leadAnswers(const std::vector<store::Answered> &rows,
                                             const Calendars &calendars, const std::string &zone);

} // namespace topline::engine
