#include "core/platform/collector_socket.h"
#include "core/platform/system_pace.h"
#include "tests/platform/loopback_client.h"

#include <condition_variable>
#include <deque>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

namespace topline::platform {

namespace {

const std::string key = "Authorization: Basic V0tfdGVzdDo=\r\n"; // WK_test

// Takes batches as the engine would, and lets the test say when they are durable.
class Sink {
public:
    explicit Sink(CollectorLimits limits = {}, bool answersAtOnce = true)
        : m_answersAtOnce(answersAtOnce)
    {
        auto started = CollectorSocket::start({0, intake::writeKeyHash("WK_test"), limits}, m_clock,
                                              m_pace, [this](auto &&message, auto done) {
                                                  return take(std::move(message), std::move(done));
                                              });
        EXPECT_TRUE(started.ok());
        m_socket = std::move(started).value();
    }

    std::uint16_t port() const { return m_socket->port(); }

    const CollectorTotals &totals() const { return m_socket->totals(); }

    void setFull(bool isFull)
    {
        const std::lock_guard lock(m_mutex);
        m_isFull = isFull;
    }

    void waitForBatches(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_batches >= count; });
    }

    void answerAll(bool isDurable)
    {
        std::deque<CollectorDone> due;
        {
            const std::lock_guard lock(m_mutex);
            due.swap(m_due);
        }
        for (auto &done : due)
            done(isDurable);
    }

    std::deque<CollectorDone> endEarly()
    {
        m_socket.reset();
        return std::move(m_due);
    }

    std::string request(const std::string &body, const std::string &more = key,
                        const std::string &path = "/v1/batch") const
    {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port()) +
               "\r\nContent-Type: application/json\r\n" + more +
               "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

    std::string ask(const std::string &bytes) const { return LoopbackClient(port()).ask(bytes); }

    int statusOf(const std::string &bytes) const
    {
        const std::string answer = ask(bytes);
        return answer.size() > 12 ? std::stoi(answer.substr(9, 3)) : 0;
    }

private:
    bool take(intake::SegmentMessage &&message, CollectorDone done)
    {
        const std::lock_guard lock(m_mutex);
        if (m_isFull)
            return false;
        ++m_batches;
        m_drafts += message.drafts.size();
        m_changed.notify_all();
        if (m_answersAtOnce)
            done(true);
        else
            m_due.push_back(std::move(done));
        return true;
    }

    base::FixedClock m_clock{1'795'608'000'000};
    SystemPace m_pace;
    const bool m_answersAtOnce;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<CollectorDone> m_due;
    std::size_t m_batches = 0;
    std::size_t m_drafts = 0;
    bool m_isFull = false;
    std::unique_ptr<CollectorSocket> m_socket;
};

const std::string batch = R"({"batch":[{"type":"track","userId":"u","event":"A"},7]})";

} // namespace

TEST(CollectorSocket, AnswersOnlyOnceABatchIsDurable)
{
    Sink sink({}, false);
    std::string answer;
    std::thread client([&] { answer = sink.ask(sink.request(batch)); });
    sink.waitForBatches(1);
    sink.answerAll(true);
    client.join(); // the socket counts what it has handed on, then answers
    EXPECT_EQ(sink.totals().events, 1);
    EXPECT_EQ(answer.substr(0, 15), "HTTP/1.1 200 OK");
    EXPECT_NE(answer.find("{\"success\":true}"), std::string::npos);
    EXPECT_EQ(sink.totals().rejects, 1) << "the bad event was left out, the other taken";
}

TEST(CollectorSocket, SaysBusyWhereABatchCouldNotBeKept)
{
    Sink sink({}, false);
    std::string answer;
    std::thread client([&] { answer = sink.ask(sink.request(batch)); });
    sink.waitForBatches(1);
    sink.answerAll(false);
    client.join();
    EXPECT_EQ(answer.substr(9, 3), "503");
    sink.setFull(true);
    answer = sink.ask(sink.request(batch));
    EXPECT_EQ(answer.substr(9, 3), "503");
    EXPECT_NE(answer.find("Retry-After: 1\r\n"), std::string::npos);
}

