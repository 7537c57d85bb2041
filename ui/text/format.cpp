#include "ui/text/format.h"

#include <QDate>
#include <QTime>

#include <cmath>

namespace topline::ui::text {

namespace {

constexpr QChar noBreakSpace(0x00a0);
constexpr QChar minusSign(0x2212);

QString symbolOf(const base::Currency &currency)
{
    const std::string code = currency.text();
    if (code == "USD")
        return QStringLiteral("$");
    if (code == "EUR")
        return QStringLiteral("€");
    if (code == "GBP")
        return QStringLiteral("£");
    if (code == "JPY")
        return QStringLiteral("¥");
    if (!currency.isKnown())
        return {};
    return QString::fromStdString(code) + noBreakSpace;
}

QDate qDate(base::CivilDate date)
{
    return {date.year, date.month, date.day};
}

} // namespace

QString fromUtf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Format::Format(QLocale locale, base::TimeZone zone, base::UtcMs now)
    : m_locale(std::move(locale))
    , m_zone(std::move(zone))
    , m_now(now)
{
}

QString Format::missing()
{
    return QStringLiteral("–");
}

QString Format::amount(double value, int decimals, const base::Currency &currency) const
{
    const QString digits = m_locale.toString(std::abs(value), 'f', decimals);
    const QString sign = value < 0 ? QString(minusSign) : QString();
    return sign + symbolOf(currency) + digits;
}

QString Format::money(const base::Money &money) const
{
    // Digits come from the integer, so that no amount is rounded through a double.
    std::int64_t scale = 1;
    for (int i = 0; i < money.currency.exponent(); ++i)
        scale *= 10;
    const bool negative = money.amountMinor < 0;
    const auto magnitude = negative ? 0 - static_cast<std::uint64_t>(money.amountMinor)
                                    : static_cast<std::uint64_t>(money.amountMinor);
    const auto unsignedScale = static_cast<std::uint64_t>(scale);
    QString digits = m_locale.toString(static_cast<qulonglong>(magnitude / unsignedScale));
    if (magnitude % unsignedScale != 0)
        digits += m_locale.decimalPoint() +
                  QString::number(magnitude % unsignedScale)
                      .rightJustified(money.currency.exponent(), QLatin1Char('0'));
    return (negative ? QString(minusSign) : QString()) + symbolOf(money.currency) + digits;
}

QString Format::moneyShort(const base::Money &money) const
{
    const double units =
        static_cast<double>(money.amountMinor) / std::pow(10.0, money.currency.exponent());
    const double magnitude = std::abs(units);
    if (magnitude >= 999'500)
        return amount(units / 1e6, magnitude >= 99'950'000 ? 0 : 2, money.currency) +
               QLatin1Char('M');
    if (magnitude >= 10'000)
        return amount(units / 1e3, magnitude < 99'950 ? 1 : 0, money.currency) + QLatin1Char('k');
    return amount(units, 0, money.currency);
}

QString Format::percent(double ratio, int decimals) const
{
    return number(ratio * 100, decimals) + noBreakSpace + QLatin1Char('%');
}

QString Format::probability(const domain::WinProbability &probability) const
{
    return percent(static_cast<double>(probability.ppm) / 1e6);
}

QString Format::points(std::int64_t milli) const
{
    return number(static_cast<double>(milli) / 1e3, 0);
}

QString Format::signedPoints(std::int64_t milli) const
{
    return signedNumber(static_cast<double>(milli) / 1e3, 1);
}

QString Format::number(double value, int decimals) const
{
    const QString digits = m_locale.toString(std::abs(value), 'f', decimals);
    const bool zero = std::abs(value) * std::pow(10.0, decimals) < 0.5;
    return value < 0 && !zero ? minusSign + digits : digits;
}

QString Format::signedNumber(double value, int decimals) const
{
    const bool zero = std::abs(value) * std::pow(10.0, decimals) < 0.5;
    return value > 0 && !zero ? QLatin1Char('+') + number(value, decimals)
                              : number(value, decimals);
}

QString Format::clock(base::DurationMs span)
{
    const std::int64_t seconds = std::max<std::int64_t>(0, span / base::secondMs);
    const QLatin1Char zero('0');
    const QString minutesAndSeconds =
        QStringLiteral("%1:%2").arg(seconds / 60 % 60).arg(seconds % 60, 2, 10, zero);
    if (seconds < 3'600)
        return minutesAndSeconds;
    return QStringLiteral("%1:%2")
        .arg(seconds / 3'600)
        .arg(minutesAndSeconds.rightJustified(5, zero));
}

QString Format::span(base::DurationMs span) const
{
    const base::DurationMs length = std::abs(span);
    const auto unit = [&](base::DurationMs size) -> QString {
        return m_locale.toString(static_cast<qlonglong>(length / size)) + noBreakSpace;
    };
    //: Abbreviation of minutes, hours and days after a number.
    if (length < base::hourMs)
        return unit(base::minuteMs) + tr("min");
    if (length < 2 * base::dayMs)
        return unit(base::hourMs) + tr("h");
    return unit(base::dayMs) + tr("d");
}

QString Format::ago(base::UtcMs at) const
{
    const base::DurationMs age = m_now - at;
    if (age >= 0 && age < base::minuteMs)
        return tr("just now");
    //: %1 is a length of time such as "6 min".
    return age >= 0 ? tr("%1 ago").arg(span(age)) : tr("in %1").arg(span(age));
}

QString Format::weekdayTime(base::UtcMs at) const
{
    return m_locale.toString(qDate(m_zone.dateOf(at)), QStringLiteral("ddd")) + QLatin1Char(' ') +
           timeOfDay(at);
}

QString Format::place(const std::string &zone)
{
    return fromUtf8(zone).section(QLatin1Char('/'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString Format::timeOfDay(base::UtcMs at) const
{
    const auto local = m_zone.local(at);
    const QTime time = QTime::fromMSecsSinceStartOfDay(static_cast<int>(local.sinceMidnightMs));
    return time.toString(QStringLiteral("HH:mm"));
}

QString Format::date(base::UtcMs at) const
{
    const auto day = m_zone.dateOf(at);
    const bool sameYear = day.year == m_zone.dateOf(m_now).year;
    //: Dates, in Qt's date format: with and without the year.
    return m_locale.toString(qDate(day), sameYear ? tr("d MMM") : tr("d MMM yyyy"));
}

QString Format::when(base::UtcMs at) const
{
    const auto day = m_zone.dateOf(at);
    const auto days = base::dayNumber(m_zone.dateOf(m_now)) - base::dayNumber(day);
    if (days == 0)
        return timeOfDay(at);
    if (days > -7 && days < 7)
        return weekdayTime(at);
    return days > 0 ? date(at) : dateTime(at);
}

QString Format::dateTime(base::UtcMs at) const
{
    return date(at) + QLatin1Char(' ') + timeOfDay(at);
}

} // namespace topline::ui::text
