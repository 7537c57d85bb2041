#include "ui/look/paint.h"

#include <QPaintDevice>
#include <QPainterPath>
#include <QPixmap>
#include <QPixmapCache>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace topline::look {

namespace {

// Moves a logical point onto the device's pixel grid (the painter never rotates here).
QPointF snap(const QPainter &painter, QPointF point)
{
    const QTransform toDevice = painter.deviceTransform();
    const QPointF device = toDevice.map(point);
    return toDevice.inverted().map(QPointF(std::round(device.x()), std::round(device.y())));
}

class Antialiasing {
public:
    Antialiasing(QPainter &painter, bool on)
        : m_painter(painter)
        , m_before(painter.testRenderHint(QPainter::Antialiasing))
    {
        painter.setRenderHint(QPainter::Antialiasing, on);
    }

    ~Antialiasing() { m_painter.setRenderHint(QPainter::Antialiasing, m_before); }

    Antialiasing(const Antialiasing &) = delete;
    Antialiasing &operator=(const Antialiasing &) = delete;

private:
    QPainter &m_painter;
    bool m_before;
};

constexpr int shadowSpread = 24;
constexpr int shadowDrop = 8;
constexpr double shadowAlpha = 0.28;

// A soft rounded square, blurred by the distance to its edge; cut into nine when drawn.
QPixmap shadowTile()
{
    const QString key = QStringLiteral("topline/shadow");
    QPixmap cached;
    if (QPixmapCache::find(key, &cached))
        return cached;
    constexpr int side = shadowSpread * 4;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double half = side / 2.0;
            const double core = half - shadowSpread;
            const double dx = std::max(std::abs(x + 0.5 - half) - core / 2, 0.0);
            const double dy = std::max(std::abs(y + 0.5 - half) - core / 2, 0.0);
            const double distance = std::hypot(dx, dy) / (half - core / 2);
            const double fall = std::pow(std::clamp(1.0 - distance, 0.0, 1.0), 2.2);
            const int alpha = static_cast<int>(std::lround(255 * shadowAlpha * fall));
            image.setPixel(x, y, qRgba(0, 0, 0, alpha));
        }
    }
    cached = QPixmap::fromImage(image);
    QPixmapCache::insert(key, cached);
    return cached;
}

} // namespace

QPointF onDevicePixels(const QPainter &painter, QPointF point)
{
    return snap(painter, point);
}

void fillRounded(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill)
{
    const Antialiasing on(painter, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, radius, radius);
}

void fillOutlined(QPainter &painter, const QRectF &rect, const Outline &outline)
{
    const qreal width = outline.width <= 1 ? hairline(painter) : outline.width;
    fillRounded(painter, rect, outline.radius, outline.edge);
    fillRounded(painter, rect.adjusted(width, width, -width, -width),
                std::max<qreal>(outline.radius - width, 0), outline.fill);
}

qreal ratioOf(const QPainter &painter)
{
    return std::max(std::abs(painter.deviceTransform().m11()), 0.25);
}

qreal hairline(const QPainter &painter)
{
    const qreal ratio = ratioOf(painter);
    return std::max(std::round(ratio), 1.0) / ratio;
}

void hLine(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &colour)
{
    const Antialiasing off(painter, false);
    const QPointF from = snap(painter, {x1, y});
    const QPointF to = snap(painter, {x2, y});
    painter.fillRect(QRectF(from.x(), from.y(), to.x() - from.x(), hairline(painter)), colour);
}

void vLine(QPainter &painter, qreal x, qreal y1, qreal y2, const QColor &colour)
{
    const Antialiasing off(painter, false);
    const QPointF from = snap(painter, {x, y1});
    const QPointF to = snap(painter, {x, y2});
    painter.fillRect(QRectF(from.x(), from.y(), hairline(painter), to.y() - from.y()), colour);
}

void fillCrisp(QPainter &painter, const QRectF &rect, const QColor &fill)
{
    const Antialiasing off(painter, false);
    const QPointF from = snap(painter, rect.topLeft());
    const QPointF to = snap(painter, rect.bottomRight());
    painter.fillRect(QRectF(from, to), fill);
}

void drawFocusedRow(QPainter &painter, const QRectF &rect, const Tokens &tokens)
{
    drawRing(painter, rect, tokens, tokens.accentSoft);
}

void drawRing(QPainter &painter, const QRectF &rect, const Tokens &tokens, const QColor &inside)
{
    fillOutlined(painter, rect, {radius::ring, tokens.series, inside, 2});
}

