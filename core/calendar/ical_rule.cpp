#include "core/calendar/ical_rule.h"

#include <algorithm>
#include <array>

namespace topline::calendar {

namespace {

template <std::size_t Size> std::vector<int> listOf(const short (&values)[Size])
{
    std::vector<int> out;
    for (const short value : values) {
        if (value == static_cast<short>(ICAL_RECURRENCE_ARRAY_MAX))
            break;
        out.push_back(value);
    }
    return out;
}

// libical counts from Sunday, which is 1.
int weekdayOf(int value)
{
    return value <= 1 ? 7 : value - 1;
}

std::optional<Recurrence::Every> everyOf(icalrecurrencetype_frequency frequency)
{
    switch (frequency) {
    case ICAL_DAILY_RECURRENCE:
        return Recurrence::Every::Day;
    case ICAL_WEEKLY_RECURRENCE:
        return Recurrence::Every::Week;
    case ICAL_MONTHLY_RECURRENCE:
        return Recurrence::Every::Month;
    case ICAL_YEARLY_RECURRENCE:
        return Recurrence::Every::Year;
    case ICAL_SECONDLY_RECURRENCE:
    case ICAL_MINUTELY_RECURRENCE:
    case ICAL_HOURLY_RECURRENCE:
        return Recurrence::Every::LessThanADay;
    default:
        return std::nullopt;
    }
}

// Every time of day that the lists name; where one is missing, the start's.
std::vector<base::DurationMs> timesOf(const icalrecurrencetype &from, const IcalMoment &start)
{
    std::vector<int> hours = listOf(from.by_hour);
    std::vector<int> minutes = listOf(from.by_minute);
    std::vector<int> seconds = listOf(from.by_second);
    if (hours.empty() && minutes.empty() && seconds.empty())
        return {};
    const auto ofStart = static_cast<int>(start.wall.sinceMidnightMs / base::secondMs);
    if (hours.empty())
        hours = {ofStart / 3600};
    if (minutes.empty())
        minutes = {ofStart / 60 % 60};
    if (seconds.empty())
        seconds = {ofStart % 60};
    std::vector<base::DurationMs> out;
    for (const int hour : hours) {
        for (const int minute : minutes) {
            for (const int second : seconds)
                out.push_back(hour * base::hourMs + minute * base::minuteMs +
                              std::min(second, 59) * base::secondMs);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// The last moment by the wall clock of the start.
std::optional<base::CivilTime> lastOf(const icaltimetype &until, const IcalMoment &start)
{
    if (icaltime_is_null_time(until))
        return std::nullopt;
    const base::CivilTime wall = {{until.year, until.month, until.day},
                                  until.hour * base::hourMs + until.minute * base::minuteMs +
                                      until.second * base::secondMs};
    if (!wall.date.isValid())
        return std::nullopt;
    if (until.is_date)
        return base::CivilTime{wall.date, base::dayMs - 1};
    if (!icaltime_is_utc(until) || start.zone == "UTC")
        return wall;
    const auto zone = base::TimeZone::find(start.zone);
    return zone.ok() ? zone->local(base::TimeZone().resolve(wall).utcMs) : wall;
}

} // namespace

std::optional<Recurrence> ruleOf(const icalrecurrencetype &from, const IcalMoment &start)
{
    const auto every = everyOf(from.freq);
    // Rules by another calendar's months and leap months are none that is known here.
    if (!every || from.interval < 1 || from.count < 0 || from.rscale != nullptr)
        return std::nullopt;
    Recurrence out;
    out.every = *every;
    out.interval = from.interval;
    out.count = from.count;
    out.last = lastOf(from.until, start);
    out.weekStart = from.week_start == ICAL_NO_WEEKDAY ? 1 : weekdayOf(from.week_start);
    out.months = listOf(from.by_month);
    out.weeks = listOf(from.by_week_no);
    out.yearDays = listOf(from.by_year_day);
    out.monthDays = listOf(from.by_month_day);
    out.positions = listOf(from.by_set_pos);
    for (const int day : listOf(from.by_day)) {
        const auto packed = static_cast<short>(day);
        out.days.push_back({weekdayOf(icalrecurrencetype_day_day_of_week(packed)),
                            icalrecurrencetype_day_position(packed)});
    }
    out.times = timesOf(from, start);
    return out;
}

} // namespace topline::calendar
