// Events of the own site on the Sync page: states, commands, and a key that is shown once.
#include "tests/ui/sample_sync.h"
#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
#include "ui/pages/collector_pane.h"
#include "ui/pages/source_tile.h"
#include "ui/shell/banners.h"
#include "ui/shell/sync_banners.h"

#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace topline;
using namespace topline::pages;

namespace {

constexpr std::uint16_t usualPort = 8'127;

struct SiteWindow : test::WindowFixture {
    explicit SiteWindow(bool withCrm = true)
    {
        if (withCrm)
            cockpit.syncView = test::sampleSync(cockpit.clock);
        cockpit.syncView.collector.port = usualPort;
        start("sync");
    }

    domain::CollectorView &site() { return cockpit.syncView.collector; }

    void listening()
    {
        site().isOn = true;
        site().hasKey = true;
        site().isListening = true;
        site().added = 1'204;
        site().known = 12;
        site().rejected = 3;
        site().refusedCalls = 1;
        site().lastMs = cockpit.clock - 2 * base::minuteMs;
        push();
    }

    void push()
    {
        cockpit.pushSync();
        settle();
    }

    SourceTile *tile() const
    {
        for (auto *each : window->findChildren<SourceTile *>()) {
            if (each->text() == QLatin1String("Events of your own site"))
                return each;
        }
        return nullptr;
    }

    CollectorPane *pane() const { return window->findChild<CollectorPane *>(); }

    look::Button *button(const char *text, const QWidget *in = nullptr) const
    {
        for (auto *each : (in ? in : window.get())->findChildren<look::Button *>()) {
            if (each->isVisible() && each->text() == QString::fromUtf8(text))
                return each;
        }
        return nullptr;
    }

    bool says(const char *text, const QWidget *in = nullptr) const
    {
        for (const QLabel *each : (in ? in : window.get())->findChildren<QLabel *>()) {
            if (each->isVisible() && each->text().contains(QString::fromUtf8(text)))
                return true;
        }
        return false;
    }

    // Whether any widget or the clipboard holds the key.
    bool holdsKey() const
    {
        const QString key = QString::fromStdString(cockpit.site.key);
        for (const QWidget *each : QApplication::allWidgets()) {
            const auto *field = qobject_cast<const QLineEdit *>(each);
            const auto *label = qobject_cast<const QLabel *>(each);
            if ((field && field->text().contains(key)) || (label && label->text().contains(key)) ||
                each->accessibleName().contains(key) ||
                each->accessibleDescription().contains(key) || each->toolTip().contains(key))
                return true;
        }
        return false;
    }
};

QDialog *openDialog()
{
    return qobject_cast<QDialog *>(QApplication::activeModalWidget());
}

} // namespace

TEST(CollectorPane, TheTileSaysOffThenListeningWithCountsThenAFault)
{
    SiteWindow f;
    ASSERT_NE(f.tile(), nullptr);
    EXPECT_EQ(f.tile()->accessibleName(), QStringLiteral("Events of your own site, Off"));
    f.listening();
    EXPECT_EQ(f.tile()->accessibleName(), QStringLiteral("Events of your own site, Listening"));
    EXPECT_EQ(f.tile()->face().who, QStringLiteral("127.0.0.1:8127"));
    EXPECT_EQ(f.tile()->face().age, QStringLiteral("Last event 2\u00a0min ago"));
    f.site().isListening = false;
    f.site().fault = "Port 8127 of this computer is in use. Choose another port.";
    f.push();
    EXPECT_EQ(f.tile()->accessibleName(), QStringLiteral("Events of your own site, Not listening"));
}

TEST(CollectorPane, ItIsReachedByAKeyAndTheConnectionComesBackByItsTile)
{
    SiteWindow f;
    EXPECT_FALSE(f.pane()->isVisible());
    f.press(Qt::Key_E);
    ASSERT_TRUE(f.pane()->isVisible());
    EXPECT_TRUE(f.tile()->isChecked());
    EXPECT_EQ(QApplication::focusWidget(), f.pane()->switchButton());
    f.listening();
    EXPECT_TRUE(f.says("Listens at 127.0.0.1:8127"));
    EXPECT_TRUE(f.says("12 sent again · 3 not usable · 1 request"));
    f.picture("sync-site");
    for (auto *each : f.window->findChildren<SourceTile *>()) {
        if (each->text() == QLatin1String("HubSpot"))
            each->click();
    }
    f.settle();
    EXPECT_FALSE(f.pane()->isVisible());
    EXPECT_FALSE(f.tile()->isChecked());
    f.press(Qt::Key_E);
    f.press(Qt::Key_L);
    EXPECT_FALSE(f.pane()->isVisible()) << "the log of requests is the connection's";
}

TEST(CollectorPane, ItWorksWithoutAnyCrm)
{
    SiteWindow f(false);
    ASSERT_TRUE(f.pane()->isVisible());
    EXPECT_TRUE(f.says("No CRM is connected"));
    f.picture("sync-site-alone");
    QTest::keyClick(f.pane()->switchButton(), Qt::Key_Space);
    f.settle();
    EXPECT_EQ(f.cockpit.site.sets.size(), 1U);
}

