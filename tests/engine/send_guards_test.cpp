// What must not leave, and what must wait: asked at the last moment, whatever was approved.
#include "core/engine/channels/effect_route.h"
#include "core/engine/guards/send_guards.h"
#include "core/store/backup.h"
#include "tests/engine/guard_world.h"

#include <algorithm>

namespace topline::engine {
namespace {

using domain::ActionState;
using domain::LedgerKind;
using domain::Reach;
using domain::ReasonCode;
using flow::need;

constexpr base::UtcMs tuesdayNoon = flow::birthMs; // 2026-09-01T12:00Z

class SendGuardsTest : public testing::Test {
protected:
    std::optional<ReasonCode> code(const base::Uuid &action)
    {
        const auto rule = m_world.rule(action);
        return rule ? std::optional(rule->code) : std::nullopt;
    }

    void block(Reach reach, const std::string &address,
               domain::StopWhy why = domain::StopWhy::ByHand)
    {
        m_world.change([&](Step &step) {
            return ConsentBook(step).put({reach, address}, why, "asked for it", actor::rep);
        });
    }

    base::FixedClock m_clock{tuesdayNoon};
    GuardWorld m_world{m_clock};
};

TEST_F(SendGuardsTest, AMailLeavesWhenNothingSpeaksAgainstIt)
{
    const auto id = m_world.letter({.to = m_world.person()});
    EXPECT_EQ(m_world.send(), 1);
    EXPECT_EQ(m_world.action(id).state, ActionState::Done);
}

TEST_F(SendGuardsTest, AnAddressThatBouncedSinceTheApprovalGetsNothing)
{
    const auto person = m_world.person();
    const auto id = m_world.letter({.to = person});
    m_world.change([&](Step &step) -> base::Status {
        TRY_ASSIGN(auto contact, step.tables().records.contact(person));
        contact->bounced = true;
        contact->updatedMs = m_clock.now();
        TRY(step.tables().records.put(*contact, step.changes()));
        return {};
    });
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(id), ReasonCode::Bounced);
}

TEST_F(SendGuardsTest, WhoIsHeldOutAfterTheApprovalGetsNothing)
{
    const auto mail = m_world.letter({.to = m_world.person(), .isBySignal = true});
    const auto account = m_world.action(mail).account;
    m_world.change([&](Step &step) -> base::Status {
        TRY(step.tables().decisions.assign({account, true, "salt", 100, step.now()}));
        return {};
    });
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(mail), ReasonCode::HeldOut);
}

TEST_F(SendGuardsTest, BytesThatNobodyApprovedFailWithTheReason)
{
    const auto mail = m_world.letter({.to = m_world.person(), .isApprovedOtherwise = true});
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(m_world.action(mail).state, ActionState::Failed);
    EXPECT_NE(m_world.action(mail).failure.find("not approved"), std::string::npos)
        << m_world.action(mail).failure;
}

TEST_F(SendGuardsTest, WhatIsNotApprovedAnyMoreIsNotClaimedWhateverTheOutboxHolds)
{
    const auto mail = m_world.letter({.to = m_world.person()});
    domain::Action action = m_world.action(mail);
    Step step = need(Step::begin(m_world.context(), "test"));
    const auto isLetGo = [&](ActionState state) {
        action.state = state;
        return !need(objectionTo(step, m_world.effect(mail), action));
    };
    for (const auto state :
         {ActionState::Proposed, ActionState::Snoozed, ActionState::Dismissed, ActionState::Expired,
          ActionState::HeldOut, ActionState::Done, ActionState::Failed, ActionState::Unknown})
        EXPECT_FALSE(isLetGo(state)) << domain::actionStateName(state);
    EXPECT_TRUE(isLetGo(ActionState::Approved));
}

