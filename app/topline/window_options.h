// The command line of the window, understood. Parsed once by main, before anything is opened; a
// line that cannot be understood gives an InvalidInput that says what is wrong with it (exit status
// 2).
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "ui/look/theme.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace topline::app {

struct WindowOptions {
    QString workspace; // empty: the last one, or the first start
    bool demo = false; // the demo company, made if need be
    std::optional<base::UtcMs> asOfMs;
    std::optional<look::SchemeChoice> scheme;
    QString page;              // id of the page to begin with
    QString shotsFolder;       // draw every page into this folder and end
    bool measureStart = false; // tell when the first frame and the first cards show, and end
};

base::Result<WindowOptions> parseWindowOptions(const QStringList &arguments);

// What --help prints.
QString windowHelp();

} // namespace topline::app
