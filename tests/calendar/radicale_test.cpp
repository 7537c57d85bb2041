// The connector and a real server, Radicale: what it does is judged by the server's own files.
#include "core/base/random.h"
#include "core/platform/curl_http_client.h"
#include "tests/calendar/calendar_desk.h"
#include "tests/calendar/radicale_server.h"

#include <QTemporaryDir>

#include <csignal>
#include <gtest/gtest.h>
#include <optional>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace topline::calendar {
namespace {

using crm::PushState;

class Radicale : public testing::Test {
protected:
    void SetUp() override
    {
        if (!RadicaleServer::isInstalled())
            GTEST_SKIP() << "there is no radicale here (Debian: radicale)";
        m_server.emplace(m_folder.path().toStdString());
        ASSERT_TRUE(m_server->isRunning());
    }

    domain::CalendarAccount account() const
    {
        domain::CalendarAccount out = deskAccount();
        out.url = m_server->baseUrl();
        out.path = m_server->calendarPath();
        return out;
    }

    domain::Effect booking(int number) const
    {
        return *buildMeetingEffect(
            deskAction(number),
            {.account = account(), .meeting = deskMeeting("Meeting " + std::to_string(number))},
            deskNow);
    }

    int entriesWith(const std::string &words) const
    {
        int out = 0;
        for (const std::string &text : m_server->entries())
            out += text.find(words) != std::string::npos ? 1 : 0;
        return out;
    }

    crm::PushAnswer push(const domain::Effect &effect)
    {
        CountingGate gate;
        CalDavConnector connector({m_client, m_access, m_clock, account()});
        return connector.pushGated({&effect, 1}, gate, neverCancelled).front();
    }

