// A meeting that was booked here and stands in the calendar at its end was held; one that does not
// stand, was declined or was never seen again is not said to be. The CRM's word counts for more.
#include "core/engine/reads/reads.h"
#include "tests/engine/meeting_world.h"

namespace topline::engine {

using domain::EventKind;

namespace {

class MeetingEnds : public MeetingWorld {
protected:
    MeetingEnds() { bookAt(nextHour() + 26 * base::hourMs); }

    // The entry as another program leaves it.
    void edit(const std::string &from, const std::string &to)
    {
        auto &[path, entry] = *m_server.entries.begin();
        std::string text = entry.text;
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << text;
        m_server.put(path.substr(path.rfind('/') + 1), text.replace(at, from.size(), to));
    }

    void tell(EventKind kind)
    {
        domain::Event event;
        event.sourceKey = domain::eventKey("tiny", "word" + std::to_string(++m_words));
        event.account.id = m_card.action.account;
        event.contact.id = m_card.action.contact;
        event.kind = kind;
        event.atMs = m_startMs;
        event.receivedMs = m_clock.now();
        crm::Page page;
        page.events = {event};
        m_crm.arrive(page);
        m_world.sync();
        need(engine().tick());
    }

    std::vector<domain::Event> held() { return eventsOf(EventKind::MeetingHeld); }

    bool hasSignal()
    {
        const auto all = need(engine().tables().derived.signals(m_card.action.account));
        return std::any_of(all.begin(), all.end(), [](const auto &signal) {
            return signal.type == domain::SignalType::MeetingHeld;
        });
    }

    std::vector<domain::Action> summaries()
    {
        auto out = need(engine().tables().actions.allOf(m_card.action.account));
        std::erase_if(out, [](const auto &action) { return action.playId != "post-demo"; });
        return out;
    }

