#include "ui/text/forecast_text.h"

#include "ui/text/rounding.h"

#include <cmath>

namespace topline::ui::text {

ForecastText::ForecastText(Format format, base::Currency currency)
    : m_format(std::move(format))
    , m_currency(currency)
{
    for (int i = 0; i < m_currency.exponent(); ++i)
        m_unit *= 10;
}

QString ForecastText::category(domain::ForecastCategory category)
{
    using domain::ForecastCategory;
    switch (category) {
    case ForecastCategory::Pipeline:
        return tr("Pipeline");
    case ForecastCategory::Best:
        return tr("Best case");
    case ForecastCategory::Commit:
        return tr("Commit");
    case ForecastCategory::Closed:
        return tr("Won");
    case ForecastCategory::Omitted:
        return tr("Omitted");
    }
    return {};
}

QString ForecastText::method(domain::ForecastMethod method)
{
    using domain::ForecastMethod;
    switch (method) {
    case ForecastMethod::Raw:
        return tr("All open deals");
    case ForecastMethod::StageWeighted:
        return tr("Weighted by stage");
    case ForecastMethod::AgeHazard:
        return tr("Hazard by age");
    case ForecastMethod::StageHazard:
        return tr("Hazard by stage and age");
    case ForecastMethod::SameAsLast:
        return tr("Same as last period (naive)");
    }
    return {};
}

QString ForecastText::flow(domain::FlowKind kind)
{
    using domain::FlowKind;
    switch (kind) {
    case FlowKind::New:
        return tr("New");
    case FlowKind::PulledIn:
        return tr("Pulled in");
    case FlowKind::Slipped:
        return tr("Slipped out");
    case FlowKind::Up:
        return tr("Amount up");
    case FlowKind::Down:
        return tr("Amount down");
    case FlowKind::Won:
        return tr("Won");
    case FlowKind::Lost:
        return tr("Lost");
    case FlowKind::Removed:
        return tr("Removed");
    }
    return {};
}

QString ForecastText::span(domain::ForecastSpan span)
{
    switch (span) {
    case domain::ForecastSpan::Days30:
        return tr("30 d");
    case domain::ForecastSpan::Days60:
        return tr("60 d");
    case domain::ForecastSpan::Days90:
        return tr("90 d");
    case domain::ForecastSpan::Quarter:
        return tr("Quarter");
    }
    return {};
}

QString ForecastText::warning(domain::CommitWarning warning)
{
    using domain::CommitWarning;
    switch (warning) {
    case CommitWarning::NoTouch:
        return tr("no touch for a week");
    case CommitWarning::CloseDatePassed:
        return tr("close date passed");
    case CommitWarning::CloseDateMissing:
        return tr("no close date");
    case CommitWarning::AmountMissing:
        return tr("no amount");
    case CommitWarning::PushedOften:
        return tr("pushed often");
    case CommitWarning::AmountFell:
        return tr("amount fell");
    }
    return {};
}

QString ForecastText::categoryOf(const domain::ForecastDeal &deal)
{
    if (!deal.called)
        return category(deal.mapped);
    if (*deal.called == deal.mapped)
        //: A rep said so: "Commit, called".
        return tr("%1, called").arg(category(*deal.called));
    return tr("%1, called; by its stage %2").arg(category(*deal.called), category(deal.mapped));
}

QString ForecastText::notes(const domain::ForecastDeal &deal) const
{
    QStringList out;
    for (const domain::CommitWarning each : deal.warnings)
        out << warning(each);
    if (deal.zombie)
        out << tr("zombie");
    if (!deal.soonPpm)
        out << tr("age not known");
    QString joined = out.join(QStringLiteral(", "));
    if (!joined.isEmpty())
        joined[0] = joined[0].toUpper();
    return joined;
}

QString ForecastText::lastDay(const domain::ForecastReport &report) const
{
    return m_format.date(report.endMs - 1);
}

std::int64_t ForecastText::whole(std::int64_t minor) const
{
    return std::llround(static_cast<double>(minor) / static_cast<double>(m_unit)) * m_unit;
}

QString ForecastText::money(std::int64_t minor) const
{
    return m_format.money({whole(minor), m_currency});
}

QString ForecastText::moneyShort(std::int64_t minor) const
{
    return m_format.moneyShort({minor, m_currency});
}

QString ForecastText::signedMoney(std::int64_t minor) const
{
    return (minor > 0 ? QStringLiteral("+") : QString()) + m_format.money({minor, m_currency});
}

QString ForecastText::chance(const std::optional<std::int64_t> &ppm) const
{
    return ppm ? m_format.percent(static_cast<double>(*ppm) / 1e6) : Format::missing();
}

QString ForecastText::percent(const std::optional<double> &ratio) const
{
    return ratio ? m_format.percent(*ratio) : Format::missing();
}

QString ForecastText::signedPercent(const std::optional<double> &ratio) const
{
    if (!ratio)
        return Format::missing();
    return (*ratio >= .005 ? QStringLiteral("+") : QString()) + m_format.percent(*ratio);
}

std::vector<std::int64_t> ForecastText::exact(const std::vector<std::int64_t> &minor,
                                              std::int64_t from, std::int64_t to) const
{
    const auto unit = static_cast<double>(m_unit);
    QVector<double> parts;
    for (const std::int64_t part : minor)
        parts.push_back(static_cast<double>(part) / unit);
    const double total = static_cast<double>(whole(to) - whole(from)) / unit;
    std::vector<std::int64_t> out;
    for (const double part : roundedToSum(parts, total, 0))
        out.push_back(std::llround(part) * m_unit);
    return out;
}

} // namespace topline::ui::text
