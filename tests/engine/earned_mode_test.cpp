// A play that writes to people runs by itself only once it has earned that, whatever its document
// or a person's switch says; a task harms nobody and may.
#include "core/engine/engine.h"
#include "core/engine/plays/play_book.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

namespace topline::engine {

using flow::need;

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

} // namespace topline::engine
