#include "ui/text/guard_limit_text.h"

#include "ui/text/names_text.h"

#include <QLocale>
#include <QRegularExpression>

namespace topline::ui::text {

namespace {

using domain::GuardFault;
using domain::LimitUnit;

struct Words {
    const char *name;
    const char *label;
};

constexpr Words labels[] = {
    {"mails_per_day", QT_TRANSLATE_NOOP("GuardLimitText", "Mails a day, all reps")},
    {"auto_mails_per_rep_day",
     QT_TRANSLATE_NOOP("GuardLimitText", "Automatic mails a day, per rep")},
    {"mails_per_domain_day", QT_TRANSLATE_NOOP("GuardLimitText", "Mails a day to one company")},
    {"person_touches_max", QT_TRANSLATE_NOOP("GuardLimitText", "Touches of one person, at most")},
    {"account_touches_max", QT_TRANSLATE_NOOP("GuardLimitText", "Touches of one account, at most")},
    {"touch_window", QT_TRANSLATE_NOOP("GuardLimitText", "Touches are counted over")},
    {"channel_cooldown", QT_TRANSLATE_NOOP("GuardLimitText", "Pause on one channel, per person")},
    {"reply_quiet", QT_TRANSLATE_NOOP("GuardLimitText", "No automatic mail after a reply for")},
    {"play_cooldown", QT_TRANSLATE_NOOP("GuardLimitText", "The same play again after")},
    {"cool_off", QT_TRANSLATE_NOOP("GuardLimitText", "Pause between two cadences")},
    {"absence", QT_TRANSLATE_NOOP("GuardLimitText", "Pause for an absence without a date")},
    {"reach_from", QT_TRANSLATE_NOOP("GuardLimitText", "Mails leave from, their time")},
    {"reach_to", QT_TRANSLATE_NOOP("GuardLimitText", "Mails leave until, their time")},
    {"reach_weekends", QT_TRANSLATE_NOOP("GuardLimitText", "On weekends too")},
    {"off_hours",
     QT_TRANSLATE_NOOP("GuardLimitText", "Outside these hours a buyer who asked is answered")},
    {"needs_consent",
     QT_TRANSLATE_NOOP("GuardLimitText", "Mail only to people with a stored consent")},
    {"promote_approvals",
     QT_TRANSLATE_NOOP("GuardLimitText", "Approvals before a play may run by itself")},
    {"promote_unedited", QT_TRANSLATE_NOOP("GuardLimitText", "Of them unchanged, at least")},
    {"demote_sends_min", QT_TRANSLATE_NOOP("GuardLimitText", "Mails before such a share counts")},
    {"demote_bounce", QT_TRANSLATE_NOOP("GuardLimitText", "Taken back when more bounce than")},
    {"demote_unsubscribe",
     QT_TRANSLATE_NOOP("GuardLimitText", "Taken back when more unsubscribe than")},
    {"demote_complaint", QT_TRANSLATE_NOOP("GuardLimitText", "Taken back when more complain than")},
};

class GuardLimitText {
    Q_DECLARE_TR_FUNCTIONS(GuardLimitText)

public:
    static QString label(std::string_view name)
    {
        for (const auto &words : labels) {
            if (name == words.name)
                return tr(words.label);
        }
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }

    static QString unit(LimitUnit unit)
    {
        switch (unit) {
        case LimitUnit::Hours:
            return tr("hours");
        case LimitUnit::Days:
            return tr("days");
        case LimitUnit::Percent:
            return QStringLiteral("%");
        case LimitUnit::Permille:
            return QStringLiteral("‰");
        default:
            return {};
        }
    }

    static QString range(std::string_view field)
    {
        const auto *limit = domain::limitField(field);
        if (!limit && field == "weight")
            return tr("A whole number from %1 to %2.").arg(1).arg(domain::seatWeightMax);
        if (!limit && field == "capacity")
            return tr("A whole number from %1 to %2.").arg(1).arg(domain::seatCapacityMax);
        if (!limit || limit->unit == LimitUnit::TimeOfDay)
            return tr("A time of day such as 08:30.");
        return tr("A whole number from %1 to %2.")
            .arg(QLocale().toString(static_cast<qlonglong>(limit->least)),
                 QLocale().toString(static_cast<qlonglong>(limit->most)));
    }

