#include "ui/pages/owner_choice.h"

#include "ui/text/format.h"

#include <QMenu>

namespace topline::pages {

OwnerChoice::OwnerChoice(bridge::Bridge &bridge, QWidget *parent)
    : Button(Kind::Secondary, tr("All reps"), parent)
    , m_bridge(bridge)
{
    setIconKind(look::Icon::Users);
    setDropDown(true);
    connect(this, &QAbstractButton::clicked, this, [this] {
        m_bridge.cockpit().loadOwners(
            m_bridge.answer<std::vector<domain::Owner>>(this, [this](const auto &got) {
                if (got.ok())
                    openMenu(*got);
                else
                    Q_EMIT m_bridge.failed(got.error());
            }));
    });
}

void OwnerChoice::openMenu(const std::vector<domain::Owner> &owners)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](std::optional<domain::OwnerId> owner, const QString &name) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(owner == m_owner);
        connect(action, &QAction::triggered, this, [this, owner, name] {
            m_owner = owner;
            setText(name);
            Q_EMIT chosen();
        });
    };
    add(std::nullopt, tr("All reps"));
    menu->addSeparator();
    for (const domain::Owner &owner : owners) {
        if (owner.active)
            add(owner.id, ui::text::fromUtf8(owner.name));
    }
    menu->popup(mapToGlobal(QPoint(0, QWidget::height() + look::space::xs)));
}

} // namespace topline::pages
