#include "ui/pages/guard_forms.h"

#include "ui/text/format.h"
#include "ui/text/guard_limit_text.h"

#include <QComboBox>

namespace topline::pages {

using domain::LimitField;
using domain::LimitUnit;
using ui::text::fromUtf8;

namespace {

constexpr int wideField = 240;
constexpr int spanField = 120;
constexpr const char *countries[] = {"DE", "US", "GB", "FR", "ES", "JP"};

QString keyOf(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

// As it calls itself.
QString countryName(const char *code)
{
    const auto territory = QLocale::codeToTerritory(QString::fromLatin1(code));
    return QLocale(QLocale::AnyLanguage, QLocale::AnyScript, territory).nativeTerritoryName();
}

template <typename Problems> void showProblems(GuardForm &form, const Problems &problems)
{
    for (const auto &problem : problems) {
        const QString key = keyOf(problem.field);
        // A whole week without a day is said beside its first one.
        const QString place = key == QLatin1String("week") ? keyOf(domain::weekdayName(0)) : key;
        if (form.fault(place).isEmpty())
            form.setFault(place, ui::text::guardProblemText(problem));
    }
}

} // namespace

GuardLimitsForm::GuardLimitsForm(QWidget *parent)
    : GuardForm(parent)
{
    for (const auto &field : domain::limitFields()) {
        const QString key = keyOf(field.name);
        if (field.name == "mails_per_day")
            addHead(tr("Caps"));
        else if (field.name == "touch_window")
            addHead(tr("Pauses"));
        else if (field.name == "reach_from")
            addHead(tr("Hours of recipients"));
        else if (field.name == "promote_approvals")
            addHead(tr("Plays that run by themselves"));
        const QString label = ui::text::limitLabel(field);
        if (field.unit == LimitUnit::Switch) {
            addSwitch(key, label);
        } else if (field.unit == LimitUnit::Answering) {
            QVector<std::pair<QString, QString>> options;
            for (int value = 0; value <= 2; ++value)
                options.append({QString::number(value),
                                ui::text::offHoursText(static_cast<domain::OffHours>(value))});
            addChoice(key, label, options);
        } else {
            addLine(key, label, ui::text::limitUnit(field.unit));
        }
    }
    addButtons(tr("Save limits"));
    connect(this, &GuardForm::edited, this, &GuardLimitsForm::check);
}

void GuardLimitsForm::show(const domain::GuardLimits &limits)
{
    m_limits = limits;
    for (const auto &field : domain::limitFields())
        setValue(keyOf(field.name), ui::text::limitInput(field, domain::limitValue(limits, field)));
    clearFaults();
}

void GuardLimitsForm::check()
{
    clearFaults();
    for (const auto &field : domain::limitFields()) {
        const QString key = keyOf(field.name);
        const auto value = ui::text::parseLimit(field, this->value(key));
        // Too large for its unit is out of range too, and must not overflow on the way there.
        if (!value || *value < field.least || *value > field.most)
            setFault(key, ui::text::guardProblemText({field.name, domain::GuardFault::OutOfRange}));
        else
            domain::setLimit(m_limits, field, *value);
    }
    showProblems(*this, domain::problemsOf(m_limits));
}

GuardHoursForm::GuardHoursForm(QWidget *parent)
    : GuardForm(parent)
{
    for (std::size_t day = 0; day < 7; ++day)
        addLine(keyOf(domain::weekdayName(day)), ui::text::weekdayText(day),
                day == 0 ? tr("such as 08:00–18:00; empty for a day off") : QString(), spanField);
    addLine(QStringLiteral("zone"), tr("Time zone"), tr("empty for the workspace’s"), wideField);
    QVector<std::pair<QString, QString>> options = {{QString(), tr("none")}};
    for (const char *country : countries)
        options.append({QLatin1String(country), countryName(country)});
    addChoice(QStringLiteral("country"), tr("Public holidays of"), options);
    addLine(QStringLiteral("off"), tr("Own days off"), tr("such as 2026-12-24, 2026-12-31"),
            wideField);
    addButtons(tr("Save hours"));
    connect(this, &GuardForm::edited, this, &GuardHoursForm::check);
}

void GuardHoursForm::show(const domain::WorkCalendar &calendar, const QString &whose)
{
    m_calendar = calendar;
    setAccessibleName(whose);
    for (std::size_t day = 0; day < calendar.week.size(); ++day)
        setValue(keyOf(domain::weekdayName(day)), ui::text::spanText(calendar.week[day]));
    setValue(QStringLiteral("zone"), fromUtf8(calendar.zone));
    setValue(QStringLiteral("country"), fromUtf8(calendar.country));
    setValue(QStringLiteral("off"), ui::text::daysText(calendar.daysOff));
    clearFaults();
}

void GuardHoursForm::check()
{
    clearFaults();
    for (std::size_t day = 0; day < m_calendar.week.size(); ++day) {
        const QString key = keyOf(domain::weekdayName(day));
        const auto span = ui::text::parseSpan(value(key));
        if (span)
            m_calendar.week[day] = *span;
        else
            setFault(key, tr("Write it like 08:00–18:00, or leave it empty."));
    }
    m_calendar.zone = value(QStringLiteral("zone")).trimmed().toStdString();
    m_calendar.country = value(QStringLiteral("country")).toStdString();
    if (const auto days = ui::text::parseDays(value(QStringLiteral("off"))))
        m_calendar.daysOff = *days;
    else
        setFault(QStringLiteral("off"), tr("Write days like 2026-12-24, with commas."));
    showProblems(*this, domain::problemsOf(m_calendar));
}

GuardSeatForm::GuardSeatForm(QWidget *parent)
    : GuardForm(parent)
{
    addChoice(QStringLiteral("rep"), tr("Rep"), {});
    addLine(QStringLiteral("weight"), tr("Share of the work"), tr("1 is one share"));
    addLine(QStringLiteral("capacity"), tr("Open inbound actions at a time"));
    addSwitch(QStringLiteral("present"), tr("Takes inbound actions now"));
    addLine(QStringLiteral("away_until"), tr("Away until"),
            tr("such as 2026-12-24; empty when it is not known"), spanField);
    addButtons(tr("Save"));
    connect(this, &GuardForm::edited, this, &GuardSeatForm::check);
}

void GuardSeatForm::show(const domain::RoutingSeat &seat,
                         const std::vector<domain::RepName> &people, const base::TimeZone &zone,
                         base::UtcMs now)
{
    m_seat = seat;
    m_zone = zone;
    m_now = now;
    auto *reps = findChild<QComboBox *>();
    const QSignalBlocker quiet(reps);
    reps->clear();
    for (const auto &person : people)
        reps->addItem(fromUtf8(person.name), QString::number(person.owner.value));
    if (seat.owner.isSet())
        setValue(QStringLiteral("rep"), QString::number(seat.owner.value));
    else if (!people.empty())
        m_seat.owner = people.front().owner;
    setEnabled(QStringLiteral("rep"), !seat.owner.isSet());
    setValue(QStringLiteral("weight"), QString::number(seat.weight));
    setValue(QStringLiteral("capacity"), QString::number(seat.capacity));
    setValue(QStringLiteral("present"), seat.isPresent ? QStringLiteral("1") : QStringLiteral("0"));
    setValue(QStringLiteral("away_until"),
             seat.awayUntilMs ? fromUtf8(zone.dateOf(*seat.awayUntilMs).text()) : QString());
    setEnabled(QStringLiteral("away_until"), !seat.isPresent);
    clearFaults();
}

void GuardSeatForm::check()
{
    clearFaults();
    const auto number = [this](const char *key, std::int64_t &out) {
        bool isNumber = false;
        const qlonglong typed = value(QLatin1String(key)).trimmed().toLongLong(&isNumber);
        out = isNumber ? typed : 0; // out of range, and said so
    };
    m_seat.owner = domain::OwnerId{value(QStringLiteral("rep")).toLongLong()};
    number("weight", m_seat.weight);
    number("capacity", m_seat.capacity);
    m_seat.isPresent = value(QStringLiteral("present")) == QLatin1String("1");
    setEnabled(QStringLiteral("away_until"), !m_seat.isPresent);
    m_seat.awayUntilMs.reset();
    const auto days = ui::text::parseDays(value(QStringLiteral("away_until")));
    if (!m_seat.isPresent && (!days || days->size() > 1))
        setFault(QStringLiteral("away_until"), tr("Write the day like 2026-12-24."));
    else if (!m_seat.isPresent && !days->empty())
        m_seat.awayUntilMs = m_zone.startOfDay(days->front());
    showProblems(*this, domain::problemsOf(m_seat, m_now));
}

} // namespace topline::pages
