// One lever of the index on the velocity page: value, baseline, its points, and a small chart of 26
// weeks with a dot for each single week. GUI thread.
#pragma once

#include "core/domain/metric.h"
#include "ui/charts/chart_view.h"
#include "ui/look/paint.h"
#include "ui/text/metric_text.h"

#include <QWidget>

namespace topline::pages {

class LeverTile final : public QWidget {
    Q_OBJECT

public:
    explicit LeverTile(domain::Lever lever, QWidget *parent = nullptr);

    // `points` is what is shown of RVI - 100, rounded so that the four tiles add up.
    void setReport(const domain::VelocityReport &report, std::optional<double> points,
                   const ui::text::MetricText &text);

    charts::ChartView *chart() const { return m_chart; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setChart(const domain::VelocityReport &report, const ui::text::MetricText &text);

    domain::Lever m_lever;
    charts::ChartView *m_chart;
    QString m_value;
    QString m_baseline;
    QString m_basis;
    QString m_points;
    bool m_weakest = false;
    look::TextPainter m_text{20};
};

} // namespace topline::pages
