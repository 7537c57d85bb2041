// Busy times: read once, asked about afterwards, read anew when something changed or nobody can
// say. And answers that are spoilt, false or made to hurt.
#include "tests/calendar/calendar_desk.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::calendar {
namespace {

using fakes::Request;
using fakes::Response;

std::string entry(const std::string &uid, const std::string &time)
{
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTART:" + time +
           "\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

std::string told(const crm::Page &page)
{
    std::string out;
    for (const domain::BusySpan &span : page.busy->spans)
        out += base::utcText(span.fromMs).substr(5, 8) + " ";
    return out;
}

int queriesOf(const Desk &desk)
{
    return static_cast<int>(
        std::count_if(desk.fake.seen.begin(), desk.fake.seen.end(), [](const Request &request) {
            return request.body.find("calendar-query") != std::string::npos;
        }));
}

crm::Page pulled(Desk &desk, const std::string &cursor)
{
    const auto page = desk.connector.pull(cursor, neverCancelled);
    EXPECT_TRUE(page.ok()) << (page.ok() ? "" : page.error().text());
    return page.ok() ? *page : crm::Page{};
}

TEST(CalDavPull, ReadsAgainOnlyWhatChanged)
{
    for (const bool knowsSync : {true, false}) {
        Desk desk;
        desk.fake.knowsSync = knowsSync;
        desk.fake.put("a.ics", entry("a", "20261125T100000Z"));
        crm::Page page = pulled(desk, "");
        EXPECT_EQ(told(page), "11-25T10 ");
        EXPECT_EQ(page.busy->fromMs, deskNow);
        EXPECT_EQ(page.busy->untilMs, deskNow + busyAheadMs);
        EXPECT_FALSE(page.more);
        ASSERT_EQ(page.progress.size(), 1U);
        EXPECT_EQ(page.progress.front().done, 1);
        page = pulled(desk, page.nextCursor);
        EXPECT_EQ(told(page), "11-25T10 "); // told whole, though nothing was read
        EXPECT_EQ(queriesOf(desk), 1);
        desk.fake.put("b.ics", entry("b", "20261126T100000Z"));
        page = pulled(desk, page.nextCursor);
        EXPECT_EQ(told(page), "11-25T10 11-26T10 ");
        desk.fake.remove("a.ics");
        page = pulled(desk, page.nextCursor);
        EXPECT_EQ(told(page), "11-26T10 ");
        EXPECT_EQ(queriesOf(desk), 3);
        // The days go on, and the window with them.
        desk.clock.advance(13 * base::hourMs);
        page = pulled(desk, page.nextCursor);
        EXPECT_EQ(queriesOf(desk), 4);
        EXPECT_EQ(page.busy->fromMs, deskNow + 13 * base::hourMs);
    }
}

// Whose it is, only the workspace knows: those whose number could be an effect's, near today.
TEST(CalDavPull, EntriesThatMayBeOursAreToldWithWhatBecameOfThem)
{
    Desk desk;
    const std::string number = "0b5d7a52-6f6e-8d53-9e0e-5b1c52c1f2aa";
    const auto own = [&] { return readCursor(pulled(desk, "").nextCursor).own; };
    desk.fake.put("a.ics", entry("a", "20261123T100000Z"));
    desk.fake.put("b.ics", entry(number, "20261122T100000Z"));
    ASSERT_EQ(own().size(), 1U);
    EXPECT_EQ(own()[0].uid, number);
    EXPECT_EQ(own()[0].fromMs, deskNow - 22 * base::hourMs);
    EXPECT_EQ(own()[0].untilMs, deskNow - 21 * base::hourMs);
    EXPECT_TRUE(own()[0].stands);
    const std::string asked = "\r\nORGANIZER:mailto:rep@ours.example\r\nATTENDEE;PARTSTAT=DECLINED:"
                              "mailto:buyer@theirs.example";
    desk.fake.put("b.ics", entry(number, "20261122T100000Z" + asked));
    EXPECT_FALSE(own().at(0).stands);
    desk.fake.put("b.ics", entry(number, "20261122T100000Z" + asked +
                                             "\r\nATTENDEE:mailto:second@theirs.example"));
    EXPECT_TRUE(own().at(0).stands);
    desk.fake.put("b.ics", entry(number, "20261122T100000Z\r\nSTATUS:CANCELLED"));
    EXPECT_FALSE(own().at(0).stands);
    desk.fake.put("b.ics", entry(number, "20261126T100000Z"));
    EXPECT_TRUE(own().empty());
    EXPECT_TRUE(readCursor("{\"read\":1,\"own\":[[1,2],3]}").own.at(1).uid.empty());
}

TEST(CalDavPull, ADeadTokenOrNoMarkAtAllMeansReadingAgain)
{
    Desk desk;
    const crm::Page first = pulled(desk, "");
    desk.fake.isTokenDead = true;
    desk.fake.put("a.ics", entry("a", "20261125T100000Z"));
    EXPECT_EQ(told(pulled(desk, first.nextCursor)), "11-25T10 ");
    desk.fake.knowsSync = desk.fake.knowsCtag = false;
    const crm::Page unmarked = pulled(desk, "");
    pulled(desk, unmarked.nextCursor);
    EXPECT_EQ(queriesOf(desk), 4);
    // Cursors that are not ours.
    for (const char *cursor :
         {"x", "{}", "[]", "{\"read\":1,\"busy\":[[5,1]]}",
          "{\"read\":99999999999999,\"token\":\"x\"}", "{\"read\":1,\"busy\":[[1,5],[2,3]]}"})
        EXPECT_EQ(told(pulled(desk, cursor)), "11-25T10 ") << cursor;
}

TEST(CalDavPull, WhatCannotBeReadIsCounted)
{
    Desk desk;
    desk.fake.put("a.ics", entry("a", "20261125T100000Z"));
    desk.fake.put("b.ics", "no calendar");
    desk.fake.put("c.ics", entry("c", "20261125T100000Z\r\nRRULE:FREQ=SECONDLY"));
    const crm::Page page = pulled(desk, "");
    EXPECT_EQ(told(page), "11-25T10 ");
    EXPECT_EQ(page.busy->unreadCount, 2);
    EXPECT_EQ(page.progress.front().reason, "Entries that could not be read: 2.");
    EXPECT_EQ(pulled(desk, page.nextCursor).busy, page.busy);
}

// Milliseconds of this machine do not matter here: what matters is that each of them ends, and that
// none of them is taken for a calendar without meetings.
TEST(CalDavPull, FalseAnswersAreErrorsNeverEmptyCalendars)
{
    const std::string open = "<?xml version=\"1.0\"?><multistatus xmlns=\"DAV:\">";
    std::string deep = open;
    for (int i = 0; i < 5'000; ++i)
        deep += "<response>";
    std::string many = open;
    for (int i = 0; i < 100'000; ++i)
        many += "<response><href>/x</href></response>";
    std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY a \"ha\">";
    for (char c = 'b'; c <= 'z'; ++c) {
        laughs += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            laughs += std::string("&") + static_cast<char>(c - 1) + ";";
        laughs += "\">";
    }
    laughs += "]><multistatus xmlns=\"DAV:\"><response><href>&z;</href></response></multistatus>";
    for (const std::string &body :
         {std::string(), std::string("<html>Sign in</html>"), open, open + "<response>", deep,
          many + "</multistatus>", laughs,
          std::string("<?xml version=\"1.0\"?><!DOCTYPE m SYSTEM "
                      "\"file:///etc/passwd\"><multistatus xmlns=\"DAV:\"/>"),
          std::string("{\"json\":1}"), std::string("<multistatus/>"), std::string(100'000, '<'),
          open + "<response><href>\xff\xfe</href></response></multistatus>"}) {
        for (const char *method : {"PROPFIND", "REPORT"}) {
            Desk desk;
            desk.instead = [&](const Request &request) -> std::optional<Response> {
                if (request.method == method)
                    return Response{.status = 207, .body = body};
                return std::nullopt;
            };
            const auto page = desk.connector.pull("", neverCancelled);
            EXPECT_FALSE(page.ok()) << method << " " << body.substr(0, 100);
        }
    }
}

TEST(CalDavPull, EachStatusIsAnErrorOfItsKind)
{
    const auto codeOf = [](int status) {
        Desk desk;
        desk.instead = [status](const Request &) {
            return Response{.status = status, .headers = {{"Retry-After", "60"}}};
        };
        const auto page = desk.connector.pull("", neverCancelled);
        return page.ok() ? base::ErrorCode::Io : page.error().code;
    };
    EXPECT_EQ(codeOf(401), base::ErrorCode::SignInNeeded);
    EXPECT_EQ(codeOf(403), base::ErrorCode::PermissionDenied);
    EXPECT_EQ(codeOf(404), base::ErrorCode::NotFound);
    EXPECT_EQ(codeOf(429), base::ErrorCode::LimitReached);
    EXPECT_EQ(codeOf(503), base::ErrorCode::Unavailable);
    EXPECT_EQ(codeOf(200), base::ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf(418), base::ErrorCode::Refused);
    Desk desk;
    desk.http.setOffline(true);
    EXPECT_EQ(desk.connector.pull("", neverCancelled).error().code, base::ErrorCode::Unavailable);
    desk.http.setOffline(false);
    for (const auto wire :
         {Response::Wire::CloseBefore, Response::Wire::CloseAfter, Response::Wire::Truncate}) {
        desk.spoil = [wire](const Request &, Response &answer) { answer.wire = wire; };
        EXPECT_EQ(desk.connector.pull("", neverCancelled).error().code,
                  base::ErrorCode::Unavailable);
    }
}

TEST(CalDavPull, EntriesOfOtherServersAreNotOurs)
{
    Desk desk;
    desk.instead = [](const Request &request) -> std::optional<Response> {
        if (request.body.find("calendar-query") == std::string::npos)
            return std::nullopt;
        return Response{.status = 207,
                        .body =
                            "<multistatus xmlns=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\">"
                            "<response><href>https://evil.example/a.ics</href><propstat><prop>"
                            "<c:calendar-data>" +
                            entry("a", "20261125T100000Z") +
                            "</c:calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat>"
                            "</response></multistatus>"};
    };
    EXPECT_EQ(told(pulled(desk, "")), "");
}

TEST(CalDavPull, FreeAndBusyIsAskedForNow)
{
    Desk desk;
    desk.fake.put("a.ics", entry("a", "20261125T100000Z"));
    const auto busy = desk.connector.freeBusy(deskNow, deskNow + base::dayMs, neverCancelled);
    ASSERT_TRUE(busy.ok());
    EXPECT_TRUE(busy->spans.empty());
    const auto week = desk.connector.freeBusy(deskNow, deskNow + 7 * base::dayMs, neverCancelled);
    EXPECT_EQ(week->spans.size(), 1U);
    EXPECT_NE(
        desk.fake.seen.back().body.find("start=\"20261123T080000Z\" end=\"20261130T080000Z\""),
        std::string::npos);
    EXPECT_EQ(desk.connector.count(neverCancelled)->at("meetings"), 1);
}

} // namespace
} // namespace topline::calendar
