// Tells urgent cards outside the window and offers the few things that are done from there: the
// next card, the stop switch, a pause. Made by the window program with whatever shows messages on
// this desktop; tests give a fake. GUI thread. Settings are kept in QSettings.
#pragma once

#include "ui/bridge/bridge.h"
#include "ui/shell/notice_rules.h"

#include <QObject>

#include <functional>
#include <optional>

class QTimer;

namespace topline::shell {

// The border to the desktop.
class Notifier {
public:
    virtual ~Notifier() = default;
    virtual void show(const QString &title, const QString &text) = 0;
    // What the pointer finds at the tray's symbol.
    virtual void setSummary(const QString &text) = 0;
};

class NoticeCentre final : public QObject {
    Q_OBJECT

public:
    // Both outlive this. `isInFront`: the window has the person's attention.
    NoticeCentre(bridge::Bridge &bridge, Notifier &notifier, std::function<bool()> isInFront);

    const NoticeSettings &settings() const { return m_settings; }

    void setSettings(const NoticeSettings &settings);
    void pauseFor(base::DurationMs spanMs);
    void pauseUntilTomorrow(); // eight in the morning of the next day
    void resume();
    // Someone clicked the message.
    void openTold();

Q_SIGNALS:
    // The card that the last message was about; null: several.
    void cardWanted(const topline::base::Uuid &card);
    void settingsChanged();

private:
    void check();
    void tell(const std::vector<domain::FeedCard> &cards);
    void refreshSummary();
    base::TimeZone zone() const;

    bridge::Bridge &m_bridge;
    Notifier &m_notifier;
    std::function<bool()> m_isInFront;
    NoticeRules m_rules;
    NoticeSettings m_settings;
    base::Uuid m_lastCard;
    QTimer *m_minute; // quiet hours end without anything happening
};

} // namespace topline::shell
