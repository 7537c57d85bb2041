// An engine with a CRM, a calendar over a scripted server whose journal judges, and a mailbox for
// those that want one: what the tests of meetings begin with. One thread.
#pragma once

#include "core/actions/mail_effect.h"
#include "core/calendar/caldav_connector.h"
#include "core/engine/channels/calendar_book.h"
#include "core/engine/channels/mail_book.h"
#include "core/engine/engine.h"
#include "tests/engine/scripted_mailbox.h"
#include "tests/fakes/caldav_fake.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/open_access.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

inline domain::CalendarAccount sampleCalendar()
{
    domain::CalendarAccount out;
    out.url = "https://calendar.example";
    out.user = "rep";
    out.path = "/cal/rep/work/";
    out.address = "rep@topline.example";
    out.name = "Robin Vale";
    return out;
}

class MeetingWorld : public testing::Test {
protected:
    MeetingWorld()
    {
        m_world.sync();
        for (const auto &card : need(engine().feed())) {
            if (m_card.action.id.isNull() && card.action.contact.isSet() &&
                card.action.deal.isSet())
                m_card = card;
        }
        EXPECT_FALSE(m_card.action.id.isNull());
    }

    Engine &engine() { return m_world.engine(); }

    void connectMailbox()
    {
        domain::MailAccount account;
        account.address = account.user = "rep@topline.example";
        account.smtp = {"mail.topline.example", 465, domain::WireSafety::ImplicitTls};
        account.imap = {"mail.topline.example", 993, domain::WireSafety::ImplicitTls};
        account.postalAddress = "1 Main Street, Springfield";
        need(engine().mail().setAccount(account));
    }

    // What the fixture's calendar has taken after the hold.
    DrainReport drain()
    {
        m_clock.advance(engine().policy().feed.holdMs);
        return need(engine().drainOutbox(m_calendar, m_cancel, false));
    }

    // A meeting of 45 minutes with the person of the card that stands in the calendar.
    void bookAt(base::UtcMs startMs)
    {
        need(engine().calendar().setAccount(sampleCalendar()));
        m_startMs = startMs;
        m_meeting = need(engine().bookMeeting({m_card.action.id, startMs, 45, "Offer talk", ""}));
        EXPECT_EQ(drain().sent, 1);
    }

    base::UtcMs endMs() const { return m_startMs + 45 * base::minuteMs; }

    base::UtcMs nextHour() const { return m_clock.now() / base::hourMs * base::hourMs; }

    void readCalendar()
    {
        const auto state = need(engine().tables().settings.syncState("calendar"));
        need(engine().applyPage("calendar", need(m_calendar.pull(state.cursor, m_cancel))));
        need(engine().tick());
    }

    domain::Action action(const base::Uuid &id) { return need(engine().findAction(id.text())); }

    std::vector<domain::Effect> effects(const base::Uuid &id)
    {
        return need(engine().tables().outbox.effectsOf(id));
    }

    std::vector<domain::Event> eventsOf(domain::EventKind kind)
    {
        auto out = need(
            engine().tables().events.window(m_card.action.account, 0, m_clock.now() + base::dayMs));
        std::erase_if(out, [&](const auto &event) { return event.kind != kind; });
        return out;
    }

    void expectSound()
    {
        for (const auto &finding : need(engine().check()).findings)
            ADD_FAILURE() << finding;
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
    fakes::CalDavFake m_server;
    bool m_losesAnswers = false;
    fakes::DirectHttpClient m_http{[this](const fakes::Request &request) {
        auto answer = m_server.handle(request);
        if (m_losesAnswers && request.method == "PUT")
            answer.wire = fakes::Response::Wire::CloseAfter;
        return answer;
    }};
    fakes::OpenAccess m_access{"secret", ""};
    calendar::CalDavConnector m_calendar{{m_http, m_access, m_clock, sampleCalendar()}};
    crm::CancelToken m_cancel;
    ScriptedMailbox m_mailbox;
    domain::FeedCard m_card;
    base::Uuid m_meeting;
    base::UtcMs m_startMs = 0;
};

} // namespace topline::engine
