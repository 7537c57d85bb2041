#include "ui/pages/two_line_delegate.h"

#include <algorithm>

namespace topline::pages {

using namespace look;

TwoLineDelegate::TwoLineDelegate(Ask ask, QObject *parent)
    : RowDelegate(parent)
    , m_ask(std::move(ask))
{
}

int TwoLineDelegate::rowHeight(const QModelIndex &) const
{
    return rowTall;
}

void TwoLineDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                               const RowState &) const
{
    constexpr qreal firstTop = 8;
    constexpr qreal secondTop = 25;
    constexpr qreal worthIt = 32;
    const Tokens &t = tokens();
    const TwoLines lines = m_ask(index.row());
    QRectF box = row.adjusted(space::l, 0, -space::l, 0);
    if (lines.icon != Icon::None) {
        drawIcon(painter, {box.left(), row.top() + firstTop + 1}, lines.icon, t.*lines.iconColour,
                 icon::dense);
        box.setLeft(box.left() + icon::dense + space::s);
    }
    const QRectF first(box.left(), row.top() + firstTop, box.width(), lineHeight(Type::Dense));
    const qreal rightWide = std::min(textWidth(Type::Dense, lines.right), first.width() / 2);
    m_text.draw(painter, first.adjusted(first.width() - rightWide, 0, 0, 0), lines.right,
                {Type::Dense, t.*lines.rightColour, Qt::AlignRight});
    QRectF words = first.adjusted(0, 0, -rightWide - (rightWide > 0 ? space::m : 0), 0);
    const qreal taken =
        m_text.draw(painter, words, lines.name,
                    {lines.quiet ? Type::Dense : Type::DenseValue, lines.quiet ? t.text2 : t.text});
    words.setLeft(words.left() + taken + space::s);
    if (words.width() >= worthIt)
        m_text.draw(painter, words, lines.after, {Type::Dense, t.text2});
    m_text.draw(painter, {box.left(), row.top() + secondTop, box.width(), 16.0}, lines.below,
                {Type::Meta, t.text2});
}

} // namespace topline::pages
