// What a rep does at the desk beyond single keys: giving on, calling, and looking at a batch before
// it is approved.
#include "core/crm/effect_wire.h"
#include "core/engine/commands/batch_review.h"
#include "core/engine/commands/call_work.h"
#include "core/engine/commands/commands.h"
#include "core/engine/guards/send_guards.h"
#include "core/engine/reads/reads.h"
#include "tests/engine/guard_world.h"

#include <algorithm>

namespace topline::engine {
namespace {

using domain::ActionState;
using domain::CallReport;
using domain::CallResult;
using flow::need;

class DeskDeeds : public testing::Test {
protected:
    DeskDeeds()
    {
        domain::Contact changed = need(world.tables().records.contact(dana)).value();
        changed.phone = "+49 30 123456";
        world.change([&](Step &step) -> base::Status {
            TRY_ASSIGN(const auto written, step.tables().records.put(changed, step.changes()));
            static_cast<void>(written);
            return {};
        });
    }

    base::Uuid proposed(domain::ActionKind kind, domain::OwnerId owner = {})
    {
        domain::Action out;
        out.id = base::Uuid::named("desk", std::to_string(++count));
        out.kind = kind;
        out.contact = dana;
        out.account = need(world.tables().records.contact(dana))->account.id;
        out.owner = owner;
        out.dedupeKey = out.id.text();
        out.createdMs = out.signalMs = out.changedMs = world.clock.now();
        out.draft.to =
            kind == domain::ActionKind::Call ? "+49 30 123456" : "dana@northwind.example";
        out.draft.subject = "Subject";
        out.draft.body = "Talk about the rollout";
        world.change([&](Step &step) { return step.add(out); });
        return out.id;
    }

    CallReport report(const base::Uuid &id, CallResult result)
    {
        CallReport out;
        out.action = id;
        out.result = result;
        out.subject = "Call with Dana";
        out.text = "Connected, 2:00 min.\n\nSee https://odd.example";
        out.startedMs = world.clock.now() - 2 * base::minuteMs;
        out.lengthMs = 2 * base::minuteMs;
        return out;
    }

    domain::HandOnOffer offer(const std::vector<base::Uuid> &ids)
    {
        const std::vector<domain::Play> plays;
        return need(
            Reads(world.tables(), plays, world.context().policy, world.clock.now()).handOn(ids));
    }

