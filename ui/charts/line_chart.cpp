#include "ui/charts/line_chart.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace topline::charts {

namespace {

constexpr int labelEvery = 4;
constexpr double gridlinesWanted = 4;

QString quoted(const QString &cell)
{
    if (!cell.contains(QLatin1Char(',')) && !cell.contains(QLatin1Char('"')) &&
        !cell.contains(QLatin1Char('\n')))
        return cell;
    QString escaped = cell;
    escaped.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

struct Column {
    QString name;
    const Values *values;
};

QVector<Column> columns(const LineChart &chart)
{
    QVector<Column> made{{chart.valueName, &chart.values}};
    if (!chart.dots.isEmpty())
        made.push_back({chart.dotsName, &chart.dots});
    if (!chart.context.isEmpty())
        made.push_back({chart.contextName, &chart.context});
    if (chart.band) {
        made.push_back({QStringLiteral("low"), &chart.band->low});
        made.push_back({QStringLiteral("high"), &chart.band->high});
    }
    return made;
}

void widen(const Values &values, double &low, double &high)
{
    for (const auto &value : values) {
        if (!value)
            continue;
        low = std::min(low, *value);
        high = std::max(high, *value);
    }
}

} // namespace

QString LineChart::written(double value) const
{
    return format ? format(value) : QLocale().toString(value, 'f', 1);
}

QString LineChart::writtenOnAxis(double value) const
{
    return axisFormat ? axisFormat(value) : written(value);
}

QString LineChart::csv() const
{
    const QVector<Column> all = columns(*this);
    QString text = quoted(xName);
    for (const Column &column : all)
        text += QLatin1Char(',') + quoted(column.name);
    text += QStringLiteral("\r\n");
    for (qsizetype i = 0; i < xLabels.size(); ++i) {
        text += quoted(xLabels[i]);
        for (const Column &column : all) {
            text += QLatin1Char(',');
            if (i < column.values->size() && column.values->at(i))
                text += QString::number(*column.values->at(i), 'g', 12);
        }
        text += QStringLiteral("\r\n");
    }
    return text;
}

ValueScale niceScale(double low, double high, bool fromZero)
{
    if (fromZero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    if (!(high > low)) {
        const double room = std::max(std::abs(low) * 0.05, 0.5);
        low -= fromZero && low >= 0 ? 0 : room;
        high += room;
    }
    const double rough = (high - low) / gridlinesWanted;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    double step = magnitude * 10;
    for (const double factor : {1.0, 2.0, 2.5, 4.0, 5.0}) {
        if (magnitude * factor >= rough) {
            step = magnitude * factor;
            break;
        }
    }
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
}

ValueScale scaleOf(const LineChart &chart)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    widen(chart.values, low, high);
    widen(chart.dots, low, high);
    widen(chart.context, low, high);
    if (chart.band) {
        widen(chart.band->low, low, high);
        widen(chart.band->high, low, high);
    }
    if (chart.baseline)
        widen({chart.baseline}, low, high);
    if (low > high)
        return niceScale(0, 1, chart.fromZero);
    return niceScale(low, high, chart.fromZero);
}

bool isLabelled(qsizetype index, qsizetype count)
{
    return (count - 1 - index) % labelEvery == 0;
}

} // namespace topline::charts
