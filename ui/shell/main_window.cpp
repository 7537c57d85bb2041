#include "ui/shell/main_window.h"

#include "ui/shell/sync_banners.h"
#include "ui/text/core_words.h"
#include "ui/text/freeze_text.h"
#include "ui/text/names_text.h"

#include <QApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QSettings>
#include <QVBoxLayout>

#include <utility>

namespace topline::shell {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int leastWidth = 900;
constexpr int leastHeight = 600;

QString lastPageSetting()
{
    return QStringLiteral("window/page");
}

QString geometrySetting()
{
    return QStringLiteral("window/geometry");
}

QString inspectorSetting()
{
    return QStringLiteral("window/inspectorWidth");
}

QString undoBanner()
{
    return QStringLiteral("undo");
}

QString failureText(const base::Error &error)
{
    return ui::text::errorHeading(error.code) + QStringLiteral(": ") + ui::text::errorWords(error);
}

base::TimeZone zoneOf(const engine::Cockpit &cockpit)
{
    auto zone = base::TimeZone::find(cockpit.zone());
    return zone.ok() ? *zone : base::TimeZone();
}

} // namespace

MainWindow::MainWindow(bridge::Bridge &bridge, Theme &theme, std::vector<PageEntry> pages,
                       OpenUrl openUrl)
    : m_bridge(bridge)
    , m_theme(theme)
    , m_entries(std::move(pages))
    , m_openUrl(openUrl ? std::move(openUrl) : OpenUrl(&QDesktopServices::openUrl))
    , m_commands(new Commands(this))
    , m_rail(new NavRail(m_entries, this))
    , m_banners(new Banners(this))
    , m_body(new Body(this))
    , m_status(new StatusStrip([&bridge] { return bridge.cockpit().now(); },
                               zoneOf(bridge.cockpit()), this))
    , m_panes({{m_rail},
               {m_banners},
               {m_body->pages(), [this] { m_pages.value(m_current)->activate(); }},
               {m_body->inspectors()},
               {m_status}})
    , m_palette(new Palette(this, contextOf()))
    , m_keyList(new KeyList(this, *m_commands, m_entries))
{
    setWindowTitle(QStringLiteral("Topline"));
    setMinimumSize(leastWidth, leastHeight);
    resize(1440, 900);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_banners);
    column->addWidget(m_body, 1);
    middle->addWidget(m_rail);
    middle->addLayout(column, 1);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);

    connect(m_rail, &NavRail::pageChosen, this, &MainWindow::showPage);
    connect(m_rail, &NavRail::settingsChosen, this, &MainWindow::openSettings);
    connect(m_status, &StatusStrip::stopToggled, this, &MainWindow::toggleAutomation);
    connect(m_status, &StatusStrip::syncWanted, this,
            [this] { m_commands->run(QStringLiteral("go.sync")); });
    connect(m_status, &StatusStrip::feedWanted, this,
            [this] { m_commands->run(QStringLiteral("go.feed")); });
    connect(&m_bridge, &bridge::Bridge::statusChanged, this, &MainWindow::takeStatus);
    connect(&m_bridge, &bridge::Bridge::syncChanged, this, &MainWindow::takeSync);
    connect(&m_bridge, &bridge::Bridge::failed, this, &MainWindow::tellFailure);
    connect(&m_bridge, &bridge::Bridge::carriedOut, this,
            [this] { m_banners->hide(undoBanner()); });
    connect(m_banners, &Banners::focusLost, this, [this] {
        if (Page *shown = m_pages.value(m_current))
            shown->activate();
    });
    connect(m_commands, &Commands::keysChanged, this, &MainWindow::refreshKeyHints);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { followFocus(now); });
    for (Overlay *layer : {static_cast<Overlay *>(m_palette), static_cast<Overlay *>(m_keyList)}) {
        connect(layer, &Overlay::opened, this, [this] { m_commands->setSuspended(true); });
        connect(layer, &Overlay::closed, this, [this] { m_commands->setSuspended(false); });
    }
    addCommands();
    addPageCommands();
    addThemeCommands();
    refreshKeyHints();
    takeStatus(m_bridge.status());
    takeSync(m_bridge.sync());
}

PageContext MainWindow::contextOf()
{
    return {m_bridge,
            *m_commands,
            m_theme,
            [this](const PageRequest &request) { goTo(request); },
            [this](const Banner &banner) { m_banners->show(banner); },
            [this](const QString &id) { m_banners->hide(id); },
            [this](const QString &message) { m_status->showMessage(message); },
            m_openUrl,
            [this](const QString &message) { m_status->showMessage(message, false); }};
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const PageEntry &entry : m_entries)
        ids << entry.id;
    return ids;
}

Page *MainWindow::page(const QString &id)
{
    if (Page *made = m_pages.value(id))
        return made;
    for (const PageEntry &entry : m_entries) {
        if (entry.id != id)
            continue;
        Page *made = entry.make(contextOf());
        m_pages.insert(id, made);
        m_body->addPage(made);
        return made;
    }
    return nullptr;
}

void MainWindow::showPage(const QString &id)
{
    Page *shown = page(id);
    if (shown == nullptr)
        return;
    m_current = id;
    m_rail->setCurrent(id);
    m_commands->setPage(id);
    m_body->showPage(shown);
    m_banners->setUnseen(id == QLatin1String("sync") ? QStringLiteral("sync.") : QString());
    for (const PageEntry &entry : m_entries) {
        if (entry.id == id)
            //: Title of the window: page, product.
            setWindowTitle(tr("%1 – Topline").arg(entry.title));
    }
    shown->activate();
}

