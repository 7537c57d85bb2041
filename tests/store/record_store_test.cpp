#include "core/store/history_store.h"
#include "core/store/record_store.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::ChangeSet;
using domain::EventKind;

class RecordStoreTest : public StoreTest {
protected:
    // Puts in a transaction of its own; the changes are those of this put alone.
    template <typename Record> auto put(const Record &record)
    {
        m_changes = {};
        return inTransaction([&] { return need(tables().records.put(record, m_changes)); });
    }
};

TEST_F(RecordStoreTest, GivesBackEveryFieldOfAnAccount)
{
    inTransaction([&] {
        const domain::Owner owner{{}, "o1", "Ann Lee", "ann@us.example", "West", "Bo", true, 5};
        need(tables().catalogue.put(owner, m_changes));
    });
    domain::Account written = account("a1", "Ünïcode \xF0\x9F\x98\x80 GmbH & Söhne");
    written.country = "DE";
    written.parent = "Holding";
    written.employees = 250;
    written.annualRevenue = base::Money{123'456'789, *base::Currency::parse("EUR")};
    written.owner.remoteId = "o1";
    written.createdMs = -5;
    written.id = put(written).id;
    auto read = need(tables().records.account(written.id));
    ASSERT_TRUE(read.has_value());
    EXPECT_TRUE(read->owner.id.isSet());
    written.owner.id = read->owner.id;
    EXPECT_EQ(*read, written);
    EXPECT_FALSE(need(tables().records.account({999})).has_value());
}

TEST_F(RecordStoreTest, TellsAddedChangedAndUnchangedApart)
{
    auto record = account("a1");
    EXPECT_EQ(put(record).change, Change::Added);
    EXPECT_EQ(m_changes.accounts.size(), 1U);
    EXPECT_EQ(put(record).change, Change::Unchanged);
    EXPECT_TRUE(m_changes.empty());
    record.industry = "Steel";
    EXPECT_EQ(put(record).change, Change::Changed);
    EXPECT_EQ(m_changes.accounts.size(), 1U);
    record.employees = 0; // zero is not "unknown"
    EXPECT_EQ(put(record).change, Change::Changed);
    record.employees.reset();
    EXPECT_EQ(put(record).change, Change::Changed);
}

TEST_F(RecordStoreTest, AnUnchangedRecordIsNotWritten)
{
    const auto record = account("a1");
    put(record);
    const auto before = askDirectly(database(), "SELECT total_changes()");
    put(record);
    EXPECT_EQ(askDirectly(database(), "SELECT total_changes()"), before);
}

TEST_F(RecordStoreTest, AnOlderAnswerDoesNotUndoANewerOne)
{
    auto record = account("a1", "New name");
    record.updatedMs = 2'000;
    put(record);
    auto late = account("a1", "Old name");
    late.updatedMs = 1'000;
    EXPECT_EQ(put(late).change, Change::Unchanged);
    // Seen again at 3'000 without any change: what is older than that is late as well.
    record.updatedMs = 3'000;
    EXPECT_EQ(put(record).change, Change::Unchanged);
    late.updatedMs = 2'500;
    EXPECT_EQ(put(late).change, Change::Unchanged);
    EXPECT_EQ(need(tables().records.accounts()).front().name, "New name");
    late.updatedMs = 0; // a source without times
    EXPECT_EQ(put(late).change, Change::Changed);
}

TEST_F(RecordStoreTest, ARecordWithoutAnIdIsRefused)
{
    const auto error = refusedBy([&] {
        const auto result = tables().records.put(account(""), m_changes);
        return result.ok() ? base::Status() : base::Status(result.error());
    });
    EXPECT_EQ(error.code, base::ErrorCode::InvalidInput);
}

TEST_F(RecordStoreTest, AMovedContactTouchesBothAccounts)
{
    const auto from = addAccount("a1");
    const auto to = addAccount("a2");
    addContact("c1", "a1");
    put(contact("c1", "a2"));
    EXPECT_EQ(m_changes.accounts, (std::set<domain::AccountId>{from, to}));
    EXPECT_TRUE(need(tables().records.contactsOf(from)).empty());
    EXPECT_EQ(need(tables().records.contactsOf(to)).size(), 1U);
}