    base::FixedClock clock{flow::birthMs};
    GuardWorld world{clock};
    domain::ContactId dana = world.person();
    int count = 0;
};

TEST_F(DeskDeeds, WhoHasRoomComesFirstAndWhoIsAwayAndTheHolderLast)
{
    const auto ann = world.owner("Ann");
    const auto bea = world.owner("Bea");
    const auto cem = world.owner("Cem");
    const auto dov = world.owner("Dov");
    const auto id = proposed(domain::ActionKind::Email, ann);
    world.change([&](Step &step) -> base::Status {
        TRY(step.tables().routing.setSeat({bea, 1, 5, false, clock.now() + base::dayMs}));
        TRY(step.tables().routing.setSeat({ann, 1, 5, true}));
        return step.tables().routing.setSeat({dov, 1, 5, true});
    });
    auto got = offer({id});
    ASSERT_EQ(got.rows.size(), 4u);
    EXPECT_EQ(got.rows[0].owner, dov);
    EXPECT_EQ(got.rows[1].owner, cem) << "without a seat";
    EXPECT_FALSE(got.rows[1].hasSeat);
    EXPECT_EQ(got.rows[2].owner, bea);
    EXPECT_TRUE(got.rows[2].isAway);
    EXPECT_EQ(got.rows[3].owner, ann);
    EXPECT_TRUE(got.rows[3].isHolder);
    clock.advance(base::dayMs);
    got = offer({id});
    EXPECT_FALSE(std::any_of(got.rows.begin(), got.rows.end(), [](const auto &row) {
        return row.isAway;
    })) << "back again";
}

TEST_F(DeskDeeds, WhatDoesNotWaitIsNotOfferedAndTheReasonIsInTheLedger)
{
    const auto ann = world.owner("Ann");
    const auto bea = world.owner("Bea");
    const auto id = proposed(domain::ActionKind::Email, ann);
    const auto sent = world.letter({.to = dana});
    EXPECT_EQ(offer({id, sent}).actions, std::vector{id});
    Command command;
    command.kind = CommandKind::Reassign;
    command.owner = bea;
    command.handOnWhy = domain::HandOnWhy::TooMuch;
    need(Commands(world.context()).carryOut(command, {id}));
    EXPECT_EQ(world.action(id).owner, bea);
    const auto rows = need(world.tables().ledger.ofSubject(id));
    ASSERT_EQ(rows.back().kind, domain::LedgerKind::Reassigned);
    EXPECT_NE(rows.back().payload.find(R"("reason":"too_much")"), std::string::npos);
    need(Commands(world.context()).undo());
    EXPECT_EQ(world.action(id).owner, ann);
}

TEST_F(DeskDeeds, ACallEndsItsCardAndTheCrmIsToldAfterTheHold)
{
    const auto id = proposed(domain::ActionKind::Call);
    const auto sheet = need(callSheet(world.context(), id));
    EXPECT_EQ(sheet.dial, "+4930123456");
    EXPECT_TRUE(sheet.mayDial);
    need(Commands(world.context()).logCall(report(id, CallResult::LeftMessage)));
    const auto action = world.action(id);
    EXPECT_EQ(action.state, ActionState::Approved);
    EXPECT_EQ(action.outcome, domain::Outcome::NoAnswer);
    const auto wire = need(crm::readEffectWire(world.effect(id)));
    EXPECT_EQ(wire.callResult, CallResult::LeftMessage);
    EXPECT_EQ(wire.callMs, 2 * base::minuteMs);
    EXPECT_EQ(wire.atMs, clock.now() - 2 * base::minuteMs);
    EXPECT_NE(world.effect(id).wire.find("See https://odd.example"), std::string::npos);
    EXPECT_EQ(world.ledgerRows(domain::LedgerKind::Done), 1);
    need(Commands(world.context()).undo());
    EXPECT_EQ(world.action(id).state, ActionState::Proposed);
    EXPECT_EQ(world.action(id).draft.body, "Talk about the rollout");
    EXPECT_EQ(world.action(id).outcome, domain::Outcome::None);
    need(Commands(world.context()).redo());
    EXPECT_EQ(world.action(id).outcome, domain::Outcome::NoAnswer);
    EXPECT_EQ(world.ledgerRows(domain::LedgerKind::Done), 2); // it counts once more
    clock.advance(base::minuteMs);
    EXPECT_EQ(world.send(crm::PushState::Applied, domain::Channel::Crm), 1);
    EXPECT_EQ(world.action(id).state, ActionState::Done);
}

TEST_F(DeskDeeds, ACallThatIsOnlyApprovedIsAPlanInTheCrmAndNotACallThatWasMade)
{
    const auto id = proposed(domain::ActionKind::Call);
    Command approve;
    approve.kind = CommandKind::Approve;
    need(Commands(world.context()).carryOut(approve, {id}));
    EXPECT_EQ(world.effect(id).kind, domain::ActionKind::Task);
    EXPECT_NE(world.effect(id).wire.find("\"kind\":\"task\""), std::string::npos)
        << world.effect(id).wire;
    const auto made = proposed(domain::ActionKind::Call);
    need(Commands(world.context()).logCall(report(made, CallResult::Connected)));
    EXPECT_EQ(world.effect(made).kind, domain::ActionKind::Call);
}

TEST_F(DeskDeeds, AWrongNumberIsNotDialledAgainAndItsNoteStillLeaves)
{
    const auto id = proposed(domain::ActionKind::Call);
    const auto other = proposed(domain::ActionKind::Call);
    need(Commands(world.context()).logCall(report(id, CallResult::WrongNumber)));
    auto sheet = need(callSheet(world.context(), other));
    EXPECT_FALSE(sheet.mayDial);
    EXPECT_EQ(domain::decodeReason(sheet.why)->code, domain::ReasonCode::DoNotContact);
    need(Commands(world.context()).undo());
    EXPECT_TRUE(need(callSheet(world.context(), other)).mayDial);
    need(Commands(world.context()).redo());
    EXPECT_FALSE(need(callSheet(world.context(), other)).mayDial);
    clock.advance(base::minuteMs);
    EXPECT_EQ(world.send(crm::PushState::Applied, domain::Channel::Crm), 1);
    EXPECT_EQ(world.action(id).state, ActionState::Done) << world.action(id).failure;
}

TEST_F(DeskDeeds, TakingAWrongNumberBackLeavesTheListAsItWas)
{
    const auto rows = [this] {
        std::vector<base::Uuid> out;
        for (const auto &row : need(world.tables().suppressed.all(20))) {
            if (!row.releasedMs)
                out.push_back(row.id);
        }
        return out;
    };
    // One for the reason that a wrong number has too, and one for another.
    for (const auto why : {domain::StopWhy::ByHand, domain::StopWhy::Complaint}) {
        world.change([&](Step &step) {
            return ConsentBook(step).put({domain::Reach::Call, "+4930123456"}, why, "asked us",
                                         actor::rep);
        });
        const auto before = rows();
        ASSERT_EQ(before.size(), 1u);
        const auto id = proposed(domain::ActionKind::Call);
        EXPECT_FALSE(need(callSheet(world.context(), id)).mayDial);
        need(Commands(world.context()).logCall(report(id, CallResult::WrongNumber)));
        need(Commands(world.context()).undo());
        EXPECT_EQ(rows(), before) << domain::stopWhyName(why);
        EXPECT_FALSE(need(callSheet(world.context(), id)).mayDial);
        world.change(
            [&](Step &step) { return ConsentBook(step).release(before.front(), "for the test"); });
    }
}

TEST_F(DeskDeeds, ACallBesideAMailCardIsWorkOfItsOwn)
{
    const auto id = proposed(domain::ActionKind::Email);
    need(Commands(world.context()).logCall(report(id, CallResult::Connected)));
    EXPECT_EQ(world.action(id).state, ActionState::Proposed) << "the mail still waits";
    const auto all = need(world.tables().actions.all());
    const auto call = std::find_if(all.begin(), all.end(), [](const auto &one) {
        return one.kind == domain::ActionKind::Call;
    });
    ASSERT_NE(call, all.end());
    EXPECT_EQ(call->state, ActionState::Approved);
    EXPECT_EQ(call->contact, dana);
    need(Commands(world.context()).undo());
    EXPECT_EQ(world.action(call->id).state, ActionState::Dismissed);
    CallReport none = report(id, CallResult::Connected);
    none.startedMs = clock.now() + 1;
    EXPECT_FALSE(Commands(world.context()).logCall(none).ok());
}

class BatchReview : public DeskDeeds {
protected:
    BatchReview()
    {
        domain::MailAccount mailbox;
        mailbox.address = mailbox.user = "rep@seller.example";
        mailbox.smtp = {"mail.seller.example", 465, domain::WireSafety::ImplicitTls};
        mailbox.imap = {"mail.seller.example", 993, domain::WireSafety::ImplicitTls};
        mailbox.postalAddress = "1 Main Street, Springfield";
        world.change([&](Step &step) { return step.tables().mail.setAccount(mailbox); });
        world.setPolicy([](domain::Policy &policy) {
            policy.guards.mailsPerDomainDay = 3;
            policy.feed.holdMs = 0;
        });
    }

