// The same person, company or owner in two CRMs: one row, two ids, three-way merges.
#include "core/store/check_workspace.h"
#include "tests/sync/sync_fixture.h"

namespace topline::sync {
namespace {

using domain::ConflictState;
using domain::RecordKind;

class SharedRecordTest : public SyncTest {
protected:
    // Dana as both systems have her, the HubSpot record first.
    void shareDana()
    {
        m_hubspot = person("hs:1", "dana@a.example");
        m_salesforce = person("sf:7", "Dana@A.example", testNowMs + 10);
        m_salesforce.phone = "123";
        m_salesforce.email = m_hubspot.email;
        apply(pageOf(m_hubspot));
        apply(pageOf(m_salesforce), "salesforce");
    }

    domain::Contact m_hubspot;
    domain::Contact m_salesforce;
};

TEST_F(SharedRecordTest, TheSamePersonIsOneRowWithBothIds)
{
    shareDana();
    EXPECT_EQ(need(tables().records.counts()).contacts, 1);
    const auto dana = contactNow("sf:7");
    EXPECT_EQ(dana.remoteId, "hs:1");
    EXPECT_EQ(dana.phone, "123") << "what was empty is filled";
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, dana.id.value, "salesforce")),
              "sf:7");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, dana.id.value, "hubspot")),
              "hs:1");
    apply(pageOf(m_salesforce), "salesforce");
    apply(pageOf(m_hubspot));
    EXPECT_TRUE(m_changes.empty());
    EXPECT_EQ(contactNow("hs:1").phone, "123")
        << "HubSpot has no phone and never had: nothing it changed";
    EXPECT_EQ(need(tables().conflicts.list(9)).size(), 0U);
}

TEST_F(SharedRecordTest, AmbiguousOrOwnSystemsRecordsStayApart)
{
    apply(pageOf(person("hs:1", "dana@a.example"), person("hs:2", "dana@a.example")));
    EXPECT_EQ(need(tables().records.counts()).contacts, 2);
    apply(pageOf(person("sf:7", "dana@a.example")), "salesforce");
    EXPECT_EQ(need(tables().records.counts()).contacts, 3);
    apply(pageOf(person("sf:8", ""), person("sf:9", "")), "salesforce");
    EXPECT_EQ(need(tables().records.counts()).contacts, 5);
}

TEST_F(SharedRecordTest, EachSideChangesItsFields)
{
    shareDana();
    m_hubspot.title = "CEO";
    m_hubspot.updatedMs = testNowMs + 20;
    apply(pageOf(m_hubspot));
    m_salesforce.lastName = "Ruiz";
    m_salesforce.updatedMs = testNowMs + 30;
    apply(pageOf(m_salesforce), "salesforce");
    const auto dana = contactNow("hs:1");
    EXPECT_EQ(dana.title, "CEO");
    EXPECT_EQ(dana.lastName, "Ruiz");
    EXPECT_TRUE(need(tables().conflicts.list(9)).empty());
}

TEST_F(SharedRecordTest, WhatOneOverwritesOfTheOtherIsRecorded)
{
    shareDana();
    m_hubspot.title = "CEO";
    m_hubspot.updatedMs = testNowMs + 20;
    apply(pageOf(m_hubspot));
    m_salesforce.title = "CTO";
    m_salesforce.updatedMs = testNowMs + 30;
    const auto applied = apply(pageOf(m_salesforce), "salesforce");
    EXPECT_EQ(contactNow("hs:1").title, "CTO");
    ASSERT_EQ(applied.conflicts.size(), 1U);
    const auto &one = applied.conflicts.front();
    EXPECT_EQ(one.base + one.ours + one.theirs, "CFOCEOCTO");
    EXPECT_EQ(one.oursFrom, "HubSpot");
    EXPECT_EQ(one.state, ConflictState::ByRule);
    EXPECT_TRUE(apply(pageOf(m_salesforce), "salesforce").conflicts.empty());
}

