// How fast events go in, beside a bare sqlite3 that inserts the same rows into the same tables.
// Printed, not asserted: the machine is shared.
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

#include <chrono>
#include <cstdio>
#include <functional>
#include <sqlite3.h>

namespace topline::store {
namespace {

constexpr int eventCount = 100'000;
constexpr int accountCount = 400;

double seconds(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::vector<domain::Event> manyEvents()
{
    std::vector<domain::Event> out;
    out.reserve(eventCount);
    for (int i = 0; i < eventCount; ++i) {
        out.push_back(event(std::to_string(i), domain::EventKind::PageView, testNowMs + i * 37));
        const int which = (i * 7919) % accountCount;
        out.back().account.remoteId = "a" + std::to_string(which);
        out.back().contact.remoteId = "c" + std::to_string(which);
    }
    return out;
}

class RateTest : public StoreTest {
protected:
    RateTest()
    {
        inTransaction([&] {
            for (int i = 0; i < accountCount; ++i) {
                const std::string number = std::to_string(i);
                need(tables().records.put(account("a" + number), m_changes));
                need(tables().records.put(contact("c" + number, "a" + number), m_changes));
            }
        });
    }

    void insertBare(const std::vector<domain::Event> &events)
    {
        auto *handle = database().handle();
        sqlite3_stmt *statement = nullptr;
        sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(handle, "INSERT INTO event VALUES (NULL, ?, ?, ?, NULL, ?, ?, ?, ?, ?)",
                           -1, &statement, nullptr);
        int i = 0;
        for (const auto &each : events) {
            const int which = (i++ * 7919) % accountCount;
            sqlite3_bind_int64(statement, 1, each.sourceKey);
            sqlite3_bind_int64(statement, 2, which + 1);
            sqlite3_bind_int64(statement, 3, which + 1);
            sqlite3_bind_int(statement, 4, static_cast<int>(each.kind));
            sqlite3_bind_int64(statement, 5, each.atMs);
            sqlite3_bind_int64(statement, 6, each.receivedMs);
            sqlite3_bind_int(statement, 7, each.amount);
            sqlite3_bind_int(statement, 8, each.suspectBot ? 1 : 0);
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
        sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr);
    }
};

TEST_F(RateTest, EventsGoInAboutAsFastAsIntoABareDatabase)
{
    const auto events = manyEvents();
    const double bare = seconds([&] { insertBare(events); });
    ASSERT_EQ(need(tables().events.count()), eventCount);
    plant(database(), "DELETE FROM event");
    const double ours =
        seconds([&] { inTransaction([&] { need(tables().events.add(events, m_changes)); }); });
    ASSERT_EQ(need(tables().events.count()), eventCount);
    const double again =
        seconds([&] { inTransaction([&] { need(tables().events.add(events, m_changes)); }); });
    std::printf("[   RATE   ] %d events: bare %.0f/s, store %.0f/s (%.2f x the time), again "
                "(all known) %.0f/s\n",
                eventCount, eventCount / bare, eventCount / ours, ours / bare, eventCount / again);
}

} // namespace
} // namespace topline::store
