#include "tests/ui/connect_fixture.h"
#include "ui/pages/sign_in_report_view.h"
#include "ui/pages/start_window.h"

#include <QAbstractItemModelTester>
#include <QClipboard>

namespace topline::pages {

namespace {

using Fixture = test::ConnectFixture;

} // namespace

TEST(ConnectPanel, KeysAloneLeadFromThePickToTheFeed)
{
    Fixture f;
    f.picture("connect-pick");
    f.press(Qt::Key_H);
    f.picture("connect-token");
    f.type("pat-eu1-planted");
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.cockpit.signIns.size(), 1U);
    EXPECT_EQ(f.cockpit.signIns[0].system, "hubspot");
    EXPECT_EQ(f.cockpit.signIns[0].way, domain::SignInWay::Token);
    EXPECT_EQ(f.cockpit.signIns[0].token.reveal(), "pat-eu1-planted");
    EXPECT_TRUE(f.says("HubSpot would bring 4,212 contacts, 318 deals and 1,748 companies"));
    EXPECT_TRUE(f.says("signed in as maya@kestrelfleet.example"));
    EXPECT_TRUE(f.says("the dry run changed nothing in HubSpot"));
    EXPECT_TRUE(f.says("topline_id"));
    f.picture("connect-dry-run");
    f.press(Qt::Key_Return);
    EXPECT_EQ(f.cockpit.systems, std::vector<std::string>{"hubspot"});
    f.cockpit.syncView = test::firstSync(1'000, true);
    f.cockpit.pushSync();
    f.settle();
    f.cockpit.clock += 2'000;
    f.cockpit.syncView = test::firstSync(3'000, true);
    f.cockpit.pushSync();
    f.settle();
    // The dry run counted more than what has begun to come in says.
    EXPECT_TRUE(f.says("3,000 of 18,883 records, 1,000 per second, 16 s left"));
    f.picture("connect-first-sync");
    f.cockpit.syncView = test::firstSync(4'000, false);
    f.cockpit.pushSync();
    f.settle();
    EXPECT_TRUE(f.says("HubSpot is here"));
    f.press(Qt::Key_Return);
    EXPECT_EQ(f.finished, 1);
}

TEST(ConnectPanel, ATokenIsNeverShownAndGoneAfterUse)
{
    Fixture f;
    f.press(Qt::Key_H);
    QLineEdit *token = f.field("Service key or private-app token");
    ASSERT_NE(token, nullptr);
    EXPECT_EQ(token->echoMode(), QLineEdit::Password);
    f.type("pat-eu1-planted");
    EXPECT_FALSE(token->displayText().contains(QStringLiteral("planted")));
    f.press(Qt::Key_Return);
    EXPECT_TRUE(token->text().isEmpty());
    EXPECT_FALSE(token->isUndoAvailable());
    for (const QLabel *label : f.panel.findChildren<QLabel *>())
        EXPECT_FALSE(label->text().contains(QStringLiteral("planted")));
}

TEST(ConnectPanel, SalesforceWaitsForTheBrowserAndEscapeCancels)
{
    Fixture f;
    f.cockpit.holds = true;
    f.press(Qt::Key_S);
    f.type("3MVG9consumer");
    f.press(Qt::Key_Tab);
    f.type("acme.my.salesforce.com");
    f.press(Qt::Key_Tab);
    f.press(Qt::Key_Space);
    f.picture("connect-salesforce");
    f.field("Client id (consumer key)")->setFocus();
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.cockpit.signIns.size(), 1U);
    EXPECT_EQ(f.cockpit.signIns[0].clientId, "3MVG9consumer");
    EXPECT_EQ(f.cockpit.signIns[0].loginHost, "acme.my.salesforce.com");
    EXPECT_TRUE(f.cockpit.signIns[0].isSandbox);
    ASSERT_EQ(f.opened.size(), 1U);
    EXPECT_EQ(f.opened[0].host(), QStringLiteral("login.example"));
    EXPECT_TRUE(f.says("Waiting for the browser"));
    f.picture("connect-waiting");
    QTest::keyClick(f.button("Copy the link"), Qt::Key_Return);
    EXPECT_EQ(QApplication::clipboard()->text(),
              QStringLiteral("https://login.example/authorize?state=1"));
    f.press(Qt::Key_Escape);
    EXPECT_EQ(f.cockpit.count("cancel sign in"), 1);
    EXPECT_FALSE(f.says("Waiting for the browser"));
    // What still comes is no longer wanted.
    f.cockpit.answer(test::sampleSignIn());
    f.settle();
    EXPECT_FALSE(f.says("would bring"));
    EXPECT_NE(f.button("Open the browser"), nullptr);
}

TEST(ConnectPanel, WithoutABrowserTheLinkIsOffered)
{
    Fixture f;
    f.cockpit.holds = true;
    f.hasBrowser = false;
    f.press(Qt::Key_S);
    f.type("3MVG9consumer");
    f.press(Qt::Key_Return);
    EXPECT_TRUE(f.says("No browser could be opened"));
    EXPECT_NE(f.button("Copy the link"), nullptr);
}

TEST(ConnectPanel, AnAddressThatIsNotOfTheWebIsNotOpened)
{
    Fixture f;
    f.cockpit.holds = true;
    f.press(Qt::Key_S);
    f.type("3MVG9consumer");
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.opened.size(), 1U);
    for (const QUrl &url : f.opened)
        EXPECT_EQ(url.scheme(), QStringLiteral("https"));
}

TEST(ConnectPanel, AFailureSaysWhatHappenedWhatWasKeptAndWhatToDo)
{
    Fixture f;
    base::Error refused{base::ErrorCode::SignInNeeded, "HubSpot refused this key."};
    refused.kept = "Nothing was stored.";
    refused.todo = "Check that the whole key was pasted.";
    refused.reference = "corr-17";
    f.cockpit.failNext = refused;
    f.signInWithToken();
    EXPECT_TRUE(f.says("HubSpot refused this key. Nothing was stored. Check that the whole key was "
                       "pasted. Reference: corr-17"));
    f.picture("connect-refused");
    // The key that was typed is still there to be mended.
    f.press(Qt::Key_Return);
    EXPECT_EQ(f.cockpit.signIns.size(), 2U);
    EXPECT_TRUE(f.says("would bring"));
}

TEST(ConnectPanel, AnotherAddressIsGivenByKeysAndGoneWhenItsFieldIsClosed)
{
    Fixture f;
    f.cockpit.holds = true;
    f.press(Qt::Key_H);
    f.type("pat-eu1-planted");
    EXPECT_FALSE(f.field("Address of the API")->isVisible());
    f.press(Qt::Key_Tab);
    f.press(Qt::Key_Return);
    ASSERT_EQ(QApplication::focusWidget(), f.field("Address of the API"));
    f.type(" http://127.0.0.1:8080 ");
    f.picture("connect-address");
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.cockpit.signIns.size(), 1U);
    EXPECT_EQ(f.cockpit.signIns[0].apiBase, "http://127.0.0.1:8080");
    // A refused address is where the keys are then.
    base::Error refused{base::ErrorCode::InvalidInput, "This is not an address."};
    refused.place = base::Place{"", 0, 0, "apiBase"};
    f.cockpit.answer(refused);
    f.settle();
    EXPECT_TRUE(f.says("This is not an address."));
    EXPECT_EQ(QApplication::focusWidget(), f.field("Address of the API"));
    QTest::keyClick(f.button("Advanced: another address"), Qt::Key_Return);
    f.field("Service key or private-app token")->setFocus();
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.cockpit.signIns.size(), 2U);
    EXPECT_EQ(f.cockpit.signIns[1].apiBase, "");
}

