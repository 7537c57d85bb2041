// The forecast of a span beside the deals it is made of. Left: the expected total, its range,
// categories and the flow since last week, each row of which opens its deals. Right: the open deals
// with category, chances and warnings, or the track record. Shows what it is given and asks nothing
// by itself; part of the pipeline page, GUI thread.
#pragma once

#include "ui/pages/forecast_deals.h"
#include "ui/text/forecast_text.h"

#include <QWidget>

#include <optional>

class QScrollArea;
class QStackedWidget;

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::pages {

class BarRows;
class DealNotices;
class ForecastRange;
class ForecastRecord;
class NoteLine;
class SectionHead;
class WaterfallRows;

class ForecastView final : public QWidget {
    Q_OBJECT

public:
    explicit ForecastView(QWidget *parent = nullptr);

    void setReport(const domain::ForecastReport &report, const ui::text::ForecastText &text,
                   const ForecastDeals::Accounts &accounts = {});
    void setSideWidth(int width);
    // The key that takes the filter away, for its chip.
    void setBackKey(const QString &key);
    void setCallKey(const QString &key);

    RowList *list() const { return m_list; }

    const ForecastRecord *record() const { return m_record; }

    std::optional<domain::DealId> currentDeal() const;
    QString currentName() const; // empty without one
    void toggleRecord();
    // As a picture; shows the track record first where it is behind the deals.
    void copyChart();
    // Only these deals, where all of them are open; false, and nothing done, where some are not.
    bool filterBy(const QString &label, const std::vector<domain::DealId> &deals);

    bool isFiltered() const { return !m_filter.isEmpty(); }

    void clearFilter();

Q_SIGNALS:
    // Deals that are not all in this list: won ones.
    void dealsWanted(const QString &label, const std::vector<topline::domain::DealId> &deals);
    void opened();
    void callWanted();
    void currentChanged();

private:
    QWidget *buildSide();
    QWidget *buildMain();
    void showDeals(const QString &label, const std::vector<domain::DealId> &deals);
    void refreshChip();

    ForecastDeals m_deals;
    TableColumns m_columns;
    QString m_filter;
    QString m_backKey;

    QScrollArea *m_side = nullptr;
    SectionHead *m_expectedHead = nullptr;
    WaterfallRows *m_expected = nullptr;
    ForecastRange *m_range = nullptr;
    SectionHead *m_categoryHead = nullptr;
    BarRows *m_categories = nullptr;
    SectionHead *m_flowHead = nullptr;
    WaterfallRows *m_flow = nullptr;
    NoteLine *m_noFlow = nullptr;
    DealNotices *m_leftOut = nullptr;
    look::Segments *m_tabs = nullptr;
    look::Button *m_chip = nullptr;
    look::Button *m_call = nullptr;
    QStackedWidget *m_stack = nullptr;
    NoteLine *m_empty = nullptr;
    RowList *m_list = nullptr;
    ForecastRecord *m_record = nullptr;
};

} // namespace topline::pages
