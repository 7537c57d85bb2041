// The window's face of the engine: callbacks from other threads, observers that come and go,
// records arriving while commands are given, and an orderly end at any moment.
#include "core/engine/threads/cockpit_thread.h"
#include "core/plays/shipped_plays.h"
#include "tests/fakes/awaited.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <map>
#include <mutex>

namespace topline::engine {

using domain::ActionState;
using flow::need;

namespace {

constexpr std::chrono::seconds limit{120}; // far more than a loaded machine needs

class AtomicClock final : public base::Clock {
public:
    base::UtcMs now() const override { return m_now; }

    void advance(base::DurationMs byMs) { m_now += byMs; }

private:
    std::atomic<base::UtcMs> m_now{flow::birthMs};
};

using fakes::Awaited;

using AwaitedDone = Awaited<void>;

// The feed as a window would hold it, kept up by the updates alone.
class Window {
public:
    Observer observer()
    {
        Observer out;
        out.onFeed = [this](const FeedUpdate &update) {
            const std::lock_guard lock(m_mutex);
            for (const auto &card : update.changed)
                m_cards[card.action.id] = card;
            for (const auto &id : update.removed)
                m_cards.erase(id);
            ++m_updates;
            m_changed.notify_all();
        };
        out.onStatus = [this](const domain::WorkspaceStatus &status) {
            const std::lock_guard lock(m_mutex);
            m_status = status;
            m_changed.notify_all();
        };
        return out;
    }

    template <typename Predicate> bool waitFor(Predicate fits)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, limit, [&] { return fits(*this); });
    }

    std::map<base::Uuid, domain::FeedCard> cards() const
    {
        const std::lock_guard lock(m_mutex);
        return m_cards;
    }

    std::vector<base::Uuid> approvable() const
    {
        std::vector<domain::FeedCard> all;
        for (const auto &[id, card] : cards())
            all.push_back(card);
        return flow::approvable(all);
    }

    // Only inside waitFor().
    const std::map<base::Uuid, domain::FeedCard> &held() const { return m_cards; }

    std::int64_t updates() const
    {
        const std::lock_guard lock(m_mutex);
        return m_updates;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<base::Uuid, domain::FeedCard> m_cards;
    domain::WorkspaceStatus m_status;
    std::int64_t m_updates = 0;
};

class CockpitThreadTest : public testing::Test {
protected:
    CockpitThreadTest()
        : m_file(m_folder.path().toStdString() + "/w.topline")
    {
        auto workspace = need(store::Workspace::create(m_file, m_ids.next(), m_clock.now()));
        EngineParts parts{m_clock, m_ids, std::move(workspace), need(plays::loadShippedPlays())};
        start(need(Engine::open(std::move(parts))));
    }

    void start(std::unique_ptr<Engine> engine)
    {
        LoopTimes times;
        times.tick = std::chrono::milliseconds(0); // the test says when time passes
        m_cockpit = std::make_unique<CockpitThread>(
            CockpitParts{std::move(engine), &m_crm, m_file, m_clock, times});
    }

    std::unique_ptr<Engine> reopened()
    {
        auto workspace = need(store::Workspace::open(m_file, m_clock.now()));
        EngineParts parts{m_clock, m_ids, std::move(workspace), need(plays::loadShippedPlays())};
        return need(Engine::open(std::move(parts)));
    }

    // Everything that is due at this moment has been done, synced and sent.
    void settle()
    {
        AwaitedDone done;
        m_cockpit->poke(done.answer());
        need(done.get());
    }

    QTemporaryDir m_folder;
    std::string m_file;
    AtomicClock m_clock;
    base::SeededIdSource m_ids{7};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    std::unique_ptr<CockpitThread> m_cockpit;
};

} // namespace

TEST_F(CockpitThreadTest, FillsTheFeedFromTheCrmAndKeepsItEvenWithTheEngine)
{
    Window window;
    const auto subscription = m_cockpit->subscribe(window.observer());
    settle();
    ASSERT_TRUE(window.waitFor([](const Window &w) { return !w.held().empty(); }));
    const auto seen = window.cards();

    m_cockpit.reset();
    const auto engine = reopened();
    const auto feed = need(engine->feed());
    ASSERT_EQ(feed.size(), seen.size());
    for (const auto &card : feed)
        EXPECT_EQ(seen.at(card.action.id), card);
}

