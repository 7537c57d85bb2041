// Random days: pages in any order, commands, undo, clocks, lost answers, restarts. Whatever
// happens, no action is lost or doubled, replays add nothing, and everything derived can be made
// again.
#include "core/base/random.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <map>
#include <set>

namespace topline::flow {

using domain::ActionState;
using domain::LedgerKind;

namespace {

constexpr int accounts = 12;

class RandomDays {
public:
    explicit RandomDays(std::uint64_t seed)
        : m_random(seed)
    {
        m_world.sync();
    }

    World &world() { return m_world; }

    TinyCrm &crm() { return m_crm; }

    void step()
    {
        auto &engine = m_world.engine();
        switch (m_random.below(12)) {
        case 0:
        case 1:
            return arrive();
        case 2:
            return replay();
        case 3:
        case 4:
            return command([&](const auto &ids) { return engine.approve(ids); });
        case 5:
            return command(
                [&](const auto &ids) { return engine.snooze(ids, m_clock.now() + base::hourMs); });
        case 6:
            return command([&](const auto &ids) {
                return engine.dismiss(ids, domain::DismissReason::NotRelevant);
            });
        case 7:
            static_cast<void>(engine.undo().ok());
            return;
        case 8:
            static_cast<void>(engine.redo().ok());
            return;
        case 9:
            m_clock.advance(static_cast<base::DurationMs>(m_random.below(2 * base::dayMs)));
            return need(engine.tick());
        case 10:
            if (m_random.below(3) == 0)
                m_crm.loseAnswer(m_crm.requests() + 1);
            m_world.drain();
            return;
        default:
            need(m_world.open());
        }
    }

    // Ids whose hold is over and doubt cleared.
    void settle()
    {
        for (int round = 0; round < 10; ++round) {
            m_clock.advance(base::hourMs);
            m_world.sync();
            m_world.drain();
            need(m_world.engine().tick());
        }
    }

    // The same page again, as a repeated delivery would bring it.
    void replay()
    {
        crm::Page page;
        page.events = m_events;
        std::reverse(page.events.begin(), page.events.end());
        need(m_world.engine().applyPage("tiny", page));
        need(m_world.engine().derive());
    }

private:
    void arrive()
    {
        const domain::EventKind kinds[] = {
            domain::EventKind::PricingView,   domain::EventKind::ProposalViewed,
            domain::EventKind::EmailReplied,  domain::EventKind::MeetingBooked,
            domain::EventKind::DemoRequested, domain::EventKind::EmailSent};
        crm::Page page;
        for (std::uint64_t n = m_random.below(4) + 1; n > 0; --n) {
            const auto account = static_cast<int>(m_random.below(accounts));
            const auto kind = kinds[m_random.below(std::size(kinds))];
            const auto at =
                m_clock.now() - static_cast<base::DurationMs>(m_random.below(base::hourMs));
            page.events.push_back(tinyEvent(account, kind, at, "r" + std::to_string(m_key++)));
        }
        m_events.insert(m_events.end(), page.events.begin(), page.events.end());
        m_crm.arrive(page);
        m_world.sync();
    }

    template <typename Give> void command(Give give)
    {
        const auto ids = approvable(need(m_world.engine().feed()));
        if (!ids.empty())
            static_cast<void>(give(std::vector{ids[m_random.below(ids.size())]}).ok());
    }

