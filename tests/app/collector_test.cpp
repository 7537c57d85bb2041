// The collector as a process: off until it has a key, killed again and again, under many clients.
#include "tests/app/cli_process.h"
#include "tests/app/collector_load.h"
#include "tests/app/collector_process.h"

#include <atomic>
#include <gtest/gtest.h>
#include <random>
#include <thread>

namespace topline::app {

namespace {

class CollectorTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(m_terminal.run({"new"}).status, 0);
        m_key = m_terminal.json({"collector", "new-key"})
                    .document()
                    .value(QLatin1String("write_key"))
                    .toString()
                    .toStdString();
        ASSERT_GT(m_key.size(), 60u);
    }

    std::int64_t storedEvents() const
    {
        return m_terminal.json({"status"})
            .document()
            .value(QLatin1String("counts"))
            .toObject()
            .value(QLatin1String("events"))
            .toInteger(-1);
    }

    Terminal m_terminal;
    std::string m_key;
};

} // namespace

TEST(CollectorSwitch, IsOffUntilSomebodySwitchesItOn)
{
    const Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    const auto before = terminal.json({"collector", "status"}).document();
    EXPECT_FALSE(before.value(QLatin1String("on")).toBool(true));
    EXPECT_FALSE(before.value(QLatin1String("has_write_key")).toBool(true));
    EXPECT_EQ(terminal.run({"collect", "--seconds", "1"}).status, 1) << "there is no key";
    const auto on = terminal.json({"collector", "on", "--port", "9321"}).document();
    EXPECT_TRUE(on.value(QLatin1String("on")).toBool());
    const std::string key = on.value(QLatin1String("write_key")).toString().toStdString();
    EXPECT_EQ(key.substr(0, 3), "tl_");
    EXPECT_EQ(Terminal::read(terminal.workspace()).find(key), std::string::npos)
        << "the key itself is not stored";
    const auto again = terminal.json({"collector", "on"}).document();
    EXPECT_FALSE(again.contains(QLatin1String("write_key"))) << "it is shown once";
    EXPECT_EQ(again.value(QLatin1String("port")).toInt(), 9321);
    EXPECT_EQ(terminal.run({"collector", "on", "--port", "70000"}).status, 2);
    EXPECT_FALSE(
        terminal.json({"collector", "off"}).document().value(QLatin1String("on")).toBool(true));
}

TEST_F(CollectorTest, TakesEveryUniqueValidEventOfManyClients)
{
    CollectorProcess collector(TOPLINE_CLI, m_terminal.workspace());
    ASSERT_NE(collector.port(), 0);
    const auto report = loadCollector(collector.port(), m_key, {50, 20'000, 100, 1});
    EXPECT_EQ(report.other, 0);
    EXPECT_LT(collector.peakKiB(), 300 * 1'024);
    collector.kill();
    EXPECT_EQ(storedEvents(), report.uniqueValid);
}

TEST_F(CollectorTest, WhatWasAnsweredSurvivesEveryKill)
{
    const unsigned seed = 20'261'122;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::int64_t next = 0;
    std::int64_t answered = 0;
    std::string open; // sent and not answered: goes again
    std::int64_t openCount = 0;
    for (int life = 0; life < 12; ++life) {
        CollectorProcess collector(TOPLINE_CLI, m_terminal.workspace());
        ASSERT_NE(collector.port(), 0);
        // Somewhere within a request, of which it will have answered a few or many.
        std::atomic<int> asked = 0;
        const auto last = static_cast<int>(1 + random() % 40);
        std::thread reaper([&, spins = random() % 20'000] {
            for (int now = asked; now < last; now = asked)
                asked.wait(now);
            for (unsigned long i = 0; i < spins; ++i)
                std::this_thread::yield();
            collector.kill();
        });
        CollectorClient client(collector.port());
        for (;;) {
            if (open.empty()) {
                open = "{\"batch\":[";
                for (openCount = 0; openCount < 10; ++openCount)
                    open += (openCount > 0 ? "," : "") +
                            (R"({"type":"track","userId":"u","event":"A","messageId":"m)" +
                             std::to_string(next++) + "\"}");
                open += "]}";
            }
            ++asked;
            asked.notify_one();
            const int status = client.post(m_key, open);
            if (status == 0)
                break;
            EXPECT_EQ(status, 200);
            answered += openCount;
            open.clear();
        }
        asked = last; // it may have ended by itself
        asked.notify_one();
        reaper.join();
        const std::int64_t stored = storedEvents();
        EXPECT_GE(stored, answered) << "life " << life;
        EXPECT_LE(stored, next) << "life " << life;
    }
    CollectorProcess collector(TOPLINE_CLI, m_terminal.workspace());
    CollectorClient client(collector.port());
    EXPECT_EQ(client.post(m_key, open), 200) << "sent again, and known again where it was stored";
    collector.kill();
    EXPECT_EQ(storedEvents(), next);
    EXPECT_EQ(m_terminal.run({"check"}).status, 0);
}

} // namespace topline::app
