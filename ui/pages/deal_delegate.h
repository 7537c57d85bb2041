// Paints the rows of the deal table: name, amount, stage, age with its whisker against p80 of won
// deals, warning, next step, dates, rep. Owned by the pipeline page, GUI thread. Columns are those
// of the table's head.
#pragma once

#include "ui/pages/deal_model.h"
#include "ui/pages/row_list.h"
#include "ui/pages/table_columns.h"

namespace topline::pages {

class DealDelegate final : public RowDelegate {
    Q_OBJECT

public:
    DealDelegate(const DealFilter &deals, const TableColumns &columns, QObject *parent);

    // Locale, zone and moment of everything that is written.
    void setText(const ui::text::MetricText &text) { m_words = text; }

    static QVector<Column> columns();

protected:
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override;
    int rowHeight(const QModelIndex &index) const override;

private:
    void paintCell(QPainter &painter, const QRectF &cell, int column, const DealItem &item) const;
    void paintName(QPainter &painter, const QRectF &cell, const DealItem &item) const;
    void paintAge(QPainter &painter, const QRectF &cell, const DealItem &item) const;
    void paintRisk(QPainter &painter, const QRectF &cell, const DealItem &item) const;
    void paintWarning(QPainter &painter, const QRectF &cell, const DealItem &item) const;

    const DealFilter &m_deals;
    const TableColumns &m_columns;
    ui::text::MetricText m_words;
};

} // namespace topline::pages
