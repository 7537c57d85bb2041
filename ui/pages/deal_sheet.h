// One deal on a sheet: name, the strip of stages, and facts as label and value. Painted, read-only;
// the whole sheet is spoken as one text. Part of the deal inspector, GUI thread.
#pragma once

#include "core/domain/card_detail.h"
#include "ui/look/paint.h"
#include "ui/text/metric_text.h"

#include <QWidget>

#include <optional>

namespace topline::pages {

class DealSheet final : public QWidget {
    Q_OBJECT

public:
    explicit DealSheet(QWidget *parent = nullptr);

    void setDeal(const domain::DealStrip &deal, const ui::text::MetricText &text);
    void clear();

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Fact {
        QString label;
        QString value;
        QString note;
        bool warns = false;
    };

    void paintStages(QPainter &painter, const QRectF &box);

    QString m_name;
    QString m_meta;
    std::vector<QString> m_stages;
    std::size_t m_stage = 0;
    bool m_closed = false;
    QVector<Fact> m_facts;
    look::TextPainter m_text{60};
};

} // namespace topline::pages
