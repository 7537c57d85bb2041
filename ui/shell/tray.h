// The symbol in the desktop's tray with its menu, where the desktop has one: messages, next card,
// stop switch, pause, open, quit. Made by the window program; without a tray it shows nothing and
// the window alone tells. GUI thread.
#pragma once

#include "ui/shell/notice_centre.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <functional>
#include <memory>

namespace topline::shell {

// What the menu does; none may be empty.
struct TrayActions {
    std::function<void()> openWindow;
    std::function<void()> nextCard;
    std::function<void()> toggleAutomation;
    std::function<void()> quit;
};

class Tray final : public QObject, public Notifier {
    Q_OBJECT

public:
    explicit Tray(TrayActions actions);

    void show(const QString &title, const QString &text) override;
    void setSummary(const QString &text) override;

    // The menu acts on these; both outlive the tray's use.
    void attach(NoticeCentre &centre, bridge::Bridge &bridge);

    // For tests: the same menu whether or not there is a tray.
    QMenu &menu() { return m_menu; }

private:
    void refresh();

    TrayActions m_actions;
    QMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; // null without a tray
    NoticeCentre *m_centre = nullptr;
    bridge::Bridge *m_bridge = nullptr;
    QAction *m_stop;
    QAction *m_on;
    QAction *m_resume;
    QAction *m_quiet;
    QAction *m_private;
};

} // namespace topline::shell
