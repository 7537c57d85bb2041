#include "ui/text/threshold_text.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace topline::ui::text {

namespace {

using domain::DetectorParameter;
using domain::ParameterUnit;

constexpr QChar noBreakSpace(0x00a0);
constexpr double ppmPerPercent = 10'000;
constexpr int fractionDigits = 4;

struct Label {
    std::string_view key;
    const char *text;
};

// clang-format off
constexpr std::array labels{
    Label{"visit_gap_ms", QT_TRANSLATE_NOOP("ThresholdText", "Views closer than this are one visit")},
    Label{"pricing_window_ms", QT_TRANSLATE_NOOP("ThresholdText", "Visits to the prices within")},
    Label{"pricing_visits_min", QT_TRANSLATE_NOOP("ThresholdText", "Visits, at least")},
    Label{"compare_window_ms", QT_TRANSLATE_NOOP("ThresholdText", "Visits belong together within")},
    Label{"docs_pages_min", QT_TRANSLATE_NOOP("ThresholdText", "Pages in a visit, at least")},
    Label{"docs_read_min_ms", QT_TRANSLATE_NOOP("ThresholdText", "Or time spent reading, at least")},
    Label{"deep_visit_min_ms", QT_TRANSLATE_NOOP("ThresholdText", "Length of the visit, at least")},
    Label{"deep_scroll_percent_min", QT_TRANSLATE_NOOP("ThresholdText", "Share of the page read, at least")},
    Label{"intent_score_min", QT_TRANSLATE_NOOP("ThresholdText", "The provider’s score, at least")},
    Label{"proposal_views_min", QT_TRANSLATE_NOOP("ThresholdText", "Openings, at least")},
    Label{"proposal_window_ms", QT_TRANSLATE_NOOP("ThresholdText", "What happens belongs together within")},
    Label{"room_quiet_ms", QT_TRANSLATE_NOOP("ThresholdText", "Quiet before the visit, at least")},
    Label{"surge_window_ms", QT_TRANSLATE_NOOP("ThresholdText", "Events within")},
    Label{"surge_events_min", QT_TRANSLATE_NOOP("ThresholdText", "Events, at least")},
    Label{"surge_cooldown_ms", QT_TRANSLATE_NOOP("ThresholdText", "One surge lasts, at most")},
    Label{"baseline_ms", QT_TRANSLATE_NOOP("ThresholdText", "The account’s own past: the last")},
    Label{"baseline_prior_ms", QT_TRANSLATE_NOOP("ThresholdText", "Weight of what is usual before any past")},
    Label{"baseline_tail_ppm", QT_TRANSLATE_NOOP("ThresholdText", "Chance of so many events, below")},
    Label{"baseline_events_min", QT_TRANSLATE_NOOP("ThresholdText", "Events, at least")},
    Label{"baseline_people_min", QT_TRANSLATE_NOOP("ThresholdText", "People, at least")},
    Label{"stall_ms", QT_TRANSLATE_NOOP("ThresholdText", "Time in one stage")},
    Label{"silence_ms", QT_TRANSLATE_NOOP("ThresholdText", "Time without a two-way touch")},
    Label{"amount_move_percent_min", QT_TRANSLATE_NOOP("ThresholdText", "Change of the amount, at least")},
    Label{"close_move_min_ms", QT_TRANSLATE_NOOP("ThresholdText", "Move of the date, at least")},
    Label{"lost_return_min_ms", QT_TRANSLATE_NOOP("ThresholdText", "Time since the loss, at least")},
    Label{"champion_silent_ms", QT_TRANSLATE_NOOP("ThresholdText", "Time without an answer")},
    Label{"stakeholder_new_ms", QT_TRANSLATE_NOOP("ThresholdText", "Age of the deal, at least")},
    Label{"usage_drop_percent", QT_TRANSLATE_NOOP("ThresholdText", "Less than usual by, at least")},
    Label{"usage_spike_percent", QT_TRANSLATE_NOOP("ThresholdText", "Share of the usual week, at least")},
    Label{"usage_week_min", QT_TRANSLATE_NOOP("ThresholdText", "Events in a usual week, at least")},
    Label{"usage_limit_percent", QT_TRANSLATE_NOOP("ThresholdText", "Share of the plan’s limit, at least")},
    Label{"ticket_window_ms", QT_TRANSLATE_NOOP("ThresholdText", "Tickets within")},
    Label{"tickets_min", QT_TRANSLATE_NOOP("ThresholdText", "Tickets, at least")},
    Label{"renewal_ms", QT_TRANSLATE_NOOP("ThresholdText", "Time before the end of the term")},
};

// clang-format on

class ThresholdText {
    Q_DECLARE_TR_FUNCTIONS(ThresholdText)

public:
    static QString word(base::DurationMs unit)
    {
        return unit == base::dayMs      ? tr("days")
               : unit == base::hourMs   ? tr("hours")
               : unit == base::minuteMs ? tr("minutes")
                                        : tr("seconds");
    }

