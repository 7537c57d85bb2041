#include "core/actions/mail_footer.h"
#include "core/actions/mail_html.h"
#include "core/actions/mail_message.h"
#include "core/actions/mail_text.h"
#include "core/base/random.h"

#include <QByteArray>

#include <cctype>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::actions;

namespace {

MailParts sample()
{
    MailParts out;
    out.account.address = "sam@topline.example";
    out.account.name = "Sam Reyes";
    out.account.signature = "Sam Reyes\nTopline";
    out.account.postalAddress = "Topline Ltd\n1 High Street, Leeds";
    out.to = "dana@northwind.example";
    out.subject = "Pricing for 40 seats";
    out.text = "Hi Dana,\n\nhere it is: https://topline.example/p?a=1&b=2.\n\nSam";
    out.effectId = "0b5d7a52-6f6e-8d53-9e0e-5b1c52c1f2aa";
    out.dateMs = 1'796'112'000'000;
    return out;
}

std::string written(const MailParts &parts)
{
    const auto out = writeMail(parts);
    EXPECT_TRUE(out.ok()) << (out.ok() ? "" : out.error().text());
    return out.ok() ? *out : std::string();
}

void expectSound(const std::string &bytes)
{
    std::size_t lineStart = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        ASSERT_TRUE((byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\r' || byte == '\n');
        if (byte == '\n') {
            ASSERT_EQ(bytes[i - 1], '\r');
            ASSERT_LE(i - lineStart, 999U);
            ASSERT_NE(bytes[lineStart], '.');
            lineStart = i + 1;
        } else if (byte == '\r') {
            ASSERT_EQ(bytes[i + 1], '\n');
        }
    }
    ASSERT_EQ(lineStart, bytes.size());
}

// What a reader's program makes of quoted-printable.
std::string unquoted(const std::string &text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            out += text[i];
        } else if (text.compare(i, 3, "=\r\n") == 0) {
            i += 2;
        } else if (std::isxdigit(static_cast<unsigned char>(text[i + 1])) != 0) {
            out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            out += text[i]; // of a boundary
        }
    }
    return out;
}

