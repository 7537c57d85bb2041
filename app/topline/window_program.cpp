#include "app/topline/window_program.h"

#include "app/topline/shots.h"
#include "app/topline/start_measure.h"
#include "core/crm/mapping.h"
#include "core/engine/threads/cockpit_thread.h"
#include "ui/pages/connect_dialog.h"
#include "ui/pages/page_list.h"
#include "ui/text/format.h"
#include "ui/text/names_text.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

namespace topline::app {

using ui::text::fromUtf8;

namespace {

constexpr std::uint64_t demoSeed = 1;
// The moment of the pictures: Tuesday, 18 November 2025, 11:14 UTC.
constexpr base::UtcMs shotsAtMs = 1'763'464'440'000;
constexpr int settleTimeoutMs = 60'000;
constexpr int settleAfterMs = 120;

QString lastWorkspaceSetting()
{
    return QStringLiteral("workspace/last");
}

QString dataFile(const char *name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QDir(folder).filePath(QStringLiteral("topline/") + QString::fromLatin1(name));
}

QVector<pages::MappingPreset> presets()
{
    QVector<pages::MappingPreset> made;
    if (const auto known = crm::presetMappings(); known.ok()) {
        for (const crm::Mapping &preset : *known)
            made.push_back({fromUtf8(preset.name), fromUtf8(preset.title)});
    }
    return made;
}

// The foot of a window that is larger than its screen cannot be reached.
void keepOnScreen(QWidget &window)
{
    window.resize(window.size().boundedTo(window.screen()->availableSize()));
}

} // namespace

WindowProgram::WindowProgram(WindowOptions options, look::Theme &theme)
    : m_options(std::move(options))
    , m_theme(theme)
{
}

WindowProgram::~WindowProgram()
{
    closeWorkspace();
}

void WindowProgram::tell(const base::Error &error)
{
    QMessageBox box(QMessageBox::Warning, tr("Topline"), ui::text::errorHeading(error.code));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(fromUtf8(error.text()));
    box.exec();
}

base::Status WindowProgram::begin()
{
    if (m_options.demo) {
        const QString file =
            m_options.workspace.isEmpty() ? dataFile("demo.topline") : m_options.workspace;
        TRY(QFileInfo::exists(file) ? openWorkspace(file) : createWorkspace(file, true));
        showMain();
        return {};
    }
    if (!m_options.workspace.isEmpty()) {
        TRY(openWorkspace(m_options.workspace));
        showMain();
        return {};
    }
    const QString last = QSettings().value(lastWorkspaceSetting()).toString();
    if (!last.isEmpty() && QFileInfo::exists(last)) {
        if (const base::Status opened = openWorkspace(last); opened.ok()) {
            showMain();
            return {};
        } else {
            tell(opened.error());
        }
    }
    showStart();
    return {};
}

base::Status WindowProgram::openWorkspace(const QString &file)
{
    TRY_ASSIGN(auto composition, Composition::open(file.toStdString(), {m_options.asOfMs, {}}));
    adopt(file, std::move(composition));
    return {};
}

base::Status WindowProgram::createWorkspace(const QString &file, bool demo)
{
    NewWorkspace what;
    if (demo)
        what.demoSeed = demoSeed;
    TRY_ASSIGN(auto composition,
               Composition::create(file.toStdString(), what, {m_options.asOfMs, {}}));
    adopt(file, std::move(composition));
    return {};
}

void WindowProgram::adopt(const QString &file, std::unique_ptr<Composition> composition)
{
    closeWorkspace();
    m_file = QFileInfo(file).absoluteFilePath();
    m_composition = std::move(composition);
    m_cockpit = m_composition->startCockpit();
    if (m_options.shotsFolder.isEmpty()) {
        m_bridge = std::make_unique<bridge::Bridge>(*m_cockpit);
    } else {
        m_scripted = std::make_unique<ShotsCockpit>(*m_cockpit);
        m_bridge = std::make_unique<bridge::Bridge>(*m_scripted);
    }
    if (m_options.shotsFolder.isEmpty())
        QSettings().setValue(lastWorkspaceSetting(), m_file);
}

void WindowProgram::closeWorkspace()
{
    m_notices.reset();
    m_tray.reset();
    m_main.reset();
    m_bridge.reset();
    m_scripted.reset();
    m_cockpit.reset();
    m_composition.reset();
}

void WindowProgram::showMain()
{
    m_main = std::make_unique<shell::MainWindow>(*m_bridge, m_theme, pages::pageList());
    addCommands();
    m_main->restoreState();
    if (!m_options.page.isEmpty())
        m_main->showPage(m_options.page);
    if (m_options.measureStart)
        new StartMeasure(m_main.get(), m_bridge.get());
    if (m_options.shotsFolder.isEmpty()) {
        startNotices();
        keepOnScreen(*m_main);
    }
    m_main->show();
    m_bridge->start();
    if (m_start)
        m_start.release()->deleteLater(); // it may be what called us
}

void WindowProgram::bringToFront()
{
    m_main->showNormal();
    m_main->raise();
    m_main->activateWindow();
}

void WindowProgram::startNotices()
{
    const auto run = [this](const char *command) {
        m_main->commands().run(QLatin1String(command));
    };
    const auto openFeed = [this](const base::Uuid &card) {
        bringToFront();
        shell::PageRequest request;
        request.page = QStringLiteral("feed");
        if (!card.isNull())
            request.action = card;
        m_main->goTo(request);
    };
    m_tray = std::make_unique<shell::Tray>(shell::TrayActions{
        [this] { bringToFront(); },
        [openFeed] { openFeed({}); },
        [run] { run("automation.stop"); },
        [this] { m_main->close(); },
    });
    m_notices = std::make_unique<shell::NoticeCentre>(
        *m_bridge, *m_tray, [this] { return m_main && m_main->isActiveWindow(); });
    m_tray->attach(*m_notices, *m_bridge);
    connect(m_notices.get(), &shell::NoticeCentre::cardWanted, this, openFeed);
}

void WindowProgram::showStart()
{
    const QString file = dataFile("workspace.topline");
    const auto open = [this, file]() -> base::Result<bridge::Bridge *> {
        if (!m_bridge)
            TRY(QFileInfo::exists(file) ? openWorkspace(file) : createWorkspace(file, false));
        m_bridge->start(); // the first sync tells how it goes
        return m_bridge.get();
    };
    const auto openUrl = [](const QUrl &url) { return QDesktopServices::openUrl(url); };
    m_start = std::make_unique<pages::StartWindow>(file, open, openUrl, presets());
    connect(m_start.get(), &pages::StartWindow::demoWanted, this, &WindowProgram::startDemo);
    connect(m_start.get(), &pages::StartWindow::imported, this, &WindowProgram::showMain);
    connect(m_start.get(), &pages::StartWindow::connected, this, &WindowProgram::showMain);
    if (m_options.measureStart)
        new StartMeasure(m_start.get(), nullptr);
    keepOnScreen(*m_start);
    m_start->show();
}

void WindowProgram::startDemo()
{
    m_start->setBusy(tr("Founding the demo company…"));
    // The sentence is to be seen before the work begins.
    QTimer::singleShot(0, this, [this] {
        const QString file = dataFile("demo.topline");
        const base::Status opened =
            QFileInfo::exists(file) ? openWorkspace(file) : createWorkspace(file, true);
        if (!opened.ok()) {
            m_start->showError(opened.error());
            return;
        }
        // The window opens on a filled feed.
        whenIdle(this, [this](const base::Status &filled) {
            if (filled.ok())
                showMain();
            else
                m_start->showError(filled.error());
        });
    });
}

void WindowProgram::addCommands()
{
    const auto add = [this](const char *id, const QString &text, const char *key, look::Icon icon,
                            std::function<void()> run) {
        shell::Command command;
        command.id = QString::fromLatin1(id);
        command.text = text;
        command.key = QString::fromLatin1(key);
        command.icon = icon;
        command.run = std::move(run);
        m_main->commands().add(std::move(command));
    };
    add("crm.connect", tr("Connect a CRM, mailbox or calendar…"), "", look::Icon::Plug,
        [this] { connectCrm(); });
    add("workspace.start", tr("Start page…"), "", look::Icon::Plus, [this] { leaveToStart(); });
    add("workspace.import", tr("Import files…"), "Ctrl+I", look::Icon::Download,
        [this] { openImport(); });
    add("workspace.open", tr("Open a workspace…"), "Ctrl+O", look::Icon::Folder,
        [this] { chooseWorkspace(); });
}

// Beside the demo company nothing is connected: a workspace of one's own begins on the start page.
void WindowProgram::connectCrm()
{
    if (m_composition->connector())
        leaveToStart();
    else
        pages::openConnectDialog(*m_bridge, {}, m_main.get());
}

void WindowProgram::leaveToStart()
{
    // The window that asked goes away with its workspace, so this waits for the next turn.
    QTimer::singleShot(0, this, [this] {
        closeWorkspace();
        showStart();
    });
}

void WindowProgram::openImport()
{
    QDialog dialog(m_main.get());
    dialog.setWindowTitle(tr("Import files"));
    dialog.resize(960, 720);
    auto *panel = new pages::ImportPanel(
        [this]() -> base::Result<bridge::Bridge *> { return m_bridge.get(); }, presets());
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(panel);
    connect(panel, &pages::ImportPanel::finished, &dialog, &QDialog::accept);
    connect(panel, &pages::ImportPanel::backWanted, &dialog, &QDialog::reject);
    dialog.exec();
}

void WindowProgram::chooseWorkspace()
{
    const QString file =
        QFileDialog::getOpenFileName(m_main.get(), tr("Open a workspace"), dataFile(""),
                                     tr("Workspaces (*.topline);;All files (*)"));
    if (file.isEmpty())
        return;
    // The window that asked goes away with the old workspace, so this waits for the next turn.
    QTimer::singleShot(0, this, [this, file] {
        const QString before = m_file;
        closeWorkspace();
        if (const base::Status opened = openWorkspace(file); !opened.ok()) {
            tell(opened.error());
            if (const base::Status again = openWorkspace(before); !again.ok()) {
                tell(again.error());
                showStart();
                return;
            }
        }
        showMain();
    });
}

void WindowProgram::whenIdle(QObject *receiver, std::function<void(const base::Status &)> then)
{
    const engine::Done done = m_bridge->done(receiver, std::move(then));
    if (auto *threads = dynamic_cast<engine::CockpitThread *>(m_cockpit.get()))
        threads->poke(done);
    else
        done(base::Status());
}

// Waits until the engine has done what is due and what was asked has been shown.
void WindowProgram::settle()
{
    // Twice, because an answer may lead to a further question.
    for (int round = 0; m_cockpit && round < 2; ++round) {
        QEventLoop loop;
        QTimer::singleShot(settleTimeoutMs, &loop, &QEventLoop::quit);
        whenIdle(&loop, [&loop, this](const base::Status &) {
            // Questions are answered in order, so this one comes last; it asks for nothing.
            m_cockpit->loadDetail({}, m_bridge->answer<domain::CardDetail>(
                                          &loop, [&loop](const auto &) { loop.quit(); }));
        });
        loop.exec();
    }
    QElapsedTimer quiet;
    quiet.start();
    while (quiet.elapsed() < settleAfterMs)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

// Synced on this thread and weighed once at the end, so that every run draws the same pictures.
base::Status WindowProgram::makeDemoForShots(const QString &file)
{
    NewWorkspace what;
    what.demoSeed = demoSeed;
    TRY_ASSIGN(auto composition,
               Composition::create(file.toStdString(), what, {m_options.asOfMs, {}}));
    const crm::CancelToken cancel;
    const auto synced = composition->engine().sync(*composition->connector(), cancel);
    if (!synced.ok())
        return synced.error();
    TRY(composition->engine().derive());
    adopt(file, std::move(composition));
    return {};
}

base::Status WindowProgram::takeShots()
{
    QTemporaryDir folder;
    if (!folder.isValid() || !QDir().mkpath(m_options.shotsFolder))
        return base::Error{base::ErrorCode::Io, "The folder for the pictures cannot be made."};
    if (!m_options.asOfMs)
        m_options.asOfMs = shotsAtMs;
    Shots shots(m_options.shotsFolder, m_theme, [this] { settle(); });
    TRY(shots.takeStart());
    TRY(makeDemoForShots(folder.filePath(QStringLiteral("demo.topline"))));
    settle();
    showMain();
    TRY(shots.takeWindow(*m_main, *m_scripted));
    TRY(shots.takeConnect(*m_bridge, *m_scripted));
    closeWorkspace();
    return {};
}

} // namespace topline::app
