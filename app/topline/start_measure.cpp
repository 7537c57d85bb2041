#include "app/topline/start_measure.h"

#include "ui/bridge/bridge.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace topline::app {

namespace {

void tell(const char *what)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    std::printf(
        "%s %lld\n", what,
        static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
    std::fflush(stdout);
}

} // namespace

StartMeasure::StartMeasure(QWidget *window, bridge::Bridge *bridge)
    : QObject(window)
    , m_waitsForCards(bridge != nullptr)
{
    window->installEventFilter(this);
    if (!bridge)
        return;
    connect(bridge, &bridge::Bridge::feedChanged, this,
            [this, window](const engine::FeedUpdate &update) {
                m_hasCards = m_hasCards || !update.changed.empty();
                window->update();
            });
}

bool StartMeasure::eventFilter(QObject *watched, QEvent *event)
{
    // The frame is flushed after this event; the timer fires then.
    if (event->type() == QEvent::Paint && !m_isPosted) {
        m_isPosted = true;
        QTimer::singleShot(0, this, &StartMeasure::frameShown);
    }
    return QObject::eventFilter(watched, event);
}

void StartMeasure::frameShown()
{
    m_isPosted = false;
    if (!m_toldFrame)
        tell("first-frame");
    m_toldFrame = true;
    if (m_waitsForCards && !m_hasCards)
        return;
    if (m_waitsForCards)
        tell("first-cards");
    QCoreApplication::quit();
}

} // namespace topline::app
