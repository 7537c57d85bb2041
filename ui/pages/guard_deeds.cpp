// What is done on the Guardrails page: putting people on lists, opening forms, storing what they
// say.
#include "ui/look/button.h"
#include "ui/pages/guard_forms.h"
#include "ui/pages/guard_page.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace topline::pages {

using look::Icon;

engine::GuardPanel &GuardPage::guards() const
{
    return cockpit().insights().guards();
}

void GuardPage::addCommands()
{
    const auto add = [this](const char *id, const QString &text, const char *key, Icon icon,
                            std::function<void()> run) {
        shell::Command command;
        command.id = QStringLiteral("guards.") + QLatin1String(id);
        command.text = text;
        command.key = QLatin1String(key);
        command.page = QStringLiteral("guards");
        command.icon = icon;
        command.run = std::move(run);
        command.enabled = [this] { return !isEditing(); };
        context().commands.add(std::move(command));
    };
    add("limits", tr("Change limits and hours of recipients"), "E", Icon::Gauge,
        [this] { editLimits(); });
    add("seat", tr("Add a rep who takes inbound actions"), "N", Icon::IdCard,
        [this] { editSeat({}); });
    add("hours", tr("Change everybody’s working hours"), "W", Icon::Clock,
        [this] { editHours({}); });
    add("stop", tr("Put somebody on the do-not-contact list"), "D", Icon::Ban,
        [this] { m_address->setFocus(Qt::ShortcutFocusReason); });
    add("consent", tr("Note a consent"), "C", Icon::Check,
        [this] { m_consentAddress->setFocus(Qt::ShortcutFocusReason); });
}

GuardWishes GuardPage::wishes()
{
    GuardWishes out;
    out.resume = [this](domain::Channel channel) {
        guards().resumeChannel(channel, told(tr("It goes on.")));
    };
    out.countAnew = [this] { guards().beginCounting(told(tr("Counting began anew."))); };
    out.showAction = [this](const base::Uuid &action) {
        shell::PageRequest request;
        request.page = QStringLiteral("feed");
        request.action = action;
        context().goTo(request);
    };
    out.release = [this](const base::Uuid &row) { release(row); };
    out.promote = [this](const std::string &play) {
        guards().promote(play, told(tr("It runs by itself from now on.")));
    };
    out.setSeat = [this](const domain::RoutingSeat &seat) {
        guards().setSeat(seat, told(tr("Noted.")));
    };
    out.editSeat = [this](domain::OwnerId owner) { editSeat(owner); };
    out.removeSeat = [this](domain::OwnerId owner) {
        guards().removeSeat(owner, told(tr("Takes no inbound actions any more.")));
    };
    out.toggleSpeed = [this] {
        m_showsSpeed = !m_showsSpeed;
        refresh();
    };
    out.editHours = [this](domain::OwnerId owner) { editHours(owner); };
    out.removeHours = [this](domain::OwnerId owner) {
        guards().removeCalendar(owner, told(tr("Works by everybody’s hours again.")));
    };
    return out;
}

