// What a person does in an account's view: roles, elements, trust, leads, tasks, and the keys.
#include "ui/look/button.h"
#include "ui/pages/account_committee.h"
#include "ui/pages/account_elements.h"
#include "ui/pages/account_lists.h"
#include "ui/pages/account_pane.h"
#include "ui/pages/account_timeline.h"
#include "ui/pages/deal_plan_view.h"
#include "ui/pages/hand_on_chooser.h"
#include "ui/pages/letter_box.h"
#include "ui/text/account_names.h"
#include "ui/text/names_text.h"

#include <QLineEdit>
#include <QMenu>
#include <QStyle>

namespace topline::pages {

using domain::LifecycleStage;
using ui::text::fromUtf8;

void AccountPane::say(const QString &text) const
{
    if (m_context.say)
        m_context.say(text);
}

void AccountPane::refreshKeys()
{
    const auto key = [this](const char *id) {
        return m_context.commands.keyText(QStringLiteral("accounts.") + QLatin1String(id));
    };
    m_accept->setKeyHint(key("accept"));
    m_task->setKeyHint(key("task"));
    m_feed->setKeyHint(key("card"));
    m_timeline->setKeys(key("trust"), key("letter"));
}

void AccountPane::focusTimeline()
{
    m_timeline->view()->setFocus();
}

void AccountPane::step(int rows)
{
    auto *list = qobject_cast<RowList *>(focusWidget());
    if (list != nullptr && list != m_timeline->view() && list->hasFocus()) {
        list->step(rows);
        return;
    }
    m_timeline->view()->setFocus();
    m_timeline->step(rows);
}

void AccountPane::nextGroup()
{
    m_timeline->nextGroup();
}

bool AccountPane::canAccept() const
{
    return m_view.row.account.isSet() && m_view.lifecycle.stage < LifecycleStage::SalesAccepted;
}

bool AccountPane::canTrust() const
{
    return m_timeline->trustable().has_value();
}

void AccountPane::readLetter()
{
    if (const auto event = m_timeline->letter())
        LetterBox::open(m_context.bridge, *event, format(), this);
}

bool AccountPane::hasLetter() const
{
    return m_timeline->letter().has_value();
}

void AccountPane::toggleTrust()
{
    const auto event = m_timeline->trustable();
    if (!event)
        return;
    const bool trust = !m_timeline->isCurrentTrusted();
    m_context.bridge.cockpit().insights().trustEvent(
        *event, trust,
        m_context.bridge.done(this, [this, event = *event, trust](const base::Status &status) {
            if (!status.ok()) {
                Q_EMIT m_context.bridge.failed(status.error());
                return;
            }
            m_timeline->setTrusted(event, trust);
            say(trust ? tr("It counts again: a person did that") : tr("Taken back"));
            ask();
        }));
}

void AccountPane::acceptLead()
{
    m_context.bridge.cockpit().insights().acceptLead(
        m_account, m_context.bridge.done(this, [this](const base::Status &status) {
            if (status.ok())
                say(tr("Lead accepted"));
            else
                Q_EMIT m_context.bridge.failed(status.error());
            ask();
        }));
}

void AccountPane::editRole()
{
    m_committee->editRole();
}

void AccountPane::chooseRole(domain::ContactId contact, domain::BuyingRole role)
{
    m_context.bridge.cockpit().insights().setRole(
        contact, role, m_context.bridge.done(this, [this, role](const base::Status &status) {
            if (status.ok())
                say(role == domain::BuyingRole::Unknown
                        ? tr("Role taken back")
                        : tr("Role set: %1").arg(ui::text::roleText(role)));
            else
                Q_EMIT m_context.bridge.failed(status.error());
            ask();
        }));
}

void AccountPane::editElement()
{
    if (!m_elements->isVisible())
        return;
    m_elements->edit();
    scrollTo(m_elements);
}

void AccountPane::chooseElement(domain::DealId deal, const domain::ElementFact &fact)
{
    m_context.bridge.cockpit().insights().setElement(
        deal, fact, m_context.bridge.done(this, [this](const base::Status &status) {
            if (!status.ok()) {
                m_elements->setTrouble(tr("Not saved; what you typed is still here. %1")
                                           .arg(fromUtf8(status.error().message)));
                return;
            }
            m_elements->closeEdit();
            ask();
        }));
}

void AccountPane::chooseDeal(domain::DealId deal)
{
    if (deal == m_deal)
        return;
    m_deal = deal;
    showDeal();
}

void AccountPane::nextDeal()
{
    if (m_view.deals.size() < 2)
        return;
    const int row = (m_deals->currentIndex().row() + 1) % m_deals->model()->rowCount();
    m_deals->setCurrentIndex(m_deals->model()->index(row, 0));
}

void AccountPane::openDealMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const domain::AccountDeal &one : m_view.deals) {
        QString name = fromUtf8(one.row.name);
        QAction *action = menu->addAction(name.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(one.row.deal == m_deal);
        connect(action, &QAction::triggered, this, [this, id = one.row.deal] { chooseDeal(id); });
    }
    menu->popup(m_dealChoice->mapToGlobal(QPoint(0, m_dealChoice->height() + look::space::xs)));
}

void AccountPane::openCard()
{
    const int row = std::max(0, m_cards->currentIndex().row());
    if (static_cast<std::size_t>(row) >= m_view.cards.size())
        return;
    shell::PageRequest request;
    request.page = QStringLiteral("feed");
    request.action = m_view.cards[static_cast<std::size_t>(row)].action.id;
    m_context.goTo(request);
}

void AccountPane::handOn()
{
    auto *chooser = new HandOnChooser(
        m_context,
        [this](const QSize &size) {
            const QRect list(m_cards->mapToGlobal(QPoint()), m_cards->size());
            return QStyle::alignedRect(layoutDirection(), Qt::AlignLeading | Qt::AlignTop, size,
                                       list)
                .topLeft();
        },
        this);
    connect(chooser, &HandOnChooser::given, this, &AccountPane::ask);
    chooser->openOf(m_account);
}

void AccountPane::goToPlan()
{
    if (!m_plan->isVisible())
        return;
    scrollTo(m_plan);
    if (m_plan->list()->model()->rowCount() == 0) {
        m_plan->input()->setFocus();
        return;
    }
    m_plan->list()->setFocus();
    if (!m_plan->list()->currentIndex().isValid())
        m_plan->list()->setCurrentIndex(m_plan->list()->model()->index(0, 0));
}

void AccountPane::makeTask()
{
    addTask(tr("Follow up with %1").arg(fromUtf8(m_view.row.name)), false);
}

void AccountPane::addTask(const QString &subject, bool forDeal)
{
    engine::TaskRequest request;
    request.subject = subject.toStdString();
    request.account = m_account;
    if (forDeal && m_deal.isSet())
        request.deals = {m_deal};
    m_context.bridge.cockpit().makeTask(
        std::move(request),
        m_context.bridge.done(this, [this, subject](const base::Status &status) {
            if (status.ok())
                say(tr("Task made: %1").arg(subject));
            else
                Q_EMIT m_context.bridge.failed(status.error());
            ask();
        }));
}

} // namespace topline::pages
