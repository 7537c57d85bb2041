#include "ui/pages/first_fill.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace topline::pages {

namespace {

// What the last page of the sync touched is still being weighed for a moment.
constexpr int afterSyncMs = 5'000;

} // namespace

FirstFill::FirstFill(bridge::Bridge &bridge, QWidget *list)
    : QObject(list)
{
    list->installEventFilter(this);
    connect(&bridge, &bridge::Bridge::statusChanged, this, &FirstFill::takeStatus);
    takeStatus(bridge.status());
}

void FirstFill::takeStatus(const domain::WorkspaceStatus &status)
{
    if (m_over || status.sourceTitle.empty())
        return;
    if (!status.lastSyncMs) {
        m_filling = true;
    } else if (m_filling) {
        m_over = true;
        QTimer::singleShot(afterSyncMs, this, &FirstFill::end);
    } else {
        m_over = true; // it was filled before this window came
    }
}

void FirstFill::end()
{
    m_over = true;
    m_filling = false;
}

bool FirstFill::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        end();
    return QObject::eventFilter(watched, event);
}

} // namespace topline::pages