void GuardPage::stopContact()
{
    const std::string address = m_address->text().trimmed().toStdString();
    if (address.empty()) {
        m_address->setFocus();
        return;
    }
    // A telephone number has no letters; a domain may be typed without its @.
    const bool isMail = std::any_of(address.begin(), address.end(), [](char c) {
        return c == '@' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    guards().stopContact(isMail ? domain::Reach::Mail : domain::Reach::Call, address,
                         m_note->text().toStdString(),
                         bridge().done(this, [this](const base::Status &status) {
                             if (!status.ok()) {
                                 m_address->setFocus();
                                 m_address->selectAll();
                                 context().decline(ui::text::fromUtf8(status.error().message));
                                 return;
                             }
                             m_address->clear();
                             m_note->clear();
                             context().say(tr("On the list. Nothing more leaves to this address."));
                             load();
                         }));
}

void GuardPage::release(const base::Uuid &row)
{
    bool isGiven = false;
    const QString why =
        QInputDialog::getText(this, tr("Take off the list"), tr("Who asked for it, and when?"),
                              QLineEdit::Normal, QString(), &isGiven);
    if (isGiven)
        guards().release(row, why.toStdString(), told(tr("Released.")));
}

engine::GuardPanel::Done GuardPage::told(const QString &success)
{
    return bridge().done(this, [this, success](const base::Status &status) {
        if (status.ok())
            context().say(success);
        else
            context().decline(ui::text::fromUtf8(status.error().message));
        load();
    });
}

engine::GuardPanel::Done GuardPage::stored(GuardForm *form, const QString &success)
{
    return bridge().done(this, [this, form, success](const base::Status &status) {
        if (!status.ok()) {
            const auto &error = status.error();
            form->setFault(error.place ? ui::text::fromUtf8(error.place->field) : QString(),
                           ui::text::fromUtf8(error.message));
            form->focusFault();
            return;
        }
        closeForm(form);
        context().say(success);
        load();
    });
}

bool GuardPage::isEditing() const
{
    return m_limits->isVisible() || m_seat->isVisible() || m_hours->isVisible();
}

void GuardPage::openForm(GuardForm *form)
{
    for (GuardForm *other : {static_cast<GuardForm *>(m_limits), static_cast<GuardForm *>(m_seat),
                             static_cast<GuardForm *>(m_hours)}) {
        if (other != form)
            other->hide();
    }
    form->show();
    form->focusFirst();
    // Once it has its place.
    QMetaObject::invokeMethod(
        this,
        [this, form] {
            auto *scroll = findChild<QScrollArea *>();
            const int top = form->mapTo(scroll->widget(), QPoint(0, 0)).y();
            scroll->ensureVisible(0, top + form->height(), 0, 0);
            scroll->ensureVisible(0, top, 0, look::space::xl);
        },
        Qt::QueuedConnection);
}

void GuardPage::closeForm(GuardForm *form)
{
    form->hide();
    activate();
}

void GuardPage::editLimits()
{
    m_limits->show({m_view.policy, m_view.suppression});
    openForm(m_limits);
}

void GuardPage::editSeat(domain::OwnerId owner)
{
    domain::RoutingSeat seat;
    std::vector<domain::RepName> people = m_view.people;
    for (const auto &row : m_view.seats) {
        if (row.seat.owner == owner)
            seat = row.seat;
        if (!owner.isSet()) // who has a seat gets no second one
            std::erase_if(people, [&](const auto &each) { return each.owner == row.seat.owner; });
    }
    if (!owner.isSet() && people.empty()) {
        context().decline(tr("Everybody takes inbound actions already."));
        return;
    }
    const auto zone = base::TimeZone::find(m_view.zone);
    m_seat->show(seat, people, zone.ok() ? *zone : base::TimeZone(), cockpit().now());
    openForm(m_seat);
}

void GuardPage::editHours(domain::OwnerId owner)
{
    domain::WorkCalendar calendar;
    for (const auto &each : m_view.calendars) {
        if (each.owner == owner || (!each.owner.isSet() && !calendar.owner.isSet()))
            calendar = each;
    }
    calendar.owner = owner;
    QString whose = tr("Everybody’s hours");
    for (const auto &person : m_view.people) {
        if (person.owner == owner)
            whose = tr("Hours of %1").arg(ui::text::fromUtf8(person.name));
    }
    m_hours->show(calendar, whose);
    openForm(m_hours);
}

void GuardPage::saveLimits()
{
    guards().setLimits(m_limits->limits(), stored(m_limits, tr("The limits are in force.")));
}

void GuardPage::saveSeat()
{
    guards().setSeat(m_seat->seat(), stored(m_seat, tr("Noted.")));
}

void GuardPage::saveHours()
{
    guards().setCalendar(m_hours->calendar(), stored(m_hours, tr("The hours are in force.")));
}

void GuardPage::noteConsent(domain::ConsentState state)
{
    const QString address = m_consentAddress->text().trimmed();
    auto *missing = address.isEmpty()                      ? m_consentAddress
                    : m_source->text().trimmed().isEmpty() ? m_source
                                                           : nullptr;
    if (missing) {
        missing->setFocus();
        context().decline(missing == m_source ? tr("Write down how it was said, and when.")
                                              : tr("Whose consent is it?"));
        return;
    }
    domain::Consent consent;
    consent.state = state;
    consent.basis = m_basis->currentData().toString().toStdString();
    consent.source = m_source->text().trimmed().toStdString();
    guards().noteConsent(address.toStdString(), consent,
                         bridge().done(this, [this](const base::Status &status) {
                             if (!status.ok()) {
                                 m_consentAddress->setFocus();
                                 m_consentAddress->selectAll();
                                 context().decline(ui::text::fromUtf8(status.error().message));
                                 return;
                             }
                             m_consentAddress->clear();
                             m_source->clear();
                             context().say(tr("Noted."));
                             load();
                         }));
}

} // namespace topline::pages
