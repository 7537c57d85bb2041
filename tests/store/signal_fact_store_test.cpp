#include "core/store/signal_fact_store.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::BuyingRole;
using domain::RoleSource;

class SignalFactStoreTest : public StoreTest {
protected:
    domain::AccountHistory history(domain::AccountId account)
    {
        return need(tables().history.load(account, 0, testNowMs));
    }

    void put(const domain::Contact &record)
    {
        inTransaction([&] { need(tables().records.put(record, m_changes)); });
    }
};

TEST_F(SignalFactStoreTest, ANewTitleKeepsTheOldOne)
{
    const auto home = addAccount("a1");
    auto record = contact("c1", "a1");
    record.title = "VP Finance";
    record.updatedMs = 50;
    put(record);
    EXPECT_TRUE(history(home).titleChanges.empty());
    record.title = "CFO";
    record.updatedMs = 70;
    put(record);
    const auto changes = history(home).titleChanges;
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].title, "VP Finance");
    EXPECT_EQ(changes[0].atMs, 50);
    EXPECT_EQ(changes[1].title, "CFO");
    EXPECT_EQ(changes[1].atMs, 70);
    EXPECT_NE(breach(database(), "UPDATE title_change SET title = ''"), "");
}

TEST_F(SignalFactStoreTest, OneRolePerSourceAndUnknownTakesItBack)
{
    const auto home = addAccount("a1");
    const auto dana = addContact("c1", "a1");
    const auto set = [&](BuyingRole role, RoleSource source, base::UtcMs atMs) {
        inTransaction([&] {
            need(tables().signalFacts.setRole({dana, role, source, "rep", atMs}));
        });
    };
    set(BuyingRole::Technical, RoleSource::Crm, 1);
    set(BuyingRole::Champion, RoleSource::Person, 2);
    set(BuyingRole::EconomicBuyer, RoleSource::Person, 3);
    auto roles = history(home).roles;
    ASSERT_EQ(roles.size(), 2U);
    EXPECT_EQ(roles[0].role, BuyingRole::Technical);
    EXPECT_EQ(roles[1].role, BuyingRole::EconomicBuyer);
    set(BuyingRole::Unknown, RoleSource::Person, 4);
    EXPECT_EQ(history(home).roles.size(), 1U);
}

TEST_F(SignalFactStoreTest, TrustedEventsComeWithTheHistoryAndCanBeTakenBack)
{
    const auto home = addAccount("a1");
    inTransaction([&] {
        auto one = event("1", domain::EventKind::EmailClicked, 10);
        one.account.id = home;
        need(tables().events.add(std::vector{one}, m_changes));
        need(tables().signalFacts.setTrusted({1}, true, "rep", 20));
        need(tables().signalFacts.setTrusted({1}, true, "rep", 21));
    });
    EXPECT_EQ(history(home).trusted, (std::vector{domain::EventId{1}}));
    inTransaction([&] { need(tables().signalFacts.setTrusted({1}, false, "rep", 22)); });
    EXPECT_TRUE(history(home).trusted.empty());
}

TEST_F(SignalFactStoreTest, SuspectsAreReplacedAndCountedByTheTimeOfTheirEvents)
{
    const auto home = addAccount("a1");
    inTransaction([&] {
        for (int i = 1; i <= 3; ++i) {
            auto one = event(std::to_string(i), domain::EventKind::EmailClicked, i * 10);
            one.account.id = home;
            need(tables().events.add(std::vector{one}, m_changes));
        }
    });
    const std::vector<domain::SuspectEvent> found = {
        {{1}, {domain::ReasonCode::BotTooFast, {domain::Span{800}}}},
        {{3}, {domain::ReasonCode::BotSaidSource, {}}}};
    inTransaction([&] { need(tables().signalFacts.replaceSuspects(home, found)); });
    EXPECT_EQ(need(tables().signalFacts.suspects(home)), found);
    EXPECT_EQ(need(tables().signalFacts.suspectCount(10, 29)), 1);
    EXPECT_EQ(need(tables().signalFacts.suspectCount(10, 30)), 2);
    const auto before = need(tables().derived.digest());
    inTransaction([&] { need(tables().signalFacts.replaceSuspects(home, {})); });
    EXPECT_NE(need(tables().derived.digest()), before);
}

} // namespace
} // namespace topline::store
