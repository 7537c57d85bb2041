#include "app/mail_plan.h"

#include "core/actions/mail_text.h"
#include "core/base/refusal.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace topline::app {
namespace {

constexpr std::size_t passwordBytesMax = 512;

base::Status checkServer(const std::string &name, domain::MailServer &server)
{
    server.host = base::lowerAscii(base::trimmed(server.host));
    const bool isHost = std::all_of(server.host.begin(), server.host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
    if (server.host.empty() || !isHost)
        return base::wrongField(name + "Host", "The name of the server is missing or is none.",
                                "Enter it as your provider names it, such as mail.example.com.");
    if (server.port < 1 || server.port > 65'535)
        return base::wrongField(name + "Port", "A port is a number from 1 to 65535.",
                                name == "smtp" ? "Mostly it is 465 or 587."
                                               : "Mostly it is 993 or 143.");
    return {};
}

std::string text(const SettingTexts &texts, const char *name)
{
    const auto found = texts.find(name);
    return found == texts.end() ? std::string() : found->second;
}

void addServer(SettingTexts &texts, const std::string &name, const domain::MailServer &server)
{
    texts[name + "Host"] = server.host;
    texts[name + "Port"] = std::to_string(server.port);
    texts[name + "Safety"] = server.safety == domain::WireSafety::StartTls ? "starttls" : "tls";
}

domain::MailServer serverOf(const SettingTexts &texts, const std::string &name)
{
    domain::MailServer out;
    out.host = text(texts, (name + "Host").c_str());
    const std::string port = text(texts, (name + "Port").c_str());
    std::from_chars(port.data(), port.data() + port.size(), out.port);
    out.safety = text(texts, (name + "Safety").c_str()) == "starttls"
                     ? domain::WireSafety::StartTls
                     : domain::WireSafety::ImplicitTls;
    return out;
}

} // namespace

base::Result<domain::MailAccount> mailboxOf(const domain::MailAccount &entered)
{
    domain::MailAccount out = entered;
    const auto address = actions::mailAddress(entered.address);
    if (!address.ok())
        return base::wrongField("address", address.error().message,
                                "Enter the address that mail is from.");
    out.address = *address;
    out.user = base::trimmed(entered.user);
    if (out.user.empty())
        out.user = out.address;
    TRY(checkServer("smtp", out.smtp));
    TRY(checkServer("imap", out.imap));
    if (!out.unsubscribeUrl.empty() && out.unsubscribeUrl.rfind("https://", 0) != 0)
        return base::wrongField("unsubscribeUrl",
                                "The address for unsubscribing must begin with https://.",
                                "Leave it empty if you have none.");
    return out;
}

base::Result<base::Secret> cleanPassword(const base::Secret &entered)
{
    const std::string &text = entered.reveal();
    if (text.empty())
        return base::wrongField("token", "The password is missing.",
                                "Enter the password of the mailbox.");
    if (text.size() > passwordBytesMax ||
        text.find_first_of(std::string("\r\n\0", 3)) != std::string::npos)
        return base::wrongField("token",
                                "This is not a password: it holds line ends, or is too long.", {});
    return entered;
}

SettingTexts textsOf(const domain::MailAccount &account)
{
    SettingTexts out = {
        {"address", account.address},
        {"name", account.name},
        {"user", account.user},
        {"mailWay", account.way == domain::MailSignInWay::OAuthToken ? "oauth" : "password"},
        {"postalAddress", account.postalAddress},
        {"caFile", account.caFile}};
    addServer(out, "smtp", account.smtp);
    addServer(out, "imap", account.imap);
    return out;
}

domain::MailAccount mailboxOf(const SettingTexts &texts)
{
    domain::MailAccount out;
    out.address = text(texts, "address");
    out.name = text(texts, "name");
    out.user = text(texts, "user");
    out.way = text(texts, "mailWay") == "oauth" ? domain::MailSignInWay::OAuthToken
                                                : domain::MailSignInWay::Password;
    out.postalAddress = text(texts, "postalAddress");
    out.caFile = text(texts, "caFile");
    out.smtp = serverOf(texts, "smtp");
    out.imap = serverOf(texts, "imap");
    return out;
}

} // namespace topline::app
