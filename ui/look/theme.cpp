#include "ui/look/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QStyle>

namespace topline::look {

namespace {

constexpr uint portalDark = 1; // org.freedesktop.appearance color-scheme: 0 none, 1 dark, 2 light

QString portalService()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}

QString portalPath()
{
    return QStringLiteral("/org/freedesktop/portal/desktop");
}

QString portalInterface()
{
    return QStringLiteral("org.freedesktop.portal.Settings");
}

QString appearance()
{
    return QStringLiteral("org.freedesktop.appearance");
}

QString colourScheme()
{
    return QStringLiteral("color-scheme");
}

// The portal wraps its answer once or twice in variants.
uint unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

QPalette paletteOf(Scheme scheme)
{
    const Tokens &t = tokensOf(scheme);
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) {
        palette.setColor(QPalette::All, role, colour);
    };
    set(QPalette::Window, t.window);
    set(QPalette::Base, t.surface);
    set(QPalette::AlternateBase, t.panel);
    set(QPalette::Text, t.text);
    set(QPalette::WindowText, t.text);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.redText);
    set(QPalette::PlaceholderText, t.text3);
    set(QPalette::Button, t.well);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.onAccent);
    set(QPalette::Link, t.accentText);
    set(QPalette::LinkVisited, t.accentText);
    set(QPalette::ToolTipBase, t.raised);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.lineStrong);
    set(QPalette::Shadow, t.lineStrong);
    set(QPalette::Light, t.surface);
    set(QPalette::Midlight, t.surface);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

Theme::Theme(SchemeChoice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
    , m_system(schemeOf(QApplication::palette()))
{
    watchSystem();
}

Scheme Theme::scheme() const
{
    if (m_choice == SchemeChoice::System)
        return m_system;
    return m_choice == SchemeChoice::Dark ? Scheme::Dark : Scheme::Light;
}

void Theme::apply()
{
    QApplication::setPalette(paletteOf(scheme()));
    Q_EMIT changed();
}

void Theme::setChoice(SchemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::watchSystem()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(portalService(), portalPath(), portalInterface(), QStringLiteral("SettingChanged"),
                this, SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(portalService(), portalPath(),
                                                       portalInterface(), QStringLiteral("Read"));
    read << appearance() << colourScheme();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *done) {
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (!reply.isError())
                    onPortalSetting(appearance(), colourScheme(), reply.value());
                done->deleteLater();
            });
}

void Theme::onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance() || key != colourScheme())
        return;
    const Scheme told =
        unwrapped(QVariant::fromValue(value)) == portalDark ? Scheme::Dark : Scheme::Light;
    if (told == m_system)
        return;
    m_system = told;
    if (m_choice == SchemeChoice::System)
        apply();
}

SchemeChoice schemeChoiceFromText(const QString &text)
{
    if (text == QLatin1String("light"))
        return SchemeChoice::Light;
    if (text == QLatin1String("dark"))
        return SchemeChoice::Dark;
    return SchemeChoice::System;
}

QString schemeChoiceText(SchemeChoice choice)
{
    switch (choice) {
    case SchemeChoice::Light:
        return QStringLiteral("light");
    case SchemeChoice::Dark:
        return QStringLiteral("dark");
    case SchemeChoice::System:
        break;
    }
    return QStringLiteral("system");
}

} // namespace topline::look
