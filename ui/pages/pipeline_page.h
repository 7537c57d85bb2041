// The pipeline page: six tiles, the funnel with warnings and moves, and the table of deals that
// filters when any of them is opened. Asks the engine when it comes to the front and when records
// changed; answers are applied as keyed changes. GUI thread.
#pragma once

#include "ui/pages/deal_model.h"
#include "ui/pages/table_columns.h"
#include "ui/shell/page.h"

#include <QVector>

#include <memory>

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class DealDelegate;
class DealInspector;
class DealNotices;
class KpiTile;
class NoteLine;
class OwnerChoice;
class PipelineSide;
class RowList;
class SectionHead;

class PipelinePage final : public shell::Page {
    Q_OBJECT

public:
    explicit PipelinePage(const shell::PageContext &context);

    QWidget *makeInspector() override;

    // The deals take the whole width until one is opened.
    bool startsWithInspector() const override { return false; }

    void activate() override;
    void open(const shell::PageRequest &request) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildTable();
    void addCommands();

    void load();
    void loadIfShown();
    void loadRisk(std::uint64_t question);
    void refresh();

    void filterBy(const QString &label, const std::vector<domain::DealId> &deals);
    void openTile(KpiTile *tile);
    void clearFilter();
    void refreshFilterRow();
    void openDeal();
    void makeTask();
    void step(int rows);
    std::optional<domain::DealId> currentDeal() const;
    ui::text::MetricText text() const;

    domain::PipelineReport m_report;
    std::shared_ptr<const domain::RiskReport> m_risk; // nothing until it came
    bool m_stale = true;
    bool m_visited = false;
    std::uint64_t m_asked = 0; // number of the last question: late answers to others are dropped

    DealModel m_deals;
    DealFilter m_shown;
    TableColumns m_columns;
    QString m_filterLabel;

    shell::PageHeader *m_header = nullptr;
    OwnerChoice *m_owner = nullptr;
    QVector<KpiTile *> m_tiles;
    PipelineSide *m_side = nullptr;
    SectionHead *m_tableHead = nullptr;
    look::Segments *m_scope = nullptr;
    look::Button *m_chip = nullptr;
    NoteLine *m_empty = nullptr;
    DealNotices *m_notices = nullptr;
    RowList *m_list = nullptr;
    DealDelegate *m_delegate = nullptr;
    DealInspector *m_inspector = nullptr;
};

} // namespace topline::pages
