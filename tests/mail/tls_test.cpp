// What a mail connection does when somebody in the middle or the server itself gets TLS wrong.
#include "tests/mail/mail_bench.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::fakes;
using crm::PushState;

namespace {

mail::MailLogin login()
{
    return {"rep@example.com", base::Secret("secret"), domain::MailSignInWay::Password};
}

} // namespace

TEST(MailTls, AStrippedStartTlsIsAHardErrorAndNoSecretIsSaid)
{
    MailBench bench;
    bench.smtp.failAt(0, {SmtpStep::Hello, SmtpFaultKind::NoTls});
    const auto answer = bench.push(mailEffect(1));
    EXPECT_EQ(answer.state, PushState::NotSent);
    EXPECT_NE(answer.detail.find("no secure connection"), std::string::npos) << answer.detail;
    EXPECT_FALSE(bench.smtp.heardSecretInTheClear());

    MailBench stripped({.imap = {.beforeTls = "IMAP4rev1 AUTH=PLAIN SASL-IR"}});
    const auto wire = stripped.dialer.open(login(), stripped.cancel);
    ASSERT_FALSE(wire.ok());
    EXPECT_EQ(wire.error().code, base::ErrorCode::Refused);
    EXPECT_FALSE(stripped.imap.heardSecretInTheClear());
}

TEST(MailTls, WhatIsSaidInTheClearBehindStartTlsIsNotTakenForAnAnswer)
{
    MailBench bench;
    bench.smtp.failAt(0, {SmtpStep::StartTls, SmtpFaultKind::Inject});
    EXPECT_EQ(bench.push(mailEffect(1)).state, PushState::NotSent);
    EXPECT_TRUE(bench.smtp.deliveries().empty());

    bench.imap.failAt(
        0, {"STARTTLS", ImapFaultKind::Say, "A002 OK go\r\n* PREAUTH in\r\nA003 OK x\r\n"});
    EXPECT_FALSE(bench.dialer.open(login(), bench.cancel).ok());
    EXPECT_FALSE(bench.imap.heardSecretInTheClear());
}

TEST(MailTls, AGreetingThatClaimsASignInWithoutTlsIsRefused)
{
    MailBench bench;
    bench.imap.failAt(0, {"CONNECT", ImapFaultKind::Say, "* PREAUTH welcome\r\n"});
    EXPECT_FALSE(bench.dialer.open(login(), bench.cancel).ok());
}

TEST(MailTls, AWrongCertificateEndsItAndSaysWhy)
{
    const platform::Certificate other("localhost");
    const platform::Certificate elsewhere("mail.elsewhere.example");
    for (const auto safety : {domain::WireSafety::StartTls, domain::WireSafety::ImplicitTls}) {
        MailBench bench({.safety = safety});
        SmtpFake misnamed(elsewhere, {.isImplicitTls = safety == domain::WireSafety::ImplicitTls});
        platform::CurlSmtpSender distrusting({"localhost", bench.smtp.port(), safety},
                                             other.path());
        platform::CurlSmtpSender deceived({"localhost", misnamed.port(), safety}, elsewhere.path());
        platform::CurlImapDialer reader({"localhost", bench.imap.port(), safety}, other.path());
        for (const base::Error &error : {distrusting.check(login(), bench.cancel).error(),
                                         deceived.check(login(), bench.cancel).error(),
                                         reader.open(login(), bench.cancel).error()}) {
            EXPECT_EQ(error.code, base::ErrorCode::Unavailable);
            EXPECT_NE(error.message.find("certificate of localhost"), std::string::npos)
                << error.message;
        }
        EXPECT_FALSE(bench.smtp.heardSecretInTheClear());
        EXPECT_TRUE(misnamed.commands().empty() || misnamed.commands().back() != "AUTH");
    }
}

TEST(MailTls, AServerThatCannotBeReachedIsNamed)
{
    MailBench bench;
    platform::CurlSmtpSender nobody({"localhost", 1, domain::WireSafety::ImplicitTls}, {});
    EXPECT_NE(nobody.check(login(), bench.cancel).error().message.find("localhost"),
              std::string::npos);
    platform::CurlSmtpSender nowhere({"bad host/x", 25, domain::WireSafety::StartTls}, {});
    EXPECT_EQ(nowhere.check(login(), bench.cancel).error().code, base::ErrorCode::Refused);
}
