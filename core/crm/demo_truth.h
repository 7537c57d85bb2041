// The planted truth: what executed actions cause at the demo company, and what happens anyway. Used
// by the demo's life and answers; tests and the ledger's own check compare against it. Constants.
#pragma once

#include "core/base/time.h"

namespace topline::crm {

// Any account books a meeting within any 14 days with this probability when nobody acts: bookings
// arrive as a Poisson process per account, whatever else the account does and whether or not it is
// held out.
inline constexpr double demoMeetingRateAlone = 0.08;
// With an executed action it is this: relative lift +50 %.
inline constexpr double demoMeetingRateActed = 0.12;
inline constexpr base::DurationMs demoMeetingWindowMs = 14 * base::dayMs;
// An extra meeting comes at most this long after the execution, so that an action carried out
// within five days of its trigger shows inside the window. Only the first action for an account in
// 14 days can cause one: a second e-mail does not lift twice.
inline constexpr base::DurationMs demoMeetingDelayMaxMs = 9 * base::dayMs;

// Further answers, not part of the planted lift.
inline constexpr double demoReplyRate = 0.22;         // an executed e-mail is answered
inline constexpr double demoOpenRate = 0.60;          // … or at least opened
inline constexpr double demoCallAnsweredRate = 0.45;  // the rep's call for an executed call action
inline constexpr double demoStageProgressRate = 0.08; // the deal of the action moves on by one

} // namespace topline::crm
