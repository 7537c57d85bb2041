// The deal of a card on its way through the stages, with age, next step and who is active. Part of
// the inspector, GUI thread. Nothing is shown for a card without an open deal.
#pragma once

#include "core/domain/card_detail.h"
#include "ui/look/paint.h"
#include "ui/text/format.h"

#include <QWidget>

#include <optional>

namespace topline::pages {

class DealStripView final : public QWidget {
    Q_OBJECT

public:
    explicit DealStripView(QWidget *parent = nullptr);

    void setDeal(const std::optional<domain::DealStrip> &deal, const ui::text::Format &format);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintStages(QPainter &painter, qreal top);
    qreal labelRoom() const;
    void paintRow(QPainter &painter, qreal top, const QString &label, const QString &value,
                  const QString &right);
    QString ageText() const;

    std::optional<domain::DealStrip> m_deal;
    ui::text::Format m_format;
    look::TextPainter m_text{32};
};

} // namespace topline::pages
