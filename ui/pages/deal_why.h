// Why a deal stands where it stands, in one column: its win probability, then its risk, each as
// exact rows. The "Deal" tab of the feed's Why, GUI thread. With 4 px of padding, for the ring.
#pragma once

#include "core/domain/card_detail.h"
#include "ui/text/format.h"

#include <QWidget>

namespace topline::pages {

class DealRiskView;
class DealWinView;

class DealWhy final : public QWidget {
    Q_OBJECT

public:
    explicit DealWhy(QWidget *parent = nullptr);

    // Whether there is anything to say: a card without a deal has none.
    static bool hasAny(const domain::CardDetail &detail);

    void setDetail(const domain::CardDetail &detail, const ui::text::Format &format);

    const DealWinView *win() const { return m_win; }

    const DealRiskView *risk() const { return m_risk; }

private:
    DealWinView *m_win;
    DealRiskView *m_risk;
};

} // namespace topline::pages