TEST(CollectorSocket, AnswersRequestsInARowOnOneConnection)
{
    Sink sink;
    const std::string both =
        sink.request(batch) + sink.request(R"({"userId":"u","event":"B"})", key, "/v1/track");
    const std::string answer = sink.ask(both);
    EXPECT_NE(answer.find("200 OK", answer.find("200 OK") + 1), std::string::npos) << answer;
}

TEST(CollectorSocket, TurnsStrangersAway)
{
    Sink sink;
    const std::string good = sink.request(batch);
    const auto with = [&](const std::string &what, const std::string &other) {
        std::string out = good;
        return out.replace(out.find(what), what.size(), other);
    };
    EXPECT_EQ(sink.statusOf(good), 200);
    EXPECT_EQ(sink.statusOf(with("Host: 127.0.0.1", "Host: evil.example")), 421);
    EXPECT_EQ(sink.statusOf(sink.request(batch, key + "Origin: https://evil.example\r\n")), 403);
    EXPECT_EQ(sink.statusOf(sink.request(batch, "")), 401);
    EXPECT_EQ(sink.statusOf(sink.request(batch, "Authorization: Basic Og==\r\n")), 401);
    EXPECT_EQ(sink.statusOf(sink.request(R"({"writeKey":"WK_test","batch":[]})", "")), 200);
    EXPECT_EQ(sink.statusOf(sink.request(R"({"writeKey":"other","batch":[]})", "")), 401);
    EXPECT_EQ(sink.statusOf(sink.request("{", key)), 400);
    EXPECT_EQ(sink.statusOf(with("application/json", "text/plain")), 415);
    EXPECT_EQ(sink.statusOf(with("POST", "GET")), 405);
    EXPECT_EQ(sink.statusOf(with("/v1/batch", "/v1/other")), 404);
    EXPECT_EQ(sink.statusOf(good.substr(0, good.find("Content-Length")) +
                            "Content-Length: 600000\r\n\r\n"),
              413);
    EXPECT_EQ(sink.statusOf(sink.request(batch, key + "X: " + std::string(9'000, 'a') + "\r\n")),
              431);
}

TEST(CollectorSocket, TellsWhoIsTooFastToComeBack)
{
    CollectorLimits limits;
    limits.eventsPerSecond = 1;
    Sink sink(limits);
    int refused = 0;
    for (int i = 0; i < 5; ++i)
        refused += sink.statusOf(sink.request(batch)) == 429 ? 1 : 0;
    EXPECT_GE(refused, 2);
}

TEST(CollectorSocket, LetsNobodyHoldAPlaceForNothing)
{
    CollectorLimits limits;
    limits.headMs = 150;
    limits.requestMs = 300;
    limits.connections = 4;
    Sink sink(limits);
    std::deque<LoopbackClient> slow;
    for (int i = 0; i < 4; ++i)
        slow.emplace_back(sink.port()).send("POST /v1/ba");
    for (const auto &client : slow)
        EXPECT_EQ(client.readAll().substr(9, 3), "408");
    const std::string good = sink.request(batch);
    LoopbackClient halfBody(sink.port());
    halfBody.send(good.substr(0, good.size() - 5));
    EXPECT_EQ(halfBody.readAll().substr(9, 3), "408");
    LoopbackClient silent(sink.port());
    EXPECT_EQ(silent.readAll(), "");
    EXPECT_EQ(sink.statusOf(good), 200);
}

TEST(CollectorSocket, AnAnswerAfterItsEndFindsNobody)
{
    auto sink = std::make_unique<Sink>(CollectorLimits{}, false);
    LoopbackClient client(sink->port());
    client.send(sink->request(batch));
    sink->waitForBatches(1);
    auto due = sink->endEarly();
    ASSERT_EQ(due.size(), 1u);
    due.front()(true);
    EXPECT_EQ(client.readAll(), "") << "not durable as far as the client knows: it sends again";
}

TEST(CollectorSocket, SaysWhenThePortIsTaken)
{
    const Sink sink;
    base::FixedClock clock(0);
    SystemPace pace;
    const auto second = CollectorSocket::start({sink.port(), {}, {}}, clock, pace,
                                               [](auto &&, auto) { return false; });
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, base::ErrorCode::Busy);
}

} // namespace topline::platform
