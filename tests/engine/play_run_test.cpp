// Runs of cadences in the engine: begun by a trigger, moved by time, people and buyers, the same
// after a restart.
#include "core/engine/engine.h"
#include "core/engine/plays/play_book.h"
#include "core/engine/reads/reads.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <set>

namespace topline::engine {

using domain::ActionState;
using domain::EventKind;
using domain::LedgerKind;
using domain::ReasonCode;
using domain::RunState;
using flow::need;

namespace {

class PlayRunTest : public testing::Test {
protected:
    PlayRunTest() { m_world.sync(); }

    Engine &engine() { return m_world.engine(); }

    std::vector<domain::PlayRun> runs() { return need(engine().tables().runs.all()); }

    // A run of that play whose mail could leave.
    domain::PlayRun someRun(const std::string &play)
    {
        for (const auto &run : runs()) {
            if (run.playId == play && run.state == RunState::Active)
                return run;
        }
        ADD_FAILURE() << "no run of " << play;
        std::abort();
    }

    domain::PlayRun now(const domain::PlayRun &run)
    {
        return need(engine().tables().runs.run(run.id)).value();
    }

    domain::Action action(const base::Uuid &id)
    {
        return need(engine().tables().actions.action(id)).value();
    }

    void send(const base::Uuid &id)
    {
        need(engine().approve({id}));
        m_world.clock.advance(engine().policy().feed.holdMs);
        m_world.drain();
        need(engine().tick());
        EXPECT_EQ(action(id).state, ActionState::Done);
    }

    void pass(base::DurationMs ms)
    {
        m_world.clock.advance(ms);
        need(engine().tick());
    }

    void happens(const domain::PlayRun &run, EventKind kind, std::int32_t amount = 0)
    {
        const auto contact = need(engine().tables().records.contact(run.contact));
        const int number = std::stoi(contact->remoteId.substr(1));
        crm::Page page;
        page.events.push_back(flow::tinyEvent(number, kind, m_clock.now(),
                                              "happens " + std::to_string(m_clock.now())));
        page.events.back().amount = amount;
        need(engine().applyPage("tiny", page));
        need(engine().derive());
    }

