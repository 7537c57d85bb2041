#include "app/cli/commands.h"
#include "app/cli/crm_desk.h"
#include "app/cli/json_values.h"
#include "app/cli/mail_options.h"
#include "app/cli/session.h"
#include "core/base/check.h"
#include "core/domain/mail_providers.h"
#include "core/engine/channels/mail_book.h"

#include <charconv>

namespace topline::app {

namespace {

base::Error wrong(const std::string &option, const std::string &message)
{
    return {base::ErrorCode::InvalidInput, "--" + option + ": " + message, "Nothing was changed."};
}

// "mail.example.com" or "mail.example.com:587"; 587 and 143 speak STARTTLS, others TLS at once.
base::Result<domain::MailServer> serverOf(const std::string &option, const std::string &text,
                                          std::int64_t usualPort)
{
    domain::MailServer out;
    const std::size_t colon = text.rfind(':');
    out.host = text.substr(0, colon);
    out.port = usualPort;
    if (colon != std::string::npos) {
        const char *begin = text.data() + colon + 1;
        const char *end = text.data() + text.size();
        const auto [stop, fault] = std::from_chars(begin, end, out.port);
        if (fault != std::errc() || stop != end || begin == end)
            return wrong(option, "the port is no number.");
    }
    const bool isPlainFirst = out.port == 587 || out.port == 143 || out.port == 25;
    out.safety = isPlainFirst ? domain::WireSafety::StartTls : domain::WireSafety::ImplicitTls;
    return out;
}

// What was not given is not changed.
void takeTexts(const Invocation &invocation, domain::MailAccount &account)
{
    const std::pair<const char *, std::string *> texts[] = {
        {"name", &account.name},
        {"signature", &account.signature},
        {"postal", &account.postalAddress},
        {"unsubscribe-url", &account.unsubscribeUrl},
        {"reply-to", &account.replyTo},
        {"language", &account.language},
    };
    for (const auto &[option, text] : texts) {
        if (invocation.has(option))
            *text = invocation.option(option);
    }
}

QString serverText(const domain::MailServer &server)
{
    return QStringLiteral("%1:%2, %3")
        .arg(toQt(server.host))
        .arg(server.port)
        .arg(server.safety == domain::WireSafety::StartTls ? QStringLiteral("STARTTLS")
                                                           : QStringLiteral("TLS"));
}

Reply replyOf(const domain::MailAccount &account)
{
    Reply out;
    out.document = {{QStringLiteral("address"), toQt(account.address)},
                    {QStringLiteral("name"), jsonText(account.name)},
                    {QStringLiteral("user"), toQt(account.user)},
                    {QStringLiteral("smtp"), serverText(account.smtp)},
                    {QStringLiteral("imap"), serverText(account.imap)},
                    {QStringLiteral("signature"), jsonText(account.signature)},
                    {QStringLiteral("postalAddress"), jsonText(account.postalAddress)},
                    {QStringLiteral("replyTo"), jsonText(account.replyTo)},
                    {QStringLiteral("language"), jsonText(account.language)},
                    {QStringLiteral("unsubscribeUrl"), jsonText(account.unsubscribeUrl)}};
    const auto shown = [](const std::string &text) {
        return text.empty() ? QStringLiteral("-") : toQt(text);
    };
    out.text =
        QStringLiteral("%1 <%2>, signed in as %3\nSends by %4; reads from %5\n"
                       "Signature: %6\nPostal address: %7\nUnsubscribe address: %8\n")
            .arg(shown(account.name), toQt(account.address), toQt(account.user),
                 serverText(account.smtp), serverText(account.imap), shown(account.signature),
                 shown(account.postalAddress), shown(account.unsubscribeUrl));
    if (account.postalAddress.empty())
        out.text += QStringLiteral("No mail leaves before a postal address is entered.\n");
    return out;
}

} // namespace

base::Result<domain::SignInRequest> mailRequestOf(const Invocation &invocation)
{
    domain::SignInRequest out;
    out.system = "mail";
    domain::MailAccount &account = out.mail;
    account.address = invocation.option("address");
    account.user = invocation.option("user");
    account.caFile = invocation.option("ca-file");
    takeTexts(invocation, account);
    if (account.address.empty())
        return wrong("address", "which mailbox?");
    const auto provider = domain::mailProviderOf(account.address);
    if (provider) {
        account.smtp = provider->smtp;
        account.imap = provider->imap;
    } else if (!invocation.has("smtp") || !invocation.has("imap")) {
        return wrong("smtp, --imap", "the servers of this address are not known here; name both.");
    }
    if (invocation.has("smtp")) {
        TRY_ASSIGN(account.smtp, serverOf("smtp", invocation.option("smtp"), 465));
    }
    if (invocation.has("imap")) {
        TRY_ASSIGN(account.imap, serverOf("imap", invocation.option("imap"), 993));
    }
    if (invocation.has("client-id")) {
        out.way = domain::SignInWay::Browser;
        account.way = domain::MailSignInWay::OAuthToken;
        out.clientId = invocation.option("client-id");
        out.mailOAuth.provider = invocation.has("provider") ? invocation.option("provider")
                                 : provider                 ? std::string(provider->oauth)
                                                            : std::string();
        if (out.mailOAuth.provider.empty())
            return wrong("provider", "who signs this mailbox in? google or microsoft.");
        if (invocation.has("client-secret-stdin")) {
            TRY_ASSIGN(out.clientSecret, secretFromInput());
        }
        return out;
    }
    const bool isToken = invocation.has("token-stdin");
    account.way = isToken ? domain::MailSignInWay::OAuthToken : domain::MailSignInWay::Password;
    TRY_ASSIGN(out.token, secretFromInput());
    return out;
}

base::Result<Reply> runMailbox(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    engine::MailBook &book = session->engine().mail();
    TRY_ASSIGN(auto account, book.account());
    if (!account)
        return base::Error{base::ErrorCode::NotFound,
                           "No mailbox is connected.",
                           {},
                           "Connect one: connect mail --address ADDRESS --password-stdin"};
    const domain::MailAccount before = *account;
    takeTexts(invocation, *account);
    if (*account != before)
        TRY(book.setTexts(*account));
    TRY_ASSIGN(account, book.account());
    CHECK(account.has_value());
    return replyOf(*account);
}

} // namespace topline::app
