// The rows that undo and redo go through, and the questions that the engine asks about events.
#include "tests/store/test_workspace.h"

namespace topline::store {

namespace {

using CommandStoreTest = StoreTest;
using EventQuestionsTest = StoreTest;

CommandChange changeOf(const std::string &name)
{
    return {base::Uuid::named("action", name), "before " + name, "after " + name};
}

TEST_F(CommandStoreTest, GivesTheNewestForUndoAndTheOldestUndoneForRedo)
{
    auto &commands = tables().commands;
    inTransaction([&] {
        need(commands.push("snooze", testNowMs, {changeOf("a")}));
        need(commands.push("dismiss", testNowMs + 1, {changeOf("b"), changeOf("c")}));
    });
    const auto second = need(commands.newestDone());
    ASSERT_TRUE(second);
    EXPECT_EQ(second->what, "dismiss");
    EXPECT_EQ(second->changes, (std::vector{changeOf("b"), changeOf("c")}));

    inTransaction([&] { need(commands.setState(second->id, CommandState::Undone)); });
    const auto first = need(commands.newestDone());
    ASSERT_TRUE(first);
    EXPECT_EQ(first->what, "snooze");
    inTransaction([&] { need(commands.setState(first->id, CommandState::Undone)); });
    EXPECT_FALSE(need(commands.newestDone()));
    EXPECT_EQ(need(commands.oldestUndone())->what, "snooze");
}

TEST_F(CommandStoreTest, ANewCommandEndsRedo)
{
    auto &commands = tables().commands;
    inTransaction([&] { need(commands.push("snooze", testNowMs, {changeOf("a")})); });
    const auto first = need(commands.newestDone());
    inTransaction([&] {
        need(commands.setState(first->id, CommandState::Undone));
        need(commands.push("done", testNowMs, {changeOf("b")}));
    });
    EXPECT_FALSE(need(commands.oldestUndone()));
}

TEST_F(CommandStoreTest, OutlivesTheProgramAndTakesNewImages)
{
    inTransaction([&] { need(tables().commands.push("edit", testNowMs, {changeOf("a")})); });
    reopen();
    const auto row = need(tables().commands.newestDone());
    ASSERT_TRUE(row);
    inTransaction([&] { need(tables().commands.setChanges(row->id, {changeOf("z")})); });
    EXPECT_EQ(need(tables().commands.newestDone())->changes, std::vector{changeOf("z")});
}

TEST_F(EventQuestionsTest, KnowsTheLastTwoWayTouchOfEachDealForEveryKind)
{
    addStage("s", 0, domain::StageKind::Open);
    addAccount("acme");
    addAccount("other");
    const auto named = addDeal("named", "acme", "s");
    const auto sibling = addDeal("sibling", "acme", "s");
    const auto far = addDeal("far", "other", "s");
    base::UtcMs at = testNowMs;
    for (std::int32_t number = 1; number < 100; ++number) {
        const auto kind = static_cast<domain::EventKind>(number);
        if (domain::eventKindName(kind) == "unknown")
            continue;
        at += base::hourMs;
        domain::Event ofDeal = event("deal " + std::to_string(number), kind, at);
        ofDeal.deal.remoteId = "named";
        domain::Event ofAccount = event("account " + std::to_string(number), kind, at + 1);
        ofAccount.account.remoteId = "acme";
        inTransaction([&] {
            const domain::Event both[] = {ofDeal, ofAccount};
            need(tables().events.add(both, m_changes));
        });
        const auto touches = need(tables().events.lastTwoWay(at + 1));
        const bool counts = domain::isTwoWayTouch(kind);
        EXPECT_EQ(touches.contains(named) && touches.at(named) == at + 1, counts) << number;
        EXPECT_EQ(touches.contains(sibling) && touches.at(sibling) == at + 1, counts) << number;
        EXPECT_FALSE(touches.contains(far));
        if (counts) {
            EXPECT_EQ(need(tables().events.lastTwoWay(at)).at(named), at);
        }
    }
}

TEST_F(EventQuestionsTest, FindsTheFirstEventAheadOfTheClock)
{
    const auto acme = addAccount("acme");
    domain::Event ahead = event("ahead", domain::EventKind::PageView, testNowMs + 5);
    ahead.account.remoteId = "acme";
    inTransaction([&] { need(tables().events.add({&ahead, 1}, m_changes)); });
    EXPECT_EQ(need(tables().events.firstAfterMs(acme, testNowMs)), testNowMs + 5);
    EXPECT_FALSE(need(tables().events.firstAfterMs(acme, testNowMs + 5)));
}

} // namespace

} // namespace topline::store
