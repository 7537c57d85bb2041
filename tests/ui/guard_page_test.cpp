// The Guardrails page: what it says, and what its buttons ask the engine for.
#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
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
    out.list = {{row, {"Luis Ortega"}}};
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
          "Dana Reyes: Leaves", "Luis Ortega, no mail: unsubscribed", "may run by itself: 23 of 24",
          "Sam Lee: 3 of 20 open", "31 buyer(s) who asked were answered", "Pause on this channel: 17",
          "Mails count for a later day"})
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