    QTemporaryDir m_folder;
    std::optional<RadicaleServer> m_server;
    platform::CurlHttpClient m_client;
    fakes::OpenAccess m_access{"secret", ""};
    base::FixedClock m_clock{deskNow};
};

TEST_F(Radicale, IsFoundReadAndBookedIn)
{
    CalDavConnector connector({m_client, m_access, m_clock, account()});
    const auto home = connector.calendars(neverCancelled);
    ASSERT_TRUE(home.ok()) << home.error().text();
    EXPECT_EQ(home->principal, "/rep/");
    ASSERT_EQ(home->calendars.size(), 1U);
    EXPECT_EQ(home->calendars.front().path, "/rep/work/");
    EXPECT_EQ(home->calendars.front().title, "Work");
    EXPECT_TRUE(home->calendars.front().isWritable);
    auto page = connector.pull("", neverCancelled);
    ASSERT_TRUE(page.ok()) << page.error().text();
    EXPECT_TRUE(page->busy->spans.empty());
    const domain::Effect effect = booking(1);
    EXPECT_EQ(push(effect).state, PushState::Applied);
    EXPECT_EQ(push(effect).state, PushState::AlreadyApplied);
    page = connector.pull(page->nextCursor, neverCancelled);
    ASSERT_TRUE(page.ok()) << page.error().text();
    ASSERT_EQ(page->busy->spans.size(), 1U);
    EXPECT_EQ(base::utcText(page->busy->spans.front().fromMs), "2026-11-24T09:00:00Z");
    EXPECT_EQ(entriesWith("UID:" + effect.id.text()), 1);
    EXPECT_EQ(entriesWith("TZID=Europe/Berlin:20261124T100000"), 1);
    // A token that the server does not know.
    const std::string dead = [&page] {
        CalDavCursor cursor = readCursor(page->nextCursor);
        cursor.syncToken = "http://radicale.org/ns/sync/" + std::string(64, '0');
        return cursorText(cursor);
    }();
    page = connector.pull(dead, neverCancelled);
    ASSERT_TRUE(page.ok()) << page.error().text();
    EXPECT_EQ(page->busy->spans.size(), 1U);
}

TEST_F(Radicale, MovesAndEndsAreConditional)
{
    const domain::Effect first = booking(1);
    const auto booked = push(first);
    ASSERT_EQ(booked.state, PushState::Applied) << booked.detail;
    const auto changed = [&](MeetingChange change, const std::string &etag, std::int64_t ordinal) {
        MeetingTarget target{
            .account = account(), .meeting = deskMeeting("Moved"), .change = change, .etag = etag};
        target.meeting.uid = first.id.text();
        target.meeting.sequence = ordinal - 1;
        target.meeting.start.sinceMidnightMs = 16 * base::hourMs;
        return *buildMeetingEffect(deskAction(1), target, deskNow, ordinal);
    };
    EXPECT_EQ(push(changed(MeetingChange::Move, "\"stale\"", 2)).state, PushState::Conflict);
    const auto moved = push(changed(MeetingChange::Move, booked.reference, 2));
    EXPECT_EQ(moved.state, PushState::Applied) << moved.detail;
    EXPECT_EQ(push(changed(MeetingChange::Move, booked.reference, 2)).state,
              PushState::AlreadyApplied);
    EXPECT_EQ(push(changed(MeetingChange::Cancel, booked.reference, 3)).state, PushState::Conflict);
    EXPECT_EQ(push(changed(MeetingChange::Cancel, moved.reference, 3)).state, PushState::Applied);
    EXPECT_EQ(push(changed(MeetingChange::Cancel, moved.reference, 3)).state,
              PushState::AlreadyApplied);
    EXPECT_TRUE(m_server->entries().empty());
}

TEST_F(Radicale, WorksOutRecurringEntriesOfItsOwn)
{
    domain::Meeting meeting = deskMeeting("Weekly");
    meeting.uid = "weekly";
    meeting.stampMs = deskNow;
    meeting.organiser = {"rep@ours.example", "", {}};
    std::string text = *icalText(meeting, IcalUse::Stored);
    text.insert(text.find("SUMMARY"), "RRULE:FREQ=WEEKLY;COUNT=4\r\n");
    crm::HttpRequest put;
    put.method = crm::HttpMethod::Put;
    put.url = m_server->baseUrl() + "/rep/work/weekly.ics";
    put.headers = {{"Content-Type", "text/calendar"}};
    put.basic = crm::BasicSignIn{"rep", base::Secret("secret")};
    put.body = text;
    ASSERT_EQ(m_client.send(put, neverCancelled)->status, 201);
    CalDavConnector connector({m_client, m_access, m_clock, account()});
    const auto busy =
        connector.freeBusy(deskNow + 10 * base::dayMs, deskNow + 60 * base::dayMs, neverCancelled);
    ASSERT_TRUE(busy.ok()) << busy.error().text();
    EXPECT_EQ(busy->spans.size(), 2U);
}

TEST_F(Radicale, AWrongPasswordIsASignInThatIsNeeded)
{
    fakes::OpenAccess wrong("wrong", "");
    CalDavConnector connector({m_client, wrong, m_clock, account()});
    EXPECT_EQ(connector.calendars(neverCancelled).error().code, base::ErrorCode::SignInNeeded);
    EXPECT_EQ(connector.push(booking(1), neverCancelled).state, PushState::NotSent);
}

// Waits at most that long for the child, then kills it; as a power cut would, at any moment.
void endChild(pid_t child, int afterUs)
{
    timespec wait{0, afterUs * 1000L};
    ::ppoll(nullptr, 0, &wait, nullptr);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

// The program dies at any moment of a booking, and the server too; each meeting is there once.
TEST_F(Radicale, EachMeetingIsBookedOnceUnderKills)
{
    const std::uint64_t seed = 20'261'122;
    base::Random random(seed);
    constexpr int meetings = 12;
    int arrivedUnseen = 0;
    for (int number = 1; number <= meetings; ++number) {
        const domain::Effect effect = booking(number);
        for (int kill = 0; kill < 5; ++kill) {
            const pid_t child = ::fork();
            if (child == 0) {
                push(effect);
                ::_exit(0);
            }
            endChild(child, static_cast<int>(random.between(200, 30'000)));
            if (kill == 2) { // the server goes in the middle of another try
                const pid_t last = ::fork();
                if (last == 0) {
                    push(effect);
                    ::_exit(0);
                }
                timespec wait{0, random.between(200, 20'000) * 1000L};
                ::ppoll(nullptr, 0, &wait, nullptr);
                m_server->kill();
                endChild(last, 1);
                m_server->start();
                ASSERT_TRUE(m_server->isRunning());
            }
            ASSERT_LE(entriesWith("UID:" + effect.id.text()), 1) << "seed " << seed;
        }
        arrivedUnseen += entriesWith("UID:" + effect.id.text());
        const auto answer = push(effect);
        EXPECT_TRUE(answer.state == PushState::Applied || answer.state == PushState::AlreadyApplied)
            << answer.detail;
        EXPECT_EQ(entriesWith("SUMMARY:Meeting " + std::to_string(number) + "\r\n"), 1)
            << "seed " << seed;
    }
    EXPECT_EQ(m_server->entries().size(), static_cast<std::size_t>(meetings));
    EXPECT_GT(arrivedUnseen, 0) << "no kill came late enough to mean anything";
}

} // namespace
} // namespace topline::calendar
