#include "core/base/calendar.h"
#include "core/plays/cadence.h"

#include <QDateTime>

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

using namespace topline;
using domain::ActionState;
using domain::EventKind;
using domain::ReasonCode;
using domain::StepWhen;
using plays::RunMoveKind;

namespace {

constexpr auto hour = base::hourMs;
constexpr auto day = base::dayMs;

base::UtcMs utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

// By the hours of a rep who has none of their own.
base::UtcMs businessDaysLater(base::UtcMs fromMs, std::int64_t days, const std::string &zone)
{
    return plays::RepTime(plays::WorkClock({}, zone)).later(fromMs, days);
}

// Tuesday, by the clock of UTC.
const base::UtcMs start = utc("2025-11-18T10:14:00Z");

domain::PlayStep stepOf(domain::ActionKind kind, std::int64_t on, StepWhen when = StepWhen::Always,
                        std::int64_t other = 0)
{
    domain::PlayStep out;
    out.kind = kind;
    out.day = on;
    out.when = when;
    out.elseStep = other;
    return out;
}

// A mail, and two days later a call unless somebody answered.
struct World {
    World()
    {
        play.id = "test";
        play.steps = {stepOf(domain::ActionKind::Email, 0),
                      stepOf(domain::ActionKind::Call, 2, StepWhen::NoReply),
                      stepOf(domain::ActionKind::Email, 5, StepWhen::NoAnswer)};
        history.account.id = {1};
        auto &contact = history.contacts.emplace_back();
        contact.id = {1};
        contact.firstName = "Dana";
        contact.email = "dana@northwind.example";
        history.stages = {{{1}, "", "Sales", "Proposal", 0, domain::StageKind::Open},
                          {{2}, "", "Sales", "Won", 1, domain::StageKind::Won}};
        auto &deal = history.deals.emplace_back();
        deal.id = {1};
        deal.stage.id = {1};
        run.playId = play.id;
        run.account = {1};
        run.contact = {1};
        run.deal = {1};
        run.signal = base::Uuid::named("signal", "s");
        run.startedMs = run.stepMs = start;
        action.kind = domain::ActionKind::Email;
        action.state = ActionState::Done;
        action.createdMs = start;
        action.changedMs = start;
        policy.zone = "UTC";
    }

    plays::RunMove at(base::UtcMs now) const
    {
        return plays::advance({run, play, action, history, signals, policy, heldOut, reply, now});
    }

    domain::Event &event(EventKind kind, base::UtcMs atMs, std::int64_t contact = 1)
    {
        auto &out = history.events.emplace_back();
        out.kind = kind;
        out.atMs = atMs;
        out.contact.id = {contact};
        return out;
    }

    domain::Play play;
    domain::PlayRun run;
    domain::Action action;
    domain::AccountHistory history;
    std::vector<domain::Signal> signals;
    domain::Policy policy;
    bool heldOut = false;
    std::optional<base::UtcMs> reply;
};

ReasonCode endOf(const World &world, base::UtcMs now)
{
    const auto move = world.at(now);
    EXPECT_EQ(move.kind, RunMoveKind::End);
    return move.reason.code;
}

} // namespace

TEST(BusinessDays, PassOverWeekendsAndKeepTheHourWithinWorkingHours)
{
    EXPECT_EQ(businessDaysLater(start, 2, "UTC"), utc("2025-11-20T10:14:00Z"));
    EXPECT_EQ(businessDaysLater(start, 4, "UTC"), utc("2025-11-24T10:14:00Z"));
    EXPECT_EQ(businessDaysLater(utc("2025-11-21T22:00:00Z"), 1, "UTC"),
              utc("2025-11-24T17:00:00Z"));
    EXPECT_EQ(businessDaysLater(utc("2025-11-22T03:00:00Z"), 1, "UTC"),
              utc("2025-11-24T08:00:00Z"));
    EXPECT_EQ(businessDaysLater(start, 0, "UTC"), start);
    EXPECT_EQ(businessDaysLater(utc("2025-11-21T18:00:00Z"), 0, "UTC"),
              utc("2025-11-24T08:00:00Z"));
    EXPECT_EQ(businessDaysLater(utc("2025-11-18T07:59:59Z"), 0, "UTC"),
              utc("2025-11-18T08:00:00Z"));
    EXPECT_EQ(businessDaysLater(start, 2, "Nowhere/Such"), utc("2025-11-20T10:14:00Z"));
}

