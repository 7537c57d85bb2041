// Whether a window's corners can show what lies behind it. Asked by the style and by own popups
// when they are made, on the GUI thread; never fails. On X11 that takes a compositor: without one
// what is left transparent comes out black, so popups are square there.
#pragma once

class QWidget;

namespace topline::look {

bool canBeTranslucent();

// The corner radius of a popup: `wanted` where its window was made translucent, else 0.
double popupRadius(const QWidget *popup, double wanted);

} // namespace topline::look