    static QString problem(const domain::GuardProblem &problem)
    {
        switch (problem.fault) {
        case GuardFault::OutOfRange:
            return range(problem.field);
        case GuardFault::EndsBeforeBegin:
            return tr("This ends before it begins.");
        case GuardFault::UnknownZone:
            return tr("There is no such time zone; write for example Europe/Berlin.");
        case GuardFault::NoWorkingDay:
            return tr("One day at least needs its hours.");
        case GuardFault::InThePast:
            return tr("That is past.");
        }
        return {};
    }

    static QString answering(domain::OffHours value)
    {
        switch (value) {
        case domain::OffHours::Nobody:
            return tr("not before morning");
        case domain::OffHours::ByPerson:
            return tr("at once, when a rep approves it");
        case domain::OffHours::ByItself:
            return tr("at once, by plays too");
        }
        return {};
    }

    static QString hours(const domain::WorkCalendar &calendar)
    {
        QStringList out;
        for (std::size_t day = 0; day < calendar.week.size(); ++day) {
            const auto &span = calendar.week[day];
            if (!span || (day > 0 && calendar.week[day - 1] == span))
                continue;
            std::size_t last = day;
            while (last + 1 < calendar.week.size() && calendar.week[last + 1] == span)
                ++last;
            const QString days = last == day ? weekday(day, QLocale::ShortFormat)
                                             : tr("%1 to %2")
                                                   .arg(weekday(day, QLocale::ShortFormat),
                                                        weekday(last, QLocale::ShortFormat));
            out += days + QLatin1Char(' ') + spanText(span);
        }
        if (!calendar.country.empty())
            out += tr("holidays of %1").arg(fromUtf8(calendar.country));
        if (!calendar.zone.empty())
            out += fromUtf8(calendar.zone);
        if (!calendar.daysOff.empty())
            out += tr("%n day(s) off", nullptr, static_cast<int>(calendar.daysOff.size()));
        return out.join(QStringLiteral(", "));
    }

    static QString weekday(std::size_t day, QLocale::FormatType type)
    {
        return QLocale().standaloneDayName(static_cast<int>(day) + 1, type);
    }

    static QString reason(const domain::ModeRow &row, const Format &format)
    {
        const auto number = [&](std::int64_t value) {
            return format.number(static_cast<double>(value));
        };
        const QString mode = modeText(row.mode);
        if (row.mode == domain::Mode::Auto)
            return row.last && row.last->why == domain::ModeWhy::Earned
                       ? tr("%1: earned by %2 of %3 approvals without a change.")
                             .arg(mode, number(row.last->count), number(row.last->of))
                       : tr("%1: it writes to nobody.").arg(mode);
        QString why;
        if (row.last && row.last->why != domain::ModeWhy::Document &&
            row.last->why != domain::ModeWhy::Earned)
            why = change(*row.last, format) + QLatin1Char(' ');
        const auto &conduct = row.conduct;
        if (row.hasEarned)
            return why + tr("%1: %2 of %3 approvals unchanged; it may run by itself.")
                             .arg(mode, number(conduct.unedited), number(conduct.approvals));
        QString out = why + tr("%1: %2 of %3 approvals so far")
                                .arg(mode, number(conduct.approvals), number(row.approvalsNeeded));
        if (conduct.approvals > 0)
            out += tr(", %1 of them unchanged").arg(number(conduct.unedited));
        if (conduct.complaints > 0)
            out += tr(", and %n complaint(s)", nullptr, static_cast<int>(conduct.complaints));
        return out + QLatin1Char('.');
    }

