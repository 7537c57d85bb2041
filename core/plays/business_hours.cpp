#include "core/plays/business_hours.h"

#include "core/plays/holidays.h"
#include "core/plays/work_calendar_places.h"

#include <QDateTime>
#include <QTimeZone>

namespace topline::plays {

namespace {

constexpr int openingHour = 8;
constexpr int closingHour = 18;
constexpr int friday = 5;
constexpr int daysLookedAhead = 370;

bool isWorkday(const QDate &date)
{
    return date.dayOfWeek() <= Qt::Friday;
}

struct DayRule {
    bool isOpen = true;
    std::string holiday;
};

DayRule ruleOf(base::CivilDate date, const Whereabouts &where, const domain::GuardPolicy &policy)
{
    if (!policy.reachWeekends && base::weekday(date) > friday)
        return {false, {}};
    const auto holiday = holidayOn(where.country, date);
    return {!holiday, holiday ? std::string(*holiday) : std::string()};
}

} // namespace

base::UtcMs clockStartMs(base::UtcMs atMs, const std::string &zone)
{
    const QTimeZone named(QByteArray::fromStdString(zone));
    const QTimeZone local = named.isValid() ? named : QTimeZone::utc();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, local);
    QDate date = at.date();
    if (isWorkday(date) && at.time().hour() < closingHour) {
        if (at.time().hour() >= openingHour)
            return atMs;
    } else {
        do {
            date = date.addDays(1);
        } while (!isWorkday(date));
    }
    return QDateTime(date, QTime(openingHour, 0), local).toMSecsSinceEpoch();
}

Whereabouts whereabouts(const std::string &personZone, const std::string &country,
                        const std::string &repZone)
{
    Whereabouts out;
    out.country = countryCode(country);
    for (const std::string &name : {personZone, zoneOfCountry(out.country), repZone}) {
        if (name.empty())
            continue;
        if (auto zone = base::TimeZone::find(name); zone.ok()) {
            out.zone = std::move(*zone);
            break;
        }
    }
    return out;
}

std::optional<ReachWait> waitToReach(base::UtcMs atMs, const Whereabouts &where,
                                     const domain::GuardPolicy &policy)
{
    const base::CivilTime local = where.zone.local(atMs);
    const DayRule today = ruleOf(local.date, where, policy);
    const bool isEarly = local.sinceMidnightMs < policy.reachFromMs;
    const bool isLate = local.sinceMidnightMs >= policy.reachToMs;
    if (today.isOpen && !isEarly && !isLate)
        return std::nullopt;
    ReachWait out;
    out.holiday = today.holiday;
    base::CivilDate date = local.date;
    if (!today.isOpen || isLate)
        date = base::addDays(date, 1);
    for (int day = 0; day < daysLookedAhead && !ruleOf(date, where, policy).isOpen; ++day)
        date = base::addDays(date, 1);
    out.untilMs = where.zone.at(date, policy.reachFromMs);
    return out;
}

} // namespace topline::plays
