#include "tests/ui/fake_cockpit.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::shell {

namespace {

class PlainPage final : public Page {
public:
    explicit PlainPage(const PageContext &context, const QString &id)
        : Page(context)
    {
        setFocusPolicy(Qt::StrongFocus);
        Command command;
        command.id = id + QStringLiteral(".approve");
        command.text = QStringLiteral("Approve and execute");
        command.key = QStringLiteral("A");
        command.page = id;
        command.subject = [] { return QStringLiteral("Dana Reyes"); };
        command.run = [this] { ++approved; };
        context.commands.add(command);
    }

    QWidget *makeInspector() override { return new QLabel(QStringLiteral("Inspector")); }

    void open(const PageRequest &request) override { opened = request; }

    int approved = 0;
    PageRequest opened;
};

struct Fixture {
    test::FakeCockpit cockpit;
    bridge::Bridge bridge{cockpit};
    look::Theme theme{look::SchemeChoice::Light};
    std::unique_ptr<MainWindow> window;

    Fixture()
    {
        QSettings().clear();
        cockpit.workspace.sourceTitle = "Demo company";
        cockpit.workspace.lastSyncMs = cockpit.clock - 2 * base::minuteMs;
        cockpit.workspace.feed.lanes[0] = 9;
        make();
    }

    void make()
    {
        const auto entry = [](const char *id, const char *key) {
            const QString name = QString::fromLatin1(id);
            PageEntry made{name, name, look::Icon::Inbox, QString::fromLatin1(key),
                           [name](const PageContext &context) -> Page * {
                               return new PlainPage(context, name);
                           }};
            made.badge = [](const domain::WorkspaceStatus &status) { return status.feed.lanes[0]; };
            return made;
        };
        window = std::make_unique<MainWindow>(
            bridge, theme, std::vector<PageEntry>{entry("feed", "F"), entry("pipeline", "P")});
        window->restoreState();
        window->show();
        bridge.start();
        QApplication::processEvents();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
    }

    PlainPage *pageOf(const char *id)
    {
        return static_cast<PlainPage *>(window->page(QString::fromLatin1(id)));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target != nullptr ? target : window.get(), static_cast<Qt::Key>(key),
                        modifiers);
    }

    template <typename Kind> Kind *find() const { return window->findChild<Kind *>(); }
};

} // namespace

TEST(MainWindow, GThenALetterGoesToThePageAndKeysActThere)
{
    Fixture f;
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("feed"));
    f.press(Qt::Key_G);
    f.press(Qt::Key_P);
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("pipeline"));
    f.press(Qt::Key_A);
    EXPECT_EQ(f.pageOf("pipeline")->approved, 1);
    EXPECT_EQ(f.pageOf("feed")->approved, 0);
}

TEST(MainWindow, PaletteFindsRunsAndGivesTheFocusBack)
{
    Fixture f;
    QWidget *before = QApplication::focusWidget();
    f.press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = f.find<Palette>();
    ASSERT_TRUE(palette->isOpen());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("appr"));
    f.press(Qt::Key_Return);
    EXPECT_FALSE(palette->isOpen());
    EXPECT_EQ(f.pageOf("feed")->approved, 1);
    EXPECT_EQ(QApplication::focusWidget(), before);
}

TEST(MainWindow, SingleKeysDoNothingWhileThePaletteIsOpen)
{
    Fixture f;
    f.press(Qt::Key_Slash);
    ASSERT_TRUE(f.find<Palette>()->isOpen());
    f.press(Qt::Key_A);
    EXPECT_EQ(f.pageOf("feed")->approved, 0);
    f.press(Qt::Key_Escape);
    EXPECT_FALSE(f.find<Palette>()->isOpen());
    f.press(Qt::Key_A);
    EXPECT_EQ(f.pageOf("feed")->approved, 1);
}

TEST(MainWindow, PaletteShowsSearchHitsAndOpensTheirCard)
{
    Fixture f;
    domain::SearchHit hit;
    hit.title = "Provance Optics";
    hit.action = base::Uuid{};
    f.cockpit.hits = {hit};
    f.press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Provance"));
    auto *list = f.find<Palette>()->findChild<ChoiceList *>();
    ASSERT_TRUE(QTest::qWaitFor(
        [list] {
            return list->current() != nullptr &&
                   list->current()->text == QStringLiteral("Provance Optics");
        },
        2000));
    f.press(Qt::Key_Return);
    EXPECT_EQ(f.pageOf("feed")->opened.page, QStringLiteral("feed"));
    EXPECT_TRUE(f.pageOf("feed")->opened.action.has_value());
}

