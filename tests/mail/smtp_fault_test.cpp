// Every fault at every step of SMTP, judged by what the server itself took.
#include "tests/mail/outbox_model.h"

#include <gtest/gtest.h>
#include <thread>

using namespace topline;
using namespace topline::fakes;
using crm::PushState;

namespace {

constexpr SmtpStep beforeDot[] = {SmtpStep::Greeting,  SmtpStep::Hello,      SmtpStep::StartTls,
                                  SmtpStep::Handshake, SmtpStep::HelloInTls, SmtpStep::Auth,
                                  SmtpStep::From,      SmtpStep::To,         SmtpStep::Data};

MailBench::Options patient()
{
    return {};
}

// Long enough to get to the dot on a busy machine, short when nothing comes behind it.
MailBench::Options impatient()
{
    MailBench::Options out;
    out.curl.acceptMs = 300;
    return out;
}

int delivered(const MailBench &bench, const domain::Effect &effect)
{
    const auto all = bench.smtp.deliveriesByEffect();
    const auto found = all.find(effect.id.text());
    return found == all.end() ? 0 : found->second;
}

std::string name(const SmtpFault &fault)
{
    return "step " + std::to_string(static_cast<int>(fault.step)) + " kind " +
           std::to_string(static_cast<int>(fault.kind)) + ' ' + fault.reply;
}

} // namespace