TEST(BusinessDays, AreCountedByTheRepsClockAcrossTheChangeOfClocks)
{
    // Friday 09:30 in Berlin, summer time; Monday 09:30 is winter time.
    EXPECT_EQ(businessDaysLater(utc("2025-10-24T07:30:00Z"), 1, "Europe/Berlin"),
              utc("2025-10-27T08:30:00Z"));
    // Over ten years and several zones: a business day later is a workday with the same wall clock.
    for (const char *name : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                             "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu"}) {
        const auto zone = base::TimeZone::find(name);
        ASSERT_TRUE(zone.ok()) << name;
        for (base::UtcMs at = start; at < start + 3'650 * day; at += 37 * hour) {
            const auto from = zone->local(businessDaysLater(at, 0, name));
            const auto to = zone->local(businessDaysLater(at, 3, name));
            EXPECT_LE(base::weekday(from.date), 5);
            EXPECT_LE(base::weekday(to.date), 5);
            EXPECT_GE(to.sinceMidnightMs, 8 * hour);
            EXPECT_LE(to.sinceMidnightMs, 17 * hour);
            const auto days = base::dayNumber(to.date) - base::dayNumber(zone->local(at).date);
            EXPECT_TRUE(days >= 3 && days <= 5) << name << " " << at;
        }
    }
}

TEST(Cadence, WaitsForTheStepBeforeAndThenForItsDay)
{
    World w;
    for (const auto state : {ActionState::Proposed, ActionState::Snoozed, ActionState::Approved,
                             ActionState::Executing, ActionState::Failed, ActionState::Unknown}) {
        w.action.state = state;
        EXPECT_EQ(w.at(start + 9 * day).kind, RunMoveKind::Stay);
        EXPECT_FALSE(w.at(start + 9 * day).dueMs);
    }
    w.action.state = ActionState::Done;
    const auto waits = w.at(start + hour);
    EXPECT_EQ(waits.kind, RunMoveKind::Stay);
    EXPECT_EQ(waits.dueMs, start + 2 * day);
    const auto takes = w.at(start + 2 * day);
    EXPECT_EQ(takes.kind, RunMoveKind::Take);
    EXPECT_EQ(takes.stepNo, 2);
    // The clock is looked at late in the night: the card comes in the morning.
    const auto late = w.at(utc("2025-11-20T23:00:00Z"));
    EXPECT_EQ(late.kind, RunMoveKind::Stay);
    EXPECT_EQ(late.dueMs, utc("2025-11-21T08:00:00Z"));
}

TEST(Cadence, CountsDaysFromTheEndOfTheStepBefore)
{
    World w;
    w.action.changedMs = start + 7 * day; // approved a week late
    EXPECT_EQ(w.at(start + 7 * day + 1).dueMs, start + 9 * day);
    w.run.stepNo = 2;
    w.action.kind = domain::ActionKind::Call;
    EXPECT_EQ(w.at(start + 7 * day + 1).dueMs, start + 10 * day); // from day 2 to day 5
}

TEST(Cadence, StopsAtOnceByWhateverSpeaksAgainstGoingOn)
{
    const auto later = start + hour;
    const auto ended = [&](EventKind kind, std::int64_t contact = 1) {
        World w;
        w.event(kind, start + 1, contact);
        const auto move = w.at(later);
        return move.kind == RunMoveKind::End ? domain::reasonCodeName(move.reason.code) : "goes on";
    };
    EXPECT_EQ(ended(EventKind::EmailReplied), "run_replied");
    EXPECT_EQ(ended(EventKind::EmailReplied, 9), "goes on");
    EXPECT_EQ(ended(EventKind::MeetingBooked, 9), "run_meeting");
    EXPECT_EQ(ended(EventKind::MeetingHeld), "run_meeting");
    EXPECT_EQ(ended(EventKind::Unsubscribed), "opted_out");
    EXPECT_EQ(ended(EventKind::SpamReported), "opted_out");
    EXPECT_EQ(ended(EventKind::EmailBounced), "bounced");
    EXPECT_EQ(ended(EventKind::EmailOpened), "goes on");
    World w;
    w.history.contacts[0].optedOut = true;
    EXPECT_EQ(endOf(w, later), ReasonCode::OptedOut);
    w = {};
    w.history.contacts[0].bounced = true;
    EXPECT_EQ(endOf(w, later), ReasonCode::Bounced);
    w = {};
    w.history.contacts[0].deleted = true;
    EXPECT_EQ(endOf(w, later), ReasonCode::NoContact);
    w = {};
    w.heldOut = true;
    EXPECT_EQ(endOf(w, later), ReasonCode::HeldOut);
    w = {};
    w.history.account.deleted = true;
    EXPECT_EQ(endOf(w, later), ReasonCode::NoContact);
    w = {};
    w.reply = start + 1;
    EXPECT_EQ(endOf(w, later), ReasonCode::RunReplied);
}

