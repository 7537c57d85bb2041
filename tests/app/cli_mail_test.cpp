// The built terminal program against a mailbox behind real sockets and TLS. No keychain is needed:
// a sign-in lasts as long as its command.
#include "tests/app/cli_process.h"
#include "tests/mail/mail_bench.h"

#include <gtest/gtest.h>

namespace topline::app {
namespace {

fakes::MailBench::Options tls()
{
    return {.safety = domain::WireSafety::ImplicitTls};
}

std::string connectLine(const fakes::MailBench &bench, const std::string &password)
{
    return "printf '%s\\n' '" + password +
           "' | $CLI --json connect mail --address rep@example.com --name 'Sam Reyes' --smtp "
           "localhost:" +
           std::to_string(bench.smtp.port()) +
           " --imap localhost:" + std::to_string(bench.imap.port()) + " --ca-file " +
           fakes::localhostCertificate().path() + " --password-stdin";
}

std::string textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

} // namespace

TEST(CliMail, AMailboxIsConnectedCountedAndItsTextsAreKept)
{
    fakes::MailBench bench(tls());
    bench.imap.add("INBOX", "From: dana@x.example\r\nSubject: Hi\r\n\r\nHello\r\n",
                   4'102'444'800'000); // of whatever day it is
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    const Ran connected =
        terminal.shell(connectLine(bench, "secret") + " --postal '1 High Street' --yes");
    ASSERT_EQ(connected.status, 0) << connected.err << connected.out;
    const QJsonObject report = connected.document();
    EXPECT_EQ(textOf(report, "system"), "mail");
    EXPECT_EQ(textOf(report, "orgName"), "rep@example.com");
    EXPECT_EQ(
        report.value(QLatin1String("counts")).toObject().value(QLatin1String("messages")).toInt(),
        1);
    EXPECT_FALSE(bench.smtp.heardSecretInTheClear());
    EXPECT_TRUE(bench.smtp.deliveries().empty());

    EXPECT_EQ(textOf(terminal.json({"mailbox"}).document(), "postalAddress"), "1 High Street");
    ASSERT_EQ(terminal.run({"mailbox", "--signature", "Sam\nTopline"}).status, 0);
    const QJsonObject shown = terminal.json({"mailbox"}).document();
    EXPECT_EQ(textOf(shown, "signature"), "Sam\nTopline");
    EXPECT_EQ(textOf(shown, "postalAddress"), "1 High Street");

    // Signing in again without the texts leaves them.
    ASSERT_EQ(terminal.shell(connectLine(bench, "secret")).status, 0);
    EXPECT_EQ(textOf(terminal.json({"mailbox"}).document(), "signature"), "Sam\nTopline");
    ASSERT_EQ(terminal.run({"disconnect", "mail"}).status, 0);
    EXPECT_EQ(terminal.run({"mailbox"}).status, 1);
}

TEST(CliMail, WhatIsWrongIsNamedAndNothingIsKept)
{
    fakes::MailBench bench(tls());
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    const Ran refused = terminal.shell(connectLine(bench, "canary-wrong"));
    EXPECT_EQ(refused.status, 1);
    EXPECT_NE(refused.err.find("does not accept this user name and password"), std::string::npos)
        << refused.err;
    EXPECT_EQ((refused.err + refused.out).find("canary"), std::string::npos);
    const Ran unknown =
        terminal.shell("echo x | $CLI connect mail --address a@nobody.example --password-stdin");
    EXPECT_EQ(unknown.status, 1);
    EXPECT_NE(unknown.err.find("--smtp, --imap"), std::string::npos) << unknown.err;
    EXPECT_EQ(terminal.run({"connect", "mail", "--address", "a@gmail.com"}).status, 2);
    EXPECT_EQ(terminal.run({"mailbox"}).status, 1);
}

} // namespace topline::app
