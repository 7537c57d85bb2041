// The collector while the window is open: switched on, off, to another port and key, with real
// requests at its port.
#include "app/composition.h"
#include "tests/app/collector_process.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace topline::app {

namespace {

constexpr std::chrono::seconds patience{120}; // far more than a loaded machine needs
constexpr int ok = 200;
constexpr int unauthorized = 401;

// A port of this computer that somebody else listens on, until it is left.
class TakenPort {
public:
    TakenPort()
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *const any = reinterpret_cast<sockaddr *>(&address);
        EXPECT_EQ(::bind(m_socket, any, length), 0);
        EXPECT_EQ(::listen(m_socket, 1), 0);
        EXPECT_EQ(::getsockname(m_socket, any, &length), 0);
        m_number = ntohs(address.sin_port);
    }

    ~TakenPort() { leave(); }

    TakenPort(const TakenPort &) = delete;
    TakenPort &operator=(const TakenPort &) = delete;

    void leave()
    {
        if (m_socket >= 0)
            ::close(m_socket);
        m_socket = -1;
    }

    std::uint16_t number() const { return m_number; }

private:
    int m_socket;
    std::uint16_t m_number = 0;
};

std::uint16_t freePort()
{
    return TakenPort().number();
}

std::string batch(int first, int count)
{
    std::string out = "{\"batch\":[";
    for (int i = 0; i < count; ++i)
        out += (i > 0 ? "," : "") +
               (R"({"type":"track","userId":"u","event":"Signed Up","messageId":"m)" +
                std::to_string(first + i) + "\"}");
    return out + "]}";
}

// 0: nobody answers there.
int post(std::uint16_t port, const std::string &key, int first = 0, int count = 1)
{
    return CollectorClient(port).post(key, batch(first, count));
}

class WindowCollectorTest : public testing::Test {
protected:
    WindowCollectorTest()
    {
        auto made = Composition::create(file(), {{}, "UTC"});
        EXPECT_TRUE(made.ok());
        m_composition = std::move(made).value();
        m_cockpit = m_composition->startCockpit();
    }

    void reopen()
    {
        m_cockpit.reset();
        m_composition.reset();
        auto opened = Composition::open(file());
        ASSERT_TRUE(opened.ok());
        m_composition = std::move(opened).value();
        m_cockpit = m_composition->startCockpit();
    }

    template <typename T, typename Ask> base::Result<T> wait(Ask ask)
    {
        auto promise = std::make_shared<std::promise<base::Result<T>>>();
        auto future = promise->get_future();
        ask([promise](base::Result<T> got) { promise->set_value(std::move(got)); });
        if (future.wait_for(patience) != std::future_status::ready)
            return base::Error{base::ErrorCode::Unavailable, "no answer came"};
        return future.get();
    }

    base::Status set(bool isOn, std::uint16_t port)
    {
        return wait<void>([&](auto done) { m_cockpit->collector().set(isOn, port, done); });
    }

    std::string newKey()
    {
        const auto key =
            wait<std::string>([&](auto answer) { m_cockpit->collector().makeWriteKey(answer); });
        EXPECT_TRUE(key.ok());
        return key.ok() ? *key : std::string();
    }

    domain::CollectorView view()
    {
        const auto sync = wait<domain::SyncView>([&](auto answer) { m_cockpit->loadSync(answer); });
        EXPECT_TRUE(sync.ok());
        return sync.ok() ? sync->collector : domain::CollectorView();
    }

    std::int64_t storedEvents()
    {
        const auto status =
            wait<domain::WorkspaceStatus>([&](auto answer) { m_cockpit->loadStatus(answer); });
        EXPECT_TRUE(status.ok());
        return status.ok() ? status->counts.at("events") : -1;
    }

    std::string file() const { return m_folder.path().toStdString() + "/w.topline"; }

    QTemporaryDir m_folder;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<engine::Cockpit> m_cockpit;
};

} // namespace

TEST_F(WindowCollectorTest, IsOffAtFirstAndNeedsAKeyToBeTurnedOn)
{
    const auto before = view();
    EXPECT_FALSE(before.isOn || before.isListening || before.hasKey);
    EXPECT_EQ(before.port, collectorPortDefault);
    EXPECT_EQ(before.fault, "");
    const auto port = freePort();
    const auto refused = set(true, port);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::Refused);
    EXPECT_EQ(view(), before) << "nothing was changed";
    EXPECT_EQ(post(port, "any"), 0);
    newKey();
    EXPECT_FALSE(view().isListening) << "a key alone opens nothing";
    EXPECT_FALSE(set(true, 0).ok());
}

TEST_F(WindowCollectorTest, TurnedOnItStoresWhatIsPostedAndCountsIt)
{
    const auto port = freePort();
    const std::string key = newKey();
    ASSERT_TRUE(set(true, port).ok());
    EXPECT_TRUE(view().isListening);
    EXPECT_EQ(post(port, key, 0, 5), ok);
    EXPECT_EQ(post(port, key, 3, 5), ok) << "two of them had come before";
    EXPECT_EQ(post(port, "tl_wrong", 20, 1), unauthorized);
    EXPECT_EQ(storedEvents(), 8);
    const auto after = view();
    EXPECT_EQ(after.added, 8);
    EXPECT_EQ(after.known, 2);
    EXPECT_EQ(after.refusedCalls, 1);
    EXPECT_TRUE(after.lastMs);
}

