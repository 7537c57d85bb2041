#include "core/actions/mail_message.h"
#include "core/base/random.h"
#include "core/intake/mail_parts.h"
#include "core/intake/mail_signal.h"

#include <chrono>
#include <gtest/gtest.h>

using namespace topline;
using domain::MailKind;

namespace {

constexpr base::UtcMs receivedMs = 1'796'112'000'000; // 2026-12-01 08:00 UTC
const std::string effect = "0b5d7a52-6f6e-8d53-9e0e-5b1c52c1f2aa";
const std::string ourId = effect + "@topline.example";

std::optional<domain::MailArrival> signalOf(const std::string &bytes)
{
    return intake::readMailSignal(bytes, {"sam@topline.example", "topline.example"},
                                  {receivedMs, "INBOX/1/2"});
}

// A message of Dana with the headers given, each with its line end.
std::string fromDana(const std::string &headers, const std::string &text)
{
    return "From: Dana Kim <Dana@Northwind.example>\r\nTo: sam@topline.example\r\n"
           "Message-ID: <d1@northwind.example>\r\nDate: Tue, 1 Dec 2026 07:59:00 +0000\r\n" +
           headers + "\r\n" + text;
}

const std::string answering =
    "In-Reply-To: <" + ourId + ">\r\nReferences: <a@b> <" + ourId + ">\r\n";

std::string report(const std::string &type, const std::string &status, const std::string &returned)
{
    return "From: Mail Delivery System <MAILER-DAEMON@mx.example>\r\nTo: sam@topline.example\r\n"
           "Subject: Undelivered Mail\r\nAuto-Submitted: auto-replied\r\nMessage-ID: "
           "<b@mx.example>\r\n"
           "Content-Type: multipart/report; report-type=" +
           type +
           "; boundary=\"b\"\r\n\r\n--b\r\n\r\nIt did not work.\r\n--b\r\nContent-Type: message/" +
           type + "\r\n\r\n" + status + "\r\n--b\r\n" + returned + "\r\n--b--\r\n";
}

const std::string failedStatus =
    "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; Dana@Northwind.example\r\n"
    "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user\r\n";
const std::string returnedMessage = "Content-Type: message/rfc822\r\n\r\nMessage-ID: <" + ourId +
                                    ">\r\nSubject: hello\r\n\r\nHello\r\n";

} // namespace

TEST(MailSignal, AnAnswerToOursIsAReplyWithOnlyItsNewWords)
{
    const auto arrival = signalOf(fromDana(
        "Subject: Re: Pricing\r\n" + answering,
        "Yes, send it.\r\n\r\nOn Mon, 30 Nov 2026 at 10:00, Sam <sam@topline.example>\r\nwrote:\r\n"
        "> Shall I?\r\n"));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->kind, MailKind::Reply);
    EXPECT_EQ(arrival->messageId, "d1@northwind.example");
    EXPECT_EQ(arrival->answers, (std::vector<std::string>{ourId, "a@b"}));
    EXPECT_EQ(arrival->from, "dana@northwind.example");
    EXPECT_EQ(arrival->fromName, "Dana Kim");
    EXPECT_EQ(arrival->subject, "Re: Pricing");
    EXPECT_EQ(arrival->text, "Yes, send it.");
    EXPECT_EQ(arrival->atMs, receivedMs - base::minuteMs);
}

TEST(MailSignal, WhatIsQuotedBetweenTheNewWordsIsNotThePersons)
{
    const auto arrival = signalOf(fromDana(
        answering, "Tuesday suits.\r\n> Or shall I unsubscribe you?\r\n >> Hello\r\nNo.\r\n"));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->kind, MailKind::Reply);
    EXPECT_EQ(arrival->text, "Tuesday suits.\nNo.");
}

TEST(MailSignal, AMessageOfAPersonThatAnswersNothingOfOursIsOtherMail)
{
    const auto arrival = signalOf(fromDana("Subject: A question\r\n", "How much?"));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->kind, MailKind::OtherMail);
    EXPECT_TRUE(arrival->answers.empty());
}

TEST(MailSignal, OurOwnMessagesAreIgnored)
{
    actions::MailParts parts;
    parts.account.address = "sam@topline.example";
    parts.account.name = "Sam";
    parts.account.postalAddress = "1 High Street";
    parts.to = "dana@northwind.example";
    parts.subject = "Größe";
    parts.text = "Hi";
    parts.effectId = effect;
    EXPECT_FALSE(signalOf(*actions::writeMail(parts)));
    // By its id as well, where a list has put its own address in front.
    EXPECT_FALSE(signalOf("From: list@x.example\r\nMessage-ID: <" + ourId + ">\r\n\r\nHi"));
}

