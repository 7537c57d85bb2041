#include "ui/pages/footer_strip.h"

#include "ui/look/paint.h"

namespace topline::pages {

namespace {

constexpr int stripHeight = 64;

} // namespace

FooterStrip::FooterStrip(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(stripHeight);
}

void FooterStrip::paintEvent(QPaintEvent *)
{
    const look::Tokens &t = look::tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    look::hLine(painter, 0, width(), 0, t.line);
}

} // namespace topline::pages
