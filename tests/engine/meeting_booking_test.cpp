// A booking from the key to the calendar: the real connector over a scripted server, whose journal
// judges; and the invitation, which leaves only for what stands in the calendar.
#include "core/engine/reads/reads.h"
#include "core/store/backup.h"
#include "tests/engine/meeting_world.h"

namespace topline::engine {

using domain::ActionState;
using domain::EffectState;

namespace {

class MeetingBooking : public MeetingWorld {
protected:
    BookRequest request()
    {
        return {m_card.action.id, nextHour() + 50 * base::hourMs, 45, "Offer talk", "Agenda"};
    }

    base::Uuid book() { return need(engine().bookMeeting(request())); }
};

} // namespace

TEST_F(MeetingBooking, WithoutACalendarNothingIsBooked)
{
    const auto refused = engine().bookMeeting(request());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::Refused);
    need(engine().calendar().setAccount(sampleCalendar()));
    EXPECT_EQ(need(engine().calendar().account()), std::optional(sampleCalendar()));
    BookRequest past = request();
    past.fromMs = m_clock.now();
    EXPECT_FALSE(engine().bookMeeting(past).ok());
    past.action = base::Uuid::named("x", "y");
    EXPECT_FALSE(engine().bookMeeting(past).ok());
    need(engine().calendar().removeAccount());
    EXPECT_FALSE(need(engine().calendar().account()));
    EXPECT_TRUE(m_server.journal.empty());
}

TEST_F(MeetingBooking, WhatIsBookedStandsOnceAndIsThenInvitedTo)
{
    need(engine().calendar().setAccount(sampleCalendar()));
    connectMailbox();
    const base::Uuid meeting = book();
    EXPECT_EQ(action(meeting).state, ActionState::Approved);
    ASSERT_EQ(effects(meeting).size(), 1U);
    EXPECT_EQ(effects(meeting)[0].channel, domain::Channel::Calendar);
    EXPECT_EQ(need(engine().drainOutbox(m_calendar, m_cancel, false)).sent, 0); // its hold
    const base::Uuid invitation = base::Uuid::named("invitation", meeting.text());
    EXPECT_TRUE(effects(invitation).empty());
    EXPECT_EQ(drain().sent, 1);
    EXPECT_EQ(action(meeting).state, ActionState::Done);
    ASSERT_EQ(m_server.journal.size(), 1U);
    EXPECT_EQ(m_server.journal[0].uid, effects(meeting)[0].id.text());
    ASSERT_EQ(effects(invitation).size(), 1U);
    const auto mail = need(actions::readMailWire(effects(invitation)[0]));
    EXPECT_EQ(effects(invitation)[0].channel, domain::Channel::Mail);
    EXPECT_NE(mail.message.find("method=REQUEST"), std::string::npos);
    EXPECT_EQ(action(invitation).state, ActionState::Approved);
    EXPECT_EQ(drain().sent, 0);
    expectSound();
}

// The calendar's part tells a program; the words tell a person, by that person's clock.
TEST_F(MeetingBooking, TheInvitationSaysWhenWhereAndWhoInTheGuestsWay)
{
    need(engine().calendar().setAccount(sampleCalendar()));
    connectMailbox();
    auto policy = engine().policy();
    policy.zone = "Europe/Berlin";
    need(engine().setPolicy(policy));
    BookRequest wanted = request();
    wanted.fromMs = (wanted.fromMs / base::dayMs + 1) * base::dayMs + 13 * base::hourMs;
    wanted.place = " https://meet.example/a ";
    const base::Uuid meeting = need(engine().bookMeeting(wanted));
    EXPECT_EQ(drain().sent, 1);
    const base::Uuid invitation = base::Uuid::named("invitation", meeting.text());
    ASSERT_EQ(effects(invitation).size(), 1U);
    const auto contact = need(engine().tables().records.contact(action(meeting).contact)).value();
    const std::string body = action(invitation).draft.body;
    const std::string mail = need(actions::readMailWire(effects(invitation)[0])).message;
    EXPECT_EQ(body.rfind("Agenda\n\nWhen: ", 0), 0U) << body;
    EXPECT_NE(body.find("Link: https://meet.example/a\n"), std::string::npos) << body;
    EXPECT_NE(body.find(contact.fullName() + " (" + contact.email + ')'), std::string::npos)
        << body;
    EXPECT_NE(mail.find("\r\nTo: " + contact.fullName() + " <"), std::string::npos) << mail;
    EXPECT_NE(m_server.journal.at(0).uid, "");
    expectSound();
}

