// The win probability of one deal as a waterfall of exact parts in log-odds, each with its odds,
// from what an average deal has to what this one has; how much was learned from; and what is shown
// where the model is refused. Part of the deal inspector and of the feed's Why, GUI thread.
#pragma once

#include "core/domain/prediction.h"
#include "ui/pages/waterfall_rows.h"
#include "ui/text/win_text.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace topline::pages {

class SectionHead;

// Base, the largest parts, the rest in one row, and the deal: shown log-odds sum exactly. Empty
// where the model is refused or there is nothing to add.
std::vector<WaterfallRow> winRows(const domain::WinEstimate &win, const ui::text::Format &format);

class DealWinView final : public QWidget {
    Q_OBJECT

public:
    explicit DealWinView(int sidePadding, QWidget *parent = nullptr);

    // Without an estimate: "not learned yet".
    void setWin(const std::optional<domain::WinEstimate> &win, const ui::text::Format &format);

    const WaterfallRows *rows() const { return m_rows; }

    QString words() const;

private:
    SectionHead *m_head;
    WaterfallRows *m_rows;
    QLabel *m_verdict;
    QLabel *m_basis;
};

} // namespace topline::pages
