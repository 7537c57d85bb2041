#include "ui/shell/notice_centre.h"

#include "ui/text/format.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QSettings>
#include <QTimer>

#include <utility>

namespace topline::shell {

namespace {

constexpr base::DurationMs morningMs = 8 * base::hourMs;

NoticeSettings storedSettings()
{
    const QSettings stored;
    NoticeSettings out;
    out.isOn = stored.value(QStringLiteral("notices/on"), out.isOn).toBool();
    out.hidesContent = stored.value(QStringLiteral("notices/private"), false).toBool();
    out.hasQuietHours = stored.value(QStringLiteral("notices/quiet"), true).toBool();
    const int dayMinutes = 24 * 60;
    const auto minute = [&](const QString &key, int otherwise) {
        const int value = stored.value(key, otherwise).toInt();
        return value >= 0 && value < dayMinutes ? value : otherwise;
    };
    out.quietFromMinute = minute(QStringLiteral("notices/quietFrom"), out.quietFromMinute);
    out.quietToMinute = minute(QStringLiteral("notices/quietTo"), out.quietToMinute);
    const qint64 paused = stored.value(QStringLiteral("notices/pausedUntil"), 0).toLongLong();
    if (paused > 0)
        out.pausedUntilMs = paused;
    return out;
}

} // namespace

NoticeCentre::NoticeCentre(bridge::Bridge &bridge, Notifier &notifier,
                           std::function<bool()> isInFront)
    : m_bridge(bridge)
    , m_notifier(notifier)
    , m_isInFront(std::move(isInFront))
    , m_settings(storedSettings())
    , m_minute(new QTimer(this))
{
    connect(&bridge, &bridge::Bridge::feedChanged, this, [this](const engine::FeedUpdate &update) {
        m_rules.take(update);
        check();
    });
    connect(&bridge, &bridge::Bridge::statusChanged, this, [this] { refreshSummary(); });
    connect(m_minute, &QTimer::timeout, this, &NoticeCentre::check);
    m_minute->start(static_cast<int>(base::minuteMs));
}

void NoticeCentre::setSettings(const NoticeSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    QSettings stored;
    stored.setValue(QStringLiteral("notices/on"), settings.isOn);
    stored.setValue(QStringLiteral("notices/private"), settings.hidesContent);
    stored.setValue(QStringLiteral("notices/quiet"), settings.hasQuietHours);
    stored.setValue(QStringLiteral("notices/quietFrom"), settings.quietFromMinute);
    stored.setValue(QStringLiteral("notices/quietTo"), settings.quietToMinute);
    stored.setValue(QStringLiteral("notices/pausedUntil"),
                    static_cast<qint64>(settings.pausedUntilMs.value_or(0)));
    Q_EMIT settingsChanged();
    check();
}

void NoticeCentre::pauseFor(base::DurationMs spanMs)
{
    NoticeSettings next = m_settings;
    next.pausedUntilMs = m_bridge.cockpit().now() + spanMs;
    setSettings(next);
}

void NoticeCentre::pauseUntilTomorrow()
{
    NoticeSettings next = m_settings;
    next.pausedUntilMs = base::tomorrowAt(zone(), m_bridge.cockpit().now(), morningMs);
    setSettings(next);
}

void NoticeCentre::resume()
{
    NoticeSettings next = m_settings;
    next.pausedUntilMs.reset();
    setSettings(next);
}

void NoticeCentre::openTold()
{
    Q_EMIT cardWanted(m_lastCard);
}

base::TimeZone NoticeCentre::zone() const
{
    const auto found = base::TimeZone::find(m_bridge.cockpit().zone());
    return found.ok() ? *found : base::TimeZone();
}

void NoticeCentre::check()
{
    const auto cards = m_rules.due(m_settings, m_bridge.cockpit().now(), zone(), m_isInFront());
    if (!cards.empty())
        tell(cards);
}

void NoticeCentre::tell(const std::vector<domain::FeedCard> &cards)
{
    const auto count = static_cast<int>(cards.size());
    m_lastCard = count == 1 ? cards.front().action.id : base::Uuid();
    if (count > 1) {
        m_notifier.show(tr("%n card(s) need you now", nullptr, count),
                        m_settings.hidesContent ? QString() : ui::text::cardTitle(cards.front()));
        return;
    }
    if (m_settings.hidesContent) {
        m_notifier.show(tr("A card needs you now"), QString());
        return;
    }
    const ui::text::Format format(QLocale(), zone(), m_bridge.cockpit().now());
    const domain::Action &action = cards.front().action;
    m_notifier.show(ui::text::cardTitle(cards.front()),
                    ui::text::sentence(action.whyNow, format, action.signalMs));
}

void NoticeCentre::refreshSummary()
{
    const domain::WorkspaceStatus &status = m_bridge.status();
    QString text = status.automationStopped
                       ? tr("All automation is stopped")
                       : tr("%n card(s) now", nullptr, static_cast<int>(status.feed.lanes[0]));
    m_notifier.setSummary(text);
}

} // namespace topline::shell
