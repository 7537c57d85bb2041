// Civil dates and IANA time zones, for working hours, weeks, and dates in files. Pure values, any
// thread. An unknown zone is an error; a local time that a clock change skipped or repeated is told
// apart by resolve(), never passed over in silence.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

class QTimeZone;

namespace topline::base {

// Proleptic Gregorian, years 1 to 9999; month and day count from 1.
struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
    auto operator<=>(const CivilDate &) const = default;

    bool isValid() const;
    // "2017-03-01".
    std::string text() const;
};

// Days since 1970-01-01.
std::int64_t dayNumber(CivilDate date);
CivilDate dateOfDayNumber(std::int64_t day);

// 1 is Monday, 7 is Sunday.
int weekday(CivilDate date);

CivilDate addDays(CivilDate date, std::int64_t days);

// The same day of another month, or that month's last day where it is shorter.
CivilDate addMonths(CivilDate date, int months);

// The Monday on or before the date.
CivilDate mondayOf(CivilDate date);

// ISO 8601: week 1 holds the year's first Thursday.
struct IsoWeek {
    int year = 1970;
    int week = 1;
    auto operator<=>(const IsoWeek &) const = default;

    // "2017-W09".
    std::string text() const;
};

IsoWeek isoWeek(CivilDate date);
CivilDate mondayOf(IsoWeek week);

struct CivilTime {
    CivilDate date;
    DurationMs sinceMidnightMs = 0; // by the wall clock: 09:00 is nine hours on every day
    auto operator<=>(const CivilTime &) const = default;
};

enum class LocalKind { Unique, Skipped, Repeated };

struct ResolvedTime {
    LocalKind kind = LocalKind::Unique;
    // Repeated: the first of the two. Skipped: as long after the change as the clock would have
    // shown before it (02:30 becomes 03:30).
    UtcMs utcMs = 0;
};

class TimeZone {
public:
    // UTC.
    TimeZone() = default;

    // "Europe/Berlin", "UTC". InvalidInput for a name that is not known here.
    static Result<TimeZone> find(std::string_view name);

    const std::string &name() const { return m_name; }

    bool operator==(const TimeZone &other) const { return m_name == other.m_name; }

    DurationMs offsetMs(UtcMs at) const;
    CivilTime local(UtcMs at) const;
    ResolvedTime resolve(const CivilTime &local) const;

    // InvalidInput for a time that a clock change skipped; the first of a repeated one.
    Result<UtcMs> toUtc(const CivilTime &local) const;

    // The day's first instant: midnight, or the end of a change that skipped it.
    UtcMs startOfDay(CivilDate date) const;

    CivilDate dateOf(UtcMs at) const { return local(at).date; }

    // That wall-clock time on that day; moved behind a change that skipped it.
    UtcMs at(CivilDate date, DurationMs sinceMidnightMs) const;

private:
    std::string m_name = "UTC";
    std::shared_ptr<const QTimeZone> m_zone; // null for UTC
};

// The next days that work is put off to, all at a wall-clock time (09:00 is 9 * hourMs).
UtcMs tomorrowAt(const TimeZone &zone, UtcMs now, DurationMs sinceMidnightMs);

// The first Monday to Friday after today that is not a holiday.
UtcMs nextBusinessDayAt(const TimeZone &zone, UtcMs now, DurationMs sinceMidnightMs,
                        std::span<const CivilDate> holidays = {});

// The first Monday after today; where that is a holiday, the business day after it.
UtcMs nextMondayAt(const TimeZone &zone, UtcMs now, DurationMs sinceMidnightMs,
                   std::span<const CivilDate> holidays = {});

// "2017-03-01T14:05:09Z", with ".123" where there are milliseconds.
std::string utcText(UtcMs at);

// "2017-03-01 14:05" by the zone's clock.
std::string localText(const TimeZone &zone, UtcMs at);

} // namespace topline::base
