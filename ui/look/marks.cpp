#include "ui/look/marks.h"

#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace topline::look {

namespace {

constexpr qreal capPadding = 4;
constexpr int boldRisk = 50;
constexpr int mildRisk = 25;

void drawLine(QPainter &painter, const QRectF &box, const QString &text, Type type,
              const QColor &colour, Qt::Alignment align)
{
    const QFontMetricsF &measure = metrics(type);
    const qreal width = measure.horizontalAdvance(text);
    const bool toRight = isMirrored(painter) ? !(align & (Qt::AlignRight | Qt::AlignHCenter))
                                             : bool(align & Qt::AlignRight);
    const Upright upright(painter, box);
    qreal x = box.left();
    if (toRight)
        x = box.right() - width;
    else if (align & Qt::AlignHCenter)
        x = box.left() + (box.width() - width) / 2;
    const qreal baseline = std::round(
        box.top() + (box.height() - measure.ascent() - measure.descent()) / 2 + measure.ascent());
    painter.setFont(font(type));
    painter.setPen(colour);
    painter.drawText(QPointF(x, baseline), text);
}

struct ChipColours {
    QColor fill;
    QColor edge; // invalid: no outline
    QColor text;
};

ChipColours chipColours(Tone tone, const Tokens &t)
{
    switch (tone) {
    case Tone::Accent:
        return {t.accentSoft, {}, t.accentText};
    case Tone::Red:
        return {t.redSoft, {}, t.redText};
    case Tone::Amber:
        return {t.amberSoft, {}, t.amberText};
    case Tone::Green:
        return {t.greenSoft, {}, t.greenText};
    case Tone::Outline:
        return {t.surface, t.lineStrong, t.text2};
    case Tone::Neutral:
        break;
    }
    return {t.well, {}, t.text2};
}

struct ChipMetrics {
    Type type;
    qreal padding;
    qreal height;
};

ChipMetrics chipMetrics(const Chip &chip)
{
    if (chip.small)
        return {Type::MetaStrong, 4, height::inlineChip};
    return {Type::MetaStrong, 8, height::chip};
}

} // namespace

qreal keyCapWidth(const QString &key)
{
    return std::max<qreal>(height::inlineChip,
                           std::ceil(textWidth(Type::MetaStrong, key)) + 2 * capPadding);
}

qreal drawKeyCap(QPainter &painter, QPointF topLeft, const QString &key, CapPlace place,
                 const Tokens &t)
{
    const QRectF box(topLeft, QSizeF(keyCapWidth(key), height::inlineChip));
    QColor fill = t.well;
    QColor ink = t.text2;
    if (place == CapPlace::Focused) {
        fill = t.keySoft;
        ink = t.text;
    } else if (place == CapPlace::Button) {
        fill = t.key;
    } else if (place == CapPlace::Primary) {
        fill = t.keyAccent;
        ink = t.onAccent;
    }
    fillRounded(painter, box, radius::keyCap, fill);
    drawLine(painter, box, key, Type::MetaStrong, ink, Qt::AlignHCenter);
    return box.width();
}

qreal keyHintWidth(const QString &key, const QString &label)
{
    return keyCapWidth(key) + space::s + std::ceil(textWidth(Type::Meta, label));
}

qreal drawKeyHint(QPainter &painter, QPointF topLeft, const QString &key, const QString &label,
                  CapPlace place, const Tokens &t)
{
    const qreal cap = drawKeyCap(painter, topLeft, key, place, t);
    const QRectF box(topLeft.x() + cap + space::s, topLeft.y(), 1, height::inlineChip);
    drawLine(painter, box, label, Type::Meta, t.text2, Qt::AlignLeft);
    return keyHintWidth(key, label);
}

QColor toneText(Tone tone, const Tokens &tokens)
{
    return chipColours(tone, tokens).text;
}

QColor toneMark(Tone tone, const Tokens &t)
{
    switch (tone) {
    case Tone::Accent:
        return t.series;
    case Tone::Red:
        return t.red;
    case Tone::Amber:
        return t.amber;
    case Tone::Green:
        return t.green;
    case Tone::Neutral:
    case Tone::Outline:
        break;
    }
    return t.mute;
}

QSizeF chipSize(const Chip &chip)
{
    const ChipMetrics m = chipMetrics(chip);
    qreal width = 2 * m.padding + std::ceil(textWidth(m.type, chip.text));
    if (chip.icon != Icon::None)
        width += icon::chip + space::xs;
    return {width, m.height};
}

void drawChip(QPainter &painter, QPointF topLeft, const Chip &chip, const Tokens &tokens)
{
    const ChipMetrics m = chipMetrics(chip);
    const ChipColours colours = chipColours(chip.tone, tokens);
    const QRectF box(topLeft, chipSize(chip));
    const qreal corner = chip.small ? radius::keyCap : radius::control;
    if (colours.edge.isValid())
        fillOutlined(painter, box, {corner, colours.edge, colours.fill, 1});
    else
        fillRounded(painter, box, corner, colours.fill);
    QRectF text = box.adjusted(m.padding, 0, -m.padding, 0);
    if (chip.icon != Icon::None) {
        drawIcon(painter, {text.left(), box.top() + (m.height - icon::chip) / 2}, chip.icon,
                 colours.text, icon::chip);
        text.setLeft(text.left() + icon::chip + space::xs);
    }
    drawLine(painter, text, chip.text, m.type, colours.text, Qt::AlignLeft);
}

