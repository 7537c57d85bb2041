// A rep's mailbox in the whole engine, against real mail servers: real_engine_program DIR SMTP_PORT
// IMAP_PORT. Sends three mails, is answered by a person, a bounce and an absence, and notices each
// by IDLE long before it would ask by itself; then ends while it waits. Started by
// with_mail_servers.sh for real_servers_test; prints one "name: result" line per step.
#include "core/engine/channels/mail_book.h"
#include "core/engine/intake/connection_book.h"
#include "core/engine/threads/cockpit_thread.h"
#include "core/mail/mail_watch.h"
#include "core/plays/shipped_plays.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"
#include "tests/mail/mail_bench.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <mutex>

using namespace topline;
using flow::need;
using std::chrono::steady_clock;

namespace {

constexpr std::chrono::seconds longest{60};

void say(const std::string &name, const std::string &result)
{
    std::printf("%s: %s\n", name.c_str(), result.c_str());
    std::fflush(stdout);
}

// Goes on from the day on which the tiny CRM was born.
class RunningClock final : public base::Clock {
public:
    base::UtcMs now() const override
    {
        const auto gone = steady_clock::now() - m_start;
        return flow::birthMs + std::chrono::duration_cast<std::chrono::milliseconds>(gone).count();
    }

private:
    steady_clock::time_point m_start = steady_clock::now();
};

class RealMailbox final : public crm::ConnectionSource {
public:
    RealMailbox(domain::MailAccount account, const std::string &caFile, const base::Clock &clock)
        : m_account(std::move(account))
        , m_sender(m_account.smtp, caFile)
        , m_dialer(m_account.imap, caFile)
        , m_clock(clock)
    {
    }

    base::Result<domain::SourceProfile> signIn(const domain::SignInRequest &,
                                               const crm::OpenBrowser &,
                                               const crm::CancelToken &cancel) override
    {
        TRY_ASSIGN(const auto connector, open("mail"));
        return connector->inspect(cancel);
    }

    base::Result<std::unique_ptr<crm::Connector>> open(const std::string &) override
    {
        return std::unique_ptr<crm::Connector>(std::make_unique<mail::MailConnector>(
            m_account, mail::MailParts{m_sender, m_dialer, m_access, m_clock}));
    }

    bool canWatch(const std::string &system) const override { return system == "mail"; }

    base::Result<std::unique_ptr<crm::ArrivalWatch>> watch(const std::string &) override
    {
        return std::unique_ptr<crm::ArrivalWatch>(
            std::make_unique<mail::MailWatch>(m_account, m_dialer, m_access));
    }

    base::Status forget(const std::string &, const crm::CancelToken &) override { return {}; }

    bool isSecretLasting() const override { return true; }

private:
    domain::MailAccount m_account;
    platform::CurlSmtpSender m_sender;
    platform::CurlImapDialer m_dialer;
    fakes::FixedAccess m_access{"secret"};
    const base::Clock &m_clock;
};

// Waits for what an observer or an answer tells.
class Moments {
public:
    void note()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
        m_changed.notify_all();
    }

