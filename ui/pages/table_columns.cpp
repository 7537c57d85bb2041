#include "ui/pages/table_columns.h"

#include "core/base/check.h"
#include "ui/look/icons.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr int gap = space::m;

} // namespace

void TableColumns::place(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    QVector<const Column *> shown;
    for (const Column &column : m_columns)
        shown.push_back(&column);
    const auto needed = [&shown] {
        int sum = 2 * space::l - gap;
        for (const Column *column : shown)
            sum += column->width + gap;
        return sum;
    };
    while (needed() > width) {
        const auto victim =
            std::max_element(shown.begin(), shown.end(), [](const Column *a, const Column *b) {
                return a->dropAt < b->dropAt;
            });
        if ((*victim)->dropAt == 0)
            break;
        shown.erase(victim);
    }
    int stretch = 0;
    for (const Column *column : shown)
        stretch += column->stretch;
    const qreal spare = std::max(0, width - needed());
    m_placed.clear();
    qreal x = space::l;
    for (const Column *column : shown) {
        const qreal extra = stretch > 0 ? spare * column->stretch / stretch : 0;
        m_placed.push_back({column->id, x, column->width + extra});
        x += column->width + extra + gap;
    }
}

const Column &TableColumns::column(int id) const
{
    const auto found = std::find_if(m_columns.cbegin(), m_columns.cend(),
                                    [id](const Column &column) { return column.id == id; });
    CHECK(found != m_columns.cend());
    return *found;
}

void TableColumns::setTitle(int id, const QString &title)
{
    for (Column &column : m_columns) {
        if (column.id == id)
            column.title = title;
    }
}

bool TableColumns::isShown(int id) const
{
    return std::any_of(m_placed.cbegin(), m_placed.cend(),
                       [id](const PlacedColumn &column) { return column.id == id; });
}

TableHead::TableHead(TableColumns &columns, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_columns(columns)
    , m_name(accessibleName)
{
    setFixedHeight(height::tableHead);
    setFocusPolicy(Qt::TabFocus);
    describe();
}

void TableHead::setSorting(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    describe();
    update();
}

void TableHead::describe()
{
    setAccessibleName(m_name);
    const auto &placed = m_columns.placed();
    if (m_focused >= placed.size())
        return;
    const Column &column = m_columns.column(placed[m_focused].id);
    const bool sorted = column.id == m_sortColumn;
    setAccessibleDescription(!sorted ? column.title
                             : m_order == Qt::DescendingOrder
                                 ? tr("%1, sorted downwards").arg(column.title)
                                 : tr("%1, sorted upwards").arg(column.title));
}

void TableHead::sortBy(int id)
{
    const Column &column = m_columns.column(id);
    if (!column.sortable)
        return;
    Qt::SortOrder order = column.descendingFirst ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (id == m_sortColumn)
        order = m_order == Qt::DescendingOrder ? Qt::AscendingOrder : Qt::DescendingOrder;
    setSorting(id, order);
    Q_EMIT sortWanted(id, order);
}

void TableHead::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    painter.fillRect(rect(), t.surface);
    const auto &placed = m_columns.placed();
    for (int i = 0; i < placed.size(); ++i) {
        const Column &column = m_columns.column(placed[i].id);
        const bool sorted = column.id == m_sortColumn;
        const bool right = column.align.testFlag(Qt::AlignRight);
        QRectF box = placed[i].box(rect());
        const Type type = sorted ? Type::MetaStrong : Type::Meta;
        const qreal words =
            std::min(textWidth(type, column.title), box.width() - (sorted ? icon::chip + 2 : 0));
        if (sorted) {
            const qreal x = right ? box.right() - icon::chip : box.left() + words + 2;
            drawIcon(painter, {x, box.center().y() - icon::chip / 2.0},
                     m_order == Qt::DescendingOrder ? Icon::ArrowDown : Icon::ArrowUp, t.text,
                     icon::chip);
            if (right)
                box.setRight(box.right() - icon::chip - 2);
        }
        m_text.draw(painter, box, column.title, {type, sorted ? t.text : t.text3, column.align});
        if (hasFocus() && i == m_focused)
            strokeRing(painter, placed[i].box(rect()).adjusted(-4, 3, 4, -3), radius::control,
                       t.series);
    }
    hLine(painter, space::l, width() - space::l, QWidget::height() - hairline(painter), t.line);
}

void TableHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_columns.place(width());
    m_focused = std::min(m_focused, static_cast<int>(m_columns.placed().size()) - 1);
    describe();
}

void TableHead::mousePressEvent(QMouseEvent *event)
{
    QPointF at = event->position();
    if (isRightToLeft())
        at.setX(width() - at.x());
    for (const PlacedColumn &column : m_columns.placed()) {
        if (column.box(rect()).adjusted(-gap / 2.0, 0, gap / 2.0, 0).contains(at)) {
            sortBy(column.id);
            return;
        }
    }
}

void TableHead::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_columns.placed().size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_focused = std::clamp(
            m_focused + ((event->key() == Qt::Key_Right) != isRightToLeft() ? 1 : -1), 0, last);
        describe();
        update();
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        sortBy(m_columns.placed()[m_focused].id);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TableHead::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TableHead::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace topline::pages