TEST(ConnectPanel, EveryFormIsAsTallAsItsWordsNeed)
{
    Fixture f;
    for (const char *system : {"hubspot", "salesforce"}) {
        f.panel.pick(system);
        QTest::keyClick(f.button("Advanced: another address"), Qt::Key_Return);
        for (const int wide : {700, 992, 1'440}) {
            f.panel.resize(wide, 900);
            f.settle();
            for (const QLabel *label : f.panel.findChildren<QLabel *>()) {
                if (label->isVisible() && label->wordWrap()) {
                    EXPECT_GE(label->height(), label->heightForWidth(label->width()))
                        << wide << label->text().toStdString();
                }
            }
            const QLineEdit *field = f.field("Address of the API");
            EXPECT_GE(field->height(), field->sizeHint().height()) << system << wide;
        }
        f.settle();
        QTest::keyClick(f.button("Advanced: another address"), Qt::Key_Return);
    }
}

TEST(ConnectPanel, AStrayKeyDoesNotLeaveASignInThatIsUnderWay)
{
    struct Outer final : QWidget {
        int keys = 0;

        void keyPressEvent(QKeyEvent *) override { ++keys; }
    };

    Outer outer;
    Fixture f;
    f.panel.setParent(&outer);
    outer.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&outer));
    f.panel.show();
    f.cockpit.holds = true;
    f.panel.pick("salesforce");
    f.type("3MVG9consumer");
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.cockpit.signIns.size(), 1U);
    f.press(Qt::Key_1);
    EXPECT_EQ(outer.keys, 0);
    EXPECT_EQ(f.cockpit.count("cancel sign in"), 0);
    f.panel.setParent(nullptr);
}