TEST_F(CockpitThreadTest, WritesTheWeeksForecastAfterTheSyncAndShowsTheNewestCall)
{
    settle();
    settle(); // the sync is over now
    Awaited<domain::ForecastReport> before;
    m_cockpit->loadForecast({}, before.answer());
    const auto first = need(before.get());
    ASSERT_TRUE(first.flow) << "nothing was recorded";
    const auto deal = first.deals.at(0).deal;
    AwaitedDone done;
    m_cockpit->callDeal(deal, domain::ForecastCategory::Commit, done.answer());
    need(done.get());
    Awaited<domain::ForecastReport> after;
    m_cockpit->loadForecast({}, after.answer());
    for (const auto &each : need(after.get()).deals)
        EXPECT_EQ(each.called.has_value(), each.deal == deal);
}

TEST_F(CockpitThreadTest, ApprovesSendsAfterTheHoldAndShowsEachStep)
{
    Window window;
    const auto subscription = m_cockpit->subscribe(window.observer());
    settle();
    const auto id = window.approvable().front();
    AwaitedDone approved;
    m_cockpit->approve({id}, approved.answer());
    need(approved.get());
    EXPECT_EQ(window.cards().at(id).action.state, ActionState::Approved);
    settle();
    EXPECT_TRUE(m_crm.tookHold().empty());
    m_clock.advance(10 * base::secondMs);
    settle();
    EXPECT_TRUE(window.waitFor(
        [&](const Window &w) { return w.held().at(id).action.state == ActionState::Done; }));
    EXPECT_EQ(m_crm.tookHold().size(), 1u);
}

TEST_F(CockpitThreadTest, AnArrivingEventReachesTheFeedAlone)
{
    Window window;
    const auto subscription = m_cockpit->subscribe(window.observer());
    settle();
    const auto before = window.cards();
    // Account 2 told a story of a reply; now it comes back to the prices, twice.
    crm::Page page;
    page.events.push_back(flow::tinyEvent(2, domain::EventKind::PricingView,
                                          flow::birthMs - 3 * base::hourMs, "late/1"));
    page.events.push_back(flow::tinyEvent(2, domain::EventKind::PricingView,
                                          flow::birthMs - base::minuteMs, "late/2"));
    m_crm.arrive(page);
    settle();
    const auto after = window.cards();
    for (const auto &[id, card] : before) {
        if (card.accountName != "Company 2") {
            EXPECT_EQ(after.at(id), card);
        }
    }
}

TEST_F(CockpitThreadTest, LooksUpAnEffectWhoseAnswerWasLost)
{
    m_crm.loseAnswer(1);
    Window window;
    const auto subscription = m_cockpit->subscribe(window.observer());
    settle();
    const auto id = window.approvable().front();
    AwaitedDone approved;
    m_cockpit->approve({id}, approved.answer());
    need(approved.get());
    m_clock.advance(10 * base::secondMs);
    settle();
    EXPECT_TRUE(window.waitFor(
        [&](const Window &w) { return w.held().at(id).action.state == ActionState::Unknown; }));
    settle(); // asks what became of it
    EXPECT_TRUE(window.waitFor(
        [&](const Window &w) { return w.held().at(id).action.state == ActionState::Done; }));
    EXPECT_EQ(m_crm.requests(), 1);
}

