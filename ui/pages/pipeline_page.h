// The pipeline page: six tiles, the funnel with warnings and moves, and the table of deals that
// filters when any of them is opened; or the forecast and its deals in their place. Asks the engine
// when it comes to the front and when records changed; answers are applied as keyed changes. GUI
// thread.
#pragma once

#include "ui/pages/deal_model.h"
#include "ui/pages/table_columns.h"
#include "ui/shell/page.h"

#include <QVector>

#include <memory>

class QStackedWidget;

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
class ForecastView;
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
    void buildDeals();
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
    RowList *activeList() const;

    void buildForecast();
    void addForecastCommands();
    bool isForecast() const;
    void showForecast(bool forecast);
    void loadForecast();
    void showForecastReport();
    void refreshMeta();
    void openCallMenu();
    // The rep's own word on the current deal; nothing takes it back.
    void callDeal(std::optional<domain::ForecastCategory> category);
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
    std::size_t m_filterWanted = 0; // deals asked for, listed or not

    static constexpr int forecastPage = 1;
    std::shared_ptr<const domain::ForecastReport> m_forecast; // nothing while it is worked out
    bool m_forecastStale = true;
    std::uint64_t m_forecastAsked = 0;
    QStackedWidget *m_views = nullptr;
    look::Segments *m_view = nullptr;
    look::Segments *m_span = nullptr;
    ForecastView *m_forecastView = nullptr;

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
