// Mails of guests' calendar programs, from their bytes to what a rep sees: a no is a no to the
// meeting and no answer to a cadence; whatever is not theirs to say changes nothing.
#include "core/intake/mail_signal.h"
#include "tests/engine/meeting_world.h"

namespace topline::engine {

using domain::Attendance;
using domain::EventKind;
using domain::ReasonCode;

namespace {

class InviteAnswer : public MeetingWorld {
protected:
    InviteAnswer()
    {
        connectMailbox();
        bookAt(nextHour() + 26 * base::hourMs);
        m_guest = action(m_meeting).draft.to;
        m_uid = effects(m_meeting).front().id.text();
    }

    std::string stamp(base::UtcMs at)
    {
        const std::string text = base::utcText(at); // 2026-09-01T12:00:00Z
        std::string out;
        for (const char c : text.substr(0, 19)) {
            if (c != '-' && c != ':')
                out += c;
        }
        return out + 'Z';
    }

    std::string calendar(const std::string &method, const std::string &partstat,
                         const std::string &more = {})
    {
        return "BEGIN:VCALENDAR\r\nPRODID:-//Guest//EN\r\nVERSION:2.0\r\nMETHOD:" + method +
               "\r\nBEGIN:VEVENT\r\nUID:" + m_uid + "\r\nDTSTAMP:" + stamp(m_clock.now()) +
               "\r\nORGANIZER:mailto:rep@topline.example\r\nATTENDEE;PARTSTAT=" + partstat +
               ":MAILTO:" + m_guest + "\r\n" + more + "END:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    std::string mailOf(const std::string &from, const std::string &calendarText,
                       const std::string &type = "text/calendar; charset=utf-8; method=REPLY")
    {
        return "From: Guest <" + from + ">\r\nTo: rep@topline.example\r\nMessage-ID: <m" +
               std::to_string(++m_mails) + "@guest.example>\r\nSubject: Declined: Offer talk\r\n" +
               m_headers +
               "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n"
               "--b\r\nContent-Type: text/plain\r\n\r\nI am on holiday.\r\n--b\r\nContent-Type: " +
               type + "\r\n\r\n" + calendarText + "\r\n--b--\r\n";
    }

    void arrive(const std::string &bytes)
    {
        const auto arrival = intake::readMailSignal(
            bytes, {"rep@topline.example", "topline.example"}, {m_clock.now(), "INBOX/1/1"});
        m_mailbox.arrivals.clear();
        if (arrival)
            m_mailbox.arrivals.push_back(*arrival);
        need(engine().sync(m_mailbox, m_cancel));
        need(engine().tick());
    }

    void say(const std::string &partstat)
    {
        m_clock.advance(base::minuteMs);
        arrive(mailOf(m_guest, calendar("REPLY", partstat)));
    }

    std::vector<domain::InviteAnswer> answers()
    {
        return need(engine().tables().calendar.answers(effects(m_meeting).front().id));
    }

    std::vector<domain::Action> cards(bool isOpen = true)
    {
        auto out = need(engine().tables().actions.allOf(m_card.action.account));
        std::erase_if(out, [&](const auto &action) {
            return action.dedupeKey.rfind("invite|", 0) != 0 ||
                   (isOpen && action.state != domain::ActionState::Proposed);
        });
        return out;
    }

    std::size_t eventCount()
    {
        return static_cast<std::size_t>(need(engine().tables().events.count()));
    }

