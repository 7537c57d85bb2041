// When a card that was put aside until the buyer answers or visits comes back. Asked by the engine
// for the snoozed actions of an account whose history has changed. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/action.h"
#include "core/domain/event.h"

#include <span>

namespace topline::feed {

// How long after it happened an answer may arrive and still count as news: one that was on its way
// when the card was put aside.
inline constexpr base::DurationMs newsAgeMaxMs = base::dayMs;

// The first event that wakes the action, or nullptr: since the snooze somebody of the account
// answered or met us, or the action's person visited (anybody, where it names no person; and
// visitors that nobody has recognised). What machines did wakes nothing.
const domain::Event *wakingEvent(const domain::Action &action,
                                 std::span<const domain::Event> events, base::UtcMs now);

} // namespace topline::feed
