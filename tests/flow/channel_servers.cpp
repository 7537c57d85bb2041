#include "tests/flow/channel_servers.h"

#include "core/base/hash.h"
#include "tests/flow/world.h"
#include "tests/mail/mail_bench.h"

namespace topline::flow {

namespace {

using fakes::Response;
using fakes::SmtpFault;
using fakes::SmtpFaultKind;
using fakes::SmtpStep;

const char *nameOf(SmtpStep step)
{
    switch (step) {
    case SmtpStep::Greeting:
        return "smtp:greeting";
    case SmtpStep::Hello:
        return "smtp:hello";
    case SmtpStep::StartTls:
        return "smtp:starttls";
    case SmtpStep::Handshake:
        return "smtp:handshake";
    case SmtpStep::HelloInTls:
        return "smtp:hello-in-tls";
    case SmtpStep::Auth:
        return "smtp:auth";
    case SmtpStep::From:
        return "smtp:from";
    case SmtpStep::To:
        return "smtp:to";
    case SmtpStep::Data:
        return "smtp:data";
    case SmtpStep::Text:
        return "smtp:text";
    case SmtpStep::Dot:
        return "smtp:dot";
    }
    return "";
}

// "UID FETCH", "EXAMINE"
std::string commandOf(const std::string &text)
{
    const auto blank = text.find(' ');
    const std::string first = text.substr(0, blank);
    return first == "UID" ? text.substr(0, text.find(' ', blank + 1)) : first;
}

} // namespace

Deed mailDeed(const std::string &to, const std::string &message)
{
    return "mail " + to + ' ' + fakes::headerIn(message, "Subject");
}

Deed entryDeed(const std::string &ical)
{
    const auto at = ical.find("\nSUMMARY:");
    if (at == std::string::npos)
        return "calendar";
    return "calendar " + ical.substr(at + 9, ical.find_first_of("\r\n", at + 9) - at - 9);
}

ChannelServers::ChannelServers(std::uint64_t seed, ServerHabits habits, ChannelJournal &journal,
                               Watch watch)
    : m_habits(habits)
    , m_seed(seed)
    , m_journal(journal)
    , m_watch(std::move(watch))
    , m_random(seed)
    , m_imap(fakes::localhostCertificate())
    , m_smtp(fakes::localhostCertificate())
    , m_http([this](const fakes::Request &request) { return davRequest(request); })
{
    m_smtp.decideBy([this](SmtpStep step) { return smtpStep(step); });
    m_smtp.onDelivery([this](const fakes::Delivery &mail) { takeMail(mail); });
    m_imap.onCommand(
        [this](const std::string &text) { static_cast<void>(reach("imap:" + commandOf(text))); });
}

std::string ChannelServers::caFile()
{
    return fakes::localhostCertificate().path();
}

std::int64_t ChannelServers::silences() const
{
    const std::lock_guard lock(m_mutex);
    return m_silences;
}

bool ChannelServers::chance(double probability)
{
    const std::lock_guard lock(m_mutex);
    return m_random.chance(probability);
}

std::optional<SmtpFault> ChannelServers::smtpStep(SmtpStep step)
{
    const Fate fate = reach(nameOf(step));
    if (step != SmtpStep::Dot) {
        if (fate != Fate::Goes)
            return SmtpFault{step, SmtpFaultKind::DropBefore};
        const bool isRecipient = step == SmtpStep::To;
        if (isRecipient && chance(m_habits.refuses))
            return SmtpFault{step, SmtpFaultKind::Answer, "550 5.1.1 no such user"};
        if ((isRecipient || step == SmtpStep::Greeting) && chance(m_habits.fails))
            return SmtpFault{step, SmtpFaultKind::DropBefore};
        return std::nullopt;
    }
    if (fate != Fate::Goes)
        return SmtpFault{step, fate == Fate::TakesHold ? SmtpFaultKind::TakeAndDrop
                                                       : SmtpFaultKind::LoseAndDrop};
    if (chance(m_habits.refuses))
        return SmtpFault{step, SmtpFaultKind::Answer, "554 5.6.0 no"};
    if (!chance(m_habits.swallows))
        return std::nullopt;
    const bool isTaken = chance(0.5);
    const std::lock_guard lock(m_mutex);
    ++m_silences;
    return SmtpFault{step, isTaken ? SmtpFaultKind::TakeAndDrop : SmtpFaultKind::LoseAndDrop};
}

void ChannelServers::takeMail(const fakes::Delivery &mail)
{
    m_journal.note(mailDeed(mail.to, mail.bytes), mail.bytes);
    const auto mix =
        base::mixSeeds(m_seed, static_cast<std::uint64_t>(base::key63(mail.to + mail.bytes)));
    if (m_habits.unfiled == 0 || mix % static_cast<std::uint64_t>(m_habits.unfiled) != 0)
        m_imap.add("Sent", mail.bytes, birthMs);
}

Response ChannelServers::davHandled(const fakes::Request &request)
{
    const std::size_t before = m_calendar.created.size();
    Response out = m_calendar.handle(request);
    for (std::size_t at = before; at < m_calendar.created.size(); ++at)
        m_journal.note(entryDeed(m_calendar.created[at]), m_calendar.created[at]);
    return out;
}

Response ChannelServers::davRequest(const fakes::Request &request)
{
    const Fate fate = reach("dav:" + request.method);
    const bool isWrite = request.method == "PUT";
    const bool isSwallowed = isWrite && chance(m_habits.swallows);
    if (fate == Fate::IsLost || (isWrite && chance(m_habits.fails)) || (isSwallowed && chance(0.5)))
        return {.wire = Response::Wire::CloseBefore};
    if (isWrite && chance(m_habits.refuses))
        return {.status = 403};
    Response out = davHandled(request);
    if (isSwallowed || fate == Fate::TakesHold ||
        reach("dav:" + request.method + " done") != Fate::Goes)
        out.wire = Response::Wire::CloseAfter;
    return out;
}

} // namespace topline::flow
