#include "app/composition.h"
#include "app/topline/window_options.h"
#include "ui/pages/feed_model.h"
#include "ui/pages/feed_view.h"
#include "ui/pages/page_list.h"
#include "ui/shell/main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>
#include <memory>

// The window as the program makes it, on a real engine with its threads and the demo company: what
// the keys do must be found in the store by the next session.
namespace topline::app {

namespace {

constexpr base::UtcMs nowMs = 1'763'464'440'000; // 18 Nov 2025, 11:14 UTC
constexpr int patienceMs = 20'000;

struct RealWindow {
    QTemporaryDir folder;
    std::string file = folder.filePath(QStringLiteral("demo.topline")).toStdString();
    look::Theme theme{look::SchemeChoice::Light};
    std::unique_ptr<Composition> composition;
    std::unique_ptr<engine::Cockpit> cockpit;
    std::unique_ptr<bridge::Bridge> bridge;
    std::unique_ptr<shell::MainWindow> window;
    QAbstractItemView *view = nullptr;
    const pages::FeedModel *model = nullptr;

    RealWindow()
    {
        QSettings().clear();
        NewWorkspace what;
        what.demoSeed = 1;
        auto made = Composition::create(file, what, {nowMs, {}});
        EXPECT_TRUE(made.ok());
        composition = std::move(made).value();
        const crm::CancelToken cancel;
        EXPECT_TRUE(composition->engine().sync(*composition->connector(), cancel).ok());
        EXPECT_TRUE(composition->engine().derive().ok());
        cockpit = composition->startCockpit();
        bridge = std::make_unique<bridge::Bridge>(*cockpit);
        window = std::make_unique<shell::MainWindow>(*bridge, theme, pages::pageList());
        window->restoreState();
        window->show();
        bridge->start();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
        view = window->findChild<pages::FeedView *>();
        model = qobject_cast<const pages::FeedModel *>(view->model());
        EXPECT_TRUE(waitFor([this] { return model->rowCount() > 3; }));
    }

    ~RealWindow() { close(); }

    static bool waitFor(const std::function<bool()> &holds)
    {
        return QTest::qWaitFor(holds, patienceMs);
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window.get(), static_cast<Qt::Key>(key),
                        modifiers);
    }

    base::Uuid current() const { return model->card(view->currentIndex().row())->action.id; }

    bool isIn(const base::Uuid &id, domain::ActionState state) const
    {
        const domain::FeedCard *card = model->card(id);
        return card != nullptr && card->action.state == state;
    }

    void close()
    {
        window.reset();
        bridge.reset();
        cockpit.reset();
        composition.reset();
    }

    // What the store says in a session of its own.
    domain::ActionState stored(const base::Uuid &id)
    {
        close();
        auto opened = Composition::open(file, {nowMs, {}});
        EXPECT_TRUE(opened.ok());
        const auto action = (*opened)->engine().findAction(id.text());
        EXPECT_TRUE(action.ok());
        return action.ok() ? action->state : domain::ActionState::Expired;
    }
};

} // namespace

TEST(RealWindow, ApprovingByKeyIsStoredBeforeAnythingLeaves)
{
    RealWindow w;
    const base::Uuid id = w.current();
    w.press(Qt::Key_A);
    ASSERT_TRUE(w.waitFor([&] { return w.isIn(id, domain::ActionState::Approved); }));
    EXPECT_EQ(w.stored(id), domain::ActionState::Approved);
}

TEST(RealWindow, DismissingByKeyIsStoredAndUndoneByKey)
{
    RealWindow w;
    w.press(Qt::Key_J);
    const base::Uuid id = w.current();
    w.press(Qt::Key_D);
    QWidget *menu = QApplication::activePopupWidget();
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_2);
    ASSERT_TRUE(w.waitFor([&] { return w.isIn(id, domain::ActionState::Dismissed); }));
    // Offscreen there is no window manager to give the focus back after a menu.
    w.window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(w.window.get()));
    w.press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(w.waitFor([&] { return w.isIn(id, domain::ActionState::Proposed); }));
    EXPECT_EQ(w.stored(id), domain::ActionState::Proposed);
}

TEST(RealWindow, TheStopSwitchHoldsOverTheNextSession)
{
    RealWindow w;
    w.press(Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(w.waitFor([&] { return w.bridge->status().automationStopped; }));
    w.close();
    auto opened = Composition::open(w.file, {nowMs, {}});
    ASSERT_TRUE(opened.ok());
    EXPECT_TRUE((*opened)->engine().policy().automationStopped);
}

TEST(WindowOptions, AreUnderstoodOrRefusedWithAReason)
{
    const auto parse = [](const QStringList &words) {
        return parseWindowOptions(QStringList{QStringLiteral("topline")} + words);
    };
    const auto good = parse({QStringLiteral("--workspace"), QStringLiteral("a.topline"),
                             QStringLiteral("--as-of"), QStringLiteral("2025-11-18T11:14:00Z"),
                             QStringLiteral("--theme"), QStringLiteral("dark")});
    ASSERT_TRUE(good.ok());
    EXPECT_EQ(good->workspace, QStringLiteral("a.topline"));
    EXPECT_EQ(good->asOfMs, nowMs);
    EXPECT_EQ(good->scheme, look::SchemeChoice::Dark);
    const auto file = parse({QStringLiteral("b.topline")});
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file->workspace, QStringLiteral("b.topline"));
    EXPECT_FALSE(parse({QStringLiteral("--as-of"), QStringLiteral("yesterday")}).ok());
    EXPECT_FALSE(parse({QStringLiteral("--theme"), QStringLiteral("blue")}).ok());
    EXPECT_FALSE(parse({QStringLiteral("--nonsense")}).ok());
    EXPECT_FALSE(parse({QStringLiteral("a"), QStringLiteral("b")}).ok());
}

} // namespace topline::app