    std::string m_guest;
    std::string m_uid;
    std::string m_headers;
    int m_mails = 0;
};

} // namespace

TEST_F(InviteAnswer, ANoMarksTheMeetingAndLeavesACardAndIsNoReply)
{
    const auto replies = eventsOf(EventKind::EmailReplied).size();
    say("DECLINED");
    ASSERT_EQ(answers().size(), 1U);
    EXPECT_EQ(answers()[0].answer, Attendance::Declined);
    EXPECT_EQ(answers()[0].address, m_guest);
    EXPECT_EQ(eventsOf(EventKind::EmailReplied).size(), replies);
    EXPECT_EQ(eventsOf(EventKind::MeetingDeclined).size(), 1U);
    ASSERT_EQ(cards().size(), 1U);
    EXPECT_EQ(cards()[0].whyNow.code, ReasonCode::InviteDeclined);
    EXPECT_EQ(cards()[0].contact, m_card.action.contact);
    EXPECT_EQ(cards()[0].draft.body, "I am on holiday.");
    // The calendar still shows the meeting, since nobody told it.
    m_clock.set(endMs());
    readCalendar();
    EXPECT_TRUE(eventsOf(EventKind::MeetingHeld).empty());
    expectSound();
}

TEST_F(InviteAnswer, YesAndPerhapsAreMarkedAndTheMeetingIsHeld)
{
    say("TENTATIVE");
    EXPECT_EQ(answers()[0].answer, Attendance::Tentative);
    say("ACCEPTED");
    EXPECT_EQ(answers()[0].answer, Attendance::Accepted);
    EXPECT_EQ(eventsOf(EventKind::MeetingTentative).size(), 1U);
    EXPECT_EQ(eventsOf(EventKind::MeetingAccepted).size(), 1U);
    EXPECT_TRUE(cards(false).empty());
    m_clock.set(endMs());
    readCalendar();
    EXPECT_EQ(eventsOf(EventKind::MeetingHeld).size(), 1U);
    expectSound();
}

TEST_F(InviteAnswer, ALaterYesTakesTheCardBackAndALaterNoBringsAnother)
{
    say("DECLINED");
    say("ACCEPTED");
    EXPECT_TRUE(cards().empty());
    say("DECLINED");
    ASSERT_EQ(cards().size(), 1U);
    EXPECT_EQ(cards(false).size(), 2U);
    EXPECT_EQ(answers()[0].answer, Attendance::Declined);
    expectSound();
}

TEST_F(InviteAnswer, AnOlderWordThatComesLaterDoesNotCount)
{
    const std::string early = mailOf(m_guest, calendar("REPLY", "ACCEPTED"));
    m_clock.advance(base::hourMs);
    say("DECLINED");
    arrive(early);
    EXPECT_EQ(answers()[0].answer, Attendance::Declined);
    EXPECT_EQ(cards().size(), 1U);
    EXPECT_TRUE(eventsOf(EventKind::MeetingAccepted).empty());
    expectSound();
}

TEST_F(InviteAnswer, AnotherTimeIsNamedOnTheCard)
{
    const base::UtcMs wanted = m_startMs + 49 * base::hourMs;
    arrive(mailOf(m_guest, calendar("COUNTER", "TENTATIVE",
                                    "DTSTART:" + stamp(wanted) +
                                        "\r\nDTEND:" + stamp(wanted + base::hourMs) + "\r\n")));
    ASSERT_EQ(cards().size(), 1U);
    const auto why = cards()[0].whyNow;
    EXPECT_EQ(why.code, ReasonCode::InviteCountered);
    ASSERT_EQ(why.arguments.size(), 4U);
    EXPECT_EQ(std::get<domain::AtTime>(why.arguments[3]).ms, wanted);
    EXPECT_EQ(answers()[0].proposedMs, wanted);
    EXPECT_EQ(eventsOf(EventKind::MeetingCountered).size(), 1U);
    expectSound();
}

// Without a start; by a program that says it is one; as a file.
TEST_F(InviteAnswer, ItIsReadHoweverProgramsSendIt)
{
    m_headers = "Auto-Submitted: auto-generated\r\n";
    say("DECLINED");
    EXPECT_EQ(eventsOf(EventKind::MeetingDeclined).size(), 1U);
    m_clock.advance(base::minuteMs);
    arrive(mailOf(m_guest, calendar("REPLY", "ACCEPTED"),
                  "application/octet-stream; name=\"invite.ics\"\r\nContent-Disposition: "
                  "attachment; filename=\"invite.ics\""));
    EXPECT_EQ(eventsOf(EventKind::MeetingAccepted).size(), 1U);
    EXPECT_EQ(answers()[0].answer, Attendance::Accepted);
}

TEST_F(InviteAnswer, WhoWasNotInvitedAndWhatIsUnknownChangesNothing)
{
    const auto before = eventCount();
    const std::string guest = m_guest;
    const std::string mine = calendar("REPLY", "DECLINED");
    arrive(mailOf("somebody@else.example", mine)); // speaks for the guest
    m_guest = "somebody@else.example";
    arrive(mailOf(m_guest, calendar("REPLY", "DECLINED"))); // speaks for itself
    m_guest = guest;
    const std::string uid = m_uid;
    for (const std::string &other :
         {base::Uuid::named("no", "such").text(), std::string("a@b"), m_meeting.text()}) {
        m_uid = other;
        arrive(mailOf(m_guest, calendar("REPLY", "DECLINED")));
    }
    m_uid = uid;
    arrive(mailOf(m_guest, calendar("REPLY", "NEEDS-ACTION")));
    arrive(mailOf(m_guest, calendar("REPLY", "DELEGATED")));
    EXPECT_TRUE(answers().empty());
    EXPECT_EQ(eventCount(), before);
    EXPECT_TRUE(cards(false).empty());
    expectSound();
}

// The calendar was read first, after the end; the mail that waited says no.
TEST_F(InviteAnswer, ANoThatIsReadTooLateTakesBackThatItWasHeld)
{
    const std::string early = mailOf(m_guest, calendar("REPLY", "DECLINED"));
    m_clock.set(endMs());
    readCalendar();
    ASSERT_EQ(eventsOf(EventKind::MeetingHeld).size(), 1U);
    arrive(early);
    EXPECT_TRUE(cards().empty()); // there is nothing to put off any more
    const auto signals = need(engine().tables().derived.signals(m_card.action.account));
    EXPECT_TRUE(std::none_of(signals.begin(), signals.end(), [](const auto &signal) {
        return signal.type == domain::SignalType::MeetingHeld;
    }));
    expectSound();
}

TEST_F(InviteAnswer, HostileCalendarsAreNotReadAndTheirMailIsAsAnyOther)
{
    const std::string good = calendar("REPLY", "DECLINED");
    std::string deep;
    for (int i = 0; i < 40; ++i)
        deep += "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n";
    std::string bomb = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n";
    for (int i = 0; i < 3'000; ++i)
        bomb += "BEGIN:VEVENT\r\nEND:VEVENT\r\n";
    std::string wide;
    for (std::size_t i = 0; i < good.size(); ++i)
        wide += std::string(1, good[i]) + '\0';
    const std::string huge = good.substr(0, good.find("END:VEVENT")) +
                             "DESCRIPTION:" + std::string(70'000, 'x') +
                             "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    const auto replies = eventsOf(EventKind::EmailReplied).size();
    const std::vector<std::string> all = {deep,
                                          bomb,
                                          huge,
                                          wide,
                                          good.substr(0, good.size() / 2),
                                          "\xff\xfe" + good,
                                          std::string(60'000, '\n')};
    for (const auto &each : all)
        arrive(mailOf(m_guest, each));
    // A forwarded one is somebody else's.
    arrive("From: <" + m_guest +
           ">\r\nTo: rep@topline.example\r\nMessage-ID: <fw@guest.example>\r\nContent-Type: "
           "multipart/mixed; boundary=\"o\"\r\n\r\n--o\r\n\r\nSee below.\r\n--o\r\nContent-Type: "
           "message/rfc822\r\n\r\n" +
           mailOf(m_guest, good) + "\r\n--o--\r\n");
    EXPECT_TRUE(answers().empty());
    EXPECT_TRUE(cards(false).empty());
    EXPECT_TRUE(eventsOf(EventKind::MeetingDeclined).empty());
    EXPECT_GT(eventsOf(EventKind::EmailReplied).size(), replies);
    expectSound();
}

} // namespace topline::engine