TEST_F(SendGuardsTest, AMailWaitsForTheRecipientsMorning)
{
    m_clock.set(tuesdayNoon + 12 * base::hourMs); // midnight UTC: 17:00 the day before in Seattle
    const auto berlin = m_world.letter({.to = m_world.person({.zone = "Europe/Berlin"})});
    const auto seattle = m_world.letter({.to = m_world.person({.zone = "America/Los_Angeles"})});
    EXPECT_EQ(m_world.send(), 1);
    EXPECT_EQ(m_world.action(seattle).state, ActionState::Done);
    EXPECT_EQ(m_world.action(berlin).state, ActionState::Approved);
    EXPECT_EQ(m_world.effect(berlin).notBeforeMs, tuesdayNoon + 18 * base::hourMs); // 08:00 CEST
    ASSERT_EQ(code(berlin), ReasonCode::OutsideHours);
    EXPECT_EQ(m_world.rule(berlin)->arguments.at(1), domain::ReasonArgument("Europe/Berlin"));
    for (int i = 0; i < 5; ++i)
        m_world.send();
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::Deferred), 1);
    m_clock.set(tuesdayNoon + 18 * base::hourMs);
    EXPECT_EQ(m_world.send(), 1);
    EXPECT_EQ(m_world.action(berlin).state, ActionState::Done);
    EXPECT_EQ(m_world.action(berlin).failure, "");
}

TEST_F(SendGuardsTest, AHolidayOfTheRecipientsCountryIsNoWorkingDay)
{
    const base::TimeZone berlin = need(base::TimeZone::find("Europe/Berlin"));
    m_clock.set(berlin.at({2028, 10, 3}, 10 * base::hourMs)); // a Tuesday
    const auto id = m_world.letter({.to = m_world.person({.zone = "", .country = "Deutschland"})});
    EXPECT_EQ(m_world.send(), 0);
    ASSERT_EQ(code(id), ReasonCode::Holiday);
    EXPECT_EQ(m_world.rule(id)->arguments.at(0), domain::ReasonArgument("Day of German Unity"));
    EXPECT_EQ(m_world.effect(id).notBeforeMs, berlin.at({2028, 10, 4}, 8 * base::hourMs));
}

TEST_F(SendGuardsTest, APersonsAnswerToAWaitingBuyerGoesAtOnce)
{
    m_clock.set(tuesdayNoon + 12 * base::hourMs);
    const auto person = m_world.person({.zone = "Europe/Berlin"});
    const auto byHand = m_world.letter({.to = person, .urgency = domain::Urgency::Inbound});
    const auto byRule =
        m_world.letter({.to = person, .approver = "policy", .urgency = domain::Urgency::Inbound});
    EXPECT_EQ(m_world.send(), 1);
    EXPECT_EQ(m_world.action(byHand).state, ActionState::Done);
    EXPECT_EQ(code(byRule), ReasonCode::OutsideHours);
}

TEST_F(SendGuardsTest, CapsHoldPerRepPerHostAndForAll)
{
    m_world.setPolicy([](auto &policy) {
        policy.guards.autoMailsPerRepDay = 2;
        policy.guards.mailsPerDay = 5;
        policy.guards.mailsPerDomainDay = 3;
    });
    const auto sam = m_world.owner("Sam");
    const auto kim = m_world.owner("Kim");
    const auto at = [&](const std::string &host, const std::string &approver,
                        domain::OwnerId owner) {
        return m_world.letter(
            {.to = m_world.person({.mail = "x@" + host}), .approver = approver, .owner = owner});
    };
    const auto send = [&] {
        m_clock.advance(base::minuteMs); // rules send one by one
        return m_world.send();
    };
    for (int i = 0; i < 2; ++i) {
        at("one.example", "policy", sam);
        EXPECT_EQ(send(), 1);
    }
    const auto third = at("one.example", "policy", sam);
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(code(third), ReasonCode::RepDayLimit);
    at("one.example", "policy", kim); // another rep
    EXPECT_EQ(send(), 1);
    const auto fourth = at("one.example", "rep", sam);
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(code(fourth), ReasonCode::DomainDayLimit);
    at("two.example", "rep", sam);
    at("two.example", "rep", sam);
    EXPECT_EQ(send(), 2);
    const auto last = at("three.example", "rep", kim);
    EXPECT_EQ(send(), 0);
    EXPECT_EQ(code(last), ReasonCode::DayLimit);
    EXPECT_GE(m_world.effect(last).notBeforeMs, tuesdayNoon + 20 * base::hourMs);

    m_clock.set(tuesdayNoon + base::dayMs);
    int more = 0;
    for (int minute = 0; minute < 30; ++minute)
        more += send();
    EXPECT_EQ(more, 3);
}

