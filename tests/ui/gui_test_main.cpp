#include "ui/look/style.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QByteArray>
#include <QStandardPaths>

#include <gtest/gtest.h>

// The main of every GUI test: offscreen, with throw-away settings, in the window's own look.
int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (testing::GTEST_FLAG(list_tests))
        return RUN_ALL_TESTS();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("Topline"));
    QCoreApplication::setApplicationName(QStringLiteral("topline-test"));
    QApplication application(argc, argv);
    QApplication::setCursorFlashTime(0);
    topline::look::installLook();
    QApplication::setPalette(topline::look::paletteOf(topline::look::Scheme::Light));
    return RUN_ALL_TESTS();
}
