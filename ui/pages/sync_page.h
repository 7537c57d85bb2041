// The Sync page: connections and the events of the own site at the top, freshness per kind of
// record, the log of requests and "why is it missing" at the left, conflicts and pending writes at
// the right. Shows the bridge's last SyncView and sends commands back. GUI thread; rows are keyed
// changes.
#pragma once

#include "ui/pages/sync_meter.h"
#include "ui/pages/sync_rows.h"
#include "ui/pages/table_columns.h"
#include "ui/shell/page.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace topline::look {
class Button;
class Segments;
} // namespace topline::look

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class CollectorPane;
class ConflictPane;
class ConnectionBar;
class ConnectionTile;
class MissingPane;
class NoticeList;
class RequestLog;
class RowList;
class SectionHead;
class SourceTile;

class SyncPage final : public shell::Page {
    Q_OBJECT

public:
    enum View { Records, Requests, Missing };

    explicit SyncPage(const shell::PageContext &context);

    void activate() override;
    void showView(View view);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildEmpty();
    QWidget *buildLeft();
    void addCommands();
    void addConnectionCommands();

    // sync_site.cpp: events of the own site
    void buildSite();
    void addSiteCommands();
    void showSite(const domain::SyncView &sync);
    void chooseSite();
    void switchSite(bool on);
    void setSite(bool on);
    void askSiteKey();
    void makeSiteKey(std::function<void()> then);

    void show(const domain::SyncView &sync);
    void showTiles(const domain::SyncView &sync);
    void showCurrent();
    void showNotices(const domain::ConnectionView &connection);
    void loadRequests();

    const domain::ConnectionView *current() const;
    void choose(const std::string &system);
    void connectCrm(const std::string &system);
    void answerConflict(bool keepOurs);
    void confirmDeletes(const std::string &system, bool accept);
    void copy(const QString &text);
    void openMore();
    void disconnectCrm();
    void changeBudget();
    void step(int rows);
    ui::text::Format format() const;

    std::string m_system;       // the chosen connection
    bool m_isSiteShown = false; // in its place
    std::map<std::string, SyncMeter> m_meters;
    QVector<ConnectionTile *> m_tiles;
    TableColumns m_columns;
    KeyedModel<ObjectItem> m_objects;

    shell::PageHeader *m_header = nullptr;
    look::Button *m_connect = nullptr;
    look::Button *m_now = nullptr;
    QStackedWidget *m_body = nullptr;
    look::Button *m_first = nullptr;
    QHBoxLayout *m_strip = nullptr;
    QStackedWidget *m_left = nullptr; // the connection, or the own site
    QVBoxLayout *m_siteBelow = nullptr;
    QVBoxLayout *m_siteBeside = nullptr;
    CollectorPane *m_site = nullptr;
    SourceTile *m_siteTile = nullptr;
    ConnectionBar *m_bar = nullptr;
    NoticeList *m_notices = nullptr;
    SectionHead *m_leftHead = nullptr;
    look::Segments *m_choice = nullptr;
    QStackedWidget *m_views = nullptr;
    QLabel *m_noRecords = nullptr;
    RowList *m_list = nullptr;
    RequestLog *m_log = nullptr;
    MissingPane *m_missing = nullptr;
    ConflictPane *m_conflicts = nullptr;
    QTimer *m_requestTimer = nullptr; // asks for the log once while many changes come in
    QTimer *m_ageTimer = nullptr;     // "2 min ago" grows while nothing else happens
};

} // namespace topline::pages
