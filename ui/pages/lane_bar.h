// The lanes of the feed as tabs with counts, and the pill that says how many cards have arrived.
// Owned by the feed page, GUI thread. A click, Space or Enter on a tab chooses its lane; in the
// list Tab and Shift+Tab do it through the page's commands.
#pragma once

#include "core/domain/feed.h"

#include <QWidget>

#include <vector>

namespace topline::look {
class Button;
}

namespace topline::pages {

class LaneTab;

class LaneBar final : public QWidget {
    Q_OBJECT

public:
    explicit LaneBar(QWidget *parent = nullptr);

    void setCounts(const domain::FeedCounts &counts);
    void setCurrent(domain::Lane lane);
    // 0 hides the pill.
    void setArrivals(int count, const QString &key);

Q_SIGNALS:
    void laneChosen(domain::Lane lane);
    void arrivalsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    std::vector<LaneTab *> m_tabs; // by Lane
    look::Button *m_pill = nullptr;
};

} // namespace topline::pages
