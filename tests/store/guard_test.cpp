// Every guard of the schema, shown to hold against code that goes past the table classes.
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

#include <algorithm>

namespace topline::store {
namespace {

using base::ErrorCode;
using domain::ActionState;
using domain::EffectState;

class GuardTest : public StoreTest {
protected:
    // Stored with its state; by default one that is approved, so that effects may leave.
    domain::Action store(const std::string &name, ActionState state = ActionState::Approved)
    {
        auto out = action(name);
        out.state = state;
        inTransaction([&] { need(tables().actions.add(out)); });
        return out;
    }

    domain::Effect queue(const domain::Action &of, bool approved, std::int64_t ordinal = 1)
    {
        const auto effect = effectOf(of, ordinal);
        inTransaction([&] {
            if (approved)
                need(tables().outbox.addApproval({of.id, "rep", effect.wireSha256, testNowMs}));
            need(tables().outbox.add(effect));
        });
        return effect;
    }

    base::Status tryMove(domain::Effect effect, EffectState state)
    {
        effect.state = state;
        auto transaction = need(m_workspace->begin());
        TRY(tables().outbox.move(effect));
        return transaction.commit();
    }

    base::Status tryUpdate(domain::Action changed, ActionState state)
    {
        changed.state = state;
        auto transaction = need(m_workspace->begin());
        TRY(tables().actions.update(changed));
        return transaction.commit();
    }

