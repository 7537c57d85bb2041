// When a play has earned to run by itself, and when it must stop doing so. Used by the engine after
// mail came in and by the page where promotions wait. Pure, any thread.
#pragma once

#include "core/domain/play_mode.h"
#include "core/domain/policy.h"

#include <optional>

namespace topline::engine {

// The one answer to how far a play goes by itself: what was decided last, by a person or by its
// conduct, else its text. A play that writes to people never runs by itself before that was earned.
domain::Mode modeInForce(const domain::Play &play, const domain::ModeChange *last);

// Enough approvals, nearly all of them unchanged, and nobody has complained.
bool hasEarnedAuto(const domain::PlayConduct &conduct, const domain::GuardPolicy &policy);

struct Demotion {
    domain::ModeWhy why = domain::ModeWhy::Bounces;
    std::int64_t count = 0;
    std::int64_t of = 0;
};

// The gravest rate that is over its limit; nothing below the number of mails that makes a rate.
std::optional<Demotion> demotionOf(const domain::PlayConduct &conduct,
                                   const domain::GuardPolicy &policy);

} // namespace topline::engine
