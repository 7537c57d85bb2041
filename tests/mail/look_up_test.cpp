#include "core/mail/mail_watch.h"
#include "tests/mail/mail_bench.h"

#include <gtest/gtest.h>
#include <thread>

using namespace topline;
using namespace topline::fakes;
using crm::PushState;

namespace {

actions::MailWire wireOf(const domain::Effect &effect)
{
    return *actions::readMailWire(effect);
}

int appends(const MailBench &bench)
{
    int out = 0;
    for (const std::string &command : bench.imap.commands())
        out += command.rfind("APPEND", 0) == 0 ? 1 : 0;
    return out;
}

// Sends one and pulls when its copy is due.
void sendAndPull(MailBench &bench, int number)
{
    EXPECT_EQ(bench.push(mailEffect(number)).state, PushState::Applied);
    bench.clock.advance(base::minuteMs);
    EXPECT_TRUE(bench.connector.pull({}, bench.cancel).ok());
}

} // namespace

TEST(MailLookUp, EveryKindOfEvidenceEndsTheDoubt)
{
    const domain::Effect effect = mailEffect(1);
    const actions::MailWire wire = wireOf(effect);
    std::string rewritten = wire.message;
    rewritten.replace(rewritten.find(wire.messageId), wire.messageId.size(), "0100@ses.example");
    const std::string bounce =
        "From: mailer-daemon@x.example\r\n\r\nX-Effect-Id: " + wire.effectId + "\r\n";
    const std::string reply =
        "From: dana@northwind.example\r\nReferences: <a@b> <" + wire.messageId + ">\r\n\r\nYes\r\n";
    for (const auto &[folder, bytes] : {std::pair<std::string, std::string>("Sent", wire.message),
                                        {"Sent", rewritten},
                                        {"[Gmail]/All Mail", wire.message},
                                        {"INBOX", bounce},
                                        {"INBOX", reply}}) {
        MailBench bench;
        bench.imap.addFolder("[Gmail]/All Mail", "\\All");
        bench.imap.add(folder, bytes, benchNow);
        const auto answer = bench.connector.lookUp(effect, bench.cancel);
        EXPECT_EQ(answer.state, PushState::Applied) << folder << answer.detail;
        EXPECT_EQ(answer.remoteId, wire.messageId);
        EXPECT_FALSE(answer.detail.empty());
    }
}

TEST(MailLookUp, FindingNothingProvesNothing)
{
    MailBench bench;
    bench.imap.add("Sent", wireOf(mailEffect(2)).message, benchNow);
    bench.imap.add("INBOX", wireOf(mailEffect(3)).message, benchNow);
    EXPECT_EQ(bench.connector.lookUp(mailEffect(1), bench.cancel).state, PushState::Unknown);
}

TEST(MailLookUp, AServerThatFindsEverythingIsNotBelieved)
{
    MailBench bench({.imap = {.findsEverything = true}});
    bench.imap.add("Sent", wireOf(mailEffect(2)).message, benchNow);
    EXPECT_EQ(bench.connector.lookUp(mailEffect(1), bench.cancel).state, PushState::Unknown);
    bench.imap.add("Sent", wireOf(mailEffect(1)).message, benchNow);
    EXPECT_EQ(bench.connector.lookUp(mailEffect(1), bench.cancel).state, PushState::Applied);
}

TEST(MailLookUp, FaultsOnTheWayLeaveTheDoubt)
{
    const domain::Effect effect = mailEffect(1);
    for (const std::string command : {"CONNECT", "LIST", "EXAMINE", "UID SEARCH", "UID FETCH"}) {
        MailBench bench;
        bench.imap.add("Sent", wireOf(effect).message, benchNow);
        bench.imap.failAt(0, {command, ImapFaultKind::DropBefore});
        EXPECT_EQ(bench.connector.lookUp(effect, bench.cancel).state, PushState::Unknown)
            << command;
        EXPECT_EQ(bench.connector.lookUp(effect, bench.cancel).state, PushState::Applied)
            << command;
    }
}

TEST(MailLookUp, AFolderOfSentMailIsKnownByItsNameToo)
{
    const domain::Effect effect = mailEffect(1);
    for (const std::string name : {"Sent Items", "INBOX.Sent", "Gesendet", "[Gmail]/Sent Mail"}) {
        MailBench bench({.imap = {.capabilities = "IMAP4rev1"}});
        bench.imap.removeFolder("Sent");
        bench.imap.addFolder(name);
        bench.imap.add(name, wireOf(effect).message, benchNow);
        EXPECT_EQ(bench.connector.lookUp(effect, bench.cancel).state, PushState::Applied) << name;
    }
}

TEST(SentCopies, AreFiledOnceWhereTheServerFilesNone)
{
    MailBench bench;
    sendAndPull(bench, 1);
    ASSERT_EQ(bench.imap.messages("Sent").size(), 1U);
    EXPECT_EQ(bench.imap.messages("Sent")[0].bytes, wireOf(mailEffect(1)).message);
    EXPECT_EQ(bench.imap.messages("Sent")[0].flags, std::set<std::string>{"\\Seen"});
    bench.clock.advance(base::hourMs);
    EXPECT_TRUE(bench.connector.pull({}, bench.cancel).ok());
    EXPECT_EQ(appends(bench), 1);
}

