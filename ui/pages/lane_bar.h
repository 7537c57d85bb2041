// The lanes of the feed as tabs with counts, and the pill that says how many cards have arrived.
// Owned by the feed page, GUI thread. Tab and Shift+Tab (or a click) change the lane through the
// page's commands.
#pragma once

#include "core/domain/feed.h"
#include "ui/look/paint.h"

#include <QWidget>

namespace topline::look {
class Button;
}

namespace topline::pages {

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
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    std::vector<QRectF> tabs() const;
    void placePill();

    domain::FeedCounts m_counts;
    domain::Lane m_current = domain::Lane::Now;
    look::Button *m_pill;
    look::TextPainter m_text{16};
};

} // namespace topline::pages