TEST(MainWindow, ACommandThatIsTypedOutStandsAboveWhatWasFound)
{
    Fixture f;
    domain::SearchHit note;
    note.title = "Stopover in Bergen";
    note.kind = domain::SearchKind::Note;
    note.action = base::Uuid{};
    f.cockpit.hits = {note};
    f.press(Qt::Key_K, Qt::ControlModifier);
    auto *list = f.find<Palette>()->findChild<ChoiceList *>();
    const auto rowOf = [list](const char *text) {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data().toString() == QLatin1String(text))
                return row;
        }
        return -1;
    };
    const char *found = "Stopover in Bergen";
    const char *command = "Stop or resume all automation";
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("stop"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return rowOf(found) >= 0; }, 2000));
    ASSERT_GE(rowOf(command), 0);
    EXPECT_LT(rowOf(command), rowOf(found));
    // One that only holds the letters somewhere stands below.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("auto"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return rowOf(command) >= 0 && rowOf(found) >= 0; }, 2000));
    EXPECT_LT(rowOf(found), rowOf(command));
}

TEST(MainWindow, AKeyIsChangedInTheListOfKeys)
{
    Fixture f;
    f.press(Qt::Key_F1);
    auto *keys = f.find<KeyList>();
    ASSERT_TRUE(keys->isOpen());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("approve"));
    f.press(Qt::Key_Return);
    f.press(Qt::Key_Y);
    f.press(Qt::Key_Escape);
    EXPECT_FALSE(keys->isOpen());
    EXPECT_EQ(f.window->commands().keyText(QStringLiteral("feed.approve")), QStringLiteral("Y"));
    f.press(Qt::Key_Y);
    EXPECT_EQ(f.pageOf("feed")->approved, 1);
}

TEST(MainWindow, StopsAndResumesAllAutomation)
{
    Fixture f;
    f.press(Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QApplication::processEvents();
    ASSERT_FALSE(f.cockpit.called.empty());
    EXPECT_EQ(f.cockpit.called.back(), "stop");
    EXPECT_TRUE(f.find<Banners>()->has(QStringLiteral("automation")));
    f.press(Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);
    QApplication::processEvents();
    EXPECT_EQ(f.cockpit.called.back(), "resume");
    EXPECT_FALSE(f.find<Banners>()->has(QStringLiteral("automation")));
}

TEST(MainWindow, FailuresOfCommandsAreToldInABanner)
{
    Fixture f;
    f.cockpit.failNext = base::Error{base::ErrorCode::Refused, "It was sent already."};
    f.press(Qt::Key_R, Qt::ControlModifier);
    QApplication::processEvents();
    EXPECT_TRUE(f.find<Banners>()->has(QStringLiteral("failure")));
}

TEST(Banners, AClosedOneStaysClosedUntilItsCauseIsGone)
{
    Banners banners;
    Banner banner{Banner::Tone::Warning, QStringLiteral("sync"), QStringLiteral("2 min ago")};
    banners.show(banner);
    auto *close = banners.findChild<QAbstractButton *>();
    ASSERT_NE(close, nullptr);
    close->click();
    EXPECT_FALSE(banners.has(QStringLiteral("sync")));
    banner.text = QStringLiteral("3 min ago");
    banners.show(banner);
    EXPECT_FALSE(banners.has(QStringLiteral("sync")));
    banners.hide(QStringLiteral("sync"));
    banners.show(banner);
    EXPECT_TRUE(banners.has(QStringLiteral("sync")));
}

TEST(MainWindow, NarrowWindowsFoldTheRailAndSlideTheInspector)
{
    Fixture f;
    auto *rail = f.find<NavRail>();
    auto *body = f.find<Body>();
    EXPECT_EQ(rail->width(), look::width::rail + 1);
    EXPECT_TRUE(body->isInspectorOpen());
    f.window->resize(1024, 700);
    QApplication::processEvents();
    EXPECT_EQ(rail->width(), look::width::railNarrow + 1);
    EXPECT_FALSE(body->isInspectorOpen());
    body->setInspectorOpen(true);
    EXPECT_TRUE(body->isInspectorOpen());
    f.window->resize(1440, 900);
    QApplication::processEvents();
    EXPECT_TRUE(body->isInspectorOpen());
}

TEST(MainWindow, RemembersTheLastPage)
{
    Fixture f;
    f.window->showPage(QStringLiteral("pipeline"));
    f.window->close();
    f.make();
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("pipeline"));
}

TEST(MainWindow, EveryControlInTheFrameHasANameAndTabReachesThem)
{
    Fixture f;
    for (const QAbstractButton *button : f.window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->focusPolicy() != Qt::NoFocus) {
            EXPECT_FALSE(button->accessibleName().isEmpty() && button->text().isEmpty());
        }
    }
    QSet<QWidget *> reached;
    for (int i = 0; i < 20; ++i) {
        f.press(Qt::Key_Tab);
        reached << QApplication::focusWidget();
    }
    const auto items = f.window->findChildren<NavItem *>();
    for (NavItem *item : items)
        EXPECT_TRUE(reached.contains(item)) << item->text().toStdString();
}

