// Connecting a mailbox and a calendar: what is known of their providers is filled in, secrets are
// handed over once, and an error leads to its field.
#include "tests/ui/connect_fixture.h"
#include "ui/look/segments.h"

namespace topline::pages {

namespace {

using Fixture = test::ConnectFixture;

} // namespace

TEST(ConnectPanel, AMailboxIsEnteredOnceAndItsServersAreFilledIn)
{
    Fixture f;
    f.cockpit.holds = true;
    f.press(Qt::Key_M);
    EXPECT_TRUE(f.says("Sign in to the mailbox"));
    Fixture::type("sam@gmail.com");
    EXPECT_EQ(f.field("Server for sending (SMTP)")->text(), QLatin1String("smtp.gmail.com:465"));
    EXPECT_EQ(f.field("Server for reading (IMAP)")->text(), QLatin1String("imap.gmail.com:993"));
    EXPECT_TRUE(f.says("app password"));
    // What a person wrote is not replaced by a further address.
    f.field("Server for sending (SMTP)")->setText(QStringLiteral("out.firm.example:587"));
    f.field("Mail address")->setText(QStringLiteral("sam@firm.example"));
    EXPECT_EQ(f.field("Server for sending (SMTP)")->text(), QLatin1String("out.firm.example:587"));
    EXPECT_EQ(f.field("Server for reading (IMAP)")->text(), QString());
    EXPECT_FALSE(f.button("Sign in")->isEnabled());
    f.field("Server for reading (IMAP)")->setText(QStringLiteral("in.firm.example"));
    f.field("Password")->setText(QStringLiteral("pass word"));
    f.picture("connect-mailbox");
    ASSERT_TRUE(f.button("Sign in")->isEnabled());
    QTest::mouseClick(f.button("Sign in"), Qt::LeftButton);
    ASSERT_EQ(f.cockpit.signIns.size(), 1U);
    const domain::SignInRequest &request = f.cockpit.signIns.back();
    EXPECT_EQ(request.system, "mail");
    EXPECT_EQ(request.way, domain::SignInWay::Token);
    EXPECT_EQ(request.token.reveal(), "pass word");
    EXPECT_EQ(request.mail.smtp,
              (domain::MailServer{"out.firm.example", 587, domain::WireSafety::StartTls}));
    EXPECT_EQ(request.mail.imap,
              (domain::MailServer{"in.firm.example", 993, domain::WireSafety::ImplicitTls}));
    base::Error error{base::ErrorCode::InvalidInput, "The name of the server is none."};
    error.place = base::Place{"", 0, 0, "imapHost"};
    f.cockpit.answer(error);
    Fixture::settle();
    EXPECT_TRUE(f.says("The name of the server is none."));
    EXPECT_EQ(QApplication::focusWidget(), f.field("Server for reading (IMAP)"));
    EXPECT_EQ(f.field("Password")->text(), QLatin1String("pass word"));
}

TEST(ConnectPanel, AMailboxCanBeSignedInToInTheBrowser)
{
    Fixture f;
    f.cockpit.holds = true;
    f.press(Qt::Key_M);
    Fixture::type("sam@outlook.com");
    auto *way = f.panel.findChildren<look::Segments *>().last();
    for (auto *each : f.panel.findChildren<look::Segments *>()) {
        if (each->isVisible())
            way = each;
    }
    way->setCurrent(1);
    Q_EMIT way->chosen(1);
    Fixture::settle();
    EXPECT_FALSE(f.field("Password")->isVisible());
    EXPECT_TRUE(f.says("http://localhost:17645/callback"));
    EXPECT_FALSE(f.button("Open the browser")->isEnabled());
    f.field("Client id of your organisation's app")->setText(QStringLiteral("app-1"));
    f.field("Client secret, if there is one")->setText(QStringLiteral("planted-secret"));
    f.picture("connect-mailbox-browser");
    ASSERT_TRUE(f.button("Open the browser")->isEnabled());
    QTest::mouseClick(f.button("Open the browser"), Qt::LeftButton);
    ASSERT_EQ(f.cockpit.signIns.size(), 1U);
    const domain::SignInRequest &request = f.cockpit.signIns.back();
    EXPECT_EQ(request.way, domain::SignInWay::Browser);
    EXPECT_EQ(request.mailOAuth.provider, "microsoft");
    EXPECT_EQ(request.mail.way, domain::MailSignInWay::OAuthToken);
    EXPECT_EQ(request.clientId, "app-1");
    EXPECT_EQ(request.clientSecret.reveal(), "planted-secret");
    EXPECT_TRUE(request.token.empty());
    base::Error error{base::ErrorCode::InvalidInput, "The provider refused the client."};
    error.place = base::Place{"", 0, 0, "clientId"};
    f.cockpit.answer(error);
    Fixture::settle();
    EXPECT_EQ(QApplication::focusWidget(), f.field("Client id of your organisation's app"));
}

TEST(ConnectPanel, ACalendarIsFoundFromTheAddressAndTestedBeforeItIsKept)
{
    Fixture f;
    f.press(Qt::Key_C);
    EXPECT_TRUE(f.says("Sign in to the calendar"));
    Fixture::type("sam@posteo.de");
    EXPECT_EQ(f.field("Calendar server (CalDAV)")->text(),
              QLatin1String("https://posteo.de:8443/"));
    f.field("Mail address, or name to sign in with")->setText(QStringLiteral("sam@gmail.com"));
    EXPECT_EQ(f.field("Calendar server (CalDAV)")->text(), QString());
    EXPECT_TRUE(f.says("does not let programs into its calendar"));
    f.field("Calendar server (CalDAV)")->setText(QStringLiteral("dav.firm.example"));
    f.field("Mail address, or name to sign in with")->setText(QStringLiteral("sam@firm.example"));
    EXPECT_EQ(f.field("Calendar server (CalDAV)")->text(), QLatin1String("dav.firm.example"));
    EXPECT_FALSE(f.button("Sign in")->isEnabled());
    f.field("Password")->setText(QStringLiteral("wrong"));
    QLineEdit *password = nullptr;
    for (auto *each : f.panel.findChildren<QLineEdit *>()) {
        if (each->isVisible() && each->accessibleName() == QLatin1String("Password"))
            password = each;
    }
    ASSERT_NE(password, nullptr);
    EXPECT_EQ(password->echoMode(), QLineEdit::Password);
    password->setText(QStringLiteral("pass word"));
    f.field("Your name in invitations")->setText(QStringLiteral("Sam"));
    f.picture("connect-calendar");
    ASSERT_TRUE(f.button("Sign in")->isEnabled());
    base::Error error{base::ErrorCode::InvalidInput, "This is no address of a calendar server."};
    error.place = base::Place{"", 0, 0, "url"};
    f.cockpit.failNext = error;
    QTest::mouseClick(f.button("Sign in"), Qt::LeftButton);
    Fixture::settle();
    EXPECT_TRUE(f.says("This is no address of a calendar server."));
    EXPECT_EQ(QApplication::focusWidget(), f.field("Calendar server (CalDAV)"));
    EXPECT_EQ(password->text(), QLatin1String("pass word"));
    QTest::mouseClick(f.button("Sign in"), Qt::LeftButton);
    Fixture::settle();
    const domain::SignInRequest &request = f.cockpit.signIns.back();
    EXPECT_EQ(request.system, "calendar");
    EXPECT_EQ(request.way, domain::SignInWay::Token);
    EXPECT_EQ(request.calendar.url, "dav.firm.example");
    EXPECT_EQ(request.calendar.user, "sam@firm.example");
    EXPECT_EQ(request.calendar.name, "Sam");
    EXPECT_EQ(request.token.reveal(), "pass word");
    EXPECT_EQ(f.cockpit.count("startFirstSync"), 0); // the dry run is seen first
    EXPECT_EQ(password->text(), QString());
}

} // namespace topline::pages
