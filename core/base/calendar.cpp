#include "core/base/calendar.h"

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cstdio>

namespace topline::base {

namespace {

bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysInMonth(int year, int month)
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::int64_t floorDivide(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

std::int64_t asIfUtc(const CivilTime &local)
{
    return dayNumber(local.date) * dayMs + local.sinceMidnightMs;
}

bool isBusinessDay(CivilDate date, std::span<const CivilDate> holidays)
{
    return weekday(date) <= 5 &&
           std::find(holidays.begin(), holidays.end(), date) == holidays.end();
}

template <typename... Numbers> std::string printed(const char *format, Numbers... numbers)
{
    std::array<char, 64> out{};
    const int length = std::snprintf(out.data(), out.size(), format, numbers...);
    return {out.data(), static_cast<std::size_t>(length)};
}

} // namespace

bool CivilDate::isValid() const
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= daysInMonth(year, month);
}

std::string CivilDate::text() const
{
    return printed("%04d-%02d-%02d", year, month, day);
}

// Counts in years that begin in March, so that the leap day is a year's last; 400 years repeat.
std::int64_t dayNumber(CivilDate date)
{
    const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t cycle = floorDivide(year, 400);
    const std::int64_t yearOfCycle = year - cycle * 400;
    const std::int64_t monthFromMarch = (date.month + 9) % 12;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
    const std::int64_t dayOfCycle =
        yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
    return cycle * 146'097 + dayOfCycle - 719'468;
}

CivilDate dateOfDayNumber(std::int64_t day)
{
    const std::int64_t shifted = day + 719'468;
    const std::int64_t cycle = floorDivide(shifted, 146'097);
    const std::int64_t dayOfCycle = shifted - cycle * 146'097;
    const std::int64_t yearOfCycle =
        (dayOfCycle - dayOfCycle / 1'460 + dayOfCycle / 36'524 - dayOfCycle / 146'096) / 365;
    const std::int64_t dayOfYear =
        dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    CivilDate out;
    out.day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    out.month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    out.year = static_cast<int>(cycle * 400 + yearOfCycle + (out.month <= 2 ? 1 : 0));
    return out;
}

int weekday(CivilDate date)
{
    const std::int64_t fromThursday = dayNumber(date); // 1970-01-01 was a Thursday
    return static_cast<int>(fromThursday + 3 - floorDivide(fromThursday + 3, 7) * 7) + 1;
}

CivilDate addDays(CivilDate date, std::int64_t days)
{
    return dateOfDayNumber(dayNumber(date) + days);
}

CivilDate addMonths(CivilDate date, int months)
{
    const std::int64_t month = static_cast<std::int64_t>(date.year) * 12 + date.month - 1 + months;
    CivilDate out;
    out.year = static_cast<int>(floorDivide(month, 12));
    out.month = static_cast<int>(month - floorDivide(month, 12) * 12) + 1;
    out.day = std::min(date.day, daysInMonth(out.year, out.month));
    return out;
}

CivilDate mondayOf(CivilDate date)
{
    return addDays(date, 1 - weekday(date));
}

std::string IsoWeek::text() const
{
    return printed("%04d-W%02d", year, week);
}

IsoWeek isoWeek(CivilDate date)
{
    const CivilDate thursday = addDays(mondayOf(date), 3);
    const std::int64_t dayOfYear = dayNumber(thursday) - dayNumber({thursday.year, 1, 1});
    return {thursday.year, static_cast<int>(dayOfYear / 7) + 1};
}

CivilDate mondayOf(IsoWeek week)
{
    // 4 January is always in week 1.
    return addDays(mondayOf(CivilDate{week.year, 1, 4}), (week.week - 1) * 7);
}

Result<TimeZone> TimeZone::find(std::string_view name)
{
    TimeZone out;
    if (name == "UTC" || name == "Etc/UTC" || name == "Z")
        return out;
    const QByteArray id(name.data(), static_cast<qsizetype>(name.size()));
    // Qt also takes names such as "UTC+25"; only names of the zone database are meant here.
    if (name.find('/') == std::string_view::npos || !QTimeZone::isTimeZoneIdAvailable(id))
        return Error{ErrorCode::InvalidInput,
                     "There is no time zone named \"" + std::string(name) + "\".",
                     {},
                     "Use a name such as Europe/Berlin or UTC."};
    out.m_zone = std::make_shared<const QTimeZone>(id);
    out.m_name = std::string(name);
    return out;
}

DurationMs TimeZone::offsetMs(UtcMs at) const
{
    if (!m_zone)
        return 0;
    return m_zone->offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)) * secondMs;
}

CivilTime TimeZone::local(UtcMs at) const
{
    const std::int64_t shifted = at + offsetMs(at);
    const std::int64_t day = floorDivide(shifted, dayMs);
    return {dateOfDayNumber(day), shifted - day * dayMs};
}

ResolvedTime TimeZone::resolve(const CivilTime &local) const
{
    const std::int64_t shifted = asIfUtc(local);
    if (!m_zone)
        return {LocalKind::Unique, shifted};
    // Offsets lie within a day, so the ones a day before and after are those of both sides.
    const DurationMs before = offsetMs(shifted - dayMs);
    const DurationMs after = offsetMs(shifted + dayMs);
    const bool fitsBefore = offsetMs(shifted - before) == before;
    const bool fitsAfter = offsetMs(shifted - after) == after;
    if (fitsBefore && fitsAfter && before != after)
        return {LocalKind::Repeated, std::min(shifted - before, shifted - after)};
    if (!fitsBefore && !fitsAfter)
        return {LocalKind::Skipped, shifted - before};
    return {LocalKind::Unique, shifted - (fitsBefore ? before : after)};
}

Result<UtcMs> TimeZone::toUtc(const CivilTime &local) const
{
    const ResolvedTime out = resolve(local);
    if (out.kind == LocalKind::Skipped)
        return Error{ErrorCode::InvalidInput, "The clocks of " + m_name + " skipped this time on " +
                                                  local.date.text() + "."};
    return out.utcMs;
}

UtcMs TimeZone::startOfDay(CivilDate date) const
{
    return at(date, 0);
}

UtcMs TimeZone::at(CivilDate date, DurationMs sinceMidnightMs) const
{
    return resolve({date, sinceMidnightMs}).utcMs;
}

UtcMs tomorrowAt(const TimeZone &zone, UtcMs now, DurationMs sinceMidnightMs)
{
    return zone.at(addDays(zone.dateOf(now), 1), sinceMidnightMs);
}

UtcMs nextBusinessDayAt(const TimeZone &zone, UtcMs now, DurationMs sinceMidnightMs,
                        std::span<const CivilDate> holidays)
{
    CivilDate date = addDays(zone.dateOf(now), 1);
    while (!isBusinessDay(date, holidays))
        date = addDays(date, 1);
    return zone.at(date, sinceMidnightMs);
}

UtcMs nextMondayAt(const TimeZone &zone, UtcMs now, DurationMs sinceMidnightMs,
                   std::span<const CivilDate> holidays)
{
    CivilDate date = addDays(mondayOf(zone.dateOf(now)), 7);
    while (!isBusinessDay(date, holidays))
        date = addDays(date, 1);
    return zone.at(date, sinceMidnightMs);
}

std::string utcText(UtcMs at)
{
    const CivilTime time = TimeZone().local(at);
    const auto ms = static_cast<int>(time.sinceMidnightMs);
    std::string out = time.date.text() +
                      printed("T%02d:%02d:%02d", ms / 3'600'000, ms / 60'000 % 60, ms / 1'000 % 60);
    if (ms % 1'000 != 0)
        out += printed(".%03d", ms % 1'000);
    return out + "Z";
}

std::string localText(const TimeZone &zone, UtcMs at)
{
    const CivilTime time = zone.local(at);
    const auto minutes = static_cast<int>(time.sinceMidnightMs / minuteMs);
    return time.date.text() + printed(" %02d:%02d", minutes / 60, minutes % 60);
}

} // namespace topline::base