    std::vector<base::Uuid> mails(int number)
    {
        std::vector<base::Uuid> out;
        for (int i = 0; i < number; ++i) {
            dana = world.person({.mail = "p" + std::to_string(i) + "@northwind.example"});
            out.push_back(proposed(domain::ActionKind::Email));
        }
        return out;
    }

    domain::BatchReview review(const std::vector<base::Uuid> &ids)
    {
        return need(reviewBatch(world.context(), ids));
    }
};

TEST_F(BatchReview, SaysWhoWaitsForTheDomainsDayAndIsRightAboutIt)
{
    world.letter({.to = dana});
    EXPECT_EQ(world.send(), 1);
    const auto ids = mails(4);
    const auto before = need(world.tables().ledger.newest(1)).front().seq;
    const auto got = review(ids);
    ASSERT_EQ(got.lines.size(), 4u);
    EXPECT_FALSE(got.lines[1].untilMs);
    ASSERT_TRUE(got.lines[2].untilMs);
    ASSERT_TRUE(got.lines[3].untilMs);
    EXPECT_NE(*got.lines[2].untilMs, *got.lines[3].untilMs) << "a little apart";
    EXPECT_EQ(domain::decodeReason(got.lines[2].why)->code, domain::ReasonCode::DomainDayLimit);
    ASSERT_FALSE(got.limits.empty());
    EXPECT_EQ(got.limits.front(),
              (domain::BatchLimit{domain::LimitScope::Host, "northwind.example", 1, 4, 3}));
    EXPECT_EQ(need(world.tables().ledger.newest(1)).front().seq, before) << "nothing is kept";
    for (const auto &id : ids)
        EXPECT_EQ(world.action(id).state, ActionState::Proposed);

    need(Commands(world.context()).carryOut(Command(), ids));
    EXPECT_EQ(world.send(), 2);
    int waiting = 0;
    for (const auto &line : got.lines) {
        const bool waits = world.action(line.action).state == ActionState::Approved;
        EXPECT_EQ(waits, line.untilMs.has_value());
        waiting += waits;
    }
    EXPECT_EQ(waiting, 2);
}

TEST_F(BatchReview, NamesWhoWouldNotLeaveAndHowOftenAPersonIsWrittenTo)
{
    auto ids = mails(1);
    ids.push_back(proposed(domain::ActionKind::Email));
    world.change([&](Step &step) {
        return ConsentBook(step).put({domain::Reach::Mail, "dana@northwind.example"},
                                     domain::StopWhy::ByHand, "", actor::rep);
    });
    const auto got = review(ids);
    EXPECT_TRUE(got.lines[0].isRefused) << "their draft says dana@";
    EXPECT_EQ(domain::decodeReason(got.lines[0].why)->code, domain::ReasonCode::DoNotContact);
    const auto person = std::find_if(got.limits.begin(), got.limits.end(), [](const auto &one) {
        return one.scope == domain::LimitScope::Person;
    });
    ASSERT_NE(person, got.limits.end());
    EXPECT_EQ(person->adds, 2);
    EXPECT_EQ(person->limit, world.context().policy.suppression.personTouchesMax);
    EXPECT_FALSE(reviewBatch(world.context(), {base::Uuid::named("x", "y")}).ok());
}

} // namespace
} // namespace topline::engine
