// The data of a line chart, free of any drawing library: values by position on the x axis, a band,
// a baseline, a shaded region, events. Filled by pages on the GUI thread; pure values. csv() and
// niceScale() cannot fail.
#pragma once

#include "ui/look/tokens.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

namespace topline::charts {

using Values = QVector<std::optional<double>>; // one per x label; nothing leaves a gap

struct Band {
    Values low;
    Values high;
};

// From and to are positions on the x axis, inclusive.
struct Region {
    int from = 0;
    int to = 0;
    QString label;
};

// A vertical hairline with its word at the top.
struct Event {
    int at = 0;
    QString label;
    look::Token colour = nullptr; // nothing: lineStrong with text3
};

struct LineChart {
    QString title;       // accessible name, file name, first line of the CSV
    QString valueName;   // column head of the values, e.g. "RVI"
    QStringList xLabels; // "W21" … one per value, oldest first
    QString xName;       // column head of the labels, e.g. "Week"
    Values values;       // the main series
    Values dots;         // raw points behind it, in mute; may be empty
    QString dotsName;    // column head of the dots
    Values context;      // a second line in mute; may be empty
    QString contextName;
    std::optional<Band> band;
    std::optional<double> baseline; // lineStrong
    std::optional<Region> region;   // panel fill
    QVector<Event> events;
    bool fromZero = false; // the axis starts at 0
    // How a value is written; empty: one decimal.
    std::function<QString(double)> format = {};
    // How the gridlines are labelled, where that should be shorter; empty: like the values.
    std::function<QString(double)> axisFormat = {};
    QStringList notes = {}; // per x: what the tooltip adds, e.g. "n 134"; may be empty
    // One sentence; when set, the chart area says this on panel and draws nothing.
    QString tooFew = {};

    QString written(double value) const;
    QString writtenOnAxis(double value) const;
    // Comma-separated, quoted as RFC 4180 asks, numbers with a point; one line per x.
    QString csv() const;
};

// Three to five round gridlines that hold all values.
struct ValueScale {
    double low = 0;
    double high = 1;
    double step = 1;
};

ValueScale niceScale(double low, double high, bool fromZero);

// The scale of a chart: values, dots, band and baseline all fit.
ValueScale scaleOf(const LineChart &chart);

// Which x labels are written on a wide axis: every fourth, counted back from the last.
bool isLabelled(qsizetype index, qsizetype count);

} // namespace topline::charts
