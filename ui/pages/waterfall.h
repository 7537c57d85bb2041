// What moved the index within its last week, as rows that add up: the week before, one floating bar
// per lever, the week. Enter or a click opens the deals behind a lever. GUI thread; rows are keyed.
#pragma once

#include "core/domain/metric.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/text/metric_text.h"

#include <optional>

namespace topline::pages {

struct WaterfallItem {
    int id = 0; // -1 the week before, 0 to 3 a lever, 9 the week
    QString label;
    QString fromTo;
    QString shown;
    double from = 0;
    double to = 0;
    bool total = false;
    std::optional<domain::Lever> lever;
    QString spoken;

    int key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const WaterfallItem &) const = default;
};

// Empty unless both weeks have an index. Levers by size of their part, positive ones first.
std::vector<WaterfallItem> waterfallItems(const domain::VelocityReport &report,
                                          const ui::text::MetricText &text);

class Waterfall final : public RowList {
    Q_OBJECT

public:
    explicit Waterfall(QWidget *parent = nullptr);

    void setReport(const domain::VelocityReport &report, const ui::text::MetricText &text);

    // 24 to 32: what fits all rows into the room there is.
    void setRowHeight(int height);

    const std::vector<WaterfallItem> &items() const { return m_model.rows(); }

Q_SIGNALS:
    void leverOpened(topline::domain::Lever lever);

private:
    KeyedModel<WaterfallItem> m_model;
    int m_rowHeight;
};

} // namespace topline::pages
