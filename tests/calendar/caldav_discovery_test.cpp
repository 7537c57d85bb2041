// From what a person types to their calendars; over real sockets where another host is in play.
#include "core/platform/curl_http_client.h"
#include "tests/calendar/calendar_desk.h"
#include "tests/fakes/http_server.h"

#include <gtest/gtest.h>

namespace topline::calendar {
namespace {

using fakes::Request;
using fakes::Response;

struct Server {
    fakes::CalDavFake fake;
    std::function<std::optional<Response>(const Request &)> instead;
    fakes::HttpServer server{[this](const Request &request) {
        if (instead) {
            if (auto answer = instead(request))
                return *answer;
        }
        return fake.handle(request);
    }};
    platform::CurlHttpClient client;
    fakes::OpenAccess access{"secret", ""};
    base::FixedClock clock{deskNow};

    base::Result<CalendarHome> find(const std::string &path = "")
    {
        domain::CalendarAccount account = deskAccount();
        account.url = server.baseUrl() + path;
        CalDavConnector connector({client, access, clock, account});
        return connector.calendars(neverCancelled);
    }
};

std::string codeOf(const base::Result<CalendarHome> &home)
{
    return home.ok() ? "found" : std::to_string(static_cast<int>(home.error().code));
}

TEST(CalDavDiscovery, LeadsFromAnAddressToTheCalendars)
{
    for (const char *path : {"", "/", "/cal/", "/cal/rep/work/", "/nothing/here"}) {
        Server server;
        const auto home = server.find(path);
        ASSERT_TRUE(home.ok()) << path << " " << home.error().text();
        EXPECT_EQ(home->calendars.size(), 1U) << path;
        EXPECT_EQ(home->calendars.front().path, "/cal/rep/work/");
        EXPECT_EQ(home->calendars.front().title, "Work & more");
        EXPECT_TRUE(home->calendars.front().isWritable);
        if (std::string(path) != "/cal/rep/work/") {
            EXPECT_EQ(home->principal, "/cal/rep/");
            EXPECT_EQ(home->person, "Rep Resentative");
        }
    }
}

TEST(CalDavDiscovery, ACalendarThatMayOnlyBeReadSaysSo)
{
    Server server;
    server.fake.isReadOnly = true;
    EXPECT_FALSE(server.find()->calendars.front().isWritable);
    domain::CalendarAccount account = deskAccount();
    account.url = server.server.baseUrl();
    CalDavConnector connector({server.client, server.access, server.clock, account});
    const auto profile = connector.inspect(neverCancelled);
    ASSERT_TRUE(profile.ok());
    EXPECT_EQ(profile->denied, std::vector<std::string>{"meetings"});
    EXPECT_EQ(profile->userName, "Rep Resentative");
    EXPECT_EQ(profile->orgId, server.server.baseUrl() + "/cal/rep/");
}

TEST(CalDavDiscovery, NothingIsSentToAnotherHost)
{
    fakes::HttpServer other([](const Request &) { return Response{}; });
    for (const std::string &where :
         {other.baseUrl() + "/cal/", "//127.0.0.1:" + std::to_string(other.port()) + "/cal/",
          std::string("https://evil.example/"), std::string("file:///etc/passwd"),
          "http://user:word@127.0.0.1:" + std::to_string(other.port()) + "/"}) {
        for (const char *what : {"redirect", "principal", "home"}) {
            Server server;
            server.instead = [&](const Request &request) -> std::optional<Response> {
                const std::string kind = what;
                const std::string tag =
                    kind == "home" ? "c:calendar-home-set" : "current-user-principal";
                if (kind == "redirect")
                    return Response{.status = 301, .headers = {{"Location", where}}};
                if (kind == "home" && request.path != "/cal/rep/")
                    return std::nullopt;
                return Response{.status = 207,
                                .body =
                                    "<multistatus xmlns=\"DAV:\" "
                                    "xmlns:c=\"urn:ietf:params:xml:ns:caldav\"><response><href>" +
                                    request.path + "</href><propstat><prop><" + tag + "><href>" +
                                    where + "</href></" + tag +
                                    "></prop><status>HTTP/1.1 200 OK</status></propstat>"
                                    "</response></multistatus>"};
            };
            EXPECT_NE(codeOf(server.find()), "found") << what << " " << where;
        }
    }
    EXPECT_EQ(other.connectionCount(), 0);
}

TEST(CalDavDiscovery, SaysWhatIsWrong)
{
    Server server;
    server.fake.password = "changed";
    EXPECT_EQ(server.find().error().code, base::ErrorCode::SignInNeeded);
    Server circle;
    circle.instead = [](const Request &request) {
        return Response{.status = 302, .headers = {{"Location", request.path + "x/"}}};
    };
    EXPECT_FALSE(circle.find().ok());
    EXPECT_LE(circle.server.requestCount(), 15);
    Server empty;
    empty.instead = [](const Request &) { return Response{.status = 404}; };
    EXPECT_EQ(empty.find().error().code, base::ErrorCode::NotFound);
    Server gone;
    domain::CalendarAccount account = deskAccount();
    account.url = gone.server.baseUrl();
    account.path = "/cal/rep/private/";
    CalDavConnector connector({gone.client, gone.access, gone.clock, account});
    EXPECT_EQ(connector.inspect(neverCancelled).error().code, base::ErrorCode::NotFound);
}

TEST(CalDavDiscovery, AddressesAreReadAsTyped)
{
    const auto told = [](const char *typed) {
        const auto out = davAddress(typed);
        return out.ok() ? out->origin + " " + out->path : std::string("-");
    };
    EXPECT_EQ(told(" Calendar.Example.com "), "https://calendar.example.com /");
    EXPECT_EQ(told("https://a.example:8443/dav/x"), "https://a.example:8443 /dav/x");
    EXPECT_EQ(told("a.example/dav"), "https://a.example /dav");
    EXPECT_EQ(told("http://127.0.0.1:5232/"), "http://127.0.0.1:5232 /");
    for (const char *bad : {"", "http://a.example/", "ftp://a.example/", "https://u:p@a.example/",
                            "https://a.example/?x=1", "https://a.example//x y", "https:///x",
                            "https://a.example/\r\nX: 1"})
        EXPECT_EQ(told(bad), "-") << bad;
}

} // namespace
} // namespace topline::calendar
