// One life of a program that empties an outbox by a mailbox, a calendar and a CRM:
//   channel_program FOLDER NOW_MS SEED SMTP_PORT IMAP_PORT CALENDAR_URL CA_FILE FAULT
// FOLDER has the workspace "w.topline" and the marks of copies. Mailbox and calendar are the real
// connectors; the CRM is the judge at the other end of descriptor 3, who hears every step and may
// end this process at any of them. FAULT is "none" or a protocol that is wrong on purpose:
// "marks-late", "retries", "new-id", "lies", "no-sync".
#include "core/base/hash.h"
#include "core/calendar/caldav_connector.h"
#include "core/engine/channels/calendar_book.h"
#include "core/engine/channels/mail_book.h"
#include "core/engine/engine.h"
#include "core/mail/mail_connector.h"
#include "core/platform/curl_http_client.h"
#include "core/platform/curl_imap_wire.h"
#include "core/platform/curl_smtp_sender.h"
#include "core/platform/install_mark_files.h"
#include "core/plays/shipped_plays.h"
#include "tests/fakes/open_access.h"
#include "tests/flow/channel_line.h"

#include <QCoreApplication>

#include <sys/syscall.h>
#include <utility>

namespace topline::flow {
namespace {

using crm::PushAnswer;
using crm::PushState;

struct Order {
    std::string folder;
    base::UtcMs nowMs = 0;
    std::uint64_t seed = 0;
    int smtpPort = 0;
    int imapPort = 0;
    std::string calendarUrl;
    std::string caFile;
    std::string fault;
};

bool isSynced = true; // false: what is said to be synced is not

int sync(long call, int file)
{
    if (!isSynced)
        return 0;
    const auto done = static_cast<int>(::syscall(call, file));
    ask(controlSocket, "sync");
    return done;
}

class JudgeCrm final : public crm::Connector {
public:
    std::string system() const override { return "hubspot"; }

    std::string title() const override { return "HubSpot"; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &) override
    {
        return domain::SourceProfile{.system = "hubspot", .orgId = "judge"};
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &) override
    {
        return std::map<std::string, std::int64_t>{};
    }

    base::Result<crm::Page> pull(const std::string &, const crm::CancelToken &) override
    {
        return crm::Page{};
    }

    PushAnswer push(const domain::Effect &effect, const crm::CancelToken &) override
    {
        const std::string answer = tell("crm:dot", effect);
        if (answer == "yes")
            return {PushState::Applied, "remote", {}};
        if (answer == "refused")
            return {PushState::Refused, {}, "no"};
        return {PushState::Unknown, {}, "the answer was lost"};
    }

    PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &) override
    {
        if (tell("crm:look", effect) == "yes")
            return {PushState::Applied, "remote", {}};
        return {PushState::Refused, {}, "not there"};
    }

private:
    static std::string tell(const std::string &what, const domain::Effect &effect)
    {
        return ask(controlSocket, what + ' ' + effect.id.text() + ' ' + effect.action.text());
    }
};

// A connector of a program that is wrong on purpose.
class Wrong final : public crm::Connector {
public:
    Wrong(crm::Connector &connector, std::string fault)
        : m_connector(connector)
        , m_fault(std::move(fault))
    {
    }

    std::string system() const override { return m_connector.system(); }

    std::string title() const override { return m_connector.title(); }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &cancel) override
    {
        return m_connector.inspect(cancel);
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &cancel) override
    {
        return m_connector.count(cancel);
    }

    base::Result<crm::Page> pull(const std::string &cursor, const crm::CancelToken &cancel) override
    {
        return m_connector.pull(cursor, cancel);
    }

    PushAnswer push(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        return m_connector.push(effect, cancel);
    }

    std::vector<PushAnswer> pushGated(std::span<const domain::Effect> effects, crm::PushGate &gate,
                                      const crm::CancelToken &cancel) override
    {
        std::vector<PushAnswer> out;
        for (const domain::Effect &effect : effects) {
            const domain::Effect sent = m_fault == "new-id" ? renamed(effect) : effect;
            if (m_fault == "marks-late") {
                out.push_back(m_connector.push(sent, cancel));
                if (!gate.pass({&effect, 1}).ok())
                    out.back() = {PushState::NotSent, {}, "no mark"};
            } else if (gate.pass({&effect, 1}).ok()) {
                out.push_back(m_connector.push(sent, cancel));
            } else {
                out.push_back({PushState::NotSent, {}, "no mark"});
            }
            if (m_fault == "lies" && out.back().state == PushState::Refused)
                out.back().state = PushState::Applied;
        }
        return out;
    }

    PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        const bool isForced = m_fault == "retries" || m_fault == "new-id";
        PushAnswer out = m_connector.lookUp(renamed(effect), cancel);
        if (isForced && out.state == PushState::Unknown)
            out = {PushState::Refused, {}, "not found"};
        return out;
    }

private:
    // The same bytes under another number with each try.
    domain::Effect renamed(domain::Effect effect) const
    {
        if (m_fault != "new-id" || effect.attempts < 2)
            return effect;
        const std::string id = effect.id.text();
        effect.id = base::Uuid::named("try", id + std::to_string(effect.attempts));
        const std::string other = effect.id.text();
        for (auto at = effect.wire.find(id); at != std::string::npos; at = effect.wire.find(id))
            effect.wire.replace(at, id.size(), other);
        effect.wireSha256 = base::hex(base::sha256(effect.wire));
        return effect;
    }

    crm::Connector &m_connector;
    std::string m_fault;
};

base::Status drainAll(engine::Engine &engine, const Order &order, base::Clock &clock)
{
    TRY_ASSIGN(const auto mailbox, engine.mail().account());
    TRY_ASSIGN(auto calendar, engine.calendar().account());
    if (!mailbox || !calendar)
        return base::Error{.code = base::ErrorCode::NotFound, .message = "No accounts."};
    calendar->url = order.calendarUrl;
    const platform::CurlMailOptions limits{10'000, 10'000, 10'000};
    const auto server = [](int port) {
        return domain::MailServer{"localhost", port, domain::WireSafety::StartTls};
    };
    fakes::OpenAccess access("secret", {});
    platform::CurlSmtpSender sender(server(order.smtpPort), order.caFile, limits);
    platform::CurlImapDialer dialer(server(order.imapPort), order.caFile, limits);
    platform::CurlHttpClient http;
    mail::MailConnector mail(*mailbox, {sender, dialer, access, clock});
    calendar::CalDavConnector dav({http, access, clock, *calendar});
    JudgeCrm crm;
    const crm::CancelToken cancel;
    std::int64_t waiting = 0;
    std::int64_t pushed = 0;
    for (crm::Connector *each :
         {static_cast<crm::Connector *>(&dav), static_cast<crm::Connector *>(&mail),
          static_cast<crm::Connector *>(&crm)}) {
        Wrong wrong(*each, order.fault);
        crm::Connector &connector = order.fault == "none" ? *each : wrong;
        TRY_ASSIGN(const auto drained, engine.drainOutbox(connector, cancel, each == &crm));
        waiting = drained.waiting;
        pushed += drained.sent + drained.failed + drained.unknown;
    }
    TRY_ASSIGN(const auto status, engine.status());
    if (status.frozen != domain::FreezeReason::None)
        ask(controlSocket, "frozen");
    else if (waiting == 0 && pushed == 0) // what was lost just now is looked up next time
        ask(controlSocket, "done");
    return {};
}

base::Status live(const Order &order)
{
    isSynced = order.fault != "no-sync";
    base::FixedClock clock(order.nowMs);
    base::SeededIdSource ids(order.seed);
    platform::InstallMarkFiles marks(order.folder + "/installs");
    TRY_ASSIGN(auto workspace, store::Workspace::open(order.folder + "/w.topline", clock.now()));
    TRY_ASSIGN(auto plays, plays::loadShippedPlays());
    engine::EngineParts parts{clock, ids, std::move(workspace), std::move(plays)};
    parts.marks = &marks;
    parts.crashHook = [](std::string_view point) { ask(controlSocket, std::string(point)); };
    TRY_ASSIGN(const auto engine, engine::Engine::open(std::move(parts)));
    ask(controlSocket, "opened");
    return drainAll(*engine, order, clock);
}

} // namespace
} // namespace topline::flow

// In place of the system's, so that the judge knows what is safe from a loss of power.
extern "C" int fdatasync(int file)
{
    return topline::flow::sync(SYS_fdatasync, file);
}

extern "C" int fsync(int file)
{
    return topline::flow::sync(SYS_fsync, file);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const std::vector<std::string> words(argv, argv + argc);
    const auto lived = topline::flow::live(
        {words.at(1), std::stoll(words.at(2)), std::stoull(words.at(3)), std::stoi(words.at(4)),
         std::stoi(words.at(5)), words.at(6), words.at(7), words.at(8)});
    if (!lived.ok())
        topline::flow::ask(topline::flow::controlSocket, "failed " + lived.error().text());
    ::_exit(0); // the workspace is left as a process that ends leaves it
}