TEST(Cadence, AnAnswerCountsUnderAnotherRecordOfTheSamePerson)
{
    World w;
    auto &alias = w.history.contacts.emplace_back();
    alias.id = {7};
    alias.email = "Dana@Northwind.example";
    w.event(EventKind::EmailReplied, start + 1, 7);
    EXPECT_EQ(endOf(w, start + hour), ReasonCode::RunReplied);
}

TEST(Cadence, WhatWasBeforeTheRunOrByAMachineDoesNotStopIt)
{
    World w;
    w.event(EventKind::EmailReplied, start);
    w.event(EventKind::EmailReplied, start + 1).suspectBot = true;
    w.event(EventKind::EmailReplied, start + 2 * hour); // not yet
    EXPECT_EQ(w.at(start + hour).kind, RunMoveKind::Stay);
}

TEST(Cadence, GoesByTheExitsOfItsPlay)
{
    World w;
    w.play.exits = {domain::ExitEvent::DealClosed};
    w.event(EventKind::MeetingBooked, start + 1);
    EXPECT_EQ(w.at(start + hour).kind, RunMoveKind::Stay);
    w.history.deals[0].stage.id = {2};
    EXPECT_EQ(w.at(start + hour).kind, RunMoveKind::Stay); // closed before it began
    auto &change = w.history.stageChanges.emplace_back();
    change.deal.id = {1};
    change.stage.id = {2};
    change.atMs = start + 1;
    EXPECT_EQ(endOf(w, start + hour), ReasonCode::RunDealClosed);
    w.play.exits = {domain::ExitEvent::Meeting};
    EXPECT_EQ(endOf(w, start + hour), ReasonCode::RunMeeting);
}

TEST(Cadence, ADismissalEndsItOnlyWhereThePersonOrMatterIsWrong)
{
    World w;
    w.action.state = ActionState::Dismissed;
    const std::map<domain::DismissReason, RunMoveKind> wanted = {
        {domain::DismissReason::WrongPerson, RunMoveKind::End},
        {domain::DismissReason::BadTiming, RunMoveKind::Stay},
        {domain::DismissReason::AlreadyDone, RunMoveKind::Stay},
        {domain::DismissReason::NotRelevant, RunMoveKind::End},
        {domain::DismissReason::Duplicate, RunMoveKind::Stay}};
    for (const auto &[reason, kind] : wanted) {
        w.action.dismissReason = reason;
        EXPECT_EQ(w.at(start + hour).kind, kind) << domain::dismissReasonName(reason);
    }
}

TEST(Cadence, ACardThatGrewOldIsToldFromOneThatWasWithdrawn)
{
    World w;
    w.action.state = ActionState::Expired;
    w.action.changedMs = w.action.createdMs + w.policy.feed.expireMs;
    EXPECT_EQ(endOf(w, start + 15 * day), ReasonCode::TooOld);
    w.action.changedMs = w.action.createdMs + hour;
    EXPECT_EQ(endOf(w, start + 15 * day), ReasonCode::RunWithdrawn);
}

TEST(Cadence, PausesForAnAbsenceAndGoesOnByItself)
{
    World w;
    w.event(EventKind::OutOfOffice, start + hour).amount = 6;
    const auto paused = w.at(start + 2 * day);
    EXPECT_EQ(paused.kind, RunMoveKind::Pause);
    EXPECT_EQ(paused.dueMs, utc("2025-11-24T11:14:00Z"));
    EXPECT_EQ(paused.reason.code, ReasonCode::RunAbsent);
    const auto back = w.at(*paused.dueMs);
    EXPECT_EQ(back.kind, RunMoveKind::Take);
    EXPECT_EQ(back.stepNo, 2);
    // No return named: as long as the policy says, and to the next opening.
    w.history.events[0].amount = 0;
    w.policy.guards.absenceMs = 4 * day;
    EXPECT_EQ(w.at(start + 2 * day).dueMs, utc("2025-11-24T08:00:00Z"));
    // An answer ends it although the person is away.
    w.event(EventKind::EmailReplied, start + 2 * hour);
    EXPECT_EQ(endOf(w, start + 3 * hour), ReasonCode::RunReplied);
}