    static QString shortWord(base::DurationMs unit)
    {
        //: Abbreviations of days, hours, minutes and seconds after a number.
        return unit == base::dayMs      ? tr("d")
               : unit == base::hourMs   ? tr("h")
               : unit == base::minuteMs ? tr("min")
                                        : tr("s");
    }

    static QString ofHundred() { return tr("of 100"); }

    static QString range(const QString &low, const QString &high)
    {
        return tr("%1 to %2").arg(low, high);
    }
};

base::DurationMs durationUnit(const DetectorParameter &parameter)
{
    for (const base::DurationMs unit : {base::dayMs, base::hourMs, base::minuteMs}) {
        if (parameter.least > 0 && parameter.least % unit == 0)
            return unit;
    }
    return base::secondMs;
}

// Stored units in one shown unit.
double perShown(const DetectorParameter &parameter)
{
    switch (parameter.unit) {
    case ParameterUnit::Duration:
        return static_cast<double>(durationUnit(parameter));
    case ParameterUnit::PartsPerMillion:
        return ppmPerPercent;
    case ParameterUnit::Count:
    case ParameterUnit::Percent:
    case ParameterUnit::Points:
        break;
    }
    return 1;
}

} // namespace

QString thresholdLabel(const std::string &key)
{
    const auto found = std::find_if(labels.begin(), labels.end(),
                                    [&key](const Label &label) { return label.key == key; });
    return found != labels.end() ? QCoreApplication::translate("ThresholdText", found->text)
                                 : fromUtf8(key);
}

QString thresholdUnit(const DetectorParameter &parameter)
{
    switch (parameter.unit) {
    case ParameterUnit::Duration:
        return ThresholdText::word(durationUnit(parameter));
    case ParameterUnit::Percent:
    case ParameterUnit::PartsPerMillion:
        return QStringLiteral("%");
    case ParameterUnit::Points:
        return ThresholdText::ofHundred();
    case ParameterUnit::Count:
        break;
    }
    return {};
}

QString thresholdInput(const DetectorParameter &parameter, std::int64_t value,
                       const QLocale &locale)
{
    const double shown = static_cast<double>(value) / perShown(parameter);
    QString text = locale.toString(shown, 'f', fractionDigits);
    const QString point = locale.decimalPoint();
    while (text.contains(point) && (text.endsWith(locale.zeroDigit()) || text.endsWith(point)))
        text.chop(1);
    return text;
}

QString thresholdValue(const DetectorParameter &parameter, std::int64_t value,
                       const QLocale &locale)
{
    const QString number = thresholdInput(parameter, value, locale);
    if (parameter.unit == ParameterUnit::Duration)
        return number + noBreakSpace + ThresholdText::shortWord(durationUnit(parameter));
    if (parameter.unit == ParameterUnit::Percent ||
        parameter.unit == ParameterUnit::PartsPerMillion)
        return number + noBreakSpace + QLatin1Char('%');
    return number;
}

QString thresholdLimits(const DetectorParameter &parameter, const QLocale &locale)
{
    return ThresholdText::range(thresholdValue(parameter, parameter.least, locale),
                                thresholdValue(parameter, parameter.most, locale));
}

std::optional<std::int64_t> parseThreshold(const DetectorParameter &parameter, const QString &typed,
                                           const QLocale &locale)
{
    bool isNumber = false;
    double shown = locale.toDouble(typed.trimmed(), &isNumber);
    if (!isNumber)
        shown = QLocale::c().toDouble(typed.trimmed(), &isNumber);
    if (!isNumber || !std::isfinite(shown))
        return std::nullopt;
    const double stored = shown * perShown(parameter);
    const double whole = std::round(stored);
    if (whole < static_cast<double>(parameter.least) || whole > static_cast<double>(parameter.most))
        return std::nullopt;
    // Half a visit means nothing; a part of a millisecond is a rounding error.
    if (perShown(parameter) == 1 && whole != stored)
        return std::nullopt;
    return static_cast<std::int64_t>(whole);
}

std::int64_t steppedThreshold(const DetectorParameter &parameter, std::int64_t value, int steps)
{
    // Tenths of a percent where the most is a few percent.
    const double one = parameter.unit == ParameterUnit::PartsPerMillion ? perShown(parameter) / 10
                                                                        : perShown(parameter);
    return std::clamp(value + steps * static_cast<std::int64_t>(one), parameter.least,
                      parameter.most);
}

} // namespace topline::ui::text
