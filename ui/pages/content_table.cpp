#include "ui/pages/content_table.h"

#include "ui/look/table.h"

#include <utility>

namespace topline::pages {

ContentTable::ContentTable(QStringList titles, int figuresFrom, QObject *parent)
    : KeyedModel(parent)
    , m_titles(std::move(titles))
    , m_figuresFrom(figuresFrom)
{
}

QString ContentTable::idOf(const QModelIndex &index) const
{
    return index.isValid() ? row(index.row()).id : QString();
}

int ContentTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant ContentTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ContentLine &line = row(index.row());
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
