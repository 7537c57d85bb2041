// The Guardrails page: what it says, and what its buttons ask the engine for.
#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
#include "ui/pages/guard_forms.h"
#include "ui/pages/guard_page.h"

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

using namespace topline;
using namespace topline::pages;

namespace {

domain::GuardView sampleGuards(base::UtcMs now)
{
    domain::GuardView out;
    out.mails = {{}, 38, 200};
    out.hosts = {{"northwind.example", 20, 20}, {"contoso.example", 4, 20}};
    out.reps = {{"Maya Okafor", 12, 50}};
    out.isCountedAhead = true;
    out.pauses = {{domain::Channel::Mail, 3, now - 4 * base::minuteMs}};
    domain::WaitRow wait;
    wait.action = base::Uuid::named("action", "wait");
    wait.contactName = "Dana Reyes";
    wait.why = domain::encodeReason(
        {domain::ReasonCode::OutsideHours,
         {domain::AtTime{now + 20 * base::hourMs}, std::string("America/Los_Angeles")}});
    out.waiting = {wait};
    domain::DoNotContact row;
    row.id = base::Uuid::named("row", "1");
    row.why = domain::StopWhy::Unsubscribed;
    row.atMs = now - base::dayMs;
    domain::DoNotContact company = row;
    company.id = base::Uuid::named("row", "2");
    company.why = domain::StopWhy::ByHand;
    out.list = {{row, {"Luis Ortega"}}, {company, {"Ida Berg", "Tom Ray"}, "contoso.example"}};
    domain::Consent consent;
    consent.basis = "contract";
    consent.source = "order 4711";
    consent.atMs = now - 2 * base::dayMs;
    out.consents = {{consent, {"Dana Reyes"}}};
    out.people = {{domain::OwnerId{5}, "Kim Park"}, {domain::OwnerId{4}, "Sam Lee"}};
    domain::SpeedRow lead;
    lead.action = base::Uuid::named("action", "lead");
    lead.accountName = "Fabrikam";
    lead.repName = "Sam Lee";
    lead.fromMs = now - base::dayMs;
    lead.touchedMs = lead.fromMs + 4 * base::minuteMs;
    out.speedRows = {lead};
    domain::ModeRow mode;
    mode.playId = "pricing-revisit";
    mode.playName = "Pricing revisit";
    mode.hasEarned = true;
    mode.conduct.approvals = 24;
    mode.conduct.unedited = 23;
    out.modes = {mode};
    domain::SeatRow seat;
    seat.seat.owner = domain::OwnerId{4};
    seat.name = "Sam Lee";
    seat.open = 3;
    out.seats = {seat};
    out.speed = {31,
                 2,
                 {4 * base::minuteMs, 26 * base::minuteMs, 580},
                 {3 * base::minuteMs, 11 * base::minuteMs, 710}};
    out.rules = {{domain::ReasonCode::ChannelCooldown, 17}};
    return out;
}

struct GuardWindow : test::WindowFixture {
    explicit GuardWindow(const QSize &size = {1440, 900})
    {
        cockpit.given.rails.view = sampleGuards(cockpit.clock);
        start("guards");
        window->resize(size);
        settle();
    }

    test::FakeGuards &fake() { return cockpit.given.rails; }

    GuardPage *page() const { return window->findChild<GuardPage *>(); }

    bool says(const char *text) const
    {
        const auto widgets = page()->findChildren<QWidget *>();
        return std::any_of(widgets.begin(), widgets.end(), [text](const QWidget *widget) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            return widget->accessibleName().contains(QString::fromUtf8(text)) ||
                   (label && label->text().contains(QString::fromUtf8(text)));
        });
    }

    void click(const char *name) const
    {
        for (auto *button : page()->findChildren<look::Button *>()) {
            if (button->text() == QString::fromUtf8(name) ||
                button->accessibleName() == QString::fromUtf8(name)) {
                button->click();
                settle();
                return;
            }
        }
        ADD_FAILURE() << "no button " << name;
    }

    bool told(const std::string &what)
    {
        const auto &called = fake().called;
        return std::find(called.begin(), called.end(), what) != called.end();
    }
};

} // namespace

TEST(GuardPage, OpensByItsKeyAndSaysWhatStands)
{
    GuardWindow f;
    f.window->showPage(QStringLiteral("feed"));
    f.press(Qt::Key_G);
    f.press(Qt::Key_R);
    ASSERT_EQ(f.window->currentPage(), QStringLiteral("guards"));
    for (const char *text :
         {"38 of 200 mails today", "northwind.example: 20 of 20", "Mail is paused: 3 effect(s)",
          "Dana Reyes: Leaves", "Luis Ortega, no mail: unsubscribed",
          "23 of 24 approvals unchanged; it may run by itself", "Sam Lee: 3 of 20 open",
          "31 buyer(s) who asked were answered", "Pause on this channel: 17",
          "Mails count for a later day", "answered at once, when a rep approves it",
          "Everybody: Mon to Fri 08:00–18:00", "Dana Reyes agreed (contract): order 4711",
          "Everybody at contoso.example, no mail"})
        EXPECT_TRUE(f.says(text)) << text;
    f.picture("guards");
}