TEST(SmtpFault, AConnectionLostBeforeTheDotIsSurelyNotSentAndGoesAgainOnce)
{
    for (const SmtpStep step : beforeDot) {
        for (const auto kind : {SmtpFaultKind::DropBefore, SmtpFaultKind::DropAfter}) {
            if (step == SmtpStep::Data && kind == SmtpFaultKind::DropAfter)
                continue; // within the text, see below
            MailBench bench(patient());
            const SmtpFault fault{step, kind};
            bench.smtp.failAt(0, fault);
            const domain::Effect effect = mailEffect(1, std::string(60'000, 'x'));
            const OutboxRun run = runOutbox(bench, effect, OutboxProtocol::MarkFirst);
            EXPECT_EQ(run.first.state, PushState::NotSent) << name(fault) << run.first.detail;
            EXPECT_FALSE(run.first.detail.empty());
            EXPECT_EQ(run.end, EffectEnd::Sent) << name(fault);
            EXPECT_EQ(delivered(bench, effect), 1) << name(fault);
            EXPECT_EQ(bench.gate.passes[effect.id.text()], 1) << name(fault);
        }
    }
}

// What was written to a connection that is dead already shows only later, so that this may end in
// doubt; it must never end in two or in a lie.
TEST(SmtpFault, AConnectionLostWithinTheTextIsNeverTakenForSent)
{
    for (int round = 0; round < 10; ++round) {
        MailBench bench(patient());
        bench.smtp.failAt(0, round % 2 == 0 ? SmtpFault{SmtpStep::Text, SmtpFaultKind::DropBefore}
                                            : SmtpFault{SmtpStep::Data, SmtpFaultKind::DropAfter});
        const domain::Effect effect = mailEffect(1, std::string(60'000, 'x'));
        const OutboxRun run = runOutbox(bench, effect, OutboxProtocol::MarkFirst);
        EXPECT_TRUE(run.first.state == PushState::NotSent || run.first.state == PushState::Unknown);
        EXPECT_EQ(delivered(bench, effect), run.end == EffectEnd::Sent ? 1 : 0);
    }
}

TEST(SmtpFault, ARefusalForNowWaitsWithoutTheGateBeingPassed)
{
    for (const SmtpStep step : {SmtpStep::Greeting, SmtpStep::From, SmtpStep::To, SmtpStep::Data}) {
        for (const std::string reply :
             {"451 4.7.1 Greylisted, try again later", "421 4.3.2 Closing"}) {
            MailBench bench(patient());
            bench.smtp.failAt(0, {step, SmtpFaultKind::Answer, reply});
            const domain::Effect effect = mailEffect(1);
            const OutboxRun run = runOutbox(bench, effect, OutboxProtocol::MarkFirst);
            EXPECT_EQ(run.first.state, PushState::NotSent) << reply << run.first.detail;
            ASSERT_TRUE(run.first.retryAtMs) << reply << static_cast<int>(step);
            EXPECT_GE(*run.first.retryAtMs, benchNow + 5 * base::minuteMs);
            const bool isOfThisMail = step == SmtpStep::To || step == SmtpStep::Data;
            EXPECT_EQ(run.first.othersMayGo, isOfThisMail && reply.starts_with("451")) << reply;
            EXPECT_NE(run.first.detail.find(reply), std::string::npos) << run.first.detail;
            EXPECT_EQ(delivered(bench, effect), 1);
        }
    }
}

TEST(SmtpFault, ARefusalForGoodIsToldInTheServersWords)
{
    for (const SmtpStep step : {SmtpStep::From, SmtpStep::To, SmtpStep::Data, SmtpStep::Dot}) {
        MailBench bench(patient());
        bench.smtp.failAt(0, {step, SmtpFaultKind::Answer, "550 5.1.1 No such user here"});
        const domain::Effect effect = mailEffect(1);
        const OutboxRun run = runOutbox(bench, effect, OutboxProtocol::MarkFirst);
        EXPECT_EQ(run.end, EffectEnd::Refused) << static_cast<int>(step);
        EXPECT_NE(run.first.detail.find("550 5.1.1 No such user here"), std::string::npos);
        EXPECT_EQ(delivered(bench, effect), 0);
    }
}

TEST(SmtpFault, ARefusalOfUsIsNoneOfTheMail)
{
    for (const SmtpStep step : {SmtpStep::Greeting, SmtpStep::Hello, SmtpStep::StartTls,
                                SmtpStep::HelloInTls, SmtpStep::Auth}) {
        MailBench bench(patient());
        bench.smtp.failAt(0, {step, SmtpFaultKind::Answer, "554 5.7.1 Not from you"});
        const domain::Effect effect = mailEffect(1);
        const OutboxRun run = runOutbox(bench, effect, OutboxProtocol::MarkFirst);
        EXPECT_EQ(run.first.state, PushState::NotSent) << static_cast<int>(step);
        EXPECT_EQ(delivered(bench, effect), 1) << static_cast<int>(step);
    }
}

TEST(SmtpFault, AnAnswerToTheDotDecides)
{
    MailBench bench(patient());
    bench.smtp.failAt(0, {SmtpStep::Dot, SmtpFaultKind::Answer, "452 4.3.1 Full"});
    const domain::Effect effect = mailEffect(1);
    const OutboxRun run = runOutbox(bench, effect, OutboxProtocol::MarkFirst);
    EXPECT_EQ(run.first.state, PushState::NotSent);
    EXPECT_EQ(run.end, EffectEnd::Sent);
    EXPECT_EQ(delivered(bench, effect), 1);
}

TEST(SmtpFault, WithoutAnAnswerToTheDotItIsInDoubtAndNeverSentAgain)
{
    for (const auto kind :
         {SmtpFaultKind::TakeAndDrop, SmtpFaultKind::LoseAndDrop, SmtpFaultKind::DropBefore,
          SmtpFaultKind::Hang, SmtpFaultKind::TakeAndHang, SmtpFaultKind::Garbage,
          SmtpFaultKind::EndlessLine}) {
        MailBench bench(impatient());
        bench.smtp.failAt(0, {SmtpStep::Dot, kind});
        const domain::Effect effect = mailEffect(1);
        const OutboxRun run = runOutbox(bench, effect, OutboxProtocol::MarkFirst);
        EXPECT_EQ(run.first.state, PushState::Unknown) << static_cast<int>(kind);
        EXPECT_EQ(run.end, EffectEnd::InDoubt) << static_cast<int>(kind);
        EXPECT_LE(delivered(bench, effect), 1);
        EXPECT_EQ(bench.smtp.connectionCount(), 1) << static_cast<int>(kind);
    }
}

TEST(SmtpFault, DoubtEndsByTheCopyThatTheServerKept)
{
    MailBench bench(patient());
    bench.smtp.onDelivery(
        [&](const Delivery &one) { bench.imap.add("Sent", one.bytes, benchNow); });
    bench.smtp.failAt(0, {SmtpStep::Dot, SmtpFaultKind::TakeAndDrop});
    const domain::Effect effect = mailEffect(1);
    const OutboxRun run = runOutbox(bench, effect, OutboxProtocol::MarkFirst);
    EXPECT_EQ(run.first.state, PushState::Unknown);
    EXPECT_EQ(run.end, EffectEnd::Sent);
    EXPECT_EQ(delivered(bench, effect), 1);
}

// The judge must be able to find a duplicate.
TEST(SmtpFault, TheJudgeFindsOutWhoMarksAfterSendingOrTrustsAMiss)
{
    for (const auto protocol : {OutboxProtocol::MarkAfterSend, OutboxProtocol::ResendOnMiss}) {
        MailBench bench(patient());
        bench.smtp.failAt(0, {SmtpStep::Dot, SmtpFaultKind::TakeAndDrop});
        const domain::Effect effect = mailEffect(1);
        runOutbox(bench, effect, protocol);
        EXPECT_GT(delivered(bench, effect), 1);
    }
}

TEST(SmtpFault, SlowBytesAreWaitedForAndHangingServersAreLeft)
{
    for (const SmtpStep step : {SmtpStep::Greeting, SmtpStep::HelloInTls, SmtpStep::Dot}) {
        MailBench bench(patient());
        bench.smtp.failAt(0, {step, SmtpFaultKind::Drip});
        EXPECT_EQ(bench.push(mailEffect(1)).state, PushState::Applied) << static_cast<int>(step);
    }
    for (const SmtpStep step : {SmtpStep::Greeting, SmtpStep::Auth, SmtpStep::To}) {
        MailBench::Options options;
        options.curl.connectMs = 200;
        options.curl.bodyMs = 200;
        MailBench bench(options);
        bench.smtp.failAt(0, {step, SmtpFaultKind::Hang});
        const auto answer = bench.push(mailEffect(1));
        EXPECT_EQ(answer.state, PushState::NotSent) << static_cast<int>(step);
        EXPECT_NE(answer.detail.find("in time"), std::string::npos) << answer.detail;
    }
}

TEST(SmtpFault, GarbageAndEndlessLinesBeforeTheDotSendNothing)
{
    for (const SmtpStep step : {SmtpStep::Greeting, SmtpStep::HelloInTls, SmtpStep::From}) {
        for (const auto kind : {SmtpFaultKind::Garbage, SmtpFaultKind::EndlessLine}) {
            MailBench::Options options;
            options.curl.connectMs = 200;
            options.curl.bodyMs = 200;
            MailBench bench(options);
            bench.smtp.failAt(0, {step, kind});
            EXPECT_EQ(bench.push(mailEffect(1)).state, PushState::NotSent);
            EXPECT_TRUE(bench.smtp.deliveries().empty());
            EXPECT_TRUE(bench.gate.passes.empty());
        }
    }
}

TEST(SmtpFault, AStopBehindTheDotLeavesDoubtAndBeforeItNone)
{
    for (const SmtpStep step : {SmtpStep::To, SmtpStep::Dot}) {
        MailBench bench(patient());
        bench.smtp.failAt(0, {step, SmtpFaultKind::TakeAndHang});
        std::thread stopper([&] {
            EXPECT_TRUE(bench.smtp.waitForHang());
            bench.cancel.cancelled = true;
        });
        const auto answer = bench.push(mailEffect(1));
        stopper.join();
        EXPECT_EQ(answer.state, step == SmtpStep::Dot ? PushState::Unknown : PushState::NotSent);
    }
}
