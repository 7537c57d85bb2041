// How good the forecast has been: forecast against actual by week, the back-test of every method
// against the naive one, the bias of each rep, stored weeks that are over, and promised chances
// against what came. Scrolls; part of the forecast view, GUI thread.
#pragma once

#include "core/domain/forecast.h"
#include "ui/pages/forecast_table.h"
#include "ui/text/forecast_text.h"

#include <QScrollArea>

namespace topline::charts {
class ChartView;
}

namespace topline::pages {

class NoteLine;
class SectionHead;

class ForecastRecord final : public QScrollArea {
    Q_OBJECT

public:
    explicit ForecastRecord(QWidget *parent = nullptr);

    void setReport(const domain::ForecastReport &report, const ui::text::ForecastText &text);

    charts::ChartView *chart() const { return m_chart; }

    const ForecastTable *methods() const { return m_methods; }

    const ForecastTable *reps() const { return m_reps; }

    // What is said of the chosen method.
    QString verdict() const;

Q_SIGNALS:
    void dealsWanted(const QString &label, const std::vector<topline::domain::DealId> &deals);

private:
    ForecastTable *addTable(const QString &title, SectionHead **head, const QStringList &titles);
    void setHead(SectionHead *head, bool shown, const QString &note);

    SectionHead *m_chartHead;
    charts::ChartView *m_chart;
    SectionHead *m_methodHead = nullptr;
    ForecastTable *m_methods;
    NoteLine *m_good;
    NoteLine *m_bad;
    NoteLine *m_coverage;
    SectionHead *m_repHead = nullptr;
    ForecastTable *m_reps;
    SectionHead *m_checkHead = nullptr;
    ForecastTable *m_checks;
    SectionHead *m_reliabilityHead = nullptr;
    ForecastTable *m_reliability;
};

} // namespace topline::pages