TEST_F(SharedRecordTest, WhoeverDecidesSeesWhatBothHaveNow)
{
    const auto ask = domain::FieldRule{domain::FieldRule::Winner::Ask, ""};
    m_rules.byField[{RecordKind::Contact, "title"}] = ask;
    shareDana();
    const auto changes = [&](domain::Contact &who, const std::string &title,
                             const std::string &system) {
        who.title = title;
        who.updatedMs += 100;
        apply(pageOf(who), system);
    };
    changes(m_salesforce, "CTO", "salesforce");
    changes(m_hubspot, "CEO", "hubspot");
    ASSERT_EQ(need(tables().conflicts.openCount()), 1);
    changes(m_salesforce, "COO", "salesforce");
    changes(m_hubspot, "CPO", "hubspot");
    const auto open = need(tables().conflicts.list(0));
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().system, "hubspot");
    EXPECT_EQ(open.front().ours, "COO");
    EXPECT_EQ(open.front().theirs, "CPO");
}

TEST_F(SharedRecordTest, AnOlderVersionOfOneSystemIsNoNewsHoweverNewTheOtherIs)
{
    shareDana();
    auto late = m_salesforce;
    late.updatedMs -= 1;
    late.title = "Old";
    EXPECT_EQ(apply(pageOf(late), "salesforce").byKind.at("contacts").unchanged, 1);
    m_hubspot.title = "CEO";
    m_hubspot.updatedMs = testNowMs + 5; // older than the Salesforce version, newer than its own
    EXPECT_EQ(apply(pageOf(m_hubspot)).byKind.at("contacts").changed, 1);
    EXPECT_EQ(contactNow("hs:1").title, "CEO");
}

TEST_F(SharedRecordTest, DeletedInOneItLivesOnInTheOther)
{
    shareDana();
    const crm::RecordGone hubspotGone{RecordKind::Contact, "hs:1", true};
    apply(pageOf(hubspotGone));
    const auto dana = contactNow("hs:1");
    EXPECT_FALSE(dana.deleted);
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, dana.id.value, "hubspot")), "");
    EXPECT_EQ(need(tables().syncObjects.localCount("hubspot", "contacts")), 0);
    EXPECT_EQ(need(tables().syncObjects.localCount("salesforce", "contacts")), 1);
    apply(pageOf(crm::RecordGone{RecordKind::Contact, "sf:7", true}), "salesforce");
    EXPECT_TRUE(contactNow("hs:1").deleted);
    m_hubspot.updatedMs += 100;
    apply(pageOf(m_hubspot));
    EXPECT_FALSE(contactNow("hs:1").deleted) << "restored";
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, dana.id.value, "hubspot")),
              "hs:1");
}

TEST_F(SharedRecordTest, WhatOnlyTheDeletedOneHadGivesWayToTheOthersValue)
{
    shareDana();
    m_salesforce.title = "CTO";
    m_salesforce.updatedMs = testNowMs + 20;
    apply(pageOf(m_salesforce), "salesforce");
    ASSERT_EQ(contactNow("hs:1").title, "CTO");
    apply(pageOf(crm::RecordGone{RecordKind::Contact, "sf:7", true}), "salesforce");
    const auto dana = contactNow("hs:1");
    EXPECT_EQ(dana.title, m_hubspot.title) << "what HubSpot has: the base of the next edit";
    EXPECT_EQ(dana.phone, "123") << "HubSpot has none: it is still what is known";
}

