// Every limit that a person may change, in one table: its name, its unit and what it may be; and
// what is wrong with limits, seats and working hours that were typed in. Read by the engine before
// it stores them, by the window and the terminal while they are typed. Pure, any thread; constant
// data.
#pragma once

#include "core/domain/policy.h"
#include "core/domain/routing.h"
#include "core/domain/work_calendar.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace topline::domain {

struct GuardLimits {
    GuardPolicy guards;
    SuppressionPolicy suppression;
    bool operator==(const GuardLimits &) const = default;
};

// What a value counts: TimeOfDay is minutes since midnight, Switch 0 or 1, Answering an OffHours.
enum class LimitUnit { Count, Hours, Days, Percent, Permille, TimeOfDay, Switch, Answering };

struct LimitField {
    std::string_view name; // "mails_per_day"
    LimitUnit unit = LimitUnit::Count;
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool operator==(const LimitField &) const = default;
};

// In the order of the page: caps, cooldowns, hours, plays by themselves.
std::span<const LimitField> limitFields();
// nullptr for a name that is not in the table.
const LimitField *limitField(std::string_view name);

// In the field's unit, rounded down.
std::int64_t limitValue(const GuardLimits &limits, const LimitField &field);
void setLimit(GuardLimits &limits, const LimitField &field, std::int64_t value);

enum class GuardFault {
    OutOfRange,      // not from least to most
    EndsBeforeBegin, // hours
    UnknownZone,
    NoWorkingDay,
    InThePast, // away until a moment that is over
};

struct GuardProblem {
    std::string_view field; // of the table; "weight", "capacity", "away_until", "zone", "monday" …
    GuardFault fault = GuardFault::OutOfRange;
    bool operator==(const GuardProblem &) const = default;
};

// Empty: they may be stored. In the order of the fields.
std::vector<GuardProblem> problemsOf(const GuardLimits &limits);
std::vector<GuardProblem> problemsOf(const RoutingSeat &seat, base::UtcMs now);
std::vector<GuardProblem> problemsOf(const WorkCalendar &calendar);

inline constexpr std::int64_t seatWeightMax = 100;
inline constexpr std::int64_t seatCapacityMax = 1'000;

// "monday" to "sunday", by their place in a week.
std::string_view weekdayName(std::size_t day);

} // namespace topline::domain