TEST_F(RecordStoreTest, RecordsMayArriveInAnyOrder)
{
    auto early = deal("d1", "a1", "s1");
    early.contact.remoteId = "c1";
    early.owner.remoteId = "o1";
    early.product.remoteId = "p1";
    const auto id = put(early).id;
    put(contact("c1", "a1"));
    EXPECT_FALSE(need(tables().records.deal(id))->account.id.isSet());

    m_changes = {};
    const auto home = addAccount("a1");
    EXPECT_TRUE(m_changes.accounts.contains(home));
    EXPECT_TRUE(m_changes.deals.contains(id));
    addStage("s1", 0, domain::StageKind::Open);
    inTransaction([&] {
        need(
            tables().catalogue.put(domain::Owner{{}, "o1", "Ann", "", "", "", true, 0}, m_changes));
        need(tables().catalogue.put(domain::Product{{}, "p1", "Gear", "", {}, 0}, m_changes));
    });
    const auto read = need(tables().records.deal(id));
    EXPECT_EQ(read->account.id, home);
    EXPECT_EQ(read->account.remoteId, "a1");
    EXPECT_TRUE(read->contact.id.isSet());
    EXPECT_TRUE(read->owner.id.isSet());
    EXPECT_TRUE(read->product.id.isSet());
    EXPECT_TRUE(read->stage.id.isSet());
    EXPECT_EQ(need(tables().records.contactsOf(home)).size(), 1U);
    EXPECT_EQ(askDirectly(database(), "SELECT count(*) FROM pending_reference"), "0");
    EXPECT_EQ(put(early).change, Change::Unchanged);
}

TEST_F(RecordStoreTest, AReferenceThatChangedItsMindWaitsForTheNewOneOnly)
{
    const auto id = put(contact("c1", "a1")).id;
    put(contact("c1", "a2"));
    addAccount("a1");
    EXPECT_FALSE(need(tables().records.contact(id))->account.id.isSet());
    const auto home = addAccount("a2");
    EXPECT_EQ(need(tables().records.contact(id))->account.id, home);
}

TEST_F(RecordStoreTest, HistoryIsAddedOnceAndKept)
{
    const auto home = addAccount("a1");
    const auto first = addStage("s1", 0, domain::StageKind::Open);
    const auto second = addStage("s2", 1, domain::StageKind::Open);
    const auto id = addDeal("d1", "a1", "s2");
    m_changes = {};
    const domain::StageChange change{{{}, "d1"}, {{}, "s1"}, 500};
    const domain::AmountChange amount{{{}, "d1"}, {900, base::Currency::usd()}, 500};
    inTransaction([&] {
        EXPECT_EQ(need(tables().records.add({{id, ""}, {second, ""}, 700}, m_changes)),
                  Change::Added);
        EXPECT_EQ(need(tables().records.add(change, m_changes)), Change::Added);
        EXPECT_EQ(need(tables().records.add(change, m_changes)), Change::Unchanged);
        EXPECT_EQ(need(tables().records.add(amount, m_changes)), Change::Added);
        EXPECT_EQ(need(tables().records.add(amount, m_changes)), Change::Unchanged);
    });
    EXPECT_TRUE(m_changes.accounts.contains(home));
    EXPECT_TRUE(m_changes.deals.contains(id));
    const auto history = need(tables().records.stageChangesOf(id));
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[0].stage.id, first);
    EXPECT_EQ(history[0].atMs, 500);
    EXPECT_EQ(need(tables().records.stageChangesOf(home)), history);
    EXPECT_EQ(need(tables().records.amountChangesOf(id)).front().amount, amount.amount);
    const auto error = refusedBy([&] {
        const auto result =
            tables().records.add(domain::StageChange{{{}, "nobody"}, {{}, "s1"}, 1}, m_changes);
        return result.ok() ? base::Status() : base::Status(result.error());
    });
    EXPECT_EQ(error.code, base::ErrorCode::NotFound);
}

TEST_F(RecordStoreTest, DeletedRecordsLeaveTheListsButStayReadable)
{
    auto record = account("a1");
    const auto id = put(record).id;
    record.deleted = true;
    record.updatedMs += 1;
    EXPECT_EQ(put(record).change, Change::Changed);
    EXPECT_TRUE(need(tables().records.accounts()).empty());
    EXPECT_TRUE(need(tables().records.accountIds()).empty());
    EXPECT_FALSE(need(tables().records.accountByRemoteId("a1")).isSet());
    EXPECT_TRUE(need(tables().records.account(id))->deleted);
    EXPECT_EQ(need(tables().records.counts()).accounts, 0);
}

TEST_F(RecordStoreTest, FindsRecordsByWhatAFileNames)
{
    const auto home = addAccount("a1", "Northwind Traders");
    const auto person = addContact("c1", "a1");
    const auto &records = tables().records;
    EXPECT_EQ(need(records.accountByName("NORTHWIND traders")), home);
    EXPECT_EQ(need(records.accountByDomain("A1.example")), home);
    EXPECT_EQ(need(records.contactByEmail("C1@MAIL.example")), person);
    EXPECT_FALSE(need(records.contactByEmail("")).isSet());
    EXPECT_FALSE(need(records.accountByDomain("")).isSet());
    EXPECT_FALSE(need(records.dealByRemoteId("d1")).isSet());
}

