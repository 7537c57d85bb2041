// The network cells that can be made on loopback: whatever a server or a line does, a write arrives
// at most once, and where it may have arrived the client says Unknown; a read is Unavailable.
#include "core/platform/curl_http_client.h"
#include "tests/fakes/gate.h"
#include "tests/fakes/http_server.h"
#include "tests/platform/curl_calls.h"

#include <chrono>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace topline::platform {
namespace {

using crm::HttpMethod;
using fakes::Connection;
using fakes::HttpServer;
using fakes::Request;
using fakes::Response;
using fakes::SocketServer;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

const crm::CancelToken neverCancelled;

struct Expected {
    std::string read;
    std::string write;
};

// A new client for each, so that no connection is left over.
void expectOutcomes(const std::string &url, const Expected &expected)
{
    EXPECT_EQ(outcomeOf(*std::make_unique<CurlHttpClient>(), get(url)), expected.read);
    EXPECT_EQ(outcomeOf(*std::make_unique<CurlHttpClient>(), search(url)), expected.read);
    EXPECT_EQ(outcomeOf(*std::make_unique<CurlHttpClient>(), post(url)), expected.write);
}

// Waits until the peer goes away, or for that long.
bool peerGoesWithin(const Connection &connection, int timeMs)
{
    pollfd peer{connection.descriptor(), POLLRDHUP, 0};
    return ::poll(&peer, 1, timeMs) > 0;
}

void waitForPeerToGo(const Connection &connection)
{
    peerGoesWithin(connection, 60'000);
}

TEST(CurlFaults, ARefusedConnectionSentNothing)
{
    int port = 0;
    ::close(fakes::listenOnLoopback(port));
    const std::string url = "http://127.0.0.1:" + std::to_string(port);
    expectOutcomes(url, {"Unavailable", "Unavailable"});
    CurlHttpClient client;
    const auto answer = client.send(post(url), neverCancelled);
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().text(), "127.0.0.1 could not be reached. Nothing was sent.");
}

TEST(CurlFaults, AResetWithinTheRequestIsDoubtful)
{
    SocketServer server([](Connection &connection, int) {
        std::string start;
        connection.readBytes(10, start);
        connection.resetOnClose();
    });
    expectOutcomes(server.baseUrl(), {"Unavailable", "Unknown"});
}

TEST(CurlFaults, AnEndBeforeTheRequestNeverCountsAsRefusal)
{
    SocketServer server([](Connection &connection, int) { connection.resetOnClose(); });
    for (int i = 0; i < 20; ++i) {
        CurlHttpClient client;
        const std::string outcome = outcomeOf(client, post(server.baseUrl()));
        EXPECT_TRUE(outcome == "Unknown" || outcome == "Unavailable") << outcome;
    }
}

TEST(CurlFaults, AResetAfterTheRequestIsDoubtful)
{
    HttpServer server(
        [](const Request &) { return Response{.wire = Response::Wire::CloseBefore}; });
    expectOutcomes(server.baseUrl(), {"Unavailable", "Unknown"});
    EXPECT_EQ(server.requestCount(), 3);
}

TEST(CurlFaults, AnAppliedWriteWhoseAnswerIsLostArrivesExactlyOnce)
{
    for (const HttpMethod method :
         {HttpMethod::Post, HttpMethod::Put, HttpMethod::Patch, HttpMethod::Delete}) {
        SCOPED_TRACE(crm::httpMethodName(method));
        HttpServer server([](const Request &request) {
            const bool isWrite = request.method != "GET";
            return Response{.wire = isWrite ? Response::Wire::CloseAfter : Response::Wire::Normal};
        });
        CurlHttpClient client;
        // A kept connection is what makes clients send again.
        ASSERT_EQ(outcomeOf(client, get(server.baseUrl())), "200");
        crm::HttpRequest request = post(server.baseUrl());
        request.method = method;
        EXPECT_EQ(outcomeOf(client, request), "Unknown");
        EXPECT_EQ(server.requestCount(), 2);
    }
}

TEST(CurlFaults, AWriteGoesPastAStaleConnectionAndArrivesOnce)
{
    std::atomic<int> writes{0};
    std::atomic<int> writesOnTheOld{0};
    SocketServer server([&](Connection &connection, int index) {
        Request request;
        while (fakes::readRequest(connection, request)) {
            if (request.method == "POST") {
                ++writes;
                // The first connection is as a server leaves it that gave up on it.
                if (index == 0) {
                    ++writesOnTheOld;
                    return;
                }
            }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        }
    });
    CurlHttpClient client;
    ASSERT_EQ(outcomeOf(client, get(server.baseUrl())), "200");
    EXPECT_EQ(outcomeOf(client, post(server.baseUrl())), "200");
    EXPECT_EQ(writes, 1);
    EXPECT_EQ(writesOnTheOld, 0);
}

TEST(CurlFaults, AReadGoesPastAConnectionThatTheServerClosed)
{
    SocketServer server([](Connection &connection, int) {
        Request request;
        if (fakes::readRequest(connection, request))
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    });
    CurlHttpClient client;
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(outcomeOf(client, get(server.baseUrl())), "200");
    EXPECT_EQ(server.connectionCount(), 5);
}

TEST(CurlFaults, LeftOverBytesAreNotTheNextAnswer)
{
    SocketServer server([](Connection &connection, int index) {
        Request request;
        while (fakes::readRequest(connection, request)) {
            const std::string body = "answer " + std::to_string(index) + request.path;
            const std::string answer =
                "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
                body;
            // A whole second answer that nobody asked for.
            connection.write(answer + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong");
        }
    });
    CurlHttpClient client;
    for (const char *path : {"/1", "/2", "/3"}) {
        const auto answer = client.send(get(server.baseUrl() + path), neverCancelled);
        ASSERT_EQ(outcomeOf(answer), "200");
        EXPECT_EQ(answer->body.substr(answer->body.size() - 2), path);
    }
}

TEST(CurlFaults, LateLeftOverBytesAreNotTheNextAnswerEither)
{
    fakes::Gate firstIsOver;
    fakes::Gate extraIsSent;
    SocketServer server([&](Connection &connection, int index) {
        Request request;
        while (fakes::readRequest(connection, request)) {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nright");
            if (index == 0) {
                firstIsOver.wait();
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong");
                extraIsSent.open();
            }
        }
    });
    CurlHttpClient client;
    ASSERT_EQ(outcomeOf(client, get(server.baseUrl())), "200");
    firstIsOver.open();
    extraIsSent.wait();
    const auto answer = client.send(get(server.baseUrl()), neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "200");
    EXPECT_EQ(answer->body, "right");
}

TEST(CurlFaults, ABrokenOffAnswerIsNoAnswer)
{
    for (const bool isChunked : {false, true}) {
        HttpServer server([isChunked](const Request &) {
            Response response{.body = std::string(20'000, 'x'), .wire = Response::Wire::Truncate};
            if (isChunked)
                response.headers = {{"Transfer-Encoding", "chunked"}};
            return response;
        });
        expectOutcomes(server.baseUrl(), {"Unavailable", "Unknown"});
        EXPECT_EQ(server.requestCount(), 3);
    }
}

TEST(CurlFaults, WhatCannotBeUnpackedIsNoAnswer)
{
    HttpServer server([](const Request &) {
        return Response{.headers = {{"Content-Encoding", "gzip"}},
                        .body = "not gzip at all, and long enough to be looked at"};
    });
    expectOutcomes(server.baseUrl(), {"Unavailable", "Unknown"});
}

TEST(CurlFaults, WhatIsNotHttpIsNoAnswer)
{
    SocketServer server([](Connection &connection, int) {
        connection.write("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
        Request request;
        fakes::readRequest(connection, request);
    });
    expectOutcomes(server.baseUrl(), {"Unavailable", "Unknown"});
}

TEST(CurlFaults, EndlessHeadersAreCutOff)
{
    SocketServer server([](Connection &connection, int) {
        Request request;
        fakes::readRequest(connection, request);
        connection.write("HTTP/1.1 200 OK\r\n");
        while (connection.write("X-More: " + std::string(1'000, 'x') + "\r\n")) {
        }
    });
    expectOutcomes(server.baseUrl(), {"Refused", "Unknown"});
}

TEST(CurlFaults, EndlessInterimAnswersAreCutOff)
{
    SocketServer server([](Connection &connection, int) {
        Request request;
        fakes::readRequest(connection, request);
        while (connection.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")) {
        }
    });
    expectOutcomes(server.baseUrl(), {"Refused", "Unknown"});
}

TEST(CurlFaults, OneEndlessHeaderLineIsCutOff)
{
    SocketServer server([](Connection &connection, int) {
        Request request;
        fakes::readRequest(connection, request);
        connection.write("HTTP/1.1 200 OK\r\nX-More: ");
        while (connection.write(std::string(10'000, 'x'))) {
        }
    });
    CurlHttpClient client;
    EXPECT_EQ(outcomeOf(client, post(server.baseUrl())), "Unknown");
    EXPECT_NE(outcomeOf(client, get(server.baseUrl())), "200");
}

TEST(CurlFaults, ABodyOverTheCapIsCutOff)
{
    for (const bool isChunked : {false, true}) {
        HttpServer server([isChunked](const Request &) {
            Response response{.body = std::string(1'001, 'x')};
            if (isChunked)
                response.headers = {{"Transfer-Encoding", "chunked"}};
            return response;
        });
        CurlHttpClient client;
        crm::HttpRequest read = get(server.baseUrl());
        crm::HttpRequest write = post(server.baseUrl());
        read.bodyBytesMax = write.bodyBytesMax = 1'000;
        EXPECT_EQ(outcomeOf(client, read), "Refused");
        EXPECT_EQ(outcomeOf(client, write), "Unknown");
        read.bodyBytesMax = write.bodyBytesMax = 1'001;
        EXPECT_EQ(outcomeOf(client, read), "200");
        EXPECT_EQ(outcomeOf(client, write), "200");
    }
}

TEST(CurlFaults, ABodyWithoutEndIsCutOff)
{
    SocketServer server([](Connection &connection, int) {
        Request request;
        fakes::readRequest(connection, request);
        connection.write("HTTP/1.1 200 OK\r\n\r\n");
        while (connection.write(std::string(10'000, 'x'))) {
        }
    });
    CurlHttpClient client;
    crm::HttpRequest request = get(server.baseUrl());
    request.bodyBytesMax = 1'000'000;
    EXPECT_EQ(outcomeOf(client, request), "Refused");
}

TEST(CurlFaults, AGzipBombIsCutOffAtTheCap)
{
    const std::string bomb = gzipped(std::string(16 * 1024 * 1024, '\0'));
    ASSERT_LT(bomb.size() * 900, 16U * 1024 * 1024); // about 1:1000
    HttpServer server([&](const Request &) {
        return Response{.headers = {{"Content-Encoding", "gzip"}}, .body = bomb};
    });
    CurlHttpClient client;
    crm::HttpRequest request = get(server.baseUrl());
    request.bodyBytesMax = 1024 * 1024;
    EXPECT_EQ(outcomeOf(client, request), "Refused");
    request.bodyBytesMax = 16 * 1024 * 1024;
    EXPECT_EQ(outcomeOf(client, request), "200");
}

TEST(CurlFaults, ATrickleDoesNotPutOffTheDeadline)
{
    SocketServer server([](Connection &connection, int) {
        Request request;
        fakes::readRequest(connection, request);
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        while (!peerGoesWithin(connection, 10) && connection.write("x")) {
        }
    });
    const auto began = steady_clock::now();
    crm::HttpRequest read = get(server.baseUrl());
    crm::HttpRequest write = post(server.baseUrl());
    read.deadlineMs = write.deadlineMs = 300;
    CurlHttpClient client;
    EXPECT_EQ(outcomeOf(client, read), "Unavailable");
    EXPECT_EQ(outcomeOf(client, write), "Unknown");
    EXPECT_GE(steady_clock::now() - began, milliseconds(600));
    EXPECT_LT(steady_clock::now() - began, milliseconds(6'000));
}

TEST(CurlFaults, ASilentServerIsLeftAtTheDeadline)
{
    SocketServer server([](Connection &connection, int) { waitForPeerToGo(connection); });
    crm::HttpRequest read = get(server.baseUrl());
    crm::HttpRequest write = post(server.baseUrl());
    read.deadlineMs = write.deadlineMs = 100;
    CurlHttpClient client;
    EXPECT_EQ(outcomeOf(client, read), "Unavailable");
    EXPECT_EQ(outcomeOf(client, write), "Unknown");
    write.deadlineMs = 0;
    EXPECT_NE(outcomeOf(client, write), "200");
}

// A listener whose queue is full: connecting to it hangs.
class FullListener {
public:
    FullListener()
        : m_listener(fakes::listenOnLoopback(m_port))
    {
        ::listen(m_listener, 0);
        // The queue takes one more than it was told, perhaps two.
        for (int i = 0; i < 3; ++i)
            m_fillers.push_back(connectWithoutWaiting());
    }

    ~FullListener()
    {
        for (int filler : m_fillers)
            ::close(filler);
        ::close(m_listener);
    }

    FullListener(const FullListener &) = delete;
    FullListener &operator=(const FullListener &) = delete;

    std::string baseUrl() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    int connectWithoutWaiting() const
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        fakes::connectToLoopback(descriptor, m_port);
        return descriptor;
    }

    int m_port = 0;
    int m_listener = -1;
    std::vector<int> m_fillers;
};

TEST(CurlFaults, ConnectingHasAShorterDeadlineOfItsOwn)
{
    const FullListener listener;
    CurlHttpClient client({.connectMs = 100});
    const auto answer = client.send(post(listener.baseUrl()), neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "Unavailable");
    EXPECT_EQ(answer.error().text(),
              "127.0.0.1 did not take the connection in time. Nothing was sent.");
}

TEST(CurlFaults, AWriteStoppedWhileConnectingIsCancelled)
{
    const FullListener listener;
    CurlHttpClient client;
    crm::CancelToken cancel;
    std::string outcome;
    std::thread courier(
        [&] { outcome = outcomeOf(client.send(post(listener.baseUrl()), cancel)); });
    cancel.cancelled = true;
    courier.join();
    EXPECT_EQ(outcome, "Cancelled");
}

TEST(CurlFaults, StoppedBeforeItBeganNothingIsSent)
{
    HttpServer server([](const Request &) { return Response{}; });
    CurlHttpClient client;
    crm::CancelToken cancel;
    cancel.cancelled = true;
    EXPECT_EQ(outcomeOf(client.send(post(server.baseUrl()), cancel)), "Cancelled");
    EXPECT_EQ(server.connectionCount(), 0);
}

TEST(CurlFaults, StoppedWhileWaitingAReadIsCancelledAndAWriteIsDoubtful)
{
    for (const bool write : {false, true}) {
        fakes::Gate arrived;
        fakes::Gate mayAnswer;
        HttpServer server([&](const Request &) {
            arrived.open();
            mayAnswer.wait();
            return Response{};
        });
        CurlHttpClient client;
        crm::CancelToken cancel;
        std::string outcome;
        std::thread courier([&] {
            const crm::HttpRequest request = write ? post(server.baseUrl()) : get(server.baseUrl());
            outcome = outcomeOf(client.send(request, cancel));
        });
        arrived.wait();
        const auto began = steady_clock::now();
        cancel.cancelled = true;
        courier.join();
        EXPECT_LT(steady_clock::now() - began,
                  milliseconds(2'000)); // about 50 ms on an idle machine
        mayAnswer.open();
        EXPECT_EQ(outcome, write ? "Unknown" : "Cancelled");
    }
}

} // namespace
} // namespace topline::platform
