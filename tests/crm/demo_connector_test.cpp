// The demo company lives on: time brings events, deals move, executed effects are kept and
// answered, scripted faults do what they say.
#include "core/base/hash.h"
#include "core/crm/demo_connector.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace topline::crm {

namespace {

constexpr base::UtcMs anchor = 1'763'464'440'000; // Tuesday, 2025-11-18 11:14 UTC

std::string field(const char *key, const std::string &value)
{
    return std::string("\"") + key + "\":\"" + value + "\"";
}

domain::Effect makeEffect(const std::string &name, const char *kind, const std::string &account,
                          const std::string &deal = "", const std::string &stage = "")
{
    domain::Effect out;
    out.id = base::Uuid::named("effect", name);
    out.kind = *domain::parseActionKind(kind);
    out.wire = "{" + field("account", account) + "," + field("body", "Hello") + "," +
               field("contact", "") + "," + field("deal", deal) + "," + field("kind", kind) + "," +
               field("stage", stage) + "," + field("subject", "Two dates") + "}";
    return out;
}

class DemoConnectorTest : public testing::Test {
protected:
    Page pullNew()
    {
        Page out;
        for (bool more = true; more;) {
            auto page = m_connector.pull(m_cursor, m_cancel);
            EXPECT_TRUE(page.ok());
            if (!page.ok())
                return out;
            EXPECT_LE(page->events.size(), 2'000U);
            std::move(page->events.begin(), page->events.end(), std::back_inserter(out.events));
            std::move(page->deals.begin(), page->deals.end(), std::back_inserter(out.deals));
            std::move(page->stageChanges.begin(), page->stageChanges.end(),
                      std::back_inserter(out.stageChanges));
            std::move(page->movements.begin(), page->movements.end(),
                      std::back_inserter(out.movements));
            m_cursor = page->nextCursor;
            more = page->more;
        }
        return out;
    }

    // A deal that is in `stage` now.
    std::string dealIn(const std::vector<domain::Deal> &deals, const std::string &stage)
    {
        const auto found = std::find_if(deals.begin(), deals.end(), [&](const auto &deal) {
            return deal.stage.remoteId == stage;
        });
        return found == deals.end() ? "" : found->remoteId;
    }

    base::FixedClock m_clock{anchor};
    MemoryDemoJournal m_journal;
    DemoConnector m_connector{{5, anchor}, m_clock, m_journal};
    CancelToken m_cancel;
    std::string m_cursor;
};

} // namespace

TEST_F(DemoConnectorTest, StandsStillWhileTheClockDoes)
{
    pullNew();
    const Page again = pullNew();
    EXPECT_TRUE(again.events.empty());
    EXPECT_TRUE(again.deals.empty());
}

TEST_F(DemoConnectorTest, BringsAFewEventsPerWorkingHour)
{
    pullNew();
    m_clock.set(anchor + 3 * base::hourMs); // 14:14 UTC, morning in New York
    pullNew();
    std::size_t events = 0;
    for (int minute = 0; minute < 5 * 60; ++minute) {
        m_clock.advance(base::minuteMs);
        for (const auto &event : pullNew().events) {
            EXPECT_GT(event.atMs, m_clock.now() - base::minuteMs);
            EXPECT_LE(event.atMs, m_clock.now());
            EXPECT_FALSE(event.title.empty());
            ++events;
        }
    }
    EXPECT_GE(events, 5U * 5U);
    EXPECT_LE(events, 5U * 18U);
}

TEST_F(DemoConnectorTest, ManySmallPullsBringWhatOneLargeBrings)
{
    pullNew();
    const std::string start = m_cursor;
    std::vector<domain::Event> inSteps;
    std::vector<domain::StageChange> stepsChanges;
    for (int step = 0; step < 4 * 40; ++step) {
        m_clock.advance(6 * base::hourMs);
        Page page = pullNew();
        std::move(page.events.begin(), page.events.end(), std::back_inserter(inSteps));
        std::move(page.stageChanges.begin(), page.stageChanges.end(),
                  std::back_inserter(stepsChanges));
    }
    m_cursor = start;
    const Page atOnce = pullNew();
    EXPECT_EQ(inSteps, atOnce.events);
    EXPECT_EQ(stepsChanges.size(), atOnce.stageChanges.size());
    EXPECT_GT(inSteps.size(), 3'000U); // more than a page
}

TEST_F(DemoConnectorTest, DealsBeginMoveAndClose)
{
    const Page before = pullNew();
    m_clock.advance(40 * base::dayMs);
    const Page later = pullNew();
    std::set<std::string> known;
    for (const auto &deal : before.deals)
        known.insert(deal.remoteId);
    std::map<std::string, int> seen;
    for (const auto &deal : later.deals) {
        ++seen[deal.stage.remoteId];
        ++seen[known.contains(deal.remoteId) ? "known" : "new"];
    }
    EXPECT_GE(seen["new"], 25);
    EXPECT_GE(seen["known"], 20);
    EXPECT_GE(seen["stage-won"], 5);
    EXPECT_GE(seen["stage-lost"], 15);
    EXPECT_GE(later.movements.size(), 5U);
}

TEST_F(DemoConnectorTest, HotPatternsComeWithinADay)
{
    pullNew();
    m_clock.advance(base::dayMs);
    const Page day = pullNew();
    const auto hot = std::count_if(day.events.begin(), day.events.end(), [](const auto &event) {
        return domain::isHighIntent(event.kind);
    });
    EXPECT_GE(hot, 5);
    EXPECT_LE(hot, 60);
}

TEST_F(DemoConnectorTest, AnExecutedMailShowsInTheCrm)
{
    pullNew();
    const auto effect = makeEffect("mail", "email", "acct-00010");
    ASSERT_EQ(m_connector.push(effect, m_cancel).state, PushState::Applied);
    m_clock.advance(base::minuteMs);
    const Page page = pullNew();
    const auto sent = std::find_if(page.events.begin(), page.events.end(), [](const auto &event) {
        return event.kind == domain::EventKind::EmailSent &&
               event.account.remoteId == "acct-00010" && event.title == "Two dates";
    });
    EXPECT_NE(sent, page.events.end());
}

TEST_F(DemoConnectorTest, AStageChangeMovesTheDeal)
{
    const std::string deal = dealIn(pullNew().deals, "stage-discovery");
    ASSERT_FALSE(deal.empty());
    const auto effect = makeEffect("move", "stage_change", "", deal, "stage-negotiation");
    ASSERT_EQ(m_connector.push(effect, m_cancel).state, PushState::Applied);
    m_clock.advance(base::minuteMs);
    const Page page = pullNew();
    ASSERT_EQ(page.deals.size(), 1U);
    EXPECT_EQ(page.deals[0].remoteId, deal);
    EXPECT_EQ(page.deals[0].stage.remoteId, "stage-negotiation");
    ASSERT_EQ(page.stageChanges.size(), 1U);
    EXPECT_EQ(page.stageChanges[0].stage.remoteId, "stage-negotiation");
}

TEST_F(DemoConnectorTest, AnEditComesBackAndOneFromAnOlderValueOverwritesNothing)
{
    const Page before = pullNew();
    const auto open = std::find_if(before.deals.begin(), before.deals.end(),
                                   [](const auto &deal) { return !deal.nextStep.empty(); });
    ASSERT_NE(open, before.deals.end());
    const auto edit = [&](const std::string &name, const std::string &base,
                          const std::string &value) {
        domain::Effect out = makeEffect(name, "field_edit", "", open->remoteId);
        out.wire.insert(1, "\"fields\":[{" + field("base", base) + "," +
                               field("field", "nextStep") + "," + field("value", value) + "}],");
        return out;
    };
    const PushAnswer done = m_connector.push(edit("one", open->nextStep, "Call Dana"), m_cancel);
    EXPECT_EQ(done.state, PushState::Applied);
    ASSERT_EQ(done.fresh.deals.size(), 1U);
    EXPECT_EQ(done.fresh.deals.front().nextStep, "Call Dana");
    EXPECT_EQ(m_connector.push(edit("one", open->nextStep, "Call Dana"), m_cancel).state,
              PushState::AlreadyApplied);

    const PushAnswer stale = m_connector.push(edit("two", open->nextStep, "Write"), m_cancel);
    EXPECT_EQ(stale.state, PushState::Conflict);
    ASSERT_EQ(stale.clashes.size(), 1U);
    EXPECT_EQ(stale.clashes.front().theirs, "Call Dana");

    m_clock.advance(base::minuteMs);
    const Page after = pullNew();
    const auto changed =
        std::find_if(after.deals.begin(), after.deals.end(),
                     [&](const auto &deal) { return deal.remoteId == open->remoteId; });
    ASSERT_NE(changed, after.deals.end());
    EXPECT_EQ(changed->nextStep, "Call Dana");
    EXPECT_EQ(m_connector.push(edit("three", "Call Dana", ""), m_cancel).state, PushState::Applied);
}

TEST_F(DemoConnectorTest, ALostDealStaysLostWhateverWasPlanned)
{
    const std::string deal = dealIn(pullNew().deals, "stage-qualified");
    ASSERT_EQ(m_connector.push(makeEffect("lose", "stage_change", "", deal, "stage-lost"), m_cancel)
                  .state,
              PushState::Applied);
    m_clock.advance(200 * base::dayMs);
    const Page page = pullNew();
    std::size_t changes = 0;
    for (const auto &change : page.stageChanges)
        changes += change.deal.remoteId == deal ? 1 : 0;
    EXPECT_EQ(changes, 1U);
}

TEST_F(DemoConnectorTest, RecordsThatItDoesNotHaveAreRefused)
{
    const auto refused = [&](const domain::Effect &effect) {
        const auto answer = m_connector.push(effect, m_cancel);
        EXPECT_FALSE(answer.detail.empty());
        return answer.state == PushState::Refused;
    };
    EXPECT_TRUE(refused(makeEffect("a", "email", "acct-00400")));
    EXPECT_TRUE(refused(makeEffect("b", "email", "0015x00002")));
    EXPECT_TRUE(refused(makeEffect("c", "stage_change", "", "deal-99999", "stage-won")));
    EXPECT_TRUE(refused(makeEffect("d", "stage_change", "", "deal-00001", "stage-nowhere")));
    EXPECT_TRUE(refused(makeEffect("e", "stage_change", "", "", "stage-won")));
    EXPECT_TRUE(m_journal.readAll()->empty());
}

TEST_F(DemoConnectorTest, ScriptedFaultsDoWhatTheySay)
{
    m_connector.setFaults({{1}, {2}, false});
    const auto effect = makeEffect("x", "email", "acct-00001");
    EXPECT_EQ(m_connector.push(effect, m_cancel).state, PushState::Refused);
    EXPECT_EQ(m_connector.lookUp(effect, m_cancel).state, PushState::Refused);
    EXPECT_EQ(m_connector.push(effect, m_cancel).state, PushState::Unknown);
    EXPECT_EQ(m_connector.lookUp(effect, m_cancel).state, PushState::Applied);
    EXPECT_EQ(m_connector.push(effect, m_cancel).state, PushState::AlreadyApplied);
    m_connector.setFaults({{}, {}, true});
    EXPECT_EQ(m_connector.push(effect, m_cancel).state, PushState::Unknown);
    EXPECT_EQ(m_connector.lookUp(effect, m_cancel).state, PushState::Unknown);
    EXPECT_EQ(m_connector.pull("", m_cancel).error().code, base::ErrorCode::Unavailable);
    EXPECT_EQ(m_journal.readAll()->size(), 1U);
}

TEST_F(DemoConnectorTest, ASecondConnectorOnTheSameJournalRemembers)
{
    const auto effect = makeEffect("x", "call", "acct-00001");
    const auto first = m_connector.push(effect, m_cancel);
    DemoConnector other({5, anchor}, m_clock, m_journal);
    const auto again = other.push(effect, m_cancel);
    EXPECT_EQ(again.state, PushState::AlreadyApplied);
    EXPECT_EQ(again.remoteId, first.remoteId);
    pullNew();
    m_clock.advance(2 * base::dayMs);
    const auto mine = m_connector.pull(m_cursor, m_cancel);
    const auto theirs = other.pull(m_cursor, m_cancel);
    EXPECT_EQ(mine->events, theirs->events);
}

TEST_F(DemoConnectorTest, ALineFromElsewhereIsReportedNotIgnored)
{
    ASSERT_TRUE(m_journal.append("{\"hello\":1}"));
    const auto page = m_connector.pull("", m_cancel);
    ASSERT_FALSE(page.ok());
    EXPECT_EQ(page.error().code, base::ErrorCode::Corrupt);
}

} // namespace topline::crm
