// What plays and guards wrote is only ever added to, whatever code goes past the table classes: the
// guards of the schema, each shown to hold.
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

class KeptRowsTest : public StoreTest {
protected:
    void fill(const std::string &table, const std::string &values)
    {
        ASSERT_EQ(breach(database(), "INSERT INTO " + table + " VALUES (" + values + ")"), "")
            << table;
    }

    void expectStopped(const std::string &sql)
    {
        const auto before = contentOf(database());
        EXPECT_NE(breach(database(), sql), "") << sql;
        EXPECT_EQ(contentOf(database()), before) << sql;
    }

    void expectLetBe(const std::string &sql) { EXPECT_EQ(breach(database(), sql), "") << sql; }

    const std::string id = "x'000102030405060708090a0b0c0d0e0f'";
    const std::string hash = '\'' + std::string(64, 'a') + '\'';
};

} // namespace

TEST_F(KeptRowsTest, WhatPlaysAndGuardsWroteNeitherChangesNorGoes)
{
    fill("play_version", "'surge', 1, 0, 'id: surge', " + hash + ", 'rep', 1");
    fill("play_mode", "1, 'surge', 2, 1, 20, 20, 1");
    fill("route_decision", "1, " + id + ", 1, 1, 0, 7, 0, 10, 1");
    fill("suppression_key", "1, " + hash + ", 1");
    fill("suppression", "1, " + id + ", " + hash + ", 1, 1, 'asked', 1");
    fill("suppression_release", id + ", 'asked again', 1");
    fill("consent", "1, " + id + ", " + hash + ", 1, 1, 'form', 'web', 'x', 1");
    fill("mail_intent", "1, 20000, " + id + ", 7, 'northwind.example', 1, 1");
    for (const std::string table :
         {"play_version", "play_mode", "route_decision", "suppression_key", "suppression",
          "suppression_release", "consent", "mail_intent"}) {
        expectStopped("UPDATE " + table + " SET at_ms = 99");
        expectStopped("DELETE FROM " + table);
        expectStopped("REPLACE INTO " + table + " SELECT * FROM " + table);
    }
}

TEST_F(KeptRowsTest, ADayThatHasPassedTakesNoMoreMails)
{
    const std::string rest = ", 7, 'northwind.example', 1, 1";
    fill("mail_intent", "1, 20000, " + id + rest);
    fill("mail_intent", "1, 20000, x'00000000000000000000000000000001'" + rest);
    fill("mail_intent", "1, 20001, " + id + rest);
    expectStopped("INSERT INTO mail_intent VALUES (1, 20000, "
                  "x'00000000000000000000000000000002'" +
                  rest + ")");
    fill("mail_intent", "2, 19000, " + id + rest); // a person let counting begin anew
    expectStopped("INSERT INTO mail_intent VALUES (1, 20002, " + id + rest + ")");
}

TEST_F(KeptRowsTest, ARunGoesForwardAndItsEndStays)
{
    const auto account = addAccount("a1");
    fill("play_version", "'surge', 1, 0, 'id: surge', " + hash + ", 'rep', 1");
    fill("play_run", "1, " + id + ", 'surge', 1, " + std::to_string(account.value) +
                         ", NULL, NULL, " + id + ", 0, 2, " + id + ", 2, 1, 1, 5, NULL, ''");
    expectStopped("UPDATE play_run SET step_no = 1");
    expectLetBe("UPDATE play_run SET step_no = 3");
    expectLetBe("UPDATE play_run SET state = 2, due_ms = NULL, ended_ms = 9, reason = 'done'");
    expectStopped("UPDATE play_run SET state = 0, ended_ms = NULL");
    expectStopped("UPDATE play_run SET step_no = 4");
    expectStopped("UPDATE play_run SET reason = 'another'");
    expectStopped("DELETE FROM play_run");
}

TEST_F(KeptRowsTest, TheModeOfAPlayIsKeptInOnePlace)
{
    fill("play_version", "'surge', 1, 0, 'id: surge', " + hash + ", 'rep', 1");
    fill("play_state", "'surge', 1, 1, NULL, 1");
    expectStopped("UPDATE play_state SET mode = 2");
    expectLetBe("UPDATE play_state SET is_on = 0");
}

TEST_F(KeptRowsTest, AnActionAndItsEffectKeepWhatWasChosen)
{
    auto stored = action("one");
    stored.state = domain::ActionState::Proposed;
    stored.variant = "talk";
    inTransaction([&] { need(tables().actions.add(stored)); });
    expectStopped("UPDATE action SET variant = 'question'");
    expectStopped("DELETE FROM action");
    const auto effect = effectOf(stored);
    inTransaction([&] {
        need(tables().outbox.addApproval({stored.id, "rep", effect.wireSha256, testNowMs}));
        need(tables().outbox.add(effect));
    });
    expectStopped("UPDATE effect SET channel = 1 - channel");
}

TEST_F(KeptRowsTest, ATaskOfAPlanIsDroppedAndNotDeleted)
{
    addAccount("a1");
    const auto deal = addDeal("d1", "a1");
    fill("plan_task",
         "1, " + id + ", " + std::to_string(deal.value) + ", 'Ring legal', 0, NULL, 0, 1, NULL");
    expectLetBe("UPDATE plan_task SET state = 2");
    expectStopped("DELETE FROM plan_task");
}

} // namespace topline::store
