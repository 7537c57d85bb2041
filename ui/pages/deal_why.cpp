#include "ui/pages/deal_why.h"

#include "ui/pages/deal_risk_view.h"
#include "ui/pages/deal_win_view.h"

#include <QVBoxLayout>

namespace topline::pages {

namespace {

constexpr int space = 4; // for the ring of a row

} // namespace

DealWhy::DealWhy(QWidget *parent)
    : QWidget(parent)
    , m_win(new DealWinView(space, this))
    , m_risk(new DealRiskView(space, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_win);
    layout->addWidget(m_risk);
    layout->addStretch(1);
}

bool DealWhy::hasAny(const domain::CardDetail &detail)
{
    return detail.deal && detail.deal->row.kind == domain::StageKind::Open;
}

void DealWhy::setDetail(const domain::CardDetail &detail, const ui::text::Format &format)
{
    m_win->setWin(detail.win, format);
    DealRiskStory story;
    story.risk = detail.risk;
    if (detail.deal && detail.deal->row.amount)
        story.currency = detail.deal->row.amount->currency;
    m_risk->setStory(story, ui::text::RiskText(format));
}

} // namespace topline::pages