void drawTier(QPainter &painter, const QRectF &box, const QString &tier, bool boxed, bool focused,
              const Tokens &t)
{
    const QRectF cell(box.left(), box.top() + (box.height() - height::inlineChip) / 2, box.width(),
                      height::inlineChip);
    if (boxed)
        fillRounded(painter, cell, radius::keyCap, focused ? t.keySoft : t.well);
    drawLine(painter, cell, tier, boxed ? Type::MetaStrong : Type::Meta, boxed ? t.text : t.text2,
             Qt::AlignHCenter);
}

void drawRiskSteps(QPainter &painter, QPointF topLeft, int risk, const Tokens &t)
{
    constexpr qreal step = 4;
    constexpr qreal gap = 2;
    constexpr qreal full = 12;
    const int lit = risk >= boldRisk ? 3 : risk >= mildRisk ? 2 : 1;
    const QColor ink = risk >= boldRisk ? t.red : risk >= mildRisk ? t.amber : t.mute;
    for (int i = 0; i < 3; ++i) {
        const qreal tall = step * (i + 1);
        fillCrisp(painter,
                  QRectF(topLeft.x() + i * (step + gap), topLeft.y() + full - tall, step, tall),
                  i < lit ? ink : t.line);
    }
}

void drawTrack(QPainter &painter, const QRectF &rect, double share, const QColor &fill,
               const QColor &track)
{
    fillCrisp(painter, rect, track);
    const double part = std::clamp(share, 0.0, 1.0);
    if (part > 0)
        fillCrisp(painter,
                  QRectF(rect.topLeft(), QSizeF(std::max(rect.width() * part, 2.0), rect.height())),
                  fill);
}

double Scale::at(const QRectF &rect, double value) const
{
    const double span = high - low;
    const double part = span == 0 ? 0 : (value - low) / span;
    return rect.left() + std::clamp(part, 0.0, 1.0) * rect.width();
}

QRectF drawBar(QPainter &painter, const QRectF &rect, const Scale &scale, double from, double to,
               const QColor &fill)
{
    const double left = scale.at(rect, std::min(from, to));
    const double right = scale.at(rect, std::max(from, to));
    QRectF bar(left, rect.top(), right - left, rect.height());
    if (from != to && bar.width() < 1)
        bar.setWidth(1);
    if (bar.width() > 0)
        fillCrisp(painter, bar, fill);
    return bar;
}

void drawTick(QPainter &painter, const QRectF &rect, const Scale &scale, double value,
              const QColor &ink)
{
    vLine(painter, scale.at(rect, value), rect.top() - 2, rect.bottom() + 2, ink);
}

void drawSparkline(QPainter &painter, const QRectF &rect, const QVector<double> &values,
                   const QColor &colour)
{
    if (values.size() < 2)
        return;
    constexpr qreal dot = 2.5;
    const auto [low, high] = std::minmax_element(values.cbegin(), values.cend());
    const double span = *high - *low;
    const QRectF area = rect.adjusted(1, dot, -dot, -dot);
    QPolygonF line;
    line.reserve(values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double part = span == 0 ? 0.5 : (values[i] - *low) / span;
        const double along = static_cast<double>(i) / static_cast<double>(values.size() - 1);
        line << QPointF(area.left() + along * area.width(), area.bottom() - part * area.height());
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(line.last(), dot, dot);
    painter.restore();
}

void drawWhisker(QPainter &painter, const QRectF &rect, const Scale &scale, const Whisker &whisker,
                 const QColor &colour)
{
    constexpr qreal cap = 5;
    constexpr qreal dot = 4.5;
    const qreal y = std::round(rect.center().y());
    const qreal left = scale.at(rect, whisker.low);
    const qreal right = scale.at(rect, whisker.high);
    fillCrisp(painter, QRectF(left, y - 1, right - left, 2), colour);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const auto end = [&](qreal x, bool leaves, qreal inward) {
        if (!leaves) {
            vLine(painter, x - (inward < 0 ? 1 : 0), y - cap, y + cap, colour);
            return;
        }
        painter.drawPolygon(QPolygonF{{x, y}, {x + inward * 6, y - 4}, {x + inward * 6, y + 4}});
    };
    end(left, whisker.low < scale.low, 1);
    end(right, whisker.high > scale.high, -1);
    painter.drawEllipse(QPointF(scale.at(rect, whisker.middle), y), dot, dot);
    painter.restore();
}

void drawCheckBox(QPainter &painter, const QRectF &box, TickState state, bool enabled,
                  const Tokens &t)
{
    const QColor edge = !enabled ? t.disabled : state == TickState::Off ? t.text3 : t.accent;
    const QColor fill = state == TickState::Off ? t.surface : edge;
    fillOutlined(painter, box, {radius::keyCap, edge, fill, 1.5});
    if (state == TickState::Off)
        return;
    painter.save();
    const Upright upright(painter, box);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (state == TickState::On)
        painter.drawPolyline(QPolygonF{at(0.27, 0.53), at(0.43, 0.69), at(0.74, 0.33)});
    else
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    painter.restore();
}

} // namespace topline::look
