// The real window with the real pages on a fake cockpit, driven by key events; writes a picture of
// itself when the variable TOPLINE_PICTURES names a folder. Used by page tests, GUI thread.
#pragma once

#include "tests/ui/fake_cockpit.h"
#include "ui/pages/page_list.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QSettings>
#include <QTest>

#include <algorithm>
#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace topline::test {

struct WindowFixture {
    FakeCockpit cockpit;
    bridge::Bridge bridge{cockpit};
    look::Theme theme{look::SchemeChoice::Light};
    std::vector<QUrl> opened; // by other programs, had this been real
    bool canOpen = true;
    std::unique_ptr<shell::MainWindow> window;

    WindowFixture()
    {
        QSettings().clear();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        cockpit.workspace.sourceTitle = "Demo company";
        cockpit.workspace.userName = "Maya Okafor";
        cockpit.workspace.lastSyncMs = cockpit.clock - 2 * base::minuteMs;
        cockpit.workspace.nowMs = cockpit.clock;
    }

    void start(const char *page)
    {
        window = std::make_unique<shell::MainWindow>(bridge, theme, pages::pageList(),
                                                     [this](const QUrl &url) {
                                                         opened.push_back(url);
                                                         return canOpen;
                                                     });
        window->resize(1440, 900);
        window->show();
        bridge.start();
        QApplication::processEvents();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
        window->showPage(QLatin1String(page));
        settle();
    }

    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QApplication::processEvents();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), static_cast<Qt::Key>(key), modifiers);
        settle();
    }

    void picture(const char *name)
    {
        const QString folder = qEnvironmentVariable("TOPLINE_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto scheme : {look::Scheme::Light, look::Scheme::Dark}) {
            QApplication::setPalette(look::paletteOf(scheme));
            settle();
            window->grab().save(QStringLiteral("%1/%2-%3.png")
                                    .arg(folder, QLatin1String(name),
                                         scheme == look::Scheme::Light ? QStringLiteral("light")
                                                                       : QStringLiteral("dark")));
        }
        QApplication::setPalette(look::paletteOf(look::Scheme::Light));
    }
};

} // namespace topline::test