TEST_F(CockpitThreadTest, AnswersQuestionsFromTheReader)
{
    Window window;
    const auto subscription = m_cockpit->subscribe(window.observer());
    settle();
    const auto id = window.cards().begin()->first;
    Awaited<domain::CardDetail> detail;
    m_cockpit->loadDetail(id, detail.answer());
    EXPECT_EQ(need(detail.get()).card.action.id, id);
    Awaited<domain::CardDetail> nobody;
    m_cockpit->loadDetail(base::Uuid::named("action", "nobody's"), nobody.answer());
    EXPECT_EQ(nobody.get().error().code, base::ErrorCode::NotFound);
    Awaited<domain::PipelineReport> pipeline;
    m_cockpit->loadPipeline({}, pipeline.answer());
    EXPECT_EQ(need(pipeline.get()).deals.size(), 9u); // three of twelve are won
    Awaited<domain::VelocityReport> velocity;
    m_cockpit->loadVelocity({}, velocity.answer());
    EXPECT_FALSE(need(velocity.get()).weeks.empty());
    Awaited<std::vector<domain::SearchHit>> hits;
    m_cockpit->search("company 3", hits.answer());
    EXPECT_FALSE(need(hits.get()).empty());
    Awaited<std::vector<domain::Owner>> owners;
    m_cockpit->loadOwners(owners.answer());
    EXPECT_EQ(need(owners.get()).size(), 1u);
    Awaited<domain::WorkspaceStatus> status;
    m_cockpit->loadStatus(status.answer());
    EXPECT_EQ(need(status.get()).counts.at("accounts"), 12);
}

TEST_F(CockpitThreadTest, ASecondObserverGetsTheWholeFeedAndALeavingOneNothingMore)
{
    Window first;
    auto subscription = m_cockpit->subscribe(first.observer());
    settle();
    Window second;
    const auto later = m_cockpit->subscribe(second.observer());
    settle();
    EXPECT_EQ(first.cards(), second.cards());

    subscription.reset();
    const auto updates = first.updates();
    AwaitedDone done;
    m_cockpit->dismiss({second.cards().begin()->first}, domain::DismissReason::NotRelevant,
                       done.answer());
    need(done.get());
    EXPECT_EQ(first.updates(), updates);
    EXPECT_NE(first.cards(), second.cards());
}

TEST_F(CockpitThreadTest, SaysWhenTheCrmDoesNotAnswerAndRecovers)
{
    m_crm.setUnavailable(true);
    AwaitedDone failed;
    m_cockpit->syncNow(failed.answer());
    EXPECT_EQ(failed.get().error().code, base::ErrorCode::Unavailable);
    Awaited<domain::WorkspaceStatus> status;
    m_cockpit->loadStatus(status.answer());
    EXPECT_EQ(need(status.get()).lastSyncError, "Tiny CRM does not answer.");
    m_crm.setUnavailable(false);
    AwaitedDone synced;
    m_cockpit->syncNow(synced.answer());
    need(synced.get());
    Awaited<domain::WorkspaceStatus> later;
    m_cockpit->loadStatus(later.answer());
    EXPECT_EQ(need(later.get()).lastSyncError, "");
}

TEST_F(CockpitThreadTest, RefusesACrmBesideASourceThatNobodySignsInTo)
{
    Awaited<domain::SignInReport> report;
    domain::SignInRequest request{.system = "hubspot"};
    request.token = base::Secret("pat-x");
    m_cockpit->signIn(request, {}, report.answer());
    const auto answer = report.get();
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, base::ErrorCode::Refused);
    EXPECT_NE(answer.error().message.find("must not mix"), std::string::npos);
}

TEST_F(CockpitThreadTest, EndsAtAnyMomentAndLosesNoCommand)
{
    settle();
    std::vector<base::Uuid> ids;
    {
        Window window;
        const auto subscription = m_cockpit->subscribe(window.observer());
        settle();
        ids = window.approvable();
    }
    std::atomic<int> answered{0};
    for (const auto &id : ids)
        m_cockpit->approve({id}, [&](const base::Status &status) { answered += status.ok(); });
    m_cockpit->syncNow({});
    m_cockpit.reset(); // at once
    EXPECT_EQ(answered, static_cast<int>(ids.size()));

    m_clock.advance(10 * base::secondMs);
    start(reopened());
    settle();
    settle();
    EXPECT_EQ(m_crm.tookHold().size(), ids.size());
    for (const auto &[effect, times] : m_crm.tookHold())
        EXPECT_EQ(times, 1) << effect;
}

} // namespace topline::engine