TEST(CollectorPane, TurningItOnForTheFirstTimeMakesAKeyThatIsShownOnce)
{
    SiteWindow f;
    QApplication::clipboard()->clear();
    f.press(Qt::Key_E);
    QTest::keyClick(f.pane()->switchButton(), Qt::Key_Return);
    f.settle();
    EXPECT_EQ(f.cockpit.site.keysMade, 1);
    ASSERT_EQ(f.cockpit.site.sets.size(), 1U);
    EXPECT_EQ(f.cockpit.site.sets[0], std::pair(true, usualPort));
    QPointer<QDialog> dialog = openDialog();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->findChild<QLineEdit *>()->text().toStdString(), f.cockpit.site.key);
    EXPECT_TRUE(f.says("shown this once", dialog));
    const QString folder = qEnvironmentVariable("TOPLINE_PICTURES");
    if (!folder.isEmpty())
        dialog->grab().save(folder + QStringLiteral("/sync-site-key.png"));
    ASSERT_TRUE(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // Copy has the focus
    EXPECT_EQ(QApplication::clipboard()->text().toStdString(), f.cockpit.site.key);
    QTest::keyClick(f.button("Done", dialog), Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    f.settle();
    EXPECT_TRUE(dialog.isNull());
    EXPECT_FALSE(f.holdsKey());
}

TEST(CollectorPane, AnotherKeyIsAskedAboutFirst)
{
    SiteWindow f;
    f.listening();
    f.window->commands().run(QStringLiteral("sync.siteKey"));
    f.settle();
    QDialog *question = openDialog();
    ASSERT_NE(question, nullptr);
    EXPECT_TRUE(f.says("The present key stops working at once", question));
    EXPECT_EQ(f.cockpit.site.keysMade, 0);
    QTest::keyClick(question, Qt::Key_Escape);
    f.settle();
    EXPECT_EQ(f.cockpit.site.keysMade, 0);
    f.window->commands().run(QStringLiteral("sync.siteKey"));
    f.settle();
    QTest::keyClick(f.button("Make a new key", openDialog()), Qt::Key_Return);
    f.settle();
    EXPECT_EQ(f.cockpit.site.keysMade, 1);
    EXPECT_TRUE(f.cockpit.site.sets.empty()) << "whether it listens stays as it was";
    QTest::keyClick(openDialog(), Qt::Key_Escape);
}

TEST(CollectorPane, AnotherPortIsUsedByEnterAndWhatIsTypedStaysWhileCountsMove)
{
    SiteWindow f;
    f.listening();
    f.press(Qt::Key_E);
    EXPECT_EQ(f.button("Use this port"), nullptr);
    auto *port = f.pane()->findChild<QSpinBox *>();
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, QStringLiteral("9321"));
    f.site().added = 1'300;
    f.push();
    EXPECT_EQ(port->value(), 9'321);
    EXPECT_NE(f.button("Use this port"), nullptr);
    QTest::keyClick(port, Qt::Key_Return);
    ASSERT_EQ(f.cockpit.site.sets.size(), 1U);
    EXPECT_EQ(f.cockpit.site.sets[0], std::pair(true, std::uint16_t{9'321}));
}

TEST(CollectorPane, AFaultStandsThereCanBeTriedAgainAndIsToldOnOtherPages)
{
    SiteWindow f;
    f.site().isOn = true;
    f.site().hasKey = true;
    f.site().fault = "Port 8127 of this computer is in use. Choose <b>another</b> port.";
    f.push();
    f.press(Qt::Key_E);
    EXPECT_TRUE(f.says("It is on, but does not listen."));
    EXPECT_TRUE(f.says("Choose <b>another</b> port."));
    f.picture("sync-site-fault");
    QTest::keyClick(f.button("Try again"), Qt::Key_Return);
    EXPECT_EQ(f.cockpit.site.sets.back(), std::pair(true, usualPort));
    auto *banners = f.window->findChild<shell::Banners *>();
    EXPECT_TRUE(banners->has(QStringLiteral("sync.collector")));
    f.site().fault.clear();
    f.push();
    EXPECT_FALSE(banners->has(QStringLiteral("sync.collector"))) << "gone with its cause";
}

TEST(CollectorPane, AFailedCommandIsTold)
{
    SiteWindow f;
    f.cockpit.site.verdict = base::Error{base::ErrorCode::Io, "The disk is full."};
    f.window->commands().run(QStringLiteral("sync.siteOn"));
    f.settle();
    EXPECT_EQ(openDialog(), nullptr);
    EXPECT_TRUE(f.cockpit.site.sets.empty()) << "without a key it is not turned on";
    EXPECT_TRUE(f.window->findChild<shell::Banners *>()->has(QStringLiteral("failure")));
}