TEST(SentCopies, AreNotFiledBesideThoseOfTheServer)
{
    MailBench bench;
    bench.smtp.onDelivery(
        [&](const Delivery &one) { bench.imap.add("Sent", one.bytes, benchNow); });
    sendAndPull(bench, 1);
    EXPECT_EQ(bench.imap.messages("Sent").size(), 1U);
    EXPECT_EQ(appends(bench), 0);
}

TEST(SentCopies, NothingThatGoesWrongWithThemTouchesTheMail)
{
    for (const auto kind :
         {ImapFaultKind::DropBefore, ImapFaultKind::DropAfter, ImapFaultKind::No}) {
        MailBench bench;
        bench.imap.failAt(0, {"APPEND", kind, "[OVERQUOTA] full"});
        sendAndPull(bench, 1);
        for (int i = 0; i < 6; ++i) {
            bench.clock.advance(base::hourMs);
            EXPECT_TRUE(bench.connector.pull({}, bench.cancel).ok());
        }
        EXPECT_EQ(bench.smtp.deliveries().size(), 1U);
        EXPECT_LE(bench.imap.messages("Sent").size(), 1U);
        EXPECT_LE(appends(bench), 3);
    }
}

TEST(SentCopies, AMailboxWithoutAFolderForThemIsFine)
{
    MailBench bench;
    bench.imap.removeFolder("Sent");
    sendAndPull(bench, 1);
    EXPECT_EQ(appends(bench), 0);
}

// What came after the last pull and before anybody watched is pulled once the watch stands.
TEST(MailWatch, TheFirstLookCountsAsAnArrivalAndOnlyThat)
{
    MailBench bench;
    bench.imap.add("INBOX", "From: dana@x.example\r\n\r\nHi\r\n", benchNow);
    mail::MailWatch watch(bench.account, bench.dialer, bench.access);
    EXPECT_EQ(*watch.wait(20'000, bench.cancel), crm::WatchEnd::Arrived);
    EXPECT_EQ(*watch.wait(20, bench.cancel), crm::WatchEnd::TimeOver);
}

TEST(MailWatch, WakesWhenSomethingArrives)
{
    MailBench bench;
    mail::MailWatch watch(bench.account, bench.dialer, bench.access);
    EXPECT_EQ(*watch.wait(20'000, bench.cancel), crm::WatchEnd::Arrived);
    std::thread sender([&] {
        EXPECT_TRUE(bench.imap.waitForCommand("IDLE"));
        bench.imap.add("INBOX", "From: dana@x.example\r\n\r\nHi\r\n", benchNow);
    });
    const auto waited = watch.wait(20'000, bench.cancel);
    sender.join();
    ASSERT_TRUE(waited.ok()) << waited.error().text();
    EXPECT_EQ(*waited, crm::WatchEnd::Arrived);
    // Once, and nothing there was marked.
    EXPECT_EQ(*watch.wait(20, bench.cancel), crm::WatchEnd::TimeOver);
    for (const KeptMessage &message : bench.imap.messages("INBOX"))
        EXPECT_TRUE(message.flags.empty());
}

TEST(MailWatch, WhatCameBetweenTwoWaitsCounts)
{
    MailBench bench;
    mail::MailWatch watch(bench.account, bench.dialer, bench.access);
    EXPECT_EQ(*watch.wait(20'000, bench.cancel), crm::WatchEnd::Arrived);
    EXPECT_EQ(*watch.wait(20, bench.cancel), crm::WatchEnd::TimeOver);
    bench.imap.add("INBOX", "From: dana@x.example\r\n\r\nHi\r\n", benchNow);
    EXPECT_EQ(*watch.wait(20'000, bench.cancel), crm::WatchEnd::Arrived);
    EXPECT_EQ(*watch.wait(20, bench.cancel), crm::WatchEnd::TimeOver);
}

TEST(MailWatch, SaysWhenTheServerCannotTell)
{
    MailBench bench({.imap = {.capabilities = "IMAP4rev1"}});
    mail::MailWatch watch(bench.account, bench.dialer, bench.access);
    EXPECT_EQ(*watch.wait(1'000, bench.cancel), crm::WatchEnd::CannotWait);
}

TEST(MailWatch, ALostConnectionIsAnErrorAndTheNextWaitBeginsAnew)
{
    MailBench bench;
    mail::MailWatch watch(bench.account, bench.dialer, bench.access);
    for (const int connection : {0, 1}) // an old one that is dead is taken up once more
        bench.imap.failAt(connection, {"IDLE", ImapFaultKind::DropBefore});
    EXPECT_EQ(*watch.wait(20'000, bench.cancel), crm::WatchEnd::Arrived);
    EXPECT_FALSE(watch.wait(1'000, bench.cancel).ok());
    EXPECT_EQ(*watch.wait(20, bench.cancel), crm::WatchEnd::TimeOver);
}
