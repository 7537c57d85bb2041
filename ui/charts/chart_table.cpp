#include "ui/charts/chart_table.h"

namespace topline::charts {

void ChartTableModel::setChart(const LineChart *chart)
{
    beginResetModel();
    m_chart = chart;
    m_columns.clear();
    if (chart != nullptr) {
        m_columns.push_back({chart->valueName, &chart->values});
        if (!chart->dots.isEmpty())
            m_columns.push_back({chart->dotsName, &chart->dots});
        if (!chart->context.isEmpty())
            m_columns.push_back({chart->contextName, &chart->context});
        if (chart->band) {
            m_columns.push_back({tr("Low"), &chart->band->low});
            m_columns.push_back({tr("High"), &chart->band->high});
        }
    }
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_chart == nullptr ? 0 : static_cast<int>(m_chart->xLabels.size());
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
