#include "ui/shell/tray.h"

#include <QApplication>
#include <QLocale>
#include <QTime>

#include <utility>

namespace topline::shell {

Tray::Tray(TrayActions actions)
    : m_actions(std::move(actions))
{
    m_menu.addAction(tr("Open Topline"), this, [this] { m_actions.openWindow(); });
    m_menu.addAction(tr("Next card"), this, [this] { m_actions.nextCard(); });
    m_menu.addSeparator();
    m_stop =
        m_menu.addAction(tr("Stop all automation"), this, [this] { m_actions.toggleAutomation(); });
    m_menu.addSeparator();
    m_on = m_menu.addAction(tr("Notifications"));
    m_on->setCheckable(true);
    auto *pauseHour = m_menu.addAction(tr("Pause them for an hour"));
    auto *pauseDay = m_menu.addAction(tr("Pause them until tomorrow"));
    m_resume = m_menu.addAction(tr("Go on with them"));
    m_quiet = m_menu.addAction(QString());
    m_quiet->setCheckable(true);
    m_private = m_menu.addAction(tr("Without names and texts"));
    m_private->setCheckable(true);
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit"), this, [this] { m_actions.quit(); });
    const auto set = [this](QAction *action, void (*change)(NoticeSettings &, bool)) {
        connect(action, &QAction::triggered, this, [this, change](bool isOn) {
            NoticeSettings next = m_centre->settings();
            change(next, isOn);
            m_centre->setSettings(next);
        });
    };
    set(m_on, [](NoticeSettings &settings, bool isOn) { settings.isOn = isOn; });
    set(m_quiet, [](NoticeSettings &settings, bool isOn) { settings.hasQuietHours = isOn; });
    set(m_private, [](NoticeSettings &settings, bool isOn) { settings.hidesContent = isOn; });
    connect(pauseHour, &QAction::triggered, this, [this] { m_centre->pauseFor(base::hourMs); });
    connect(pauseDay, &QAction::triggered, this, [this] { m_centre->pauseUntilTomorrow(); });
    connect(m_resume, &QAction::triggered, this, [this] { m_centre->resume(); });
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = std::make_unique<QSystemTrayIcon>(QApplication::windowIcon());
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    m_actions.openWindow();
            });
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_centre)
            m_centre->openTold();
    });
    m_icon->show();
}

void Tray::attach(NoticeCentre &centre, bridge::Bridge &bridge)
{
    m_centre = &centre;
    m_bridge = &bridge;
    connect(&centre, &NoticeCentre::settingsChanged, this, &Tray::refresh);
    connect(&bridge, &bridge::Bridge::statusChanged, this, &Tray::refresh);
    refresh();
}

void Tray::refresh()
{
    const NoticeSettings &settings = m_centre->settings();
    m_stop->setText(m_bridge->status().automationStopped ? tr("Resume automation")
                                                         : tr("Stop all automation"));
    m_on->setChecked(settings.isOn);
    m_quiet->setChecked(settings.hasQuietHours);
    const auto clock = [](int minute) {
        return QLocale().toString(QTime(minute / 60, minute % 60), QLocale::ShortFormat);
    };
    m_quiet->setText(tr("Keep quiet from %1 to %2")
                         .arg(clock(settings.quietFromMinute), clock(settings.quietToMinute)));
    m_private->setChecked(settings.hidesContent);
    m_resume->setEnabled(settings.pausedUntilMs.has_value() &&
                         *settings.pausedUntilMs > m_bridge->cockpit().now());
}

void Tray::show(const QString &title, const QString &text)
{
    if (m_icon)
        m_icon->showMessage(title, text, QApplication::windowIcon());
}

void Tray::setSummary(const QString &text)
{
    if (m_icon)
        m_icon->setToolTip(QStringLiteral("Topline: ") + text);
}

} // namespace topline::shell