TEST_F(WindowCollectorTest, TurnedOffThePortIsClosedAndCountsStay)
{
    const auto port = freePort();
    const std::string key = newKey();
    ASSERT_TRUE(set(true, port).ok());
    ASSERT_EQ(post(port, key), ok);
    ASSERT_EQ(post(port, "tl_wrong"), unauthorized);
    ASSERT_TRUE(set(false, port).ok());
    EXPECT_EQ(post(port, key, 1), 0);
    const auto off = view();
    EXPECT_FALSE(off.isOn || off.isListening);
    EXPECT_EQ(off.added, 1);
    EXPECT_EQ(off.refusedCalls, 1);
    ASSERT_TRUE(set(true, port).ok()) << "and on again, at the same port";
    EXPECT_EQ(post(port, key, 1), ok);
}

TEST_F(WindowCollectorTest, ANewKeyShutsTheOldOneOutAtOnce)
{
    const auto port = freePort();
    const std::string old = newKey();
    ASSERT_TRUE(set(true, port).ok());
    ASSERT_EQ(post(port, old), ok);
    const std::string fresh = newKey();
    ASSERT_NE(fresh, old);
    EXPECT_EQ(post(port, old, 1), unauthorized);
    EXPECT_EQ(post(port, fresh, 1), ok);
}

TEST_F(WindowCollectorTest, AnotherPortIsTakenUpAndTheOldOneLeft)
{
    const auto first = freePort();
    const std::string key = newKey();
    ASSERT_TRUE(set(true, first).ok());
    const auto second = freePort();
    ASSERT_TRUE(set(true, second).ok());
    EXPECT_EQ(post(first, key), 0);
    EXPECT_EQ(post(second, key), ok);
    EXPECT_EQ(view().port, second);
}

TEST_F(WindowCollectorTest, ATakenPortIsToldAndEverythingElseWorks)
{
    TakenPort taken;
    const std::string key = newKey();
    ASSERT_TRUE(set(true, taken.number()).ok()) << "it is kept as it was set";
    const auto faulty = view();
    EXPECT_TRUE(faulty.isOn);
    EXPECT_FALSE(faulty.isListening);
    EXPECT_NE(faulty.fault.find(std::to_string(taken.number())), std::string::npos);
    EXPECT_NE(faulty.fault.find("Choose another port"), std::string::npos);
    EXPECT_EQ(storedEvents(), 0) << "questions are answered";
    reopen();
    EXPECT_EQ(view().fault, faulty.fault) << "told at the next start as well";
    taken.leave();
    ASSERT_TRUE(set(true, taken.number()).ok()) << "tried again";
    EXPECT_EQ(view().fault, "");
    EXPECT_EQ(post(taken.number(), key), ok);
}

TEST_F(WindowCollectorTest, OpeningTheWorkspaceAgainKeepsHowItWasSet)
{
    const auto port = freePort();
    const std::string key = newKey();
    ASSERT_TRUE(set(true, port).ok());
    reopen();
    EXPECT_TRUE(view().isListening);
    EXPECT_EQ(post(port, key), ok);
    ASSERT_TRUE(set(false, port).ok());
    reopen();
    EXPECT_FALSE(view().isOn);
    EXPECT_EQ(post(port, key), 0);
}

TEST_F(WindowCollectorTest, SwitchingUnderFireLosesNothingThatWasAnswered)
{
    const auto port = freePort();
    const std::string key = newKey();
    ASSERT_TRUE(set(true, port).ok());
    std::atomic<bool> isOver{false};
    std::atomic<std::int64_t> answered{0};
    std::atomic<std::int64_t> sent{0};
    std::thread client([&] {
        while (!isOver)
            answered += post(port, key, static_cast<int>(sent++), 1) == ok;
    });
    for (int i = 0; i < 40; ++i)
        EXPECT_TRUE(set(i % 2 == 1, port).ok());
    while (answered == 0 && sent < 1'000'000)
        std::this_thread::yield();
    m_cockpit.reset(); // amid requests
    isOver = true;
    client.join();
    EXPECT_GT(answered, 0);
    reopen();
    EXPECT_GE(storedEvents(), answered);
    EXPECT_LE(storedEvents(), sent);
}

TEST_F(WindowCollectorTest, TheKeyIsNowhereOnTheDisk)
{
    const auto port = freePort();
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const std::string key = newKey();
    ASSERT_TRUE(set(true, port).ok());
    ASSERT_EQ(post(port, key), ok);
    const auto look = [&] {
        int files = 0;
        QDirIterator all(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile each(all.next());
            EXPECT_TRUE(each.open(QIODevice::ReadOnly));
            EXPECT_EQ(each.readAll().toStdString().find(key), std::string::npos)
                << each.fileName().toStdString();
            ++files;
        }
        EXPECT_GT(files, 0);
    };
    look(); // the log that is written ahead as well
    m_cockpit.reset();
    m_composition.reset();
    look();
    EXPECT_EQ(testing::internal::GetCapturedStdout().find(key), std::string::npos);
    EXPECT_EQ(testing::internal::GetCapturedStderr().find(key), std::string::npos);
}

} // namespace topline::app
