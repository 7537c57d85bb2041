// The velocity page: the Revenue Velocity Index by week against its baseline, its four levers, what
// moved it within the week, the segments that drag it, and the weakest lever with the deals to
// open. Asks the engine when it comes to the front and when records changed. GUI thread.
#pragma once

#include "core/domain/metric.h"
#include "ui/charts/chart_view.h"
#include "ui/shell/page.h"
#include "ui/text/metric_text.h"

#include <QVector>

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class IndexHead;
class LeverPane;
class LeverTile;
class NoteLine;
class OwnerChoice;
class SectionHead;
class SegmentTable;
class Waterfall;

class VelocityPage final : public shell::Page {
    Q_OBJECT

public:
    explicit VelocityPage(const shell::PageContext &context);

    void activate() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildIndex();
    QWidget *buildBottom();
    void addCommands();
    void load();
    void loadIfShown();
    void show(const domain::VelocityReport &report);
    void openDeals(const QString &label, const std::vector<domain::DealId> &deals);
    void openLever(domain::Lever lever);
    void makeTask();
    ui::text::MetricText text() const;

    domain::VelocityReport m_report;
    bool m_stale = true;
    std::uint64_t m_asked = 0; // number of the last question: late answers to others are dropped

    shell::PageHeader *m_header = nullptr;
    OwnerChoice *m_owner = nullptr;
    IndexHead *m_indexHead = nullptr;
    charts::ChartView *m_chart = nullptr;
    LeverPane *m_pane = nullptr;
    QVector<LeverTile *> m_levers;
    QWidget *m_waterfallSide = nullptr;
    Waterfall *m_waterfall = nullptr;
    NoteLine *m_waterfallNote = nullptr;
    SegmentTable *m_segments = nullptr;
};

} // namespace topline::pages
