#include "ui/shell/overlay.h"

#include "ui/look/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace topline::shell {

using namespace look;

Overlay::Overlay(QWidget *window)
    : QWidget(window)
    , m_window(window)
{
    setVisible(false);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
}

void Overlay::open()
{
    m_focusBefore = QApplication::focusWidget();
    follow();
    raise();
    show();
    firstFocus()->setFocus(Qt::PopupFocusReason);
    Q_EMIT opened();
}

void Overlay::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    Q_EMIT closed();
}

void Overlay::follow()
{
    setGeometry(m_window->rect());
    layOut(boxRect());
}

QRect Overlay::boxRect() const
{
    const QSize window = m_window->size();
    const QSize size = boxSize(window);
    return {QPoint((window.width() - size.width()) / 2, boxTop(window)), size};
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Resize && isVisible())
        follow();
    return QWidget::eventFilter(watched, event);
}

void Overlay::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.dim);
    const QRectF box = boxRect();
    drawPopupShadow(painter, box);
    fillOutlined(painter, box, {radius::popup, t.lineStrong, t.raised, 1});
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!boxRect().contains(event->position().toPoint()))
        close();
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

// Tab goes round inside the layer.
bool Overlay::focusNextPrevChild(bool next)
{
    const QList<QWidget *> children = findChildren<QWidget *>();
    QList<QWidget *> stops;
    for (QWidget *child : children) {
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0)
            stops << child;
    }
    if (stops.isEmpty())
        return false;
    const auto at = stops.indexOf(QApplication::focusWidget());
    const auto count = stops.size();
    stops[(at + (next ? 1 : count - 1) + (at < 0 && !next ? 1 : 0)) % count]->setFocus(
        Qt::TabFocusReason);
    return true;
}

} // namespace topline::shell