    std::vector<domain::LedgerEntry> rows(LedgerKind kind)
    {
        auto out = need(engine().ledger(100'000));
        std::erase_if(out, [kind](const auto &row) { return row.kind != kind; });
        return out;
    }

    base::FixedClock m_clock{flow::birthMs}; // Tuesday noon
    flow::TinyCrm m_crm{flow::birthMs, 24};
    flow::World m_world{m_crm, m_clock};
};

} // namespace

TEST_F(PlayRunTest, BeginsWithTheFirstStepAndNeverForHeldOutAccounts)
{
    const auto actions = need(engine().tables().actions.all());
    std::set<base::Uuid> started;
    for (const auto &run : runs())
        started.insert(run.action);
    std::size_t cadences = 0;
    std::size_t ghosts = 0;
    for (const auto &action : actions) {
        const auto play = std::find_if(engine().plays().begin(), engine().plays().end(),
                                       [&](const auto &one) { return one.id == action.playId; });
        ASSERT_NE(play, engine().plays().end());
        const bool isGhost = action.state == ActionState::HeldOut;
        EXPECT_EQ(started.contains(action.id), play->steps.size() > 1 && !isGhost);
        cadences += started.contains(action.id) ? 1 : 0;
        ghosts += isGhost ? 1 : 0;
    }
    EXPECT_GE(cadences, 5u);
    EXPECT_GE(ghosts, 1u);
    EXPECT_EQ(rows(LedgerKind::RunStarted).size(), cadences);
}

TEST_F(PlayRunTest, TakesItsStepsInBusinessDaysAndKeepsTheThread)
{
    const auto run = someRun("pricing-revisit");
    pass(3 * base::dayMs);
    EXPECT_EQ(now(run).stepNo, 1); // the mail has not left yet
    send(run.action);              // Friday noon
    EXPECT_EQ(now(run).dueMs, m_clock.now() + 4 * base::dayMs);
    pass(3 * base::dayMs);
    EXPECT_EQ(now(run).stepNo, 1);
    need(m_world.open());
    pass(base::dayMs);
    auto second = now(run);
    ASSERT_EQ(second.stepNo, 2);
    EXPECT_EQ(action(second.action).kind, domain::ActionKind::Call);
    EXPECT_EQ(action(second.action).signal, run.signal);
    EXPECT_EQ(action(second.action).stepNo, 2);
    need(engine().markDone({second.action}, domain::Outcome::NoAnswer));
    pass(6 * base::dayMs);
    const auto third = now(run);
    ASSERT_EQ(third.stepNo, 3);
    EXPECT_EQ(action(third.action).draft.subject, "Re: " + action(run.action).draft.subject);
    send(third.action);
    const auto ended = now(run);
    EXPECT_EQ(ended.state, RunState::Ended);
    EXPECT_EQ(ended.reason, (domain::Reason{ReasonCode::RunFinished, {std::int64_t{3}}}));
    const auto ofRun = [&](LedgerKind kind) {
        const auto all = rows(kind);
        return std::count_if(all.begin(), all.end(), [&](const auto &row) {
            return row.payload.find(run.id.text()) != std::string::npos;
        });
    };
    EXPECT_EQ(ofRun(LedgerKind::RunStarted), 1);
    EXPECT_EQ(ofRun(LedgerKind::RunMoved), 2);
    EXPECT_EQ(ofRun(LedgerKind::RunEnded), 1);
    EXPECT_TRUE(need(engine().verifyLedger()).sound);
    EXPECT_TRUE(need(engine().check()).findings.empty());
}

TEST_F(PlayRunTest, AnEditLeavesTheStepsOfRunsUnderWayAsTheyWere)
{
    const auto run = someRun("pricing-revisit");
    const auto old = need(engine().tables().plays.version(run.playId, run.playVersion))->yaml;
    std::string edited = old;
    const std::string asked = "Call {{contact.name|the buyer}} about pricing";
    ASSERT_NE(edited.find(asked), std::string::npos);
    edited.replace(edited.find(asked), asked.size(), "Ring them");
    EXPECT_EQ(need(engine().playBook().save(edited)), run.playVersion + 1);
    send(run.action);
    pass(2 * base::dayMs);
    const auto second = now(run);
    ASSERT_EQ(second.stepNo, 2);
    EXPECT_EQ(second.playVersion, run.playVersion);
    EXPECT_EQ(action(second.action).playVersion, run.playVersion);
    EXPECT_TRUE(action(second.action).draft.subject.starts_with("Call "))
        << action(second.action).draft.subject;
}

TEST_F(PlayRunTest, AnAnswerEndsItWithdrawsWhatIsQueuedAndGoesToAPerson)
{
    const auto run = someRun("pricing-revisit");
    send(run.action);
    pass(2 * base::dayMs);
    auto second = now(run);
    ASSERT_EQ(second.stepNo, 2);
    need(engine().approve({second.action})); // within its hold
    happens(run, EventKind::EmailReplied);
    EXPECT_EQ(now(run).state, RunState::Ended);
    EXPECT_EQ(now(run).reason.code, ReasonCode::RunReplied);
    EXPECT_EQ(action(second.action).state, ActionState::Expired);
    m_clock.advance(engine().policy().feed.holdMs);
    const auto before = m_crm.tookHold().size();
    m_world.drain();
    EXPECT_EQ(m_crm.tookHold().size(), before);
    ASSERT_EQ(rows(LedgerKind::HandedOff).size(), 1u);
    EXPECT_NE(rows(LedgerKind::HandedOff)[0].payload.find("handed_off_reply"), std::string::npos);
    const auto open = need(engine().tables().actions.openOf(run.account));
    EXPECT_TRUE(std::any_of(open.begin(), open.end(),
                            [](const auto &card) { return card.playId == "reply"; }));
}

// The card that the answer withdraws is not there any more for what is noticed with it.
TEST_F(PlayRunTest, AnAnswerAndANewTriggerThatComeTogetherAreBothTakenIn)
{
    const auto run = someRun("pricing-revisit");
    pass(3 * base::dayMs);
    send(run.action);
    pass(4 * base::dayMs);
    const auto second = now(run);
    ASSERT_EQ(second.stepNo, 2);
    ASSERT_EQ(action(second.action).state, ActionState::Proposed);
    const auto contact = need(engine().tables().records.contact(run.contact));
    const int number = std::stoi(contact->remoteId.substr(1));
    crm::Page page;
    const auto add = [&](EventKind kind, base::DurationMs ago) {
        page.events.push_back(
            flow::tinyEvent(number, kind, m_clock.now() - ago, "together " + std::to_string(ago)));
    };
    add(EventKind::PricingView, 25 * base::hourMs);
    add(EventKind::PricingView, base::hourMs);
    add(EventKind::EmailReplied, base::minuteMs);
    need(engine().applyPage("tiny", page));
    need(engine().derive());
    EXPECT_EQ(now(run).state, RunState::Ended);
    EXPECT_EQ(action(second.action).state, ActionState::Expired);
}

TEST_F(PlayRunTest, WithoutAPlayForAnswersACardIsMadeForThePerson)
{
    need(engine().playBook().switchOn("reply", false));
    const auto run = someRun("pricing-revisit");
    send(run.action);
    happens(run, EventKind::EmailReplied);
    const auto open = need(engine().tables().actions.openOf(run.account));
    const auto card = std::find_if(open.begin(), open.end(), [](const auto &one) {
        return one.dedupeKey.starts_with("handoff|");
    });
    ASSERT_NE(card, open.end());
    EXPECT_EQ(card->urgency, domain::Urgency::Inbound);
    EXPECT_EQ(card->contact, run.contact);
    EXPECT_EQ(card->whyNow.code, ReasonCode::HandedOffReply);
    ASSERT_TRUE(card->slaDueMs);
}

TEST_F(PlayRunTest, AnAbsencePausesItAndItGoesOnByItself)
{
    const auto run = someRun("pricing-revisit");
    send(run.action);
    happens(run, EventKind::OutOfOffice, 6); // until Monday noon
    EXPECT_EQ(now(run).state, RunState::Paused);
    pass(5 * base::dayMs);
    EXPECT_EQ(now(run).stepNo, 1);
    pass(base::dayMs);
    EXPECT_EQ(now(run).state, RunState::Active);
    EXPECT_EQ(now(run).stepNo, 2);
}

TEST_F(PlayRunTest, APersonStopsAndPausesIt)
{
    const auto run = someRun("pricing-revisit");
    send(run.action);
    need(engine().playBook().pauseRun(run.id, m_clock.now() + 10 * base::dayMs));
    pass(9 * base::dayMs);
    EXPECT_EQ(now(run).stepNo, 1);
    EXPECT_EQ(now(run).state, RunState::Paused);
    pass(base::dayMs);
    EXPECT_EQ(now(run).stepNo, 2);
    need(engine().playBook().stopRun(run.id));
    EXPECT_EQ(now(run).state, RunState::Ended);
    EXPECT_EQ(action(now(run).action).state, ActionState::Expired);
    EXPECT_FALSE(engine().playBook().stopRun(run.id).ok());
    EXPECT_FALSE(engine().playBook().pauseRun(run.id, m_clock.now() + 1).ok());
    EXPECT_FALSE(engine().playBook().stopRun(base::Uuid::named("run", "none")).ok());
}

TEST_F(PlayRunTest, TheAuditCardTellsRuleInputsApproverAndBytes)
{
    const auto run = someRun("pricing-revisit");
    const auto before = need(engine().reads().audit(run.action));
    EXPECT_TRUE(before.effects.empty());
    EXPECT_FALSE(before.ranByItself);
    send(run.action);
    const auto audit = need(engine().reads().audit(run.action));
    EXPECT_EQ(audit.playName, "Pricing revisit");
    EXPECT_EQ(audit.ruleSha256,
              need(engine().tables().plays.version(run.playId, run.playVersion))->sourceSha256);
    ASSERT_TRUE(audit.decision);
    EXPECT_EQ(audit.decision->action, run.action);
    EXPECT_FALSE(audit.decision->asked.empty());
    EXPECT_FALSE(audit.action.draft.facts.empty());
    ASSERT_EQ(audit.effects.size(), 1u);
    EXPECT_EQ(audit.effects[0].approver, "rep");
    EXPECT_EQ(audit.effects[0].bytesSha256.size(), 64u);
    EXPECT_EQ(audit.effects[0].state, domain::EffectState::Sent);
    EXPECT_TRUE(std::any_of(audit.entries.begin(), audit.entries.end(),
                            [](const auto &row) { return row.kind == LedgerKind::Approved; }));
    EXPECT_FALSE(engine().reads().audit(base::Uuid::named("action", "none")).ok());
}

TEST_F(PlayRunTest, ADismissedPersonEndsIt)
{
    const auto run = someRun("pricing-revisit");
    need(engine().dismiss({run.action}, domain::DismissReason::WrongPerson));
    need(engine().tick());
    EXPECT_EQ(now(run).state, RunState::Ended);
    EXPECT_EQ(now(run).reason.code, ReasonCode::RunStopped);
}

TEST_F(PlayRunTest, OnePersonIsInOneRunAtATime)
{
    std::set<std::int64_t> people;
    for (const auto &run : runs()) {
        if (run.state != RunState::Ended && run.contact.isSet()) {
            EXPECT_TRUE(people.insert(run.contact.value).second);
        }
    }
    const auto run = someRun("pricing-revisit");
    happens(run, EventKind::DemoRequested);
    EXPECT_EQ(now(run).state, RunState::Ended);
    EXPECT_EQ(now(run).reason.code, ReasonCode::OtherCadence);
    const auto all = runs();
    EXPECT_EQ(std::count_if(all.begin(), all.end(),
                            [&](const auto &one) {
                                return one.contact == run.contact && one.state != RunState::Ended;
                            }),
              1);
}

TEST_F(PlayRunTest, ARebuildAndAnotherTickChangeNothing)
{
    const auto run = someRun("pricing-revisit");
    send(run.action);
    pass(2 * base::dayMs);
    const auto before = runs();
    const auto entries = need(engine().verifyLedger()).entries;
    EXPECT_TRUE([&] {
        const auto report = need(engine().rebuild());
        return report.digestBefore == report.digestAfter;
    }());
    need(engine().tick());
    need(m_world.open());
    need(engine().tick());
    EXPECT_EQ(runs(), before);
    EXPECT_LE(need(engine().verifyLedger()).entries, entries + 1);
}

TEST_F(PlayRunTest, ConservesStepsOverRandomLives)
{
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        base::FixedClock clock{flow::birthMs};
        flow::TinyCrm crm{flow::birthMs, 12};
        flow::World world{crm, clock};
        world.sync();
        base::SeededIdSource random{seed};
        const auto draw = [&](std::uint64_t n) {
            std::uint64_t out = 0;
            for (const auto byte : random.next().bytes)
                out = out * 257 + byte;
            return out % n;
        };
        for (int turn = 0; turn < 40; ++turn) {
            const auto cards = flow::approvable(need(world.engine().feed()));
            if (!cards.empty()) {
                const auto card = cards[draw(cards.size())];
                switch (draw(4)) {
                case 0:
                    (void)world.engine().dismiss({card}, domain::DismissReason::BadTiming);
                    break;
                case 1:
                    (void)world.engine().markDone({card}, domain::Outcome::NoAnswer);
                    break;
                default:
                    (void)world.engine().approve({card});
                }
            }
            if (draw(5) == 0) {
                crm::Page page;
                const EventKind kinds[] = {EventKind::EmailReplied, EventKind::OutOfOffice,
                                           EventKind::PricingView, EventKind::EmailClicked};
                page.events.push_back(flow::tinyEvent(static_cast<int>(draw(12)), kinds[draw(4)],
                                                      clock.now(), "r" + std::to_string(turn)));
                need(world.engine().applyPage("tiny", page));
            }
            clock.advance(static_cast<base::DurationMs>(1 + draw(30)) * base::hourMs);
            if (draw(6) == 0)
                need(world.open());
            need(world.engine().passTime());
            need(world.engine().derive());
            world.drain();
        }
        // Every later step belongs to a run, was taken once, and no run stands before its steps.
        std::map<base::Uuid, const domain::PlayRun *> bySignal;
        const auto runs = need(world.engine().tables().runs.all());
        const auto actions = need(world.engine().tables().actions.all());
        for (const auto &run : runs) {
            std::set<std::int64_t> steps;
            for (const auto &action : actions) {
                if (action.playId == run.playId && action.signal == run.signal &&
                    action.playVersion == run.playVersion) {
                    EXPECT_TRUE(steps.insert(action.stepNo).second) << "seed " << seed;
                }
            }
            ASSERT_FALSE(steps.empty());
            EXPECT_EQ(static_cast<std::int64_t>(steps.size()), run.stepsTaken) << "seed " << seed;
            EXPECT_LE(*steps.rbegin(), run.stepNo) << "seed " << seed;
            if (run.state != RunState::Ended && !run.dueMs) {
                const auto last = need(world.engine().tables().actions.action(run.action));
                EXPECT_FALSE(domain::isTerminal(last->state)) << "forgotten, seed " << seed;
            }
        }
        EXPECT_TRUE(need(world.engine().check()).findings.empty()) << "seed " << seed;
    }
}

} // namespace topline::engine
