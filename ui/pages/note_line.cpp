#include "ui/pages/note_line.h"

#include "ui/look/tool_tip.h"

#include <QPainter>

namespace topline::pages {

using namespace look;

NoteLine::NoteLine(Icon icon, Token colour, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_colour(colour)
{
    setFixedHeight(32);
    hide();
}

void NoteLine::setText(const QString &text)
{
    m_words = text;
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
    setVisible(!text.isEmpty());
    update();
}

void NoteLine::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    drawIcon(painter, {qreal(space::l), (QWidget::height() - icon::chip) / 2.0}, m_icon,
             t.*m_colour, icon::chip);
    const qreal x = space::l + icon::chip + 6;
    m_text.draw(painter, {x, 0, width() - x - space::l, qreal(QWidget::height())}, m_words,
                {Type::Meta, t.text2});
}

} // namespace topline::pages
