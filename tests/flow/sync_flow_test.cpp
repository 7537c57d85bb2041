// Two CRMs at once, from the sign-in to the last decision: what waits for a yes, what goes where,
// what one's trouble does to the other (nothing), and what both sides changed.
#include "core/domain/crm_system.h"
#include "core/engine/threads/cockpit_thread.h"
#include "core/plays/shipped_plays.h"
#include "tests/fakes/awaited.h"
#include "tests/flow/scripted_crm.h"
#include "tests/flow/world.h"

#include <atomic>
#include <future>

namespace topline::flow {

using domain::ConnectionState;
using engine::Answer;

namespace {

constexpr std::chrono::seconds limit{120}; // far more than a loaded machine needs

class AtomicClock final : public base::Clock {
public:
    base::UtcMs now() const override { return m_now; }

    void advance(base::DurationMs byMs) { m_now += byMs; }

private:
    std::atomic<base::UtcMs> m_now{birthMs};
};

using fakes::Awaited;

class SyncFlow : public testing::Test {
protected:
    SyncFlow()
        : m_file(m_folder.path().toStdString() + "/w.topline")
    {
        m_source.offer(m_hub);
        m_source.offer(m_sales);
        need(store::Workspace::create(m_file, m_ids.next(), m_clock.now())).reset();
        start();
    }

    void start()
    {
        m_cockpit.reset();
        engine::EngineParts parts{m_clock, m_ids,
                                  need(store::Workspace::open(m_file, m_clock.now())),
                                  need(plays::loadShippedPlays())};
        engine::LoopTimes times;
        times.tick = std::chrono::milliseconds(0); // the test says when time passes
        m_cockpit = std::make_unique<engine::CockpitThread>(
            engine::CockpitParts{need(engine::Engine::open(std::move(parts))), nullptr, m_file,
                                 m_clock, times, &m_source});
    }

    // What is due at this moment has been done; failures of connections are not failures of this.
    void settle()
    {
        Awaited<void> done;
        m_cockpit->poke(done.answer());
        static_cast<void>(done.get().ok());
    }

    void passHold()
    {
        m_clock.advance(base::minuteMs);
        settle();
    }

    base::Result<domain::SignInReport> signIn(const ScriptedCrm &crm)
    {
        Awaited<domain::SignInReport> report;
        m_cockpit->signIn({.system = crm.system, .token = base::Secret("key")}, {},
                          report.answer());
        return report.get();
    }

    template <typename... Parameters, typename... Arguments>
    base::Status call(void (engine::Cockpit::*method)(Parameters...), Arguments... arguments)
    {
        Awaited<void> done;
        (m_cockpit.get()->*method)(arguments..., done.answer());
        return done.get();
    }

    void connect(const ScriptedCrm &crm)
    {
        need(signIn(crm));
        need(call(&engine::Cockpit::startFirstSync, crm.system));
        settle();
    }

    domain::SyncView view()
    {
        Awaited<domain::SyncView> out;
        m_cockpit->loadSync(out.answer());
        return need(out.get());
    }

    domain::ConnectionView viewOf(const ScriptedCrm &crm)
    {
        for (const auto &each : view().connections) {
            if (each.system == crm.system)
                return each;
        }
        ADD_FAILURE() << crm.system << " is not connected";
        return {};
    }

    // As the mirror has it, read beside the engine.
    std::optional<domain::Deal> mirrored(const ScriptedCrm &crm, int number)
    {
        const auto reader = need(store::WorkspaceReader::open(m_file));
        for (const auto &deal : need(reader->tables().records.deals())) {
            if (deal.remoteId == crm.dealId(number))
                return deal;
        }
        return std::nullopt;
    }

    base::Status edit(const ScriptedCrm &crm, int number, const std::string &text)
    {
        domain::FieldEditRequest request;
        request.deal = mirrored(crm, number)->id;
        request.values["nextStep"] = text;
        return call(&engine::Cockpit::editFields, request);
    }

    std::string mirroredStep(const ScriptedCrm &crm, int number)
    {
        const auto deal = mirrored(crm, number);
        return deal ? deal->nextStep : std::string("(no deal)");
    }

