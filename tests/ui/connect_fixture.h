// The connect panel over a fake cockpit whose sign-in a test can hold open, worked by keys. GUI
// thread.
#pragma once

#include "tests/ui/fake_cockpit.h"
#include "tests/ui/picture.h"
#include "tests/ui/sample_sync.h"
#include "ui/look/button.h"
#include "ui/pages/connect_panel.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace topline::test {

// Lets a test hold the sign-in open, as a browser would.
class WaitingCockpit final : public FakeCockpit {
public:
    bool holds = false;
    engine::Answer<domain::SignInReport> answer;

    void signIn(domain::SignInRequest request, std::function<void(std::string)> openBrowser,
                engine::Answer<domain::SignInReport> wanted) override
    {
        if (!holds) {
            FakeCockpit::signIn(std::move(request), std::move(openBrowser), std::move(wanted));
            return;
        }
        if (request.system != "mail")
            openBrowser("https://login.example/authorize?state=1");
        signIns.push_back(std::move(request));
        answer = std::move(wanted);
    }
};

struct ConnectFixture {
    WaitingCockpit cockpit;
    bridge::Bridge bridge{cockpit};
    std::vector<QUrl> opened;
    bool hasBrowser = true;
    pages::ConnectPanel panel{[this]() -> base::Result<bridge::Bridge *> { return &bridge; },
                              [this](const QUrl &url) {
                                  opened.push_back(url);
                                  return hasBrowser;
                              }};
    int finished = 0;

    ConnectFixture()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        cockpit.signInReport = sampleSignIn();
        QObject::connect(&panel, &pages::ConnectPanel::finished, [this] { ++finished; });
        bridge.start();
        panel.resize(960, 720);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&panel));
        panel.takeFocus();
    }

    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QApplication::processEvents();
    }

    void press(int key)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : &panel, static_cast<Qt::Key>(key));
        settle();
    }

    static void type(const char *text)
    {
        QTest::keyClicks(QApplication::focusWidget(), QLatin1String(text));
    }

    bool says(const char *text) const
    {
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(text)))
                return true;
        }
        return false;
    }

    look::Button *button(const char *text) const
    {
        for (auto *candidate : panel.findChildren<look::Button *>()) {
            if (candidate->isVisible() && candidate->text() == QLatin1String(text))
                return candidate;
        }
        return nullptr;
    }

    QLineEdit *field(const char *name) const
    {
        for (auto *candidate : panel.findChildren<QLineEdit *>()) {
            if (candidate->accessibleName() == QLatin1String(name))
                return candidate;
        }
        return nullptr;
    }

    void signInWithToken()
    {
        press(Qt::Key_H);
        type("pat-eu1-planted");
        press(Qt::Key_Return);
    }

    void picture(const char *name) { takePictures(panel, name); }
};

} // namespace topline::test
