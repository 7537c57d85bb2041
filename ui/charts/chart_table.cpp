#include "ui/charts/chart_table.h"

namespace topline::charts {

void ChartTableModel::setChart(const LineChart *chart)
{
    QVector<Column> columns;
    if (chart != nullptr) {
        columns.push_back({chart->valueName, &chart->values});
        if (!chart->dots.isEmpty())
            columns.push_back({chart->dotsName, &chart->dots});
        if (!chart->context.isEmpty())
            columns.push_back({chart->contextName, &chart->context});
        if (chart->band) {
            columns.push_back({tr("Low"), &chart->band->low});
            columns.push_back({tr("High"), &chart->band->high});
        }
    }
    // Old columns may point into what the chart no longer has, so they are replaced at once.
    const auto before = static_cast<int>(m_columns.size());
    const auto after = static_cast<int>(columns.size());
    if (after > before)
        beginInsertColumns({}, before + 1, after);
    else if (after < before)
        beginRemoveColumns({}, after + 1, before);
    m_chart = chart;
    m_columns = columns;
    if (after > before)
        endInsertColumns();
    else if (after < before)
        endRemoveColumns();
    resizeRows(chart == nullptr ? 0 : static_cast<int>(chart->xLabels.size()));
    if (m_rowCount > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rowCount - 1, after));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, after);
}

void ChartTableModel::resizeRows(int count)
{
    if (count > m_rowCount) {
        beginInsertRows({}, m_rowCount, count - 1);
        m_rowCount = count;
        endInsertRows();
    } else if (count < m_rowCount) {
        beginRemoveRows({}, count, m_rowCount - 1);
        m_rowCount = count;
        endRemoveRows();
    }
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole && index.column() > 0)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || m_chart == nullptr)
        return {};
    if (index.column() == 0)
        return m_chart->xLabels.value(index.row());
    const Values &values = *m_columns[index.column() - 1].values;
    const auto value = index.row() < values.size() ? values[index.row()] : std::nullopt;
    return value ? m_chart->written(*value) : QString(QChar(0x2013));
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || m_chart == nullptr)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? m_chart->xName : m_columns[section - 1].name;
}

} // namespace topline::charts