TEST_F(SharedRecordTest, RestoredInOneOnlyItHasThatOnesValues)
{
    shareDana();
    m_hubspot.title = "CTO";
    m_hubspot.updatedMs = testNowMs + 20;
    apply(pageOf(m_hubspot));
    apply(pageOf(crm::RecordGone{RecordKind::Contact, "sf:7", true}), "salesforce");
    apply(pageOf(crm::RecordGone{RecordKind::Contact, "hs:1", true}));
    ASSERT_TRUE(contactNow("hs:1").deleted);
    m_salesforce.lastName = "Newly";
    m_salesforce.updatedMs = testNowMs + 30;
    EXPECT_TRUE(apply(pageOf(m_salesforce), "salesforce").conflicts.empty());
    const auto dana = contactNow("sf:7");
    EXPECT_FALSE(dana.deleted);
    EXPECT_EQ(dana.title, m_salesforce.title) << "HubSpot's value went with its record";
    EXPECT_EQ(dana.lastName, "Newly");
}

TEST_F(SharedRecordTest, CompaniesAreMatchedByDomainAndTheirPeopleMeet)
{
    apply(pageOf(company("hs:a", "northwind.example")));
    auto dana = person("sf:7", "dana@northwind.example");
    dana.account.remoteId = "sf:home";
    apply(pageOf(dana), "salesforce"); // waits for its company
    apply(pageOf(company("sf:home", "northwind.example")), "salesforce");
    EXPECT_EQ(need(tables().records.counts()).accounts, 1);
    EXPECT_EQ(contactNow("sf:7").account.remoteId, "hs:a");
    apply(pageOf(company("hs:b", "gmail.com")));
    apply(pageOf(company("sf:b", "gmail.com")), "salesforce");
    EXPECT_EQ(need(tables().records.counts()).accounts, 3);
}

TEST_F(SharedRecordTest, OwnersAreMatchedByMailAddress)
{
    const domain::Owner one{{}, "hs:o", "Ann", "ann@us.example", "", "", true, 1};
    const domain::Owner two{{}, "sf:o", "Ann B.", "Ann@us.example", "East", "", true, 2};
    apply(pageOf(one));
    apply(pageOf(two), "salesforce");
    const auto owners = need(tables().catalogue.owners());
    ASSERT_EQ(owners.size(), 1U);
    EXPECT_EQ(owners.front().name, "Ann");
    EXPECT_EQ(owners.front().team, "East");
    auto home = company("sf:a", "a.example");
    home.owner.remoteId = "sf:o";
    apply(pageOf(home), "salesforce");
    EXPECT_EQ(accountNow("sf:a").owner.id, owners.front().id);
}

TEST_F(SharedRecordTest, AMergeInOneSystemKeepsTheOthersId)
{
    shareDana();
    apply(pageOf(person("sf:8", "other@a.example", testNowMs + 10)), "salesforce");
    apply(pageOf(crm::RecordMerged{RecordKind::Contact, "sf:7", "sf:8"}), "salesforce");
    const auto dana = contactNow("sf:8");
    EXPECT_EQ(contactNow("hs:1").id, dana.id);
    EXPECT_EQ(need(tables().records.counts()).contacts, 1);
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, dana.id.value, "hubspot")),
              "hs:1");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, dana.id.value, "salesforce")),
              "sf:8");
    const auto report = need(store::checkWorkspace(database(), store::Depth::Full));
    EXPECT_TRUE(report.sound()) << (report.sound() ? "" : report.findings.front());
}

TEST_F(SharedRecordTest, TwoSharedRecordsMergedInOneSystemStayTwoInTheOther)
{
    shareDana();
    apply(pageOf(person("hs:2", "ann@a.example")));
    apply(pageOf(person("sf:8", "ann@a.example", testNowMs + 10)), "salesforce");
    m_salesforce.title = "CTO";
    m_salesforce.updatedMs += 1;
    apply(pageOf(m_salesforce), "salesforce");
    apply(pageOf(crm::RecordMerged{RecordKind::Contact, "sf:7", "sf:8"}), "salesforce");
    EXPECT_EQ(need(tables().records.counts()).contacts, 2);
    EXPECT_EQ(contactNow("hs:1").title, m_hubspot.title) << "only HubSpot has it now";
    EXPECT_NE(contactNow("hs:1").id, contactNow("hs:2").id);
    EXPECT_EQ(contactNow("sf:7").id, contactNow("hs:2").id);
}