TEST(Cadence, PassesOverStepsWhoseConditionDoesNotHold)
{
    World w;
    w.play.exits = {domain::ExitEvent::DealClosed};
    w.event(EventKind::EmailReplied, start + hour);
    // The call is for people who did not answer; the mail after it is not for them either.
    const auto move = w.at(start + 8 * day);
    EXPECT_EQ(move.kind, RunMoveKind::End);
    EXPECT_EQ(move.reason.code, ReasonCode::RunFinished);
    EXPECT_EQ(move.passed,
              (std::vector<plays::StepPassed>{{2, StepWhen::NoReply}, {3, StepWhen::NoAnswer}}));
}

TEST(Cadence, BranchesToElse)
{
    World w;
    w.play.steps = {stepOf(domain::ActionKind::Email, 0),
                    stepOf(domain::ActionKind::Call, 1, StepWhen::Clicked, 4),
                    stepOf(domain::ActionKind::Email, 3), stepOf(domain::ActionKind::Task, 2)};
    w.play.steps[3].day = 3;
    const auto waits = w.at(start + day);
    EXPECT_EQ(waits.kind, RunMoveKind::Stay); // nobody clicked: step 4 on its own day
    EXPECT_EQ(waits.dueMs, start + 3 * day);
    const auto other = w.at(start + 3 * day);
    EXPECT_EQ(other.kind, RunMoveKind::Take);
    EXPECT_EQ(other.stepNo, 4);
    EXPECT_EQ(other.passed, (std::vector<plays::StepPassed>{{2, StepWhen::Clicked}}));
    w.event(EventKind::EmailClicked, start + hour);
    EXPECT_EQ(w.at(start + day).stepNo, 2);
}

TEST(Cadence, KnowsWhetherACallWasAnswered)
{
    World w;
    w.run.stepNo = 2;
    w.action.kind = domain::ActionKind::Call;
    w.action.outcome = domain::Outcome::NoAnswer;
    EXPECT_EQ(w.at(start + 3 * day).stepNo, 3);
    w.action.outcome = domain::Outcome::Connected;
    EXPECT_EQ(endOf(w, start + 3 * day), ReasonCode::RunFinished);
    w.action.outcome = domain::Outcome::None;
    EXPECT_EQ(w.at(start + 3 * day).kind, RunMoveKind::Take);
    w.event(EventKind::CallAnswered, start + hour);
    EXPECT_EQ(endOf(w, start + 3 * day), ReasonCode::RunFinished);
}

TEST(Cadence, ASignalBringsItsStepSooner)
{
    World w;
    w.play.cadence = domain::CadenceKind::Hybrid;
    w.play.steps[1].onSignals = {domain::SignalType::PricingRevisit};
    domain::Signal signal;
    signal.id = base::Uuid::named("signal", "t");
    signal.type = domain::SignalType::PricingRevisit;
    signal.contact = {1};
    signal.occurredMs = start + hour;
    w.signals = {signal};
    const auto move = w.at(start + 2 * hour);
    EXPECT_EQ(move.kind, RunMoveKind::Take);
    EXPECT_EQ(move.stepNo, 2);
    ASSERT_TRUE(move.signal);
    EXPECT_EQ(move.signal->id, signal.id);
    w.signals[0].contact = {2};
    EXPECT_EQ(w.at(start + 2 * hour).kind, RunMoveKind::Stay); // somebody else's
    w.signals[0].contact = {};
    w.signals[0].occurredMs = start;
    EXPECT_EQ(w.at(start + 2 * hour).kind, RunMoveKind::Stay); // before the mail left
    w.play.cadence = domain::CadenceKind::OnSignals;
    EXPECT_EQ(w.at(start + 20 * day).kind, RunMoveKind::Stay);
    EXPECT_EQ(endOf(w, start + 30 * day), ReasonCode::TooOld);
}

TEST(Cadence, FinishesAfterTheLastStep)
{
    World w;
    w.run.stepNo = 3;
    w.run.stepsTaken = 3;
    EXPECT_EQ(w.at(start + hour).reason,
              (domain::Reason{ReasonCode::RunFinished, {std::int64_t{3}}}));
    w.run.state = domain::RunState::Ended;
    EXPECT_EQ(w.at(start + hour).kind, RunMoveKind::Stay);
}

