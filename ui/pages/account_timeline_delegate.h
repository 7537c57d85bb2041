// Paints the rows of an account's timeline: heads of days, deeds, and under the current one its
// text. GUI thread; owned by the timeline.
#pragma once

#include "ui/pages/account_timeline_rows.h"
#include "ui/pages/row_list.h"

namespace topline::pages {

class MomentDelegate final : public RowDelegate {
    Q_OBJECT

public:
    MomentDelegate(const MomentModel &model, const RowList &list, QObject *parent);

protected:
    int rowHeight(const QModelIndex &index) const override;
    bool hasLine(const QModelIndex &index) const override;
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override;

private:
    void paintDeed(QPainter &painter, const QRectF &line, const MomentRow &row) const;
    void paintBody(QPainter &painter, const QRectF &box, const QString &text) const;
    QRectF bodyBox(const QRectF &row) const;

    const MomentModel &m_model;
    const RowList &m_list;
};

} // namespace topline::pages
