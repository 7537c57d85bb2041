// The life of the window program: first start or workspace, from one to the other, import on
// demand, and an orderly end. Made by main on the GUI thread after the look is installed. What
// cannot be opened is said in a message box with what was kept and what to do; nothing is lost by
// it.
#pragma once

#include "app/composition.h"
#include "app/topline/shots_cockpit.h"
#include "app/topline/window_options.h"
#include "ui/bridge/bridge.h"
#include "ui/look/theme.h"
#include "ui/pages/start_window.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tray.h"

#include <QObject>

#include <functional>
#include <memory>

namespace topline::app {

class WindowProgram final : public QObject {
    Q_OBJECT

public:
    WindowProgram(WindowOptions options, look::Theme &theme);
    ~WindowProgram() override;

    // Opens what the options ask for, else the last workspace, else the first start.
    base::Status begin();

    // --shots: pictures of the demo company in a folder of its own that is gone afterwards.
    base::Status takeShots();

private:
    base::Status openWorkspace(const QString &file);
    base::Status createWorkspace(const QString &file, bool demo);
    void adopt(const QString &file, std::unique_ptr<Composition> composition);
    void closeWorkspace();
    base::Status makeDemoForShots(const QString &file);
    void showStart();
    void showMain();
    void startNotices();
    void bringToFront();
    void addCommands();
    void connectCrm();
    void leaveToStart();
    void openImport();
    void chooseWorkspace();
    void startDemo();
    // Tells when the engine has done everything that is due now.
    void whenIdle(QObject *receiver, std::function<void(const base::Status &)> then);
    void settle();
    static void tell(const base::Error &error);

    WindowOptions m_options;
    look::Theme &m_theme;
    // In this order, so that windows go before the bridge and the bridge before the engine.
    QString m_file;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<engine::Cockpit> m_cockpit;
    std::unique_ptr<ShotsCockpit> m_scripted; // --shots only
    std::unique_ptr<bridge::Bridge> m_bridge;
    std::unique_ptr<shell::MainWindow> m_main;
    std::unique_ptr<shell::Tray> m_tray;
    std::unique_ptr<shell::NoticeCentre> m_notices;
    std::unique_ptr<pages::StartWindow> m_start;
};

} // namespace topline::app
