#include "ui/text/metric_text.h"

#include <cmath>

namespace topline::ui::text {

using domain::Figure;
using domain::Lever;
using domain::PipelineMoveKind;
using domain::Segment;
using domain::Unit;

namespace {

constexpr QChar noBreakSpace(0x00a0);
constexpr QChar timesSign(0x00d7);

int count(std::int64_t n)
{
    return static_cast<int>(n);
}

} // namespace

MetricText::MetricText(Format format)
    : m_format(std::move(format))
{
}

QString MetricText::title(const Figure &figure)
{
    if (figure.id == "open_pipeline")
        return tr("Open pipeline");
    if (figure.id == "weighted_pipeline")
        return tr("Weighted");
    if (figure.id == "coverage")
        return tr("Coverage");
    if (figure.id == "win_rate_3m")
        return tr("Win rate, 3 months");
    if (figure.id == "cycle_won_3m")
        return tr("Cycle, won");
    if (figure.id == "at_risk")
        return tr("At risk");
    return fromUtf8(figure.id);
}

QString MetricText::minorShort(double minor, const base::Currency &currency) const
{
    return m_format.moneyShort({std::llround(minor), currency});
}

QString MetricText::signedMinorShort(double minor, const base::Currency &currency) const
{
    const QString text = minorShort(minor, currency);
    return minor > 0 ? QLatin1Char('+') + text : text;
}

QString MetricText::days(std::optional<double> days) const
{
    //: Abbreviation of days after a number.
    return days ? m_format.number(*days) + noBreakSpace + tr("d") : Format::missing();
}

QString MetricText::points(std::optional<double> points) const
{
    return points ? m_format.signedNumber(*points, 1) : Format::missing();
}

QString MetricText::pointsUnit(std::optional<double> points) const
{
    //: Index points after a number.
    return points ? this->points(points) + noBreakSpace + tr("pts") : Format::missing();
}

QString MetricText::figureValue(const Figure &figure, double value) const
{
    switch (figure.unit) {
    case Unit::Money:
    case Unit::MoneyPerDay:
        return minorShort(value, figure.currency);
    case Unit::Days:
        return days(value);
    case Unit::Ratio:
        return figure.id == "coverage" ? m_format.number(value, 1) + timesSign
                                       : m_format.percent(value, 1);
    case Unit::Count:
        return m_format.number(value);
    case Unit::Index:
        return m_format.number(value, 1);
    case Unit::Millis:
        return m_format.span(static_cast<base::DurationMs>(value));
    }
    return Format::missing();
}

QString MetricText::value(const Figure &figure) const
{
    return figure.value ? figureValue(figure, *figure.value) : Format::missing();
}

QString MetricText::change(const Figure &figure) const
{
    if (!figure.value || !figure.weekAgo)
        return {};
    const double difference = *figure.value - *figure.weekAgo;
    switch (figure.unit) {
    case Unit::Money:
    case Unit::MoneyPerDay:
        // Totals in percent; a part of the pipeline as the money it is.
        if (figure.id == "at_risk" || *figure.weekAgo == 0)
            return signedMinorShort(difference, figure.currency);
        return m_format.signedNumber(difference / *figure.weekAgo * 100, 1) + noBreakSpace +
               QLatin1Char('%');
    case Unit::Days:
        return m_format.signedNumber(difference) + noBreakSpace + tr("d");
    case Unit::Ratio:
        if (figure.id == "coverage")
            return m_format.signedNumber(difference, 1);
        //: Percentage points after a number.
        return m_format.signedNumber(difference * 100, 1) + noBreakSpace + tr("pt");
    case Unit::Count:
        return m_format.signedNumber(difference);
    case Unit::Index:
        return m_format.signedNumber(difference, 1);
    case Unit::Millis:
        return (difference < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) +
               m_format.span(static_cast<base::DurationMs>(std::abs(difference)));
    }
    return {};
}

QString MetricText::basis(const Figure &figure) const
{
    if (figure.id == "coverage") {
        if (!figure.basis)
            return tr("no quota set");
        return *figure.basis > 0
                   ? tr("%1 quota left").arg(minorShort(*figure.basis, figure.currency))
                   : tr("quota met");
    }
    if (figure.id == "win_rate_3m")
        return figure.of > 0 ? tr("%1 of %2")
                                   .arg(m_format.number(static_cast<double>(figure.n)),
                                        m_format.number(static_cast<double>(figure.of)))
                             : tr("none closed yet");
    if (figure.id == "cycle_won_3m")
        return figure.n > 0 ? tr("%n won", nullptr, count(figure.n)) : tr("none won yet");
    if (!figure.value)
        return tr("none closed yet");
    if (figure.otherCurrency > 0)
        //: "61 deals, 3 in other currencies"
        return tr("%1, %2 other")
            .arg(tr("%n deals", nullptr, count(figure.n)),
                 m_format.number(static_cast<double>(figure.otherCurrency)));
    return tr("%n deals", nullptr, count(figure.n));
}

QString MetricText::basisShort(const Figure &figure) const
{
    const auto written = [this](std::int64_t n) { return m_format.number(static_cast<double>(n)); };
    if (figure.id == "coverage")
        return figure.basis ? minorShort(*figure.basis, figure.currency) : Format::missing();
    if (figure.id == "win_rate_3m")
        return written(figure.n) + QLatin1Char('/') + written(figure.of);
    //: Number of rows behind a figure, as short as can be.
    return tr("n %1").arg(written(figure.n));
}

QString MetricText::definition(const Figure &figure) const
{
    QString text;
    if (figure.id == "open_pipeline")
        text = tr("The sum of all open deals.");
    else if (figure.id == "weighted_pipeline")
        text = tr("Every open deal times the win probability of its stage. Past weeks use today's "
                  "probabilities, so that the change is what the deals did.");
    else if (figure.id == "coverage")
        text = tr("Open pipeline divided by what is left of this quarter's quota.");
    else if (figure.id == "win_rate_3m")
        text = tr("Won deals divided by won and lost ones, closed in the last 13 weeks.");
    else if (figure.id == "cycle_won_3m")
        text = tr("Median days from start to close of the deals won in the last 13 weeks.");
    else if (figure.id == "at_risk")
        text = tr("Open deals that have been in their stage for longer than 80 % of the won deals "
                  "were (14 days where fewer than 10 were won), or whose close date has passed.");
    if (figure.otherCurrency > 0)
        text += QLatin1Char(' ') + tr("%n deals in other currencies are left out.", nullptr,
                                      count(figure.otherCurrency));
    return text;
}

QString MetricText::leverName(Lever lever)
{
    switch (lever) {
    case Lever::WinRate:
        return tr("Win rate");
    case Lever::Cycle:
        return tr("Cycle");
    case Lever::DealSize:
        return tr("Deal size");
    case Lever::PipelinePerRep:
        return tr("Pipeline per rep");
    }
    return {};
}

QString MetricText::leverTitle(Lever lever)
{
    if (lever == Lever::Cycle)
        return tr("Cycle, won deals");
    return lever == Lever::DealSize ? tr("Deal size, median") : leverName(lever);
}

QString MetricText::leverValue(Lever lever, std::optional<double> value,
                               const base::Currency &currency) const
{
    if (!value)
        return Format::missing();
    if (lever == Lever::WinRate)
        return m_format.percent(*value, 1);
    return lever == Lever::Cycle ? days(value) : minorShort(*value, currency);
}

QString MetricText::leverBasis(Lever lever, const domain::RviWeek &week) const
{
    const auto n = week.levers[static_cast<std::size_t>(lever)].n;
    if (lever == Lever::WinRate)
        return tr("%1 of %2 closed")
            .arg(m_format.number(static_cast<double>(week.wonN)),
                 m_format.number(static_cast<double>(week.closedN)));
    if (lever == Lever::PipelinePerRep)
        return tr("%n reps", nullptr, count(week.reps));
    return tr("%n won", nullptr, count(n));
}

QString MetricText::leverDefinition(Lever lever)
{
    switch (lever) {
    case Lever::WinRate:
        return tr("Won deals divided by closed ones over 13 weeks, drawn toward the long-run rate "
                  "as if 20 more deals had closed at it.");
    case Lever::Cycle:
        return tr("Median days from start to close of the deals won in 13 weeks. Shorter lifts the "
                  "index.");
    case Lever::DealSize:
        return tr("Median amount of the deals won in 13 weeks.");
    case Lever::PipelinePerRep:
        return tr("Open pipeline per rep at the end of each week, averaged over 13 weeks.");
    }
    return {};
}

QString MetricText::segmentName(Segment segment)
{
    switch (segment) {
    case Segment::Source:
        return tr("Source");
    case Segment::Rep:
        return tr("Rep");
    case Segment::Size:
        return tr("Size");
    case Segment::Industry:
        return tr("Industry");
    }
    return {};
}

QString MetricText::segmentRowName(Segment segment, const domain::SegmentRow &row)
{
    if (row.all)
        return tr("All");
    if (row.name.empty())
        return tr("not set");
    if (segment != Segment::Size)
        return fromUtf8(row.name);
    if (row.name == "1000+")
        return tr("1,000 employees or more");
    return tr("%1 employees").arg(fromUtf8(row.name).replace(QLatin1Char('-'), QChar(0x2013)));
}

QString MetricText::moveName(PipelineMoveKind kind)
{
    switch (kind) {
    case PipelineMoveKind::New:
        return tr("New");
    case PipelineMoveKind::Reopened:
        return tr("Reopened");
    case PipelineMoveKind::AmountUp:
        return tr("Amount up");
    case PipelineMoveKind::Won:
        return tr("Won");
    case PipelineMoveKind::Lost:
        return tr("Lost");
    case PipelineMoveKind::AmountDown:
        return tr("Amount down");
    }
    return {};
}

} // namespace topline::ui::text
