// Tells whether the feed is being filled for the first time: while the first sync runs (and a
// moment after it) and nobody has touched the list, cards come in at once instead of waiting as
// arrivals. Owned by the feed page, GUI thread.
#pragma once

#include "ui/bridge/bridge.h"

#include <QObject>

class QWidget;

namespace topline::pages {

class FirstFill final : public QObject {
    Q_OBJECT

public:
    // A key or a click in `list` ends it for good.
    FirstFill(bridge::Bridge &bridge, QWidget *list);

    bool isFilling() const { return m_filling; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeStatus(const domain::WorkspaceStatus &status);
    void end();

    bool m_filling = false;
    bool m_over = false;
};

} // namespace topline::pages