bool has(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(MailMessage, NamesTheRecipientHoweverTheyAreCalled)
{
    const std::pair<std::string, std::string> names[] = {
        {"Dana Kim", "To: Dana Kim <dana@northwind.example>\r\n"},
        {"Kim, Dana", "To: \"Kim, Dana\" <dana@northwind.example>\r\n"},
        {"D. \"Dan\" Kim\\", "To: \"D. \\\"Dan\\\" Kim\\\\\" <dana@northwind.example>\r\n"},
        {"eve@evil.example", "To: \"eve@evil.example\" <dana@northwind.example>\r\n"},
        {"Eve <eve@evil.example>", "To: \"Eve <eve@evil.example>\" <dana@northwind.example>\r\n"},
        {"Dana Müller", "To: =?UTF-8?B?RGFuYSBNw7xsbGVy?= <dana@northwind.example>\r\n"},
        {"=?UTF-8?Q?Eve?=", "To: =?UTF-8?B?PT9VVEYtOD9RP0V2ZT89?= <dana@northwind.example>\r\n"},
        {"  ", "To: dana@northwind.example\r\n"},
    };
    for (const auto &[name, line] : names) {
        MailParts parts = sample();
        parts.toName = name;
        const std::string bytes = written(parts);
        expectSound(bytes);
        EXPECT_TRUE(has(bytes, "\r\n" + line)) << name;
    }
    for (const char *name : {"Dana\r\nBcc: eve@evil.example", "Dana\nKim", "Dana\x7f"}) {
        MailParts parts = sample();
        parts.toName = name;
        EXPECT_FALSE(writeMail(parts).ok()) << name;
    }
}

TEST(MailMessage, HasTheHeadersThatServersAndReadersNeed)
{
    const std::string bytes = written(sample());
    expectSound(bytes);
    const std::string head = bytes.substr(0, bytes.find("\r\n\r\n") + 2);
    EXPECT_EQ(head, "Date: Tue, 01 Dec 2026 08:00:00 +0000\r\n"
                    "From: Sam Reyes <sam@topline.example>\r\n"
                    "To: dana@northwind.example\r\n"
                    "Subject: Pricing for 40 seats\r\n"
                    "Message-ID: <0b5d7a52-6f6e-8d53-9e0e-5b1c52c1f2aa@topline.example>\r\n"
                    "X-Effect-Id: 0b5d7a52-6f6e-8d53-9e0e-5b1c52c1f2aa\r\n"
                    "List-Unsubscribe: <mailto:sam@topline.example?subject=unsubscribe%20"
                    "0b5d7a52-6f6e-8d53-9e0e-5b1c52c1f2aa>\r\n"
                    "MIME-Version: 1.0\r\n"
                    "Content-Type: multipart/alternative;\r\n"
                    " boundary=\"=_0b5d7a52-6f6e-8d53-9e0e-5b1c52c1f2aa\"\r\n");
}

TEST(MailMessage, SaysTheSameInPlainTextAndHtml)
{
    const std::string bytes = unquoted(written(sample()));
    EXPECT_TRUE(has(bytes, "Hi Dana,\r\n\r\nhere it is: https://topline.example/p?a=1&b=2.\r\n\r\n"
                           "Sam\r\n\r\n-- \r\nSam Reyes\r\nTopline\r\n\r\nTopline Ltd\r\n1 High "
                           "Street, Leeds\r\nNo more mail from me"));
    EXPECT_TRUE(has(bytes, "<p>here it is: <a href=\"https://topline.example/p?a=1&amp;b=2\">"
                           "https://topline.example/p?a=1&amp;b=2</a>.</p>"))
        << bytes;
}

TEST(MailMessage, TheSameValuesGiveTheSameBytes)
{
    EXPECT_EQ(written(sample()), written(sample()));
}

TEST(MailMessage, ALineEndInAnyHeaderIsRefused)
{
    for (const std::string &bad : std::vector<std::string>{"a\r\nBcc: x@y.example", "a\nb", "a\rb",
                                                           std::string("a\0b", 3)}) {
        for (const auto change :
             {+[](MailParts &p, const std::string &s) { p.subject = s; },
              +[](MailParts &p, const std::string &s) { p.to = s; },
              +[](MailParts &p, const std::string &s) { p.account.name = s; },
              +[](MailParts &p, const std::string &s) { p.account.address = s; },
              +[](MailParts &p, const std::string &s) { p.effectId = s; },
              +[](MailParts &p, const std::string &s) {
                  p.account.unsubscribeUrl = "https://x/" + s;
              }}) {
            MailParts parts = sample();
            change(parts, bad);
            EXPECT_FALSE(writeMail(parts).ok());
        }
        // Of what it answers, hostile ids are left out: the thread is the recipient's own business.
        MailParts parts = sample();
        parts.thread = {bad, {bad, "fine@x.example"}};
        const std::string bytes = written(parts);
        EXPECT_FALSE(has(bytes, "In-Reply-To"));
        EXPECT_TRUE(has(bytes, "References: <fine@x.example>\r\n"));
    }
}

TEST(MailMessage, WithoutAPostalAddressNothingIsWritten)
{
    MailParts parts = sample();
    parts.account.postalAddress = " \n";
    const auto out = writeMail(parts);
    ASSERT_FALSE(out.ok());
    EXPECT_EQ(out.error().code, base::ErrorCode::Refused);
    EXPECT_TRUE(has(out.error().message, "postal address"));
}

TEST(MailMessage, OneClickIsOnlyPromisedWhereThereIsAnHttpsAddress)
{
    EXPECT_FALSE(has(written(sample()), "List-Unsubscribe-Post"));
    MailParts parts = sample();
    parts.account.unsubscribeUrl = "https://u.example/o?l=1";
    EXPECT_TRUE(has(written(parts), ">,\r\n <https://u.example/o?l=1&id=" + parts.effectId +
                                        ">\r\nList-Unsubscribe-Post: "
                                        "List-Unsubscribe=One-Click\r\n"));
    parts.account.unsubscribeUrl = "http://u.example/o";
    EXPECT_FALSE(writeMail(parts).ok());
}

TEST(MailMessage, OtherLettersAreEncodedWherverTheyStand)
{
    MailParts parts = sample();
    parts.account.name = "Søren Ångström-Håkansson, Geschäftsführer für alles Übrige";
    parts.subject = "Größe, Überraschung und 日本語の件名 — " + std::string(200, 'x');
    parts.text = "Grüße\n.hidden\nFrom here\ntrailing \n" + std::string(5'000, 'y');
    parts.to = "dana@müller.example";
    const std::string bytes = written(parts);
    expectSound(bytes);
    EXPECT_TRUE(has(bytes, "To: dana@xn--mller-kva.example\r\n"));
    EXPECT_TRUE(has(bytes, "From: =?UTF-8?B?"));
    EXPECT_TRUE(has(bytes, "\r\n=2Ehidden\r\n=46rom here\r\ntrailing=20\r\n"));
    for (std::size_t at = 0, end = 0; at < bytes.find("\r\n\r\n"); at = end + 2) {
        end = bytes.find("\r\n", at);
        EXPECT_LE(end - at, 110U) << bytes.substr(at, end - at);
    }
}

TEST(MailMessage, AnyTextComesBackAsItWas)
{
    constexpr std::uint64_t seed = 20261122;
    SCOPED_TRACE(seed);
    base::Random random(seed);
    const std::string_view pieces[] = {
        "a",   "word ", "=", "ü",  "日",  "\n", "\r\n", "\r",
        ".",   "From ", " ", "\t", "<b>", "--", "=_",   "http://x.example/",
        "\x01"};
    for (int round = 0; round < 400; ++round) {
        MailParts parts = sample();
        parts.text.clear();
        for (int i = 0; i < 120; ++i)
            parts.text += pieces[random.next() % std::size(pieces)];
        const std::string bytes = written(parts);
        expectSound(bytes);
        const std::string expected =
            "quoted-printable\r\n\r\n" + withCrLf(parts.text) + "\r\n-- \r\n";
        EXPECT_TRUE(has(unquoted(bytes), expected)) << parts.text;
    }
}

TEST(MailMessage, AnInvitationGoesAlongAsAThirdForm)
{
    MailParts parts = sample();
    parts.calendar = MailCalendarPart{"REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"};
    const std::string bytes = written(parts);
    expectSound(bytes);
    EXPECT_TRUE(has(bytes, "text/calendar; charset=utf-8; method=REQUEST\r\n"));
    EXPECT_TRUE(
        has(bytes, QByteArray("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").toBase64().toStdString()));
    parts.calendar->method = "REQUEST\r\nBcc: x";
    EXPECT_FALSE(writeMail(parts).ok());
}

TEST(MailMessage, ALongThreadKeepsItsFirstAndItsLastIds)
{
    MailParts parts = sample();
    for (int i = 0; i < 40; ++i)
        parts.thread.references.push_back("m" + std::to_string(i) + "@x.example");
    parts.thread.inReplyTo = "m39@x.example";
    const std::string bytes = written(parts);
    EXPECT_TRUE(has(bytes, "In-Reply-To: <m39@x.example>\r\nReferences: <m0@x.example>\r\n "
                           "<m29@x.example>"));
    EXPECT_TRUE(has(bytes, "<m39@x.example>\r\nX-Effect-Id"));
}

TEST(MailAddress, IsOnePlainAddressOrNone)
{
    for (const char *good : {"a@b", "dana.o'neill+x@northwind.example", " a@b.example "})
        EXPECT_TRUE(mailAddress(good).ok()) << good;
    for (const char *bad : {"", "a", "@b", "a@", "a@b,c@d", "a b@c", "<a@b>", "a@b>", "a@b c",
                            "a..b@c", ".a@b", "a@b\r\nRCPT TO:<x@y>", "ü@b", "a@b@c", "\"a\"@b"})
        EXPECT_FALSE(mailAddress(bad).ok()) << bad;
}

TEST(SimpleHtml, LinksOnlyWhatIsReadAndEscapesEverything)
{
    EXPECT_TRUE(has(simpleHtml("<script>alert(\"1\")</script> & so"),
                    "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; so"));
    EXPECT_TRUE(has(simpleHtml("see (https://a.example/x)."),
                    "(<a href=\"https://a.example/x\">https://a.example/x</a>)."));
    for (const char *text : {"javascript:alert(1)", "xhttps://a.example", "https://",
                             "https://аpple.com", "mailto:a@b", "http:/x"})
        EXPECT_FALSE(has(simpleHtml(text), "<a ")) << text;
    EXPECT_FALSE(has(simpleHtml("https://a\"onclick=x"), "\"onclick"));
}

TEST(MailMessage, TheFooterSpeaksTheLanguageThatWasChosen)
{
    MailParts parts = sample();
    EXPECT_TRUE(has(unquoted(written(parts)), "answer with the word “unsubscribe”"));
    parts.account.unsubscribeUrl = "https://topline.example/u";
    parts.account.language = "de";
    const std::string german = unquoted(written(parts));
    EXPECT_TRUE(has(german, "Antworten Sie mit dem Wort „abmelden“ oder öffnen Sie "
                            "https://topline.example/u?id="));
    EXPECT_FALSE(has(german, "No more mail"));
    for (const std::string language : {"fr", "es"}) {
        parts.account.language = language;
        expectSound(written(parts));
        EXPECT_FALSE(has(unquoted(written(parts)), "No more mail")) << language;
    }
    parts.account.language = "xx";
    EXPECT_TRUE(has(unquoted(written(parts)), "No more mail"));
    EXPECT_TRUE(isFooterLanguage("") && isFooterLanguage("de") && !isFooterLanguage("xx"));
    EXPECT_EQ(footerLanguageOf("AT"), "de");
    EXPECT_EQ(footerLanguageOf("FR"), "fr");
    EXPECT_EQ(footerLanguageOf("MX"), "es");
    EXPECT_EQ(footerLanguageOf("BE"), "en"); // two languages: neither is sure
    EXPECT_EQ(footerLanguageOf(""), "en");
}

TEST(MailMessage, AnswersGoWhereTheyShould)
{
    MailParts parts = sample();
    EXPECT_FALSE(has(written(parts), "Reply-To:"));
    parts.account.replyTo = "team@topline.example";
    EXPECT_TRUE(has(written(parts), "\r\nReply-To: team@topline.example\r\n"));
    parts.account.replyTo = "team@topline.example\r\nBcc: x@y.example";
    EXPECT_FALSE(writeMail(parts).ok());
}