    void appendLedger(const std::string &payload)
    {
        inTransaction([&] {
            domain::LedgerEntry entry;
            entry.payload = payload;
            need(tables().ledger.append(entry, chainForTest));
        });
    }
};

TEST_F(GuardTest, TheLedgerIsOnlyAppendedTo)
{
    appendLedger("{\"n\":1}");
    appendLedger("{\"n\":2}");
    const auto before = contentOf(database());
    EXPECT_NE(breach(database(), "UPDATE ledger SET payload = 'x' WHERE seq = 1"), "");
    EXPECT_NE(breach(database(), "DELETE FROM ledger WHERE seq = 2"), "");
    EXPECT_NE(breach(database(), "DELETE FROM ledger"), "");
    EXPECT_NE(breach(database(), "REPLACE INTO ledger SELECT seq, at_ms, 'me', kind, subject, "
                                 "signal, account_id, payload, prev_hash, hash FROM ledger"),
              "");
    EXPECT_NE(breach(database(), "INSERT INTO ledger SELECT seq + 2, at_ms, actor, kind, subject, "
                                 "signal, account_id, payload, hash, hash FROM ledger "
                                 "WHERE seq = 2"),
              "")
        << "a gap";
    EXPECT_NE(breach(database(), "INSERT INTO ledger SELECT seq + 1, at_ms, actor, kind, subject, "
                                 "signal, account_id, payload, prev_hash, hash FROM ledger "
                                 "WHERE seq = 2"),
              "")
        << "a wrong previous hash";
    EXPECT_EQ(contentOf(database()), before);
}

TEST_F(GuardTest, AttemptsApprovalsAndDecisionsStayAsTheyAre)
{
    const auto home = addAccount("a1");
    const auto effect = queue(store("one"), true);
    need(tryMove(effect, EffectState::Intent));
    inTransaction([&] {
        domain::Decision decision;
        decision.signal = base::Uuid::named("signal", "s");
        decision.playId = "play";
        decision.account = home;
        need(tables().decisions.add(decision));
        need(tables().decisions.assign({home, true, "salt", 150, 1}));
        need(tables().decisions.addOutcome({effect.action, domain::Outcome::Replied, 1, {}}));
    });
    const auto before = contentOf(database());
    for (const char *table : {"attempt", "approval", "decision", "assignment", "outcome"}) {
        const std::string name = table;
        const std::string column = name == "attempt" ? "number" : "at_ms";
        EXPECT_NE(breach(database(), "UPDATE " + name + " SET " + column + " = 99"), "") << name;
        EXPECT_NE(breach(database(), "DELETE FROM " + name), "") << name;
        EXPECT_NE(breach(database(), "REPLACE INTO " + name + " SELECT * FROM " + name), "")
            << name;
    }
    EXPECT_EQ(contentOf(database()), before);
}

TEST_F(GuardTest, StageChangesStayAsTheyAre)
{
    addAccount("a1");
    addStage("s1", 0, domain::StageKind::Open);
    addDeal("d1", "a1", "s1");
    inTransaction([&] {
        need(tables().records.add(domain::StageChange{{{}, "d1"}, {{}, "s1"}, 5}, m_changes));
    });
    EXPECT_NE(breach(database(), "UPDATE stage_change SET at_ms = 6"), "");
    EXPECT_NE(breach(database(), "DELETE FROM stage_change"), "");
}

TEST_F(GuardTest, TheApprovedBytesCannotChange)
{
    const auto effect = queue(store("one"), true);
    for (const char *change : {"wire = 'other'", "wire_sha256 = printf('%064d', 1)", "ordinal = 7",
                               "kind = 2", "uuid = zeroblob(16)", "action_id = 99"})
        EXPECT_NE(breach(database(), std::string("UPDATE effect SET ") + change), "") << change;
    EXPECT_NE(breach(database(), "DELETE FROM effect"), "");
    EXPECT_EQ(need(tables().outbox.effect(effect.id)), effect);
}

TEST_F(GuardTest, AnEffectStaysWithTheConnectionThatItWasQueuedFor)
{
    queue(store("one"), true);
    for (const char *change : {"''", "'sf:'"}) {
        EXPECT_NE(breach(database(), std::string("UPDATE effect SET route = ") + change)
                      .find("what was approved cannot change"),
                  std::string::npos);
    }
}

TEST_F(GuardTest, AHeldOutActionNeverGetsAnEffect)
{
    const auto ghost = store("ghost", ActionState::HeldOut);
    const auto error = refusedBy([&] { return tables().outbox.add(effectOf(ghost)); });
    EXPECT_EQ(error.code, ErrorCode::Refused);
    EXPECT_EQ(tryUpdate(ghost, ActionState::Proposed).error().code, ErrorCode::Refused);
    const auto shown = store("shown", ActionState::Proposed);
    EXPECT_EQ(tryUpdate(shown, ActionState::HeldOut).error().code, ErrorCode::Refused);
}

TEST_F(GuardTest, NothingLeavesWithoutAnApprovalOfItsBytes)
{
    const auto of = store("one");
    const auto effect = queue(of, false);
    EXPECT_EQ(tryMove(effect, EffectState::Intent).error().code, ErrorCode::Refused);
    inTransaction([&] {
        need(tables().outbox.addApproval({of.id, "rep", std::string(64, 'a'), testNowMs}));
    });
    EXPECT_EQ(tryMove(effect, EffectState::Intent).error().code, ErrorCode::Refused);
    inTransaction([&] {
        need(tables().outbox.addApproval({of.id, "rep", effect.wireSha256, testNowMs}));
    });
    EXPECT_TRUE(tryMove(effect, EffectState::Intent).ok());
}

TEST_F(GuardTest, NothingLeavesOnceTheApprovalWasTakenBack)
{
    for (const auto state : {ActionState::Proposed, ActionState::Snoozed, ActionState::Dismissed}) {
        const auto of = store("one" + std::to_string(static_cast<int>(state)));
        const auto effect = queue(of, true);
        need(tryUpdate(of, state));
        EXPECT_EQ(tryMove(effect, EffectState::Intent).error().code, ErrorCode::Refused);
        EXPECT_TRUE(tryMove(effect, EffectState::Cancelled).ok());
    }
}

TEST_F(GuardTest, EffectsMakeOnlyLegalMoves)
{
    using enum EffectState;
    const std::vector<EffectState> all = {Queued, Intent, OnWire, Sent, Failed, Unknown, Cancelled};
    const std::vector<std::pair<EffectState, std::vector<EffectState>>> legal = {
        {Queued, {Intent, Failed, Unknown, Cancelled}},
        {Intent, {Queued, OnWire, Failed, Unknown, Cancelled}},
        {OnWire, {Queued, Sent, Failed, Unknown}},
        {Sent, {}},
        {Failed, {}},
        {Unknown, {Queued, Sent, Failed}},
        {Cancelled, {}},
    };
    const std::vector<std::vector<EffectState>> wayTo = {
        {}, {Intent}, {Intent, OnWire}, {Intent, OnWire, Sent}, {Failed}, {Unknown}, {Cancelled}};
    for (const auto &[from, targets] : legal) {
        for (const auto to : all) {
            if (from == to)
                continue;
            const auto name =
                std::to_string(static_cast<int>(from)) + '>' + std::to_string(static_cast<int>(to));
            const auto effect = queue(store(name), true);
            for (const auto step : wayTo[static_cast<std::size_t>(from)])
                need(tryMove(effect, step));
            const bool expected = std::find(targets.begin(), targets.end(), to) != targets.end();
            EXPECT_EQ(tryMove(effect, to).ok(), expected) << name;
        }
    }
}

TEST_F(GuardTest, AnActionHasOneLiveEffect)
{
    const auto of = store("one");
    const auto first = queue(of, true);
    const auto error = refusedBy([&] { return tables().outbox.add(effectOf(of, 2)); });
    EXPECT_EQ(error.code, ErrorCode::Conflict);
    need(tryMove(first, EffectState::Failed));
    const auto second = queue(of, true, 2);
    need(tryMove(second, EffectState::Intent));
    need(tryMove(second, EffectState::OnWire));
    need(tryMove(second, EffectState::Sent));
    EXPECT_EQ(refusedBy([&] { return tables().outbox.add(effectOf(of, 3)); }).code,
              ErrorCode::Conflict)
        << "sent once is sent for ever";
}

TEST_F(GuardTest, AnEffectBeginsInTheQueue)
{
    auto effect = effectOf(store("one"));
    effect.state = EffectState::OnWire;
    EXPECT_EQ(refusedBy([&] { return tables().outbox.add(effect); }).code, ErrorCode::Refused);
}

TEST_F(GuardTest, AnEndedActionStaysUnlessNothingWasSent)
{
    const auto manual = store("manual", ActionState::Done);
    EXPECT_TRUE(tryUpdate(manual, ActionState::Proposed).ok());
    const auto dismissed = store("dismissed", ActionState::Dismissed);
    EXPECT_EQ(tryUpdate(dismissed, ActionState::Approved).error().code, ErrorCode::Refused);
    EXPECT_TRUE(tryUpdate(dismissed, ActionState::Snoozed).ok());
    const auto expired = store("expired", ActionState::Expired);
    EXPECT_EQ(tryUpdate(expired, ActionState::Proposed).error().code, ErrorCode::Refused);

    const auto sent = store("sent");
    const auto effect = queue(sent, true);
    for (const auto step : {EffectState::Intent, EffectState::OnWire, EffectState::Sent})
        need(tryMove(effect, step));
    need(tryUpdate(sent, ActionState::Done));
    EXPECT_EQ(tryUpdate(sent, ActionState::Proposed).error().code, ErrorCode::Refused);
    EXPECT_NE(breach(database(), "DELETE FROM action"), "");
}

TEST_F(GuardTest, OneOpenActionPerDedupeKey)
{
    const auto first = store("one", ActionState::Proposed);
    auto second = action("two");
    second.dedupeKey = first.dedupeKey;
    EXPECT_EQ(refusedBy([&] { return tables().actions.add(second); }).code, ErrorCode::Conflict);
    need(tryUpdate(first, ActionState::Dismissed));
    inTransaction([&] { need(tables().actions.add(second)); });
    EXPECT_EQ(tryUpdate(first, ActionState::Proposed).error().code, ErrorCode::Conflict);
    // Ghosts and tasks made by hand do not count.
    auto ghost = action("ghost");
    ghost.dedupeKey = first.dedupeKey;
    ghost.state = ActionState::HeldOut;
    auto task = action("task");
    task.dedupeKey = "";
    auto other = action("other");
    other.dedupeKey = "";
    inTransaction([&] {
        need(tables().actions.add(ghost));
        need(tables().actions.add(task));
        need(tables().actions.add(other));
    });
}

TEST_F(GuardTest, ReferencesMustLeadSomewhere)
{
    auto lost = action("lost");
    lost.account = {4'711};
    EXPECT_EQ(refusedBy([&] { return tables().actions.add(lost); }).code, ErrorCode::Conflict);
}

TEST_F(GuardTest, SearchAndSchemaInternalsAreOutOfReach)
{
    EXPECT_NE(breach(database(), "DELETE FROM search_data"), "");
    EXPECT_NE(breach(database(), "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''"),
              "");
}

} // namespace
} // namespace topline::store
