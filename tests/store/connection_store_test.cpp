// What is kept of connections, objects, conflicts, held deletions and requests.
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::Conflict;
using domain::ConflictState;
using domain::RecordKind;

ConnectionRow hubspot()
{
    ConnectionRow out;
    out.profile = {.system = "hubspot",
                   .orgId = "4711",
                   .orgName = "Northwind",
                   .userName = "rep@northwind.example",
                   .webUrl = "https://app.example",
                   .timeZone = "Europe/Berlin",
                   .currency = "EUR",
                   .isSandbox = true,
                   .hasUniqueIds = true,
                   .denied = {"deals"},
                   .advice = {"Make the property unique.", ""}};
    out.way = domain::SignInWay::Browser;
    out.clientId = "client";
    out.loginHost = "login.example";
    out.apiBase = "http://127.0.0.1:1";
    out.state = domain::ConnectionState::Paused;
    out.error = "Too many requests.";
    out.errorReference = "corr-1";
    out.gate = {5, 100, 7, 9, 123, "daily"};
    out.day = "2026-01-01";
    return out;
}

Conflict conflictOn(const std::string &theirs, const base::Uuid &action)
{
    Conflict out;
    out.id = base::Uuid::named("conflict", theirs);
    out.system = "hubspot";
    out.kind = RecordKind::Account;
    out.record = 1;
    out.field = "industry";
    out.base = "Farming";
    out.ours = "Food";
    out.theirs = theirs;
    out.oursFrom = "Topline";
    out.atMs = 10;
    out.action = action;
    return out;
}

class ConnectionStoreTest : public StoreTest {};

TEST_F(ConnectionStoreTest, ComesBackAsItWasStored)
{
    inTransaction([&] { need(tables().connections.put(hubspot())); });
    reopen();
    EXPECT_EQ(need(tables().connections.connection("hubspot")), hubspot());
    EXPECT_EQ(need(tables().connections.connections()).size(), 1U);
    EXPECT_FALSE(need(tables().connections.connection("salesforce")).has_value());
}

TEST_F(ConnectionStoreTest, StateAndGateChangeAlone)
{
    inTransaction([&] {
        need(tables().connections.put(hubspot()));
        need(tables().connections.setState("hubspot", domain::ConnectionState::Connected));
        need(tables().connections.setGate("hubspot", {}, "2026-01-02"));
    });
    auto expected = hubspot();
    expected.state = domain::ConnectionState::Connected;
    expected.error = expected.errorReference = {};
    expected.gate = {};
    expected.day = "2026-01-02";
    EXPECT_EQ(need(tables().connections.connection("hubspot")), expected);
    EXPECT_EQ(refusedBy([&] {
                  return tables().connections.setState("sap", domain::ConnectionState::Failing);
              }).code,
              base::ErrorCode::NotFound);
}

TEST_F(ConnectionStoreTest, AnotherOrganisationIsRefusedByTheFileItself)
{
    inTransaction([&] { need(tables().connections.put(hubspot())); });
    auto other = hubspot();
    other.profile.orgId = "999";
    EXPECT_EQ(refusedBy([&] { return tables().connections.put(other); }).code,
              base::ErrorCode::Refused);
    EXPECT_NE(breach(database(), "DELETE FROM connection"), "");
}

TEST_F(ConnectionStoreTest, ObjectProgressIsKeptPerSystem)
{
    const domain::ObjectProgress contacts{"contacts", domain::ObjectState::Drift, 5, 10, 20, 30, 29,
                                          "phone"};
    domain::ObjectProgress deals;
    deals.object = "deals";
    inTransaction([&] {
        need(tables().syncObjects.put("hubspot", deals));
        need(tables().syncObjects.put("hubspot", deals));
        need(tables().syncObjects.put("hubspot", contacts));
        need(tables().syncObjects.put("salesforce", deals));
    });
    EXPECT_EQ(need(tables().syncObjects.of("hubspot")), (std::vector{contacts, deals}));
    EXPECT_EQ(need(tables().syncObjects.object("salesforce", "deals")), deals);
    EXPECT_FALSE(need(tables().syncObjects.object("salesforce", "contacts")).has_value());
}

