// The small marks of the look: key caps, chips, tiers, risk steps, sparklines, bars and tracks.
// Painted by delegates and widgets on the GUI thread; sizes in logical pixels. Nothing can fail.
#pragma once

#include "ui/look/icons.h"
#include "ui/look/paint.h"

#include <QSizeF>
#include <QVector>

namespace topline::look {

// Where a key cap stands decides its fill: on a row, on the focused row, in a button, in the
// primary button.
enum class CapPlace { Row, Focused, Button, Primary };

qreal keyCapWidth(const QString &key);
// Draws a 16-px-high cap; returns its width.
qreal drawKeyCap(QPainter &painter, QPointF topLeft, const QString &key, CapPlace place,
                 const Tokens &tokens);

// "A Approve": cap, 8 px, label in meta; returns the width taken.
qreal drawKeyHint(QPainter &painter, QPointF topLeft, const QString &key, const QString &label,
                  CapPlace place, const Tokens &tokens);
qreal keyHintWidth(const QString &key, const QString &label);

enum class Tone { Neutral, Outline, Accent, Red, Amber, Green };

// The text colour of a tone (text2 for neutral).
QColor toneText(Tone tone, const Tokens &tokens);
// The graphic colour of a tone (mute for neutral, series for accent).
QColor toneMark(Tone tone, const Tokens &tokens);

struct Chip {
    QString text;
    Tone tone = Tone::Neutral;
    Icon icon = Icon::None;
    bool small = false; // in-line chip, 16 high
};

QSizeF chipSize(const Chip &chip);
void drawChip(QPainter &painter, QPointF topLeft, const Chip &chip, const Tokens &tokens);

// HOT stands in a well of 44x16, WARM and COLD are plain letters; the strength is in the word.
void drawTier(QPainter &painter, const QRectF &box, const QString &tier, bool boxed, bool focused,
              const Tokens &tokens);

// Three steps, 16x12: red from 50, amber from 25, else mute; the number beside it stays ink.
void drawRiskSteps(QPainter &painter, QPointF topLeft, int risk, const Tokens &tokens);

// A track with its filled share (0 to 1), without rounding.
void drawTrack(QPainter &painter, const QRectF &rect, double share, const QColor &fill,
               const QColor &track);

// A bar from `from` to `to` on a scale `low` to `high` that spans `rect`; returns its rectangle.
struct Scale {
    double low = 0;
    double high = 1;

    double at(const QRectF &rect, double value) const;
};

QRectF drawBar(QPainter &painter, const QRectF &rect, const Scale &scale, double from, double to,
               const QColor &fill);

// A 1-px tick across a bar at a value, in ink (p80, baseline).
void drawTick(QPainter &painter, const QRectF &rect, const Scale &scale, double value,
              const QColor &ink);

// A line through the values with a dot on the last; nothing below two values.
void drawSparkline(QPainter &painter, const QRectF &rect, const QVector<double> &values,
                   const QColor &colour);

// A whisker with caps and dot on a scale; the ends that leave the axis become arrow heads.
struct Whisker {
    double low = 0;
    double middle = 0;
    double high = 0;
};

void drawWhisker(QPainter &painter, const QRectF &rect, const Scale &scale, const Whisker &whisker,
                 const QColor &colour);

// A 16-px check or radio indicator with its tick or dot.
enum class TickState { Off, On, Partly };
void drawCheckBox(QPainter &painter, const QRectF &box, TickState state, bool enabled,
                  const Tokens &tokens);

} // namespace topline::look
