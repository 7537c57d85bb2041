// The way back from the vendor's page: the one right request is taken, once; anything else that a
// stranger, a web page or a slow client sends is turned away, shows nothing and changes nothing.
#include "core/crm/url_text.h"
#include "core/platform/loopback_receiver.h"
#include "core/platform/random_bytes.h"
#include "tests/fakes/fake_pace.h"
#include "tests/platform/loopback_client.h"

#include <future>
#include <gtest/gtest.h>
#include <list>
#include <thread>
#include <vector>

namespace topline::platform {
namespace {

using base::ErrorCode;

const std::string state = "S-tate_0123456789012345678901234567890123456";
constexpr const char *canary = "c4nary";

class LoopbackReceiverTest : public testing::Test {
protected:
    LoopbackReceiverTest()
    {
        auto made = LoopbackReceiver::listen({0}, pace);
        EXPECT_TRUE(made.ok());
        receiver = std::move(*made);
    }

    ~LoopbackReceiverTest() override
    {
        cancel.cancelled = true;
        if (answer.valid())
            answer.wait();
    }

    void start()
    {
        std::packaged_task<base::Result<SignInCallback>()> task(
            [this] { return receiver->wait(base::Secret(state), cancel); });
        answer = task.get_future();
        m_thread = std::jthread(std::move(task));
    }

    // "$P" stands for the port, "$S" for the state.
    std::string filled(std::string text) const
    {
        for (const auto &[mark, value] :
             {std::pair{std::string("$P"), std::to_string(receiver->port())},
              std::pair{std::string("$S"), state}}) {
            for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
                text.replace(at, mark.size(), value);
        }
        return text;
    }

    std::string get(const std::string &target) const
    {
        return filled("GET " + target + " HTTP/1.1\r\nHost: localhost:$P\r\n\r\n");
    }

    std::string ask(const std::string &bytes, bool overV6 = false) const
    {
        const LoopbackClient client(receiver->port(), overV6);
        EXPECT_TRUE(client.isOpen());
        return client.ask(filled(bytes));
    }