TEST_F(SendGuardsTest, WhatARepSendsByHandLeavesLessToTheRulesAndIsNeverKeptBackByIt)
{
    m_world.setPolicy([](auto &policy) { policy.guards.autoMailsPerRepDay = 2; });
    const auto sam = m_world.owner("Sam");
    const auto at = [&](const std::string &approver) {
        static int number = 0;
        const std::string host = "host" + std::to_string(++number) + ".example";
        return m_world.letter(
            {.to = m_world.person({.mail = "x@" + host}), .approver = approver, .owner = sam});
    };
    for (int i = 0; i < 3; ++i) {
        at("rep");
        EXPECT_EQ(m_world.send(), 1);
    }
    m_clock.advance(base::minuteMs);
    const auto byRule = at("policy");
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(byRule), ReasonCode::RepDayLimit);
    at("rep");
    EXPECT_EQ(m_world.send(), 1);
}

TEST_F(SendGuardsTest, AClockThatIsPutBackFreesNoCap)
{
    m_world.setPolicy([](auto &policy) { policy.guards.mailsPerDay = 4; });
    const auto person = m_world.person();
    const auto fill = [&] {
        for (int i = 0; i < 6; ++i)
            m_world.letter({.to = person});
        return m_world.send();
    };
    EXPECT_EQ(fill(), 4);
    m_clock.set(tuesdayNoon - 10 * 365 * base::dayMs - base::hourMs);
    EXPECT_EQ(fill(), 0);
    m_clock.set(tuesdayNoon - base::dayMs);
    EXPECT_EQ(fill(), 0);
    m_world.restart();
    EXPECT_EQ(fill(), 0);
    m_clock.set(tuesdayNoon + base::minuteMs);
    EXPECT_EQ(m_world.send(), 0);
}

TEST_F(SendGuardsTest, AfterAWrongClockAPersonLetsCountingBeginAnew)
{
    m_world.setPolicy([](auto &policy) { policy.guards.mailsPerDay = 1; });
    const auto person = m_world.person();
    m_clock.set(tuesdayNoon + 3'640 * base::dayMs); // a Tuesday again
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 1);
    m_clock.set(tuesdayNoon);
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 0);
    m_world.change([&](Step &step) { return step.tables().sendLimits.beginEra(step.now()); });
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 1);
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 0);
}

TEST_F(SendGuardsTest, AfterASuspendTheBacklogLeavesOneByOne)
{
    m_world.setPolicy([](auto &policy) { policy.guards.mailsPerDomainDay = 100; });
    const auto person = m_world.person();
    for (int i = 0; i < 30; ++i)
        m_world.letter({.to = person});
    m_clock.advance(30 * base::dayMs); // a Thursday noon
    std::vector<int> perMinute;
    for (int minute = 0; minute < 60; ++minute) {
        perMinute.push_back(m_world.send());
        m_clock.advance(base::minuteMs);
    }
    EXPECT_EQ(*std::max_element(perMinute.begin(), perMinute.end()), 1);
    EXPECT_EQ(m_world.left.size(), 30u);
}