TEST(GuardPage, ItsButtonsAskForWhatTheySay)
{
    GuardWindow f;
    f.click("Let it go on");
    f.click("Count from zero");
    f.click("Let it run by itself");
    f.click("Away");
    EXPECT_TRUE(f.told("resume mail"));
    EXPECT_TRUE(f.told("count anew"));
    EXPECT_TRUE(f.told("promote pricing-revisit"));
    EXPECT_TRUE(f.told("seat 4"));
}

TEST(GuardPage, AnAddressIsPutOnTheListAndAWrongOneStays)
{
    GuardWindow f;
    auto *field = f.page()->findChildren<QLineEdit *>().at(0);
    field->setText(QStringLiteral("dana@northwind.example"));
    f.fake().verdict = base::Error{.code = base::ErrorCode::InvalidInput, .message = "no address"};
    f.click("Do not contact");
    EXPECT_EQ(field->text(), QStringLiteral("dana@northwind.example"));
    f.fake().verdict = {};
    f.click("Do not contact");
    EXPECT_TRUE(field->text().isEmpty());
    EXPECT_TRUE(f.told("stop mail dana@northwind.example "));
    field->setText(QStringLiteral("+49 30 123456"));
    f.click("Do not contact");
    EXPECT_TRUE(f.told("stop call +49 30 123456 "));
}

TEST(GuardPage, AReleaseAsksForTheReason)
{
    GuardWindow f;
    QTimer::singleShot(0, f.window.get(), [] {
        auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
        ASSERT_NE(dialog, nullptr);
        dialog->setTextValue(QStringLiteral("she called"));
        dialog->accept();
    });
    f.click("Release…");
    const auto id = base::Uuid::named("row", "1");
    EXPECT_TRUE(f.told("release " + id.text() + " she called"));
}

TEST(GuardPage, FitsASmallWindow)
{
    GuardWindow f({1024, 700});
    EXPECT_LE(f.page()->minimumSizeHint().width(), 1024);
    f.picture("guards-small");
}

TEST(GuardPage, LimitsAreChangedInPlaceAndCheckedAsTheyAreTyped)
{
    GuardWindow f;
    f.page()->setFocus();
    f.press(Qt::Key_E);
    auto *form = f.page()->findChild<GuardLimitsForm *>();
    ASSERT_TRUE(form->isVisible());
    const auto type = [&](const char *label, const char *text) {
        for (auto *line : form->findChildren<QLineEdit *>()) {
            if (line->accessibleName() != QLatin1String(label))
                continue;
            line->setText(QString::fromLatin1(text));
            Q_EMIT line->textEdited(line->text());
        }
    };
    type("Mails a day, all reps", "a few");
    EXPECT_FALSE(form->isSound());
    EXPECT_EQ(form->fault(QStringLiteral("mails_per_day")),
              QStringLiteral("A whole number from 0 to 10,000."));
    f.press(Qt::Key_Return);
    EXPECT_TRUE(form->isVisible()); // nothing is stored that is wrong
    type("Mails a day, all reps", "120");
    type("Mails leave until, their time", "07:30");
    EXPECT_EQ(form->fault(QStringLiteral("reach_to")),
              QStringLiteral("This ends before it begins."));
    type("Mails leave until, their time", "17:30");
    EXPECT_TRUE(form->isSound());
    f.picture("guards-limits");
    f.click("Save limits");
    EXPECT_FALSE(form->isVisible());
    EXPECT_TRUE(f.told("limits 120"));
    EXPECT_EQ(f.fake().view.policy.reachToMs, 17 * base::hourMs + 30 * base::minuteMs);
    EXPECT_EQ(f.fake().view.policy.mailsPerDomainDay, 20); // the others stay
}

TEST(GuardPage, ARefusalOfTheEngineStandsBesideItsField)
{
    GuardWindow f;
    f.page()->setFocus();
    f.press(Qt::Key_E);
    auto *form = f.page()->findChild<GuardLimitsForm *>();
    f.fake().verdict = base::Error{.code = base::ErrorCode::InvalidInput,
                                   .message = "Too many.",
                                   .place = base::Place{.file = {}, .field = "cool_off"}};
    f.click("Save limits");
    EXPECT_TRUE(form->isVisible());
    EXPECT_EQ(form->fault(QStringLiteral("cool_off")), QStringLiteral("Too many."));
    f.press(Qt::Key_Escape);
    EXPECT_FALSE(form->isVisible());
}

