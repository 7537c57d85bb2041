// Sends, reads and looks up against real mail servers: real_servers_program DIR SMTP_PORT
// IMAP_PORT. Started by with_mail_servers.sh for real_servers_test; prints one "name: result" line
// per step and ends with 0 when all of them were done.
#include "core/mail/mail_watch.h"
#include "core/platform/system_clock.h"
#include "tests/mail/mail_bench.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace topline;

namespace {

struct Servers {
    std::string folder;
    domain::MailServer smtp;
    domain::MailServer imap;
};

void say(const std::string &name, const std::string &result)
{
    std::printf("%s: %s\n", name.c_str(), result.c_str());
    std::fflush(stdout);
}

std::string nameOf(crm::PushState state)
{
    static const char *names[] = {"applied", "already",  "refused",
                                  "unknown", "conflict", "not sent"};
    return names[static_cast<int>(state)];
}

domain::Effect effectTo(const std::string &to, const std::string &text)
{
    domain::Action action;
    action.id = base::Uuid::named("action", "real:" + to);
    action.kind = domain::ActionKind::Email;
    action.draft = {to, "Größe und 日本語", text, {}};
    const auto effect = actions::buildMailEffect(
        action,
        {fakes::benchAccount(domain::WireSafety::StartTls), {"r1@x.example", {"r1@x.example"}}, {}},
        platform::SystemClock().now());
    return *effect;
}

// As a server that takes mail for this mailbox would, under a name of its own.
void deliver(const Servers &servers, const std::string &name, const std::string &bytes)
{
    const std::string folder = servers.folder + "/mail/rep/Maildir/";
    std::ofstream(folder + "tmp/" + name, std::ios::binary) << bytes;
    std::filesystem::permissions(folder + "tmp/" + name, std::filesystem::perms::all);
    std::filesystem::rename(folder + "tmp/" + name, folder + "new/" + name);
}

void readMail(const Servers &servers, mail::MailConnector &connector, const domain::Effect &sent)
{
    const crm::CancelToken cancel;
    const std::string id = actions::readMailWire(sent)->messageId;
    std::string cursor = connector.pull({}, cancel)->nextCursor;
    deliver(
        servers, "1.reply",
        "From: Dana <dana@northwind.example>\r\nTo: rep@example.com\r\nSubject: Re: \"x\" {3}\r\n"
        "Message-ID: <d1@northwind.example>\r\nIn-Reply-To: <" +
            id + ">\r\n\r\nYes\r\n> No?\r\n");
    const auto page = connector.pull(cursor, cancel);
    if (!page.ok()) {
        say("pull", page.error().text());
        return;
    }
    for (const domain::MailArrival &one : page->arrivals)
        say("arrival", one.messageId + '|' + one.subject + '|' + one.text + '|' +
                           std::to_string(static_cast<int>(one.kind)) + '|' +
                           (one.answers.empty()         ? ""
                            : one.answers.front() == id ? "ours"
                                                        : "other"));
    say("again", std::to_string(connector.pull(page->nextCursor, cancel)->arrivals.size()));
}

void watchMail(const Servers &servers, const domain::MailAccount &account, mail::ImapDialer &dialer)
{
    fakes::FixedAccess access("secret");
    const crm::CancelToken cancel;
    mail::MailWatch watch(account, dialer, access);
    const auto whatWasThere = watch.wait(30'000, cancel);
    say("watch begins", whatWasThere.ok() ? std::to_string(static_cast<int>(*whatWasThere))
                                          : whatWasThere.error().text());
    const auto first = watch.wait(200, cancel);
    say("watch quiet",
        first.ok() ? std::to_string(static_cast<int>(*first)) : first.error().text());
    std::thread sender([&] { deliver(servers, "2.mail", "From: k@x.example\r\n\r\nHi\r\n"); });
    const auto second = watch.wait(30'000, cancel);
    sender.join();
    say("watch", second.ok() ? std::to_string(static_cast<int>(*second)) : second.error().text());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const Servers servers{argv[1],
                          {"localhost", std::atoi(argv[2]), domain::WireSafety::StartTls},
                          {"localhost", std::atoi(argv[3]), domain::WireSafety::StartTls}};
    const std::string caFile = servers.folder + "/cert.pem";
    const domain::MailAccount account = fakes::benchAccount(domain::WireSafety::StartTls);
    platform::CurlSmtpSender sender(servers.smtp, caFile);
    platform::CurlImapDialer dialer(servers.imap, caFile);
    fakes::FixedAccess access("secret");
    base::FixedClock clock(platform::SystemClock().now());
    mail::MailConnector connector(account, {sender, dialer, access, clock});
    const crm::CancelToken cancel;

    const auto profile = connector.inspect(cancel);
    say("inspect", profile.ok() ? profile->orgName : profile.error().text());
    const domain::Effect sent =
        effectTo("dana@northwind.example", "Grüße\n.dot\n..\nFrom me\n日本");
    say("push", nameOf(connector.push(sent, cancel).state));
    say("bounce", nameOf(connector.push(effectTo("bounce@x.example", "x"), cancel).state));
    const domain::Effect grey = effectTo("grey@x.example", "x");
    say("grey", nameOf(connector.push(grey, cancel).state));
    say("grey again", nameOf(connector.push(grey, cancel).state));
    say("look-up before a copy", nameOf(connector.lookUp(sent, cancel).state));
    clock.advance(base::minuteMs);
    readMail(servers, connector, sent);
    say("look-up", nameOf(connector.lookUp(sent, cancel).state));
    say("look-up of another", nameOf(connector.lookUp(effectTo("a@b.example", "x"), cancel).state));
    watchMail(servers, account, dialer);
    std::ofstream(servers.folder + "/sent.eml", std::ios::binary)
        << actions::readMailWire(sent)->message;
    return 0;
}