TEST_F(SendGuardsTest, MailsThatAreTriedAgainLeaveOneByOneToo)
{
    m_world.setPolicy([](auto &policy) {
        policy.guards.mailsPerDomainDay = 100;
        policy.guards.autoMailsPerRepDay = 100;
    });
    const auto person = m_world.person();
    for (int i = 0; i < 10; ++i)
        m_world.letter({.to = person, .approver = "policy"});
    for (int minute = 0; minute < 30; ++minute) { // no server answers
        m_world.send(crm::PushState::NotSent);
        m_clock.advance(base::minuteMs);
    }
    m_world.left.clear();
    std::vector<int> perMinute;
    for (int minute = 0; minute < 40; ++minute) {
        perMinute.push_back(m_world.send());
        m_clock.advance(base::minuteMs);
    }
    EXPECT_EQ(*std::max_element(perMinute.begin(), perMinute.end()), 1);
    EXPECT_EQ(m_world.left.size(), 10u);
}

TEST_F(SendGuardsTest, AfterTheClockWasPutBackABacklogStillLeavesOneByOne)
{
    m_world.setPolicy([](auto &policy) { policy.guards.mailsPerDomainDay = 100; });
    const auto person = m_world.person();
    m_clock.advance(2 * base::hourMs);
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 1);
    m_clock.set(tuesdayNoon);
    for (int i = 0; i < 5; ++i)
        m_world.letter({.to = person, .approver = "policy"});
    std::vector<int> perMinute;
    for (int minute = 0; minute < 20; ++minute) {
        perMinute.push_back(m_world.send());
        m_clock.advance(base::minuteMs);
    }
    EXPECT_EQ(*std::max_element(perMinute.begin(), perMinute.end()), 1);
}

TEST_F(SendGuardsTest, AnAddressWhoseMailCameBackForGoodGetsNoMoreUntilThePersonWrites)
{
    const auto person = m_world.person();
    const auto first = m_world.letter({.to = person});
    ASSERT_EQ(m_world.send(), 1);
    const auto arrive = [&](domain::MailKind kind, const std::string &id, bool isForGood) {
        m_clock.advance(base::minuteMs);
        m_world.change([&](Step &step) -> base::Status {
            store::MailMessage message;
            message.messageId = id;
            message.kind = kind;
            message.action = first;
            message.account = m_world.action(first).account;
            message.contact = person;
            message.atMs = m_clock.now();
            TRY(step.tables().mail.add(message));
            domain::Event event;
            event.sourceKey = domain::eventKey("mail", id);
            event.account.id = message.account;
            event.contact.id = person;
            event.kind = domain::EventKind::EmailBounced;
            event.atMs = event.receivedMs = m_clock.now();
            if (isForGood)
                TRY(step.tables().events.add({&event, 1}, step.changes()));
            return {};
        });
    };
    arrive(domain::MailKind::Bounce, "full@isp.example", false);
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 1) << "a full mailbox may be emptied";
    arrive(domain::MailKind::Bounce, "gone@isp.example", true);
    const auto refused = m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(refused), ReasonCode::Bounced);
    auto &mail = m_world.tables().mail;
    EXPECT_FALSE(need(mail.cameBack(person, "new@northwind.example"))) << "another address";
    arrive(domain::MailKind::Reply, "here@northwind.example", false);
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 1) << "it works again";
}

TEST_F(SendGuardsTest, ThreeMailsInDoubtPauseTheChannelUntilAPersonLetsItGoOn)
{
    const auto person = m_world.person();
    for (int i = 0; i < 3; ++i)
        m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(crm::PushState::Unknown), 3);
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 0);
    m_clock.advance(base::hourMs);
    EXPECT_EQ(m_world.send(), 0);
    m_world.change([&](Step &step) {
        return step.tables().sendLimits.resume(domain::Channel::Mail, step.now());
    });
    EXPECT_EQ(m_world.send(), 1);
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::PolicyChanged), 1);
}

