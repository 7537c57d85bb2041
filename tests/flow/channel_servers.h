// A mailbox and a calendar outside: the SMTP, IMAP and CalDAV servers of the tests over real
// sockets, in the judge's process, with one journal. They refuse, break off and lose answers from a
// seed. Used by channel_kill_test and channel_sweep_test; the servers answer on threads of theirs.
#pragma once

#include "core/base/random.h"
#include "tests/fakes/caldav_fake.h"
#include "tests/fakes/http_server.h"
#include "tests/flow/channel_journal.h"
#include "tests/mail/imap_fake.h"
#include "tests/mail/smtp_fake.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace topline::flow {

struct ServerHabits {
    double refuses = 0;  // for good
    double fails = 0;    // before anything could take hold
    double swallows = 0; // the answer; it took hold in every other case
    int unfiled = 3;     // one mail in so many is not filed under Sent; 0: all are
};

// What becomes of a step during which the program under test was ended.
enum class Fate { Goes, TakesHold, IsLost };

class ChannelServers {
public:
    // Asked at each step of a server, on its thread: "smtp:dot", "imap:EXAMINE", "dav:PUT".
    using Watch = std::function<Fate(const std::string &step)>;

    // The journal must outlive it.
    ChannelServers(std::uint64_t seed, ServerHabits habits, ChannelJournal &journal,
                   Watch watch = {});

    int smtpPort() const { return m_smtp.port(); }

    int imapPort() const { return m_imap.port(); }

    std::string davUrl() const { return m_http.baseUrl(); }

    static std::string caFile();

    // Answers that were kept back where no look can prove anything.
    std::int64_t silences() const;

    bool heardSecretInTheClear() const
    {
        return m_smtp.heardSecretInTheClear() || m_imap.heardSecretInTheClear();
    }

    // Until everything that was sent to them has been taken in; false after ten seconds.
    bool waitUntilQuiet()
    {
        return m_smtp.waitUntilQuiet() && m_imap.waitUntilQuiet() && m_http.waitUntilQuiet();
    }

private:
    Fate reach(const std::string &step) { return m_watch ? m_watch(step) : Fate::Goes; }

    bool chance(double probability);
    std::optional<fakes::SmtpFault> smtpStep(fakes::SmtpStep step);
    void takeMail(const fakes::Delivery &mail);
    fakes::Response davRequest(const fakes::Request &request);
    fakes::Response davHandled(const fakes::Request &request);

    ServerHabits m_habits;
    std::uint64_t m_seed;
    ChannelJournal &m_journal;
    Watch m_watch;
    mutable std::mutex m_mutex; // of the two below
    base::Random m_random;
    std::int64_t m_silences = 0;
    fakes::CalDavFake m_calendar;
    fakes::ImapFake m_imap;
    fakes::SmtpFake m_smtp;
    fakes::HttpServer m_http;
};

// How the journal names a mail and an entry of a calendar.
Deed mailDeed(const std::string &to, const std::string &message);
Deed entryDeed(const std::string &ical);

} // namespace topline::flow
