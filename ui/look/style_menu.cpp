#include "ui/look/marks.h"
#include "ui/look/style_parts.h"

#include <QIcon>
#include <QScopeGuard>

#include <cmath>

namespace topline::look::parts {

namespace {

constexpr int iconColumn = 16 + 8;
constexpr int side = 8;
constexpr int separatorHeight = 9;

struct Words {
    QString label;
    QString key;
};

Words wordsOf(const QStyleOptionMenuItem &item)
{
    const QString all = withoutMnemonic(item.text);
    const auto tab = all.indexOf(QLatin1Char('\t'));
    if (tab < 0)
        return {all, {}};
    return {all.left(tab), all.mid(tab + 1)};
}

} // namespace

QSize menuItemSize(const QStyleOptionMenuItem &item, int rowHeight)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {16, separatorHeight};
    const Words words = wordsOf(item);
    qreal width =
        2 * side + 2 * space::xs + iconColumn + std::ceil(textWidth(Type::Body, words.label));
    if (!words.key.isEmpty())
        width += space::xl + keyCapWidth(words.key);
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += space::xl;
    return {static_cast<int>(width), rowHeight};
}

void drawMenuItem(const QStyleOptionMenuItem &item, QPainter &painter)
{
    const Tokens &t = tokensFor(item.palette);
    painter.save();
    const auto restore = qScopeGuard([&painter] { painter.restore(); });
    if (item.direction == Qt::RightToLeft)
        mirror(painter, item.rect);
    const QRectF row = QRectF(item.rect).adjusted(space::xs, 0, -space::xs, 0);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        hLine(painter, row.left() + side, row.right() - side, row.center().y(), t.line);
        return;
    }
    const bool enabled = item.state.testFlag(QStyle::State_Enabled);
    const bool on = enabled && item.state.testFlag(QStyle::State_Selected);
    if (on)
        fillRounded(painter, row, radius::control, t.raisedSel);
    const qreal iconTop = row.top() + (row.height() - icon::normal) / 2;
    if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item.checked)
            drawIcon(painter, {row.left() + side, iconTop}, Icon::Check, t.accentText,
                     icon::normal);
    } else if (!item.icon.isNull()) {
        const QRect box(static_cast<int>(row.left()) + side, static_cast<int>(iconTop),
                        icon::normal, icon::normal);
        const Upright upright(painter, box);
        item.icon.paint(&painter, box, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const Words words = wordsOf(item);
    QRectF box = row.adjusted(side + iconColumn, 0, -side, 0);
    if (!words.key.isEmpty()) {
        const qreal cap = keyCapWidth(words.key);
        drawKeyCap(painter,
                   {box.right() - cap, row.top() + (row.height() - height::inlineChip) / 2},
                   words.key, on ? CapPlace::Focused : CapPlace::Row, t);
        box.setRight(box.right() - cap - space::s);
    }
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        drawIcon(painter, {row.right() - side - icon::dense, row.center().y() - icon::dense / 2.0},
                 Icon::ChevronRight, t.text2, icon::dense);
    TextPainter once(1);
    once.draw(painter, box, words.label, {Type::Body, enabled ? t.text : t.disabled});
}

} // namespace topline::look::parts
