// The roll call: when one is due, whom it calls up, and what becomes of those who do not answer.
#include "core/sync/apply_merged.h"
#include "core/sync/roll_call.h"
#include "tests/sync/sync_fixture.h"

#include <algorithm>
#include <set>

namespace topline::sync {
namespace {

using domain::RecordKind;

class RollCallTest : public SyncTest {
protected:
    void fill(int count, int first = 1'000)
    {
        crm::Page page;
        for (int i = first; i < first + count; ++i)
            page.contacts.push_back(
                person("hs:" + std::to_string(i), std::to_string(i) + "@a.example"));
        apply(page);
    }

    // The remote side counted so many contacts.
    void compare(std::int64_t remote, const std::string &system = "hubspot")
    {
        crm::Page page;
        domain::ObjectProgress progress;
        progress.object = "contacts";
        progress.remoteCount = remote;
        page.progress = {progress};
        apply(page, system);
    }

    RollCall rollCall() { return {tables(), "hubspot", m_nowMs}; }

    // What the engine does with an answer in which these of those that were asked for are gone.
    void answer(const RollCallAsk &ask, const std::set<std::string> &lost,
                RollCallOutcome outcome = RollCallOutcome::Told)
    {
        crm::Page page;
        for (const auto &id : ask.remoteIds) {
            if (lost.contains(id))
                page.gone.push_back({ask.kind, id, true});
        }
        page.more = !ask.isLast;
        inTransaction([&] {
            const PageSource source{"hubspot", m_nowMs, m_rules, ask.expected};
            need(applyPage(tables(), page, source, m_changes));
            need(rollCall().answered(ask, outcome));
        });
    }

    // All calls until none is due; how many there were, and everybody who was called.
    int callAll(const std::set<std::string> &lost, std::vector<std::string> *called = nullptr)
    {
        int calls = 0;
        for (auto ask = need(rollCall().next()); ask; ask = need(rollCall().next())) {
            if (called)
                called->insert(called->end(), ask->remoteIds.begin(), ask->remoteIds.end());
            answer(*ask, lost);
            if (++calls > 100)
                break;
        }
        return calls;
    }

    bool isAlive(const std::string &remoteId) { return !contactNow(remoteId).deleted; }
};

std::set<std::string> idsFrom(int first, int count)
{
    std::set<std::string> out;
    for (int i = first; i < first + count; ++i)
        out.insert("hs:" + std::to_string(i));
    return out;
}

TEST_F(RollCallTest, NobodyIsCalledWhileTheCountsAgreeOrMoreAreThere)
{
    fill(100);
    EXPECT_FALSE(need(rollCall().next()).has_value()) << "not compared yet";
    for (const int remote : {100, 101}) {
        compare(remote);
        m_nowMs += 100 * base::dayMs;
        EXPECT_FALSE(need(rollCall().next()).has_value()) << remote;
    }
}

TEST_F(RollCallTest, TheLostOneIsDeletedAndTheCallIsOver)
{
    fill(100);
    compare(99);
    const auto ask = need(rollCall().next());
    ASSERT_TRUE(ask.has_value());
    EXPECT_EQ(ask->remoteIds.size(), 100U);
    EXPECT_TRUE(ask->isLast);
    EXPECT_EQ(ask->expected, 1);
    answer(*ask, {"hs:1042"});
    EXPECT_FALSE(isAlive("hs:1042"));
    EXPECT_TRUE(isAlive("hs:1041"));
    EXPECT_FALSE(need(rollCall().next()).has_value());
    m_nowMs += 2 * base::dayMs;
    EXPECT_FALSE(need(rollCall().next()).has_value()) << "the counts agree again";
}

class RollCallSizeTest : public RollCallTest, public testing::WithParamInterface<int> {};

INSTANTIATE_TEST_SUITE_P(Sizes, RollCallSizeTest, testing::Values(999, 1'000, 1'001, 2'500));

TEST_P(RollCallSizeTest, EverybodyIsCalledOnceAThousandAtATime)
{
    const int number = GetParam();
    fill(number, 995); // ids of three and of four digits
    compare(number - 1);
    std::vector<std::string> called;
    EXPECT_EQ(callAll({}, &called), (number + 999) / 1'000);
    EXPECT_TRUE(std::is_sorted(called.begin(), called.end()));
    EXPECT_EQ(std::set<std::string>(called.begin(), called.end()), idsFrom(995, number));
    EXPECT_EQ(called.size(), static_cast<std::size_t>(number));
}

TEST_F(RollCallTest, ItGoesOnWhereItStoppedAndFindsWhatIsAtTheBorders)
{
    fill(2'500);
    compare(2'496);
    const std::set<std::string> lost = {"hs:1000", "hs:1999", "hs:2000", "hs:3499"};
    const auto first = need(rollCall().next());
    EXPECT_EQ(need(rollCall().next())->remoteIds, first->remoteIds) << "until it was answered";
    answer(*first, lost);
    const auto second = need(rollCall().next());
    ASSERT_TRUE(second.has_value());
    EXPECT_EQ(second->remoteIds.front(), "hs:2000");
    EXPECT_EQ(callAll(lost), 2);
    for (const auto &id : lost)
        EXPECT_FALSE(isAlive(id)) << id;
    EXPECT_EQ(need(tables().records.counts()).contacts, 2'496);
}

TEST_F(RollCallTest, ManyLostAreHeldFromTheFirstOnHoweverFewAPageNames)
{
    fill(3'000);
    compare(2'975);
    std::set<std::string> lost = idsFrom(1'990, 20); // across a border
    lost.merge(idsFrom(3'500, 5));
    EXPECT_EQ(callAll(lost), 3);
    EXPECT_EQ(need(tables().records.counts()).contacts, 3'000);
    EXPECT_EQ(need(tables().heldDeletes.count("hubspot")), 25);
    m_nowMs += 2 * base::dayMs;
    EXPECT_FALSE(need(rollCall().next()).has_value()) << "a person is asked, not HubSpot";
    inTransaction(
        [&] { EXPECT_EQ(need(decideHeldDeletes(tables(), "hubspot", true, m_changes)), 25); });
    EXPECT_EQ(need(tables().records.counts()).contacts, 2'975);
}

TEST_F(RollCallTest, ANoOfThePersonIsNotAskedAgainWithinTheDay)
{
    fill(3'000);
    compare(2'975);
    callAll(idsFrom(1'000, 25));
    inTransaction([&] { need(decideHeldDeletes(tables(), "hubspot", false, m_changes)); });
    m_nowMs += 23 * base::hourMs;
    compare(2'975);
    EXPECT_FALSE(need(rollCall().next()).has_value());
    compare(2'974);
    EXPECT_TRUE(need(rollCall().next()).has_value()) << "one more is news";
}

TEST_F(RollCallTest, WhatNobodyKnowsIsAskedAgainSoonAndWhatNobodyCanTellTomorrow)
{
    fill(100);
    compare(99);
    answer(*need(rollCall().next()), {}, RollCallOutcome::Failed);
    EXPECT_FALSE(need(rollCall().next()).has_value());
    m_nowMs += base::hourMs;
    compare(99);
    answer(*need(rollCall().next()), {}, RollCallOutcome::CannotTell);
    m_nowMs += base::hourMs;
    compare(99);
    EXPECT_FALSE(need(rollCall().next()).has_value());
    m_nowMs += base::dayMs;
    EXPECT_TRUE(need(rollCall().next()).has_value());
    EXPECT_EQ(need(tables().records.counts()).contacts, 100);
}

TEST_F(RollCallTest, AFailureInTheMiddleIsRememberedToTheEnd)
{
    fill(2'500);
    compare(2'499);
    answer(*need(rollCall().next()), {}, RollCallOutcome::Failed);
    EXPECT_EQ(callAll({}), 2);
    m_nowMs += base::hourMs;
    EXPECT_TRUE(need(rollCall().next()).has_value());
}

TEST_F(RollCallTest, ARowOfBothCrmsLosesOnlyItsHubSpotId)
{
    apply(pageOf(person("hs:7", "kim@a.example")));
    auto theirs = person("sf:003A", "kim@a.example", testNowMs + 1);
    theirs.title = "CEO";
    apply(pageOf(theirs), "salesforce");
    compare(0);
    compare(1, "salesforce");
    std::vector<std::string> called;
    callAll({"hs:7"}, &called);
    EXPECT_EQ(called, std::vector<std::string>{"hs:7"});
    const auto row = contactNow("sf:003A");
    EXPECT_FALSE(row.deleted);
    EXPECT_EQ(row.title, "CEO");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, row.id.value, "hubspot")), "");
    EXPECT_EQ(need(tables().links.remoteIdIn(RecordKind::Contact, row.id.value, "salesforce")),
              "sf:003A");
}

TEST_F(RollCallTest, ARowThatHubSpotOnlySharesIsCalledByItsHubSpotId)
{
    apply(pageOf(person("sf:003A", "kim@a.example")), "salesforce");
    apply(pageOf(person("hs:7", "kim@a.example", testNowMs + 1), person("hs:8", "lee@a.example")));
    compare(1);
    std::vector<std::string> called;
    callAll({"hs:7"}, &called);
    EXPECT_EQ(called, (std::vector<std::string>{"hs:7", "hs:8"}));
    EXPECT_FALSE(contactNow("sf:003A").deleted);
    EXPECT_TRUE(isAlive("hs:8"));
}

TEST_F(RollCallTest, LosersOfMergesAndHiddenOrDeletedRecordsAreNotCalled)
{
    fill(6);
    crm::Page page;
    page.merged = {{RecordKind::Contact, "hs:1001", "hs:1000"}};
    page.gone = {{RecordKind::Contact, "hs:1002", true}, {RecordKind::Contact, "hs:1003", false}};
    apply(page);
    compare(2);
    std::vector<std::string> called;
    callAll({}, &called);
    EXPECT_EQ(called, (std::vector<std::string>{"hs:1000", "hs:1004", "hs:1005"}));
}

} // namespace
} // namespace topline::sync
