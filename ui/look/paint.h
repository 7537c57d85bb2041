// Painting primitives for delegates and own-drawn widgets: nested-fill rounded rectangles,
// hairlines on device pixels, cached single-line text. Called while painting, on the GUI thread.
// Rectangles are in logical pixels; nothing here can fail.
#pragma once

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"

#include <QCache>
#include <QPainter>
#include <QRectF>
#include <QStaticText>
#include <QString>

class QWidget;

namespace topline::look {

void fillRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill);

// Two nested fills (13 times cheaper than an antialiased pen): `edge`, then `fill` inset by
// `width`.
struct Outline {
    qreal radius = radius::control;
    QColor edge;
    QColor fill;
    qreal width = 1;
};

void fillOutlined(QPainter &painter, const QRectF &rect, const Outline &outline);

// One device-pixel-aligned line, qRound(dpr)/dpr thick.
void hLine(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour);
void vLine(QPainter &painter, qreal x, qreal y1, qreal y2, const QColor &colour);

// Device pixels per logical pixel where this painter ends up: also right when a widget is rendered
// into a picture of another ratio.
qreal ratioOf(const QPainter &painter);

// Thickness of a hairline on this device in logical pixels.
qreal hairline(const QPainter &painter);

// The nearest point that lies on a corner of device pixels.
QPointF onDevicePixels(const QPainter &painter, QPointF point);

// A plain rectangle without antialiasing, edges on device pixels: bars, bands, tracks, edges.
void fillCrisp(QPainter &painter, const QRectF &rect, const QColor &fill);

// The 2-px series ring, radius 6, hugging `rect` from inside, over an accentSoft fill radius 4.
void drawFocusedRow(QPainter &painter, const QRectF &rect, const Tokens &tokens);

// Only the ring, around what stands in `rect`; the inside keeps what `inside` says.
void drawRing(QPainter &painter, const QRectF &rect, const Tokens &tokens, const QColor &inside);

// A 2-px ring over what is already painted: the focus of small controls, painted last.
void strokeRing(QPainter &painter, const QRectF &rect, qreal radius, const QColor &colour);

// The popup layer's pre-rendered shadow around `rect` (8 px down, 24 px wide, black 28 %).
void drawPopupShadow(QPainter &painter, const QRectF &rect);

// Right-to-left windows: coordinates count from the right edge once this was called, first thing in
// a paint event (a delegate mirrors about its row). Text, icons and ticks stay readable.
void mirrorIfRightToLeft(QPainter &painter, const QWidget &widget);
void mirror(QPainter &painter, const QRectF &about);
bool isMirrored(const QPainter &painter);

// While it lives, what is drawn within `box` of a mirrored painter stands upright. For glyphs and
// pixmaps only; costs nothing where nothing is mirrored.
class Upright {
public:
    Upright(QPainter &painter, const QRectF &box);
    ~Upright();
    Upright(const Upright &) = delete;
    Upright &operator=(const Upright &) = delete;

private:
    QPainter *m_painter; // null where nothing is mirrored
};

// How a line of text stands in its box.
struct TextLook {
    Type type = Type::Body;
    QColor colour;
    // Left is where lines begin, so it is the right side of a mirrored painter. Vertical is always
    // the middle of the box.
    Qt::Alignment align = Qt::AlignLeft;
    Qt::TextElideMode elide = Qt::ElideRight;
};

// Draws single lines with cached elision and QStaticText. One per delegate or widget.
class TextPainter {
public:
    explicit TextPainter(int maxLines = 1500);

    // Draws one line, elided to the box; returns the width it took.
    qreal draw(QPainter &painter, const QRectF &box, const QString &text, const TextLook &look);

    // True if the text does not fit into the width: then a tooltip owes the whole text.
    static bool isElided(const QString &text, Type type, qreal width);

    void clear() { m_lines.clear(); }

private:
    struct Line {
        QStaticText text;
        qreal width = 0;
    };

    const Line &line(const QString &text, const TextLook &look, qreal width);

    QCache<QString, Line> m_lines;
};

} // namespace topline::look
