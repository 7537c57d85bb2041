// One figure on top of the pipeline page: title, value, change in a week, sparkline and what it
// stands on. A button: Enter or a click opens the rows behind it; it stays "on" while the table
// shows them. GUI thread.
#pragma once

#include "core/domain/metric.h"
#include "ui/look/paint.h"
#include "ui/text/metric_text.h"

#include <QAbstractButton>
#include <QVector>

namespace topline::pages {

class KpiTile final : public QAbstractButton {
    Q_OBJECT

public:
    explicit KpiTile(QWidget *parent = nullptr);

    void setFigure(const domain::Figure &figure, const ui::text::MetricText &text);

    const domain::Figure &figure() const { return m_figure; }

    // The key shown on the tile while it has the focus, e.g. "T".
    void setTaskKey(const QString &key);
    // No hairline at the right.
    void setLast(bool last);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintFigure(QPainter &painter, const look::Tokens &tokens);
    void paintFoot(QPainter &painter, const look::Tokens &tokens);

    domain::Figure m_figure;
    QString m_value;
    QString m_change;
    QString m_basis;
    QString m_basisShort;
    QString m_taskKey;
    QVector<double> m_spark;
    bool m_last = false;
    look::TextPainter m_text{12};
};

} // namespace topline::pages
