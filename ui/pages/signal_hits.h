// A list of hits: account, person and deal, when, and what became of each. Enter or a double click
// asks to go there. As tall as its rows; part of the inspector of a detector. GUI thread.
#pragma once

#include "ui/pages/keyed_model.h"
#include "ui/pages/row_list.h"
#include "ui/pages/signal_items.h"

namespace topline::pages {

class SignalHits final : public RowList {
    Q_OBJECT

public:
    explicit SignalHits(const QString &accessibleName, QWidget *parent = nullptr);

    void setHits(std::vector<HitItem> items);

    const KeyedModel<HitItem> &hits() const { return m_model; }

Q_SIGNALS:
    void hitOpened(const topline::pages::HitItem &hit);
    // The place of the current row, for whoever scrolls.
    void currentAt(const QRect &row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    KeyedModel<HitItem> m_model;
};

} // namespace topline::pages
