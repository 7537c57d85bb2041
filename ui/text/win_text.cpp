#include "ui/text/win_text.h"

#include <QHash>

#include <cmath>

namespace topline::ui::text {

namespace {

enum class Kind { Plain, Days, Amount, Ratio };

struct Feature {
    const char *code;
    const char *name;
    Kind kind;
};

constexpr Feature features[] = {
    {"stage", QT_TRANSLATE_NOOP("WinText", "Stage"), Kind::Plain},
    {"source", QT_TRANSLATE_NOOP("WinText", "Source"), Kind::Plain},
    {"product", QT_TRANSLATE_NOOP("WinText", "Product"), Kind::Plain},
    {"industry", QT_TRANSLATE_NOOP("WinText", "Industry"), Kind::Plain},
    {"country", QT_TRANSLATE_NOOP("WinText", "Country"), Kind::Plain},
    {"company size", QT_TRANSLATE_NOOP("WinText", "Company size"), Kind::Plain},
    {"time in stage", QT_TRANSLATE_NOOP("WinText", "Time in the stage"), Kind::Days},
    {"age", QT_TRANSLATE_NOOP("WinText", "Age of the deal"), Kind::Days},
    {"stage moves", QT_TRANSLATE_NOOP("WinText", "Moves between stages"), Kind::Plain},
    {"moves back", QT_TRANSLATE_NOOP("WinText", "Moves back"), Kind::Plain},
    {"amount", QT_TRANSLATE_NOOP("WinText", "Amount"), Kind::Amount},
    {"amount change", QT_TRANSLATE_NOOP("WinText", "Amount against the first"), Kind::Ratio},
    {"time since two-way touch", QT_TRANSLATE_NOOP("WinText", "Since the last two-way touch"),
     Kind::Days},
    {"people engaged", QT_TRANSLATE_NOOP("WinText", "People engaged in 90 d"), Kind::Plain},
    {"meetings held", QT_TRANSLATE_NOOP("WinText", "Meetings in 90 d"), Kind::Plain},
    {"buyer events", QT_TRANSLATE_NOOP("WinText", "Buyer events in 90 d"), Kind::Plain},
    {"proposal views", QT_TRANSLATE_NOOP("WinText", "Proposal views in 90 d"), Kind::Plain},
    {"touches unanswered", QT_TRANSLATE_NOOP("WinText", "Our messages unanswered"), Kind::Plain},
    {"calibration", QT_TRANSLATE_NOOP("WinText", "Correction from past errors"), Kind::Plain},
};

double probability(std::int64_t logitMicro)
{
    return 1 / (1 + std::exp(-static_cast<double>(logitMicro) / 1e6));
}

} // namespace

WinText::WinText(Format format)
    : m_format(std::move(format))
{
}

QString WinText::part(const domain::OddsPart &part) const
{
    QString name = fromUtf8(part.feature);
    Kind kind = Kind::Plain;
    for (const Feature &feature : features) {
        if (part.feature == feature.code) {
            name = tr(feature.name);
            kind = feature.kind;
        }
    }
    if (part.feature == "calibration")
        return name;
    if (part.value.empty())
        //: %1 is what a win model asks about, e.g. "Industry".
        return tr("%1: not known").arg(name);
    bool isNumber = false;
    const double number = QString::fromStdString(part.value).toDouble(&isNumber);
    QString value = fromUtf8(part.value);
    if (isNumber && kind == Kind::Days)
        value = m_format.span(static_cast<base::DurationMs>(number * base::dayMs));
    else if (isNumber && kind == Kind::Ratio)
        value = m_format.percent(number);
    else if (isNumber && (kind == Kind::Amount || part.value.find('.') == std::string::npos))
        value = m_format.number(number);
    return QStringLiteral("%1: %2").arg(name, value);
}

QString WinText::odds(const domain::OddsPart &part) const
{
    return QStringLiteral("×\u00a0%1").arg(m_format.number(part.oddsMultiplier(), 2));
}

QString WinText::chance(std::int64_t ppm) const
{
    return m_format.percent(static_cast<double>(ppm) / 1e6);
}

QString WinText::base(const domain::WinEstimate &win) const
{
    return m_format.percent(probability(win.baseMicro));
}

bool WinText::isRefused(const domain::WinEstimate &win)
{
    return win.verdict == domain::ModelVerdict::NoSignal ||
           win.verdict == domain::ModelVerdict::TooFew;
}

QString WinText::verdict(const domain::WinEstimate &win) const
{
    const QString deals = tr("%Ln deal(s)", nullptr, static_cast<int>(win.won + win.lost));
    switch (win.verdict) {
    case domain::ModelVerdict::NoSignal:
        //: %1 is a probability, %2 is "1,204 deals".
        return tr("No usable signal yet, showing the base rate: %1, %2.")
            .arg(chance(win.ppm), deals);
    case domain::ModelVerdict::TooFew:
        return tr("Too few outcomes to test a model on, showing the base rate: %1, %2.")
            .arg(chance(win.ppm), deals);
    case domain::ModelVerdict::Counts:
        return tr("Too few outcomes for a model: counted rates of like deals, pulled towards all.");
    case domain::ModelVerdict::Usable:
        break;
    }
    return {};
}

QString WinText::basis(const domain::WinEstimate &win) const
{
    //: %1 to 2 is how much data there is; %2 the kind of model; %3 and %4 are deals.
    return tr("tier %1, %2; learned from %3 won and %4 lost deals")
        .arg(static_cast<int>(win.tier))
        .arg(family(win.family), m_format.number(static_cast<double>(win.won)),
             m_format.number(static_cast<double>(win.lost)));
}

QString WinText::family(domain::ModelFamily family)
{
    switch (family) {
    case domain::ModelFamily::BaseRate:
        return tr("base rate");
    case domain::ModelFamily::StageTable:
        return tr("rates by stage");
    case domain::ModelFamily::Ridge:
        return tr("ridge regression");
    case domain::ModelFamily::Bins:
        return tr("regression on bins");
    case domain::ModelFamily::Stumps:
        return tr("boosted stumps");
    }
    return {};
}

} // namespace topline::ui::text
