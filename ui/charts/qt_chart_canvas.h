// The Qt Charts side of a chart: series, band and dots are Qt's; gridlines, labels, region and
// events are painted here by token. Used by QtChartView only, on the GUI thread. Pens and fonts are
// set anew whenever the palette or the data changes.
#pragma once

#include "ui/charts/chart_view.h"
#include "ui/look/paint.h"

#include <QChartView>

class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace topline::charts {

class QtChartCanvas final : public QChartView {
    Q_OBJECT

public:
    explicit QtChartCanvas(ChartView::Size size, QWidget *parent);

    void setChartData(const LineChart *chart);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void rebuild();
    void addBand(const look::Tokens &tokens);
    void addLines(const Values &values, const QColor &colour, qreal width);
    void addDots(const Values &values, const QColor &colour, qreal size);
    void place();
    QRectF plot() const;
    qreal xAt(double index) const;
    qreal yAt(double value) const;
    int lastIndex() const;
    void drawGrid(QPainter &painter, const look::Tokens &tokens);
    void drawXLabels(QPainter &painter, const look::Tokens &tokens);
    void drawEvents(QPainter &painter, const look::Tokens &tokens);
    QString readout(int index) const;

    ChartView::Size m_size;
    const LineChart *m_data = nullptr;
    ValueScale m_scale;
    QValueAxis *m_x;
    QValueAxis *m_y;
    look::TextPainter m_text{80};
    int m_hovered = -1;
};

} // namespace topline::charts
