#include "tests/morning/morning_world.h"

#include "core/base/calendar.h"
#include "core/crm/hubspot_json.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace topline::morning {

namespace {

namespace fs = std::filesystem;

constexpr int accounts = 48;
constexpr const char *owner = "71";
constexpr const char *token = "pat-morning";

// By their numbers, as HubSpot's own associations have them.
constexpr int contactToCompany = 1;
constexpr int dealToContact = 3;
constexpr int dealToCompany = 5;
constexpr int meetingToContact = 200;

const std::vector<std::string> places = {"Alder", "Birch", "Cedar", "Drift",   "Ember",   "Fjord",
                                         "Grove", "Heath", "Inlet", "Juniper", "Kestrel", "Larch"};
const std::vector<std::string> trades = {"Freight", "Optics", "Foods", "Robotics"};
const std::vector<std::string> given = {"Ada",   "Bela", "Chloé", "Dario", "Edda", "Femi",
                                        "Greta", "Hugo", "Inès",  "Jonas", "Kira", "Łukasz"};
const std::vector<std::string> family = {"Marsh", "Novák", "Okoye", "Perez", "Quist"};

std::string nameOf(int n)
{
    return places[static_cast<std::size_t>(n) % places.size()] + ' ' +
           trades[static_cast<std::size_t>(n) / places.size() % trades.size()];
}

std::string domainOf(int n)
{
    return "c" + std::to_string(n) + ".example";
}

std::string addressOf(int n)
{
    return "buyer" + std::to_string(n) + "@" + domainOf(n);
}

std::string contents(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// One header of a message, unfolded as far as a single line goes.
std::string header(const std::string &message, const std::string &name)
{
    std::istringstream lines(message);
    for (std::string line; std::getline(lines, line) && line != "\r" && !line.empty();) {
        if (line.rfind(name + ": ", 0) == 0) {
            std::string out = line.substr(name.size() + 2);
            if (!out.empty() && out.back() == '\r')
                out.pop_back();
            return out;
        }
    }
    return {};
}

} // namespace

base::DurationMs toNextMorning(base::UtcMs nowMs)
{
    const base::TimeZone utc = *base::TimeZone::find("UTC");
    base::UtcMs at = nowMs;
    const auto isFree = [&](base::UtcMs day) { return base::weekday(utc.dateOf(day)) >= 6; };
    const auto nine = [&](base::UtcMs day) {
        return utc.at(utc.dateOf(day), 9 * base::hourMs + 5 * base::minuteMs);
    };
    while (isFree(at) || nine(at) < nowMs)
        at += base::dayMs;
    return nine(at) - nowMs;
}

MorningWorld::MorningWorld(Ports ports, const base::Clock &clock)
    : m_ports(std::move(ports))
    , m_clock(clock)
    , m_hubSpot(clock)
    , m_server([this](const fakes::Request &request) {
        const std::scoped_lock lock(m_mutex);
        return m_hubSpot.handle(request);
    })
    , m_calendar(m_ports.folder / "calendar")
{
    const std::scoped_lock lock(m_mutex);
    m_hubSpot.settings.tokens = {token};
    m_hubSpot.settings.timeZone = "UTC";
    fill(clock);
}

void MorningWorld::fill(const base::Clock &clock)
{
    const base::UtcMs now = clock.now();
    m_hubSpot.addOwner(owner, "Sam");
    for (const char *type : {"tasks", "calls", "notes", "meetings", "emails"})
        m_hubSpot.defineProperty(type, {"topline_id", false, true});
    for (int n = 0; n < accounts; ++n) {
        const auto index = static_cast<std::size_t>(n);
        const base::UtcMs past = now - (40 + n) * base::dayMs;
        const std::string company = m_hubSpot.add("companies",
                                                  {{"name", nameOf(n)},
                                                   {"domain", domainOf(n)},
                                                   {"numberofemployees", std::to_string(60 + n)},
                                                   {"hubspot_owner_id", owner}},
                                                  past);
        const std::string contact =
            m_hubSpot.add("contacts",
                          {{"firstname", given[index % given.size()]},
                           {"lastname", family[index % family.size()]},
                           {"email", addressOf(n)},
                           {"jobtitle", n % 2 == 0 ? "CFO" : "Buyer"},
                           {"country", "Ireland"},
                           {"phone", "+353 1 555 0" + std::to_string(100 + n)},
                           {"hubspot_owner_id", owner}},
                          past);
        m_hubSpot.link("contacts", contact, "companies", company, contactToCompany);
        const std::string deal =
            m_hubSpot.add("deals",
                          {{"dealname", nameOf(n) + " rollout"},
                           {"dealstage", "appointmentscheduled"},
                           {"pipeline", "default"},
                           {"amount", std::to_string(6'000 + n * 750)},
                           {"closedate", crm::hubspotTimeText(now + (30 + n) * base::dayMs)},
                           {"hs_next_step", n % 3 == 0 ? "" : "Send the offer"},
                           {"hubspot_owner_id", owner}},
                          now - (n % 4 == 3 ? 20 : 6) * base::dayMs);
        m_hubSpot.link("deals", deal, "companies", company, dealToCompany);
        m_hubSpot.link("deals", deal, "contacts", contact, dealToContact);
        if (n % 6 == 5) {
            const base::UtcMs at = now - 3 * base::hourMs;
            const std::string missed =
                m_hubSpot.add("meetings",
                              {{"hs_timestamp", crm::hubspotTimeText(at)},
                               {"hs_meeting_start_time", crm::hubspotTimeText(at)},
                               {"hs_meeting_end_time", crm::hubspotTimeText(at + base::hourMs)},
                               {"hs_meeting_title", "A first look"},
                               {"hs_meeting_outcome", "NO_SHOW"},
                               {"hubspot_owner_id", owner}},
                              at);
            m_hubSpot.link("meetings", missed, "contacts", contact, meetingToContact);
        }
    }
}

domain::SignInRequest MorningWorld::crm() const
{
    domain::SignInRequest out;
    out.system = "hubspot";
    out.token = base::Secret(token);
    out.apiBase = m_server.baseUrl();
    return out;
}

domain::SignInRequest MorningWorld::mailbox() const
{
    domain::SignInRequest out;
    out.system = "mail";
    out.token = base::Secret("secret");
    out.mail.address = "rep@example.com";
    out.mail.name = "Sam Reyes";
    out.mail.smtp = {"localhost", m_ports.smtp, domain::WireSafety::StartTls};
    out.mail.imap = {"localhost", m_ports.imap, domain::WireSafety::StartTls};
    out.mail.signature = "Sam Reyes\nTopline";
    out.mail.postalAddress = "1 High Street, Dublin";
    out.mail.caFile = (m_ports.folder / "cert.pem").string();
    return out;
}

domain::SignInRequest MorningWorld::calendar() const
{
    domain::SignInRequest out;
    out.system = "calendar";
    out.token = base::Secret("secret");
    out.calendar.url = m_calendar.baseUrl();
    out.calendar.user = "rep";
    out.calendar.address = "rep@example.com";
    out.calendar.name = "Sam Reyes";
    return out;
}

std::string MorningWorld::visits() const
{
    static const std::vector<std::vector<std::string>> stories = {
        {"pricing_view", "pricing_view"},
        {"demo_requested"},
        {"proposal_sent", "proposal_viewed", "proposal_viewed"},
        {"compare_view"},
        {"contact_requested"},
    };
    const base::UtcMs now = m_clock.now();
    std::ostringstream out;
    for (int n = 0; n < accounts; ++n) {
        const auto &story = stories[static_cast<std::size_t>(n) % stories.size()];
        // The last thing was a few minutes ago.
        const auto pauses = static_cast<base::DurationMs>(story.size()) - 1;
        base::UtcMs at = now - pauses * 45 * base::minuteMs - (2 + n / 12) * base::minuteMs;
        for (const std::string &kind : story) {
            out << R"({"id":")" << n << '-' << at << R"(","kind":")" << kind << R"(","at":")"
                << crm::hubspotTimeText(at) << R"(","contact_email":")" << addressOf(n) << "\"}\n";
            at += 45 * base::minuteMs;
        }
    }
    return out.str();
}

void MorningWorld::deliver(const std::string &name, const std::string &bytes)
{
    const fs::path folder = m_ports.folder / "mail/rep/Maildir";
    std::ofstream(folder / "tmp" / name, std::ios::binary) << bytes;
    fs::permissions(folder / "tmp" / name, fs::perms::all);
    fs::rename(folder / "tmp" / name, folder / "new" / name);
}

std::string MorningWorld::answerTo(const SentMail &mail, const std::string &text) const
{
    return "From: Buyer <" + mail.to + ">\r\nTo: rep@example.com\r\nSubject: Re: " + mail.subject +
           "\r\nMessage-ID: <answer-" + mail.effectId + "@" +
           mail.to.substr(mail.to.find('@') + 1) + ">\r\nIn-Reply-To: " + mail.messageId +
           "\r\nDate: " + "Mon, 23 Nov 2026 09:30:00 +0000\r\n\r\n" + text + "\r\n";
}

std::string MorningWorld::bounceOf(const SentMail &mail) const
{
    return "From: MAILER-DAEMON@example.com\r\nTo: rep@example.com\r\nSubject: Undelivered Mail "
           "Returned to Sender\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; "
           "report-type=delivery-status; boundary=\"b\"\r\nMessage-ID: <bounce-" +
           mail.effectId +
           "@example.com>\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nNo such user.\r\n--b\r\n"
           "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; example.com\r\n\r\n"
           "Final-Recipient: rfc822; " +
           mail.to +
           "\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b\r\nContent-Type: "
           "text/rfc822-headers\r\n\r\nMessage-ID: " +
           mail.messageId + "\r\n\r\n--b--\r\n";
}

std::vector<SentMail> MorningWorld::sentMails() const
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(m_ports.folder / "out")) {
        if (entry.path().extension() == ".eml")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<SentMail> out;
    for (const fs::path &path : files) {
        const std::string message = contents(path);
        std::istringstream envelope(contents(fs::path(path).replace_extension(".envelope")));
        std::string from;
        SentMail &mail = out.emplace_back();
        std::getline(envelope, from);
        std::getline(envelope, mail.to);
        mail.effectId = header(message, "X-Effect-Id");
        mail.subject = header(message, "Subject");
        mail.messageId = header(message, "Message-ID");
        mail.inReplyTo = header(message, "In-Reply-To");
    }
    return out;
}

std::map<std::string, std::size_t> MorningWorld::crmEffects()
{
    const std::scoped_lock lock(m_mutex);
    std::map<std::string, std::size_t> out;
    for (const auto &write : m_hubSpot.journal) {
        if (write.what != "update" && !write.key.empty())
            ++out[write.key];
    }
    return out;
}

int MorningWorld::seenFlags() const
{
    int out = 0;
    for (const char *part : {"new", "cur"}) {
        for (const auto &entry :
             fs::directory_iterator(m_ports.folder / "mail/rep/Maildir" / part)) {
            const std::string name = entry.path().filename().string();
            const auto flags = name.find(":2,");
            out += flags != std::string::npos && name.find('S', flags) != std::string::npos ? 1 : 0;
        }
    }
    return out;
}

} // namespace topline::morning
