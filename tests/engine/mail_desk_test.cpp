// The mailbox's queue, its texts, and mails to be read: who is put off holds nobody else back, the
// footer speaks to its reader, and what came in is harmless in the file.
#include "core/engine/outbox/outbox_runner.h"
#include "core/engine/reads/reads.h"
#include "tests/engine/mail_world.h"

#include <algorithm>

namespace topline::engine {

using domain::ActionState;
using domain::EffectState;

namespace {

class MailDeskTest : public MailWorld {};

} // namespace

TEST_F(MailDeskTest, ARecipientWhoIsPutOffHoldsNobodyElseBack)
{
    connectMailbox();
    const auto more = others();
    ASSERT_FALSE(more.empty());
    m_box.putsOff = action(m_mail).draft.to;
    need(engine().approve({m_mail}));
    m_clock.advance(base::secondMs); // so that the one who is put off is asked first
    need(engine().approve({more.front()}));
    m_clock.advance(engine().policy().feed.holdMs);
    EXPECT_EQ(send().sent, 1);
    EXPECT_EQ(action(more.front()).state, ActionState::Done);
    EXPECT_EQ(effects()[0].state, EffectState::Queued);
    EXPECT_EQ(effects()[0].detail, "450 4.7.1 Greylisted");
    // Each wait is longer, up to two hours.
    base::DurationMs last = 0;
    for (int round = 0; round < 6; ++round) {
        const base::UtcMs at = effects()[0].notBeforeMs;
        EXPECT_GE(at - m_clock.now(), last);
        last = at - m_clock.now();
        m_clock.advance(last);
        send();
    }
    EXPECT_EQ(last, 2 * base::hourMs);
    m_box.putsOff.clear();
    m_clock.advance(2 * base::hourMs);
    for (int hour = 0; hour < 24; ++hour) { // the buyer's working hours come round
        send();
        m_clock.advance(base::hourMs);
    }
    EXPECT_EQ(effects()[0].state, EffectState::Sent);
    EXPECT_TRUE(isSound());
}

TEST(HoldsTheOthers, AfterFiveWhoArePutOffInARowOrOneThatNothingLeftFor)
{
    crm::PushAnswer sent;
    sent.state = crm::PushState::Applied;
    crm::PushAnswer later;
    later.state = crm::PushState::NotSent;
    int putOff = 0;
    EXPECT_TRUE(holdsTheOthers(later, putOff)); // the line is down
    later.othersMayGo = true;
    for (const bool isBroken : {true, false}) {
        for (int i = 0; i < 4; ++i)
            EXPECT_FALSE(holdsTheOthers(later, putOff)) << i;
        if (isBroken) {
            EXPECT_FALSE(holdsTheOthers(sent, putOff));
        }
    }
    EXPECT_TRUE(holdsTheOthers(later, putOff));
}

TEST_F(MailDeskTest, WhoIsPutOffForDaysIsToldAsFailed)
{
    connectMailbox();
    approve();
    m_box.putsOff = action(m_mail).draft.to;
    for (int hour = 0; hour < 24 * 20 && effects()[0].state == EffectState::Queued; hour += 2) {
        send();
        m_clock.advance(2 * base::hourMs);
    }
    EXPECT_EQ(action(m_mail).state, ActionState::Failed);
    EXPECT_NE(action(m_mail).failure.find("450 4.7.1 Greylisted"), std::string::npos);
    EXPECT_EQ(m_box.tries, 40);
    EXPECT_TRUE(m_box.taken.empty());
}

TEST_F(MailDeskTest, TheTextsOfTheMailboxCanBeChangedAndTheFooterSpeaksTheRecipientsLanguage)
{
    domain::MailAccount texts;
    EXPECT_EQ(engine().mail().setTexts(texts).error().code, base::ErrorCode::NotFound);
    connectMailbox();
    texts.name = " Robin V ";
    texts.signature = "R.";
    texts.postalAddress = "2 Main Street";
    texts.replyTo = "team@topline.example";
    texts.language = "de";
    need(engine().mail().setTexts(texts));
    const auto kept = need(engine().mail().account());
    EXPECT_EQ(kept->name, "Robin V");
    EXPECT_EQ(kept->address, "rep@topline.example"); // no text of a mail
    EXPECT_EQ(kept->smtp.port, 465);
    approve();
    send();
    EXPECT_NE(m_box.lastMessage.find("Reply-To: team@topline.example\r\n"), std::string::npos);
    EXPECT_NE(m_box.lastMessage.find("abmelden"), std::string::npos);
    for (const auto &[field, wrong] :
         {std::pair("replyTo", &domain::MailAccount::replyTo),
          std::pair("unsubscribeUrl", &domain::MailAccount::unsubscribeUrl),
          std::pair("language", &domain::MailAccount::language)}) {
        domain::MailAccount bad = texts;
        bad.*wrong = "no good\r\nBcc: x@y.example";
        const auto refused = engine().mail().setTexts(bad);
        ASSERT_FALSE(refused.ok()) << field;
        EXPECT_EQ(refused.error().place.value().field, field);
    }
}

TEST_F(MailDeskTest, AMailThatCameCanBeReadAndItsHtmlIsHarmlessAlreadyInTheFile)
{
    connectMailbox();
    approve();
    send();
    auto reply = answer(domain::MailKind::Reply, "r9@buyer.example");
    reply.fromName = "Dana";
    reply.html =
        "<p onclick=\"x()\">Yes</p><img src=\"https://spy.example/p.gif\"><script>x</script>"
        "<a href=\"https://ok.example/\">here</a>";
    receive({reply});
    const auto events = eventsOf(domain::EventKind::EmailReplied);
    ASSERT_FALSE(events.empty());
    const auto event = std::find_if(events.begin(), events.end(), [](const auto &each) {
        return each.sourceKey == domain::eventKey("mail", "r9@buyer.example");
    });
    ASSERT_NE(event, events.end());
    const auto letter = need(engine().reads().letter(event->id));
    EXPECT_EQ(letter.words, "Yes, please.");
    EXPECT_EQ(letter.fromName, "Dana");
    EXPECT_EQ(letter.from, reply.from);
    EXPECT_EQ(letter.subject, "Re: hello");
    EXPECT_NE(letter.html.find("https://ok.example/"), std::string::npos);
    for (const char *part : {"onclick", "spy.example", "script"})
        EXPECT_EQ(letter.html.find(part), std::string::npos) << letter.html;
    // One that a CRM saw has its words; what is no mail is none.
    for (const auto &each :
         need(engine().tables().history.load(action(m_mail).account, 0, m_clock.now())).events) {
        const auto read = engine().reads().letter(each.id);
        const bool isMail = each.kind == domain::EventKind::EmailReplied ||
                            each.kind == domain::EventKind::OutOfOffice ||
                            each.kind == domain::EventKind::Unsubscribed;
        EXPECT_EQ(read.ok(), isMail);
    }
    EXPECT_TRUE(isSound());
}

} // namespace topline::engine
