// Nothing that was approved is lost, and nothing is sent twice: every statement of the store fails
// in turn (once, and from then on), and the program ends at every step and every statement in turn.
// After each one the workspace is opened again, the rest is done, and the CRM's own count judges.
// The ordinary run takes every seventh statement, each sweep others; TOPLINE_SWEEP=all takes all.
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <sqlite3.h>
#include <string_view>

namespace topline::flow {

using domain::ActionState;
using domain::EffectState;

namespace {

// What ends a process, as far as one process can play it.
struct Crash {};

// Lets the n-th statement fail (and all after it, when it sticks), or ends the world there.
class BadStatements final : public store::StatementHook {
public:
    enum class Kind { FailsOnce, FailsFromThenOn, Crashes };

    BadStatements(Kind kind, std::int64_t at)
        : m_kind(kind)
        , m_at(at)
    {
    }

    int beforeRun(std::string_view) override
    {
        ++m_count;
        const bool isHit = m_kind == Kind::FailsFromThenOn ? m_count >= m_at : m_count == m_at;
        if (!isHit)
            return SQLITE_OK;
        if (m_kind == Kind::Crashes)
            throw Crash{};
        return SQLITE_IOERR_WRITE;
    }

    bool wasReached() const { return m_count >= m_at; }

private:
    Kind m_kind;
    std::int64_t m_at;
    std::int64_t m_count = 0;
};

// How a session ends its outbox; the harness is tested with a wrong one.
using Drain = std::function<base::Status(World &)>;

base::Status rightDrain(World &world)
{
    TRY(world.engine().drainOutbox(world.crm(), world.cancel));
    return {};
}

// The mistake that most mail programs make: send, then note that it is being sent.
base::Status sendsBeforeIntent(World &world)
{
    auto &engine = world.engine();
    while (true) {
        TRY_ASSIGN(const auto effect, engine.tables().outbox.nextDue(engine.now()));
        if (!effect)
            return {};
        const auto answer = world.crm().push(*effect, world.cancel);
        TRY_ASSIGN(const auto claimed, engine.claim());
        if (claimed.empty() || claimed[0].id != effect->id)
            return {};
        TRY(engine.markOnWire(claimed));
        TRY(engine.recordAnswer(effect->id, answer));
    }
}

// A day's work that can be begun again wherever it stopped.
base::Status work(World &world, const Drain &drain)
{
    auto &engine = world.engine();
    TRY(engine.sync(world.crm(), world.cancel));
    TRY(engine.tick());
    TRY_ASSIGN(const auto feed, engine.feed());
    for (const auto &id : approvable(feed))
        TRY(engine.approve({id}));
    world.clock.advance(engine.policy().feed.holdMs);
    return drain(world);
}

// The ledger's rows as facts without their order and times.
std::multiset<std::string> facts(World &world)
{
    std::multiset<std::string> out;
    const std::set<domain::LedgerKind> kinds = {
        domain::LedgerKind::Assigned,   domain::LedgerKind::Proposed, domain::LedgerKind::HeldOut,
        domain::LedgerKind::Suppressed, domain::LedgerKind::Approved, domain::LedgerKind::Sent};
    need(
        world.engine().tables().ledger.forEach([&](const domain::LedgerEntry &row) -> base::Status {
            if (kinds.contains(row.kind))
                out.insert(std::string(domain::ledgerKindName(row.kind)) + " " +
                           row.subject.text() + " " + row.signal.text() + " " +
                           std::to_string(row.account.value));
            return {};
        }));
    return out;
}

// One workspace that is brought back to its beginning before each trial, with a new CRM each time.
class Sweep {
public:
    Sweep()
    {
        m_world.close();
        m_world.keepCopy("beginning");
        begin();
        need(m_world.open());
        need(work(m_world, rightDrain));
        m_facts = facts(m_world);
        m_sent = m_crm->tookHold().size();
        EXPECT_GE(m_sent, 3u);
        expectExactlyOnce("without any fault");
    }

    // True while the fault was reached.
    bool tryFault(BadStatements::Kind kind, std::int64_t at)
    {
        BadStatements statements(kind, at);
        session(&statements, {});
        return statements.wasReached();
    }

    bool tryCrashPoint(std::int64_t at, const Drain &drain = rightDrain)
    {
        std::int64_t count = 0;
        session(
            nullptr,
            [&](std::string_view) {
                if (++count == at)
                    throw Crash{};
            },
            drain);
        return count >= at;
    }

