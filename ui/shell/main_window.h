// The window: rail, banners, page and inspector, status strip; above them the palette and the list
// of keys. Made by main on the GUI thread with the bridge, the theme and the list of pages, all of
// which outlive it. Failures of commands are told in a banner with what was kept and what to do.
#pragma once

#include "ui/shell/banners.h"
#include "ui/shell/body.h"
#include "ui/shell/commands.h"
#include "ui/shell/key_list.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/palette.h"
#include "ui/shell/panes.h"
#include "ui/shell/status_strip.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <vector>

namespace topline::shell {

class MainWindow final : public QWidget {
    Q_OBJECT

public:
    using OpenUrl = std::function<bool(const QUrl &)>;

    // `openUrl` is for what other programs show; empty: as the desktop does it.
    MainWindow(bridge::Bridge &bridge, look::Theme &theme, std::vector<PageEntry> pages,
               OpenUrl openUrl = {});

    // Takes geometry, splitter and last page from QSettings.
    void restoreState();
    void keepState() const;
    void showPage(const QString &id);
    void goTo(const PageRequest &request);

    Commands &commands() { return *m_commands; }

    QStringList pageIds() const;

    QString currentPage() const { return m_current; }

    // Makes the page if need be; nullptr for an id that is not in the list.
    Page *page(const QString &id);

    void showBanner(const Banner &banner) { m_banners->show(banner); }

    void openPalette() { m_palette->start(); }

    void openKeyList() { m_keyList->start(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    // Asks first where a page has something unsaved.
    void closeEvent(QCloseEvent *event) override;
    // Escape out of a text field gives the keys back to the page.
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    PageContext contextOf();
    void addCommands();
    void addPageCommands();
    void addThemeCommands();
    void addCommand(const char *id, const QString &text, const QString &key, look::Icon icon,
                    std::function<void()> run);
    void openSettings();
    void takeStatus(const domain::WorkspaceStatus &status);
    void showFrozen(domain::FreezeReason why);
    void takeSync(const domain::SyncView &sync);
    void tellFailure(const base::Error &error);
    void tellUndone(const base::Result<domain::UndoReport> &report);
    void toggleAutomation();
    void refreshKeyHints();
    void chooseScheme(look::SchemeChoice choice);
    void askToClose(const QStringList &unsaved);
    void askToTakeOver();
    void followFocus(QWidget *now);

    bridge::Bridge &m_bridge;
    look::Theme &m_theme;
    std::vector<PageEntry> m_entries;
    OpenUrl m_openUrl;
    QHash<QString, Page *> m_pages;
    QString m_current;
    bool m_mayClose = false;     // it was asked
    QSet<QString> m_syncBanners; // ids of those that are wanted now
    Commands *m_commands;
    NavRail *m_rail;
    Banners *m_banners;
    Body *m_body;
    StatusStrip *m_status;
    Panes m_panes;
    Palette *m_palette;
    KeyList *m_keyList;
};

} // namespace topline::shell
