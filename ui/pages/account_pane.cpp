#include "ui/pages/account_pane.h"

#include "ui/look/button.h"
#include "ui/pages/account_committee.h"
#include "ui/pages/account_elements.h"
#include "ui/pages/account_head.h"
#include "ui/pages/account_lists.h"
#include "ui/pages/account_scores.h"
#include "ui/pages/account_stages.h"
#include "ui/pages/account_tiles.h"
#include "ui/pages/account_timeline.h"
#include "ui/pages/deal_plan_view.h"
#include "ui/pages/hairline.h"
#include "ui/pages/note_line.h"
#include "ui/pages/section_head.h"
#include "ui/text/account_names.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::LifecycleStage;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

constexpr std::size_t signalsMost = 12;
constexpr int twinBreak = 600; // width of the right side below which its two columns are one
constexpr int timelineShare = 46;
constexpr int sideShare = 54;

} // namespace

AccountPane::AccountPane(const shell::PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(new AccountHead(this))
    , m_accept(new Button(Button::Kind::Primary, tr("Accept lead"), this))
    , m_task(new Button(Button::Kind::Secondary, tr("Task"), this))
    , m_tiles(new AccountTiles(this))
    , m_waiting(new NoteLine(Icon::Info, &Tokens::text3, this))
    , m_body(new QWidget(this))
    , m_timeline(new AccountTimeline(m_body))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_accept->setIconKind(Icon::Hand);
    m_task->setIconKind(Icon::CheckSquare);
    connect(m_accept, &QAbstractButton::clicked, this, &AccountPane::acceptLead);
    connect(m_task, &QAbstractButton::clicked, this, &AccountPane::makeTask);
    connect(m_head, &AccountHead::backWanted, this, &AccountPane::backWanted);
    m_head->addTool(m_accept);
    m_head->addTool(m_task);
    all->addWidget(m_head);
    all->addWidget(m_waiting);
    all->addWidget(m_tiles);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    auto *body = new QHBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_timeline, timelineShare);
    body->addWidget(new Hairline(Qt::Vertical, m_body));
    body->addWidget(makeSide(), sideShare);
    all->addWidget(m_body, 1);
    connect(m_timeline, &AccountTimeline::trustWanted, this, &AccountPane::toggleTrust);
    connect(m_timeline, &AccountTimeline::letterWanted, this, &AccountPane::readLetter);
    connect(&m_context.commands, &shell::Commands::keysChanged, this, &AccountPane::refreshKeys);
}

void AccountPane::scrollTo(QWidget *part)
{
    m_scroll->widget()->layout()->activate(); // the part may just have grown
    m_scroll->widget()->adjustSize();
    m_scroll->ensureWidgetVisible(part, 0, space::l);
}

Format AccountPane::format() const
{
    const engine::Cockpit &cockpit = m_context.bridge.cockpit();
    const auto zone = base::TimeZone::find(cockpit.zone());
    return {locale(), zone.ok() ? *zone : base::TimeZone(), cockpit.now()};
}

void AccountPane::openAccount(domain::AccountId account)
{
    if (account != m_account) {
        m_account = account;
        m_deal = {};
        m_view = {};
        m_timeline->startOver();
        m_elements->clear();
        m_scroll->ensureVisible(0, 0);
        m_head->setNames(QString(), QString());
        m_tiles->hide();
        m_body->hide();
        m_accept->hide();
        m_task->hide();
        m_waiting->setText(tr("Reading the account…"));
    }
    ask();
}

void AccountPane::ask()
{
    const std::uint64_t question = ++m_asked;
    m_context.bridge.cockpit().insights().loadAccount(
        m_account, m_context.bridge.answer<domain::AccountView>(
                       this, [this, question](const base::Result<domain::AccountView> &got) {
                           if (question != m_asked)
                               return;
                           if (got.ok()) {
                               show(*got);
                               return;
                           }
                           if (m_body->isHidden())
                               m_waiting->setText(
                                   tr("The account could not be read. Esc goes back to the list."));
                           Q_EMIT m_context.bridge.failed(got.error());
                       }));
}

void AccountPane::show(const domain::AccountView &view)
{
    const bool first = m_body->isHidden();
    m_view = view;
    if (deal() == nullptr)
        m_deal = m_view.deals.empty() ? domain::DealId{} : m_view.deals.front().row.deal;
    m_waiting->setText(QString());
    showHead();
    m_timeline->setView(m_view, format());
    showLifecycle();
    showLists();
    showDeal();
    m_tiles->show();
    m_body->show();
    m_task->show();
    refreshKeys();
    if (!first)
        return;
    // While the view was hidden the focus may have passed through these.
    const std::initializer_list<RowList *> lists{m_scores, m_cards, m_elements->view(), m_signals};
    for (RowList *list : lists)
        list->setCurrentIndex({});
    if (isVisible())
        focusTimeline();
}

void AccountPane::showHead()
{
    const domain::AccountRow &row = m_view.row;
    QStringList what;
    if (!row.industry.empty())
        what << fromUtf8(row.industry);
    if (row.employees)
        what << tr("%Ln people", nullptr, static_cast<int>(*row.employees));
    if (!m_view.account.country.empty())
        what << fromUtf8(m_view.account.country);
    QStringList meta{fromUtf8(row.domain), what.join(tr(", "))};
    meta << (row.ownerName.empty() ? tr("no owner") : tr("owner %1").arg(fromUtf8(row.ownerName)));
    meta.removeAll(QString());
    m_head->setNames(row.name.empty() ? tr("(no name)") : fromUtf8(row.name),
                     meta.join(QStringLiteral(" · ")));
}

