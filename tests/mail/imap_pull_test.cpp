#include "tests/mail/mail_bench.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::fakes;
using domain::MailKind;

namespace {

std::string letter(int number, const std::string &headers = {}, const std::string &text = "Yes")
{
    return "From: Dana <dana@northwind.example>\r\nTo: rep@example.com\r\nSubject: Re: x\r\n"
           "Message-ID: <d" +
           std::to_string(number) + "@northwind.example>\r\n" + headers + "\r\n" + text + "\r\n";
}

std::vector<std::string> idsOf(const crm::Page &page)
{
    std::vector<std::string> out;
    for (const domain::MailArrival &one : page.arrivals)
        out.push_back(one.messageId);
    return out;
}

// All pages from the cursor on; the cursor moves to behind the last.
std::vector<std::string> pullAll(MailBench &bench, std::string &cursor)
{
    std::vector<std::string> out;
    for (int pages = 0; pages < 20; ++pages) {
        const auto page = bench.connector.pull(cursor, bench.cancel);
        EXPECT_TRUE(page.ok()) << page.error().text();
        if (!page.ok())
            return out;
        for (const std::string &id : idsOf(*page))
            out.push_back(id);
        cursor = page->nextCursor;
        if (!page->more)
            break;
    }
    return out;
}

void expectNothingMarked(const MailBench &bench)
{
    for (const KeptMessage &one : bench.imap.messages("INBOX"))
        EXPECT_TRUE(one.flags.empty());
    for (const std::string &command : bench.imap.commands()) {
        EXPECT_NE(command.substr(0, 6), "SELECT") << command;
        EXPECT_EQ(command.find("STORE"), std::string::npos) << command;
        if (command.find("FETCH") != std::string::npos) {
            EXPECT_NE(command.find("BODY.PEEK["), std::string::npos) << command;
        }
    }
}

} // namespace

TEST(ImapPull, BeginsThirtyDaysBackAndThenBringsOnlyWhatIsNew)
{
    MailBench bench;
    bench.imap.add("INBOX", letter(1), benchNow - 40 * base::dayMs);
    bench.imap.add("INBOX", letter(2), benchNow - 20 * base::dayMs);
    bench.imap.add("INBOX", letter(3), benchNow - base::hourMs);
    std::string cursor;
    EXPECT_EQ(pullAll(bench, cursor),
              (std::vector<std::string>{"d2@northwind.example", "d3@northwind.example"}));
    EXPECT_TRUE(pullAll(bench, cursor).empty());
    bench.imap.add("INBOX", letter(4), benchNow);
    EXPECT_EQ(pullAll(bench, cursor), std::vector<std::string>{"d4@northwind.example"});
    expectNothingMarked(bench);
    EXPECT_EQ(bench.connector.count(bench.cancel)->at("messages"), 3);
}

TEST(ImapPull, AnArrivalSaysWhatItAnswers)
{
    MailBench bench;
    const std::string id = actions::readMailWire(mailEffect(1))->messageId;
    bench.imap.add("INBOX", letter(1, "In-Reply-To: <" + id + ">\r\n"), benchNow);
    const auto page = bench.connector.pull({}, bench.cancel);
    ASSERT_TRUE(page.ok()) << page.error().text();
    ASSERT_EQ(page->arrivals.size(), 1U);
    EXPECT_EQ(page->arrivals[0].kind, MailKind::Reply);
    EXPECT_EQ(page->arrivals[0].answers, std::vector<std::string>{id});
    EXPECT_EQ(page->arrivals[0].text, "Yes");
    EXPECT_EQ(page->arrivals[0].atMs, benchNow);
    ASSERT_EQ(page->progress.size(), 1U);
    EXPECT_EQ(page->progress[0].throughMs, benchNow);
}

TEST(ImapPull, ManyComeInPages)
{
    MailBench bench;
    for (int i = 0; i < 60; ++i)
        bench.imap.add("INBOX", letter(i), benchNow);
    std::string cursor;
    EXPECT_EQ(pullAll(bench, cursor).size(), 60U);
    // Over one connection.
    EXPECT_EQ(bench.imap.connectionCount(), 1);
}

TEST(ImapPull, WhenTheServerNumbersAnewTheSameMessagesComeUnderTheSameIds)
{
    MailBench bench;
    bench.imap.add("INBOX", letter(1), benchNow);
    bench.imap.add("INBOX", "From: kim@x.example\r\nSubject: no id\r\n\r\nHello\r\n", benchNow);
    std::string cursor;
    const auto before = pullAll(bench, cursor);
    ASSERT_EQ(before.size(), 2U);
    EXPECT_FALSE(before[1].empty());
    bench.imap.renumber("INBOX");
    EXPECT_EQ(pullAll(bench, cursor), before);
    EXPECT_TRUE(pullAll(bench, cursor).empty());
    for (const std::string garbage :
         {"x", "imap1:", "imap1:7", "imap1:7:x", "imap1:99999999999:1"}) {
        std::string broken = garbage;
        EXPECT_EQ(pullAll(bench, broken), before) << garbage;
    }
}

