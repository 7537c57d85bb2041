#include "ui/pages/row_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace topline::pages {

using namespace look;

RowList::RowList(const QString &accessibleName, QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setUniformItemSizes(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void RowList::setGrowing(bool growing)
{
    m_growing = growing;
    setUniformItemSizes(!growing);
    setVerticalScrollBarPolicy(growing ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, growing ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

int RowList::contentHeight() const
{
    int out = 0;
    for (int row = 0; model() != nullptr && row < model()->rowCount(); ++row)
        out += sizeHintForRow(row);
    return out;
}

QSize RowList::sizeHint() const
{
    return m_growing ? QSize(200, contentHeight()) : QListView::sizeHint();
}

QSize RowList::minimumSizeHint() const
{
    return m_growing ? QSize(80, contentHeight()) : QSize(80, 3 * height::tableRow);
}

void RowList::step(int step)
{
    const int count = model() != nullptr ? model()->rowCount() : 0;
    if (count == 0)
        return;
    const bool isFirst = !currentIndex().isValid();
    const int by = step < 0 && !isFirst ? -1 : 1;
    const auto canHold = [this](int row) {
        return model()->flags(model()->index(row, 0)).testFlag(Qt::ItemIsEnabled);
    };
    int now = std::clamp(isFirst ? 0 : currentIndex().row() + step, 0, count - 1);
    while (now >= 0 && now < count && !canHold(now)) // heads are passed over
        now += by;
    if (now >= 0 && now < count)
        setCurrentIndex(model()->index(now, 0));
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void RowList::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->pos());
    if (at.isValid())
        Q_EMIT opened(at);
}

void RowList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid())
        step(0);
    viewport()->update();
}

void RowList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update(); // the neighbours' hairlines come and go with the ring
}

void RowList::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QListView::rowsInserted(parent, start, end);
    if (hasFocus() && !currentIndex().isValid())
        step(0);
    if (m_growing)
        updateGeometry();
}

bool RowDelegate::hasLine(const QModelIndex &index) const
{
    return index.row() + 1 < index.model()->rowCount();
}

QRectF RowDelegate::fillRect(const QRectF &row, const QModelIndex &) const
{
    return row.adjusted(space::s, 0, -space::s, 0);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Tokens &t = tokensFor(option.palette);
    m_tokens = &t;
    const auto *list = qobject_cast<const RowList *>(option.widget);
    const QModelIndex current = list != nullptr ? list->currentIndex() : QModelIndex();
    RowState state;
    state.current = current == index;
    state.focused = state.current && list->hasFocus();
    state.hovered = option.state.testFlag(QStyle::State_MouseOver);
    // The scroll bar stands in the padding: rows keep the whole list's width.
    QRectF row(option.rect);
    painter->save();
    if (option.direction == Qt::RightToLeft)
        mirror(*painter, row);
    if (list != nullptr)
        row.setWidth(row.width() + list->width() - list->viewport()->width());
    QRectF fill = fillRect(row, index);
    fill.setRight(std::min(fill.right(), qreal(option.rect.right()) + 1));
    if (state.focused)
        drawFocusedRow(*painter, fill, t);
    else if (state.current)
        fillRounded(*painter, fill, radius::control, t.current);
    else if (state.hovered)
        fillRounded(*painter, fill, radius::control, t.hover);
    const bool besideCurrent = current.isValid() && current.row() == index.row() + 1;
    if (hasLine(index) && !state.current && !besideCurrent)
        hLine(*painter, row.left() + space::l, row.right() - space::l,
              row.bottom() - hairline(*painter), t.line);
    paintRow(*painter, row, index, state);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, rowHeight(index)};
}

} // namespace topline::pages