    static QString change(const domain::ModeChange &change, const Format &format)
    {
        const QString mode = modeText(change.mode);
        const QString when = format.when(change.atMs);
        const auto of = [&](const QString &text) {
            return text.arg(when, mode)
                .arg(format.number(static_cast<double>(change.count)),
                     format.number(static_cast<double>(change.of)));
        };
        switch (change.why) {
        case domain::ModeWhy::ByHand:
            return tr("%1 set by hand to “%2”.").arg(when, mode);
        case domain::ModeWhy::Document:
            return tr("%1 set back to what its text says: “%2”.").arg(when, mode);
        case domain::ModeWhy::Earned:
            return of(tr("%1 to “%2”: %3 of %4 approvals were unchanged."));
        case domain::ModeWhy::Bounces:
            return of(tr("%1 back to “%2”: %3 of %4 mails bounced."));
        case domain::ModeWhy::Unsubscribes:
            return of(tr("%1 back to “%2”: %3 of %4 unsubscribed."));
        case domain::ModeWhy::Complaints:
            return of(tr("%1 back to “%2”: %3 of %4 complained."));
        }
        return {};
    }
};

} // namespace

QString limitLabel(const domain::LimitField &field)
{
    return GuardLimitText::label(field.name);
}

QString limitUnit(LimitUnit unit)
{
    return GuardLimitText::unit(unit);
}

QString limitInput(const domain::LimitField &field, std::int64_t value)
{
    return field.unit == LimitUnit::TimeOfDay ? minuteText(value) : QString::number(value);
}

std::optional<std::int64_t> parseLimit(const domain::LimitField &field, const QString &typed)
{
    if (field.unit == LimitUnit::TimeOfDay)
        return parseMinute(typed);
    bool isNumber = false;
    const QString text = typed.trimmed();
    qlonglong out = text.toLongLong(&isNumber);
    if (!isNumber)
        out = QLocale().toLongLong(text, &isNumber);
    return isNumber ? std::optional<std::int64_t>(out) : std::nullopt;
}

std::optional<std::int64_t> parseMinute(const QString &typed)
{
    static const QRegularExpression time(QStringLiteral("^(\\d{1,2})[:.](\\d{2})$"));
    const auto match = time.match(typed.trimmed());
    const std::int64_t hours = match.captured(1).toInt();
    const std::int64_t minutes = match.captured(2).toInt();
    if (!match.hasMatch() || minutes > 59 || hours * 60 + minutes > 24 * 60)
        return std::nullopt;
    return hours * 60 + minutes;
}

QString minuteText(std::int64_t minute)
{
    return QStringLiteral("%1:%2")
        .arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString guardProblemText(const domain::GuardProblem &problem)
{
    return GuardLimitText::problem(problem);
}

QString offHoursText(domain::OffHours value)
{
    return GuardLimitText::answering(value);
}

QString weekdayText(std::size_t day)
{
    return GuardLimitText::weekday(day, QLocale::LongFormat);
}

QString hoursText(const domain::WorkCalendar &calendar)
{
    return GuardLimitText::hours(calendar);
}

QString daysText(const std::vector<base::CivilDate> &days)
{
    QStringList out;
    for (const auto &day : days)
        out += fromUtf8(day.text());
    return out.join(QStringLiteral(", "));
}

std::optional<std::vector<base::CivilDate>> parseDays(const QString &typed)
{
    static const QRegularExpression parts(QStringLiteral("[,;\\s]+"));
    static const QRegularExpression form(QStringLiteral("^(\\d{4})-(\\d{2})-(\\d{2})$"));
    std::vector<base::CivilDate> out;
    for (const QString &part : typed.split(parts, Qt::SkipEmptyParts)) {
        const auto match = form.match(part);
        const base::CivilDate date{match.captured(1).toInt(), match.captured(2).toInt(),
                                   match.captured(3).toInt()};
        if (!match.hasMatch() || !date.isValid())
            return std::nullopt;
        out.push_back(date);
    }
    return out;
}

QString spanText(const std::optional<domain::WorkSpan> &span)
{
    return span ? minuteText(span->fromMs / base::minuteMs) + QStringLiteral("–") +
                      minuteText(span->toMs / base::minuteMs)
                : QString();
}

std::optional<std::optional<domain::WorkSpan>> parseSpan(const QString &typed)
{
    static const QRegularExpression dash(QStringLiteral("\\s*[-–]\\s*"));
    if (typed.trimmed().isEmpty())
        return std::optional<domain::WorkSpan>();
    const QStringList ends = typed.trimmed().split(dash);
    const auto from = ends.size() == 2 ? parseMinute(ends.front()) : std::nullopt;
    const auto to = ends.size() == 2 ? parseMinute(ends.back()) : std::nullopt;
    if (!from || !to)
        return std::nullopt;
    return std::optional(domain::WorkSpan{*from * base::minuteMs, *to * base::minuteMs});
}

QString modeReasonText(const domain::ModeRow &row, const Format &format)
{
    return GuardLimitText::reason(row, format);
}

QString modeChangeText(const domain::ModeChange &change, const Format &format)
{
    return GuardLimitText::change(change, format);
}

} // namespace topline::ui::text
