// The mailbox: what is approved leaves by it once and is noted in the CRM afterwards; what arrives
// in it finds its action and its person.
#include "tests/engine/mail_world.h"

#include <algorithm>

namespace topline::engine {

using domain::ActionState;
using domain::EffectState;

namespace {

class MailTest : public MailWorld {};

} // namespace

TEST_F(MailTest, WithoutAMailboxAMailForARealCrmIsNotApproved)
{
    const auto before = action(m_mail);
    const auto refused = engine().approve({m_mail});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::Refused);
    EXPECT_NE(refused.error().message.find("mailbox"), std::string::npos);
    EXPECT_EQ(action(m_mail), before);
    EXPECT_TRUE(effects().empty());
}

TEST_F(MailTest, WhatIsApprovedLeavesOnceByTheMailboxAndIsThenNotedInTheCrm)
{
    connectMailbox();
    approve();
    ASSERT_EQ(effects().size(), 1u);
    EXPECT_EQ(effects()[0].channel, domain::Channel::Mail);
    EXPECT_EQ(m_world.drain().sent, 0); // the CRM has nothing to do with it yet

    EXPECT_EQ(send().sent, 1);
    EXPECT_EQ(action(m_mail).state, ActionState::Done);
    EXPECT_EQ(m_box.taken.size(), 1u);
    EXPECT_NE(m_box.lastMessage.find("X-Effect-Id: " + effects()[0].id.text()), std::string::npos);

    ASSERT_EQ(effects().size(), 2u);
    EXPECT_EQ(effects()[1].channel, domain::Channel::Crm);
    EXPECT_EQ(effects()[1].state, EffectState::Queued);
    EXPECT_TRUE(isSound());
    EXPECT_EQ(m_world.drain().sent, 1);
    EXPECT_EQ(m_tiny.tookHold(), (std::map<std::string, int>{{effects()[1].id.text(), 1}}));
    EXPECT_EQ(action(m_mail).state, ActionState::Done);
    EXPECT_EQ(send().sent, 0);
    EXPECT_EQ(m_box.taken.begin()->second, 1);
    EXPECT_TRUE(isSound());
}

TEST_F(MailTest, TheHeadNamesThePersonAsLongAsItGoesToThem)
{
    connectMailbox();
    const auto person = need(engine().tables().records.contact(action(m_mail).contact)).value();
    const auto headOf = [&](const std::string &address) {
        auto draft = action(m_mail).draft;
        draft.to = address;
        need(engine().editDraft(m_mail, draft));
        need(engine().approve({m_mail}));
        const auto message = need(actions::readMailWire(effects().back())).message;
        need(engine().undo());
        const auto at = message.find("\r\nTo: ") + 2;
        return message.substr(at, message.find("\r\n", at) - at);
    };
    EXPECT_EQ(headOf(person.email), "To: " + person.fullName() + " <" + person.email + '>');
    EXPECT_EQ(headOf("second@contoso.example"), "To: second@contoso.example");
}

TEST_F(MailTest, ANoteThatTheCrmRefusesLeavesTheMailSent)
{
    connectMailbox();
    approve();
    send();
    m_tiny.refuse(1);
    EXPECT_EQ(m_world.drain().failed, 1);
    EXPECT_EQ(action(m_mail).state, ActionState::Done);
    EXPECT_EQ(effects()[0].state, EffectState::Sent);
    EXPECT_EQ(effects()[1].state, EffectState::Failed);
    EXPECT_TRUE(isSound());
}

TEST_F(MailTest, ABreakBeforeTheDotSendsAgainAndARefusalDoesNot)
{
    connectMailbox();
    approve();
    m_box.way = ScriptedMailbox::Way::BreaksBeforeTheDot;
    send();
    EXPECT_EQ(effects()[0].state, EffectState::Queued);
    m_clock.advance(base::hourMs);
    m_box.way = ScriptedMailbox::Way::RefusesRecipient;
    EXPECT_EQ(send().failed, 1);
    EXPECT_EQ(action(m_mail).state, ActionState::Failed);
    EXPECT_EQ(action(m_mail).failure, "550 no such user");
    EXPECT_TRUE(m_box.taken.empty());
    EXPECT_TRUE(isSound());
}

