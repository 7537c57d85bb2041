// B on a card: slots by both clocks, chosen by digits, written into the draft.
#include "tests/ui/feed_window.h"
#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/meeting_box.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

using namespace topline;
using test::FeedWindow;

namespace {

domain::MeetingOffer sampleOffer(std::size_t count)
{
    domain::MeetingOffer out;
    out.ourZone = "Europe/Berlin";
    out.theirZone = "America/New_York";
    out.isTheirZoneKnown = true;
    const auto ours = base::TimeZone::find(out.ourZone);
    const auto theirs = base::TimeZone::find(out.theirZone);
    for (std::size_t i = 0; i < count; ++i) {
        const base::UtcMs at =
            1'763'568'000'000 + static_cast<std::int64_t>(i) * base::dayMs; // 16:00Z
        out.times.push_back({at, at + 30 * base::minuteMs, ours->local(at), theirs->local(at)});
    }
    return out;
}

struct MeetingWindow : FeedWindow {
    explicit MeetingWindow(std::size_t count = 5)
    {
        cockpit.meetingOffer = sampleOffer(count);
        press(Qt::Key_B);
        box = window->findChild<pages::MeetingBox *>();
    }

    QDialog *dialog() const { return qobject_cast<QDialog *>(box->window()); }

    void key(Qt::Key wanted) const { QTest::keyClick(dialog(), wanted); }

    pages::MeetingBox *box = nullptr;
};

} // namespace

TEST(MeetingBox, BProposesTimesByBothClocks)
{
    MeetingWindow f;
    ASSERT_NE(f.box, nullptr);
    EXPECT_EQ(f.cockpit.meetingMinutes, 30);
    const auto boxes = f.box->findChildren<QCheckBox *>();
    ASSERT_EQ(boxes.size(), 5);
    EXPECT_TRUE(boxes[0]->isVisible());
    EXPECT_TRUE(boxes[2]->isChecked());
    EXPECT_FALSE(boxes[3]->isChecked());
    EXPECT_TRUE(boxes[0]->accessibleDescription().contains(QLatin1String("New York")));
    bool saysSo = false;
    for (const QLabel *label : f.box->findChildren<QLabel *>()) {
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
        saysSo = saysSo || label->text().contains(QLatin1String("No calendar is connected"));
    }
    EXPECT_TRUE(saysSo);
}

TEST(MeetingBox, DigitsChooseAndEnterWritesThemIntoTheDraft)
{
    MeetingWindow f;
    ASSERT_NE(f.box, nullptr);
    f.key(Qt::Key_1);
    f.key(Qt::Key_2);
    f.key(Qt::Key_5);
    f.key(Qt::Key_Return);
    ASSERT_EQ(f.cockpit.count("edit"), 1);
    const std::string &body = f.cockpit.draft.body;
    const auto lines = [&body] {
        int out = 0;
        for (std::size_t at = body.find("\n- "); at != std::string::npos;
             at = body.find("\n- ", at + 1))
            ++out;
        return out;
    }();
    EXPECT_EQ(lines, 2) << body; // the third and the fifth
    EXPECT_NE(body.find("New York"), std::string::npos);
    EXPECT_EQ(f.cockpit.count("approve"), 0);
}

TEST(MeetingBox, NothingChosenIsNothingToWrite)
{
    MeetingWindow f(1);
    ASSERT_NE(f.box, nullptr);
    f.key(Qt::Key_1);
    f.key(Qt::Key_Return);
    EXPECT_TRUE(f.dialog()->isVisible());
    f.key(Qt::Key_Escape);
    EXPECT_EQ(f.cockpit.count("edit"), 0);
    MeetingWindow none(0);
    none.key(Qt::Key_Return);
    EXPECT_EQ(none.cockpit.count("edit"), 0);
}

TEST(MeetingBox, AnotherLengthAsksAgain)
{
    MeetingWindow f;
    ASSERT_NE(f.box, nullptr);
    Q_EMIT f.box->findChild<look::Segments *>()->chosen(1);
    EXPECT_EQ(f.cockpit.count("meeting_times"), 2);
}

TEST(MeetingBox, TheFirstChosenTimeIsNamedAndBookedAtOnceByKey)
{
    FeedWindow f;
    f.cockpit.meetingOffer = sampleOffer(5);
    f.cockpit.meetingOffer.canBook = true;
    f.press(Qt::Key_B);
    auto *box = f.window->findChild<pages::MeetingBox *>();
    ASSERT_NE(box, nullptr);
    auto *book = box->findChild<look::Button *>();
    ASSERT_NE(book, nullptr);
    EXPECT_TRUE(book->isVisible());
    const QString first = book->text();
    QTest::keyClick(box->window(), Qt::Key_1);
    ASSERT_TRUE(book->isEnabled());
    EXPECT_NE(book->text(), first); // another time is the first of the chosen now
    auto *place = box->findChild<QLineEdit *>();
    ASSERT_NE(place, nullptr);
    place->setFocus();
    QTest::keyClicks(place, QStringLiteral("Room 2")); // a digit of it chooses no time
    QTest::keyClick(box->window(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(f.cockpit.bookings.size(), 1U);
    EXPECT_EQ(f.cockpit.bookings[0].place, "Room 2");
    EXPECT_EQ(f.cockpit.bookings[0].fromMs, f.cockpit.meetingOffer.times[1].fromMs);
    EXPECT_EQ(f.cockpit.bookings[0].action, f.idOf(0));
    EXPECT_FALSE(f.cockpit.bookings[0].title.empty());
    EXPECT_EQ(f.cockpit.count("edit"), 0);
}

TEST(MeetingBox, TheCalendarIsAskedOnceAndWhatWasChosenStaysWhileItIsFree)
{
    FeedWindow f;
    f.cockpit.meetingOffer = sampleOffer(5);
    f.cockpit.meetingOffer.busyReadMs = 1;
    f.cockpit.meetingOffer.askedMs = 1 + 40 * base::minuteMs;
    f.cockpit.mailAndMeetings.holdsRefresh = true;
    f.press(Qt::Key_B);
    auto *box = f.window->findChild<pages::MeetingBox *>();
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(f.cockpit.mailAndMeetings.refreshes, 1);
    const auto says = [box](const char *words) {
        for (const QLabel *label : box->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(words)))
                return true;
        }
        return false;
    };
    EXPECT_TRUE(says("Asking your calendar"));
    QTest::keyClick(box->window(), Qt::Key_1); // not the first
    // Meanwhile somebody took the second time.
    f.cockpit.meetingOffer.times.erase(f.cockpit.meetingOffer.times.begin() + 1);
    f.cockpit.mailAndMeetings.refreshed(
        base::Error{.code = base::ErrorCode::Unavailable, .message = "It does not answer."});
    for (int i = 0; i < 5; ++i)
        QApplication::processEvents();
    EXPECT_EQ(f.cockpit.count("meeting_times"), 2);
    EXPECT_EQ(f.cockpit.mailAndMeetings.refreshes, 1);
    EXPECT_TRUE(says("Your calendar as it was")); // no answer: its age is told
    const auto boxes = box->findChildren<QCheckBox *>();
    EXPECT_FALSE(boxes[0]->isChecked());
    EXPECT_TRUE(boxes[1]->isChecked()); // what was the third
    EXPECT_FALSE(boxes[2]->isChecked());
}
