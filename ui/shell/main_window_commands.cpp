#include "ui/shell/main_window.h"

#include <QActionGroup>
#include <QMenu>

namespace topline::shell {

using namespace look;

void MainWindow::addCommand(const char *id, const QString &text, const QString &key, Icon icon,
                            std::function<void()> run)
{
    Command command;
    command.id = QString::fromLatin1(id);
    command.text = text;
    command.key = key;
    command.icon = icon;
    command.run = std::move(run);
    m_commands->add(std::move(command));
}

void MainWindow::addCommands()
{
    using Report = domain::UndoReport;
    const auto told = [this] {
        return m_bridge.answer<Report>(
            this, [this](const base::Result<Report> &report) { tellUndone(report); });
    };
    Command palette;
    palette.id = QStringLiteral("palette");
    palette.text = tr("Command palette");
    palette.key = QStringLiteral("Ctrl+K");
    palette.icon = Icon::Command;
    palette.run = [this] { openPalette(); };
    palette.inPalette = false;
    m_commands->add(palette);
    Command search = palette;
    search.id = QStringLiteral("search");
    search.text = tr("Search everything");
    search.key = QStringLiteral("/");
    search.moreKeys = {QStringLiteral("Ctrl+F")};
    search.icon = Icon::Search;
    m_commands->add(search);
    Command keys = palette;
    keys.id = QStringLiteral("keys");
    keys.text = tr("All keys");
    keys.key = QStringLiteral("?");
    keys.moreKeys = {QStringLiteral("Shift+?"), QStringLiteral("F1")};
    keys.icon = Icon::Keyboard;
    keys.run = [this] { openKeyList(); };
    keys.inPalette = true;
    m_commands->add(keys);
    Command nextPane = palette;
    nextPane.id = QStringLiteral("pane.next");
    nextPane.text = tr("Next pane");
    nextPane.key = QStringLiteral("F6");
    nextPane.icon = Icon::None;
    nextPane.run = [this] { m_panes.step(1); };
    m_commands->add(nextPane);
    Command previousPane = nextPane;
    previousPane.id = QStringLiteral("pane.previous");
    previousPane.text = tr("Previous pane");
    previousPane.key = QStringLiteral("Shift+F6");
    previousPane.run = [this] { m_panes.step(-1); };
    m_commands->add(previousPane);
    addCommand("undo", tr("Undo"), QStringLiteral("Ctrl+Z"), Icon::Undo,
               [this, told] { m_bridge.cockpit().undo(told()); });
    addCommand("redo", tr("Redo"), QStringLiteral("Ctrl+Shift+Z"), Icon::Redo,
               [this, told] { m_bridge.cockpit().redo(told()); });
    addCommand("sync.now", tr("Sync now"), QStringLiteral("Ctrl+R"), Icon::Refresh,
               [this] { m_bridge.cockpit().syncNow(m_bridge.report()); });
    Command stop;
    stop.id = QStringLiteral("automation.stop");
    stop.text = tr("Stop or resume all automation");
    stop.key = QStringLiteral("Ctrl+Shift+.");
    // On many layouts Shift and the full stop give another sign.
    stop.moreKeys = {QStringLiteral("Ctrl+Shift+>"), QStringLiteral("Ctrl+Shift+:")};
    stop.icon = Icon::StopCircle;
    stop.run = [this] { toggleAutomation(); };
    m_commands->add(stop);
    addCommand("settings", tr("Settings"), QStringLiteral("Ctrl+,"), Icon::Settings,
               [this] { openSettings(); });
    addCommand("quit", tr("Quit"), QStringLiteral("Ctrl+Q"), Icon::X, [this] { close(); });
}

void MainWindow::addPageCommands()
{
    for (const PageEntry &entry : m_entries) {
        Command go;
        go.id = QStringLiteral("go.") + entry.id;
        go.text = entry.title;
        go.key = entry.key.isEmpty() ? QString() : QStringLiteral("G, ") + entry.key;
        go.icon = entry.icon;
        go.run = [this, id = entry.id] { showPage(id); };
        m_commands->add(go);
    }
}

void MainWindow::addThemeCommands()
{
    addCommand("theme.system", tr("Colours: follow the system"), {}, Icon::Monitor,
               [this] { chooseScheme(SchemeChoice::System); });
    addCommand("theme.light", tr("Colours: light"), {}, Icon::Sun,
               [this] { chooseScheme(SchemeChoice::Light); });
    addCommand("theme.dark", tr("Colours: dark"), {}, Icon::Moon,
               [this] { chooseScheme(SchemeChoice::Dark); });
}

void MainWindow::openSettings()
{
    QMenu menu(this);
    auto *schemes = new QActionGroup(&menu);
    const auto addScheme = [&](SchemeChoice choice, const QString &text) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(m_theme.choice() == choice);
        schemes->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { chooseScheme(choice); });
    };
    addScheme(SchemeChoice::System, tr("Follow the system's colours"));
    addScheme(SchemeChoice::Light, tr("Light"));
    addScheme(SchemeChoice::Dark, tr("Dark"));
    menu.addSeparator();
    // What the program itself adds (import, workspaces) stands before the keys.
    for (const char *id : {"crm.connect", "workspace.import", "workspace.open", "workspace.demo",
                           "palette", "keys"}) {
        const QString name = QString::fromLatin1(id);
        if (const Command *command = m_commands->find(name)) {
            QAction *action =
                menu.addAction(menuIcon(command->icon, palette()),
                               command->text + QLatin1Char('\t') + m_commands->keyText(name));
            connect(action, &QAction::triggered, this, [this, name] { m_commands->run(name); });
        }
    }
    const QWidget *anchor = m_rail->settingsItem();
    const QPoint corner = anchor->mapToGlobal(QPoint(0, 0));
    menu.exec(corner - QPoint(0, menu.sizeHint().height() + space::xs));
}

} // namespace topline::shell
