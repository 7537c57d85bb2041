// For start benchmarks (--measure-start): tells on standard output when a window's first frame is
// on the screen and when the first cards are, in nanoseconds of the steady clock, and ends the
// program. Made by WindowProgram for its window, GUI thread.
#pragma once

#include <QObject>

class QWidget;

namespace topline::bridge {
class Bridge;
}

namespace topline::app {

class StartMeasure final : public QObject {
    Q_OBJECT

public:
    // Without a bridge (first start) there are no cards to wait for. Lives as long as the window.
    StartMeasure(QWidget *window, bridge::Bridge *bridge);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void frameShown();

    bool m_waitsForCards;
    bool m_hasCards = false;
    bool m_toldFrame = false;
    bool m_isPosted = false;
};

} // namespace topline::app