    int count()
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }

    bool waitBeyond(int count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, longest, [&] { return m_count > count; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

// As a server that takes mail for this mailbox would, under a name of its own.
void deliver(const std::string &folder, const std::string &name, const std::string &bytes)
{
    const std::string box = folder + "/mail/rep/Maildir/";
    std::ofstream(box + "tmp/" + name, std::ios::binary) << bytes;
    std::filesystem::permissions(box + "tmp/" + name, std::filesystem::perms::all);
    std::filesystem::rename(box + "tmp/" + name, box + "new/" + name);
}

std::string reply(const domain::Action &action, const std::string &id, const std::string &headers,
                  const std::string &text)
{
    return "From: <" + action.draft.to + ">\r\nTo: rep@example.com\r\nMessage-ID: <" + id +
           "@buyer.example>\r\n" + headers + "\r\n" + text + "\r\n";
}

std::string bounceOf(const domain::Action &action, const std::string &messageId)
{
    return "From: Mail Delivery System <MAILER-DAEMON@mx.example>\r\nTo: rep@example.com\r\n"
           "Subject: Undelivered\r\nMessage-ID: <b1@mx.example>\r\nContent-Type: "
           "multipart/report; report-type=delivery-status; boundary=\"b\"\r\n\r\n--b\r\n\r\n"
           "It did not work.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
           "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; " +
           action.draft.to +
           "\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: "
           "message/rfc822\r\n\r\nMessage-ID: <" +
           messageId + ">\r\n\r\nHello\r\n--b--\r\n";
}

std::unique_ptr<engine::Engine> openEngine(const std::string &file, base::Clock &clock,
                                           base::SeededIdSource &ids, bool isNew)
{
    auto workspace = isNew ? need(store::Workspace::create(file, ids.next(), clock.now()))
                           : need(store::Workspace::open(file, clock.now()));
    engine::EngineParts parts{clock, ids, std::move(workspace), need(plays::loadShippedPlays())};
    return need(engine::Engine::open(std::move(parts)));
}

std::string kindsOf(engine::Engine &engine, const domain::Action &action)
{
    const auto history =
        need(engine.tables().history.load(action.account, flow::birthMs - 1, engine.now()));
    std::string out;
    for (const auto &event : history.events) {
        if (event.contact.id == action.contact && event.kind != domain::EventKind::EmailSent)
            out += (out.empty() ? "" : " ") + std::string(domain::eventKindName(event.kind));
    }
    return out;
}

struct Sent {
    std::vector<domain::Action> actions;
    std::vector<std::string> messageIds;
};

// Three mails, approved.
Sent approveThree(engine::Engine &engine)
{
    Sent out;
    for (const auto &id : flow::approvable(need(engine.feed()))) {
        const auto action = need(engine.findAction(id.text()));
        if (action.kind != domain::ActionKind::Email || out.actions.size() == 3)
            continue;
        need(engine.approve({id}));
        const auto effects = need(engine.tables().outbox.effectsOf(id));
        out.actions.push_back(action);
        out.messageIds.push_back(need(actions::readMailWire(effects.at(0))).messageId);
    }
    return out;
}

void waitUntilTaken(engine::CockpitThread &cockpit, const std::string &folder)
{
    const auto taken = [&folder] {
        return std::count_if(std::filesystem::directory_iterator(folder + "/out"),
                             std::filesystem::directory_iterator(),
                             [](const auto &each) { return each.path().extension() == ".eml"; });
    };
    for (const auto until = steady_clock::now() + longest;
         taken() < 3 && steady_clock::now() < until;) {
        std::promise<void> poked;
        cockpit.poke([&poked](const base::Status &) { poked.set_value(); });
        poked.get_future().wait();
    }
    say("sent", std::to_string(taken()));
}

// What comes is seen by the observer within seconds, where asking by itself takes minutes.
void beAnswered(Moments &records, const Sent &sent, const std::string &folder)
{
    bool isQuick = true;
    const auto arrive = [&](const std::string &name, const std::string &bytes) {
        const int before = records.count();
        const auto start = steady_clock::now();
        deliver(folder, name, bytes);
        isQuick = records.waitBeyond(before) &&
                  steady_clock::now() - start < std::chrono::seconds(20) && isQuick;
    };
    const auto answering = [&sent](std::size_t at) {
        return "In-Reply-To: <" + sent.messageIds.at(at) + ">\r\n";
    };
    arrive("1.reply", reply(sent.actions.at(0), "r1", "Subject: Re: x\r\n" + answering(0), "Yes"));
    arrive("2.bounce", bounceOf(sent.actions.at(1), sent.messageIds.at(1)));
    arrive("3.away",
           reply(sent.actions.at(2), "a1",
                 "Subject: Automatic reply: x\r\nAuto-Submitted: auto-replied\r\n" + answering(2),
                 "I am out of office until September 9, 2026."));
    say("noticed by itself", isQuick ? "soon" : "late");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const std::string folder = argv[1];
    RunningClock clock;
    base::SeededIdSource ids(11);
    flow::TinyCrm crm(flow::birthMs, 18);
    domain::SignInRequest request;
    request.system = "mail";
    request.mail = fakes::benchAccount(domain::WireSafety::StartTls);
    request.mail.smtp = {"localhost", std::atoi(argv[2]), domain::WireSafety::StartTls};
    request.mail.imap = {"localhost", std::atoi(argv[3]), domain::WireSafety::StartTls};
    RealMailbox mailbox(request.mail, folder + "/cert.pem", clock);
    const std::string file = folder + "/w.topline";
    const crm::CancelToken cancel;

    auto engine = openEngine(file, clock, ids, true);
    need(engine->sync(crm, cancel));
    need(engine->connections().signedIn(request, need(mailbox.signIn(request, {}, cancel))));
    need(engine->connections().allowFirstSync("mail"));
    const Sent sent = approveThree(*engine);

    Moments records;
    engine::LoopTimes times;
    times.connections.syncMs = base::dayMs; // the mailbox alone has news
    auto cockpit = std::make_unique<engine::CockpitThread>(
        engine::CockpitParts{std::move(engine), &crm, file, clock, times, &mailbox});
    engine::Observer observer;
    observer.onRecords = [&records](const domain::ChangeSet &) { records.note(); };
    auto subscription = cockpit->subscribe(observer);
    waitUntilTaken(*cockpit, folder);
    beAnswered(records, sent, folder);

    subscription.reset();
    const auto end = steady_clock::now();
    cockpit.reset();
    say("ended", steady_clock::now() - end < std::chrono::seconds(2) ? "soon" : "late");
    engine = openEngine(file, clock, ids, false);
    say("answered", kindsOf(*engine, sent.actions.at(0)));
    say("bounced", kindsOf(*engine, sent.actions.at(1)));
    say("away", kindsOf(*engine, sent.actions.at(2)));
    say("sound", need(engine->check()).findings.empty() ? "yes" : "no");
    return 0;
}
