#include "core/store/event_store.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::Event;
using domain::EventKind;

class EventStoreTest : public StoreTest {
protected:
    EventCounts add(const std::vector<Event> &events)
    {
        m_changes = {};
        return inTransaction([&] { return need(tables().events.add(events, m_changes)); });
    }
};

TEST_F(EventStoreTest, AReplayAddsNothing)
{
    const auto home = addAccount("a1");
    auto first = event("1", EventKind::PageView, 10);
    first.account.remoteId = "a1";
    const auto counts = add({first, event("2", EventKind::DocsView, 20), first});
    EXPECT_EQ(counts.added, 2);
    EXPECT_EQ(counts.known, 1);
    EXPECT_EQ(m_changes.accounts, std::set{home});
    EXPECT_EQ(add({first}).known, 1);
    EXPECT_TRUE(m_changes.empty());
    EXPECT_EQ(need(tables().events.count()), 2);
    EXPECT_EQ(need(tables().events.newestMs()), 20);
}

TEST_F(EventStoreTest, AnEventWithoutASourceKeyIsRefused)
{
    auto nameless = event("1", EventKind::PageView, 10);
    nameless.sourceKey = 0;
    const auto error = refusedBy([&] {
        const auto result = tables().events.add(std::vector{nameless}, m_changes);
        return result.ok() ? base::Status() : base::Status(result.error());
    });
    EXPECT_EQ(error.code, base::ErrorCode::InvalidInput);
}

TEST_F(EventStoreTest, GivesBackEveryField)
{
    const auto home = addAccount("a1");
    const auto person = addContact("c1", "a1");
    const auto renewal = addDeal("d1", "a1");
    auto written = event("1", EventKind::NoteAdded, -77);
    written.account.remoteId = "a1";
    written.contact.remoteId = "c1";
    written.deal.remoteId = "d1";
    written.receivedMs = 5;
    written.amount = -3;
    written.suspectBot = true;
    written.title = std::string("t\0t", 3);
    written.body = "Zeile eins\nzwei – \xE6\x97\xA5\xE6\x9C\xAC";
    add({written});
    EXPECT_TRUE(m_changes.deals.contains(renewal));
    const auto list = need(tables().events.timeline(home, 0, 10));
    ASSERT_EQ(list.size(), 1U);
    written.id = list.front().id;
    written.account = {home, ""};
    written.contact = {person, ""};
    written.deal = {renewal, ""};
    EXPECT_EQ(list.front(), written);
    EXPECT_EQ(need(tables().events.event(written.id)), written);
    EXPECT_EQ(need(tables().events.withTexts({written.id, {99}})), std::vector{written});
    EXPECT_EQ(need(tables().events.after({}, 10)), std::vector{written});
    EXPECT_TRUE(need(tables().events.after(written.id, 10)).empty());
}

TEST_F(EventStoreTest, TheAccountFollowsFromContactOrDeal)
{
    const auto home = addAccount("a1");
    addContact("c1", "a1");
    addDeal("d1", "a1");
    auto byContact = event("1", EventKind::PageView, 1);
    byContact.contact.remoteId = "c1";
    auto byDeal = event("2", EventKind::ProposalViewed, 2);
    byDeal.deal.remoteId = "d1";
    add({byContact, byDeal});
    EXPECT_EQ(m_changes.accounts, std::set{home});
    EXPECT_EQ(need(tables().events.window(home, 0, 10)).size(), 2U);
}

TEST_F(EventStoreTest, EventsMayComeBeforeTheirRecords)
{
    auto byAccount = event("1", EventKind::PageView, 1);
    byAccount.account.remoteId = "a1";
    auto byContact = event("2", EventKind::PageView, 2);
    byContact.contact.remoteId = "c1";
    auto byDeal = event("3", EventKind::PageView, 3);
    byDeal.deal.remoteId = "d1";
    add({byAccount, byContact, byDeal});
    addContact("c1", "a1"); // whose own account is not there yet either
    addDeal("d1", "a1");
    m_changes = {};
    const auto home = addAccount("a1");
    EXPECT_TRUE(m_changes.accounts.contains(home));
    const auto events = need(tables().events.window(home, 0, 10));
    ASSERT_EQ(events.size(), 3U);
    EXPECT_TRUE(events[1].contact.id.isSet());
    EXPECT_TRUE(events[2].deal.id.isSet());
}

TEST_F(EventStoreTest, TouchesAreWhatPassedBetweenTheSides)
{
    const auto home = addAccount("a1");
    std::vector<Event> all;
    const EventKind kinds[] = {
        EventKind::PageView,       EventKind::DemoRequested, EventKind::EmailSent,
        EventKind::EmailOpened,    EventKind::EmailReplied,  EventKind::EmailBounced,
        EventKind::ProposalViewed, EventKind::CallAnswered,  EventKind::NoteAdded};
    for (std::size_t i = 0; i < std::size(kinds); ++i) {
        all.push_back(event(std::to_string(i), kinds[i], static_cast<base::UtcMs>(i)));
        all.back().account.remoteId = "a1";
    }
    add(all);
    std::vector<EventKind> seen;
    for (const auto &touch : need(tables().events.touches(6))) {
        seen.push_back(touch.kind);
        EXPECT_EQ(touch.account.id, home);
    }
    EXPECT_EQ(seen, (std::vector{EventKind::DemoRequested, EventKind::EmailSent,
                                 EventKind::EmailReplied, EventKind::ProposalViewed}));
}

TEST_F(EventStoreTest, AContactThatGetsAnAccountBringsItsEvents)
{
    const auto home = addAccount("a1");
    addContact("c1", "");
    auto lonely = event("1", EventKind::PageView, 1);
    lonely.contact.remoteId = "c1";
    add({lonely});
    EXPECT_TRUE(m_changes.accounts.empty());
    addContact("c1", "a1");
    EXPECT_EQ(need(tables().events.window(home, 0, 10)).size(), 1U);
}

TEST_F(EventStoreTest, TimelineIsNewestFirstAndLimited)
{
    const auto home = addAccount("a1");
    std::vector<Event> events;
    for (int i = 0; i < 50; ++i) {
        events.push_back(event(std::to_string(i), EventKind::PageView, i / 2));
        events.back().account.id = home;
    }
    add(events);
    const auto newest = need(tables().events.timeline(home, 20, 5));
    ASSERT_EQ(newest.size(), 5U);
    EXPECT_EQ(newest[0].atMs, 20);
    EXPECT_EQ(newest[2].atMs, 19);
    EXPECT_GT(newest[0].id, newest[1].id);
}

TEST_F(EventStoreTest, AnAccountsEventsAreFoundByIndexAlone)
{
    const auto plan = askDirectly(database(), "EXPLAIN QUERY PLAN SELECT e.id FROM event e WHERE "
                                              "e.account_id = 1 AND e.at_ms BETWEEN 1 AND 2");
    EXPECT_NE(plan.find("event_by_account (account_id=? AND at_ms>? AND at_ms<?)"),
              std::string::npos)
        << plan;
}

} // namespace
} // namespace topline::store
