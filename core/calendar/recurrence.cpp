#include "core/calendar/recurrence.h"

#include <algorithm>
#include <cstdlib>

namespace topline::calendar {

namespace {

using base::CivilDate;
using base::CivilTime;
using base::dayNumber;
using Every = Recurrence::Every;

constexpr std::int64_t stepsOfOneMax = 200'000;
constexpr std::size_t timesMax = 48; // a day

bool has(const std::vector<int> &values, int value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

// Counted from the front, or from the back with a negative number.
bool hasNth(const std::vector<int> &values, int fromFront, int count)
{
    return has(values, fromFront) || has(values, fromFront - count - 1);
}

int daysOfMonth(CivilDate date)
{
    const CivilDate next = base::addMonths({date.year, date.month, 1}, 1);
    return static_cast<int>(dayNumber(next) - dayNumber({date.year, date.month, 1}));
}

int daysOfYear(int year)
{
    return static_cast<int>(dayNumber({year + 1, 1, 1}) - dayNumber({year, 1, 1}));
}

int dayOfYear(CivilDate date)
{
    return static_cast<int>(dayNumber(date) - dayNumber({date.year, 1, 1})) + 1;
}

CivilDate weekOf(CivilDate date, int weekStart)
{
    return base::addDays(date, -((base::weekday(date) - weekStart + 7) % 7));
}

// The first week with four days in the year is its first.
CivilDate firstWeek(int year, int weekStart)
{
    return weekOf({year, 1, 4}, weekStart);
}

class Expansion {
public:
    Expansion(const Recurrence &rule, const CivilTime &start, const Window &window)
        : m_rule(rule)
        , m_start(start)
        , m_window(window)
    {
    }

    Occurrences run(std::int64_t &steps)
    {
        const std::int64_t budget = std::min(steps, stepsOfOneMax);
        m_left = budget;
        if (m_rule.every == Every::LessThanADay || m_rule.interval < 1 ||
            m_rule.times.size() > timesMax) {
            m_out.isCut = true;
            take(m_start);
            return std::move(m_out);
        }
        take(m_start); // always the first, whether or not the rule meets it
        for (std::int64_t period = firstPeriod(); !m_isDone; ++period)
            runPeriod(period * m_rule.interval);
        steps -= budget - m_left;
        return std::move(m_out);
    }

private:
    // Without a count, what lies before the window need not be counted.
    std::int64_t firstPeriod() const
    {
        if (m_rule.count > 0 || m_window.from.date <= m_start.date)
            return 0;
        const CivilDate from = m_window.from.date;
        std::int64_t periods = 0;
        switch (m_rule.every) {
        case Every::Year:
            periods = from.year - m_start.date.year - 1;
            break;
        case Every::Month:
            periods = (from.year - m_start.date.year) * std::int64_t{12} + from.month -
                      m_start.date.month;
            break;
        case Every::Week:
            periods = (dayNumber(from) - dayNumber(m_start.date)) / 7 - 1;
            break;
        default:
            periods = dayNumber(from) - dayNumber(m_start.date);
            break;
        }
        return std::max<std::int64_t>(periods / m_rule.interval, 0);
    }

    void runPeriod(std::int64_t offset)
    {
        std::int64_t from = 0;
        std::int64_t until = 0; // not included
        if (!findPeriod(offset, from, until)) {
            m_isDone = true;
            return;
        }
        std::vector<CivilTime> found;
        for (std::int64_t day = from; day < until; ++day) {
            if (--m_left < 0) {
                m_out.isCut = m_isDone = true;
                return;
            }
            const CivilDate date = base::dateOfDayNumber(day);
            if (date.isValid() && fits(date))
                addTimes(date, found);
        }
        m_left -= static_cast<std::int64_t>(found.size());
        takePositions(found);
    }

    // False: it lies behind everything that is asked for.
    bool findPeriod(std::int64_t offset, std::int64_t &from, std::int64_t &until) const
    {
        switch (m_rule.every) {
        case Every::Year: {
            const std::int64_t year = m_start.date.year + offset;
            if (year > std::min(m_window.until.date.year + 1, 9998))
                return false;
            m_year = static_cast<int>(year);
            // The year's weeks reach into its neighbours.
            const int reach = m_rule.weeks.empty() ? 0 : 3;
            from = dayNumber({m_year, 1, 1}) - reach;
            until = dayNumber({m_year + 1, 1, 1}) + reach;
            return true;
        }
        case Every::Month: {
            if (offset > 12 * 9999)
                return false;
            const CivilDate first = base::addMonths({m_start.date.year, m_start.date.month, 1},
                                                    static_cast<int>(offset));
            from = dayNumber(first);
            until = dayNumber(base::addMonths(first, 1));
            break;
        }
        case Every::Week:
            from = dayNumber(weekOf(m_start.date, m_rule.weekStart)) + 7 * offset;
            until = from + 7;
            break;
        default:
            from = dayNumber(m_start.date) + offset;
            until = from + 1;
            break;
        }
        return from <= dayNumber(m_window.until.date);
    }

    bool fits(CivilDate date) const
    {
        if (!m_rule.months.empty() && !has(m_rule.months, date.month))
            return false;
        switch (m_rule.every) {
        case Every::Year:
            return fitsYear(date);
        case Every::Month:
            return fitsMonth(date);
        case Every::Week:
            return m_rule.days.empty() ? base::weekday(date) == base::weekday(m_start.date)
                                       : fitsWeekday(date);
        default:
            return (m_rule.monthDays.empty() || fitsMonthDay(date)) &&
                   (m_rule.days.empty() || fitsWeekday(date));
        }
    }

    bool fitsYear(CivilDate date) const
    {
        if (!m_rule.weeks.empty() && !fitsWeek(date))
            return false;
        if (!m_rule.yearDays.empty() &&
            !hasNth(m_rule.yearDays, dayOfYear(date), daysOfYear(date.year)))
            return false;
        if (!m_rule.monthDays.empty() && !fitsMonthDay(date))
            return false;
        if (!m_rule.days.empty()) {
            if (!m_rule.yearDays.empty() || !m_rule.monthDays.empty() || !m_rule.weeks.empty())
                return fitsWeekday(date);
            return m_rule.months.empty() ? fitsNth(date, dayOfYear(date), daysOfYear(date.year))
                                         : fitsNth(date, date.day, daysOfMonth(date));
        }
        if (!m_rule.yearDays.empty() || !m_rule.monthDays.empty())
            return true;
        if (!m_rule.weeks.empty())
            return base::weekday(date) == base::weekday(m_start.date);
        return date.day == m_start.date.day &&
               (!m_rule.months.empty() || date.month == m_start.date.month);
    }

    bool fitsMonth(CivilDate date) const
    {
        if (!m_rule.monthDays.empty() && !fitsMonthDay(date))
            return false;
        if (!m_rule.days.empty())
            return m_rule.monthDays.empty() ? fitsNth(date, date.day, daysOfMonth(date))
                                            : fitsWeekday(date);
        return !m_rule.monthDays.empty() || date.day == m_start.date.day;
    }

    bool fitsMonthDay(CivilDate date) const
    {
        return hasNth(m_rule.monthDays, date.day, daysOfMonth(date));
    }

    bool fitsWeekday(CivilDate date) const
    {
        return std::any_of(m_rule.days.begin(), m_rule.days.end(), [date](const RuleDay &day) {
            return day.weekday == base::weekday(date);
        });
    }

    // Within a month or year of `count` days, of which this is the `number`th.
    bool fitsNth(CivilDate date, int number, int count) const
    {
        const int weekday = base::weekday(date);
        const int fromFront = (number - 1) / 7 + 1;
        const int fromBack = -((count - number) / 7 + 1);
        return std::any_of(m_rule.days.begin(), m_rule.days.end(), [&](const RuleDay &day) {
            return day.weekday == weekday &&
                   (day.nth == 0 || day.nth == fromFront || day.nth == fromBack);
        });
    }

    bool fitsWeek(CivilDate date) const
    {
        const std::int64_t first = dayNumber(firstWeek(m_year, m_rule.weekStart));
        const std::int64_t next = dayNumber(firstWeek(m_year + 1, m_rule.weekStart));
        const std::int64_t day = dayNumber(date);
        return day >= first && day < next &&
               hasNth(m_rule.weeks, static_cast<int>((day - first) / 7) + 1,
                      static_cast<int>((next - first) / 7));
    }

    void addTimes(CivilDate date, std::vector<CivilTime> &found) const
    {
        if (m_rule.times.empty())
            found.push_back({date, m_start.sinceMidnightMs});
        for (const base::DurationMs time : m_rule.times)
            found.push_back({date, time});
    }

    void takePositions(const std::vector<CivilTime> &found)
    {
        const int count = static_cast<int>(found.size());
        for (int i = 0; i < count && !m_isDone; ++i) {
            if (m_rule.positions.empty() || hasNth(m_rule.positions, i + 1, count))
                takeRuled(found[static_cast<std::size_t>(i)]);
        }
    }

    void takeRuled(const CivilTime &time)
    {
        if (time <= m_start)
            return;
        if (m_rule.last && *m_rule.last < time)
            m_isDone = true;
        else
            take(time);
    }

    void take(const CivilTime &time)
    {
        ++m_taken;
        if (m_window.from <= time && time < m_window.until)
            m_out.starts.push_back(time);
        if (time >= m_window.until || (m_rule.count > 0 && m_taken >= m_rule.count))
            m_isDone = true;
    }

    const Recurrence &m_rule;
    const CivilTime m_start;
    const Window m_window;
    Occurrences m_out;
    mutable int m_year = 0; // of the period under way
    std::int64_t m_left = 0;
    std::int64_t m_taken = 0;
    bool m_isDone = false;
};

} // namespace

Occurrences occurrences(const Recurrence &rule, const base::CivilTime &start, const Window &window,
                        std::int64_t &steps)
{
    return Expansion(rule, start, window).run(steps);
}

} // namespace topline::calendar
