// The network matrix for the mailbox, through the whole engine over real sockets and TLS: whatever
// the network or the servers do, for a moment or for three days, a mail leaves once, or it is told
// that it did not, or that nobody knows; an answer is noticed once and nothing is marked; and the
// password goes to the two servers of the mailbox, by TLS, and nowhere else.
#include "tests/mail/mail_matrix.h"

#include <vector>

namespace topline::engine {

using fakes::ImapFault;
using fakes::ImapFaultKind;
using fakes::SmtpFault;
using fakes::SmtpFaultKind;
using fakes::SmtpStep;

namespace {

// Where each try costs all our patience, days of them show nothing that minutes do not.
constexpr base::DurationMs longestWhenSlow = 5 * base::minuteMs;

bool isSlow(SmtpFaultKind kind)
{
    return kind == SmtpFaultKind::Hang || kind == SmtpFaultKind::SlowDrip;
}

struct SmtpCell {
    const char *name;
    SmtpFault fault;
    TryClass expected;
    bool isTaken = false; // by the server, whatever we hear of it
};

std::vector<SmtpCell> smtpCells()
{
    std::vector<SmtpCell> out;
    const auto drop = [&](const char *name, SmtpStep step) {
        out.push_back({name, {step, SmtpFaultKind::DropBefore}, TryClass::Retry});
    };
    drop("reset at the greeting", SmtpStep::Greeting);
    drop("reset at hello", SmtpStep::Hello);
    drop("reset at STARTTLS", SmtpStep::StartTls);
    drop("reset in the handshake", SmtpStep::Handshake);
    drop("reset behind TLS", SmtpStep::HelloInTls);
    drop("reset in the sign-in", SmtpStep::Auth);
    drop("reset at the sender", SmtpStep::From);
    drop("reset at the recipient", SmtpStep::To);
    drop("reset at DATA", SmtpStep::Data);
    const auto say = [&](const char *reply, SmtpStep step, TryClass expected) {
        out.push_back({reply, {step, SmtpFaultKind::Answer, reply}, expected});
    };
    say("421 4.3.2 Shutting down", SmtpStep::Greeting, TryClass::Retry);
    say("554 5.7.1 Not from you", SmtpStep::Greeting, TryClass::Retry);
    say("454 4.7.0 Sign-in is down", SmtpStep::Auth, TryClass::Retry);
    say("535 5.7.8 Wrong password", SmtpStep::Auth, TryClass::Auth);
    say("451 4.3.0 Disk", SmtpStep::From, TryClass::Retry);
    say("550 5.7.1 No such sender", SmtpStep::From, TryClass::Permanent);
    say("450 4.7.1 Greylisted", SmtpStep::To, TryClass::Retry);
    say("550 5.1.1 No such user", SmtpStep::To, TryClass::Permanent);
    say("551 5.1.6 Try <dana@127.0.0.1>", SmtpStep::To, TryClass::Permanent);
    say("451 4.3.0 Not now", SmtpStep::Data, TryClass::Retry);
    say("554 5.6.0 Not that", SmtpStep::Data, TryClass::Permanent);
    say("452 4.3.1 Full", SmtpStep::Dot, TryClass::Retry);
    say("550 5.7.1 Spam", SmtpStep::Dot, TryClass::Permanent);
    out.push_back({"STARTTLS hidden", {SmtpStep::Hello, SmtpFaultKind::NoTls}, TryClass::Retry});
    out.push_back(
        {"words before TLS", {SmtpStep::StartTls, SmtpFaultKind::Inject}, TryClass::Retry});
    out.push_back({"garbage", {SmtpStep::Greeting, SmtpFaultKind::Garbage}, TryClass::Retry});
    out.push_back(
        {"an endless line", {SmtpStep::Hello, SmtpFaultKind::EndlessLine}, TryClass::Retry});
    out.push_back(
        {"a reply without end", {SmtpStep::Hello, SmtpFaultKind::EndlessReply}, TryClass::Retry});
    out.push_back(
        {"a byte now and then", {SmtpStep::Hello, SmtpFaultKind::SlowDrip}, TryClass::Retry});
    out.push_back({"a byte now and then, signed in",
                   {SmtpStep::From, SmtpFaultKind::SlowDrip},
                   TryClass::Retry});
    out.push_back({"silence", {SmtpStep::Greeting, SmtpFaultKind::Hang}, TryClass::Retry});
    out.push_back(
        {"taken, answer lost", {SmtpStep::Dot, SmtpFaultKind::TakeAndDrop}, TryClass::Doubt, true});
    out.push_back(
        {"taken, silence", {SmtpStep::Dot, SmtpFaultKind::TakeAndHang}, TryClass::Doubt, true});
    out.push_back(
        {"lost, no answer", {SmtpStep::Dot, SmtpFaultKind::LoseAndDrop}, TryClass::Doubt});
    return out;
}

} // namespace

TEST(MailNetwork, EveryCellOfSendingOfAnyLengthEndsInOneMailOrTheTruth)
{
    for (const SmtpCell &cell : smtpCells()) {
        for (const fakes::Outage &outage : fakes::outages) {
            if (isSlow(cell.fault.kind) && outage.lastsMs > longestWhenSlow)
                continue;
            SCOPED_TRACE(std::string(cell.name) + ", " + outage.name);
            Matrix matrix;
            matrix.smtp().failAll(cell.fault);
            (void)matrix.turn().ok();
            EXPECT_EQ(classOf(matrix.effect()),
                      cell.expected == TryClass::Auth ? TryClass::Retry : cell.expected);
            EXPECT_FALSE(matrix.effect().detail.empty());
            matrix.last(outage);
            matrix.recover();
            expectEnd(matrix, cell.expected, cell.isTaken);
        }
    }
}

TEST(MailNetwork, AServerThatIsNotThereOrNotItselfGetsNothing)
{
    const platform::Certificate own("localhost");
    const platform::Certificate other("elsewhere.example");
    platform::Certificate expired("localhost");
    ASSERT_TRUE(own.isMade() && other.isMade() && expired.isMade() && expired.expire());
    int closed = 0;
    ::close(fakes::listenOnLoopback(closed));
    for (const fakes::Outage &outage : fakes::outages) {
        const std::string trusted = fakes::localhostCertificate().path();
        fakes::SmtpFake stranger(own); // a certificate that we do not trust
        fakes::SmtpFake misnamed(other);
        fakes::SmtpFake late(expired);

        struct Server {
            const char *name;
            std::string host;
            std::int64_t port;
            std::string caFile;
        };

        for (const Server &server :
             {Server{"no such name", "no-such-host.invalid", 25, trusted},
              Server{"refused", "localhost", closed, trusted},
              Server{"self-signed", "localhost", stranger.port(), trusted},
              Server{"another name", "localhost", misnamed.port(), other.path()},
              Server{"expired", "localhost", late.port(), expired.path()}}) {
            SCOPED_TRACE(std::string(server.name) + ", " + outage.name);
            Matrix matrix;
            matrix.sender.instead = std::make_unique<platform::CurlSmtpSender>(
                domain::MailServer{server.host, server.port, domain::WireSafety::StartTls},
                server.caFile, platform::CurlMailOptions{2'000, 2'000, 300});
            (void)matrix.turn().ok();
            EXPECT_EQ(classOf(matrix.effect()), TryClass::Retry) << matrix.effect().detail;
            matrix.last(outage);
            matrix.recover();
            expectEnd(matrix, TryClass::Retry, false);
        }
        for (fakes::SmtpFake *each : {&stranger, &misnamed, &late}) {
            EXPECT_TRUE(each->deliveries().empty());
            EXPECT_FALSE(each->heardSecretInTheClear());
            for (const std::string &command : each->commands())
                EXPECT_NE(command, "AUTH");
        }
    }
}

TEST(MailNetwork, EveryCellOfReadingOfAnyLengthLosesAndMarksNothing)
{
    struct ImapCell {
        const char *name;
        ImapFault fault;
        bool isAuth = false;
        bool isSlow = false;
    };

    const ImapCell cells[] = {
        {"reset at the greeting", {"CAPABILITY", ImapFaultKind::DropBefore}},
        {"reset at STARTTLS", {"STARTTLS", ImapFaultKind::DropBefore}},
        {"reset in the sign-in", {"AUTHENTICATE", ImapFaultKind::DropBefore}},
        {"a wrong password",
         {"AUTHENTICATE", ImapFaultKind::No, "[AUTHENTICATIONFAILED] No"},
         true},
        {"reset at the inbox", {"EXAMINE", ImapFaultKind::DropBefore}},
        {"the inbox is not there now", {"EXAMINE", ImapFaultKind::No, "[UNAVAILABLE] Later"}},
        {"a referral to another host",
         {"EXAMINE", ImapFaultKind::Say, "* BYE [REFERRAL imap://127.0.0.1:1/INBOX] go\r\n"}},
        {"silence", {"EXAMINE", ImapFaultKind::Hang}, false, true},
        {"a byte now and then", {"EXAMINE", ImapFaultKind::SlowDrip}, false, true},
        {"a message that has no end",
         {"UID FETCH", ImapFaultKind::Say, "* 1 FETCH (UID 1 BODY[] {2147483647}\r\n"},
         false,
         true},
        {"the answer to another command",
         {"EXAMINE", ImapFaultKind::Say, "T0 OK done\r\n"},
         false,
         true},
        {"nonsense without end", {"EXAMINE", ImapFaultKind::Nonsense}},
        {"a line without end", {"EXAMINE", ImapFaultKind::EndlessLine}},
        {"reset at the search", {"UID SEARCH", ImapFaultKind::DropBefore}},
        {"the search fails", {"UID SEARCH", ImapFaultKind::No, "[SERVERBUG] Oh"}},
        {"reset at the message", {"UID FETCH", ImapFaultKind::DropBefore}},
        {"the message is not there now", {"UID FETCH", ImapFaultKind::No, "[INUSE] Later"}},
        {"reset behind the message", {"UID FETCH", ImapFaultKind::DropAfter}},
    };
    for (const ImapCell &cell : cells) {
        for (const fakes::Outage &outage : fakes::outages) {
            if (cell.fault.kind == ImapFaultKind::Nonsense && outage.lastsMs > 0)
                continue; // seconds of reading each time
            if (cell.isSlow && outage.lastsMs > longestWhenSlow)
                continue;
            SCOPED_TRACE(std::string(cell.name) + ", " + outage.name);
            Matrix matrix;
            ASSERT_TRUE(matrix.turn().ok()); // sent, and the place in the inbox is known
            ASSERT_EQ(matrix.effect().state, EffectState::Sent);
            matrix.receiveReply();
            matrix.imap().failAll(cell.fault);
            const base::Status read = matrix.turn();
            // What came whole before the end counts.
            if (cell.fault.kind != ImapFaultKind::DropAfter) {
                ASSERT_FALSE(read.ok());
                EXPECT_EQ(read.error().code == base::ErrorCode::SignInNeeded, cell.isAuth)
                    << read.error().text();
                EXPECT_EQ(matrix.replies(), 0);
            }
            matrix.last(outage);
            matrix.recover();
            EXPECT_EQ(matrix.replies(), 1);
            for (const fakes::KeptMessage &message : matrix.imap().messages("INBOX"))
                EXPECT_TRUE(message.flags.empty());
            EXPECT_EQ(matrix.taken(), 1);
            matrix.expectNoSecretInTheClear();
        }
    }
}

} // namespace topline::engine
