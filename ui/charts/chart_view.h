// The window's own chart interface: pages know this and nothing of the drawing library behind it.
// A chart is reached by Tab, shows a ring, has a context menu (also the Menu key or Shift+F10) with
// its table twin, "Copy as picture" and "Copy data as CSV". GUI thread; cannot fail.
#pragma once

#include "ui/charts/line_chart.h"

#include <QPixmap>
#include <QWidget>

namespace topline::charts {

class ChartView : public QWidget {
    Q_OBJECT

public:
    // Full: gridlines, axis labels, words for region and events. Small: one of several small
    // multiples, with baseline, first and last label only.
    enum class Size { Full, Small };

    using QWidget::QWidget;

    virtual void setChart(const LineChart &chart) = 0;
    virtual const LineChart &chart() const = 0;

    // Shows the same numbers as a table in place of the drawing, and back.
    virtual void showTable(bool table) = 0;
    virtual bool isTableShown() const = 0;

    // The drawing on the surface colour, at twice the size on the screen.
    virtual QPixmap picture() = 0;

    void copyPicture();
    void copyCsv();
};

// Backed by Qt Charts (deprecated upstream since 6.10, hence the interface).
ChartView *makeChartView(ChartView::Size size, QWidget *parent = nullptr);

} // namespace topline::charts
