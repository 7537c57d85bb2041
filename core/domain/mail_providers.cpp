#include "core/domain/mail_providers.h"

#include "core/base/text.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace topline::domain {

namespace {

struct Row {
    std::string_view hosts; // of addresses, with a blank before and behind each
    std::string_view title;
    std::string_view smtp;
    int smtpPort; // 465: TLS from the beginning; 587: STARTTLS
    std::string_view imap;
    bool needsAppPassword;
    std::string_view calendarUrl = {};
    std::string_view oauth = {};
};

constexpr Row rows[] = {
    {" gmail.com googlemail.com ", "Gmail", "smtp.gmail.com", 465, "imap.gmail.com", true, "",
     "google"},
    {" outlook.com hotmail.com live.com msn.com ", "Outlook", "smtp-mail.outlook.com", 587,
     "outlook.office365.com", true, "", "microsoft"},
    {" icloud.com me.com mac.com ", "iCloud", "smtp.mail.me.com", 587, "imap.mail.me.com", true,
     "https://caldav.icloud.com/"},
    {" yahoo.com yahoo.de yahoo.fr yahoo.co.uk ymail.com ", "Yahoo", "smtp.mail.yahoo.com", 465,
     "imap.mail.yahoo.com", true, "https://caldav.calendar.yahoo.com/"},
    {" fastmail.com fastmail.fm ", "Fastmail", "smtp.fastmail.com", 465, "imap.fastmail.com", true,
     "https://caldav.fastmail.com/"},
    {" gmx.de gmx.net gmx.at gmx.ch ", "GMX", "mail.gmx.net", 465, "imap.gmx.net", false,
     "https://caldav.gmx.net/"},
    {" web.de ", "WEB.DE", "smtp.web.de", 587, "imap.web.de", false, "https://caldav.web.de/"},
    {" t-online.de ", "T-Online", "securesmtp.t-online.de", 465, "secureimap.t-online.de", true},
    {" mailbox.org ", "mailbox.org", "smtp.mailbox.org", 465, "imap.mailbox.org", false,
     "https://dav.mailbox.org/"},
    {" posteo.de posteo.net ", "Posteo", "posteo.de", 465, "posteo.de", false,
     "https://posteo.de:8443/"},
    {" zoho.com zohomail.com ", "Zoho", "smtp.zoho.com", 465, "imap.zoho.com", true,
     "https://calendar.zoho.com/"},
    {" aol.com ", "AOL", "smtp.aol.com", 465, "imap.aol.com", true},
};

} // namespace

std::optional<MailProvider> mailProviderOf(std::string_view address)
{
    const std::size_t at = address.rfind('@');
    if (at == std::string_view::npos || at + 1 >= address.size())
        return std::nullopt;
    if (address.find(' ') != std::string_view::npos)
        return std::nullopt;
    const std::string host = ' ' + base::lowerAscii(base::trimmed(address.substr(at + 1))) + ' ';
    const auto *found = std::find_if(std::begin(rows), std::end(rows), [&host](const Row &row) {
        return row.hosts.find(host) != std::string_view::npos;
    });
    if (found == std::end(rows) || host.size() < 4)
        return std::nullopt;
    return MailProvider{found->title,
                        {std::string(found->smtp), found->smtpPort,
                         found->smtpPort == 587 ? WireSafety::StartTls : WireSafety::ImplicitTls},
                        {std::string(found->imap), 993, WireSafety::ImplicitTls},
                        found->needsAppPassword,
                        found->calendarUrl,
                        found->oauth};
}

} // namespace topline::domain