TEST(GuardPage, ARepIsAddedChangedAndSentAway)
{
    GuardWindow f;
    f.click("Add a rep…");
    auto *form = f.page()->findChild<GuardSeatForm *>();
    ASSERT_TRUE(form->isVisible());
    form->setValue(QStringLiteral("weight"), QStringLiteral("0"));
    form->setValue(QStringLiteral("capacity"), QStringLiteral("12"));
    Q_EMIT form->edited();
    EXPECT_EQ(form->fault(QStringLiteral("weight")),
              QStringLiteral("A whole number from 1 to 100."));
    form->setValue(QStringLiteral("weight"), QStringLiteral("2"));
    form->setValue(QStringLiteral("present"), QStringLiteral("0"));
    form->setValue(QStringLiteral("away_until"), QStringLiteral("2001-02-03"));
    Q_EMIT form->edited();
    EXPECT_EQ(form->fault(QStringLiteral("away_until")), QStringLiteral("That is past."));
    form->setValue(QStringLiteral("away_until"), QStringLiteral("2099-02-03"));
    Q_EMIT form->edited();
    f.click("Save");
    ASSERT_EQ(f.fake().seats.size(), 1u);
    EXPECT_EQ(f.fake().seats[0].owner.value, 5); // Sam has a seat already
    EXPECT_EQ(f.fake().seats[0].weight, 2);
    EXPECT_EQ(f.fake().seats[0].capacity, 12);
    EXPECT_FALSE(f.fake().seats[0].isPresent);
    EXPECT_TRUE(f.fake().seats[0].awayUntilMs.has_value());
    f.click("Sam Lee takes no inbound actions");
    EXPECT_TRUE(f.told("no seat 4"));
}

TEST(GuardPage, HoursAreSetForEverybodyAndForOneRep)
{
    GuardWindow f;
    f.click("Working hours of Sam Lee");
    auto *form = f.page()->findChild<GuardHoursForm *>();
    ASSERT_TRUE(form->isVisible());
    form->setValue(QStringLiteral("friday"), QStringLiteral("9.00 - 13.00"));
    form->setValue(QStringLiteral("monday"), QString());
    form->setValue(QStringLiteral("zone"), QStringLiteral("Mars/Base"));
    form->setValue(QStringLiteral("off"), QStringLiteral("24.12."));
    Q_EMIT form->edited();
    EXPECT_FALSE(form->fault(QStringLiteral("zone")).isEmpty());
    EXPECT_FALSE(form->fault(QStringLiteral("off")).isEmpty());
    f.picture("guards-hours");
    form->setValue(QStringLiteral("zone"), QStringLiteral("Asia/Tokyo"));
    form->setValue(QStringLiteral("off"), QStringLiteral("2026-12-24 2026-12-31"));
    form->setValue(QStringLiteral("country"), QStringLiteral("JP"));
    Q_EMIT form->edited();
    EXPECT_TRUE(form->isSound());
    f.click("Save hours");
    ASSERT_EQ(f.fake().calendars.size(), 1u);
    const auto &stored = f.fake().calendars[0];
    EXPECT_EQ(stored.owner.value, 4);
    EXPECT_FALSE(stored.week[0]);
    EXPECT_EQ(stored.week[4], (domain::WorkSpan{9 * base::hourMs, 13 * base::hourMs}));
    EXPECT_EQ(stored.country, "JP");
    EXPECT_EQ(stored.daysOff.size(), 2u);
}

TEST(GuardPage, AConsentNeedsItsSource)
{
    GuardWindow f;
    QLineEdit *address = nullptr;
    QLineEdit *source = nullptr;
    for (auto *line : f.page()->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == QLatin1String("Mail address that a consent is about"))
            address = line;
        if (line->accessibleName() == QLatin1String("How it was said, and when"))
            source = line;
    }
    ASSERT_TRUE(address && source);
    address->setText(QStringLiteral("dana@northwind.example"));
    f.click("Agreed");
    EXPECT_FALSE(f.told("consent dana@northwind.example given consent "));
    source->setText(QStringLiteral("web form"));
    f.click("Agreed");
    EXPECT_TRUE(f.told("consent dana@northwind.example given consent web form"));
    EXPECT_TRUE(address->text().isEmpty());
}

TEST(GuardPage, TheSpeedOpensIntoItsRows)
{
    GuardWindow f;
    EXPECT_FALSE(f.says("Fabrikam: asked"));
    f.click("Show the buyers behind the speed");
    EXPECT_TRUE(f.says("answered after 4"));
    f.click("Show the action for Fabrikam");
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("feed"));
}

TEST(GuardPage, AKeyThatGoesToAFieldShowsItAndEscGivesTheKeysBack)
{
    GuardWindow f({1024, 700});
    f.press(Qt::Key_C);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_NE(field, nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !field->visibleRegion().isEmpty(); }, 5'000));
    f.press(Qt::Key_Escape);
    EXPECT_FALSE(field->hasFocus());
    f.press(Qt::Key_E);
    EXPECT_TRUE(f.page()->findChild<GuardLimitsForm *>()->isVisible());
}