    base::Random m_random;
    base::FixedClock m_clock{birthMs};
    TinyCrm m_crm{birthMs, accounts};
    World m_world{m_crm, m_clock};
    std::vector<domain::Event> m_events;
    int m_key = 0;
};

// One beginning per action, at most one end that still stands, and the state that follows from it.
void expectConserved(World &world, const std::string &where)
{
    auto &tables = world.engine().tables();
    std::map<base::Uuid, std::map<LedgerKind, int>> rows;
    need(tables.ledger.forEach([&](const domain::LedgerEntry &row) -> base::Status {
        ++rows[row.subject][row.kind];
        return {};
    }));
    std::set<base::Uuid> seen;
    for (const auto &action : need(tables.actions.all())) {
        EXPECT_TRUE(seen.insert(action.id).second) << where;
        auto &kinds = rows[action.id];
        EXPECT_EQ(kinds[LedgerKind::Proposed] + kinds[LedgerKind::HeldOut], 1) << where;
        EXPECT_EQ(kinds[LedgerKind::HeldOut] == 1, action.state == ActionState::HeldOut) << where;
        EXPECT_LE(kinds[LedgerKind::Sent], 1) << where;
        const int ends = kinds[LedgerKind::Dismissed] + kinds[LedgerKind::Expired] +
                         kinds[LedgerKind::Sent] + kinds[LedgerKind::Done];
        if (domain::isTerminal(action.state) && action.state != ActionState::HeldOut) {
            EXPECT_GE(ends, 1) << where;
        }
        int undone = kinds[LedgerKind::Undone];
        EXPECT_LE(ends - undone, 1) << where;
    }
    // Every decision names an action that is there, once per signal and play.
    std::set<std::pair<base::Uuid, std::string>> pairs;
    for (const auto &decision : need(tables.decisions.all())) {
        EXPECT_TRUE(pairs.emplace(decision.signal, decision.playId).second) << where;
        EXPECT_TRUE(decision.action.isNull() || seen.contains(decision.action)) << where;
    }
    EXPECT_TRUE(need(world.engine().verifyLedger()).sound) << where;
    EXPECT_TRUE(need(world.engine().check()).findings.empty()) << where;
}

} // namespace

TEST(Conservation, NoActionIsLostOrDoubledOnRandomDays)
{
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const std::string where = "seed " + std::to_string(seed);
        RandomDays days(seed);
        for (int n = 0; n < 60; ++n)
            days.step();
        expectConserved(days.world(), where);
        days.settle();
        expectConserved(days.world(), where + ", settled");
        for (const auto &[effect, times] : days.crm().tookHold())
            EXPECT_EQ(times, 1) << where << ", effect " << effect;
        EXPECT_EQ(need(days.world().engine().status()).effectsPending, 0) << where;
        if (HasFailure())
            return;
    }
}

TEST(Conservation, RebuildGivesTheSameBytesAtAnyMoment)
{
    for (std::uint64_t seed = 101; seed <= 106; ++seed) {
        RandomDays days(seed);
        for (int n = 0; n < 40; ++n) {
            days.step();
            if (n % 8 == 0) {
                const auto rebuilt = need(days.world().engine().rebuild());
                ASSERT_TRUE(rebuilt.same()) << "seed " << seed << ", step " << n;
            }
        }
    }
}

TEST(Conservation, ReplayedEventsInAnyOrderAddNothing)
{
    for (std::uint64_t seed = 201; seed <= 206; ++seed) {
        RandomDays days(seed);
        for (int n = 0; n < 40; ++n)
            days.step();
        auto &engine = days.world().engine();
        need(engine.tick());
        const auto digest = need(engine.tables().derived.digest());
        const auto tail = need(engine.tables().ledger.tail())->hash;
        days.replay();
        days.replay();
        EXPECT_EQ(need(engine.tables().derived.digest()), digest) << "seed " << seed;
        EXPECT_EQ(need(engine.tables().ledger.tail())->hash, tail) << "seed " << seed;
    }
}

TEST(Conservation, TheFeedKeptUpIsTheFeedReadAnew)
{
    for (std::uint64_t seed = 301; seed <= 306; ++seed) {
        RandomDays days(seed);
        std::map<base::Uuid, domain::FeedCard> window;
        for (int n = 0; n < 60; ++n) {
            days.step();
            const auto update = need(days.world().engine().takeFeedUpdate());
            for (const auto &card : update.changed)
                window[card.action.id] = card;
            for (const auto &id : update.removed)
                window.erase(id);
            const auto cards = need(days.world().engine().feed());
            ASSERT_EQ(cards.size(), window.size()) << "seed " << seed << ", step " << n;
            for (const auto &card : cards)
                ASSERT_EQ(window.at(card.action.id), card) << "seed " << seed << ", step " << n;
        }
        const auto kept = need(days.world().engine().feed());
        const auto counts = need(days.world().engine().feedCounts());
        need(days.world().open());
        EXPECT_EQ(need(days.world().engine().feed()), kept) << "seed " << seed;
        EXPECT_EQ(need(days.world().engine().feedCounts()), counts) << "seed " << seed;
    }
}

} // namespace topline::flow
