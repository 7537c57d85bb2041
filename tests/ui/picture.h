// A picture of a widget in both themes, where the variable TOPLINE_PICTURES names a folder for
// them; for people to look at. Used by tests of the window, GUI thread.
#pragma once

#include "ui/look/theme.h"

#include <QApplication>
#include <QPixmap>
#include <QWidget>

namespace topline::test {

inline void takePictures(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("TOPLINE_PICTURES");
    if (folder.isEmpty())
        return;
    for (const auto scheme : {look::Scheme::Light, look::Scheme::Dark}) {
        const bool isLight = scheme == look::Scheme::Light;
        QApplication::setPalette(look::paletteOf(scheme));
        for (int i = 0; i < 4; ++i)
            QApplication::processEvents();
        widget.grab().save(QStringLiteral("%1/%2-%3.png")
                               .arg(folder, QLatin1String(name),
                                    isLight ? QStringLiteral("light") : QStringLiteral("dark")));
    }
    QApplication::setPalette(look::paletteOf(look::Scheme::Light));
}

} // namespace topline::test
