#include "ui/pages/source_tile.h"

#include "ui/look/tool_tip.h"

#include <QKeyEvent>
#include <QPainter>

namespace topline::pages {

using namespace look;

namespace {

constexpr int tall = 92;
constexpr int narrow = 200;
constexpr int usual = 320;
constexpr qreal trackWide = 64;
constexpr qreal lineTall = 16;

} // namespace

SourceTile::SourceTile(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedHeight(tall);
    setMinimumWidth(narrow);
}

QSize SourceTile::sizeHint() const
{
    return {usual, tall};
}

void SourceTile::setFace(const TileFace &face)
{
    m_face = face;
    setText(face.title);
    setAccessibleName(face.title + QStringLiteral(", ") + face.chip.text);
    QStringList said;
    for (const QString &part : {face.who, face.age, face.count}) {
        if (!part.isEmpty())
            said << part;
    }
    setAccessibleDescription(said.join(QStringLiteral(". ")));
    setToolTip(plainToolTip(said.join(QLatin1Char('\n'))));
    update();
}

void SourceTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void SourceTile::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const QRectF fill = QRectF(rect()).adjusted(space::s, space::xs, -space::s, -space::xs);
    if (hasFocus())
        drawFocusedRow(painter, fill, t);
    else if (isChecked())
        fillRounded(painter, fill, radius::control, t.current);
    else if (underMouse())
        fillRounded(painter, fill, radius::control, t.hover);
    const qreal left = space::l;
    const qreal wide = width() - 2 * space::l;
    const qreal chipWide = chipSize(m_face.chip).width();
    const qreal taken = m_text.draw(painter, QRectF(left, 12, wide - chipWide - space::s, 20),
                                    m_face.title, {Type::BodyName, t.text});
    drawChip(painter, {left + taken + space::s, 14}, m_face.chip, t);
    m_text.draw(painter, QRectF(left, 36, wide, lineTall), m_face.who, {Type::Dense, t.text2});
    drawLow(painter, QRectF(left, m_face.who.isEmpty() ? 40 : 60, wide, lineTall), t);
}

// The line of age and count.
void SourceTile::drawLow(QPainter &painter, const QRectF &line, const Tokens &t)
{
    qreal x = line.left();
    x += m_text.draw(painter, line, m_face.age, {Type::Dense, t.text}) + space::l;
    const qreal room = line.right() - x - (m_face.share ? trackWide + space::s : 0);
    if (m_face.count.isEmpty() || room < textWidth(Type::Dense, m_face.count))
        return;
    if (m_face.share) {
        drawTrack(painter, QRectF(x, line.top() + 6, trackWide, look::height::track), *m_face.share,
                  *m_face.share >= 1 ? t.amber : t.series, hasFocus() ? t.keySoft : t.key);
        x += trackWide + space::s;
    }
    m_text.draw(painter, QRectF(x, line.top(), room, lineTall), m_face.count,
                {Type::Dense, t.text2});
}

} // namespace topline::pages
