#include "ui/look/table.h"

#include "ui/look/icons.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace topline::look {

namespace {

constexpr int side = 8;

QColor inkOf(const QModelIndex &index, const Tokens &t)
{
    switch (static_cast<Ink>(index.data(TokenRole).toInt())) {
    case Ink::Text2:
        return t.text2;
    case Ink::Text3:
        return t.text3;
    case Ink::Accent:
        return t.accentText;
    case Ink::Red:
        return t.redText;
    case Ink::Amber:
        return t.amberText;
    case Ink::Green:
        return t.greenText;
    case Ink::Text:
        break;
    }
    return t.text;
}

Type typeOf(const QModelIndex &index)
{
    const QVariant type = index.data(TypeRole);
    return type.isValid() ? static_cast<Type>(type.toInt()) : Type::Dense;
}

QRectF textBox(const QRect &cell, const QModelIndex &index)
{
    QRectF box = QRectF(cell).adjusted(side, 0, -side, 0);
    if (index.data(IconRole).isValid())
        box.setLeft(box.left() + icon::normal + space::s);
    return box;
}

} // namespace

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &t = tokensFor(option.palette);
    const bool focused = option.widget != nullptr && option.widget->hasFocus();
    if (option.state.testFlag(QStyle::State_Selected))
        fillCrisp(*painter, option.rect, focused ? t.accentSoft : t.current);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fillCrisp(*painter, option.rect, t.hover);
    // Lines span from the first column's text to the last one's; fills reach 8 px beyond.
    const bool first = index.column() == 0;
    const bool last = index.column() == index.model()->columnCount() - 1;
    hLine(*painter, option.rect.left() + (first ? side : 0),
          option.rect.right() + 1 - (last ? side : 0),
          option.rect.bottom() + 1 - hairline(*painter), t.line);
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QVariant icon = index.data(IconRole);
    if (icon.isValid())
        drawIcon(
            *painter,
            {option.rect.left() + qreal(side), option.rect.center().y() + 0.5 - icon::normal / 2.0},
            static_cast<Icon>(icon.toInt()), t.text2, icon::normal);
    m_text.draw(*painter, textBox(option.rect, index), index.data().toString(),
                {typeOf(index), inkOf(index, t),
                 align.testFlag(Qt::AlignRight) ? Qt::AlignRight : Qt::AlignLeft});
}

bool TableDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data().toString();
    if (event->type() == QEvent::ToolTip && !index.data(Qt::ToolTipRole).isValid() &&
        TextPainter::isElided(text, typeOf(index), textBox(option.rect, index).width())) {
        QToolTip::showText(event->globalPos(), text, view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

Table::Table(const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setAccessibleName(accessibleName);
    setItemDelegate(new TableDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(look::height::tableHead);
    setRowHeight(look::height::tableRow);
}

void Table::setRowHeight(int height)
{
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void Table::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid())
        return;
    QRect row = visualRect(currentIndex());
    row.setLeft(0);
    row.setRight(std::min(viewport()->width(), horizontalHeader()->length()) - 1);
    QPainter painter(viewport());
    strokeRing(painter, row, radius::ring, tokensFor(palette()).series);
}

void Table::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() != nullptr && model()->rowCount() > 0)
        selectRow(0);
    viewport()->update();
}

void Table::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace topline::look