// Quiet hours bind what plays do; whoever books by hand means now.
TEST_F(MeetingBooking, AnInvitationGoesAtAnyHour)
{
    need(engine().calendar().setAccount(sampleCalendar()));
    connectMailbox();
    m_clock.set((m_clock.now() / base::dayMs + 1) * base::dayMs - base::hourMs); // 23:00 UTC
    EXPECT_TRUE(need(engine().reads().meetingTimes(m_card.action.id, 30)).quietThere);
    const base::Uuid meeting = book();
    EXPECT_EQ(drain().sent, 1);
    const base::Uuid invitation = base::Uuid::named("invitation", meeting.text());
    EXPECT_EQ(need(engine().drainOutbox(m_mailbox, m_cancel, false)).sent, 1);
    EXPECT_EQ(action(invitation).state, ActionState::Done) << action(invitation).failure;
}

TEST_F(MeetingBooking, ALostAnswerIsSettledByTheCalendarAndInvitesOnce)
{
    need(engine().calendar().setAccount(sampleCalendar()));
    connectMailbox();
    const base::Uuid meeting = book();
    m_losesAnswers = true;
    EXPECT_EQ(drain().sent, 0);
    EXPECT_EQ(effects(meeting)[0].state, EffectState::Unknown);
    EXPECT_TRUE(effects(base::Uuid::named("invitation", meeting.text())).empty());
    m_losesAnswers = false;
    m_clock.advance(base::hourMs);
    need(engine().drainOutbox(m_calendar, m_cancel, true));
    need(engine().drainOutbox(m_calendar, m_cancel, true));
    EXPECT_EQ(action(meeting).state, ActionState::Done);
    EXPECT_EQ(m_server.journal.size(), 1U);
    EXPECT_EQ(effects(base::Uuid::named("invitation", meeting.text())).size(), 1U);
    expectSound();
}

// The file that was put back knows nothing of the invitation, which has gone.
TEST_F(MeetingBooking, WhatIsFoundFromAnOldBackupIsNotInvitedToAgain)
{
    need(engine().calendar().setAccount(sampleCalendar()));
    connectMailbox();
    const base::Uuid meeting = book();
    const std::string backup = m_world.folder() + "/backup";
    need(engine().backUp(backup));
    EXPECT_EQ(drain().sent, 1);
    m_world.close();
    need(store::restore(backup, m_world.file(), m_clock.now()));
    need(m_world.open());
    need(engine().thaw());
    EXPECT_TRUE(effects(base::Uuid::named("invitation", meeting.text())).empty());
    drain();
    EXPECT_EQ(action(meeting).state, ActionState::Done);
    EXPECT_EQ(m_server.journal.size(), 1U);
    const auto invitation = effects(base::Uuid::named("invitation", meeting.text()));
    ASSERT_EQ(invitation.size(), 1U);
    EXPECT_EQ(invitation[0].state, EffectState::Unknown);
    expectSound();
}

TEST_F(MeetingBooking, WhatWasInDoubtInAnOldBackupIsNotInvitedToAgain)
{
    need(engine().calendar().setAccount(sampleCalendar()));
    connectMailbox();
    const base::Uuid meeting = book();
    m_losesAnswers = true;
    drain();
    m_losesAnswers = false;
    ASSERT_EQ(effects(meeting)[0].state, EffectState::Unknown);
    const std::string backup = m_world.folder() + "/backup";
    need(engine().backUp(backup));
    drain(); // there it is found and invited to
    m_world.close();
    need(store::restore(backup, m_world.file(), m_clock.now()));
    need(m_world.open());
    need(m_world.open()); // again, while it is frozen
    need(engine().thaw());
    drain();
    EXPECT_EQ(action(meeting).state, ActionState::Done);
    EXPECT_EQ(m_server.journal.size(), 1U);
    const auto invitation = effects(base::Uuid::named("invitation", meeting.text()));
    ASSERT_EQ(invitation.size(), 1U);
    EXPECT_EQ(invitation[0].state, EffectState::Unknown);
    expectSound();
}

TEST_F(MeetingBooking, ARefusedBookingInvitesNobodyAndTheNextTryHasTheSameNumber)
{
    need(engine().calendar().setAccount(sampleCalendar()));
    connectMailbox();
    const base::Uuid meeting = book();
    m_server.isReadOnly = true;
    EXPECT_EQ(drain().failed, 1);
    EXPECT_EQ(action(meeting).state, ActionState::Failed);
    EXPECT_TRUE(effects(base::Uuid::named("invitation", meeting.text())).empty());
    m_server.isReadOnly = false;
    need(engine().approve({meeting}));
    EXPECT_EQ(drain().sent, 1);
    ASSERT_EQ(effects(meeting).size(), 2U);
    EXPECT_EQ(m_server.journal[0].uid, effects(meeting)[0].id.text());
    expectSound();
}

TEST_F(MeetingBooking, AnUndoneBookingNeverLeaves)
{
    need(engine().calendar().setAccount(sampleCalendar()));
    const base::Uuid meeting = book();
    need(engine().undo());
    EXPECT_EQ(drain().sent, 0);
    EXPECT_TRUE(m_server.journal.empty());
    EXPECT_EQ(action(meeting).state, ActionState::Dismissed);
    expectSound();
}

} // namespace topline::engine
