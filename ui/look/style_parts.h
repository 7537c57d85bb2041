// The drawing behind ToplineStyle, split by part: each function returns false if the part is not
// ours and Fusion shall draw it. Called only by ToplineStyle, on the GUI thread.
#pragma once

#include "ui/look/tokens.h"

#include <QStyle>
#include <QStyleOption>

namespace topline::look::parts {

bool drawPrimitive(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                   const QWidget *widget);

bool drawControl(QStyle::ControlElement element, const QStyleOption &option, QPainter &painter,
                 const QStyle &style, const QWidget *widget);

bool drawComplex(QStyle::ComplexControl control, const QStyleOptionComplex &option,
                 QPainter &painter, const QStyle &style, const QWidget *widget);

// "&Cancel" names a key that is not shown; "&&" stands for one "&".
QString withoutMnemonic(const QString &label);

// A line edit or a text edit: what is drawn with the frame of an input.
bool isTextInput(const QWidget *widget);

QSize menuItemSize(const QStyleOptionMenuItem &item, int rowHeight);

void drawMenuItem(const QStyleOptionMenuItem &item, QPainter &painter);

QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part);

} // namespace topline::look::parts