TEST(MailSignal, WhatWeWriteIsReadByAnIndependentParserAsItWasMeant)
{
    actions::MailParts parts;
    parts.account.address = "sam@topline.example";
    parts.account.name = "Søren \"Sam\" Ångström, Geschäftsführer der Topline GmbH & Co. KG aA";
    parts.account.postalAddress = "1 High Street";
    parts.to = "dana@northwind.example";
    parts.subject = "Größe, Überraschung und 日本語の件名 — für alle Übrigen, die es angeht";
    parts.text = "Grüße\n.x\nFrom me  \n" + std::string(300, 'y') + "日本";
    parts.effectId = effect;
    parts.thread = {"r1@x.example", {"r0@x.example", "r1@x.example"}};
    const auto content = intake::readContent(*actions::writeMail(parts));
    ASSERT_TRUE(content);
    EXPECT_EQ(content->fromAddress, "sam@topline.example");
    EXPECT_EQ(content->fromName, parts.account.name);
    EXPECT_EQ(intake::headerOf(content->headers, "subject"), parts.subject);
    EXPECT_EQ(intake::messageIds(intake::headerOf(content->headers, "message-id")),
              std::vector<std::string>{ourId});
    EXPECT_EQ(intake::messageIds(intake::headerOf(content->headers, "references")),
              parts.thread.references);
    EXPECT_EQ(content->text.substr(0, parts.text.size()), parts.text);
}

TEST(MailSignal, AFailedDeliveryIsABounceWithItsRecipientAndStatus)
{
    const auto arrival = signalOf(report("delivery-status", failedStatus, returnedMessage));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->kind, MailKind::Bounce);
    EXPECT_EQ(arrival->about, "dana@northwind.example");
    EXPECT_EQ(arrival->status, "5.1.1");
    EXPECT_TRUE(arrival->isPermanent);
    EXPECT_EQ(arrival->answers, std::vector<std::string>{ourId});
}

TEST(MailSignal, ABounceFindsTheEffectWhereAServerPutItsOwnMessageId)
{
    const auto arrival = signalOf(
        report("delivery-status", failedStatus,
               "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <0100ses@email.example>\r\n"
               "X-Effect-Id: " +
                   effect + "\r\n"));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->answers, (std::vector<std::string>{ourId, "0100ses@email.example"}));
}

TEST(MailSignal, ReportsOfDelayDeliveryAndReadingSayNothing)
{
    for (const std::string action : {"delayed", "delivered", "relayed"}) {
        std::string status = failedStatus;
        status.replace(status.find("failed"), 6, action);
        EXPECT_FALSE(signalOf(report("delivery-status", status, returnedMessage))) << action;
    }
    EXPECT_FALSE(signalOf(report("disposition-notification", "Disposition: displayed", "")));
}

TEST(MailSignal, AFailureForNowIsNotPermanent)
{
    std::string status = failedStatus;
    status.replace(status.find("5.1.1"), 5, "4.4.7");
    const auto arrival = signalOf(report("delivery-status", status, returnedMessage));
    ASSERT_TRUE(arrival);
    EXPECT_FALSE(arrival->isPermanent);
    EXPECT_EQ(arrival->status, "4.4.7");
}

TEST(MailSignal, ABounceOfNoFormIsKnownByOurIdInIt)
{
    const auto arrival = signalOf(
        "From: MAILER-DAEMON@old.example\r\nSubject: failure notice\r\nMessage-ID: <q@old>\r\n\r\n"
        "Hi. This is the qmail-send program.\r\n\r\n<dana@northwind.example>:\r\n"
        "550 5.7.1 rejected\r\n\r\n--- Below this line is a copy of the message.\r\n\r\n"
        "From: sam@topline.example\r\nMessage-ID: <" +
        ourId + ">\r\n");
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->kind, MailKind::Bounce);
    EXPECT_EQ(arrival->about, "dana@northwind.example");
    EXPECT_EQ(arrival->status, "5.7.1");
    EXPECT_EQ(arrival->answers.front(), ourId);
}

TEST(MailSignal, AComplaintNamesWhomItIsAbout)
{
    const auto arrival = signalOf(report("feedback-report",
                                         "Feedback-Type: abuse\r\nUser-Agent: x\r\nVersion: 1\r\n"
                                         "Original-Rcpt-To: <dana@northwind.example>\r\n",
                                         returnedMessage));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->kind, MailKind::Complaint);
    EXPECT_EQ(arrival->about, "dana@northwind.example");
    EXPECT_EQ(arrival->answers.front(), ourId);
    EXPECT_FALSE(
        signalOf(report("feedback-report", "Feedback-Type: not-spam\r\n", returnedMessage)));
}

