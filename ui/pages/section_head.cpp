#include "ui/pages/section_head.h"

#include <QPainter>

#include <cmath>

namespace topline::pages {

using namespace look;

namespace {

constexpr int tall = 32;
constexpr int withLine = 40;

} // namespace

SectionHead::SectionHead(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_padding(space::l)
{
    setFixedHeight(tall);
    setAccessibleName(title);
}

void SectionHead::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void SectionHead::setNote(const QString &note)
{
    m_note = note;
    setAccessibleDescription(note);
    update();
}

void SectionHead::setFigure(const QString &figure, bool strong)
{
    m_figure = figure;
    m_strong = strong;
    update();
}

void SectionHead::setLineAbove(bool line)
{
    m_line = line;
    setFixedHeight(line ? withLine : tall);
}

void SectionHead::setTitleRoom(int width)
{
    m_room = width;
    update();
}

void SectionHead::setSidePadding(int padding)
{
    m_padding = padding;
    update();
}

int SectionHead::titleWidth() const
{
    return m_padding + static_cast<int>(std::ceil(textWidth(Type::DenseHead, m_title)));
}

void SectionHead::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const qreal top = m_line ? withLine - tall : 0;
    const QRectF row(m_padding, top, width() - 2 * m_padding, tall);
    if (m_line)
        hLine(painter, row.left(), row.right(), 4, t.line);
    qreal right = row.right();
    const Type type = m_strong ? Type::DenseHead : Type::Dense;
    const qreal taken = titleWidth() - m_padding + m_room + space::xl;
    if (!m_figure.isEmpty() && taken + textWidth(type, m_figure) <= row.width()) {
        m_text.draw(painter, row, m_figure, {type, m_strong ? t.text : t.text2, Qt::AlignRight});
        right -= textWidth(type, m_figure) + space::m;
    }
    qreal x = row.left();
    x += m_text.draw(painter, {x, top, right - x, tall}, m_title, {Type::DenseHead, t.text});
    x += space::s + m_room;
    if (right - x > 24)
        m_text.draw(painter, {x, top, right - x, tall}, m_note, {Type::Dense, t.text3});
}

} // namespace topline::pages
