// The kill switch against the outbox: pressed from another thread while effects are claimed and
// sent, thousands of times. Once the stop is committed no new intent follows, until it is lifted;
// the ledger is the witness, since stop and intent are rows of one chain.
#include "core/base/random.h"
#include "core/engine/threads/cockpit_thread.h"
#include "core/plays/shipped_plays.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <chrono>
#include <cstdlib>
#include <future>
#include <iostream>

namespace topline::sim {

using domain::LedgerKind;
using engine::CockpitThread;
using flow::need;

namespace {

constexpr std::chrono::seconds limit{120};

std::int64_t pressesWanted()
{
    const char *told = std::getenv("TOPLINE_STOPS");
    return told ? std::atoll(told) : 400;
}

// Waits for a command that answers from another thread.
class Answered {
public:
    engine::Done done()
    {
        return [promise = m_promise](base::Status status) { promise->set_value(status.ok()); };
    }

    bool isWell()
    {
        auto future = m_promise->get_future();
        return future.wait_for(limit) == std::future_status::ready && future.get();
    }

private:
    std::shared_ptr<std::promise<bool>> m_promise = std::make_shared<std::promise<bool>>();
};

struct Witness {
    std::int64_t stops = 0;
    std::int64_t intents = 0;
    std::int64_t intentsWhileStopped = 0;
    bool isStopped = false;

    base::Status see(const domain::LedgerEntry &row)
    {
        if (row.kind == LedgerKind::PolicyChanged) {
            isStopped = row.payload.find("\"automation_stopped\":true") != std::string::npos;
            stops += isStopped;
        }
        intents += row.kind == LedgerKind::IntentStored;
        intentsWhileStopped += row.kind == LedgerKind::IntentStored && isStopped;
        return {};
    }
};

} // namespace

TEST(StopRace, NoIntentFollowsACommittedStop)
{
    constexpr std::uint64_t seed = 11;
    base::Random random(seed);
    base::FixedClock clock(flow::birthMs);
    flow::TinyCrm crm(flow::birthMs, 3);
    flow::World world(crm, clock);
    world.sync();
    domain::Policy policy = world.engine().policy();
    policy.feed.holdMs = 0;
    need(world.engine().setPolicy(policy));
    const auto accounts = need(world.engine().tables().records.accountIds());
    world.close();

    base::SeededIdSource ids(seed);
    engine::EngineParts parts{clock, ids, need(store::Workspace::open(world.file(), clock.now())),
                              need(plays::loadShippedPlays())};
    engine::LoopTimes times;
    times.tick = std::chrono::milliseconds(1); // it asks all the time what may leave
    auto cockpit = std::make_unique<CockpitThread>(engine::CockpitParts{
        need(engine::Engine::open(std::move(parts))), &crm, world.file(), clock, times});
    const auto presses = pressesWanted();
    for (std::int64_t press = 0; press < presses && !testing::Test::HasFailure(); ++press) {
        for (std::uint64_t tasks = random.below(4); tasks > 0; --tasks) {
            engine::TaskRequest request;
            request.account = random.pick(accounts);
            request.subject = "Task " + std::to_string(press);
            cockpit->makeTask(request, [](const base::Status &) {});
        }
        // So that the courier is at any point of its work.
        for (std::uint64_t turns = random.below(200); turns > 0; --turns)
            std::this_thread::yield();
        Answered stopped;
        cockpit->setAutomationStopped(true, stopped.done());
        EXPECT_TRUE(stopped.isWell());
        for (std::uint64_t turns = random.below(50); turns > 0; --turns)
            std::this_thread::yield();
        Answered resumed;
        cockpit->setAutomationStopped(false, resumed.done());
        EXPECT_TRUE(resumed.isWell());
    }
    cockpit.reset();

    need(world.open());
    Witness witness;
    need(world.engine().tables().ledger.forEach(
        [&](const domain::LedgerEntry &row) { return witness.see(row); }));
    std::cout << witness.stops << " stops, " << witness.intents << " intents\n";
    EXPECT_EQ(witness.stops, presses);
    EXPECT_EQ(witness.intentsWhileStopped, 0) << "seed " << seed;
    EXPECT_GT(witness.intents, presses / 8); // else nothing was raced
    for (const auto &[effect, count] : crm.tookHold())
        EXPECT_EQ(count, 1) << effect;
}

} // namespace topline::sim