    // Opens again without faults and does what is left.
    void finish(const Drain &drain = rightDrain)
    {
        need(m_world.open());
        need(work(m_world, drain));
    }

    std::int64_t sentTwice() const
    {
        const auto took = m_crm->tookHold();
        return std::count_if(took.begin(), took.end(),
                             [](const auto &row) { return row.second > 1; });
    }

    // Every approved action is done exactly once, the ledger says so, and nothing is left to do.
    void expectExactlyOnce(const std::string &where)
    {
        EXPECT_EQ(sentTwice(), 0) << where;
        EXPECT_EQ(m_crm->tookHold().size(), m_sent) << where;
        EXPECT_EQ(facts(m_world), m_facts) << where;
        EXPECT_TRUE(need(m_world.engine().verifyLedger()).sound) << where;
        EXPECT_TRUE(need(m_world.engine().rebuild()).same()) << where;
        const auto requests = m_crm->requests();
        m_clock.advance(base::hourMs);
        EXPECT_EQ(m_world.drain().sent, 0) << where;
        EXPECT_EQ(m_crm->requests(), requests) << where;
    }

private:
    static constexpr int accounts = 5;

    void begin()
    {
        m_world.close();
        m_world.restoreCopy("beginning");
        m_clock.set(birthMs);
        m_crm = std::make_unique<TinyCrm>(birthMs, accounts);
        m_crm->setKeyed(false); // as a mail: a repeated request takes hold again
        m_world.talkTo(*m_crm);
    }

    // A session from the beginning, until it is done, fails or ends in a crash.
    void session(store::StatementHook *statements, engine::CrashHook crash,
                 const Drain &drain = rightDrain)
    {
        begin();
        try {
            if (m_world.open(statements, std::move(crash)).ok())
                static_cast<void>(work(m_world, drain).ok());
        } catch (const Crash &) {
        }
        m_world.close();
    }

    base::FixedClock m_clock{birthMs};
    std::unique_ptr<TinyCrm> m_crm = std::make_unique<TinyCrm>(birthMs, accounts);
    World m_world{*m_crm, m_clock};
    std::multiset<std::string> m_facts;
    std::size_t m_sent = 0;
};

void sweepStatements(BadStatements::Kind kind, const std::string &what)
{
    Sweep sweep;
    const char *wanted = std::getenv("TOPLINE_SWEEP");
    const bool isAll = wanted && std::string_view(wanted) == "all";
    const std::int64_t stride = isAll ? 1 : 7;
    std::int64_t at = isAll ? 1 : 1 + 2 * static_cast<std::int64_t>(kind);
    std::int64_t count = 0;
    for (; !testing::Test::HasFailure() && sweep.tryFault(kind, at); at += stride) {
        sweep.finish();
        sweep.expectExactlyOnce(what + " " + std::to_string(at));
        ++count;
    }
    EXPECT_GT(at, 100);
    std::cout << count << " of about " << at - 1 << " statements\n";
}

} // namespace

TEST(FailureSweep, EveryStatementFailsOnce)
{
    sweepStatements(BadStatements::Kind::FailsOnce, "statement that failed once:");
}

TEST(FailureSweep, EveryStatementFailsAndAllAfterIt)
{
    sweepStatements(BadStatements::Kind::FailsFromThenOn, "statements that failed from");
}

TEST(FailureSweep, TheProgramEndsAtEveryStatement)
{
    sweepStatements(BadStatements::Kind::Crashes, "crash at statement");
}

TEST(FailureSweep, TheProgramEndsAtEveryStep)
{
    Sweep sweep;
    std::int64_t at = 1;
    for (; !HasFailure() && sweep.tryCrashPoint(at); ++at) {
        sweep.finish();
        sweep.expectExactlyOnce("crash at step " + std::to_string(at));
    }
    EXPECT_GT(at, 30);
}

// The harness itself: a runner that sends before it notes the intent must be found out.
TEST(FailureSweep, FindsARunnerThatSendsBeforeItsIntent)
{
    Sweep sweep;
    std::int64_t twice = 0;
    for (std::int64_t at = 1; sweep.tryCrashPoint(at, sendsBeforeIntent); ++at) {
        sweep.finish(sendsBeforeIntent);
        twice += sweep.sentTwice();
    }
    EXPECT_GT(twice, 0);
}

} // namespace topline::flow
