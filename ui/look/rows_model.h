// A table model over a list of rows that takes a whole new list as what went and what came, never
// as a reset. Base of the small models of reports, on the GUI thread; cannot fail.
#pragma once

#include "ui/look/row_change.h"

#include <QAbstractTableModel>

#include <utility>
#include <vector>

namespace topline::look {

template <typename Row> class RowsModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    // `same` tells whether two rows are of the same thing; what they say may differ.
    template <typename Same> void setRows(std::vector<Row> rows, Same same)
    {
        const RowChange change = rowChange(m_rows, rows, same);
        if (change.removed > 0) {
            beginRemoveRows({}, change.from, change.lastRemoved());
            m_rows.erase(m_rows.begin() + change.from,
                         m_rows.begin() + change.from + change.removed);
            endRemoveRows();
        }
        if (change.inserted > 0) {
            beginInsertRows({}, change.from, change.lastInserted());
            m_rows = rows;
            endInsertRows();
        }
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    std::vector<Row> m_rows;
};

} // namespace topline::look
