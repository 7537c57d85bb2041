// Pictures of every page in both themes, drawn offscreen from the demo company at a fixed clock:
// for `topline --shots`, reviews and comparisons. GUI thread. Names say page, theme, size and ratio
// ("feed-dark.png", "feed-light-1024x700.png", "feed-light-2x.png"). A file that cannot be written
// ends it with an error.
#pragma once

#include "app/topline/shots_cockpit.h"
#include "core/base/result.h"
#include "ui/look/theme.h"
#include "ui/shell/main_window.h"

#include <QSize>
#include <QString>

#include <functional>

namespace topline::app {

class Shots {
public:
    // `settle` waits until the engine has done everything that is due and has answered.
    Shots(QString folder, look::Theme &theme, std::function<void()> settle);

    base::Status takeWindow(shell::MainWindow &window, ShotsCockpit &cockpit);
    base::Status takeStart();
    // The connect wizard, step by step.
    base::Status takeConnect(bridge::Bridge &bridge, ShotsCockpit &cockpit);

private:
    struct Shot {
        QString name;
        QSize size{1440, 900};
        qreal ratio = 1;
    };

    base::Status take(QWidget &widget, const Shot &shot);
    base::Status takePages(shell::MainWindow &window, const QString &scheme);
    base::Status takeQuestion(shell::MainWindow &window, const QString &name,
                              const QString &scheme);
    base::Status takeSync(shell::MainWindow &window, ShotsCockpit &cockpit, const QString &scheme);
    base::Status takeSteps(bridge::Bridge &bridge, ShotsCockpit &cockpit, const QString &scheme);
    // The first account with everything about it, and the editor of profiles.
    base::Status takeAccount(shell::MainWindow &window, const QString &scheme);
    base::Status takeLayers(shell::MainWindow &window, const QString &scheme);

    QString m_folder;
    look::Theme &m_theme;
    std::function<void()> m_settle;
};

} // namespace topline::app
