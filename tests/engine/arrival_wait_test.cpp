// Waiting for arrivals on a thread of its own: an arrival is told at once, a failure only puts the
// next wait off, and an end or a suspended machine never leaves a wait behind.
#include "core/engine/threads/arrival_wait.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <gtest/gtest.h>
#include <mutex>

namespace topline::engine {

namespace {

using crm::WatchEnd;
using WaitResult = base::Result<WatchEnd>;

constexpr base::UtcMs startMs = 1'796'112'000'000;

// A mailbox whose waits end as the test says. Without a word they last until they are cancelled.
class ToldMailbox final : public crm::ConnectionSource {
public:
    base::Result<domain::SourceProfile> signIn(const domain::SignInRequest &,
                                               const crm::OpenBrowser &,
                                               const crm::CancelToken &) override
    {
        return domain::SourceProfile{};
    }

    base::Result<std::unique_ptr<crm::Connector>> open(const std::string &) override
    {
        return std::unique_ptr<crm::Connector>();
    }

    bool canWatch(const std::string &) const override { return true; }

    base::Result<std::unique_ptr<crm::ArrivalWatch>> watch(const std::string &) override
    {
        const std::lock_guard lock(m_mutex);
        ++m_made;
        if (isShut)
            return base::Error{base::ErrorCode::SignInNeeded, "The secrets are gone."};
        return std::unique_ptr<crm::ArrivalWatch>(std::make_unique<Watch>(*this));
    }

    base::Status forget(const std::string &, const crm::CancelToken &) override { return {}; }

    bool isSecretLasting() const override { return true; }

    void say(WaitResult end)
    {
        const std::lock_guard lock(m_mutex);
        m_said.push_back(std::move(end));
    }

    int made() const
    {
        const std::lock_guard lock(m_mutex);
        return m_made;
    }

    int waits() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waits;
    }

    // Until so many waits have begun and the last of them found nothing said; false after a minute.
    bool waitForWaits(int count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::minutes(1),
                                  [&] { return m_waits >= count && m_said.empty(); });
    }

    bool isShut = false;

private:
    class Watch final : public crm::ArrivalWatch {
    public:
        explicit Watch(ToldMailbox &box)
            : m_box(box)
        {
        }

        WaitResult wait(base::DurationMs, const crm::CancelToken &cancel) override
        {
            std::unique_lock lock(m_box.m_mutex);
            ++m_box.m_waits;
            m_box.m_changed.notify_all();
            for (;;) {
                if (cancel.cancelled)
                    return base::Error{base::ErrorCode::Cancelled, "It was stopped."};
                if (!m_box.m_said.empty()) {
                    auto end = m_box.m_said.front();
                    m_box.m_said.pop_front();
                    return end;
                }
                m_box.m_changed.wait_for(lock, std::chrono::milliseconds(1));
            }
        }

    private:
        ToldMailbox &m_box;
    };

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<WaitResult> m_said;
    int m_made = 0;
    int m_waits = 0;
};

base::Error lost()
{
    return {base::ErrorCode::Unavailable, "The connection broke."};
}

class ArrivalWaitTest : public testing::Test {
protected:
    // The next thing that the engine's thread has to do is done; false after a minute without one.
    bool handle()
    {
        auto task = m_queue.take(std::chrono::steady_clock::now() + std::chrono::minutes(1));
        if (task)
            (*task)();
        return task.has_value();
    }

    // Time goes by as the engine sees it, a second at a look.
    void look(base::DurationMs duration)
    {
        for (base::DurationMs gone = 0; gone < duration; gone += base::secondMs)
            m_wait.work(m_now += base::secondMs, true);
    }

    base::UtcMs m_now = startMs;
    base::WorkQueue m_queue{64};
    ToldMailbox m_box;
    int m_arrivals = 0;
    ArrivalWait m_wait{m_queue, m_box, "mail", [this] { ++m_arrivals; }};
};

} // namespace

TEST_F(ArrivalWaitTest, AnArrivalIsToldOnceAndTheNextWaitUsesTheSameConnection)
{
    m_box.say(WatchEnd::Arrived);
    m_wait.work(m_now, true);
    ASSERT_TRUE(handle());
    EXPECT_EQ(m_arrivals, 1);
    EXPECT_FALSE(m_wait.isWaiting());
    look(base::secondMs);
    ASSERT_TRUE(m_box.waitForWaits(2));
    EXPECT_TRUE(m_wait.isWaiting());
    EXPECT_EQ(m_arrivals, 1);
    EXPECT_EQ(m_box.made(), 1);
}

TEST_F(ArrivalWaitTest, TheTimeOfOneCommandIsNoEvent)
{
    m_box.say(WatchEnd::TimeOver);
    m_wait.work(m_now, true);
    ASSERT_TRUE(handle());
    m_wait.work(m_now, true);
    ASSERT_TRUE(m_box.waitForWaits(2));
    EXPECT_EQ(m_arrivals, 0);
}

