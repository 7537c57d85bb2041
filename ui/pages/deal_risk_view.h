// The risk of one deal as a waterfall of exact rows: each warning that holds with what it was held
// against, its points, and what the risk would be if it were as usual; below it the best fix,
// anomalies, evidence, and what was asked and is fine. Part of the deal inspector and of the feed's
// Why, GUI thread. As tall as what it says.
#pragma once

#include "core/domain/risk_report.h"
#include "ui/pages/waterfall_rows.h"
#include "ui/text/risk_text.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace topline::pages {

class SectionHead;

// What is known of a deal's risk; everything but `risk` may be missing.
struct DealRiskStory {
    std::optional<domain::DealRisk> risk;
    std::optional<domain::RiskFix> fix;
    std::optional<domain::Zombie> zombie;
    std::vector<domain::Anomaly> anomalies;
    std::vector<domain::RiskEvidence> evidence;
    base::Currency currency = base::Currency::usd();
};

// Of one deal, out of a report; `risk` is missing when the deal was not weighed.
DealRiskStory riskStory(const domain::RiskReport &report, domain::DealId deal);

// Warnings that hold, the heaviest first, and the total; shown points sum to the shown total.
std::vector<WaterfallRow> riskRows(const domain::DealRisk &risk, const ui::text::RiskText &text);

class DealRiskView final : public QWidget {
    Q_OBJECT

public:
    explicit DealRiskView(int sidePadding, QWidget *parent = nullptr);

    void setStory(const DealRiskStory &story, const ui::text::RiskText &text);
    // The key that makes a task of the best fix.
    void setTaskKey(const QString &key);

    const WaterfallRows *rows() const { return m_rows; }

    // Everything below the rows, as it is said.
    QString words() const;

private:
    void showDetail(int row);

    QString m_key;
    SectionHead *m_head;
    WaterfallRows *m_rows;
    QLabel *m_detail;
    QLabel *m_none;
    QLabel *m_fix;
    QLabel *m_zombie;
    QLabel *m_notes;
    QLabel *m_evidence;
    QLabel *m_fine;
};

} // namespace topline::pages
