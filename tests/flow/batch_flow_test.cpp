// A queue of edits for one CRM, as a person who moves a hundred deals at once leaves it: what it
// costs to send, and that no crash, conflict or lost answer makes any of it happen twice.
#include "core/engine/intake/connection_book.h"
#include "tests/crm/hubspot_bench.h"
#include "tests/flow/world.h"

#include <iostream>
#include <map>

namespace topline::flow {

namespace {

using domain::EffectState;

// What ends a process, as far as one process can play it.
struct Crash {};

class BatchFlow : public testing::Test {
protected:
    // A portal with deals, pulled, and every deal edited here; the hold is over.
    void begin(int deals)
    {
        m_world.reset();
        m_bench = std::make_unique<crm::HubSpotBench>();
        for (int i = 0; i < deals; ++i)
            m_deals[i] = m_bench->fake.add("deals",
                                           {{"dealname", "Deal " + std::to_string(i)},
                                            {"dealstage", "appointmentscheduled"},
                                            {"pipeline", "default"},
                                            {"hs_next_step", "Call"}},
                                           crm::hubspotNow - base::dayMs);
        m_world = std::make_unique<World>(m_bench->connector(), m_bench->clock);
        auto &book = m_world->engine().connections();
        const auto profile = need(m_bench->connector().inspect(m_world->cancel));
        need(book.signedIn({.system = "hubspot"}, profile));
        need(book.allowFirstSync("hubspot"));
        need(book.admit(profile));
        m_world->sync();
        for (const auto &deal : need(m_world->engine().tables().records.deals())) {
            domain::FieldEditRequest request;
            request.deal = deal.id;
            request.values["nextStep"] = "Sign";
            need(m_world->engine().editFields(request));
        }
        m_bench->clock.advance(base::hourMs);
        m_bench->fake.log.clear();
    }

    std::size_t inState(EffectState state)
    {
        return need(m_world->engine().tables().outbox.inState(state)).size();
    }

    std::string nextStep(int deal)
    {
        return m_bench->fake.value("deals", m_deals[deal], "hs_next_step");
    }

    void expectOnce(std::size_t writes, const std::string &where = {})
    {
        std::map<std::string, int> times;
        for (const auto &write : m_bench->fake.journal)
            EXPECT_EQ(++times[write.id], 1) << where;
        EXPECT_EQ(times.size(), writes) << where;
        EXPECT_TRUE(need(m_world->engine().verifyLedger()).sound) << where;
    }

    std::unique_ptr<crm::HubSpotBench> m_bench;
    std::unique_ptr<World> m_world;
    std::map<int, std::string> m_deals;
};

} // namespace

TEST_F(BatchFlow, AHundredQueuedEditsLeaveInAHandfulOfCalls)
{
    begin(100);
    const auto report = m_world->drain();
    EXPECT_EQ(report.sent, 100);
    EXPECT_EQ(report.waiting, 0);
    EXPECT_EQ(inState(EffectState::Sent), 100U);
    EXPECT_EQ(nextStep(57), "Sign");
    std::cout << "100 queued edits: " << m_bench->fake.log.size() << " calls\n";
    EXPECT_LE(m_bench->fake.log.size(), 5U); // one asks for the properties
    for (const auto &deal : need(m_world->engine().tables().records.deals()))
        EXPECT_EQ(deal.nextStep, "Sign");
    expectOnce(100);
    // What comes back with the next pull is no news.
    m_bench->clock.advance(base::hourMs);
    m_world->sync();
    EXPECT_EQ(need(m_world->engine().tables().conflicts.openCount()), 0);
}

TEST_F(BatchFlow, MoreThanOneBatchIsSentInSeveral)
{
    begin(130);
    EXPECT_EQ(m_world->drain().sent, 130);
    EXPECT_EQ(m_bench->fake.callsMatching("batch/update"), 2U);
    expectOnce(130);
}

TEST_F(BatchFlow, AConflictAndABadValueStopOnlyTheirOwn)
{
    begin(20);
    m_bench->fake.edit("deals", m_deals[3], {{"hs_next_step", "Lunch"}});
    m_bench->fake.archive("deals", m_deals[5]);
    const auto report = m_world->drain();
    EXPECT_EQ(report.sent, 18);
    EXPECT_EQ(report.conflicts, 2);
    EXPECT_EQ(nextStep(3), "Lunch");
    EXPECT_EQ(need(m_world->engine().tables().conflicts.openCount()), 2);
    expectOnce(18);
}

TEST_F(BatchFlow, ALostAnswerIsLookedUpAndSentOnce)
{
    for (const auto wire :
         {fakes::Response::Wire::CloseAfter, fakes::Response::Wire::CloseBefore}) {
        begin(30);
        const bool arrives = wire == fakes::Response::Wire::CloseAfter;
        m_bench->fake.faults = {{.match = "batch/update", .wire = wire},
                                {.match = "batch/read", // and the look at it fails too
                                 .times = 20,
                                 .after = 1,
                                 .wire = fakes::Response::Wire::CloseBefore}};
        EXPECT_EQ(m_world->drain().unknown, 30);
        m_bench->fake.faults.clear();
        EXPECT_EQ(m_world->drain().sent, arrives ? 0 : 30); // those found there count as found
        EXPECT_EQ(inState(EffectState::Sent), 30U);
        expectOnce(30);
    }
}

TEST_F(BatchFlow, ALimitLeavesAllOfThemQueuedUntilItsEnd)
{
    begin(30);
    m_bench->fake.faults = {{.match = "batch/update", .status = 429, .policy = "DAILY"}};
    EXPECT_EQ(m_world->drain().waiting, 30);
    const auto waiting = need(m_world->engine().tables().outbox.inState(EffectState::Queued));
    ASSERT_EQ(waiting.size(), 30U);
    for (const auto &effect : waiting) {
        EXPECT_GT(effect.notBeforeMs, m_bench->clock.now());
        EXPECT_EQ(effect.attempts, 0);
    }
    m_bench->clock.advance(base::dayMs);
    EXPECT_EQ(m_world->drain().sent, 30);
    expectOnce(30);
}

TEST_F(BatchFlow, AStopIsHeardBeforeTheBatchAndNothingOfItLeaves)
{
    begin(10);
    need(m_world->engine().setAutomationStopped(true));
    EXPECT_EQ(m_world->drain().sent, 0);
    EXPECT_TRUE(m_bench->fake.log.empty());
    need(m_world->engine().setAutomationStopped(false));
    EXPECT_EQ(m_world->drain().sent, 10);
}

TEST_F(BatchFlow, ACrashAtAnyStepOfABatchWritesEachRecordOnce)
{
    std::int64_t at = 1;
    bool wasReached = true;
    for (; wasReached && !testing::Test::HasFailure(); ++at) {
        begin(6);
        std::int64_t count = 0;
        try {
            need(m_world->open(nullptr, [&](std::string_view) {
                if (++count == at)
                    throw Crash{};
            }));
            m_world->drain();
        } catch (const Crash &) {
        }
        wasReached = count >= at;
        m_world->close();
        m_bench->restart();
        m_world->talkTo(m_bench->connector());
        need(m_world->open());
        m_world->drain();
        const std::string where = "crash at step " + std::to_string(at);
        EXPECT_EQ(inState(EffectState::Sent), 6U) << where;
        EXPECT_EQ(need(m_world->engine().tables().outbox.pendingCount()), 0) << where;
        expectOnce(6, where);
    }
    std::cout << "crashed at each of " << at - 2 << " steps\n";
    EXPECT_GT(at, 10);
}

} // namespace topline::flow
