// A secret that is sent is seen by its host and by nobody else: not by the log of requests, not in
// the words of an error, not on standard error, whatever goes wrong and whatever the server echoes.
#include "core/crm/logged_http_client.h"
#include "core/platform/curl_http_client.h"
#include "core/platform/system_pace.h"
#include "tests/fakes/http_server.h"
#include "tests/platform/curl_calls.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

namespace topline::platform {
namespace {

using fakes::Connection;
using fakes::HttpServer;
using fakes::Request;
using fakes::Response;
using fakes::SocketServer;

const std::string canary = "canary-7f3a91c2";

crm::HttpRequest withCanary(crm::HttpRequest request)
{
    request.url += "/oauth/v1/access-tokens/" + canary + "?code=" + canary + "#" + canary;
    request.bearer = base::Secret(canary);
    request.headers.push_back({"X-Key", canary});
    if (request.method != crm::HttpMethod::Get)
        request.body = "client_secret=" + canary;
    request.deadlineMs = 300;
    request.bodyBytesMax = 10'000;
    return request;
}

std::string textOf(const domain::RequestRow &row)
{
    return row.system + "|" + row.method + "|" + row.host + "|" + row.path + "|" + row.outcome +
           "|" + row.reference;
}

class Canary : public testing::Test {
protected:
    // Sends a read and a write there, and looks at everything that is left of them.
    void expectSilence(const std::string &url)
    {
        for (const crm::HttpRequest &plain : {get(url), post(url)}) {
            const crm::CancelToken cancel;
            const auto answer = m_logged.send(withCanary(plain), cancel);
            if (!answer.ok())
                expectClean(answer.error().text() + answer.error().reference);
            const std::vector<domain::RequestRow> rows = m_list.take();
            ASSERT_EQ(rows.size(), 1U);
            expectClean(textOf(rows.front()));
        }
    }

    static void expectClean(const std::string &text)
    {
        EXPECT_EQ(text.find(canary), std::string::npos) << text;
    }

    void SetUp() override
    {
        testing::internal::CaptureStderr();
        testing::internal::CaptureStdout();
    }

    void TearDown() override
    {
        expectClean(testing::internal::GetCapturedStderr());
        expectClean(testing::internal::GetCapturedStdout());
    }

    CurlHttpClient m_client;
    SystemPace m_pace;
    base::FixedClock m_clock{0};
    crm::RequestList m_list;
    crm::LoggedHttpClient m_logged{m_client, {"hubspot", m_list, m_clock, m_pace}};
};

TEST_F(Canary, IsNotInTheLogOfWhatWentWell)
{
    int tokensSeen = 0;
    HttpServer server([&](const Request &request) {
        tokensSeen += request.header("Authorization") == "Bearer " + canary ? 1 : 0;
        return Response{
            .headers = {{"X-HubSpot-Correlation-Id", "for " + canary}, {"Set-Cookie", canary}},
            .body = canary};
    });
    expectSilence(server.baseUrl());
    EXPECT_EQ(tokensSeen, 2); // its own host did get it
}

TEST_F(Canary, IsNotInARefusalThatEchoesIt)
{
    for (int status : {400, 401, 403, 407, 500}) {
        HttpServer server([status](const Request &) {
            return Response{.status = status,
                            .headers = {{"X-Request-Id", canary}},
                            .body = "bad token " + canary};
        });
        expectSilence(server.baseUrl());
    }
}

TEST_F(Canary, IsNotInAnyFailureOfTheLine)
{
    for (const Response::Wire wire :
         {Response::Wire::CloseBefore, Response::Wire::CloseAfter, Response::Wire::Truncate}) {
        HttpServer server(
            [wire](const Request &) { return Response{.body = canary, .wire = wire}; });
        expectSilence(server.baseUrl());
    }
    for (const std::string &said :
         {"HTTP/1.1 " + canary + "\r\n\r\n", canary + "\r\n\r\n",
          "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 15\r\n\r\n" + canary,
          "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n" + canary,
          "HTTP/1.1 200 OK\r\nX: " + std::string(99'999, 'x') + canary + "\r\n\r\n",
          std::string("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")}) {
        SocketServer server([&said](Connection &connection, int) {
            Request request;
            if (fakes::readRequest(connection, request) && connection.write(said))
                fakes::readRequest(connection, request); // until the client goes
        });
        expectSilence(server.baseUrl());
    }
    int port = 0;
    ::close(fakes::listenOnLoopback(port));
    expectSilence("http://127.0.0.1:" + std::to_string(port));
    expectSilence("https://127.0.0.1:" + std::to_string(port));
}

TEST_F(Canary, IsNotInARedirectThatCarriesIt)
{
    for (const std::string &location : {"https://" + canary + ".example/", "/next?token=" + canary,
                                        canary + "://x", "http://user:" + canary + "@127.0.0.1/"}) {
        HttpServer server([&](const Request &) {
            return Response{.status = 302, .headers = {{"Location", location}}};
        });
        expectSilence(server.baseUrl());
    }
}

TEST_F(Canary, IsNotInOurOwnRefusals)
{
    expectSilence("http://api.example.com");
    expectSilence("https://me:" + canary + "@api.example.com");
    expectSilence("gopher://127.0.0.1");
    crm::HttpRequest request = get("http://127.0.0.1:1/");
    request.bearer = base::Secret(canary + "\r\nX-More: 1");
    const crm::CancelToken cancel;
    const auto answer = m_logged.send(request, cancel);
    ASSERT_FALSE(answer.ok());
    expectClean(answer.error().text());
    expectClean(textOf(m_list.take().front()));
}

} // namespace
} // namespace topline::platform
