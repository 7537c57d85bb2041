#include "core/domain/guard_limits.h"

#include <gtest/gtest.h>
#include <set>

using namespace topline;
using domain::GuardFault;
using domain::GuardLimits;
using domain::GuardProblem;

TEST(GuardLimits, TheDefaultsAreSound)
{
    EXPECT_TRUE(domain::problemsOf(GuardLimits{}).empty());
    EXPECT_TRUE(domain::problemsOf(domain::RoutingSeat{}, 0).empty());
    EXPECT_TRUE(domain::problemsOf(domain::WorkCalendar{}).empty());
}

TEST(GuardLimits, EveryFieldIsReadAsItWasSetAndChangesNothingElse)
{
    std::set<std::string_view> names;
    for (const auto &field : domain::limitFields()) {
        EXPECT_TRUE(names.insert(field.name).second) << field.name;
        EXPECT_EQ(domain::limitField(field.name)->name, field.name);
        for (const auto value : {field.least, field.most}) {
            GuardLimits limits;
            domain::setLimit(limits, field, value);
            EXPECT_EQ(domain::limitValue(limits, field), value) << field.name;
            for (const auto &other : domain::limitFields()) {
                if (other.name == field.name)
                    continue;
                EXPECT_EQ(domain::limitValue(limits, other),
                          domain::limitValue(GuardLimits{}, other))
                    << field.name << " changed " << other.name;
            }
        }
    }
    EXPECT_EQ(domain::limitField("no_such"), nullptr);
}

TEST(GuardLimits, WhatIsOutOfRangeIsSaidOfItsField)
{
    for (const auto &field : domain::limitFields()) {
        if (field.unit == domain::LimitUnit::Switch || field.unit == domain::LimitUnit::Answering)
            continue;
        for (const auto value : {field.least - 1, field.most + 1}) {
            GuardLimits limits;
            domain::setLimit(limits, field, value);
            const auto problems = domain::problemsOf(limits);
            ASSERT_FALSE(problems.empty()) << field.name << " " << value;
            EXPECT_EQ(problems.front(), (GuardProblem{field.name, GuardFault::OutOfRange}));
        }
    }
    GuardLimits limits;
    limits.guards.reachToMs = limits.guards.reachFromMs;
    EXPECT_EQ(domain::problemsOf(limits),
              (std::vector{GuardProblem{"reach_to", GuardFault::EndsBeforeBegin}}));
}

TEST(GuardLimits, SeatsAndHoursAreLookedAt)
{
    domain::RoutingSeat seat;
    seat.weight = 101;
    seat.capacity = 0;
    seat.isPresent = false;
    seat.awayUntilMs = 99;
    EXPECT_EQ(domain::problemsOf(seat, 100),
              (std::vector{GuardProblem{"weight", GuardFault::OutOfRange},
                           GuardProblem{"capacity", GuardFault::OutOfRange},
                           GuardProblem{"away_until", GuardFault::InThePast}}));
    domain::WorkCalendar calendar;
    calendar.zone = "Mars/Base";
    calendar.week[1] = domain::WorkSpan{10 * base::hourMs, 10 * base::hourMs};
    calendar.week[2] = domain::WorkSpan{10 * base::hourMs, 25 * base::hourMs};
    EXPECT_EQ(domain::problemsOf(calendar),
              (std::vector{GuardProblem{"zone", GuardFault::UnknownZone},
                           GuardProblem{"tuesday", GuardFault::EndsBeforeBegin},
                           GuardProblem{"wednesday", GuardFault::OutOfRange}}));
    calendar = {};
    calendar.week = {};
    EXPECT_EQ(domain::problemsOf(calendar),
              (std::vector{GuardProblem{"week", GuardFault::NoWorkingDay}}));
}
