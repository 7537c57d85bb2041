// How figures, money and times are written for people, in one locale and one zone, as of one
// moment. Used by the window on the GUI thread and by the terminal program. Pure; cannot fail. Unit
// after a no-break space, true minus, a missing value is an en dash.
#pragma once

#include "core/base/calendar.h"
#include "core/base/money.h"
#include "core/domain/score.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include <optional>

namespace topline::ui::text {

QString fromUtf8(const std::string &text);

class Format {
    Q_DECLARE_TR_FUNCTIONS(Format)

public:
    Format(QLocale locale, base::TimeZone zone, base::UtcMs now);

    // "$48,000", "€48,000.50": minor digits only where there are any.
    QString money(const base::Money &money) const;
    // "$2.14M", "$386k", "$940": for tiles.
    QString moneyShort(const base::Money &money) const;
    // "61 %"; `decimals` digits after the point.
    QString percent(double ratio, int decimals = 0) const;
    QString probability(const domain::WinProbability &probability) const;
    // "82" or "+20.0" from milli-points.
    QString points(std::int64_t milli) const;
    QString signedPoints(std::int64_t milli) const;
    // Grouped by the locale, with a true minus.
    QString number(double value, int decimals = 0) const;
    QString signedNumber(double value, int decimals = 0) const;

    // "3:41", "1:02:07": a running clock.
    static QString clock(base::DurationMs span);
    // "6 min", "3 h", "12 d": one unit, rounded down.
    QString span(base::DurationMs span) const;
    // "6 min ago", "just now".
    QString ago(base::UtcMs at) const;
    // Today "11:13", within six days "Fri 15:20"; before that "10 Nov", after that "3 Dec 08:00",
    // with the year when it is another one.
    QString when(base::UtcMs at) const;
    QString timeOfDay(base::UtcMs at) const;
    QString weekdayTime(base::UtcMs at) const; // "Fri 15:20"
    QString date(base::UtcMs at) const;
    QString dateTime(base::UtcMs at) const;

    static QString missing(); // en dash
    // "Los Angeles" of the zone "America/Los_Angeles".
    static QString place(const std::string &zone);

    const QLocale &locale() const { return m_locale; }

    const base::TimeZone &zone() const { return m_zone; }

    base::UtcMs now() const { return m_now; }

private:
    QString amount(double value, int decimals, const base::Currency &currency) const;

    QLocale m_locale;
    base::TimeZone m_zone;
    base::UtcMs m_now;
};

} // namespace topline::ui::text
