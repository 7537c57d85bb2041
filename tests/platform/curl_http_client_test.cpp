// What the HTTP client sends and how it reads what comes back when nothing goes wrong; which
// addresses it does not call at all.
#include "core/platform/curl_http_client.h"
#include "tests/fakes/gate.h"
#include "tests/fakes/http_server.h"
#include "tests/platform/curl_calls.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <thread>

namespace topline::platform {
namespace {

using crm::HttpMethod;
using fakes::HttpServer;
using fakes::Request;
using fakes::Response;

const crm::CancelToken neverCancelled;

// Answers 200 and keeps what it was asked.
struct Listener {
    std::vector<Request> seen;
    Response answer;
    HttpServer server{[this](const Request &request) {
        seen.push_back(request);
        return answer;
    }};
};

TEST(CurlHttpClient, SendsWhatItWasGiven)
{
    for (const HttpMethod method :
         {HttpMethod::Get, HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch, HttpMethod::Delete,
          HttpMethod::Propfind, HttpMethod::Report}) {
        SCOPED_TRACE(crm::httpMethodName(method));
        Listener listener;
        CurlHttpClient client;
        crm::HttpRequest request =
            get(listener.server.baseUrl() + "/crm/v3/a%20b?limit=100&x=a%26b");
        request.method = method;
        request.headers = {{"X-Trace", "7"}, {"X-Empty", ""}};
        request.bearer = base::Secret("token-of-the-test");
        if (method != HttpMethod::Get)
            request.body = "{\"name\":\"Zo\xc3\xab\"}";
        ASSERT_EQ(outcomeOf(client, request), "200");
        ASSERT_EQ(listener.seen.size(), 1U);
        const Request &seen = listener.seen.front();
        EXPECT_EQ(seen.method, crm::httpMethodName(method));
        EXPECT_EQ(seen.path, "/crm/v3/a b");
        EXPECT_EQ(seen.queryValue("x"), "a&b");
        EXPECT_EQ(seen.header("X-Trace"), "7");
        EXPECT_EQ(seen.header("Authorization"), "Bearer token-of-the-test");
        EXPECT_EQ(seen.header("Accept-Encoding"), "gzip");
        EXPECT_EQ(seen.header("Content-Type"), "");
        EXPECT_EQ(seen.header("Expect"), "");
        EXPECT_EQ(seen.header("User-Agent").rfind("Topline/", 0), 0U);
        EXPECT_EQ(seen.body, request.body);
    }
}

TEST(CurlHttpClient, SignsInWithANameAndAPassword)
{
    Listener listener;
    CurlHttpClient client;
    crm::HttpRequest request = get(listener.server.baseUrl());
    request.basic = crm::BasicSignIn{"Aladdin", base::Secret("open sesame")}; // RFC 7617, 2
    ASSERT_EQ(outcomeOf(client, request), "200");
    EXPECT_EQ(listener.seen.front().header("Authorization"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    // The first colon ends the name, so that one within it would move into the password.
    request.basic->user = "Ala:ddin";
    EXPECT_EQ(outcomeOf(client, request), "Refused");
    EXPECT_EQ(listener.seen.size(), 1U);
}

TEST(CurlHttpClient, SendsAnEmptyWriteWithItsLength)
{
    Listener listener;
    CurlHttpClient client;
    crm::HttpRequest request = post(listener.server.baseUrl() + "/merge");
    request.body.clear();
    ASSERT_EQ(outcomeOf(client, request), "200");
    EXPECT_EQ(listener.seen.front().header("Content-Length"), "0");
    EXPECT_EQ(listener.seen.front().header("Content-Type"), "application/json");
}

TEST(CurlHttpClient, SendsABigBodyWhole)
{
    Listener listener;
    CurlHttpClient client;
    crm::HttpRequest request = post(listener.server.baseUrl() + "/batch");
    for (int i = 0; i < 300'000; ++i)
        request.body += std::to_string(i);
    const auto answer = client.send(request, neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "200");
    EXPECT_EQ(listener.seen.front().body, request.body);
    EXPECT_GT(answer->bytesSent, static_cast<std::int64_t>(request.body.size()));
    EXPECT_LT(answer->bytesSent, static_cast<std::int64_t>(request.body.size()) + 500);
}

TEST(CurlHttpClient, AnAnswerOfAnyStatusIsAValue)
{
    Listener listener;
    CurlHttpClient client;
    for (int status : {200, 201, 204, 207, 304, 400, 401, 403, 404, 409, 423, 429, 477, 500, 503}) {
        listener.answer.status = status;
        EXPECT_EQ(outcomeOf(client, get(listener.server.baseUrl())), std::to_string(status));
        EXPECT_EQ(outcomeOf(client, post(listener.server.baseUrl())), std::to_string(status));
    }
}

TEST(CurlHttpClient, GivesHeadersAndBodyOfTheAnswer)
{
    Listener listener;
    listener.answer.headers = {{"Content-Type", "text/html"},
                               {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"},
                               {"x-hubspot-correlation-id", "abc"}};
    listener.answer.body = "<html>Sign in to the hotel's network</html>";
    CurlHttpClient client;
    const auto answer = client.send(get(listener.server.baseUrl()), neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "200");
    EXPECT_EQ(answer->header("content-type"), "text/html");
    EXPECT_EQ(answer->header("X-HubSpot-Correlation-Id"), "abc");
    EXPECT_EQ(answer->dateMs(), 784'111'777'000);
    EXPECT_EQ(answer->body, listener.answer.body);
    EXPECT_GT(answer->bytesReceived, static_cast<std::int64_t>(answer->body.size()));
}

TEST(CurlHttpClient, PutsChunksTogetherAndUnpacks)
{
    Listener listener;
    std::string plain;
    for (int i = 0; i < 50'000; ++i)
        plain += std::to_string(i) + ",";
    listener.answer.headers = {{"Transfer-Encoding", "chunked"}, {"Content-Encoding", "gzip"}};
    listener.answer.body = gzipped(plain);
    CurlHttpClient client;
    const auto answer = client.send(get(listener.server.baseUrl()), neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "200");
    EXPECT_EQ(answer->body, plain);
    EXPECT_LT(answer->bytesReceived, static_cast<std::int64_t>(plain.size()) / 2);
}

TEST(CurlHttpClient, ReadsShareAConnectionAndWritesDoNot)
{
    Listener listener;
    CurlHttpClient client;
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(outcomeOf(client, get(listener.server.baseUrl())), "200");
    EXPECT_EQ(listener.server.connectionCount(), 1);
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(outcomeOf(client, post(listener.server.baseUrl())), "200");
    EXPECT_EQ(listener.server.connectionCount(), 4);
    ASSERT_EQ(outcomeOf(client, search(listener.server.baseUrl())), "200");
    EXPECT_EQ(listener.server.connectionCount(), 4);
}

TEST(CurlHttpClient, ServesManyThreadsAtOnce)
{
    HttpServer server([](const Request &request) { return Response{.body = request.path}; });
    CurlHttpClient client;
    std::vector<std::thread> threads;
    threads.reserve(6);
    for (int thread = 0; thread < 6; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 30; ++i) {
                const std::string path = "/" + std::to_string(thread) + "/" + std::to_string(i);
                const crm::HttpRequest request =
                    i % 3 == 0 ? post(server.baseUrl() + path) : get(server.baseUrl() + path);
                const auto answer = client.send(request, neverCancelled);
                ASSERT_EQ(outcomeOf(answer), "200");
                EXPECT_EQ(answer->body, path);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(server.requestCount(), 180);
}

TEST(CurlHttpClient, CallsOnlyHttpsExceptOnLoopback)
{
    CurlHttpClient client;
    for (const char *url :
         {"http://api.example.com/", "http://127.0.0.1.example.com/", "http://localhost.example/",
          "http://10.0.0.1/", "http://169.254.169.254/", "http://0.0.0.0/", "http://[fe80::1]/",
          "ftp://127.0.0.1/", "file:///etc/passwd", "127.0.0.1/", "//127.0.0.1/", "",
          "http://user@127.0.0.1/", "https://user:word@api.example.com/", "https://",
          "http://127.0.0.1:99999/", "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y"}) {
        const auto answer = client.send(get(url), neverCancelled);
        EXPECT_EQ(outcomeOf(answer), "Refused") << url;
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().kept, "Nothing was sent.");
    }
    const std::string withNul = std::string("https://api.example.com/") + '\0' + "x";
    EXPECT_EQ(outcomeOf(client, get(withNul)), "Refused");
}

TEST(CurlHttpClient, AHeaderCannotSmuggleAnother)
{
    Listener listener;
    CurlHttpClient client;
    for (const crm::HttpHeader &header :
         std::vector<crm::HttpHeader>{{"X-A", "1\r\nX-B: 2"},
                                      {"X-A", "1\n"},
                                      {"X-A\r\nX-B", "1"},
                                      {"X A", "1"},
                                      {"X-A:", "1"},
                                      {"", "1"},
                                      {"X-A", std::string("1\0", 2)}}) {
        crm::HttpRequest request = get(listener.server.baseUrl());
        request.headers = {header};
        EXPECT_EQ(outcomeOf(client, request), "Refused");
    }
    crm::HttpRequest request = get(listener.server.baseUrl());
    request.bearer = base::Secret("a\r\nX-B: 2");
    EXPECT_EQ(outcomeOf(client, request), "Refused");
    EXPECT_EQ(listener.server.connectionCount(), 0);
}

TEST(CurlHttpClient, ALoopbackAddressNeedsNoProxy)
{
    Listener listener;
    for (const char *name : {"http_proxy", "all_proxy", "ALL_PROXY"})
        ::setenv(name, "http://127.0.0.1:1", 1);
    CurlHttpClient client;
    EXPECT_EQ(outcomeOf(client, get(listener.server.baseUrl())), "200");
    for (const char *name : {"http_proxy", "all_proxy", "ALL_PROXY"})
        ::unsetenv(name);
}

} // namespace
} // namespace topline::platform