TEST(Rail, BadgesFollowTheStatusAndAreNamed)
{
    Fixture f;
    const NavItem *feed = f.window->findChildren<NavItem *>().first();
    EXPECT_EQ(feed->accessibleName(), QStringLiteral("feed, 9 open"));
}

TEST(MainWindow, AFrozenCopySaysWhyAndAPersonTakesOver)
{
    Fixture f;
    f.cockpit.workspace.frozen = domain::FreezeReason::OlderCopy;
    f.cockpit.pushStatus();
    QApplication::processEvents();
    auto *banners = f.window->findChild<Banners *>();
    ASSERT_TRUE(banners->has(QStringLiteral("frozen")));
    const auto rows = banners->findChildren<QWidget *>();
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const QWidget *row) {
        return row->accessibleName().contains(
            QStringLiteral("older than what this computer has already sent"));
    }));
    const auto buttons = banners->findChildren<QAbstractButton *>();
    const auto button = std::find_if(buttons.begin(), buttons.end(), [](const auto *each) {
        return each->text() == QStringLiteral("This computer takes over");
    });
    ASSERT_NE(button, buttons.end());
    const auto answer = [&](const QString &text) {
        (*button)->setFocus();
        (*button)->click();
        const auto *box = f.window->findChild<QMessageBox *>();
        ASSERT_NE(box, nullptr) << "it asks before two copies could send";
        EXPECT_NE(box->defaultButton()->text(), QStringLiteral("Take over"));
        for (QAbstractButton *each : box->buttons()) {
            if (each->text() == text)
                each->click();
        }
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents();
    };
    answer(QStringLiteral("Not now"));
    EXPECT_EQ(f.cockpit.count("take over"), 0);
    EXPECT_TRUE(banners->has(QStringLiteral("frozen")));
    answer(QStringLiteral("Take over"));
    EXPECT_EQ(f.cockpit.called.back(), "take over");
    EXPECT_FALSE(banners->has(QStringLiteral("frozen")));
    EXPECT_EQ(f.window->focusWidget(), f.pageOf("feed")) << "where the keys work";
}

TEST(MainWindow, ARefusedUndoCoversNoFaultAndGoesWithTheNextCommand)
{
    Fixture f;
    const auto *banners = f.find<Banners>();
    f.cockpit.failNext = base::Error{base::ErrorCode::DiskFull, "The disk is full."};
    f.press(Qt::Key_R, Qt::ControlModifier);
    QApplication::processEvents();
    ASSERT_TRUE(banners->has(QStringLiteral("failure")));
    f.cockpit.failNext = base::Error{base::ErrorCode::Refused, "It has left already."};
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QApplication::processEvents();
    EXPECT_TRUE(banners->has(QStringLiteral("undo")));
    EXPECT_TRUE(banners->has(QStringLiteral("failure"))) << "the worse one stays";
    f.press(Qt::Key_R, Qt::ControlModifier);
    QApplication::processEvents();
    EXPECT_FALSE(banners->has(QStringLiteral("undo")));
    EXPECT_TRUE(banners->has(QStringLiteral("failure"))) << "until it is closed";
}

TEST(MainWindow, ALongBannerIsReadInFull)
{
    Fixture f;
    f.window->resize(900, 600);
    const QString words = QStringLiteral("What happened, what was kept, and what to do next. ");
    f.window->showBanner({Banner::Tone::Warning, QStringLiteral("long"), words.repeated(6),
                          QStringLiteral("Do it"), [] {}, false});
    QApplication::processEvents();
    const auto labels = f.find<Banners>()->findChildren<QLabel *>();
    ASSERT_EQ(labels.size(), 1);
    const QLabel *label = labels.first();
    EXPECT_TRUE(QTest::qWaitFor(
        [label] { return label->height() >= label->heightForWidth(label->width()); }, 5'000));
    EXPECT_GT(label->height(), 2 * label->fontMetrics().height());
}

TEST(StatusStrip, AMessageComesBeforeWhatElseStandsThere)
{
    Fixture f;
    f.cockpit.workspace.lastSyncMs = f.cockpit.clock;
    StatusStrip strip([] { return base::UtcMs{0}; }, base::TimeZone());
    domain::WorkspaceStatus status;
    status.sourceTitle = "Demo company";
    status.lastSyncMs = 0;
    status.feed.slaRunning = 24;
    status.feed.inHold = 3;
    strip.setStatus(status);
    strip.resize(900, 28);
    strip.show();
    const QString words = QStringLiteral("Logged: Left a message. Ctrl+Z takes it back again");
    strip.showMessage(words);
    const auto items = strip.findChildren<StatusItem *>();
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const StatusItem *item) { return item->text() == words; });
    ASSERT_NE(found, items.end());
    EXPECT_TRUE((*found)->isVisible());
    EXPECT_GE((*found)->width(), (*found)->sizeHint().width());
}

} // namespace topline::shell