TEST_F(ConnectionStoreTest, LocalCountsAreOfOneSystemAndLeaveOutWhatIsHiddenOrDeleted)
{
    for (const auto *id : {"hs:1", "hs:2", "hs:3", "hs:4", "sf:1", "plain"})
        addAccount(id);
    inTransaction([&] {
        auto gone = account("hs:4");
        gone.deleted = true;
        gone.updatedMs = testNowMs + 1;
        need(tables().records.put(gone, m_changes));
        need(tables().heldDeletes.hide(RecordKind::Account, "hs:3", 1));
        const auto shared = need(tables().records.accountByRemoteId("sf:1"));
        need(tables().links.put(
            {RecordKind::Account, "hs:9", shared.value, LinkReason::Shared, 1, {}}));
        need(tables().links.put(
            {RecordKind::Account, "hs:8", shared.value, LinkReason::Merged, 1, {}}));
    });
    EXPECT_EQ(need(tables().syncObjects.localCount("hubspot", "accounts")), 3);
    EXPECT_EQ(need(tables().syncObjects.localCount("salesforce", "accounts")), 1);
    EXPECT_EQ(need(tables().syncObjects.localCount("hubspot", "meetings")), std::nullopt);
    EXPECT_EQ(need(tables().syncObjects.localCount("demo", "accounts")), std::nullopt);
}

TEST_F(ConnectionStoreTest, AConflictIsOnceAndTakesTheOtherSidesNewestValueWhileOpen)
{
    const auto edit = base::Uuid::named("action", "edit");
    addAccount("hs:1", "Northwind");
    inTransaction([&] {
        EXPECT_TRUE(need(tables().conflicts.add(conflictOn("Retail", edit))));
        EXPECT_FALSE(need(tables().conflicts.add(conflictOn("Retail", edit))));
        EXPECT_FALSE(need(tables().conflicts.add(conflictOn("Mining", edit))));
    });
    const auto open = need(tables().conflicts.list(10));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().theirs, "Mining");
    EXPECT_EQ(open.front().recordName, "Northwind");
    EXPECT_EQ(need(tables().conflicts.openOf(RecordKind::Account, 1)), open);
    EXPECT_EQ(need(tables().conflicts.openOfAction(edit)), open);
    EXPECT_EQ(need(tables().conflicts.openCount()), 1);
}

TEST_F(ConnectionStoreTest, ADecidedConflictIsTurnedOverButNeverForgotten)
{
    const auto one = conflictOn("Retail", {});
    auto &conflicts = tables().conflicts;
    addAccount("hs:1");
    inTransaction([&] {
        need(conflicts.add(one));
        need(conflicts.decide(one.id, ConflictState::TookTheirs, false, 20));
        need(conflicts.decide(one.id, ConflictState::KeptOurs, true, 30));
    });
    const auto stored = need(conflicts.conflict(one.id));
    ASSERT_TRUE(stored.has_value());
    EXPECT_EQ(stored->state, ConflictState::KeptOurs);
    EXPECT_EQ(stored->resolvedMs, 30);
    EXPECT_TRUE(stored->oursStands);
    EXPECT_EQ(need(conflicts.openCount()), 0);
    EXPECT_NE(breach(database(), "UPDATE conflict SET state = 0, resolved_ms = NULL"), "");
    EXPECT_NE(breach(database(), "UPDATE conflict SET ours = 'x'"), "");
    EXPECT_NE(breach(database(), "DELETE FROM conflict"), "");
    EXPECT_EQ(
        refusedBy([&] { return conflicts.decide({}, ConflictState::KeptOurs, true, 1); }).code,
        base::ErrorCode::NotFound);
}

