// The right side of an account's view: how its parts are made and put together.
#include "ui/look/button.h"
#include "ui/pages/account_committee.h"
#include "ui/pages/account_elements.h"
#include "ui/pages/account_lists.h"
#include "ui/pages/account_pane.h"
#include "ui/pages/account_scores.h"
#include "ui/pages/account_stages.h"
#include "ui/pages/deal_plan_view.h"
#include "ui/pages/note_line.h"
#include "ui/pages/section_head.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

QWidget *AccountPane::makeSide()
{
    m_scroll = new QScrollArea(m_body);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what stands in it has the focus and is scrolled to
    m_scroll->setAccessibleName(tr("Committee, score, deals and signals"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 6, 0, space::l);
    layout->setSpacing(0);
    m_committeeHead = new SectionHead(tr("Committee"), content);
    auto *tools = new QHBoxLayout(m_committeeHead);
    tools->setContentsMargins(space::l, 0, space::l, 0);
    tools->addStretch(1);
    m_dealChoice = new Button(Button::Kind::Secondary, QString(), m_committeeHead);
    m_dealChoice->setSmall(true);
    m_dealChoice->setDropDown(true);
    connect(m_dealChoice, &QAbstractButton::clicked, this, &AccountPane::openDealMenu);
    tools->addWidget(m_dealChoice);
    layout->addWidget(m_committeeHead);
    m_committeeNote = new NoteLine(Icon::Info, &Tokens::text3, content);
    layout->addWidget(m_committeeNote);
    m_committee = new AccountCommittee(content);
    connect(m_committee, &AccountCommittee::roleChosen, this, &AccountPane::chooseRole);
    connect(m_committee, &AccountCommittee::taskWanted, this,
            [this](const QString &subject) { addTask(subject, true); });
    layout->addWidget(m_committee);
    layout->addWidget(makeScoreAndNext());
    addPlan(layout);
    addStages(layout);
    addFacts(layout);
    layout->addStretch(1);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    const std::initializer_list<RowList *> lists{m_scores,           m_cards,   m_deals,
                                                 m_elements->view(), m_signals, m_plan->list()};
    for (RowList *list : lists)
        keepVisible(list);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        const bool isHere = now != nullptr && m_scroll->widget()->isAncestorOf(now);
        if (isHere && qobject_cast<RowList *>(now) == nullptr)
            m_scroll->ensureWidgetVisible(now, 0, space::l);
    });
    return m_scroll;
}

void AccountPane::addDeals(QBoxLayout *layout)
{
    m_dealsHead = new SectionHead(tr("Deals"));
    m_dealsHead->setLineAbove(true);
    m_dealsNote = new NoteLine(Icon::Info, &Tokens::text3);
    m_deals = new PairList(tr("Deals"));
    connect(m_deals, &RowList::opened, this, [this] {
        if (const domain::AccountDeal *chosen = deal()) {
            shell::PageRequest request;
            request.page = QStringLiteral("pipeline");
            request.deals = {chosen->row.deal};
            request.label = fromUtf8(chosen->row.name);
            m_context.goTo(request);
        }
    });
    connect(m_deals->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    chooseDeal(
                        {m_deals->items()[static_cast<std::size_t>(index.row())].id.toLongLong()});
            });
    layout->addWidget(m_dealsHead);
    layout->addWidget(m_dealsNote);
    layout->addWidget(m_deals);
}

QWidget *AccountPane::makeScoreAndNext()
{
    auto *pane = new QWidget;
    m_twin = new QBoxLayout(QBoxLayout::LeftToRight, pane);
    m_twin->setContentsMargins(0, 0, 0, 0);
    m_twin->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    m_scoreHead = new SectionHead(tr("Why this score"), pane);
    m_scoreHead->setLineAbove(true);
    m_scores = new AccountScores(pane);
    left->addWidget(m_scoreHead);
    m_scoreNote = new NoteLine(Icon::Info, &Tokens::text3, pane);
    left->addWidget(m_scoreNote);
    left->addWidget(m_scores);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    auto *next = new SectionHead(tr("Next"), pane);
    next->setNote(tr("open cards of the feed"));
    next->setLineAbove(true);
    m_cardsNote = new NoteLine(Icon::Info, &Tokens::text3, pane);
    m_cards = new PairList(tr("Open cards"), pane);
    connect(m_cards, &RowList::opened, this, &AccountPane::openCard);
    right->addWidget(next);
    right->addWidget(m_cardsNote);
    right->addWidget(m_cards);
    m_feed = new Button(Button::Kind::Secondary, tr("In the feed"), pane);
    m_feed->setIconKind(Icon::Inbox);
    m_feed->setSmall(true);
    connect(m_feed, &QAbstractButton::clicked, this, &AccountPane::openCard);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space::l, space::xs, space::l, space::s);
    foot->addWidget(m_feed);
    foot->addStretch(1);
    right->addLayout(foot);
    addDeals(right);
    right->addStretch(1);
    m_twin->addLayout(left, 1);
    m_twin->addLayout(right, 1);
    return pane;
}

void AccountPane::addPlan(QBoxLayout *layout)
{
    m_planHead = new SectionHead(tr("Mutual plan"));
    m_planHead->setLineAbove(true);
    m_plan = new DealPlanView(m_context.bridge);
    m_plan->list()->setGrowing(true);
    connect(m_plan, &DealPlanView::changed, this, &AccountPane::askPlan);
    m_planHead->hide();
    m_plan->hide();
    layout->addWidget(m_planHead);
    layout->addWidget(m_plan);
}

void AccountPane::addStages(QBoxLayout *layout)
{
    auto *head = new SectionHead(tr("Stages"));
    head->setNote(tr("when each was first reached; never changed"));
    head->setLineAbove(true);
    m_stages = new AccountStages;
    m_stagesNote = new NoteLine(Icon::Hourglass, &Tokens::amber);
    layout->addWidget(head);
    layout->addSpacing(space::xs);
    layout->addWidget(m_stages);
    layout->addWidget(m_stagesNote);
}

void AccountPane::addFacts(QBoxLayout *layout)
{
    m_elementsHead = new SectionHead(tr("Qualification"));
    m_elementsHead->setLineAbove(true);
    m_elements = new AccountElements;
    connect(m_elements, &AccountElements::elementChosen, this, &AccountPane::chooseElement);
    m_signalsHead = new SectionHead(tr("Signals"));
    m_signalsHead->setLineAbove(true);
    m_signalsNote = new NoteLine(Icon::Info, &Tokens::text3);
    m_signals = new PairList(tr("Signals"));
    const std::initializer_list<QWidget *> parts{m_elementsHead, m_elements, m_signalsHead,
                                                 m_signalsNote, m_signals};
    for (QWidget *part : parts)
        layout->addWidget(part);
}

// Lists in the side do not scroll by themselves: the side follows their current row.
void AccountPane::keepVisible(RowList *list)
{
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, list](const QModelIndex &index) {
                if (!index.isValid() || !list->hasFocus())
                    return;
                const QRect row = list->visualRect(index);
                const QPoint at = list->viewport()->mapTo(m_scroll->widget(), row.center());
                m_scroll->ensureVisible(at.x(), at.y(), 0, row.height());
            });
}

} // namespace topline::pages