    fakes::FakePace pace;
    crm::CancelToken cancel;
    std::unique_ptr<LoopbackReceiver> receiver;
    std::future<base::Result<SignInCallback>> answer;

private:
    std::jthread m_thread;
};

struct Case {
    const char *name;
    std::string bytes;
    int status = 400;            // 0: closed without an answer
    const char *taken = nullptr; // what came of it; null: nothing
};

std::string request(const std::string &line, const std::string &headers = "Host: localhost:$P")
{
    return line + "\r\n" + headers + "\r\n\r\n";
}

std::string callback(const std::string &query)
{
    return request("GET /callback?" + query + " HTTP/1.1");
}

// A receiver of its own for each case; one program for all, whose start costs more than they do.
class Table final : public LoopbackReceiverTest {
public:
    void take(const Case &item);

private:
    void TestBody() override {}
};

void Table::take(const Case &item)
{
    start();
    const std::string said = ask(item.bytes);
    if (item.status == 0) {
        EXPECT_EQ(said, "");
    } else {
        EXPECT_EQ(said.rfind("HTTP/1.1 " + std::to_string(item.status) + ' ', 0), 0U) << said;
        EXPECT_NE(said.find("Cache-Control: no-store\r\n"), std::string::npos);
        EXPECT_NE(said.find("Content-Security-Policy: default-src 'none'\r\n"), std::string::npos);
    }
    EXPECT_EQ(said.find(canary), std::string::npos);
    EXPECT_EQ(said.find(state), std::string::npos);
    if (!item.taken) {
        const std::string after = ask(callback("code=after&state=$S"));
        EXPECT_EQ(after.rfind("HTTP/1.1 200 ", 0), 0U) << after;
    }
    const auto got = answer.get();
    ASSERT_TRUE(got.ok());
    const std::string want = item.taken ? item.taken : "after";
    EXPECT_EQ(got->code.reveal() + got->error, want);
}

const std::vector<Case> &ofBrowsers()
{
    static const std::vector<Case> out = {
        // What a browser sends.
        Case{"right", callback("code=good&state=$S"), 200, "good"},
        Case{"state first", callback("state=$S&code=good"), 200, "good"},
        Case{"other parameters", callback("code=good&state=$S&session_state=x&scope=a+b"), 200,
             "good"},
        Case{"encoded code", callback("code=aPrx%2B%2F%3D%3D&state=$S"), 200, "aPrx+/=="},
        Case{"issuer", callback("code=good&state=$S&iss=https%3A%2F%2Fx"), 200, "good"},
        Case{"old version", request("GET /callback?code=good&state=$S HTTP/1.0"), 200, "good"},
        Case{"host in capitals",
             request("GET /callback?code=good&state=$S HTTP/1.1", "HOST:  LOCALHOST:$P "), 200,
             "good"},
        Case{"headers of a browser",
             request("GET /callback?code=good&state=$S HTTP/1.1",
                     "Host: localhost:$P\r\nAccept: text/html\r\nSec-Fetch-Mode: navigate"),
             200, "good"},
        Case{"refused by the person", callback("error=access_denied&state=$S"), 200,
             "access_denied"},
        Case{"refused with words",
             callback("error=invalid_scope&error_description=c4nary&state=$S"), 200,
             "invalid_scope"},
        Case{"error that is no word", callback("error=%3Cb%3Ec4nary&state=$S"), 200,
             "unknown_error"},
        // State.
        Case{"no state", callback("code=c4nary")},
        Case{"empty state", callback("code=c4nary&state=")},
        Case{"wrong state", callback("code=c4nary&state=x$S")},
        Case{"state cut short", callback("code=c4nary&state=S-tate_")},
        Case{"state longer", callback("code=c4nary&state=$Sx")},
        Case{"state in other letters",
             callback("code=c4nary&state=s-TATE_0123456789012345678901234567890123456")},
        Case{"two states", callback("code=c4nary&state=$S&state=$S")},
        Case{"wrong then right state", callback("code=c4nary&state=x&state=$S")},
        Case{"state as an array", callback("code=c4nary&state[]=$S")},
        Case{"error without state", callback("error=access_denied")},
        Case{"error with wrong state", callback("error=access_denied&state=x")},
        // Code.
        Case{"no code", callback("state=$S")}, Case{"empty code", callback("code=&state=$S")},
        Case{"two codes", callback("code=c4nary&code=good&state=$S")},
        Case{"code and error", callback("code=c4nary&error=access_denied&state=$S")},
        Case{"broken escape", callback("code=c4nary%2&state=$S")},
        Case{"no query", request("GET /callback HTTP/1.1")},
        Case{"in the fragment", request("GET /callback#code=c4nary&state=$S HTTP/1.1"), 404}};
    return out;
}

const std::vector<Case> &ofStrangers()
{
    static const std::vector<Case> out = {
        // Path.
        Case{"root", request("GET /?code=c4nary&state=$S HTTP/1.1"), 404},
        Case{"icon", request("GET /favicon.ico HTTP/1.1"), 404},
        Case{"deeper", request("GET /callback/x?code=c4nary&state=$S HTTP/1.1"), 404},
        Case{"slash at the end", request("GET /callback/?code=c4nary&state=$S HTTP/1.1"), 404},
        Case{"dots", request("GET /x/../callback?code=c4nary&state=$S HTTP/1.1"), 404},
        Case{"encoded path", request("GET /%63allback?code=c4nary&state=$S HTTP/1.1"), 404},
        Case{"other case", request("GET /Callback?code=c4nary&state=$S HTTP/1.1"), 404},
        Case{"absolute target",
             request("GET http://localhost:$P/callback?code=c4nary&state=$S HTTP/1.1")},
        // Method.
        Case{"post", request("POST /callback?code=c4nary&state=$S HTTP/1.1"), 405},
        Case{"head", request("HEAD /callback?code=c4nary&state=$S HTTP/1.1"), 405},
        Case{"options", request("OPTIONS /callback?code=c4nary&state=$S HTTP/1.1"), 405},
        Case{"small letters", request("get /callback?code=c4nary&state=$S HTTP/1.1"), 405},
        // Host.
        Case{"rebound name",
             request("GET /callback?code=c4nary&state=$S HTTP/1.1", "Host: evil.example:$P"), 421},
        Case{"address",
             request("GET /callback?code=c4nary&state=$S HTTP/1.1", "Host: 127.0.0.1:$P"), 421},
        Case{"no port", request("GET /callback?code=c4nary&state=$S HTTP/1.1", "Host: localhost"),
             421},
        Case{"other port",
             request("GET /callback?code=c4nary&state=$S HTTP/1.1", "Host: localhost:1"), 421},
        Case{"no host", request("GET /callback?code=c4nary&state=$S HTTP/1.1", "Accept: */*")},
        Case{"two hosts", request("GET /callback?code=c4nary&state=$S HTTP/1.1",
                                  "Host: localhost:$P\r\nHost: localhost:$P")},
        // Not quite HTTP.
        Case{"bare newlines", "GET /callback?code=c4nary&state=$S HTTP/1.1\nHost: localhost:$P\n\n",
             0},
        Case{"cut head", "GET /callback?code=c4nary&state=$S HTTP/1.1\r\nHost: localhost:$P\r\n",
             0},
        Case{"no version", request("GET /callback?code=c4nary&state=$S")},
        Case{"folded header",
             request("GET /callback?code=c4nary&state=$S HTTP/1.1", "Host: localhost:$P\r\n x: y")},
        Case{"control character", request("GET /callback?code=c4nary&state=$S\x01 HTTP/1.1")},
        Case{"greeting of tls", std::string("\x16\x03\x01\x02\x00\x01\x00", 7), 0},
        Case{"head too long", request("GET /callback?code=c4nary&state=$S HTTP/1.1",
                                      "Host: localhost:$P\r\nX: " + std::string(9'000, 'x'))},
        Case{"nothing", "", 0}};
    return out;
}

TEST(LoopbackTable, TakesTheRightRequestOnly)
{
    for (const auto *cases : {&ofBrowsers(), &ofStrangers()}) {
        for (const Case &item : *cases) {
            SCOPED_TRACE(item.name);
            Table().take(item);
        }
    }
}

TEST_F(LoopbackReceiverTest, IsAtBothAddresses)
{
    EXPECT_EQ(receiver->redirectUri(),
              "http://localhost:" + std::to_string(receiver->port()) + "/callback");
    start();
    const LoopbackClient v4(receiver->port());
    EXPECT_TRUE(v4.isOpen());
    const LoopbackClient v6(receiver->port(), true);
    if (!v6.isOpen())
        GTEST_SKIP() << "this machine has no IPv6";
    v6.ask(get("/callback?code=good&state=$S"));
    EXPECT_EQ(answer.get()->code.reveal(), "good");
}

TEST_F(LoopbackReceiverTest, IsGoneAfterTheRightRequest)
{
    start();
    const std::uint16_t port = receiver->port();
    ask(callback("code=good&state=$S"));
    ASSERT_TRUE(answer.get().ok());
    EXPECT_FALSE(LoopbackClient(port).isOpen());
    EXPECT_FALSE(LoopbackClient(port, true).isOpen());
    // The state is used up with it.
    EXPECT_FALSE(receiver->wait(base::Secret(state), cancel).ok());
}

TEST_F(LoopbackReceiverTest, SlowClientsKeepNobodyOut)
{
    start();
    std::list<LoopbackClient> slow;
    for (int i = 0; i < 100; ++i) {
        slow.emplace_back(receiver->port());
        slow.back().send("GET /callback?code=slow&state=");
    }
    EXPECT_EQ(ask(callback("code=good&state=$S")).rfind("HTTP/1.1 200", 0), 0U);
    EXPECT_EQ(answer.get()->code.reveal(), "good");
}

TEST_F(LoopbackReceiverTest, ASlowClientIsSentAway)
{
    start();
    const LoopbackClient slow(receiver->port());
    slow.send("GET /callback");
    const LoopbackClient other(receiver->port());
    EXPECT_NE(other.ask(get("/favicon.ico")).find("404"), std::string::npos); // slow is in by now
    pace.advance(10 * base::secondMs);
    EXPECT_EQ(slow.readAll(), "");
}

TEST_F(LoopbackReceiverTest, AHeadMayComeInPieces)
{
    start();
    const LoopbackClient client(receiver->port());
    for (const char byte : filled(get("/callback?code=good&state=$S")))
        client.send(std::string(1, byte));
    EXPECT_EQ(client.readAll().rfind("HTTP/1.1 200", 0), 0U);
    EXPECT_EQ(answer.get()->code.reveal(), "good");
}

TEST_F(LoopbackReceiverTest, LivesFiveMinutes)
{
    start();
    pace.advance(LoopbackReceiver::lifetimeMs - 1);
    EXPECT_NE(ask(get("/favicon.ico")).find("404"), std::string::npos);
    pace.advance(1);
    EXPECT_EQ(answer.get().error().code, ErrorCode::Unavailable);
    EXPECT_FALSE(LoopbackClient(receiver->port()).isOpen());
}

TEST_F(LoopbackReceiverTest, CanBeCancelled)
{
    start();
    cancel.cancelled = true;
    EXPECT_EQ(answer.get().error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(LoopbackClient(receiver->port()).isOpen());
}

TEST_F(LoopbackReceiverTest, TakesTheNextRegisteredPortWhenOneIsInUse)
{
    auto free = LoopbackReceiver::listen({0}, pace);
    ASSERT_TRUE(free.ok());
    const std::uint16_t other = (*free)->port();
    free->reset();
    auto second = LoopbackReceiver::listen({receiver->port(), other}, pace);
    ASSERT_TRUE(second.ok());
    EXPECT_EQ((*second)->port(), other);
    EXPECT_EQ(LoopbackReceiver::listen({receiver->port(), other}, pace).error().code,
              ErrorCode::Busy);
}

TEST_F(LoopbackReceiverTest, NoTextWithoutAStateIsRight)
{
    EXPECT_FALSE(judgeCallback("GET /callback?code=x&state= HTTP/1.1\r\nHost: localhost:1\r\n\r\n",
                               1, base::Secret())
                     .callback);
}

TEST(RandomBytes, AreNotTheSameTwice)
{
    const base::Secret first = randomBytes(32);
    EXPECT_EQ(first.reveal().size(), 32U);
    EXPECT_FALSE(first == randomBytes(32));
    EXPECT_EQ(crm::base64Url(first.reveal()).size(), 43U);
}

} // namespace
} // namespace topline::platform
