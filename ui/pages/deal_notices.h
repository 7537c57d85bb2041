// Lines of words that open into deals: above the deal table findings about the whole pipeline and
// standing alerts, beside a forecast what it counts apart. Enter or a click asks for the deals of a
// line that has any. Hidden while there is nothing to say. GUI thread; rows are keyed.
#pragma once

#include "core/domain/risk_report.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/text/risk_text.h"

namespace topline::pages {

struct DealNotice {
    QString id;
    QString label; // what its deals are, for the filter's name
    QString words;
    bool finding = false; // else alerts
    std::vector<domain::DealId> deals;

    const QString &key() const { return id; }

    const QString &text() const { return words; }

    bool operator==(const DealNotice &) const = default;
};

// Findings first, then one line for all alerts on single deals.
std::vector<DealNotice> dealNotices(const domain::RiskReport &report,
                                    const ui::text::RiskText &text);

class DealNotices final : public RowList {
    Q_OBJECT

public:
    explicit DealNotices(const QString &accessibleName, QWidget *parent = nullptr);

    void setNotices(std::vector<DealNotice> notices);

    const std::vector<DealNotice> &notices() const { return m_model.rows(); }

Q_SIGNALS:
    void dealsWanted(const QString &label, const std::vector<topline::domain::DealId> &deals);

private:
    KeyedModel<DealNotice> m_model;
};

} // namespace topline::pages
