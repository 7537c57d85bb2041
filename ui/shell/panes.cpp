#include "ui/shell/panes.h"

#include <QApplication>

namespace topline::shell {

bool Panes::canFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) != 0;
}

QWidget *Panes::firstStop(const QWidget *pane)
{
    for (QWidget *next = pane->nextInFocusChain(); next != pane; next = next->nextInFocusChain()) {
        if (pane->isAncestorOf(next) && canFocus(next))
            return next;
    }
    return nullptr;
}

// Where the focus was when the pane was left, else where its keys work, else its first stop.
bool Panes::enter(const Pane &pane, Qt::FocusReason reason) const
{
    QWidget *before = m_left.value(pane.widget);
    if (before && pane.widget->isAncestorOf(before) && canFocus(before)) {
        before->setFocus(reason);
        return true;
    }
    QWidget *first = firstStop(pane.widget);
    if (first && pane.enter)
        pane.enter();
    else if (first)
        first->setFocus(reason);
    return first != nullptr;
}

void Panes::step(int by)
{
    const auto count = m_panes.size();
    QWidget *focus = QApplication::focusWidget();
    qsizetype from = by > 0 ? count - 1 : 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (focus && m_panes[i].widget->isAncestorOf(focus)) {
            from = i;
            m_left.insert(m_panes[i].widget, focus);
        }
    }
    const auto reason = by > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason;
    for (qsizetype tried = 1; tried <= count; ++tried) {
        const Pane &pane = m_panes[(from + by * tried + 2 * count) % count];
        if (pane.widget->isVisible() && enter(pane, reason))
            return;
    }
}

} // namespace topline::shell
