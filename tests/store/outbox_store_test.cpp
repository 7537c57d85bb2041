#include "core/store/outbox_store.h"
#include "core/store/statement_hook.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

#include <algorithm>

namespace topline::store {
namespace {

using domain::Effect;
using domain::EffectState;

class OutboxStoreTest : public StoreTest {
protected:
    Effect queue(const std::string &name, base::UtcMs notBeforeMs)
    {
        auto of = action(name);
        of.state = domain::ActionState::Approved;
        auto effect = effectOf(of);
        effect.notBeforeMs = notBeforeMs;
        inTransaction([&] {
            need(tables().actions.add(of));
            need(tables().outbox.addApproval({of.id, "rep", effect.wireSha256, testNowMs}));
            need(tables().outbox.add(effect));
        });
        return effect;
    }

    Effect move(Effect effect, EffectState state, const std::string &detail = {})
    {
        effect.state = state;
        effect.detail = detail;
        effect.changedMs += 1;
        inTransaction([&] { need(tables().outbox.move(effect)); });
        return effect;
    }
};

TEST_F(OutboxStoreTest, HandsOutWhatMayLeaveFirst)
{
    auto &outbox = tables().outbox;
    EXPECT_FALSE(need(outbox.nextDue(1'000)).has_value());
    EXPECT_FALSE(need(outbox.nextDueMs()).has_value());
    const auto late = queue("late", 500);
    const auto early = queue("early", 300);
    EXPECT_EQ(need(outbox.nextDueMs()), 300);
    EXPECT_FALSE(need(outbox.nextDue(299)).has_value());
    EXPECT_EQ(need(outbox.nextDue(1'000)), early);
    move(early, EffectState::Intent);
    EXPECT_EQ(need(outbox.nextDue(1'000)), late);
    EXPECT_EQ(need(outbox.pendingCount()), 2);
}

TEST_F(OutboxStoreTest, AConnectionGetsTheEffectsOfItsOwnRecords)
{
    const auto about = [&](const std::string &name, const std::string &wire) {
        auto of = action(name);
        of.state = domain::ActionState::Approved;
        auto effect = effectOf(of);
        effect.wire = wire;
        effect.wireSha256 = base::hex(base::sha256(wire));
        effect.notBeforeMs = 0;
        inTransaction([&] {
            need(tables().actions.add(of));
            need(tables().outbox.addApproval({of.id, "rep", effect.wireSha256, testNowMs}));
            need(tables().outbox.add(effect));
        });
        return effect;
    };
    const auto first = [&](const char *prefix, bool takesOwnerless = false) {
        const auto due = need(tables().outbox.nextDue(1'000, {prefix, takesOwnerless}));
        return due ? due->id : base::Uuid();
    };
    EXPECT_TRUE(first("hs:").isNull());
    const auto sales = about("a", R"({"account":"hs:1","contact":"hs:2","deal":"sf:3"})");
    const auto hub = about("b", R"({"account":"hs:1","contact":"sf:2","deal":""})");
    const auto person = about("c", R"({"account":"","contact":"xy:2","deal":""})");
    const auto demo = about("d", R"({"account":"acct-00001","contact":"","deal":""})");
    const auto none = about("e", R"({"account":"","contact":"","deal":""})");
    EXPECT_EQ(first("hs:"), hub.id);
    EXPECT_EQ(first("sf:"), sales.id);
    EXPECT_EQ(first("xy:"), person.id);
    EXPECT_EQ(first(""), demo.id);
    move(demo, EffectState::Intent);
    EXPECT_TRUE(first("").isNull());
    EXPECT_EQ(first("", true), none.id);
    move(hub, EffectState::Intent);
    EXPECT_TRUE(first("hs:").isNull());
    EXPECT_EQ(first("hs:", true), none.id);
}

// Keeps the statement that asks for the next effect.
class NextDueText final : public StatementHook {
public:
    int beforeRun(std::string_view sql) override
    {
        if (sql.find("route IS NULL") != std::string_view::npos)
            text = sql;
        return 0;
    }

    std::string text;
};

TEST_F(OutboxStoreTest, AConnectionsNextEffectIsASearchThroughItsOwnQueue)
{
    NextDueText hook;
    m_workspace.reset();
    m_workspace = need(Workspace::open(m_folder / "test.topline", testNowMs, {&hook, nullptr}));
    need(tables().outbox.nextDue(1'000, {"hs:", true}));
    std::vector<std::string> steps;
    for (const auto &row : rowsOf(database(), "EXPLAIN QUERY PLAN " + hook.text))
        steps.push_back(row.substr(row.rfind('|') + 1));
    const std::string search =
        "SEARCH effect USING COVERING INDEX effect_by_route (state=? AND route=? AND "
        "not_before_ms<?)";
    EXPECT_EQ(std::count(steps.begin(), steps.end(), search), 2);
    const auto walksAll = [](const std::string &step) {
        return step.starts_with("SCAN effect") || step.starts_with("SCAN f") ||
               step.starts_with("SCAN a");
    };
    EXPECT_TRUE(std::none_of(steps.begin(), steps.end(), walksAll));
}

TEST_F(OutboxStoreTest, EveryMoveLeavesAnAttempt)
{
    auto effect = move(queue("one", 0), EffectState::Intent);
    effect = move(effect, EffectState::OnWire);
    effect.remoteId = "crm-77";
    effect.attempts = 1;
    effect = move(effect, EffectState::Sent, "201 created");
    EXPECT_EQ(need(tables().outbox.effect(effect.id)), effect);
    const auto attempts = need(tables().outbox.attempts(effect.id));
    ASSERT_EQ(attempts.size(), 3U);
    EXPECT_EQ(attempts[0].state, EffectState::Intent);
    EXPECT_EQ(attempts[2],
              (Attempt{effect.id, 3, EffectState::Sent, effect.changedMs, "201 created"}));
    EXPECT_EQ(need(tables().outbox.effectsOf(effect.action)), std::vector{effect});
    EXPECT_EQ(need(tables().outbox.approvals(effect.action)).front().wireSha256, effect.wireSha256);
}

TEST_F(OutboxStoreTest, ARestartFindsWhatWasUnderWay)
{
    queue("waiting", 0);
    const auto intent = move(queue("intent", 0), EffectState::Intent);
    const auto wire = move(move(queue("wire", 0), EffectState::Intent), EffectState::OnWire);
    const auto unknown = move(queue("unknown", 0), EffectState::Unknown);
    const auto failed = move(queue("failed", 0), EffectState::Failed);
    reopen();
    EXPECT_EQ(need(tables().outbox.unresolved()), (std::vector{intent, wire, unknown}));
    EXPECT_EQ(need(tables().outbox.inState(EffectState::Failed)), std::vector{failed});
}

TEST_F(OutboxStoreTest, UnknownEffectsAndActionsAreSaid)
{
    const auto lost = effectOf(action("nobody"));
    const auto missing = base::ErrorCode::NotFound;
    EXPECT_EQ(refusedBy([&] { return tables().outbox.add(lost); }).code, missing);
    EXPECT_EQ(refusedBy([&] { return tables().outbox.move(lost); }).code, missing);
    EXPECT_EQ(refusedBy([&] {
                  return tables().outbox.addApproval({lost.action, "rep", lost.wireSha256, 1});
              }).code,
              missing);
    EXPECT_FALSE(need(tables().outbox.effect(lost.id)).has_value());
}

TEST_F(OutboxStoreTest, BytesThatDoNotFitTheirHashAreOurFault)
{
    auto of = action("one");
    inTransaction([&] { need(tables().actions.add(of)); });
    auto effect = effectOf(of);
    effect.wire += ' ';
    EXPECT_DEATH(static_cast<void>(tables().outbox.add(effect)), "wireSha256");
}

TEST_F(OutboxStoreTest, WritingOutsideATransactionIsOurFault)
{
    EXPECT_DEATH(static_cast<void>(tables().settings.setValue("a", "b")), "inTransaction");
}

TEST_F(OutboxStoreTest, TheLedgerChainsEveryEntryToTheOneBefore)
{
    auto &ledger = tables().ledger;
    EXPECT_FALSE(need(ledger.tail()).has_value());
    std::vector<domain::LedgerEntry> written;
    const auto subject = base::Uuid::named("action", "x");
    const auto home = addAccount("a1");
    inTransaction([&] {
        for (int i = 0; i < 5; ++i) {
            domain::LedgerEntry entry;
            entry.atMs = 100 + i;
            entry.actor = "engine";
            entry.kind = domain::LedgerKind::Proposed;
            if (i % 2 == 0) {
                entry.subject = subject;
                entry.signal = base::Uuid::named("signal", "x");
                entry.account = home;
            }
            entry.payload = "{\"n\":" + std::to_string(i) + '}';
            written.push_back(need(ledger.append(entry, chainForTest)));
        }
    });
    EXPECT_EQ(written[0].prevHash, std::string(64, '0'));
    EXPECT_EQ(written[4].prevHash, written[3].hash);
    EXPECT_EQ(written[4].seq, 5);
    EXPECT_EQ(need(ledger.range(1, 100)), written);
    EXPECT_EQ(need(ledger.range(4, 1)), std::vector{written[3]});
    EXPECT_EQ(need(ledger.newest(1)), std::vector{written[4]});
    EXPECT_EQ(need(ledger.tail()), written[4]);
    EXPECT_EQ(need(ledger.ofSubject(subject)).size(), 3U);
    EXPECT_EQ(need(ledger.ofAccount(home)).size(), 3U);
    std::int64_t visited = 0;
    need(ledger.forEach([&](const domain::LedgerEntry &entry) -> base::Status {
        EXPECT_EQ(entry, written[static_cast<std::size_t>(visited++)]);
        return {};
    }));
    EXPECT_EQ(visited, 5);
    const auto stopped = ledger.forEach([](const domain::LedgerEntry &) -> base::Status {
        return base::Error{base::ErrorCode::Cancelled, "enough"};
    });
    EXPECT_FALSE(stopped.ok());
}

} // namespace
} // namespace topline::store