TEST_F(ConnectionStoreTest, HeldDeletionsWaitAndHiddenRecordsAreRemembered)
{
    auto &held = tables().heldDeletes;
    EXPECT_FALSE(need(held.hasAny()));
    inTransaction([&] {
        need(held.hold({"hubspot", RecordKind::Contact, "hs:2", 5}));
        need(held.hold({"hubspot", RecordKind::Contact, "hs:1", 5}));
        need(held.hold({"hubspot", RecordKind::Contact, "hs:1", 9}));
        need(held.hold({"salesforce", RecordKind::Deal, "sf:1", 5}));
        need(held.hide(RecordKind::Deal, "sf:2", 5));
    });
    EXPECT_TRUE(need(held.hasAny()));
    EXPECT_EQ(need(held.count("hubspot")), 2);
    EXPECT_EQ(need(held.count("hubspot", RecordKind::Deal)), 0);
    EXPECT_EQ(need(held.of("hubspot")).front(),
              (HeldDelete{"hubspot", RecordKind::Contact, "hs:1", 5}));
    EXPECT_TRUE(need(held.isHidden(RecordKind::Deal, "sf:2")));
    inTransaction([&] {
        need(held.drop(RecordKind::Contact, "hs:1"));
        need(held.dropAll("salesforce"));
        need(held.unhide(RecordKind::Deal, "sf:2"));
    });
    EXPECT_FALSE(need(held.isHeld(RecordKind::Contact, "hs:1")));
    EXPECT_TRUE(need(held.isHeld(RecordKind::Contact, "hs:2")));
    EXPECT_EQ(need(held.count("salesforce")), 0);
    EXPECT_FALSE(need(held.isHidden(RecordKind::Deal, "sf:2")));
}

TEST_F(ConnectionStoreTest, TheRequestLogKeepsTheNewestFiveThousandWithoutQueries)
{
    domain::RequestRow row;
    row.system = "hubspot";
    row.method = "GET";
    row.host = "api.example";
    row.path = "/crm/v3/objects/contacts";
    row.status = 200;
    inTransaction([&] {
        for (int i = 0; i < 5'200; ++i) {
            row.atMs = i;
            need(tables().requests.add({row}));
        }
    });
    EXPECT_EQ(askDirectly(database(), "SELECT count(*) FROM request_log"), "5000");
    const auto newest = need(tables().requests.newest(2));
    ASSERT_EQ(newest.size(), 2U);
    EXPECT_EQ(newest.front().atMs, 5'199);
    const auto older = need(tables().requests.newest(1, newest.back().id));
    EXPECT_EQ(older.front().atMs, 5'197);
    row.path += "?hapikey=secret";
    EXPECT_FALSE(refusedBy([&] { return tables().requests.add({row}); }).message.empty());
}

TEST_F(ConnectionStoreTest, FieldRulesAreSetAndTakenBack)
{
    using Winner = domain::FieldRule::Winner;
    domain::FieldRules expected;
    expected.byField[{RecordKind::Deal, "amount"}] = {Winner::System, "salesforce"};
    expected.byField[{RecordKind::Contact, "phone"}] = {Winner::Newest};
    expected.byField[{RecordKind::Account, "name"}] = {Winner::Local};
    inTransaction([&] {
        for (const auto &[field, rule] : expected.byField)
            need(tables().settings.setFieldRule(field.first, field.second, rule));
        need(tables().settings.setFieldRule(RecordKind::Deal, "name",
                                            domain::FieldRule{Winner::Ask}));
        need(tables().settings.setFieldRule(RecordKind::Deal, "name", std::nullopt));
    });
    EXPECT_EQ(need(tables().settings.fieldRules()), expected);
    EXPECT_FALSE(refusedBy([&] {
                     return tables().settings.setFieldRule(RecordKind::Quota, "amount", {});
                 }).message.empty());
}

} // namespace
} // namespace topline::store
