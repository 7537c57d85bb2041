// A redirect is followed for a GET within one scheme, host and port, and never takes the token
// anywhere else: the second host's list of connections stays empty.
#include "core/platform/curl_address.h"
#include "core/platform/curl_http_client.h"
#include "tests/fakes/http_server.h"
#include "tests/platform/curl_calls.h"

#include <gtest/gtest.h>

namespace topline::platform {
namespace {

using fakes::HttpServer;
using fakes::Request;
using fakes::Response;

const crm::CancelToken neverCancelled;
constexpr int redirectStatuses[] = {301, 302, 303, 307, 308};

Response pointingTo(int status, const std::string &location)
{
    return {.status = status, .headers = {{"Location", location}}};
}

crm::HttpRequest withToken(crm::HttpRequest request)
{
    request.bearer = base::Secret("canary-token");
    return request;
}

TEST(CurlRedirects, AGetIsFollowedOnTheSameHost)
{
    for (int status : redirectStatuses) {
        HttpServer server([status](const Request &request) {
            if (request.path == "/old")
                return pointingTo(status, "new?x=1");
            return Response{.body = request.method + request.path + request.query +
                                    request.header("Authorization")};
        });
        CurlHttpClient client;
        const auto answer = client.send(withToken(get(server.baseUrl() + "/old")), neverCancelled);
        ASSERT_EQ(outcomeOf(answer), "200") << status;
        EXPECT_EQ(answer->body, "GET/newx=1Bearer canary-token");
        EXPECT_EQ(server.requestCount(), 2);
    }
}

TEST(CurlRedirects, AReadIsShownOneWhenItAsksForThat)
{
    HttpServer server(
        [](const Request &) { return pointingTo(301, "https://elsewhere.example/"); });
    CurlHttpClient client;
    crm::HttpRequest request = withToken(get(server.baseUrl()));
    request.method = crm::HttpMethod::Propfind;
    request.isRead = true;
    EXPECT_EQ(outcomeOf(client, request), "Refused");
    request.showsRedirects = true;
    const auto answer = client.send(request, neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "301");
    EXPECT_EQ(answer->header("Location"), "https://elsewhere.example/");
    // A write that points elsewhere may have been done, whatever is asked for.
    request.isRead = false;
    EXPECT_EQ(outcomeOf(client, request), "Unknown");
    EXPECT_EQ(server.requestCount(), 3);
}

TEST(CurlRedirects, ALoopEndsAfterThreeSteps)
{
    HttpServer server([](const Request &) { return pointingTo(302, "/again"); });
    CurlHttpClient client;
    EXPECT_EQ(outcomeOf(client, get(server.baseUrl())), "Refused");
    EXPECT_EQ(server.requestCount(), 4);
}

TEST(CurlRedirects, TheTokenNeverLeavesItsHost)
{
    HttpServer other([](const Request &) { return Response{}; });
    const std::string port = std::to_string(other.port());
    for (const std::string &location :
         {other.baseUrl() + "/login", "http://localhost:" + port + "/",
          "https://127.0.0.1:" + port + "/", "//127.0.0.1:" + port + "/",
          "http://[::1]:" + port + "/", std::string("http://169.254.169.254/latest/meta-data"),
          std::string("http://10.0.0.1/"), std::string("https://login.example.com/"),
          std::string("file:///etc/passwd"), std::string("ftp://127.0.0.1/"),
          std::string("http://"), "http://user:word@127.0.0.1:" + port + "/"}) {
        for (int status : redirectStatuses) {
            HttpServer server([&](const Request &) { return pointingTo(status, location); });
            CurlHttpClient client;
            const auto answer = client.send(withToken(get(server.baseUrl())), neverCancelled);
            ASSERT_EQ(outcomeOf(answer), "Refused") << status << " " << location;
            EXPECT_EQ(answer.error().text().find("canary"), std::string::npos);
            EXPECT_EQ(server.requestCount(), 1);
        }
    }
    EXPECT_EQ(other.connectionCount(), 0);
}

TEST(CurlRedirects, APostIsNotSentAgainElsewhere)
{
    for (int status : redirectStatuses) {
        HttpServer server([status](const Request &) { return pointingTo(status, "/new"); });
        CurlHttpClient client;
        // 307 and 308 say that nothing was done; the others do not.
        EXPECT_EQ(outcomeOf(client, withToken(post(server.baseUrl()))),
                  status >= 307 ? "Refused" : "Unknown");
        EXPECT_EQ(outcomeOf(client, withToken(search(server.baseUrl()))), "Refused");
        EXPECT_EQ(server.requestCount(), 2);
    }
}

TEST(CurlRedirects, WithoutAPlaceToGoItIsAnAnswer)
{
    HttpServer server([](const Request &) { return Response{.status = 302}; });
    CurlHttpClient client;
    EXPECT_EQ(outcomeOf(client, get(server.baseUrl())), "302");
    EXPECT_EQ(outcomeOf(client, post(server.baseUrl())), "302");
}

TEST(CurlAddress, TheSameOriginIsSchemeHostAndPort)
{
    const auto from = readAddress("https://api.example.com/crm/v3?x=1");
    ASSERT_TRUE(from.ok());
    for (const char *location : {"/b", "b", "?y=2", "https://api.example.com/b",
                                 "https://API.EXAMPLE.COM:443/b", "//api.example.com/b"})
        EXPECT_TRUE(redirectTarget(*from, location).ok()) << location;
    for (const char *location :
         {"http://api.example.com/b", "https://api.example.com:444/b", "https://example.com/b",
          "https://api.example.com.evil.example/b", "https://evil.example/api.example.com",
          "https://api.example.com@evil.example/", "https://u@api.example.com/"})
        EXPECT_FALSE(redirectTarget(*from, location).ok()) << location;
}

} // namespace
} // namespace topline::platform
