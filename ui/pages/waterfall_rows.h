// Rows of exact parts that add up to a total: label, an optional second line, a floating bar, the
// value as it is shown and what stands before it. Used for risk, win probability and forecasts; the
// caller rounds so that shown rows add up. Enter or a click opens a row. GUI thread; rows are
// keyed, the list is as tall as its rows.
#pragma once

#include "core/domain/ids.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"

#include <vector>

namespace topline::pages {

struct WaterfallRow {
    enum class Kind { Part, Total };

    QString id;
    Kind kind = Kind::Part;
    QString label;
    QString note = {};  // second line
    QString aside = {}; // before the value: a count, odds
    QString shown;
    double from = 0;
    double to = 0;
    bool quiet = false;                     // adds nothing: told, without a bar
    std::vector<domain::DealId> deals = {}; // behind the value
    QString spoken = {};                    // empty: made of the others

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const WaterfallRow &) const = default;
};

class WaterfallRows final : public RowList {
    Q_OBJECT

public:
    explicit WaterfallRows(const QString &accessibleName, QWidget *parent = nullptr);

    void setRows(std::vector<WaterfallRow> rows);

    // Whether zero is on the axis; without it totals are ticks.
    void setFromZero(bool fromZero);
    // 16 by default; 0 inside of something that is padded already.
    void setSidePadding(int padding);

    const std::vector<WaterfallRow> &rows() const { return m_model.rows(); }

Q_SIGNALS:
    void rowOpened(const topline::pages::WaterfallRow &row);

private:
    KeyedModel<WaterfallRow> m_model;
    bool m_fromZero = true;
    int m_padding;
};

} // namespace topline::pages
