// Whether what a person typed for limits, seats and working hours may be stored, and how it reads
// in the ledger: before and after. Used by commands on guardrails and by whatever stores a policy,
// on the engine's thread. Pure.
#pragma once

#include "core/base/result.h"
#include "core/domain/guard_limits.h"
#include "core/engine/step/ledger_payload.h"
#include "core/store/settings_store.h"

#include <string>
#include <vector>

namespace topline::engine {

// InvalidInput, with the name of the first field that is wrong as its place.
base::Status checkLimits(const domain::GuardLimits &limits);
base::Status checkSeat(const domain::RoutingSeat &seat, base::UtcMs now);
base::Status checkCalendar(const domain::WorkCalendar &calendar);

// "mails_per_day" and "mails_per_day.before"; only of guardrails, other thresholds by their count.
void addChanges(Payload &payload, const std::vector<store::SettingChange> &changes);

// One line each, the same for the same value.
std::string seatText(const domain::RoutingSeat &seat);
std::string calendarText(const domain::WorkCalendar &calendar);

} // namespace topline::engine