TEST_F(SendGuardsTest, AChannelThatAPersonLetGoOnCountsItsDoubtsAnew)
{
    const auto person = m_world.person();
    const auto doubts = [&](int count) {
        for (int i = 0; i < count; ++i)
            m_world.letter({.to = person});
        return m_world.send(crm::PushState::Unknown);
    };
    EXPECT_EQ(doubts(3), 3);
    EXPECT_EQ(doubts(1), 0);
    m_clock.advance(base::minuteMs); // those three are still young
    m_world.change([&](Step &step) {
        return step.tables().sendLimits.resume(domain::Channel::Mail, step.now());
    });
    m_clock.advance(base::secondMs);
    EXPECT_EQ(doubts(2), 3) << "with the one that waited";
    EXPECT_EQ(doubts(1), 0);
}

TEST_F(SendGuardsTest, TheStopSwitchHoldsBetweenTheIntentAndTheWire)
{
    const auto id = m_world.letter({.to = m_world.person()});
    const auto claimed = need(m_world.outbox().claim(routeOf("mail", false)));
    ASSERT_EQ(claimed.size(), 1u);
    m_world.setPolicy([](auto &policy) { policy.automationStopped = true; });
    EXPECT_FALSE(m_world.outbox().markOnWire(claimed).ok());
    crm::PushAnswer notSent;
    notSent.state = crm::PushState::NotSent;
    need(m_world.outbox().recordAnswer(claimed[0].id, notSent));
    EXPECT_EQ(m_world.action(id).state, ActionState::Approved);
    m_clock.advance(base::hourMs);
    EXPECT_EQ(m_world.send(), 0);
    m_world.setPolicy([](auto &policy) { policy.automationStopped = false; });
    EXPECT_EQ(m_world.send(), 1);
}

TEST_F(SendGuardsTest, WhoOptsOutBetweenTheIntentAndTheWireGetsNothing)
{
    const auto id = m_world.letter({.to = m_world.person()});
    const auto claimed = need(m_world.outbox().claim(routeOf("mail", false)));
    block(Reach::Mail, "dana@northwind.example");
    EXPECT_FALSE(m_world.outbox().markOnWire(claimed).ok());
    crm::PushAnswer notSent;
    notSent.state = crm::PushState::NotSent;
    need(m_world.outbox().recordAnswer(claimed[0].id, notSent));
    m_clock.advance(base::hourMs);
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(id), ReasonCode::DoNotContact);
}

TEST_F(SendGuardsTest, ARestoredBackupKeepsTheNewerListAndTheCounts)
{
    m_world.setPolicy([](auto &policy) { policy.guards.mailsPerDay = 2; });
    const auto person = m_world.person();
    const auto other = m_world.person({.mail = "luis@contoso.example"});
    const std::string backup = m_world.file() + ".backup";
    need(store::backUp(m_world.workspace(), backup));
    block(Reach::Mail, "dana@northwind.example", domain::StopWhy::Unsubscribed);
    m_world.letter({.to = other});
    m_world.letter({.to = other});
    EXPECT_EQ(m_world.send(), 2);
    m_world.close();
    need(store::restore(backup, m_world.file(), m_clock.now()));
    m_world.reopen();
    m_world.change([](Step &step) { return step.tables().settings.setFrozen(false); });
    const auto blocked = m_world.letter({.to = person});
    const auto counted = m_world.letter({.to = other});
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(blocked), ReasonCode::DoNotContact);
    EXPECT_EQ(code(counted), ReasonCode::DayLimit);
}

TEST_F(SendGuardsTest, WhatWaitsCanBeCalledBackUntilItLeaves)
{
    m_clock.set(tuesdayNoon + 12 * base::hourMs);
    const auto id = m_world.letter({.to = m_world.person({.zone = "Europe/Berlin"})});
    m_world.send();
    EXPECT_EQ(m_world.action(id).holdUntilMs, m_world.effect(id).notBeforeMs);
}

} // namespace
} // namespace topline::engine
