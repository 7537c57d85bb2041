// The same rules, worked out by us and by libical's iterator. The seed is printed with a failure.
#include "core/base/random.h"
#include "core/calendar/ical_rule.h"
#include "core/calendar/recurrence.h"

#include <gtest/gtest.h>
#include <libical/ical.h>
#include <set>

namespace topline::calendar {
namespace {

using base::CivilTime;

std::string textOf(const CivilTime &time)
{
    return time.date.text() + "+" + std::to_string(time.sinceMidnightMs / base::minuteMs);
}

std::vector<std::string> textsOf(const std::vector<CivilTime> &times)
{
    std::vector<std::string> out;
    for (const CivilTime &time : times)
        out.push_back(textOf(time));
    return out;
}

const Window window = {{{2024, 1, 1}, 0}, {{2031, 1, 1}, 0}};

icaltimetype icalOf(const CivilTime &time)
{
    icaltimetype out = icaltime_null_time();
    out.year = time.date.year;
    out.month = time.date.month;
    out.day = time.date.day;
    out.hour = static_cast<int>(time.sinceMidnightMs / base::hourMs);
    out.minute = static_cast<int>(time.sinceMidnightMs / base::minuteMs % 60);
    return out;
}

CivilTime timeOf(const icaltimetype &time)
{
    return {{time.year, time.month, time.day},
            time.hour * base::hourMs + time.minute * base::minuteMs};
}

// Within the window, at most so many from the start on.
std::vector<CivilTime> byLibical(const std::string &rule, const CivilTime &start)
{
    std::vector<CivilTime> out;
    icalrecur_iterator *at =
        icalrecur_iterator_new(icalrecurrencetype_from_string(rule.c_str()), icalOf(start));
    while (at) {
        const icaltimetype time = icalrecur_iterator_next(at);
        if (icaltime_is_null_time(time) || timeOf(time) >= window.until)
            break;
        if (timeOf(time) >= window.from)
            out.push_back(timeOf(time));
    }
    icalrecur_iterator_free(at);
    return out;
}

Occurrences byUs(const std::string &rule, const CivilTime &start)
{
    const icalrecurrencetype read = icalrecurrencetype_from_string(rule.c_str());
    IcalMoment moment;
    moment.wall = start;
    const auto ours = ruleOf(read, moment);
    std::int64_t steps = 1'000'000;
    return ours ? occurrences(*ours, start, window, steps) : Occurrences{{}, true};
}

class RandomRule {
public:
    explicit RandomRule(std::uint64_t seed)
        : m_random(seed)
    {
    }

