// A play that writes to people runs by itself only once it has earned that, whatever its document
// or a person's switch says; a task harms nobody and may.
#include "core/engine/engine.h"
#include "core/engine/plays/play_book.h"
#include "core/store/workspace.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

namespace topline::engine {

using flow::need;

namespace {

void freeze(flow::World &world)
{
    world.close();
    {
        const auto workspace = need(store::Workspace::open(world.file(), world.clock.now()));
        auto transaction = need(store::Transaction::begin(workspace->database()));
        need(workspace->tables().settings.setFrozen(true));
        need(transaction.commit());
    }
    need(world.open());
}

} // namespace

TEST(EarnedMode, APlayThatWritesToPeopleAsksUntilItIsPromoted)
{
    base::FixedClock clock{flow::birthMs};
    flow::TinyCrm crm{flow::birthMs, 12};
    flow::World world{crm, clock};
    const auto refused = world.engine().playBook().setMode("pricing-revisit", domain::Mode::Auto);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::Refused);
    world.sync();
    int mails = 0;
    for (const auto &card : need(world.engine().feed())) {
        if (card.action.playId != "pricing-revisit")
            continue;
        ++mails;
        EXPECT_EQ(card.action.mode, domain::Mode::Approval);
        EXPECT_EQ(card.action.state, domain::ActionState::Proposed);
    }
    EXPECT_GT(mails, 0);
    EXPECT_TRUE(need(world.engine().tables().outbox.inState(domain::EffectState::Queued)).empty());
}

// Whoever takes a copy over decides on what came meanwhile.
TEST(EarnedMode, InAFrozenCopyNoPlayActsByItself)
{
    for (const bool isFrozen : {false, true}) {
        base::FixedClock clock{flow::birthMs};
        flow::TinyCrm crm{flow::birthMs, 12};
        flow::World world{crm, clock};
        need(world.engine().playBook().import(R"(id: look
version: 1
name: Look
goal: See who comes back
triggers: [trial_start]
mode: auto
urgency: today
signal_age_max: 10 d
gain_basis_points: 100
metric: reply
steps:
  - kind: task
    effort: 3 min
    subject: Look who it was
)",
                                              "look.yaml"));
        crm::Page page;
        for (int account = 0; account < 12; ++account)
            page.events.push_back(flow::tinyEvent(account, domain::EventKind::TrialStarted,
                                                  flow::birthMs - base::hourMs,
                                                  "t" + std::to_string(account)));
        crm.arrive(page);
        if (isFrozen)
            freeze(world);
        world.sync();
        int byItself = 0;
        int asking = 0;
        for (const auto &action : need(world.engine().tables().actions.all())) {
            if (action.mode != domain::Mode::Auto || action.state == domain::ActionState::HeldOut)
                continue;
            const bool isOpen = action.state == domain::ActionState::Proposed;
            isOpen ? ++asking : ++byItself;
        }
        EXPECT_GT(isFrozen ? asking : byItself, 0);
        EXPECT_EQ(isFrozen ? byItself : asking, 0);
    }
}

} // namespace topline::engine