TEST_F(MailTest, DoubtIsNeverRepeatedAndAnAnswerProvesTheMail)
{
    connectMailbox();
    approve();
    m_box.way = ScriptedMailbox::Way::LosesTheAnswer;
    EXPECT_EQ(send().unknown, 1);
    m_box.way = ScriptedMailbox::Way::Takes;
    for (int hour = 0; hour < 72; ++hour) {
        m_clock.advance(base::hourMs);
        send();
    }
    EXPECT_EQ(action(m_mail).state, ActionState::Unknown);
    EXPECT_EQ(m_box.taken.begin()->second, 1);

    receive({answer(domain::MailKind::Bounce, "b1@isp.example")});
    EXPECT_EQ(effects()[0].state, EffectState::Sent);
    EXPECT_EQ(action(m_mail).state, ActionState::Done);
    EXPECT_TRUE(isSound());
}

TEST_F(MailTest, AnAnswerIsAnEventOfItsWriterOnce)
{
    connectMailbox();
    approve();
    send();
    const auto before = eventsOf(domain::EventKind::EmailReplied).size();
    const auto reply = answer(domain::MailKind::Reply, "r1@buyer.example");
    receive({reply});
    receive({reply, reply});
    const auto after = eventsOf(domain::EventKind::EmailReplied);
    ASSERT_EQ(after.size(), before + 1);
    const auto known = need(engine().tables().mail.message("r1@buyer.example"));
    ASSERT_TRUE(known.has_value());
    EXPECT_EQ(known->action, m_mail);
}

TEST_F(MailTest, AnAssistantWhoAnswersInTheThreadStandsForThePerson)
{
    connectMailbox();
    approve();
    send();
    const auto before = eventsOf(domain::EventKind::EmailReplied).size();
    auto reply = answer(domain::MailKind::Reply, "r2@buyer.example");
    reply.from = "office@elsewhere.example";
    receive({reply});
    EXPECT_EQ(eventsOf(domain::EventKind::EmailReplied).size(), before + 1);
}

TEST_F(MailTest, WhoAsksForNoMoreIsOnTheListUnderTheAddressAskedFromAndTheOneOnRecord)
{
    connectMailbox();
    approve();
    send();
    auto wish = answer(domain::MailKind::Unsubscribe, "u1@buyer.example");
    wish.from = "Private@Elsewhere.example";
    receive({wish});
    receive({wish}); // comes again
    const auto rows = need(engine().tables().suppressed.all(10));
    ASSERT_EQ(rows.size(), 2u);
    for (const auto &row : rows) {
        EXPECT_EQ(row.why, domain::StopWhy::Unsubscribed);
        EXPECT_FALSE(row.releasedMs);
    }
    EXPECT_NE(rows[0].tag, rows[1].tag);
    ASSERT_EQ(eventsOf(domain::EventKind::Unsubscribed).size(), 1u);
}

TEST_F(MailTest, AComplaintStopsTheOneItIsAbout)
{
    connectMailbox();
    approve();
    send();
    auto complaint = answer(domain::MailKind::Complaint, "c1@isp.example");
    complaint.from = "abuse@isp.example";
    complaint.about = action(m_mail).draft.to;
    receive({complaint});
    const auto rows = need(engine().tables().suppressed.all(10));
    ASSERT_EQ(rows.size(), 1u) << "and not the one who told of it";
    EXPECT_EQ(rows.front().why, domain::StopWhy::Complaint);
}

