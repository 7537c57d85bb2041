#include "tests/mail/mail_bench.h"

#include <gtest/gtest.h>

using namespace topline;
using crm::PushState;
using fakes::MailBench;
using fakes::mailEffect;
using fakes::SmtpFaultKind;
using fakes::SmtpStep;

namespace {

std::string hostile()
{
    std::string out = ".\n..\n.x\r\n.\r\nQUIT\n";
    for (int i = 0; i < 1'100; ++i)
        out += (i % 7 == 0 ? "." : "") + std::string(static_cast<std::size_t>(i % 90), 'y') + "\n";
    return out;
}

} // namespace

TEST(SmtpPush, SendsTheVeryBytesThatWereApproved)
{
    for (const auto safety : {domain::WireSafety::StartTls, domain::WireSafety::ImplicitTls}) {
        MailBench bench({.safety = safety});
        for (const std::string &body : {std::string("Hello"), hostile()}) {
            const domain::Effect effect = mailEffect(static_cast<int>(body.size()), body);
            const auto answer = bench.push(effect);
            ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
            EXPECT_EQ(answer.remoteId, effect.id.text() + "@example.com");
            const auto wire = actions::readMailWire(effect);
            ASSERT_FALSE(bench.smtp.deliveries().empty());
            const fakes::Delivery delivery = bench.smtp.deliveries().back();
            EXPECT_EQ(delivery.bytes, wire->message);
            EXPECT_EQ(delivery.from, "rep@example.com");
            EXPECT_EQ(delivery.to, "dana@northwind.example");
        }
        EXPECT_EQ(bench.smtp.deliveries().size(), 2U);
        EXPECT_FALSE(bench.smtp.heardSecretInTheClear());
    }
}

TEST(SmtpPush, KeepsTheServersOwnNumber)
{
    MailBench bench;
    EXPECT_EQ(bench.push(mailEffect(1)).reference, "2.0.0 queued as Q1");
}

TEST(SmtpPush, AsksTheGateWhenAllButTheDotHasLeft)
{
    MailBench bench;
    const domain::Effect effect = mailEffect(1, hostile());
    const std::size_t whole = actions::readMailWire(effect)->message.size();
    bool wasWhole = false;
    bench.gate.onPass = [&] {
        wasWhole = bench.smtp.waitForText(whole);
        EXPECT_TRUE(bench.smtp.deliveries().empty());
    };
    EXPECT_EQ(bench.push(effect).state, PushState::Applied);
    EXPECT_TRUE(wasWhole);
    EXPECT_EQ(bench.gate.passes[effect.id.text()], 1);
}

TEST(SmtpPush, AGateThatSaysNoKeepsTheMailFromBeingSent)
{
    MailBench bench;
    bench.gate.answer = base::Error{.code = base::ErrorCode::DiskFull, .message = "No room."};
    const auto answer = bench.push(mailEffect(1));
    EXPECT_EQ(answer.state, PushState::NotSent);
    EXPECT_EQ(answer.detail, "No room.");
    EXPECT_TRUE(bench.smtp.deliveries().empty());
}

TEST(SmtpPush, SignsInWithATokenAndRenewsItOnce)
{
    MailBench bench({.way = domain::MailSignInWay::OAuthToken, .secret = "old"});
    bench.access.renewed = "secret";
    const auto answer = bench.push(mailEffect(1));
    EXPECT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(bench.access.renewals, 1);
    EXPECT_EQ(bench.smtp.deliveries().size(), 1U);
    EXPECT_EQ(bench.gate.passes.size(), 1U);
}

TEST(SmtpPush, ARefusedSignInIsNoRefusalOfTheMail)
{
    MailBench bench({.secret = "wrong"});
    const auto answer = bench.push(mailEffect(1));
    EXPECT_EQ(answer.state, PushState::NotSent);
    EXPECT_NE(answer.detail.find("user name and password"), std::string::npos) << answer.detail;
    EXPECT_EQ(answer.detail.find("wrong"), std::string::npos);
    EXPECT_EQ(bench.connector.inspect(bench.cancel).error().code, base::ErrorCode::SignInNeeded);
    EXPECT_EQ(bench.access.renewals, 0);
}

TEST(SmtpPush, WhatWasApprovedForAnotherMailboxStays)
{
    MailBench bench;
    domain::Action action;
    action.id = base::Uuid::named("action", "x");
    action.kind = domain::ActionKind::Email;
    action.draft = {"dana@northwind.example", "S", "B", {}};
    auto account = bench.account;
    account.address = "other@example.com";
    const auto effect = actions::buildMailEffect(action, {account, {}, {}}, 0);
    EXPECT_EQ(bench.push(*effect).state, PushState::Refused);
    EXPECT_EQ(bench.smtp.connectionCount(), 0);
}

TEST(SmtpPush, OfSeveralEachIsAskedForAndOneThatCannotLeaveKeepsTheRest)
{
    MailBench bench;
    const std::vector<domain::Effect> effects = {mailEffect(1), mailEffect(2), mailEffect(3)};
    bench.smtp.failAt(1, {SmtpStep::From, SmtpFaultKind::DropBefore});
    const auto answers = bench.connector.pushGated(effects, bench.gate, bench.cancel);
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_EQ(answers[0].state, PushState::Applied);
    EXPECT_EQ(answers[1].state, PushState::NotSent);
    EXPECT_EQ(answers[2].state, PushState::NotSent);
    EXPECT_EQ(bench.smtp.connectionCount(), 2);
    EXPECT_EQ(bench.gate.passes.size(), 1U);
}

TEST(SmtpPush, InspectNamesTheMailboxAndSendsNothing)
{
    MailBench bench;
    const auto profile = bench.connector.inspect(bench.cancel);
    ASSERT_TRUE(profile.ok()) << profile.error().text();
    EXPECT_EQ(profile->system, "mail");
    EXPECT_EQ(profile->orgName, "rep@example.com");
    EXPECT_EQ(profile->userName, "Sam Reyes");
    EXPECT_FALSE(profile->hasUniqueIds);
    EXPECT_FALSE(profile->advice.empty());
    EXPECT_TRUE(bench.smtp.deliveries().empty());
}
