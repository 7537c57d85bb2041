// The reading of a server's answers and the verdict on a try, without sockets.
#include "core/base/random.h"
#include "core/mail/imap_session.h"
#include "core/mail/mail_pull.h"
#include "core/mail/send_verdict.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::mail;

namespace {

// Gives its bytes in pieces, then the end of the time.
class TextWire final : public ImapWire {
public:
    explicit TextWire(std::string text, std::size_t piece = 7)
        : m_text(std::move(text))
        , m_piece(piece)
    {
    }

    void allow(base::DurationMs /*duration*/) override {}

    base::Status send(std::string_view bytes) override
    {
        said += bytes;
        return {};
    }

    base::Result<std::optional<std::string>> receive() override
    {
        if (m_at >= m_text.size())
            return std::optional<std::string>();
        const std::string out = m_text.substr(m_at, m_piece);
        m_at += out.size();
        return std::optional(out);
    }

    std::string said;

private:
    std::string m_text;
    std::size_t m_piece;
    std::size_t m_at = 0;
};

std::vector<std::string> textsOf(const ImapAnswer &answer)
{
    std::vector<std::string> out;
    for (const ImapWord &word : answer.words)
        out.push_back(word.kind == ImapWordKind::Open    ? "("
                      : word.kind == ImapWordKind::Close ? ")"
                                                         : word.text);
    return out;
}

SendFacts facts(SendStep step, bool isDotOut, int code)
{
    SendFacts out;
    out.step = step;
    out.isDotOut = isDotOut;
    out.reply = {code, "words"};
    if (code == 0)
        out.error = base::Error{.code = base::ErrorCode::Unavailable, .message = "Broke."};
    return out;
}

} // namespace

TEST(ImapReader, ReadsWordsQuotesAndLiteralsHoweverTheyAreCut)
{
    for (const std::size_t piece : {1U, 2U, 3U, 50U}) {
        TextWire wire(
            "* 3 FETCH (UID 9 BODY[HEADER.FIELDS (TO)] {9}\r\na\r\n (\"x\" B NIL \"q\\\"\\\\\")\r\n"
            "T1 OK {no} \"done\r\n",
            piece);
        ImapReader reader(wire);
        const auto first = reader.next();
        ASSERT_TRUE(first.ok() && *first);
        EXPECT_EQ((*first)->tag, "*");
        EXPECT_EQ(textsOf(**first), (std::vector<std::string>{
                                        "3", "FETCH", "(", "UID", "9", "BODY[HEADER.FIELDS (TO)]",
                                        "a\r\n (\"x\" ", "B", "NIL", "q\"\\", ")"}));
        const auto second = reader.next();
        ASSERT_TRUE(second.ok() && *second);
        EXPECT_EQ((*second)->tag, "T1");
        const auto third = reader.next();
        ASSERT_TRUE(third.ok());
        EXPECT_FALSE(*third);
    }
}