TEST(Cadence, EveryStepIsTakenOnceOrExplained)
{
    std::mt19937_64 random(20'251'118);
    const auto draw = [&](std::uint64_t n) { return random() % n; };
    for (int trace = 0; trace < 3'000; ++trace) {
        World w;
        w.play.steps = {stepOf(domain::ActionKind::Email, 0)};
        const auto count = 1 + draw(6);
        for (std::uint64_t i = 1; i <= count; ++i) {
            const auto when = static_cast<StepWhen>(draw(6));
            auto step = stepOf(draw(2) == 0 ? domain::ActionKind::Email : domain::ActionKind::Call,
                               w.play.steps.back().day + static_cast<std::int64_t>(draw(4)), when);
            if (i + 2 <= count + 1 && when != StepWhen::Always && draw(2) == 0)
                step.elseStep = static_cast<std::int64_t>(i + 2 + draw(count + 1 - (i + 1)));
            w.play.steps.push_back(step);
        }
        const auto last = static_cast<std::int64_t>(w.play.steps.size());
        base::UtcMs now = start;
        std::set<std::int64_t> taken = {1};
        bool isEnded = false;
        for (int turn = 0; turn < 200 && !isEnded; ++turn) {
            const auto move = w.at(now);
            // Asked again, the same answer: nothing hangs on when a restart comes.
            EXPECT_EQ(w.at(now).stepNo, move.stepNo);
            switch (move.kind) {
            case RunMoveKind::Take: {
                EXPECT_TRUE(taken.insert(move.stepNo).second) << "twice, trace " << trace;
                EXPECT_GT(move.stepNo, w.run.stepNo);
                w.run.stepNo = move.stepNo;
                ++w.run.stepsTaken;
                w.run.stepMs = now;
                w.action.kind = w.play.steps[static_cast<std::size_t>(move.stepNo - 1)].kind;
                w.action.createdMs = now;
                now += static_cast<base::DurationMs>(draw(48)) * hour;
                w.action.changedMs = now;
                w.action.outcome =
                    draw(3) == 0 ? domain::Outcome::Connected : domain::Outcome::NoAnswer;
                break;
            }
            case RunMoveKind::End:
                isEnded = true;
                if (move.reason.code == ReasonCode::RunFinished) {
                    const auto at = w.run.stepNo;
                    EXPECT_TRUE(at == last || !move.passed.empty()) << trace;
                    if (!move.passed.empty() && at < last) {
                        const auto &over =
                            w.play.steps[static_cast<std::size_t>(move.passed.back().stepNo - 1)];
                        EXPECT_TRUE(move.passed.back().stepNo == last && over.elseStep == 0);
                    }
                }
                break;
            default:
                ASSERT_TRUE(move.dueMs) << trace;
                ASSERT_GT(*move.dueMs, now) << trace;
                now = *move.dueMs;
            }
            if (draw(6) == 0)
                w.event(draw(3) == 0 ? EventKind::OutOfOffice : EventKind::EmailClicked, now)
                    .amount = static_cast<std::int32_t>(draw(5));
            if (draw(25) == 0)
                w.event(EventKind::EmailReplied, now);
        }
        EXPECT_TRUE(isEnded) << trace;
    }
}

TEST(Variant, IsDrawnOncePerPersonAndEvenly)
{
    World w;
    w.play.steps[0].variants = {{"a", "A", ""}, {"b", "B", ""}};
    std::map<std::string, int> drawn;
    for (int i = 0; i < 4'000; ++i) {
        domain::Contact person;
        person.id = {i + 1};
        person.remoteId = "c" + std::to_string(i);
        const auto name = plays::variantFor(w.play, 1, person, {});
        EXPECT_EQ(plays::variantFor(w.play, 1, person, {}), name);
        ++drawn[name];
    }
    EXPECT_EQ(drawn.size(), 2U);
    EXPECT_NEAR(drawn["a"], 2'000, 130); // four standard deviations
    domain::Contact person;
    person.id = {1};
    person.remoteId = "c0";
    const auto first = plays::variantFor(w.play, 1, person, {});
    domain::Action had;
    had.playId = w.play.id;
    had.contact = {1};
    had.variant = first == "a" ? "b" : "a";
    EXPECT_EQ(plays::variantFor(w.play, 1, person, {had}), had.variant);
    had.variant = "an older test";
    EXPECT_EQ(plays::variantFor(w.play, 1, person, {had}), "");
    had.stepNo = 2;
    EXPECT_EQ(plays::variantFor(w.play, 1, person, {had}), first);
    EXPECT_EQ(plays::variantFor(w.play, 2, person, {}), "");
}