TEST_F(ArrivalWaitTest, AfterFailuresItComesBackLaterAndLaterButAlwaysAgain)
{
    const base::DurationMs bounds[] = {15 * base::secondMs, 30 * base::secondMs,
                                       60 * base::secondMs, 120 * base::secondMs};
    m_box.say(lost());
    m_wait.work(m_now, true);
    ASSERT_TRUE(handle());
    int tries = 1;
    for (const base::DurationMs bound : bounds) {
        m_box.say(lost());
        look(bound + base::secondMs); // it began within the bound
        ASSERT_TRUE(m_wait.isWaiting());
        ASSERT_TRUE(handle());
        EXPECT_EQ(m_box.waits(), ++tries);
    }
    // Days without a network: not more than one try in the longest wait, on the average two.
    const int before = m_box.waits();
    for (int minute = 0; minute < 24 * 60; ++minute) {
        look(base::minuteMs);
        if (m_wait.isWaiting()) {
            m_box.say(lost());
            ASSERT_TRUE(handle());
        }
    }
    EXPECT_GE(m_box.waits() - before, 48);
    EXPECT_LE(m_box.waits() - before, 300);
    EXPECT_EQ(m_arrivals, 0);
}

TEST_F(ArrivalWaitTest, AServerThatCannotTellIsNotAskedAgainUntilTheConnectionIsNew)
{
    m_box.say(WatchEnd::CannotWait);
    m_wait.work(m_now, true);
    ASSERT_TRUE(handle());
    look(10 * base::minuteMs);
    EXPECT_EQ(m_box.waits(), 1);
    m_wait.rest();
    look(base::secondMs);
    EXPECT_TRUE(m_box.waitForWaits(2));
}

TEST_F(ArrivalWaitTest, AServerThatCallsWithoutEndIsHeardLessAndLess)
{
    int told = 0;
    for (int second = 0; second < 3'600; ++second) {
        look(base::secondMs);
        if (m_wait.isWaiting()) {
            m_box.say(WatchEnd::Arrived);
            ASSERT_TRUE(handle());
            ++told;
        }
    }
    EXPECT_EQ(m_arrivals, told);
    EXPECT_LE(m_arrivals, 70);
    // Quiet for a while: the next one is told at once again.
    look(5 * base::minuteMs);
    m_box.say(WatchEnd::Arrived);
    ASSERT_TRUE(handle());
    m_box.say(WatchEnd::Arrived);
    look(base::secondMs);
    ASSERT_TRUE(handle());
    EXPECT_EQ(m_arrivals, told + 2);
}

TEST_F(ArrivalWaitTest, AMachineThatSleptWaitsOnANewConnection)
{
    m_wait.work(m_now, true);
    ASSERT_TRUE(m_box.waitForWaits(1));
    m_now += 8 * base::hourMs;
    m_wait.work(m_now, true);
    ASSERT_TRUE(m_box.waitForWaits(2));
    EXPECT_EQ(m_box.made(), 2);
    ASSERT_TRUE(handle()); // the old one's end
    EXPECT_TRUE(m_wait.isWaiting());
    EXPECT_EQ(m_arrivals, 0);
    m_wait.work(m_now - base::hourMs, true); // the clock was put back
    ASSERT_TRUE(m_box.waitForWaits(3));
}

TEST_F(ArrivalWaitTest, WhileItMayNotWaitThereIsNoConnection)
{
    m_wait.work(m_now, false);
    EXPECT_EQ(m_box.made(), 0);
    m_wait.work(m_now, true);
    ASSERT_TRUE(m_box.waitForWaits(1));
    m_wait.work(m_now, false);
    EXPECT_FALSE(m_wait.isWaiting());
    ASSERT_TRUE(handle());
    EXPECT_EQ(m_arrivals, 0);
}

TEST_F(ArrivalWaitTest, AnEndComesWithinASecondAndNobodyIsToldAfterwards)
{
    m_wait.work(m_now, true);
    ASSERT_TRUE(m_box.waitForWaits(1));
    const auto before = std::chrono::steady_clock::now();
    m_wait.stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(1));
    while (auto task = m_queue.take(std::chrono::steady_clock::now()))
        (*task)();
    EXPECT_EQ(m_arrivals, 0);
    EXPECT_FALSE(m_wait.isWaiting());
}

TEST_F(ArrivalWaitTest, WithoutSecretsItAsksForThemAgainLater)
{
    m_box.isShut = true;
    m_wait.work(m_now, true);
    ASSERT_TRUE(handle());
    EXPECT_FALSE(m_wait.isWaiting());
    m_box.isShut = false;
    look(20 * base::secondMs);
    EXPECT_TRUE(m_box.waitForWaits(1));
}

} // namespace topline::engine
