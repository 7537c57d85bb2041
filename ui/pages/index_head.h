// The head of the index chart: the figure, what it did, its confidence and its weights. Painted,
// read-only, spoken as one text. Part of the velocity page, GUI thread.
#pragma once

#include "core/domain/metric.h"
#include "ui/look/paint.h"
#include "ui/text/metric_text.h"

#include <QWidget>

namespace topline::pages {

class IndexHead final : public QWidget {
    Q_OBJECT

public:
    explicit IndexHead(QWidget *parent = nullptr);

    void setWeek(const domain::RviWeek &week, const ui::text::MetricText &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_figure;
    QString m_sentence;
    QString m_weights;
    bool m_low = false;
    look::TextPainter m_text{8};
};

} // namespace topline::pages