    std::string text()
    {
        static const char *const every[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        const std::size_t kind = m_random.below(4);
        std::string out = std::string("FREQ=") + every[kind];
        if (m_random.chance(0.4))
            out += ";INTERVAL=" + std::to_string(m_random.between(2, 5));
        if (m_random.chance(0.3))
            out += ";COUNT=" + std::to_string(m_random.between(1, 40));
        else if (m_random.chance(0.3))
            out += ";UNTIL=2027" + two(1, 12) + two(1, 28) + "T120000";
        const bool byDay = m_random.chance(0.5);
        const bool byMonthDay = kind >= 2 && !byDay && m_random.chance(0.4);
        // Without a month, days of months are in one month of the year for libical, in all for us.
        if (m_random.chance(0.3) || (byMonthDay && kind == 3))
            out += ";BYMONTH=" + list(1, 12);
        if (byDay)
            out += ";BYDAY=" + days(kind);
        if (byMonthDay)
            out += ";BYMONTHDAY=" + list(-28, 31);
        if (kind == 1 && m_random.chance(0.3))
            out += ";WKST=SU";
        if (kind >= 2 && byDay && m_random.chance(0.4))
            out += ";BYSETPOS=" + std::string(m_random.chance(0.5) ? "1" : "-1");
        return out;
    }

    CivilTime start()
    {
        return {base::dateOfDayNumber(base::dayNumber({2023, 6, 1}) + m_random.between(0, 900)),
                9 * base::hourMs + 30 * base::minuteMs};
    }

private:
    std::string two(int low, int high)
    {
        const auto value = m_random.between(low, high);
        return (value < 10 ? "0" : "") + std::to_string(value);
    }

    // Without repeats, which libical gives twice.
    std::string list(int low, int high)
    {
        std::set<std::int64_t> values;
        for (std::int64_t left = m_random.between(1, 3); left > 0; --left)
            values.insert(m_random.between(low, high));
        values.erase(0);
        if (values.empty())
            values.insert(1);
        std::string out;
        for (const std::int64_t value : values)
            out += (out.empty() ? "" : ",") + std::to_string(value);
        return out;
    }

    std::string days(std::size_t kind)
    {
        static const char *const names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
        std::set<std::size_t> chosen;
        for (std::int64_t left = m_random.between(1, 3); left > 0; --left)
            chosen.insert(m_random.below(7));
        std::string out;
        for (const std::size_t day : chosen) {
            std::string nth;
            if (kind == 2 && m_random.chance(0.5))
                nth = std::to_string(m_random.chance(0.5) ? m_random.between(1, 4) : -1);
            out += (out.empty() ? "" : ",") + nth + names[day];
        }
        return out;
    }

    base::Random m_random;
};

TEST(Recurrence, RandomRulesAreWorkedOutAsLibicalDoes)
{
    int compared = 0;
    for (std::uint64_t seed = 1; seed <= 4'000; ++seed) {
        RandomRule random(seed);
        const std::string rule = random.text();
        CivilTime start = random.start();
        // A start that its own rule does not meet means different things to different programs.
        icalrecur_iterator *first =
            icalrecur_iterator_new(icalrecurrencetype_from_string(rule.c_str()), icalOf(start));
        if (!first)
            continue;
        const icaltimetype met = icalrecur_iterator_next(first);
        icalrecur_iterator_free(first);
        if (icaltime_is_null_time(met) || timeOf(met) >= window.until)
            continue;
        start = timeOf(met);
        const Occurrences ours = byUs(rule, start);
        EXPECT_FALSE(ours.isCut) << "seed " << seed << " " << rule;
        ASSERT_EQ(textsOf(ours.starts), textsOf(byLibical(rule, start)))
            << "seed " << seed << " " << rule << " from " << textOf(start);
        ++compared;
    }
    EXPECT_GT(compared, 3'000);
}

// The examples of RFC 5545, 3.8.5.3, that tell the parts of a rule apart.
TEST(Recurrence, RulesMeanWhatTheStandardSays)
{
    const CivilTime start = {{2024, 1, 1}, 9 * base::hourMs};
    const auto days = [&start](const std::string &rule) {
        std::vector<std::string> out;
        for (const CivilTime &time : byUs(rule, start).starts)
            out.push_back(time.date.text());
        return out;
    };
    using Days = std::vector<std::string>;
    EXPECT_EQ(days("FREQ=MONTHLY;COUNT=3;BYDAY=-1FR"),
              (Days{"2024-01-01", "2024-01-26", "2024-02-23"}));
    EXPECT_EQ(days("FREQ=YEARLY;COUNT=3;BYWEEKNO=20;BYDAY=MO"),
              (Days{"2024-01-01", "2024-05-13", "2025-05-12"}));
    EXPECT_EQ(days("FREQ=YEARLY;COUNT=4;BYYEARDAY=1,100,-1"),
              (Days{"2024-01-01", "2024-04-09", "2024-12-31", "2025-01-01"}));
    EXPECT_EQ(days("FREQ=MONTHLY;COUNT=3;BYMONTHDAY=31"),
              (Days{"2024-01-01", "2024-01-31", "2024-03-31"}));
    EXPECT_EQ(days("FREQ=YEARLY;COUNT=2;BYMONTH=2;BYMONTHDAY=29"),
              (Days{"2024-01-01", "2024-02-29"}));
    EXPECT_EQ(days("FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2"),
              (Days{"2024-01-01", "2024-01-30", "2024-02-28"}));
    EXPECT_EQ(days("FREQ=DAILY;UNTIL=20240103T090000"),
              (Days{"2024-01-01", "2024-01-02", "2024-01-03"}));
    EXPECT_EQ(byUs("FREQ=DAILY;COUNT=2;BYHOUR=9,15", start).starts.back().sinceMidnightMs,
              15 * base::hourMs);
}

// Each of these takes a naive program for ever.
TEST(Recurrence, BombsCostABoundedNumberOfSteps)
{
    const CivilTime start = {{1970, 1, 1}, 0};
    for (const char *rule :
         {"FREQ=SECONDLY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=MINUTELY;COUNT=2147483647", "FREQ=HOURLY;INTERVAL=1",
          "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;COUNT=999999;BYMONTH=2;BYMONTHDAY=30",
          "FREQ=DAILY;COUNT=2147483647",
          "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5;BYSECOND=0,1,2,3,4",
          "FREQ=MONTHLY;BYDAY=5MO;BYMONTH=2;BYSETPOS=366", "FREQ=YEARLY;INTERVAL=32767",
          "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=1000000"}) {
        const icalrecurrencetype read = icalrecurrencetype_from_string(rule);
        IcalMoment moment;
        moment.wall = start;
        const auto ours = ruleOf(read, moment);
        std::int64_t steps = 1'000'000;
        const Window far = {{{2026, 1, 1}, 0}, {{9990, 1, 1}, 0}};
        if (ours)
            occurrences(*ours, start, far, steps);
        EXPECT_GE(steps, 1'000'000 - 210'000) << rule;
    }
}

} // namespace
} // namespace topline::calendar