TEST_F(MailTest, MailOfStrangersLeavesNoTrace)
{
    connectMailbox();
    auto stranger = domain::MailArrival{};
    stranger.kind = domain::MailKind::OtherMail;
    stranger.messageId = "x@private.example";
    stranger.from = "friend@private.example";
    stranger.text = "See you on Sunday.";
    stranger.atMs = m_clock.now();
    const auto events = need(engine().tables().events.count());
    receive({stranger});
    EXPECT_EQ(need(engine().tables().events.count()), events);
    EXPECT_FALSE(need(engine().tables().mail.message("x@private.example")).has_value());
}

TEST_F(MailTest, AnAbsenceKeepsItsDaysAndABounceThatMayPassIsNoEvent)
{
    connectMailbox();
    approve();
    send();
    auto away = answer(domain::MailKind::OutOfOffice, "o1@buyer.example");
    away.backMs = m_clock.now() + 9 * base::dayMs + base::hourMs;
    auto soft = answer(domain::MailKind::Bounce, "s1@isp.example");
    soft.isPermanent = false;
    soft.about = action(m_mail).draft.to;
    receive({away, soft});
    const auto events = eventsOf(domain::EventKind::OutOfOffice);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].amount, 10);
    EXPECT_TRUE(eventsOf(domain::EventKind::EmailBounced).empty());
}

TEST_F(MailTest, AnAddressThatSentTheMailBackForGoodIsNotChosenUntilThePersonWrites)
{
    connectMailbox();
    approve();
    send();
    const auto sent = action(m_mail);
    const auto cameBack = [&] {
        return need(engine().tables().mail.cameBack(sent.contact, sent.draft.to));
    };
    EXPECT_FALSE(cameBack());
    auto hard = answer(domain::MailKind::Bounce, "h1@isp.example");
    hard.isPermanent = true;
    hard.about = sent.draft.to;
    receive({hard});
    EXPECT_TRUE(cameBack());
    // A later trigger finds nobody to write to.
    const auto refusals = [&](const std::string &key) {
        m_clock.advance(40 * base::dayMs);
        crm::Page page;
        for (int account = 0; account < 12; ++account)
            page.events.push_back(flow::tinyEvent(account, domain::EventKind::PricingView,
                                                  m_clock.now() - base::minuteMs,
                                                  key + std::to_string(account)));
        m_tiny.arrive(page);
        m_world.sync();
        const auto decisions = need(engine().tables().decisions.ofAccount(sent.account));
        return std::count_if(decisions.begin(), decisions.end(), [](const auto &each) {
            return each.reason.code == domain::ReasonCode::Bounced;
        });
    };
    EXPECT_GT(refusals("a"), 0);
    const auto before = refusals("b");
    receive({answer(domain::MailKind::Reply, "r9@buyer.example")});
    EXPECT_FALSE(cameBack());
    EXPECT_EQ(refusals("c"), before);
}

TEST_F(MailTest, ASentMailIsTheLastTouchBeforeTheCrmTellsOfIt)
{
    connectMailbox();
    approve();
    const base::UtcMs sentMs = m_clock.now();
    send();
    m_clock.advance(base::minuteMs);
    const auto row = need(engine().tables().actions.card(m_mail, m_clock.now()));
    ASSERT_TRUE(row.has_value());
    EXPECT_EQ(row->card.lastTouchMs, sentMs);
}

TEST_F(MailTest, TheDraftOfAnAnswerKeepsTheSubjectOfTheThread)
{
    connectMailbox();
    approve();
    send();
    auto reply = answer(domain::MailKind::Reply, "r3@buyer.example");
    reply.subject = "AW: hello\nBcc: all@x.example";
    receive({reply});
    need(engine().derive());
    std::vector<std::string> subjects;
    for (const auto &each : need(engine().tables().actions.all())) {
        if (each.playId == "reply" && each.contact == action(m_mail).contact &&
            each.state == ActionState::Proposed)
            subjects.push_back(each.draft.subject);
    }
    EXPECT_EQ(subjects, std::vector<std::string>{"Re: AW: hello Bcc: all@x.example"});
}

} // namespace topline::engine
