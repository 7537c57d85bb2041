// Weigh: what one event is worth, to which group it counts and how fast it fades. The table of the
// README as code. Called by account_score and committee. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/event.h"
#include "core/domain/policy.h"

#include <cstdint>
#include <string_view>

namespace topline::scoring {

enum class Group { Web, Email, Meeting };

inline constexpr Group groups[] = {Group::Web, Group::Email, Group::Meeting};

// "web", "email", "meeting": the argument of ReasonCode::ScoreGroupCap.
std::string_view groupName(Group group);
std::int64_t capPoints(Group group, const domain::ScorePolicy &policy);

struct EventWeight {
    Group group = Group::Web;
    std::int64_t points = 0; // 0: the kind says nothing about interest
    base::DurationMs halfLifeMs = base::dayMs;
};

EventWeight weightOf(const domain::Event &event, const domain::ScorePolicy &policy);

} // namespace topline::scoring
