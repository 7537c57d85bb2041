// Fonts of the type scale. Called by everything that draws text, on the GUI thread. installFonts()
// loads the bundled "Topline Sans" (Inter with tabular figures, made at build time) once at start;
// if the build had no font to bundle it returns false and the system's interface font is used.
#pragma once

#include "ui/look/tokens.h"

#include <QFont>
#include <QFontMetricsF>
#include <QString>

namespace topline::look {

// Call once after QApplication exists. False means that the bundled font is not in this build.
bool installFonts();

// A cached QFont in logical pixels, without hinting.
const QFont &font(Type type);

const QFontMetricsF &metrics(Type type);

// Advance of one line of text in logical pixels.
qreal textWidth(Type type, const QString &text);

} // namespace topline::look
