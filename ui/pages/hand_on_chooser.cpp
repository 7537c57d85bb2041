#include "ui/pages/hand_on_chooser.h"

#include "ui/text/desk_text.h"

#include <QMenu>

namespace topline::pages {

using domain::HandOnOffer;
using domain::HandOnWhy;
using ui::text::fromUtf8;

namespace {

constexpr std::size_t withDigits = 9;

QString escaped(QString text)
{
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

HandOnChooser::HandOnChooser(const shell::PageContext &context, Place place, QWidget *parent)
    : QObject(parent)
    , m_context(context)
    , m_place(std::move(place))
{
}

void HandOnChooser::open(std::vector<base::Uuid> ids)
{
    m_context.bridge.cockpit().desk().loadHandOn(
        std::move(ids), m_context.bridge.answer<HandOnOffer>(
                            this, [this](const base::Result<HandOnOffer> &offer) { take(offer); }));
}

void HandOnChooser::openOf(domain::AccountId account)
{
    m_context.bridge.cockpit().desk().loadHandOnOf(
        account, m_context.bridge.answer<HandOnOffer>(
                     this, [this](const base::Result<HandOnOffer> &offer) { take(offer); }));
}

void HandOnChooser::take(const base::Result<HandOnOffer> &offer)
{
    const bool isNothing = offer.ok() && offer->actions.empty();
    if (!offer.ok() || isNothing) {
        if (isNothing)
            m_context.decline(tr("Nothing waits here that could be given to somebody else."));
        else
            Q_EMIT m_context.bridge.failed(offer.error());
        deleteLater();
        return;
    }
    m_ids = offer->actions;
    const auto zone = base::TimeZone::find(m_context.bridge.cockpit().zone());
    const ui::text::Format format(QLocale(), zone.ok() ? *zone : base::TimeZone(),
                                  m_context.bridge.cockpit().now());
    auto *menu = new QMenu(qobject_cast<QWidget *>(parent()));
    menu->setAccessibleName(tr("Give %n action(s) to", nullptr, static_cast<int>(m_ids.size())));
    std::size_t number = 0;
    for (const auto &row : offer->rows) {
        const QString name = fromUtf8(row.name);
        //: A rep, and how much they have to do: "Maya Okafor: 7 of 20 open".
        const QString text = escaped(tr("%1: %2").arg(name, ui::text::handOnRoomText(row, format)));
        const bool hasDigit = !row.isHolder && number < withDigits;
        number += hasDigit ? 1 : 0;
        QAction *action =
            menu->addAction(hasDigit ? QStringLiteral("&%1  %2").arg(number).arg(text) : text, this,
                            [this, owner = row.owner, name] { askWhy(owner, name); });
        action->setEnabled(!row.isHolder);
    }
    if (offer->rows.empty())
        menu->addAction(tr("There is no other rep"))->setEnabled(false);
    popUp(menu);
}

void HandOnChooser::askWhy(domain::OwnerId owner, const QString &name)
{
    auto *menu = new QMenu(qobject_cast<QWidget *>(parent()));
    menu->setAccessibleName(tr("Why %1 gets it").arg(name));
    int number = 0;
    for (const HandOnWhy why : {HandOnWhy::Away, HandOnWhy::TooMuch, HandOnWhy::KnowsThem,
                                HandOnWhy::Place, HandOnWhy::Other})
        menu->addAction(QStringLiteral("&%1  %2").arg(++number).arg(ui::text::handOnWhyText(why)),
                        this, [this, owner, name, why] { give(owner, name, why); });
    popUp(menu);
}

void HandOnChooser::give(domain::OwnerId owner, const QString &name, HandOnWhy why)
{
    m_menu = nullptr; // ends with the answer
    m_context.bridge.cockpit().desk().handOn(
        m_ids, owner, why, m_context.bridge.done(this, [this, name](const base::Status &status) {
            if (status.ok())
                m_context.say(tr("Given to %1. Ctrl+Z takes it back.").arg(name));
            else
                Q_EMIT m_context.bridge.failed(status.error());
            deleteLater();
        }));
    Q_EMIT given(m_ids);
}

void HandOnChooser::popUp(QMenu *menu)
{
    m_menu = menu;
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // Left without a choice; one that was chosen in has been followed by another by then.
    connect(
        menu, &QObject::destroyed, this,
        [this, menu] {
            if (m_menu == menu)
                deleteLater();
        },
        Qt::QueuedConnection);
    menu->popup(m_place(menu->sizeHint()));
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().first());
}

} // namespace topline::pages