// The other system merged first and brought the row of the deleted one along.
TEST_F(SharedRecordTest, ADeletedRecordThatComesBackAsTheSurvivorIsTheOneUsed)
{
    shareDana();
    apply(pageOf(person("hs:2", "ann@a.example")));
    auto ann = person("sf:8", "ann@a.example", testNowMs + 10);
    apply(pageOf(ann), "salesforce");
    apply(pageOf(crm::RecordGone{RecordKind::Contact, "sf:8", true}), "salesforce");
    apply(pageOf(crm::RecordMerged{RecordKind::Contact, "hs:1", "hs:2"}));
    m_salesforce.title = "CTO";
    m_salesforce.updatedMs = testNowMs + 20;
    apply(pageOf(m_salesforce), "salesforce");
    ASSERT_EQ(contactNow("hs:2").title, "CTO");

    ann.phone = "456";
    ann.updatedMs = testNowMs + 30;
    const auto page = pageOf(crm::RecordMerged{RecordKind::Contact, "sf:7", "sf:8"}, ann);
    EXPECT_EQ(apply(page, "salesforce").merged, 1);
    const auto both = contactNow("hs:2");
    EXPECT_EQ(contactNow("sf:7").id, both.id);
    EXPECT_EQ(contactNow("sf:8").id, both.id);
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, both.id.value, "salesforce")),
              "sf:8");
    EXPECT_EQ(both.phone, "456");
    EXPECT_EQ(both.title, ann.title) << "only the loser had another one";
    EXPECT_EQ(apply(page, "salesforce").merged, 0) << "the same page again";
    const auto report = need(store::checkWorkspace(database(), store::Depth::Full));
    EXPECT_TRUE(report.sound()) << (report.sound() ? "" : report.findings.front());
}

TEST_F(SharedRecordTest, ARecordThatComesBackToAMergedRowIsSharedWithTheSurvivor)
{
    auto survivor = person("hs:2", "dana.b@a.example");
    survivor.title = "CTO";
    apply(pageOf(survivor));
    shareDana();
    apply(pageOf(crm::RecordGone{RecordKind::Contact, "sf:7", true}), "salesforce");
    apply(pageOf(crm::RecordMerged{RecordKind::Contact, "hs:1", "hs:2"}));
    m_salesforce.lastName = "Newly";
    m_salesforce.updatedMs = testNowMs + 20;
    apply(pageOf(m_salesforce), "salesforce");
    EXPECT_EQ(contactNow("sf:7").id, contactNow("hs:2").id);
    EXPECT_EQ(contactNow("hs:2").title, "CTO") << "the survivor has it";
    EXPECT_EQ(contactNow("hs:2").lastName, "Newly");
    survivor.title = "CEO";
    survivor.updatedMs = testNowMs + 30;
    apply(pageOf(survivor));
    EXPECT_EQ(contactNow("hs:2").title, "CEO");
    EXPECT_EQ(contactNow("hs:2").lastName, "Newly") << "HubSpot says nothing new of it";
}

TEST_F(SharedRecordTest, ARowWhoseOwnRecordLostIsCalledByTheSurvivor)
{
    const auto ann = person("sf:8", "ann@a.example");
    apply(pageOf(person("sf:7", "dana@a.example"), ann), "salesforce");
    apply(pageOf(person("hs:1", "dana@a.example"), person("hs:2", "ann@a.example")));
    apply(pageOf(crm::RecordGone{RecordKind::Contact, "sf:8", true}), "salesforce");
    apply(pageOf(crm::RecordMerged{RecordKind::Contact, "hs:2", "hs:1"}));
    apply(pageOf(crm::RecordMerged{RecordKind::Contact, "sf:7", "sf:8"}), "salesforce");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, contactNow("hs:1").id.value,
                                             "salesforce")),
              "sf:8");
}

} // namespace
} // namespace topline::sync
