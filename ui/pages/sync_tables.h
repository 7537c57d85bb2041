// The two wide tables of the Sync page: freshness per kind of record, and the log of requests.
// Delegates with their columns; the heads share them. GUI thread; the models outlive them.
#pragma once

#include "ui/pages/row_list.h"
#include "ui/pages/sync_rows.h"
#include "ui/pages/table_columns.h"

namespace topline::pages {

class ObjectDelegate final : public RowDelegate {
    Q_OBJECT

public:
    enum ColumnId { Name, State, Through, Amount, Remote, Local, Note };

    ObjectDelegate(const KeyedModel<ObjectItem> &model, const TableColumns &columns,
                   QObject *parent);

    static QVector<Column> columns();
    // While the first sync runs there is nothing to compare yet.
    static QVector<Column> firstSyncColumns();

protected:
    int rowHeight(const QModelIndex &index) const override;
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override;

private:
    void paintState(QPainter &painter, const QRectF &cell, const ObjectItem &item) const;

    const KeyedModel<ObjectItem> &m_model;
    const TableColumns &m_columns;
};

class RequestDelegate final : public RowDelegate {
    Q_OBJECT

public:
    enum ColumnId { Time, Method, Host, Path, Status, Took, Bytes, Outcome };

    RequestDelegate(const KeyedModel<RequestItem> &model, const TableColumns &columns,
                    QObject *parent);

    static QVector<Column> columns();

protected:
    int rowHeight(const QModelIndex &index) const override;
    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override;

private:
    const KeyedModel<RequestItem> &m_model;
    const TableColumns &m_columns;
};

} // namespace topline::pages