TEST(ConnectPanel, AStoppedFirstSyncSaysThatItGoesOn)
{
    Fixture f;
    f.signInWithToken();
    f.press(Qt::Key_Return);
    f.cockpit.syncView = test::firstSync(1'000, true);
    f.cockpit.pushSync();
    f.settle();
    QTest::keyClick(f.button("Stop"), Qt::Key_Return);
    EXPECT_EQ(f.cockpit.count("stop sync"), 1);
    f.cockpit.syncView = test::firstSync(1'000, false);
    f.cockpit.syncView.connections[0].state = domain::ConnectionState::AwaitsConfirm;
    f.cockpit.pushSync();
    f.settle();
    EXPECT_TRUE(f.says("The first sync was stopped"));
    EXPECT_NE(f.button("Back"), nullptr);
}

TEST(ConnectPanel, LeavingWhileTheBrowserIsWaitedForCancels)
{
    test::WaitingCockpit cockpit;
    cockpit.holds = true;
    bridge::Bridge bridge(cockpit);
    {
        ConnectPanel panel([&bridge]() -> base::Result<bridge::Bridge *> { return &bridge; },
                           [](const QUrl &) { return true; });
        panel.show();
        panel.pick("salesforce");
        for (auto *field : panel.findChildren<QLineEdit *>()) {
            if (field->accessibleName() == QLatin1String("Client id (consumer key)")) {
                QTest::keyClicks(field, QStringLiteral("id"));
                QTest::keyClick(field, Qt::Key_Return);
            }
        }
        ASSERT_EQ(cockpit.signIns.size(), 1U);
    }
    EXPECT_EQ(cockpit.count("cancel sign in"), 1);
}

TEST(ConnectPanel, TheAddressesToRegisterCanBeCopied)
{
    Fixture f;
    f.press(Qt::Key_S);
    EXPECT_TRUE(f.says("http://localhost:17645/callback"));
    QTest::keyClick(f.button("Copy the addresses"), Qt::Key_Return);
    EXPECT_EQ(QApplication::clipboard()->text().split(QLatin1Char('\n')).size(), 3);
}

TEST(SignInReport, AnIdThatIsInTheNameIsNotSaidTwice)
{
    domain::SourceProfile profile;
    profile.orgId = "1234567";
    profile.orgName = "HubSpot 1234567";
    EXPECT_EQ(whoText(profile), QStringLiteral("HubSpot 1234567"));
    profile.orgName = "Kestrel Fleet";
    EXPECT_EQ(whoText(profile), QStringLiteral("Kestrel Fleet, id 1234567"));
}

TEST(DryRunModel, CountsAddUpAndWhatIsDeniedIsNamed)
{
    DryRunModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setReport(test::sampleSignIn());
    const int last = model.rowCount() - 1;
    EXPECT_EQ(model.index(last, 1).data().toString(), QStringLiteral("18,888"));
    EXPECT_EQ(model.index(last - 1, 0).data().toString(), QStringLiteral("E-mails"));
    EXPECT_EQ(model.index(last - 1, 1).data().toString(), QStringLiteral("–"));
}

} // namespace topline::pages