TEST(MailSignal, AnAbsenceIsKnownByEveryMark)
{
    for (const std::string mark :
         {"Auto-Submitted: auto-replied (vacation)\r\nSubject: Re: x\r\n",
          "X-Autoreply: yes\r\nSubject: Re: x\r\n", "Precedence: auto_reply\r\nSubject: Re: x\r\n",
          "Subject: Automatic reply: Pricing\r\n", "Subject: Abwesenheitsnotiz\r\n",
          "Subject: =?utf-8?q?R=C3=A9ponse_automatique=C2=A0:_x?=\r\n",
          "Subject: Respuesta automática\r\n", "Subject: =?utf-8?b?6Ieq5YuV5b+c562U?=\r\n"}) {
        const auto arrival =
            signalOf(fromDana(mark + answering, "I am away and back on 2026-12-14.\r\n"));
        ASSERT_TRUE(arrival) << mark;
        EXPECT_EQ(arrival->kind, MailKind::OutOfOffice) << mark;
        EXPECT_EQ(arrival->backMs, 1'797'206'400'000) << mark; // 2026-12-14
    }
}

TEST(MailSignal, AnAbsenceWithANullReturnPathIsNoBounce)
{
    const auto arrival = signalOf("Return-Path: <>\r\n" +
                                  fromDana("Auto-Submitted: auto-replied\r\nSubject: Automatic "
                                           "reply: Delivery status of your order\r\n" +
                                               answering,
                                           "Away"));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->kind, MailKind::OutOfOffice);
}

TEST(MailSignal, WhoAsksForNoMoreIsHeard)
{
    for (const std::string text :
         {"Unsubscribe", "please unsubscribe me.", "STOP!", "« désabonner »", "„abmelden“",
          "Bitte abmelden\r\n\r\nDana Kim", "“unsubscribe”", "配信停止"}) {
        const auto arrival = signalOf(fromDana("Subject: Re: x\r\n" + answering, text));
        ASSERT_TRUE(arrival);
        EXPECT_EQ(arrival->kind, MailKind::Unsubscribe) << text;
    }
    const auto clicked = signalOf(fromDana("Subject: unsubscribe " + effect + "\r\n", ""));
    ASSERT_TRUE(clicked);
    EXPECT_EQ(clicked->kind, MailKind::Unsubscribe);
    EXPECT_EQ(clicked->answers.front(), ourId);
    // Also by a program that presses the button.
    const auto pressed = signalOf(
        fromDana("Auto-Submitted: auto-generated\r\nSubject: unsubscribe " + effect + "\r\n", ""));
    ASSERT_TRUE(pressed);
    EXPECT_EQ(pressed->kind, MailKind::Unsubscribe);
}

TEST(MailSignal, WhoWritesAboutStoppingIsAnswering)
{
    for (const std::string text : {"Please stop by on Monday", "I cannot find how to unsubscribe",
                                   "Did they unsubscribe?"}) {
        const auto arrival = signalOf(fromDana("Subject: Re: x\r\n" + answering, text));
        ASSERT_TRUE(arrival);
        EXPECT_EQ(arrival->kind, MailKind::Reply) << text;
    }
}

TEST(MailSignal, MachinesThatSpeakOfNothingOfOursAreIgnored)
{
    for (const std::string mark :
         {"List-Id: <news.x>\r\n", "Precedence: bulk\r\n", "Auto-Submitted: auto-generated\r\n",
          "List-Unsubscribe: <x>\r\n"})
        EXPECT_FALSE(signalOf(fromDana(mark + "Subject: News\r\n", "Read this"))) << mark;
    // People's programs set some of them too.
    const auto arrival =
        signalOf(fromDana("List-Unsubscribe: <x>\r\nSubject: Re\r\n" + answering, "Yes"));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->kind, MailKind::Reply);
}

TEST(MailSignal, HtmlIsReadAsWordsWithoutItsQuote)
{
    const auto arrival = signalOf(fromDana(
        "Subject: Re\r\nContent-Type: text/html; charset=iso-8859-1\r\n" + answering,
        "<html><head><style>p{color:red}</style></head><body><p>Gr\xfc\xdf"
        "e &amp; danke</p><script>x()</script><div class=\"gmail_quote\">Old words</div></body>"));
    ASSERT_TRUE(arrival);
    EXPECT_EQ(arrival->text, "Grüße & danke");
}

