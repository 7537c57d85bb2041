#include "ui/pages/content_table.h"

#include "ui/look/table.h"

#include <utility>

namespace topline::pages {

ContentTable::ContentTable(QStringList titles, int figuresFrom, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(std::move(titles))
    , m_figuresFrom(figuresFrom)
{
}

void ContentTable::setLines(const QVector<ContentLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int ContentTable::rowOf(const QString &firstCell) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines[row].cells.value(0) == firstCell)
            return row;
    }
    return -1;
}

int ContentTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ContentTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant ContentTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const ContentLine &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return line.cells.value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant((index.column() >= m_figuresFrom ? Qt::AlignRight : Qt::AlignLeft) |
                        Qt::AlignVCenter);
    case look::TokenRole:
        return QVariant::fromValue(line.isQuiet ? look::Ink::Text3 : look::Ink::Text);
    default:
        return {};
    }
}

QVariant ContentTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return m_titles.value(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant((section >= m_figuresFrom ? Qt::AlignRight : Qt::AlignLeft) |
                        Qt::AlignVCenter);
    return {};
}

} // namespace topline::pages