TEST(ImapReader, HasLimitsAndAnEndInTheMiddleIsOne)
{
    for (const std::string &text :
         {std::string("* BAD ") + std::string(400'000, 'x'),
          std::string("* 1 FETCH {99999999}\r\n"), std::string("* 1 FETCH {999999999999}\r\n"),
          std::string("* 1 FETCH {10}\r\nabc"), std::string("* OK half")}) {
        TextWire wire(text, 1'000);
        ImapReader reader(wire);
        EXPECT_FALSE(reader.next().ok()) << text.substr(0, 40);
    }
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "* {1}\r\nx";
    TextWire wire(many + "\r\n", 1'000);
    ImapReader reader(wire);
    EXPECT_FALSE(reader.next().ok());
}

TEST(ImapReader, ALiteralIsRefusedForItsSizeAndNotForItsEnd)
{
    const std::string half(std::size_t{3} * 1024 * 1024, 'x');
    const auto answerOf = [&half](int count) {
        std::string out = "* 1 FETCH (";
        for (int i = 0; i < count; ++i)
            out += "BODY[] {" + std::to_string(half.size()) + "}\r\n" + half + ' ';
        return out + ")\r\n";
    };
    for (const int count : {1, 2}) { // both are there whole; together they are more than is taken
        TextWire wire(answerOf(count), std::size_t{1024} * 1024);
        ImapReader reader(wire);
        EXPECT_EQ(reader.next().ok(), count == 1) << count;
    }
}

TEST(ImapReader, MutatedConversationsNeverStopIt)
{
    constexpr std::uint64_t seed = 3'501;
    SCOPED_TRACE(seed);
    base::Random random(seed);
    const std::string talk =
        "* CAPABILITY IMAP4rev1 IDLE\r\nT1 OK\r\n* LIST (\\Sent) \"/\" {4}\r\nSent\r\nT2 OK\r\n"
        "* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 9] x\r\nT3 OK\r\n* SEARCH 1 2 3\r\nT4 OK\r\n"
        "* 1 FETCH (UID 1 INTERNALDATE \"01-Dec-2026 08:00:00 +0000\" BODY[]<0> {3}\r\nabc)\r\nT5 "
        "OK\r\n"
        "+ idling\r\n* 2 EXISTS\r\nT6 OK\r\n";
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = talk;
        for (std::uint64_t i = random.below(5); i > 0; --i) {
            const std::size_t at = random.below(bytes.size());
            if (random.below(2) == 0)
                bytes[at] = "\r\n (){}\"\\[]0129*+T\0"[random.below(19)];
            else
                bytes.insert(at, bytes.substr(random.below(bytes.size()), random.below(40)));
        }
        ImapSession session(std::make_unique<TextWire>(bytes, 1 + random.below(60)), 1'000);
        (void)session.readCapabilities();
        (void)session.folders();
        (void)session.examine("INBOX");
        const auto found = session.search("ALL");
        (void)session.fetch({1}, 100,
                            [](const ImapMessage &message) { EXPECT_EQ(message.uid, 1U); });
        (void)session.idle(1);
        if (found.ok()) {
            EXPECT_LE(found->size(), 200U);
        }
    }
}

TEST(ImapSession, NothingInANameCanBecomeACommand)
{
    EXPECT_FALSE(imapQuoted("a\r\nT9 DELETE x"));
    EXPECT_FALSE(imapQuoted(std::string("a\0b", 3)));
    EXPECT_EQ(imapQuoted("a\"b\\c"), "\"a\\\"b\\\\c\"");
    auto owned = std::make_unique<TextWire>("");
    TextWire *wire = owned.get();
    ImapSession session(std::move(owned), 1'000);
    EXPECT_FALSE(session.examine("x\r\nT9 DELETE INBOX").ok());
    EXPECT_TRUE(wire->said.empty());
}

TEST(SendVerdict, OnlyBehindTheDotThereIsDoubtAndOnlyTwoHundredIsSuccess)
{
    using crm::PushState;

    struct Row {
        SendFacts facts;
        PushState state;
    };

    const Row rows[] = {
        {facts(SendStep::Connect, false, 0), PushState::NotSent},
        {facts(SendStep::Connect, false, 554), PushState::NotSent},
        {facts(SendStep::SignIn, false, 535), PushState::NotSent},
        {facts(SendStep::Sender, false, 0), PushState::NotSent},
        {facts(SendStep::Sender, false, 550), PushState::Refused},
        {facts(SendStep::Recipient, false, 451), PushState::NotSent},
        {facts(SendStep::Recipient, false, 550), PushState::Refused},
        {facts(SendStep::Text, false, 0), PushState::NotSent},
        {facts(SendStep::Text, false, 250), PushState::NotSent},
        {facts(SendStep::Accept, true, 250), PushState::Applied},
        {facts(SendStep::Accept, true, 354), PushState::Unknown},
        {facts(SendStep::Accept, true, 421), PushState::NotSent},
        {facts(SendStep::Accept, true, 554), PushState::Refused},
        {facts(SendStep::Accept, true, 0), PushState::Unknown},
    };
    for (const Row &row : rows)
        EXPECT_EQ(verdictOf(row.facts, "id", 0).state, row.state) << row.facts.reply.code;
}

TEST(MailPullText, ReadsTheTimesOfServers)
{
    EXPECT_EQ(imapTime("01-Dec-2026 09:00:00 +0100"), 1'796'112'000'000);
    EXPECT_EQ(imapTime(" 1-Dec-2026 02:30:00 -0530"), 1'796'112'000'000);
    EXPECT_FALSE(imapTime("yesterday"));
    EXPECT_FALSE(imapTime(""));
    EXPECT_EQ(imapDay(1'796'112'000'000), "1-Dec-2026");
    EXPECT_EQ(MailCursor::parse(MailCursor{7, 9}.text({}), {})->uidNext, 9U);
    domain::MailAccount other;
    other.user = "kim";
    EXPECT_FALSE(MailCursor::parse(MailCursor{7, 9}.text({}), other));
}