    AtomicClock m_clock;
    base::SeededIdSource m_ids{1};
    ScriptedCrm m_hub{"hubspot", "h1", birthMs};
    ScriptedCrm m_sales{"salesforce", "s1", birthMs};
    ScriptedSource m_source;
    QTemporaryDir m_folder;
    std::string m_file;
    std::unique_ptr<engine::CockpitThread> m_cockpit;
};

} // namespace

TEST_F(SyncFlow, NothingIsFetchedBeforeTheYes)
{
    const auto report = need(signIn(m_hub));
    EXPECT_EQ(report.profile.orgId, "h1");
    EXPECT_EQ(report.counts.at("deals"), 3);
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::AwaitsConfirm);
    EXPECT_EQ(m_hub.pulls(), 0);
    start(); // also not after a restart
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::AwaitsConfirm);
    EXPECT_EQ(m_hub.pulls(), 0);

    need(call(&engine::Cockpit::startFirstSync, m_hub.system));
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::Connected);
    EXPECT_EQ(viewOf(m_hub).orgId, "h1");
    EXPECT_TRUE(mirrored(m_hub, 3).has_value());
    Awaited<domain::WorkspaceStatus> status;
    m_cockpit->loadStatus(status.answer());
    EXPECT_EQ(need(status.get()).sourceTitle, "HubSpot");
}

TEST_F(SyncFlow, AnEditGoesToTheCrmThatOwnsTheRecordAndComesBack)
{
    connect(m_hub);
    connect(m_sales);
    need(edit(m_sales, 2, "Call the CFO"));
    settle();
    EXPECT_EQ(m_sales.nextStep(2), "Begin"); // held
    EXPECT_EQ(view().pending.size(), 1U);
    EXPECT_EQ(view().pending.front().system, "salesforce");
    passHold();
    EXPECT_EQ(m_sales.nextStep(2), "Call the CFO");
    EXPECT_EQ(mirroredStep(m_sales, 2), "Call the CFO");
    EXPECT_EQ(m_hub.pushes(), 0);
    EXPECT_TRUE(view().pending.empty());
    EXPECT_TRUE(view().conflicts.empty());
    // What comes back with the next pull is no news.
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_TRUE(view().conflicts.empty());
    EXPECT_EQ(m_sales.writes(), 1);
}

TEST_F(SyncFlow, AnEditIsTakenBackWithinItsHold)
{
    connect(m_hub);
    need(edit(m_hub, 1, "Send it"));
    Awaited<domain::UndoReport> undone;
    m_cockpit->undo(undone.answer());
    EXPECT_EQ(need(undone.get()).what, "field_edit");
    passHold();
    EXPECT_EQ(m_hub.pushes(), 0);
    Awaited<domain::UndoReport> redone;
    m_cockpit->redo(redone.answer());
    need(redone.get());
    passHold();
    EXPECT_EQ(m_hub.nextStep(1), "Send it");
}

TEST_F(SyncFlow, WhatBothChangedWaitsForADecisionThatCanBeTurnedOver)
{
    connect(m_hub);
    need(edit(m_hub, 1, "Ours"));
    m_hub.setNextStep(1, "Theirs");
    settle(); // the pull brings theirs while ours is held
    passHold();
    ASSERT_EQ(view().conflicts.size(), 1U);
    const auto conflict = view().conflicts.front();
    EXPECT_EQ(conflict.state, domain::ConflictState::Open);
    EXPECT_EQ(conflict.ours, "Ours");
    EXPECT_EQ(conflict.theirs, "Theirs");
    EXPECT_EQ(m_hub.nextStep(1), "Theirs");
    EXPECT_EQ(m_hub.pushes(), 0);

    need(call(&engine::Cockpit::resolveConflict, conflict.id, true));
    passHold();
    EXPECT_EQ(m_hub.nextStep(1), "Ours");
    EXPECT_EQ(mirroredStep(m_hub, 1), "Ours");
    EXPECT_EQ(view().conflicts.front().state, domain::ConflictState::KeptOurs);

    need(call(&engine::Cockpit::resolveConflict, conflict.id, false));
    passHold();
    EXPECT_EQ(m_hub.nextStep(1), "Theirs");
    EXPECT_EQ(view().conflicts.size(), 1U);

    need(call(&engine::Cockpit::resolveConflict, conflict.id, true));
    passHold();
    EXPECT_EQ(m_hub.nextStep(1), "Ours");
    EXPECT_EQ(m_hub.writes(), 3);
}

TEST_F(SyncFlow, ADecisionIsOnlyAboutTheValueThatWasShown)
{
    connect(m_hub);
    need(edit(m_hub, 1, "Ours"));
    m_hub.setNextStep(1, "Theirs");
    settle();
    passHold();
    const auto shown = view().conflicts.front();
    EXPECT_EQ(shown.theirs, "Theirs");
    m_hub.setNextStep(1, "Newer");
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_EQ(mirroredStep(m_hub, 1), "Newer");
    need(call(&engine::Cockpit::resolveConflict, shown.id, true));
    passHold();
    EXPECT_EQ(m_hub.nextStep(1), "Newer") << "nobody decided about this one";
    EXPECT_EQ(m_hub.writes(), 0);
    ASSERT_EQ(view().conflicts.size(), 2U);
    EXPECT_EQ(view().conflicts.front().theirs, "Newer");
    need(call(&engine::Cockpit::resolveConflict, view().conflicts.front().id, true));
    passHold();
    EXPECT_EQ(m_hub.nextStep(1), "Ours");
}

