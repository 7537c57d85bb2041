// The table twin of a chart: the same numbers as rows, right-aligned, for screen readers and for
// reading exactly. Used by the chart view only; GUI thread. Cells are filled from a LineChart.
#pragma once

#include "ui/charts/line_chart.h"

#include <QAbstractTableModel>

namespace topline::charts {

class ChartTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    // The chart must live as long as the model shows it; call again whenever it changed. Rows and
    // columns come and go at the end, what stays is told as changed: no reset.
    void setChart(const LineChart *chart);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Column {
        QString name;
        const Values *values;
    };

    void resizeRows(int count);

    const LineChart *m_chart = nullptr;
    QVector<Column> m_columns;
    int m_rowCount = 0;
};

} // namespace topline::charts
