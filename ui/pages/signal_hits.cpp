#include "ui/pages/signal_hits.h"

#include "ui/pages/two_line_delegate.h"

namespace topline::pages {

namespace {

TwoLines linesOf(const HitItem &item)
{
    TwoLines lines;
    lines.name = item.name;
    lines.after = item.after;
    lines.right = item.when;
    lines.below = item.below;
    return lines;
}

} // namespace

SignalHits::SignalHits(const QString &accessibleName, QWidget *parent)
    : RowList(accessibleName, parent)
{
    setGrowing(true);
    setModel(&m_model);
    setItemDelegate(
        new TwoLineDelegate([this](int row) { return linesOf(m_model.row(row)); }, this));
    viewport()->setAutoFillBackground(false);
    connect(this, &RowList::opened, this,
            [this](const QModelIndex &at) { Q_EMIT hitOpened(m_model.row(at.row())); });
}

void SignalHits::setHits(std::vector<HitItem> items)
{
    m_model.apply(std::move(items));
    setVisible(m_model.rowCount() > 0);
    updateGeometry();
}

void SignalHits::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowList::currentChanged(current, previous);
    if (current.isValid() && hasFocus())
        Q_EMIT currentAt(visualRect(current));
}

} // namespace topline::pages
