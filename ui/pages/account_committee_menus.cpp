// What can be done with a cell of the committee: a role for a person, a task for a gap.
#include "ui/pages/account_committee.h"
#include "ui/pages/account_committee_cell.h"
#include "ui/text/account_names.h"

#include <QMenu>

#include <array>

namespace topline::pages {

using domain::BuyingRole;

namespace {

constexpr std::array roles{
    BuyingRole::Champion,  BuyingRole::EconomicBuyer, BuyingRole::DecisionMaker,
    BuyingRole::Technical, BuyingRole::Finance,       BuyingRole::Security,
    BuyingRole::Legal,     BuyingRole::User,          BuyingRole::Blocker};

} // namespace

void AccountCommittee::editRole()
{
    auto *cell = qobject_cast<CommitteeCell *>(focusWidget());
    if (cell != nullptr && m_cells.contains(cell) && cell->hasFocus())
        openMenu(cell);
    else if (!m_cells.isEmpty())
        m_cells.first()->setFocus(Qt::ShortcutFocusReason);
}

void AccountCommittee::openMenu(CommitteeCell *cell)
{
    if (cell->member())
        openRoles(cell);
    else
        openTasks(cell);
}

void AccountCommittee::openRoles(CommitteeCell *cell)
{
    auto *menu = new QMenu(cell);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const domain::ContactId contact = cell->member()->contact;
    for (const BuyingRole role : roles) {
        QAction *action = menu->addAction(ui::text::roleText(role));
        action->setCheckable(true);
        action->setChecked(role == cell->role());
        connect(action, &QAction::triggered, this,
                [this, contact, role] { Q_EMIT roleChosen(contact, role); });
        if (role == cell->role())
            menu->setActiveAction(action);
    }
    menu->addSeparator();
    QAction *back = menu->addAction(tr("Take back what was set here"));
    back->setEnabled(cell->member()->source == domain::RoleSource::Person);
    connect(back, &QAction::triggered, this,
            [this, contact] { Q_EMIT roleChosen(contact, BuyingRole::Unknown); });
    menu->popup(cell->mapToGlobal(QPoint(0, cell->height() + look::space::xs)));
}

void AccountCommittee::openTasks(CommitteeCell *cell)
{
    auto *menu = new QMenu(cell);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString role = ui::text::roleText(cell->role());
    for (const QString &subject : {tr("Find somebody for the role: %1").arg(role),
                                   tr("Ask for an introduction to the role: %1").arg(role)}) {
        QAction *action = menu->addAction(tr("Task: %1").arg(subject));
        connect(action, &QAction::triggered, this, [this, subject] { Q_EMIT taskWanted(subject); });
    }
    menu->popup(cell->mapToGlobal(QPoint(0, cell->height() + look::space::xs)));
}

} // namespace topline::pages