void strokeRing(QPainter &painter, const QRectF &rect, qreal radius, const QColor &colour)
{
    const Antialiasing on(painter, true);
    QPainterPath ring;
    ring.setFillRule(Qt::OddEvenFill);
    ring.addRoundedRect(rect, radius, radius);
    ring.addRoundedRect(rect.adjusted(2, 2, -2, -2), std::max<qreal>(radius - 2, 1),
                        std::max<qreal>(radius - 2, 1));
    painter.fillPath(ring, colour);
}

void mirror(QPainter &painter, const QRectF &about)
{
    painter.translate(about.left() + about.right(), 0);
    painter.scale(-1, 1);
}

void mirrorIfRightToLeft(QPainter &painter, const QWidget &widget)
{
    if (widget.layoutDirection() == Qt::RightToLeft)
        mirror(painter, widget.rect());
}

bool isMirrored(const QPainter &painter)
{
    return painter.worldTransform().m11() < 0;
}

Upright::Upright(QPainter &painter, const QRectF &box)
    : m_painter(isMirrored(painter) ? &painter : nullptr)
{
    if (!m_painter)
        return;
    m_painter->save();
    mirror(*m_painter, box);
}

Upright::~Upright()
{
    if (m_painter)
        m_painter->restore();
}

void drawPopupShadow(QPainter &painter, const QRectF &rect)
{
    const QPixmap tile = shadowTile();
    const QRectF target = rect.adjusted(-shadowSpread, -shadowSpread + shadowDrop, shadowSpread,
                                        shadowSpread + shadowDrop);
    const qreal corner = tile.width() / 2.0 - 1;
    const qreal middle = tile.width() - 2 * corner;
    const qreal xs[4] = {target.left(), target.left() + corner, target.right() - corner,
                         target.right()};
    const qreal ys[4] = {target.top(), target.top() + corner, target.bottom() - corner,
                         target.bottom()};
    const qreal source[4] = {0, corner, corner + middle, qreal(tile.width())};
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) {
            painter.drawPixmap(
                QRectF(QPointF(xs[column], ys[row]), QPointF(xs[column + 1], ys[row + 1])), tile,
                QRectF(QPointF(source[column], source[row]),
                       QPointF(source[column + 1], source[row + 1])));
        }
    }
}

TextPainter::TextPainter(int maxLines)
    : m_lines(maxLines)
{
}

const TextPainter::Line &TextPainter::line(const QString &text, const TextLook &look, qreal width)
{
    const QString key = QString::number(static_cast<int>(look.type)) + QLatin1Char('|') +
                        QString::number(static_cast<int>(look.elide)) + QLatin1Char('|') +
                        QString::number(std::floor(width)) + QLatin1Char('|') + text;
    if (Line *found = m_lines.object(key))
        return *found;
    const QFontMetricsF &measure = metrics(look.type);
    auto *made = new Line;
    QString shown = text;
    made->width = measure.horizontalAdvance(text);
    if (made->width > width + 0.5) {
        shown = measure.elidedText(text, look.elide, width);
        made->width = measure.horizontalAdvance(shown);
    }
    made->text.setTextFormat(Qt::PlainText);
    made->text.setPerformanceHint(QStaticText::AggressiveCaching);
    made->text.setText(shown);
    made->text.prepare(QTransform(), font(look.type));
    m_lines.insert(key, made);
    return *made;
}

qreal TextPainter::draw(QPainter &painter, const QRectF &box, const QString &text,
                        const TextLook &look)
{
    if (text.isEmpty() || box.width() <= 0)
        return 0;
    const Line &shown = line(text, look, box.width());
    // Which side of the box is free: a mirrored painter begins at the right.
    const bool toRight = isMirrored(painter) ? !(look.align & (Qt::AlignRight | Qt::AlignHCenter))
                                             : bool(look.align & Qt::AlignRight);
    const Upright upright(painter, box);
    qreal x = box.left();
    if (toRight)
        x = box.right() - shown.width;
    else if (look.align & Qt::AlignHCenter)
        x = box.left() + (box.width() - shown.width) / 2;
    const QFontMetricsF &measure = metrics(look.type);
    const qreal baseline = std::round(
        box.top() + (box.height() - measure.ascent() - measure.descent()) / 2 + measure.ascent());
    painter.setFont(font(look.type));
    painter.setPen(look.colour);
    painter.drawStaticText(QPointF(x, baseline - measure.ascent()), shown.text);
    return shown.width;
}

bool TextPainter::isElided(const QString &text, Type type, qreal width)
{
    return textWidth(type, text) > width + 0.5;
}

} // namespace topline::look
