// Rows of a label, a bar, a count and an amount: warnings, and what moved the pipeline. A bar runs
// from one value to another on a scale that all rows share. Enter or a click opens the deals of a
// row. GUI thread; rows are keyed.
#pragma once

#include "core/domain/ids.h"
#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"

#include <vector>

namespace topline::pages {

struct BarItem {
    QString id;
    QString label;
    QString count;
    QString amount;
    double from = 0;
    double to = 0;
    bool accent = false; // series instead of mute
    std::vector<domain::DealId> deals;
    QString spoken;

    const QString &key() const { return id; }

    const QString &text() const { return spoken; }

    bool operator==(const BarItem &) const = default;
};

class BarRows final : public RowList {
    Q_OBJECT

public:
    explicit BarRows(const QString &accessibleName, QWidget *parent = nullptr);

    void setItems(std::vector<BarItem> items);

    const std::vector<BarItem> &items() const { return m_model.rows(); }

Q_SIGNALS:
    void itemOpened(const QString &label, const std::vector<topline::domain::DealId> &deals);

private:
    KeyedModel<BarItem> m_model;
};

} // namespace topline::pages
