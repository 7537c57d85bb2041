// Cadences: a run takes one person through the steps of a play. Decided by core/plays/cadence, kept
// by the store, driven by the engine. Plain values, any thread. Numbers of enums are stored.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "core/domain/reason.h"

#include <cstdint>
#include <optional>
#include <string>

namespace topline::domain {

enum class RunState : std::int32_t {
    Active = 0,
    Paused = 1, // by an absence; goes on by itself
    Ended = 2,  // terminal
};

std::string_view runStateName(RunState state); // "active", "paused", "ended"

struct PlayRun {
    base::Uuid id; // named by play, version and signal
    std::string playId;
    std::int64_t playVersion = 1; // that it goes by to its end
    AccountId account;
    ContactId contact;
    DealId deal;
    base::Uuid signal; // that started it
    RunState state = RunState::Active;
    std::int64_t stepNo = 1; // the last one that was taken, from 1
    base::Uuid action;       // of that step
    std::int64_t stepsTaken = 1;
    base::UtcMs startedMs = 0;
    base::UtcMs stepMs = 0;           // when that step was proposed
    std::optional<base::UtcMs> dueMs; // looked at again; absent: when its account is touched
    std::optional<base::UtcMs> endedMs;
    Reason reason; // why it waits, pauses or ended; Proposed while all is well
    bool operator==(const PlayRun &) const = default;
};

} // namespace topline::domain