TEST(ImapPull, AFaultAtAnyCommandLosesNothing)
{
    for (const std::string command :
         {"CAPABILITY", "AUTHENTICATE", "EXAMINE", "UID SEARCH", "UID FETCH 2", "CONNECT"}) {
        for (const auto kind : {ImapFaultKind::DropBefore, ImapFaultKind::DropAfter,
                                ImapFaultKind::EndlessLine, ImapFaultKind::Nonsense}) {
            MailBench bench({.curl = {400, 400, 400}});
            for (int i = 1; i <= 3; ++i)
                bench.imap.add("INBOX", letter(i), benchNow);
            bench.imap.failAt(0, {command, kind});
            std::string cursor;
            const auto first = bench.connector.pull(cursor, bench.cancel);
            if (first.ok()) {
                EXPECT_EQ(first->arrivals.size(), 3U);
            }
            EXPECT_EQ(pullAll(bench, cursor).size(), 3U) << command;
            expectNothingMarked(bench);
        }
    }
}

TEST(ImapPull, ADeadConnectionBetweenPagesIsTakenUpAnew)
{
    MailBench bench;
    for (int i = 0; i < 30; ++i)
        bench.imap.add("INBOX", letter(i), benchNow);
    bench.imap.failAt(0, {"EXAMINE", ImapFaultKind::DropBefore, {}, 1});
    std::string cursor;
    EXPECT_EQ(pullAll(bench, cursor).size(), 30U);
    EXPECT_EQ(bench.imap.connectionCount(), 2);
}

TEST(ImapPull, AMessageThatTheServerCannotGiveKeepsNoOtherBack)
{
    MailBench bench;
    for (int i = 1; i <= 3; ++i)
        bench.imap.add("INBOX", letter(i), benchNow);
    bench.imap.failAt(0, {"UID FETCH 2", ImapFaultKind::No, "[SERVERBUG] broken"});
    std::string cursor;
    EXPECT_EQ(pullAll(bench, cursor),
              (std::vector<std::string>{"d1@northwind.example", "d3@northwind.example"}));
}

TEST(ImapPull, SlowBytesArriveWhole)
{
    MailBench bench;
    bench.imap.add("INBOX", letter(1, {}, "A \"quoted\" {5} (word) \\ here"), benchNow);
    bench.imap.failAt(0, {"EXAMINE", ImapFaultKind::Drip});
    const auto page = bench.connector.pull({}, bench.cancel);
    ASSERT_TRUE(page.ok()) << page.error().text();
    ASSERT_EQ(page->arrivals.size(), 1U);
    EXPECT_EQ(page->arrivals[0].text, "A \"quoted\" {5} (word) \\ here");
}

TEST(ImapPull, AHugeMessageIsReadByItsBeginning)
{
    MailBench bench;
    bench.imap.add("INBOX", letter(1, {}, "Short\r\n\r\n-- \r\n" + std::string(8'000'000, 'x')),
                   benchNow);
    const auto page = bench.connector.pull({}, bench.cancel);
    ASSERT_TRUE(page.ok()) << page.error().text();
    ASSERT_EQ(page->arrivals.size(), 1U);
    EXPECT_EQ(page->arrivals[0].text, "Short");
}

TEST(ImapPull, AServerWithoutNumbersIsRefusedWithASentence)
{
    MailBench bench;
    bench.imap.failAt(0, {"EXAMINE", ImapFaultKind::Say, "* 0 EXISTS\r\nT2 OK\r\n"});
    const auto page = bench.connector.pull({}, bench.cancel);
    ASSERT_FALSE(page.ok());
    EXPECT_NE(page.error().message.find("number"), std::string::npos) << page.error().message;
}

TEST(ImapPull, ASignInByTokenWorksAndARefusedOneIsTold)
{
    MailBench token({.way = domain::MailSignInWay::OAuthToken});
    EXPECT_TRUE(token.connector.pull({}, token.cancel).ok());
    MailBench wrong({.secret = "wrong"});
    const auto page = wrong.connector.pull({}, wrong.cancel);
    ASSERT_FALSE(page.ok());
    EXPECT_EQ(page.error().code, base::ErrorCode::SignInNeeded);
}

TEST(ImapPull, AStopEndsItSoon)
{
    MailBench bench;
    bench.cancel.cancelled = true;
    const auto page = bench.connector.pull({}, bench.cancel);
    ASSERT_FALSE(page.ok());
    EXPECT_EQ(page.error().code, base::ErrorCode::Cancelled);
}
