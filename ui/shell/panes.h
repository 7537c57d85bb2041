// F6 and Shift+F6: the focus goes from pane to pane of the window, because inside a list Tab may
// have another meaning. Owned by the main window, GUI thread. A pane that is hidden or holds
// nothing to focus is passed over; one that was left gets its focus back where it was.
#pragma once

#include <QHash>
#include <QPointer>
#include <QVector>
#include <QWidget>

#include <functional>

namespace topline::shell {

struct Pane {
    QWidget *widget;
    // Takes the focus to where its keys work, the first time; empty: to its first stop.
    std::function<void()> enter = {};
};

class Panes {
public:
    // In the order of F6; the widgets must outlive this.
    explicit Panes(QVector<Pane> panes)
        : m_panes(std::move(panes))
    {
    }

    // 1 forwards, -1 backwards.
    void step(int by);

private:
    static bool canFocus(const QWidget *widget);
    static QWidget *firstStop(const QWidget *pane);
    bool enter(const Pane &pane, Qt::FocusReason reason) const;

    QVector<Pane> m_panes;
    QHash<QWidget *, QPointer<QWidget>> m_left;
};

} // namespace topline::shell
