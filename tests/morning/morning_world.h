// What stands around a rep's morning: a HubSpot with forty-eight accounts that each have something
// going on, a real mail server (started by with_mail_servers.sh) and a real calendar server, all on
// loopback; and the judge, who asks nobody but them what arrived. Used by morning_program on its
// main thread; the HubSpot answers on threads of its own, under a lock.
#pragma once

#include "core/domain/connect.h"
#include "core/platform/system_clock.h"
#include "tests/calendar/radicale_server.h"
#include "tests/fakes/http_server.h"
#include "tests/fakes/hubspot_fake.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace topline::morning {

// The machine's, moved to a morning on which people work.
class MorningClock final : public base::Clock {
public:
    explicit MorningClock(base::DurationMs aheadMs)
        : m_aheadMs(aheadMs)
    {
    }

    base::UtcMs now() const override { return m_system.now() + m_aheadMs; }

private:
    platform::SystemClock m_system;
    base::DurationMs m_aheadMs;
};

// From the machine's time to five past nine, UTC, of the next working day.
base::DurationMs toNextMorning(base::UtcMs nowMs);

struct Ports {
    std::filesystem::path folder;
    int smtp = 0;
    int imap = 0;
};

// One message as the submission server keeps it.
struct SentMail {
    std::string to;       // of the envelope
    std::string effectId; // of the header X-Effect-Id
    std::string subject;
    std::string messageId;
    std::string inReplyTo;
};

class MorningWorld {
public:
    MorningWorld(Ports ports, const base::Clock &clock);

    domain::SignInRequest crm() const;
    domain::SignInRequest mailbox() const;
    domain::SignInRequest calendar() const;

    std::string calendarUrl() const { return m_calendar.baseUrl(); }

    // What people did on the web site yesterday and today, one JSON object a line.
    std::string visits() const;

    // Puts a message into the rep's mailbox, as the provider's server does.
    void deliver(const std::string &name, const std::string &bytes);
    std::string answerTo(const SentMail &mail, const std::string &text) const;
    std::string bounceOf(const SentMail &mail) const;

    // The judge.
    std::vector<SentMail> sentMails() const;

    std::vector<std::string> bookedMeetings() const { return m_calendar.entries(); }

    // Effect ids to how many objects of the CRM carry them.
    std::map<std::string, std::size_t> crmEffects();
    int seenFlags() const; // how many messages of the inbox are marked as read

private:
    void fill(const base::Clock &clock);

    Ports m_ports;
    const base::Clock &m_clock;
    std::mutex m_mutex;
    fakes::HubSpotFake m_hubSpot;
    fakes::HttpServer m_server;
    calendar::RadicaleServer m_calendar;
};

} // namespace topline::morning