    int m_words = 0;
};

} // namespace

TEST_F(MeetingEnds, WhatStandsAtItsEndWasHeldOnceAndWhatFollowsBegins)
{
    readCalendar();
    m_clock.set(endMs() - 1);
    readCalendar();
    EXPECT_TRUE(held().empty());
    m_clock.set(endMs());
    readCalendar();
    m_clock.advance(base::minuteMs);
    readCalendar();
    ASSERT_EQ(held().size(), 1U);
    EXPECT_EQ(held()[0].atMs, m_startMs);
    EXPECT_EQ(held()[0].amount, 45 * 60);
    EXPECT_EQ(held()[0].title, "Offer talk");
    EXPECT_EQ(held()[0].deal.id, m_card.action.deal);
    EXPECT_TRUE(hasSignal());
    EXPECT_EQ(summaries().size(), 1U);
    EXPECT_TRUE(need(engine().check()).findings.empty());
}

TEST_F(MeetingEnds, WhatWasTakenOutCancelledOrDeclinedIsNotHeld)
{
    readCalendar();
    const std::string text = m_server.entries.begin()->second.text;
    const std::string name =
        m_server.entries.begin()->first.substr(m_server.entries.begin()->first.rfind('/') + 1);
    m_server.remove(name);
    m_clock.set(endMs());
    readCalendar();
    EXPECT_TRUE(held().empty());
    m_server.put(name, text);
    edit("END:VEVENT", "STATUS:CANCELLED\r\nEND:VEVENT");
    readCalendar();
    EXPECT_TRUE(held().empty());
    m_server.put(name, text);
    edit("PARTSTAT=NEEDS-ACTION", "PARTSTAT=DECLINED");
    readCalendar();
    EXPECT_TRUE(held().empty());
    m_server.put(name, text); // after all
    readCalendar();
    EXPECT_EQ(held().size(), 1U);
}

TEST_F(MeetingEnds, AMovedOneIsHeldAtTheEndOfItsNewTime)
{
    readCalendar();
    const auto clock = [&](base::UtcMs at) {
        return base::utcText(at).substr(11, 2) + base::utcText(at).substr(14, 2) + "00";
    };
    edit("T" + clock(m_startMs), "T" + clock(m_startMs + 3 * base::hourMs));
    edit("T" + clock(endMs()), "T" + clock(endMs() + 3 * base::hourMs));
    m_clock.set(endMs());
    readCalendar();
    EXPECT_TRUE(held().empty());
    m_clock.advance(3 * base::hourMs);
    readCalendar();
    ASSERT_EQ(held().size(), 1U);
    EXPECT_EQ(held()[0].atMs, m_startMs + 3 * base::hourMs);
}

TEST_F(MeetingEnds, WhatNobodyReadSinceItsEndIsNotYetKnown)
{
    readCalendar();
    m_clock.set(endMs() + base::hourMs);
    need(engine().tick());
    EXPECT_TRUE(held().empty()); // the calendar was read before the end
}

// The program was closed over a long weekend.
TEST_F(MeetingEnds, DaysAfterItsEndTheFirstReadingFindsItAndWhatFollowsBegins)
{
    readCalendar();
    m_clock.set(endMs() + 4 * base::dayMs);
    readCalendar();
    ASSERT_EQ(held().size(), 1U);
    EXPECT_EQ(held()[0].atMs, m_startMs);
    EXPECT_EQ(summaries().size(), 1U);
    expectSound();
}

TEST_F(MeetingEnds, WeeksAfterItsEndItWasHeldAndWhatFollowsSaysThatItIsTooLate)
{
    readCalendar();
    m_clock.set(endMs() + 20 * base::dayMs);
    readCalendar();
    ASSERT_EQ(held().size(), 1U);
    EXPECT_TRUE(summaries().empty());
    const auto decided = need(engine().tables().decisions.all());
    EXPECT_TRUE(std::any_of(decided.begin(), decided.end(), [](const auto &row) {
        return row.playId == "post-demo" && row.reason.code == domain::ReasonCode::TooOld;
    }));
    expectSound();
}

// Booked, and the program closed before the calendar was read once.
TEST_F(MeetingEnds, WhatWasNeverReadIsFoundByTheSecondReading)
{
    m_clock.set(endMs() + 3 * base::dayMs);
    readCalendar();
    readCalendar();
    EXPECT_EQ(held().size(), 1U);
}

TEST_F(MeetingEnds, BeyondSixtyDaysNobodyAsksAnyMore)
{
    readCalendar();
    m_clock.set(endMs() + 61 * base::dayMs);
    readCalendar();
    readCalendar();
    EXPECT_TRUE(held().empty());
    const auto reads = m_server.seen.size();
    readCalendar(); // one question, whether anything changed
    EXPECT_EQ(m_server.seen.size(), reads + 1);
}

TEST_F(MeetingEnds, TheCrmsWordBeforeOrAfterCountsForMore)
{
    readCalendar();
    m_clock.set(endMs());
    readCalendar();
    ASSERT_EQ(held().size(), 1U);
    ASSERT_EQ(summaries().size(), 1U);
    tell(EventKind::MeetingHeld); // says the same
    EXPECT_EQ(summaries().size(), 1U);
    EXPECT_EQ(summaries()[0].state, domain::ActionState::Proposed);
    tell(EventKind::MeetingMissed);
    EXPECT_FALSE(hasSignal());
    EXPECT_EQ(summaries()[0].state, domain::ActionState::Expired);
    // The run says why, and so does the card's audit.
    const domain::Reason why{domain::ReasonCode::RunWithdrawn, {std::string("meeting_not_held")}};
    const auto runs = need(engine().tables().runs.ofAccount(m_card.action.account, 0));
    const auto run = std::find_if(runs.begin(), runs.end(),
                                  [](const auto &one) { return one.playId == "post-demo"; });
    ASSERT_NE(run, runs.end());
    EXPECT_EQ(run->state, domain::RunState::Ended);
    EXPECT_EQ(run->reason, why);
    const auto audit = need(engine().reads().audit(summaries()[0].id));
    for (const auto kind : {domain::LedgerKind::Expired, domain::LedgerKind::RunEnded})
        EXPECT_TRUE(std::any_of(audit.entries.begin(), audit.entries.end(), [&](const auto &row) {
            return row.kind == kind &&
                   row.payload.find(domain::encodeReason(why)) != std::string::npos;
        })) << static_cast<int>(kind);
    EXPECT_TRUE(need(engine().check()).findings.empty());
}

TEST_F(MeetingEnds, WhatTheCrmToldAlreadyIsNotToldAgain)
{
    readCalendar();
    m_clock.set(m_startMs);
    tell(EventKind::MeetingCancelled);
    m_clock.set(endMs());
    readCalendar();
    EXPECT_TRUE(held().empty());
    EXPECT_FALSE(hasSignal());
}

} // namespace topline::engine
