#include "ui/pages/lever_tile.h"

#include "ui/look/marks.h"

#include <QPainter>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;

namespace {

constexpr int tall = 160;
constexpr int headTall = 54;
// With the chart's own ring room and dot these make the padding of 16.
constexpr int chartLeft = 13;
constexpr int chartRight = 10;

} // namespace

LeverTile::LeverTile(domain::Lever lever, QWidget *parent)
    : QWidget(parent)
    , m_lever(lever)
    , m_chart(charts::makeChartView(charts::ChartView::Size::Small, this))
{
    setFixedHeight(tall);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(chartLeft, headTall, chartRight, space::s);
    layout->addWidget(m_chart);
}

void LeverTile::setReport(const domain::VelocityReport &report, std::optional<double> points,
                          const ui::text::MetricText &text)
{
    const domain::RviWeek &week = report.weeks.back();
    const domain::LeverValue &lever = week.levers[static_cast<std::size_t>(m_lever)];
    m_value = text.leverValue(m_lever, lever.value, report.currency);
    m_baseline = tr("baseline %1").arg(text.leverValue(m_lever, lever.baseline, report.currency));
    m_basis = text.leverBasis(m_lever, week);
    m_points = text.pointsUnit(points);
    m_weakest = report.weakest == m_lever && points.value_or(0) < 0;
    setToolTip(text.leverDefinition(m_lever));
    setAccessibleName(
        QStringList{text.leverTitle(m_lever), m_value, m_baseline, m_basis, m_points}.join(
            QStringLiteral(", ")));
    setChart(report, text);
    update();
}

void LeverTile::setChart(const domain::VelocityReport &report, const ui::text::MetricText &text)
{
    charts::LineChart chart;
    chart.title = text.leverTitle(m_lever);
    chart.valueName = tr("13 weeks");
    chart.dotsName = tr("Single week");
    chart.xName = tr("Week");
    int known = 0;
    for (const domain::RviWeek &week : report.weeks) {
        const domain::LeverValue &lever = week.levers[static_cast<std::size_t>(m_lever)];
        //: Number of a calendar week.
        chart.xLabels << tr("W%1").arg(week.isoWeek);
        chart.values << lever.value;
        chart.dots << lever.weekValue;
        chart.notes << text.leverBasis(m_lever, week);
        known += lever.value ? 1 : 0;
    }
    chart.baseline = report.weeks.back().levers[static_cast<std::size_t>(m_lever)].baseline;
    chart.format = [text, lever = m_lever, currency = report.currency](double value) {
        return text.leverValue(lever, value, currency);
    };
    if (known < 2)
        chart.tooFew = tr("Too few weeks for a line yet.");
    m_chart->setChart(chart);
}

void LeverTile::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    const qreal left = space::l;
    const qreal right = width() - space::l;
    const qreal pointsLeft = right - textWidth(Type::DenseValue, m_points);
    m_text.draw(painter, {left, 12, right - left, 16}, m_points,
                {Type::DenseValue, t.text, Qt::AlignRight});
    const qreal title =
        m_text.draw(painter, {left, 12, pointsLeft - left - space::s, 16},
                    ui::text::MetricText::leverTitle(m_lever), {Type::Dense, t.text2});
    const Chip chip{tr("weakest lever"), Tone::Accent, Icon::None, true};
    if (m_weakest && left + title + 2 * space::s + chipSize(chip).width() < pointsLeft)
        drawChip(painter, {left + title + space::s, 12}, chip, t);
    const qreal basisLeft = right - textWidth(Type::Meta, m_basis);
    m_text.draw(painter, {left, 34, right - left, 16}, m_basis,
                {Type::Meta, t.text3, Qt::AlignRight});
    const qreal value =
        m_text.draw(painter, {left, 28, basisLeft - left, 28}, m_value, {Type::FigureTile, t.text});
    const qreal baselineLeft = left + value + space::s;
    if (baselineLeft + textWidth(Type::Meta, m_baseline) + space::s <= basisLeft)
        m_text.draw(painter, {baselineLeft, 34, basisLeft - baselineLeft, 16}, m_baseline,
                    {Type::Meta, t.text3});
}

} // namespace topline::pages
