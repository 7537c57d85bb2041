// Records that became one: the row keeps everything that named either.
#include "core/store/check_workspace.h"
#include "tests/store/direct_sql.h"
#include "tests/sync/sync_fixture.h"

namespace topline::sync {
namespace {

using domain::RecordKind;
using store::askDirectly;

crm::RecordMerged contactMerged(const std::string &from, const std::string &to)
{
    return {RecordKind::Contact, from, to};
}

crm::RecordMerged accountMerged(const std::string &from, const std::string &to)
{
    return {RecordKind::Account, from, to};
}

domain::Event callTo(const std::string &key, const std::string &contact)
{
    auto out = store::event(key, domain::EventKind::CallAnswered, testNowMs);
    out.contact.remoteId = contact;
    return out;
}

class ApplyMergedTest : public SyncTest {
protected:
    void expectSound()
    {
        const auto report = need(store::checkWorkspace(database(), store::Depth::Full));
        EXPECT_TRUE(report.sound()) << (report.sound() ? "" : report.findings.front());
    }
};

TEST_F(ApplyMergedTest, MergesAreRememberedUntilTheSurvivorComes)
{
    apply(pageOf(contactMerged("hs:1", "hs:2")));
    apply(pageOf(person("hs:8", "eve@a.example")));
    apply(pageOf(contactMerged("hs:2", "hs:3")));
    EXPECT_EQ(need(tables().links.rowOf(RecordKind::Contact, "hs:1")), 0);
    apply(pageOf(person("hs:3", "dana@a.example")));
    const auto row = need(tables().links.rowOf(RecordKind::Contact, "hs:3"));
    EXPECT_EQ(need(tables().links.rowOf(RecordKind::Contact, "hs:2")), row);
    EXPECT_EQ(need(tables().links.rowOf(RecordKind::Contact, "hs:1")), row);
    apply(pageOf(person("hs:1", "dana@a.example")));
    EXPECT_EQ(need(tables().records.counts()).contacts, 2) << "a late version makes no double";
    expectSound();
}

TEST_F(ApplyMergedTest, ALoserThatComesAfterAllIsNobodyElse)
{
    apply(pageOf(contactMerged("hs:1", "hs:2")));
    apply(pageOf(person("hs:1", "dana@a.example")));
    apply(pageOf(person("hs:2", "eve@a.example")));
    EXPECT_EQ(need(tables().records.counts()).contacts, 2);
    expectSound();
}

TEST_F(ApplyMergedTest, ANewIdKeepsTheRow)
{
    apply(pageOf(person("hs:1", "dana@a.example")));
    const auto row = contactNow("hs:1").id;
    auto survivor = person("hs:9", "dana@b.example", testNowMs + 1);
    auto page = pageOf(contactMerged("hs:1", "hs:9"), survivor);
    EXPECT_EQ(apply(page).merged, 1);
    EXPECT_EQ(contactNow("hs:9").id, row);
    EXPECT_EQ(contactNow("hs:1").id, row);
    EXPECT_EQ(contactNow("hs:9").email, "dana@b.example");
    EXPECT_EQ(need(tables().records.counts()).contacts, 1);
    EXPECT_EQ(apply(page).merged, 0) << "the same page again";
    expectSound();
}

TEST_F(ApplyMergedTest, TwoKnownRowsBecomeOneAndNothingIsLost)
{
    auto page = pageOf(company("hs:a", "a.example"), company("hs:b", "b.example"));
    auto dana = person("hs:1", "dana@a.example");
    dana.account.remoteId = "hs:a";
    auto deal = store::deal("hs:d", "hs:a");
    deal.contact.remoteId = "hs:1";
    page.contacts = {dana};
    page.deals = {deal};
    page.events = {callTo("call", "hs:1")};
    apply(page);
    const auto from = accountNow("hs:a").id;
    const auto into = accountNow("hs:b").id;
    auto task = store::action("task", from);
    inTransaction([&] {
        need(tables().actions.add(task));
        need(tables().decisions.assign({from, true, "salt", 150, 1}));
        domain::LedgerEntry entry;
        entry.account = from;
        need(tables().ledger.append(entry, store::chainForTest));
    });

    EXPECT_EQ(apply(pageOf(accountMerged("hs:a", "hs:b"))).merged, 1);
    EXPECT_TRUE(m_changes.accounts.contains(from));
    EXPECT_TRUE(m_changes.accounts.contains(into));
    EXPECT_EQ(accountNow("hs:a").id, into);
    EXPECT_TRUE(need(tables().records.account(from))->deleted);
    EXPECT_EQ(need(tables().records.contactsOf(into)).size(), 1U);
    EXPECT_EQ(need(tables().records.dealsOf(into)).size(), 1U);
    EXPECT_EQ(need(tables().events.timeline(into, testNowMs, 9)).size(), 1U);
    EXPECT_EQ(need(tables().actions.openOf(into)).size(), 1U);
    EXPECT_EQ(need(tables().ledger.ofAccount(into)).size(), 1U);
    EXPECT_TRUE(need(tables().decisions.assignment(into))->heldOut)
        << "one held-out account holds out the whole";
    EXPECT_EQ(need(tables().links.survivor(RecordKind::Account, from.value)), into.value);
    expectSound();
}

TEST_F(ApplyMergedTest, DealsTakeTheirHistoryAlong)
{
    addStage("hs:s", 0, domain::StageKind::Open);
    auto page = pageOf(company("hs:a", "a.example"));
    page.deals = {store::deal("hs:1", "hs:a", "hs:s"), store::deal("hs:2", "hs:a", "hs:s")};
    page.stageChanges = {{{{}, "hs:1"}, {{}, "hs:s"}, 5}, {{{}, "hs:2"}, {{}, "hs:s"}, 7}};
    page.amountChanges = {{{{}, "hs:1"}, {100, base::Currency::usd()}, 5}};
    apply(page);
    apply(pageOf(crm::RecordMerged{RecordKind::Deal, "hs:1", "hs:2"}));
    const auto deal = need(tables().records.dealByRemoteId("hs:1"));
    EXPECT_EQ(need(tables().records.stageChangesOf(deal)).size(), 2U);
    EXPECT_EQ(need(tables().records.amountChangesOf(deal)).size(), 1U);
    EXPECT_EQ(need(tables().records.counts()).deals, 1);
    expectSound();
}

TEST_F(ApplyMergedTest, TheLosersDeletionAndItsLateVersionsAreNoNews)
{
    apply(pageOf(person("hs:1", "a@a.example"), person("hs:2", "b@a.example")));
    apply(
        pageOf(contactMerged("hs:1", "hs:2"), crm::RecordGone{RecordKind::Contact, "hs:1", true}));
    auto late = person("hs:1", "late@a.example", testNowMs + 1);
    EXPECT_EQ(apply(pageOf(late)).byKind.at("contacts").unchanged, 1);
    EXPECT_EQ(contactNow("hs:1").email, "b@a.example");
    EXPECT_FALSE(contactNow("hs:2").deleted);
}

TEST_F(ApplyMergedTest, AMergeThatWasTakenBackMakesTwoRecordsAgain)
{
    apply(pageOf(person("hs:1", "a@a.example"), person("hs:2", "b@a.example")));
    const auto first = contactNow("hs:1").id;
    apply(pageOf(contactMerged("hs:1", "hs:2")));
    apply(pageOf(person("hs:1", "a@a.example", m_nowMs + 1)));
    EXPECT_EQ(contactNow("hs:1").id, first);
    EXPECT_FALSE(contactNow("hs:1").deleted);
    EXPECT_EQ(need(tables().links.survivor(RecordKind::Contact, first.value)), first.value);
    expectSound();
}

TEST_F(ApplyMergedTest, WhatWaitedForTheLoserGetsTheSurvivor)
{
    auto dana = person("hs:1", "dana@a.example");
    dana.account.remoteId = "hs:old";
    apply(pageOf(dana));
    apply(pageOf(accountMerged("hs:old", "hs:new"), company("hs:new", "a.example")));
    EXPECT_EQ(contactNow("hs:1").account.remoteId, "hs:new");
    auto ann = person("hs:2", "ann@a.example");
    ann.account.remoteId = "hs:old"; // still called so by a link that came late
    apply(pageOf(ann));
    EXPECT_EQ(contactNow("hs:2").account.remoteId, "hs:new");
    expectSound();
}

TEST_F(ApplyMergedTest, ChainsOfMergesEndAtTheLastRecord)
{
    apply(pageOf(person("hs:1", "a@a.example"), person("hs:2", "b@a.example")));
    apply(pageOf(contactMerged("hs:1", "hs:9"), contactMerged("hs:2", "hs:9"),
                 person("hs:9", "c@a.example", testNowMs + 1)));
    EXPECT_EQ(need(tables().records.counts()).contacts, 1);
    apply(pageOf(contactMerged("hs:1", "hs:20"), contactMerged("hs:2", "hs:20"),
                 contactMerged("hs:9", "hs:20"), person("hs:20", "d@a.example", testNowMs + 2)));
    EXPECT_EQ(need(tables().records.counts()).contacts, 1);
    for (const auto *id : {"hs:1", "hs:2", "hs:9", "hs:20"})
        EXPECT_EQ(contactNow(id).email, "d@a.example") << id;
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, contactNow("hs:1").id.value,
                                             "hubspot")),
              "hs:20");
    expectSound();
}

TEST_F(ApplyMergedTest, AnEditOfTheLoserIsJudgedByTheSurvivor)
{
    apply(pageOf(person("hs:1", "a@a.example"), person("hs:2", "b@a.example")));
    addEdit("edit", "hs:1", {"title", "CFO", "CEO"});
    auto survivor = person("hs:2", "b@a.example", testNowMs + 1);
    survivor.title = "CTO";
    const auto applied = apply(pageOf(contactMerged("hs:1", "hs:2"), survivor));
    ASSERT_EQ(applied.conflicts.size(), 1U);
    EXPECT_EQ(applied.conflicts.front().record, contactNow("hs:2").id.value);
}

} // namespace
} // namespace topline::sync
