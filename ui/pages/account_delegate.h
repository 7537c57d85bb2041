// Paints the rows of the accounts' table. Owned by the list of accounts, GUI thread. Columns are
// those of the table's head.
#pragma once

#include "ui/pages/account_model.h"
#include "ui/pages/row_list.h"
#include "ui/pages/table_columns.h"

namespace topline::pages {

class AccountDelegate final : public RowDelegate {
    Q_OBJECT

public:
    AccountDelegate(const AccountFilter &accounts, const TableColumns &columns, QObject *parent);

    // Locale, zone and moment of everything that is written.
    void setFormat(const ui::text::Format &format) { m_format = format; }

    static QVector<Column> columns();

protected:
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override;
    int rowHeight(const QModelIndex &index) const override;

private:
    void paintCell(QPainter &painter, const QRectF &cell, int column,
                   const domain::AccountRow &row) const;
    void paintName(QPainter &painter, const QRectF &cell, const domain::AccountRow &row) const;
    QString amountText(const domain::AccountRow &row) const;

    const AccountFilter &m_accounts;
    const TableColumns &m_columns;
    ui::text::Format m_format;
};

} // namespace topline::pages
