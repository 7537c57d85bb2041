// One CRM, one edit, and a crash at every step of a pull and of a push: the edit is not lost, and
// it is not written twice. What could not be sent waits.
#include "core/engine/intake/connection_book.h"
#include "tests/flow/scripted_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::flow {

namespace {

// What ends a process, as far as one process can play it.
struct Crash {};

const std::string wanted = "Ours";

// A day that can be begun again wherever it stopped: sign in, fetch, edit once, send.
base::Status work(World &world, ScriptedCrm &crm, base::FixedClock &clock)
{
    auto &engine = world.engine();
    auto &book = engine.connections();
    const auto profile = need(crm.inspect());
    TRY_ASSIGN(const auto known, engine.tables().connections.connection(crm.system));
    if (!known)
        TRY(book.signedIn({.system = crm.system}, profile));
    TRY(book.allowFirstSync(crm.system));
    TRY_ASSIGN(const auto admission, book.admit(profile));
    EXPECT_EQ(admission, engine::Admission::Welcome);
    TRY(engine.sync(world.crm(), world.cancel));
    TRY_ASSIGN(const auto actions, engine.tables().actions.all());
    const bool isEdited = std::any_of(actions.begin(), actions.end(), [](const auto &action) {
        return action.kind == domain::ActionKind::FieldEdit;
    });
    if (!isEdited) {
        TRY_ASSIGN(const auto deals, engine.tables().records.deals());
        domain::FieldEditRequest request;
        request.deal = deals.front().id;
        request.values["nextStep"] = wanted;
        TRY(engine.editFields(request));
    }
    clock.advance(base::hourMs);
    TRY(engine.drainOutbox(world.crm(), world.cancel));
    TRY(engine.sync(world.crm(), world.cancel));
    return engine.tick();
}

} // namespace

TEST(SyncDrain, WhatCouldNotBeSentEndsTheDrainAndWaitsForItsTime)
{
    base::FixedClock clock(birthMs);
    ScriptedCrm crm("hubspot", "h1", birthMs);
    const auto connector = connectorTo(crm);
    World world(*connector, clock);
    const auto until = birthMs + 3 * base::hourMs;
    crm.answerPushes(crm::PushAnswer{.state = crm::PushState::NotSent,
                                     .remoteId = {},
                                     .detail = "The daily limit is reached.",
                                     .retryAtMs = until});
    need(work(world, crm, clock)); // the clock is an hour on
    EXPECT_EQ(crm.pushes(), 1);
    const auto waiting = need(world.engine().tables().outbox.inState(domain::EffectState::Queued));
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front().notBeforeMs, until);
    EXPECT_EQ(waiting.front().attempts, 0);
    EXPECT_EQ(waiting.front().detail, "The daily limit is reached.");

    crm.answerPushes(std::nullopt);
    EXPECT_EQ(world.drain().waiting, 1);
    EXPECT_EQ(crm.pushes(), 1);
    clock.set(until);
    EXPECT_EQ(world.drain().sent, 1);
    EXPECT_EQ(crm.nextStep(1), wanted);
    EXPECT_EQ(crm.writes(), 1);
}

TEST(SyncCrash, AtEveryStepNoEditIsLostAndNoneIsWrittenTwice)
{
    for (const bool losesAnswer : {false, true}) {
        std::int64_t at = 1;
        bool wasReached = true;
        for (; wasReached && !testing::Test::HasFailure(); ++at) {
            base::FixedClock clock(birthMs);
            ScriptedCrm crm("hubspot", "h1", birthMs);
            const auto connector = connectorTo(crm);
            World world(*connector, clock);
            if (losesAnswer)
                crm.loseNextAnswer();
            std::int64_t count = 0;
            try {
                need(world.open(nullptr, [&](std::string_view) {
                    if (++count == at)
                        throw Crash{};
                }));
                need(work(world, crm, clock));
            } catch (const Crash &) {
            }
            wasReached = count >= at;
            world.close();
            need(world.open());
            need(work(world, crm, clock));
            need(work(world, crm, clock)); // what was in doubt has been looked up
            const std::string where = "crash at step " + std::to_string(at);
            EXPECT_EQ(crm.nextStep(1), wanted) << where;
            EXPECT_EQ(crm.writes(), 1) << where;
            const auto deals = need(world.engine().tables().records.deals());
            ASSERT_EQ(deals.size(), 3U) << where;
            EXPECT_EQ(deals.front().nextStep, wanted) << where;
            EXPECT_EQ(need(world.engine().tables().conflicts.openCount()), 0) << where;
            EXPECT_EQ(need(world.engine().tables().outbox.pendingCount()), 0) << where;
            EXPECT_TRUE(need(world.engine().verifyLedger()).sound) << where;
        }
        EXPECT_GT(at, 30);
    }
}

} // namespace topline::flow