void MainWindow::goTo(const PageRequest &request)
{
    showPage(request.page);
    if (Page *shown = m_pages.value(request.page))
        shown->open(request);
}

void MainWindow::restoreState()
{
    const QSettings settings;
    restoreGeometry(settings.value(geometrySetting()).toByteArray());
    m_body->setInspectorWidth(settings.value(inspectorSetting(), look::width::inspector).toInt());
    const QString last = settings.value(lastPageSetting()).toString();
    if (pageIds().contains(last))
        showPage(last);
    else if (!m_entries.empty())
        showPage(m_entries.front().id);
}

void MainWindow::keepState() const
{
    QSettings settings;
    settings.setValue(geometrySetting(), saveGeometry());
    settings.setValue(lastPageSetting(), m_current);
    settings.setValue(inspectorSetting(), m_body->inspectorWidth());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_rail->setNarrow(width() < look::width::railBreak);
    m_body->setSliding(width() < look::width::inspectorBreak);
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensFor(palette()).surface);
}

void MainWindow::takeStatus(const domain::WorkspaceStatus &status)
{
    m_rail->setStatus(status);
    m_status->setStatus(status);
    const QString sync = QStringLiteral("sync");
    // Connections speak for themselves.
    if (status.lastSyncError.empty() || !m_bridge.sync().connections.empty()) {
        m_banners->hide(sync);
    } else {
        const ui::text::Format format(locale(), zoneOf(m_bridge.cockpit()),
                                      m_bridge.cockpit().now());
        const QString since = status.lastSyncMs
                                  ? tr("last synced %1").arg(format.ago(*status.lastSyncMs))
                                  : tr("never synced");
        m_banners->show(
            {Banner::Tone::Warning, sync,
             tr("%1 does not answer, %2: %3")
                 .arg(fromUtf8(status.sourceTitle), since, fromUtf8(status.lastSyncError)),
             tr("Sync now"), [this] { m_commands->run(QStringLiteral("sync.now")); }});
    }
    const QString stopped = QStringLiteral("automation");
    if (status.automationStopped)
        m_banners->show({Banner::Tone::Warning, stopped,
                         tr("All automation is stopped. Nothing leaves until you resume."),
                         tr("Resume"), [this] { toggleAutomation(); }, false});
    else
        m_banners->hide(stopped);
    showFrozen(status.frozen);
}

void MainWindow::showFrozen(domain::FreezeReason why)
{
    const QString frozen = QStringLiteral("frozen");
    if (why == domain::FreezeReason::None) {
        m_banners->hide(frozen);
        return;
    }
    m_banners->show({Banner::Tone::Warning, frozen,
                     tr("Nothing leaves from this copy of the workspace: %1 What had not ended is "
                        "marked as in doubt.")
                         .arg(ui::text::freezeText(why)),
                     tr("This computer takes over"), [this] { askToTakeOver(); }, false});
}

void MainWindow::takeSync(const domain::SyncView &sync)
{
    m_rail->setSync(sync);
    m_status->setSync(sync);
    const ui::text::Format format(locale(), zoneOf(m_bridge.cockpit()), m_bridge.cockpit().now());
    const QSet<QString> before = std::exchange(m_syncBanners, {});
    for (Banner &banner : syncBanners(sync, format)) {
        m_syncBanners.insert(banner.id);
        banner.action = [this] { m_commands->run(QStringLiteral("go.sync")); };
        m_banners->show(banner);
    }
    for (const QString &id : before - m_syncBanners)
        m_banners->hide(id);
    takeStatus(m_bridge.status());
}

void MainWindow::tellFailure(const base::Error &error)
{
    m_banners->hide(QStringLiteral("failure"));
    m_banners->show({Banner::Tone::Fault, QStringLiteral("failure"), failureText(error)});
}

// A refused undo breaks nothing: it stands in a line of its own, so that it covers no fault, and
// goes with the next command that is carried out.
void MainWindow::tellUndone(const base::Result<domain::UndoReport> &report)
{
    m_banners->hide(undoBanner());
    if (!report.ok()) {
        m_banners->show({Banner::Tone::Warning, undoBanner(), failureText(report.error())});
        return;
    }
    const int actions = static_cast<int>(report->actions);
    const QString what = ui::text::fromUtf8(report->what);
    m_status->showMessage(report->redo
                              ? tr("Done again: %1, %n action(s)", nullptr, actions).arg(what)
                              : tr("Undone: %1, %n action(s)", nullptr, actions).arg(what));
}

void MainWindow::toggleAutomation()
{
    m_bridge.cockpit().setAutomationStopped(!m_bridge.status().automationStopped,
                                            m_bridge.report());
}

void MainWindow::refreshKeyHints()
{
    for (const PageEntry &entry : m_entries)
        m_rail->setKeyHint(entry.id, m_commands->keyText(QStringLiteral("go.") + entry.id));
    m_status->setStopKey(m_commands->keyText(QStringLiteral("automation.stop")));
}

void MainWindow::chooseScheme(SchemeChoice choice)
{
    m_theme.setChoice(choice);
    QSettings().setValue(QStringLiteral("window/theme"), schemeChoiceText(choice));
}

} // namespace topline::shell