TEST_F(RecordStoreTest, CatalogueIsWrittenOnlyWhenItChanges)
{
    domain::Owner owner{{}, "o1", "Ann", "a@b.example", "West", "Bo", true, 10};
    domain::Quota quota{{{}, "o1"}, 0, 1'000, {5'000, base::Currency::usd()}};
    auto &catalogue = tables().catalogue;
    inTransaction([&] {
        EXPECT_EQ(need(catalogue.put(owner, m_changes)).change, Change::Added);
        EXPECT_EQ(need(catalogue.put(quota, m_changes)).change, Change::Added);
        EXPECT_TRUE(m_changes.catalogue);
        m_changes = {};
        EXPECT_EQ(need(catalogue.put(owner, m_changes)).change, Change::Unchanged);
        EXPECT_EQ(need(catalogue.put(quota, m_changes)).change, Change::Unchanged);
        EXPECT_FALSE(m_changes.catalogue);
        quota.amount.amountMinor = 6'000;
        EXPECT_EQ(need(catalogue.put(quota, m_changes)).change, Change::Changed);
        EXPECT_TRUE(m_changes.catalogue);
    });
    owner.id = need(catalogue.owners()).front().id;
    EXPECT_EQ(need(catalogue.owners()), std::vector{owner});
    quota.owner.id = owner.id;
    EXPECT_EQ(need(catalogue.quotas()), std::vector{quota});
    const auto stage = addStage("s1", 3, domain::StageKind::Lost);
    EXPECT_EQ(need(catalogue.stage(stage))->kind, domain::StageKind::Lost);
    EXPECT_EQ(need(catalogue.stages()).front().order, 3);
}

TEST_F(RecordStoreTest, SubscriptionsAndMovementsComeBackAsTheyWere)
{
    const auto home = addAccount("a1");
    domain::Subscription subscription{"sub1", {{}, "a1"}, "Team", 100, {}};
    const domain::SubscriptionMovement movement{
        "m1", "sub1", domain::MovementKind::Contraction, {-500, base::Currency::usd()}, 300};
    auto &subscriptions = tables().subscriptions;
    inTransaction([&] {
        EXPECT_EQ(need(subscriptions.put(subscription, m_changes)), Change::Added);
        EXPECT_EQ(need(subscriptions.put(subscription, m_changes)), Change::Unchanged);
        EXPECT_EQ(need(subscriptions.add(movement, m_changes)), Change::Added);
        EXPECT_EQ(need(subscriptions.add(movement, m_changes)), Change::Unchanged);
        subscription.endMs = 900;
        EXPECT_EQ(need(subscriptions.put(subscription, m_changes)), Change::Changed);
    });
    subscription.account.id = home;
    EXPECT_EQ(need(subscriptions.subscriptions()), std::vector{subscription});
    EXPECT_EQ(need(subscriptions.movements()), std::vector{movement});
}

TEST_F(RecordStoreTest, HistoryHoldsAllThatDecidingNeeds)
{
    const auto home = addAccount("a1");
    addAccount("a2");
    addContact("c1", "a1");
    addContact("c2", "a2");
    addStage("s1", 0, domain::StageKind::Open);
    const auto id = addDeal("d1", "a1", "s1");
    auto reply = event("1", EventKind::EmailReplied, 200);
    reply.account.id = home;
    reply.title = "Re: offer";
    reply.body = "Yes";
    auto view = event("2", EventKind::PricingView, 100);
    view.account.id = home;
    view.title = "Pricing";
    auto old = event("3", EventKind::PricingView, 10);
    old.account.id = home;
    auto later = event("4", EventKind::PricingView, 900);
    later.account.id = home;
    inTransaction([&] {
        need(tables().records.add(domain::StageChange{{id, ""}, {{}, "s1"}, 5}, m_changes));
        const domain::Event events[] = {reply, view, old, later};
        need(tables().events.add(events, m_changes));
    });
    const auto history = need(tables().history.load(home, 100, 800));
    EXPECT_EQ(history.account.remoteId, "a1");
    EXPECT_EQ(history.contacts.size(), 1U);
    EXPECT_EQ(history.deals.size(), 1U);
    EXPECT_EQ(history.stageChanges.size(), 1U);
    EXPECT_EQ(history.stages.size(), 1U);
    ASSERT_EQ(history.events.size(), 2U);
    EXPECT_EQ(history.events[0].kind, EventKind::PricingView);
    EXPECT_EQ(history.events[0].title, "");
    EXPECT_EQ(history.events[1].title, "Re: offer");
    EXPECT_EQ(history.events[1].body, "");
    EXPECT_FALSE(tables().history.load({999}, 0, 1).ok());
}

} // namespace
} // namespace topline::store
