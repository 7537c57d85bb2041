// A 1-px separator that stands on device pixels. Used between the panes of pages, GUI thread.
// It takes no focus and says nothing to assistive technology.
#pragma once

#include "ui/look/paint.h"

#include <QWidget>

namespace topline::pages {

class Hairline final : public QWidget {
public:
    explicit Hairline(Qt::Orientation orientation, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_orientation(orientation)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor &colour = look::tokensFor(palette()).line;
        if (m_orientation == Qt::Horizontal)
            look::hLine(painter, 0, width(), 0, colour);
        else
            look::vLine(painter, 0, 0, height(), colour);
    }

private:
    Qt::Orientation m_orientation;
};

} // namespace topline::pages