TEST_F(SyncFlow, AClashAtTheLastMomentOverwritesNothing)
{
    connect(m_hub);
    need(edit(m_hub, 1, "Ours"));
    m_hub.changeBeforeNextPush(1, "Theirs");
    passHold();
    ASSERT_EQ(view().conflicts.size(), 1U);
    EXPECT_EQ(m_hub.nextStep(1), "Theirs");
    EXPECT_EQ(mirroredStep(m_hub, 1), "Theirs"); // with the answer, before any pull
    need(call(&engine::Cockpit::resolveConflict, view().conflicts.front().id, false));
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_EQ(m_hub.nextStep(1), "Theirs");
    EXPECT_EQ(m_hub.writes(), 0);
    EXPECT_TRUE(view().pending.empty());
}

TEST_F(SyncFlow, ALimitPausesOneConnectionUntilItsTime)
{
    connect(m_hub);
    connect(m_sales);
    const auto until = m_clock.now() + 2 * base::hourMs;
    m_hub.failPulls(base::Error{.code = base::ErrorCode::LimitReached,
                                .message = "The daily limit is reached.",
                                .retryAtMs = until});
    m_clock.advance(10 * base::minuteMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::Paused);
    EXPECT_EQ(viewOf(m_hub).gate.heldUntilMs, until);
    EXPECT_EQ(viewOf(m_sales).state, ConnectionState::Connected);
    const auto asked = m_hub.pulls();
    need(edit(m_hub, 1, "Later"));
    need(edit(m_sales, 1, "Now"));
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_EQ(m_sales.nextStep(1), "Now");
    EXPECT_EQ(m_hub.pulls(), asked);
    EXPECT_EQ(m_hub.pushes(), 0);
    m_hub.failPulls(std::nullopt);
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::Connected);
    EXPECT_EQ(m_hub.nextStep(1), "Later");
}

TEST_F(SyncFlow, WithoutASignInEditsWaitAndNoneFails)
{
    connect(m_hub);
    connect(m_sales);
    m_hub.failPulls(
        base::Error{.code = base::ErrorCode::SignInNeeded, .message = "The token was revoked."});
    m_source.expire("hubspot");
    m_clock.advance(10 * base::minuteMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::SignInNeeded);
    need(edit(m_hub, 1, "Waits"));
    passHold();
    m_clock.advance(base::dayMs);
    settle();
    ASSERT_EQ(view().pending.size(), 1U);
    EXPECT_EQ(view().pending.front().state, "queued");
    EXPECT_EQ(m_hub.pushes(), 0);
    EXPECT_EQ(viewOf(m_sales).state, ConnectionState::Connected);

    m_hub.failPulls(std::nullopt);
    need(signIn(m_hub));
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::Connected);
    EXPECT_EQ(m_hub.nextStep(1), "Waits");
}

TEST_F(SyncFlow, WhatCouldNotBeSentWaitsAndIsNeitherFailedNorRepeatedAtOnce)
{
    connect(m_hub);
    m_hub.answerPushes(crm::PushAnswer{crm::PushState::NotSent, {}, "offline"});
    need(edit(m_hub, 1, "Patient"));
    passHold();
    EXPECT_EQ(m_hub.pushes(), 1);
    settle();
    EXPECT_EQ(m_hub.pushes(), 1); // not before its time
    ASSERT_EQ(view().pending.size(), 1U);
    EXPECT_EQ(view().pending.front().state, "queued");
    EXPECT_EQ(view().pending.front().attempts, 0);
    EXPECT_EQ(view().pending.front().detail, "offline");
    m_hub.answerPushes(std::nullopt);
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_EQ(m_hub.nextStep(1), "Patient");
    EXPECT_EQ(m_hub.writes(), 1);
}

TEST_F(SyncFlow, ASignInThatIsRefusedAtSendingAsksForAPersonAndIsNotTriedOn)
{
    connect(m_hub);
    crm::PushAnswer refused{crm::PushState::NotSent, {}, "535 wrong password"};
    refused.needsSignIn = true;
    m_hub.answerPushes(refused);
    need(edit(m_hub, 1, "Waits"));
    passHold();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::SignInNeeded);
    m_clock.advance(base::dayMs);
    settle();
    EXPECT_EQ(m_hub.pushes(), 1); // asking on could lock the account
    EXPECT_EQ(view().pending.front().state, "queued");
}