TEST(MailSignal, HostileBytesEndSoonAndNeverLeaveControlCharacters)
{
    std::string nested = fromDana("Content-Type: multipart/mixed; boundary=b0\r\n", "");
    for (int i = 0; i < 3'000; ++i)
        nested += "--b" + std::to_string(i) + "\r\nContent-Type: multipart/mixed; boundary=b" +
                  std::to_string(i + 1) + "\r\n\r\n";
    std::string compared = nested; // each line with each boundary
    while (compared.size() < intake::mailBytesMax)
        compared += "--c\r\n";
    std::string messages = fromDana("Content-Type: message/rfc822\r\n", "");
    for (int i = 0; i < 20'000; ++i)
        messages += "Content-Type: message/rfc822\r\n\r\n";
    std::string dashes = fromDana("Content-Type: multipart/mixed; boundary=\"-\"\r\n", "");
    while (dashes.size() < intake::mailBytesMax)
        dashes += "---\r\n";
    const std::vector<std::string> corpus = {
        "",
        "\r\n",
        std::string(1'000, '\0'),
        std::string(intake::mailBytesMax + 1'000'000, 'x'),
        nested,
        compared,
        messages,
        dashes,
        fromDana("Subject: " + std::string(200'000, 'a') + "\r\n", ""),
        fromDana("References: " + std::string(200'000, '<') + "\r\n", ""),
        fromDana("Subject: =?x?q?=?b?=?=\r\nContent-Type: text/plain; charset=\"\\0//\"\r\n",
                 std::string("a\0b\x1b[31m\xff\xfe", 10)),
        fromDana("Content-Type: text/plain; charset=shift_jis\r\n", "\x82\xb1\x82\xff\x81"),
        fromDana("Content-Type: text/plain; charset=utf-7\r\n", "+AAA-+2AA-"),
        fromDana("Content-Type: text/html\r\n" + answering, std::string(4'000'000, '<')),
        fromDana("Content-Type: text/html\r\n" + answering, std::string(4'000'000, '&')),
        fromDana(answering,
                 [] {
                     std::string lines;
                     while (lines.size() < 4'000'000)
                         lines += "On a wrot\n";
                     return lines;
                 }()),
    };
    for (std::size_t i = 0; i < corpus.size(); ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const auto arrival = signalOf(corpus[i]);
        const auto took = std::chrono::steady_clock::now() - begin;
        EXPECT_LT(took, std::chrono::seconds(2)) << i;
        if (!arrival)
            continue;
        for (const std::string *text : {&arrival->text, &arrival->subject, &arrival->fromName})
            EXPECT_TRUE(std::none_of(text->begin(), text->end(), [](char c) {
                return static_cast<unsigned char>(c) < 0x20 && c != '\n';
            })) << i;
        EXPECT_LE(arrival->text.size(), 4'000U);
        EXPECT_LE(arrival->answers.size(), 20U);
    }
}

TEST(MailSignal, MutatedMessagesNeverStopIt)
{
    constexpr std::uint64_t seed = 5'822;
    SCOPED_TRACE(seed);
    base::Random random(seed);
    const std::vector<std::string> corpus = {
        report("delivery-status", failedStatus, returnedMessage),
        report("feedback-report", "Feedback-Type: abuse\r\n", returnedMessage),
        fromDana("Subject: =?utf-8?b?6Ieq5YuV5b+c562U?=\r\n" + answering, "bis 3. Dezember"),
        fromDana("Content-Type: multipart/alternative; boundary=x\r\n" + answering,
                 "--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
                 "quoted-printable\r\n\r\nJa=C3=A4\r\n--x\r\nContent-Type: text/html\r\n\r\n"
                 "<p>Ja&auml;</p><blockquote>x</blockquote>\r\n--x--\r\n"),
    };
    int understood = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = corpus[random.below(corpus.size())];
        for (std::uint64_t i = random.below(8); i > 0; --i) {
            const std::size_t at = random.below(bytes.size());
            switch (random.below(4)) {
            case 0:
                bytes[at] = static_cast<char>(random.below(256));
                break;
            case 1:
                bytes.erase(at, random.below(40));
                break;
            case 2:
                bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(60)));
                break;
            default:
                bytes.insert(at,
                             std::string(random.below(20), "\r\n\t <>=?;\"\0"[random.below(11)]));
            }
            if (bytes.empty())
                bytes = "x";
        }
        if (signalOf(bytes))
            ++understood;
    }
    EXPECT_GT(understood, 10'000);
}
