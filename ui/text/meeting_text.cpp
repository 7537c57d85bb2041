#include "ui/text/meeting_text.h"

#include <QDate>
#include <QStringList>
#include <QTime>

namespace topline::ui::text {

namespace {

constexpr base::DurationMs freshMs = 2 * base::minuteMs;

QString timeText(const QLocale &locale, base::DurationMs sinceMidnightMs)
{
    const int ofDay = static_cast<int>(sinceMidnightMs % base::dayMs);
    // Short formats of some locales have seconds, which no meeting begins at.
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss"));
    return locale.toString(QTime::fromMSecsSinceStartOfDay(ofDay), format);
}

// "Europe/Berlin" to "Berlin".
QString placeOf(const std::string &zone)
{
    const QString name = fromUtf8(zone);
    return name.sliced(name.lastIndexOf(QLatin1Char('/')) + 1)
        .replace(QLatin1Char('_'), QLatin1Char(' '));
}

bool isSameClock(const domain::MeetingOffer &offer)
{
    return offer.ourZone == offer.theirZone;
}

} // namespace

QString MeetingText::day(base::CivilDate date) const
{
    //: A day of a meeting, as QDate::toString: "Tuesday 24 November".
    return m_locale.toString(QDate(date.year, date.month, date.day), tr("dddd d MMMM"));
}

QString MeetingText::span(const base::CivilTime &start, const domain::ProposedTime &time) const
{
    return timeText(m_locale, start.sinceMidnightMs) + QStringLiteral(" – ") +
           timeText(m_locale, start.sinceMidnightMs + time.untilMs - time.fromMs);
}

QString MeetingText::slot(const domain::ProposedTime &time) const
{
    return tr("%1, %2").arg(day(time.ours.date), span(time.ours, time));
}

QString MeetingText::thereOf(const domain::MeetingOffer &offer,
                             const domain::ProposedTime &time) const
{
    if (isSameClock(offer))
        return {};
    const QString when = span(time.theirs, time);
    if (time.theirs.date == time.ours.date)
        return tr("%1 in %2").arg(when, placeOf(offer.theirZone));
    return tr("%1, %2 in %3").arg(day(time.theirs.date), when, placeOf(offer.theirZone));
}

QString MeetingText::proposal(const domain::MeetingOffer &offer,
                              const std::vector<domain::ProposedTime> &chosen) const
{
    QStringList lines{tr("Would one of these times suit you?")};
    for (const domain::ProposedTime &time : chosen)
        lines +=
            QStringLiteral("- ") + tr("%1, %2").arg(day(time.theirs.date), span(time.theirs, time));
    // Whoever reads it must know whose clock is meant.
    lines += tr("(%n minute(s) each, times in %1)", nullptr, static_cast<int>(offer.minutes))
                 .arg(placeOf(offer.theirZone));
    return lines.join(QLatin1Char('\n'));
}

QString MeetingText::withProposal(const QString &body, const QString &words)
{
    constexpr int closingLinesMax = 3;
    QString text = body;
    while (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    if (text.isEmpty())
        return words + QLatin1Char('\n');
    const auto last = text.lastIndexOf(QStringLiteral("\n\n"));
    const QString closing = last < 0 ? QString() : text.mid(last + 2);
    const QStringList lines = closing.split(QLatin1Char('\n'));
    const bool isSignedOff = lines.size() > 1 && lines.size() <= closingLinesMax &&
                             lines.front().trimmed().endsWith(QLatin1Char(','));
    if (!isSignedOff)
        return text + QStringLiteral("\n\n") + words + QLatin1Char('\n');
    return text.left(last + 2) + words + QStringLiteral("\n\n") + closing + QLatin1Char('\n');
}

QString MeetingText::caveat(const domain::MeetingOffer &offer) const
{
    QStringList out;
    if (!offer.busyReadMs)
        out += tr("No calendar is connected: your own meetings are not considered.");
    else if (offer.unreadCount > 0)
        out += tr("%n entry(s) of your calendar could not be read.", nullptr,
                  static_cast<int>(offer.unreadCount));
    if (offer.busyReadMs && offer.askedMs - *offer.busyReadMs > freshMs) {
        const Format format(m_locale, base::TimeZone(), offer.askedMs);
        out += tr("Your calendar as it was %1.").arg(format.ago(*offer.busyReadMs));
    }
    if (!offer.isTheirZoneKnown)
        out += tr("Their time zone is not known: yours is taken.");
    return out.join(QLatin1Char(' '));
}

} // namespace topline::ui::text
