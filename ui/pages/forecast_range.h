// The range of a forecast as one bar on a money axis: the conformal band, from commit to best,
// likely and expected on it; below it every figure by name, with the level and n of the band.
// Painted, read-only; spoken as one text. Part of the forecast view, GUI thread.
#pragma once

#include "core/domain/forecast.h"
#include "ui/look/paint.h"
#include "ui/text/forecast_text.h"

#include <QVector>
#include <QWidget>

namespace topline::pages {

class ForecastRange final : public QWidget {
    Q_OBJECT

public:
    explicit ForecastRange(QWidget *parent = nullptr);

    void setReport(const domain::ForecastReport &report, const ui::text::ForecastText &text);

    QSize sizeHint() const override;

    // "Commit: $1.2M, nine of ten futures bring more" …, as they are written.
    QStringList lines() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Mark { None, Cap, Dot, Band };

    struct Fact {
        QString label;
        QString note;
        QString value;
        bool strong = false;
        Mark mark = Mark::None; // what stands for it on the bar
    };

    void paintMark(QPainter &painter, const QPointF &middle, Mark mark);
    void paintBar(QPainter &painter, const QRectF &area);

    domain::ForecastRange m_range;
    std::optional<domain::ForecastBand> m_band;
    std::int64_t m_expected = 0;
    QVector<Fact> m_facts;
    look::TextPainter m_text{24};
};

} // namespace topline::pages
