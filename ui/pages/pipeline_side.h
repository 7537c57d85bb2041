// The left pane of the pipeline page: funnel, warnings by kind, what moved the pipeline in a week.
// Only what the report holds is shown. Opening a row asks the page to show its deals. GUI thread.
#pragma once

#include "core/domain/metric.h"
#include "core/domain/risk_report.h"
#include "ui/pages/bar_rows.h"
#include "ui/pages/funnel_view.h"
#include "ui/pages/section_head.h"

#include <QScrollArea>

namespace topline::pages {

class NoteLine;

class PipelineSide final : public QScrollArea {
    Q_OBJECT

public:
    explicit PipelineSide(QWidget *parent = nullptr);

    // Warnings are those of the risks where there are any.
    void setReport(const domain::PipelineReport &report, const ui::text::MetricText &text,
                   const domain::RiskReport *risk = nullptr);

    FunnelView *funnel() const { return m_funnel; }

    BarRows *warnings() const { return m_warnings; }

    BarRows *moves() const { return m_moves; }

Q_SIGNALS:
    void dealsWanted(const QString &label, const std::vector<topline::domain::DealId> &deals);

private:
    void setWarnings(const domain::PipelineReport &report, const ui::text::MetricText &text);
    void setRisks(const domain::RiskReport &risk, const ui::text::MetricText &text);
    void showWarnings(std::vector<BarItem> items);
    void setMoves(const domain::PipelineReport &report, const ui::text::MetricText &text);

    FunnelView *m_funnel;
    NoteLine *m_note;
    SectionHead *m_warningHead;
    BarRows *m_warnings;
    SectionHead *m_moveHead;
    BarRows *m_moves;
};

} // namespace topline::pages