TEST_F(SyncFlow, AnotherOrganisationIsNeitherReadNorWritten)
{
    connect(m_hub);
    need(edit(m_hub, 1, "Not for them"));
    const auto asked = m_hub.pulls();
    m_hub.becomeOrg("h2");
    const auto report = signIn(m_hub);
    EXPECT_FALSE(report.ok());
    m_clock.advance(base::dayMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::OtherOrg);
    EXPECT_EQ(viewOf(m_hub).orgId, "h1");
    start(); // nor after a restart
    m_clock.advance(base::dayMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::OtherOrg);
    EXPECT_EQ(m_hub.pulls(), asked);
    EXPECT_EQ(m_hub.pushes(), 0);

    m_hub.becomeOrg("h1");
    need(signIn(m_hub));
    settle();
    EXPECT_EQ(m_hub.nextStep(1), "Not for them");
}

TEST_F(SyncFlow, ASignInThatFailsLeavesWhatWasConnected)
{
    connect(m_hub);
    Awaited<domain::SignInReport> report;
    m_cockpit->signIn({.system = "hubspot"}, {}, report.answer());
    EXPECT_FALSE(report.get().ok());
    m_hub.setNextStep(2, "Still here");
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_EQ(mirroredStep(m_hub, 2), "Still here");
}

TEST_F(SyncFlow, DisconnectingKeepsTheRecordsAndWhoseTheyAre)
{
    connect(m_hub);
    need(call(&engine::Cockpit::disconnect, m_hub.system));
    EXPECT_TRUE(view().connections.empty());
    const auto asked = m_hub.pulls();
    m_clock.advance(base::dayMs);
    settle();
    EXPECT_EQ(m_hub.pulls(), asked);
    EXPECT_TRUE(mirrored(m_hub, 1).has_value());
    m_hub.becomeOrg("h2");
    EXPECT_FALSE(signIn(m_hub).ok());
}

TEST_F(SyncFlow, FailuresBackOffAndEndByThemselves)
{
    connect(m_hub);
    m_hub.failPulls(
        base::Error{.code = base::ErrorCode::Unavailable, .message = "It does not answer."});
    m_clock.advance(10 * base::minuteMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::Failing);
    EXPECT_EQ(viewOf(m_hub).error, "It does not answer.");
    m_hub.failPulls(std::nullopt);
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::Connected);
    EXPECT_EQ(viewOf(m_hub).error, "");
}

TEST_F(SyncFlow, ARecordThatVanishedWithoutATraceIsMissedAndGoes)
{
    connect(m_hub);
    m_hub.forget(2);
    m_clock.advance(10 * base::minuteMs);
    settle();
    EXPECT_FALSE(mirrored(m_hub, 2).has_value());
    EXPECT_TRUE(mirrored(m_hub, 1).has_value());
    EXPECT_TRUE(mirrored(m_hub, 3).has_value());
    EXPECT_EQ(viewOf(m_hub).state, ConnectionState::Connected);
    // Two of two are no slip: a person decides.
    m_hub.forget(1);
    m_hub.forget(3);
    m_clock.advance(10 * base::minuteMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).heldDeletes, 0) << "not yet: the last look was just now";
    m_clock.advance(base::hourMs);
    settle();
    EXPECT_EQ(viewOf(m_hub).heldDeletes, 2);
    EXPECT_TRUE(mirrored(m_hub, 1).has_value());
    need(call(&engine::Cockpit::confirmDeletes, m_hub.system, true));
    EXPECT_EQ(viewOf(m_hub).heldDeletes, 0);
    EXPECT_FALSE(mirrored(m_hub, 3).has_value());
    EXPECT_FALSE(mirrored(m_hub, 1).has_value());
}

TEST_F(SyncFlow, WhyARecordIsMissing)
{
    connect(m_hub);
    const auto codeOf = [&](const std::string &text) {
        Awaited<std::vector<domain::MissingFinding>> findings;
        m_cockpit->whyMissing(text, findings.answer());
        const auto all = need(findings.get());
        return all.empty() ? std::string() : all.front().code;
    };
    EXPECT_EQ(codeOf("hs:d1"), "here");
    EXPECT_EQ(codeOf("d1"), "here");
    EXPECT_EQ(codeOf("https://app.example/contacts/1/record/0-3/d1/?view=1"), "here");
}

} // namespace topline::flow