void AccountPane::showLifecycle()
{
    const Format write = format();
    m_stages->setLifecycle(m_view.lifecycle, write);
    m_accept->setVisible(canAccept());
    const auto &due = m_view.lifecycle.acceptByMs;
    m_stagesNote->setText(!due || !canAccept() ? QString()
                          : *due < write.now()
                              ? tr("Waited for a rep until %1").arg(write.when(*due))
                              : tr("Waits for a rep until %1").arg(write.when(*due)));
}

void AccountPane::showLists()
{
    const Format write = format();
    const bool weighed = m_view.score.computedMs > 0;
    m_scoreHead->setFigure(weighed
                               ? write.number(static_cast<double>(m_view.score.totalMilli) / 1e3, 1)
                               : Format::missing());
    m_scores->setScore(m_view.score, write);
    m_scores->setVisible(weighed);
    m_scoreNote->setText(weighed ? QString() : tr("This account was not weighed yet."));
    m_cards->setItems(cardItems(m_view, write));
    m_feed->setVisible(!m_view.cards.empty());
    m_cardsNote->setText(m_view.cards.empty() ? tr("Nothing waits to be done here.") : QString());
    m_deals->setItems(dealItems(m_view, write));
    m_dealsNote->setText(m_view.deals.empty() ? tr("No deal is known at this account.")
                                              : QString());
    m_signals->setItems(signalItems(m_view, signalsMost, write));
    const std::size_t all = m_view.signals.size();
    m_signalsHead->setNote(all > signalsMost ? tr("the newest %1 of %2").arg(signalsMost).arg(all)
                                             : tr("%1 in 30 d").arg(m_view.row.signals));
    m_signalsNote->setText(m_view.signals.empty() ? tr("No signal was found here yet.")
                                                  : QString());
}

const domain::AccountDeal *AccountPane::deal() const
{
    const auto found =
        std::find_if(m_view.deals.begin(), m_view.deals.end(),
                     [this](const domain::AccountDeal &one) { return one.row.deal == m_deal; });
    return found == m_view.deals.end() ? nullptr : &*found;
}

// What hangs on the deal that is looked at: committee, elements, probability and risk.
void AccountPane::showDeal()
{
    const Format write = format();
    const domain::AccountDeal *chosen = deal();
    const domain::Committee &committee = chosen ? chosen->committee : m_view.committee;
    m_tiles->setView(m_view, chosen, write);
    m_committee->setCommittee(committee, write);
    const auto required = static_cast<int>(committee.required.size());
    const int there = required - static_cast<int>(committee.missing.size());
    m_committeeHead->setNote(required > 0 ? tr("%1 of %2 roles that %3 needs")
                                                .arg(there)
                                                .arg(required)
                                                .arg(fromUtf8(chosen->row.stageName))
                                          : tr("%n person(s) active in 30 d", nullptr,
                                               static_cast<int>(committee.engaged)));
    m_committeeNote->setText(committee.members.empty() ? tr("Nobody is known at this account.")
                                                       : QString());
    m_dealChoice->setVisible(m_view.deals.size() > 1);
    if (chosen) {
        m_dealChoice->setText(
            metrics(Type::DenseValue).elidedText(fromUtf8(chosen->row.name), Qt::ElideRight, 180));
        m_dealChoice->setAccessibleName(
            tr("Committee of the deal %1").arg(fromUtf8(chosen->row.name)));
        const domain::Qualification &said = chosen->qualification;
        m_elements->setDeal(*chosen, m_view.timeline, write);
        m_elementsHead->setNote(tr("%1, %2 of %3 known")
                                    .arg(ui::text::frameworkText(said.framework))
                                    .arg(said.known)
                                    .arg(said.elements.size()));
        m_elementsHead->setFigure(said.isQualified ? tr("qualified") : tr("not qualified yet"),
                                  false);
        const auto row = static_cast<int>(chosen - m_view.deals.data());
        if (m_deals->currentIndex().row() != row)
            m_deals->setCurrentIndex(m_deals->model()->index(row, 0));
    } else {
        m_elements->clear();
    }
    const bool isOpen = chosen && chosen->row.kind == domain::StageKind::Open;
    m_planHead->setNote(isOpen ? fromUtf8(chosen->row.name) : QString());
    m_planHead->setVisible(isOpen);
    m_plan->setVisible(isOpen);
    if (isOpen)
        askPlan();
    m_elementsHead->setVisible(chosen != nullptr);
    m_elements->setVisible(chosen != nullptr);
    m_dealsHead->setNote(m_view.deals.size() > 1 ? tr("the current one is shown above and below")
                                                 : QString());
}

void AccountPane::askPlan()
{
    m_context.bridge.cockpit().desk().loadPlan(
        m_deal, m_context.bridge.answer<domain::DealPlan>(
                    this, [this](const base::Result<domain::DealPlan> &plan) {
                        if (plan.ok() && plan->deal == m_deal)
                            m_plan->setPlan(*plan);
                    }));
}

void AccountPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = width() * sideShare / (sideShare + timelineShare);
    m_twin->setDirection(side < twinBreak ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace topline::pages
