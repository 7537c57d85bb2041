#include "core/plays/business_hours.h"

#include <QDateTime>
#include <QTimeZone>

namespace topline::plays {

namespace {

constexpr int openingHour = 8;
constexpr int closingHour = 18;

bool isWorkday(const QDate &date)
{
    return date.dayOfWeek() <= Qt::Friday;
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

} // namespace topline::plays
