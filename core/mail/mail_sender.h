// What core/mail needs of a server that takes mail (SMTP submission) and of a connection to one
// that keeps it (IMAP). Implemented in core/platform over verified TLS; used by the connector, by
// one thread at a time, blocking. An implementation tells what happened and judges nothing.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/crm/cancel_token.h"
#include "core/domain/mail.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace topline::mail {

struct MailLogin {
    std::string user;
    base::Secret secret; // a password, or a token for XOAUTH2
    domain::MailSignInWay way = domain::MailSignInWay::Password;
};

struct MailEnvelope {
    std::string from;
    std::string to;
    std::string_view message; // with CR LF; dots are stuffed on the way
};

// A server's last word, as it was said; plain text of a stranger.
struct MailReply {
    int code = 0; // 0: none
    std::string text;
};

enum class SendStep { Connect, SignIn, Sender, Recipient, Text, Accept };

struct SendFacts {
    SendStep step = SendStep::Connect; // where it ended; Accept: behind the final dot
    // The gate let the final dot go. False: no server can have taken the message.
    bool isDotOut = false;
    MailReply reply;                  // to that step; to Accept: 2xx is success, and only that
    std::optional<base::Error> error; // why there is no reply, or what the gate or the login said
};

class MailSender {
public:
    virtual ~MailSender() = default;

    // Signs in and out again. SignInNeeded when the user or secret is refused.
    virtual base::Status check(const MailLogin &login, const crm::CancelToken &cancel) = 0;

    // Hands the message over, once. `atDot` is asked when everything before the final dot has left;
    // unless it says yes the connection is cut there. Waits over ten minutes for the answer to the
    // dot (RFC 5321, 4.5.3.2.6).
    virtual SendFacts send(const MailLogin &login, const MailEnvelope &envelope,
                           const std::function<base::Status()> &atDot,
                           const crm::CancelToken &cancel) = 0;
};

// A signed-in connection to an IMAP server, as bytes.
class ImapWire {
public:
    virtual ~ImapWire() = default;

    // From now on everything must be done within this time.
    virtual void allow(base::DurationMs duration) = 0;
    virtual base::Status send(std::string_view bytes) = 0;
    // What has come, at least a byte; nothing when the time is over.
    virtual base::Result<std::optional<std::string>> receive() = 0;
};

class ImapDialer {
public:
    virtual ~ImapDialer() = default;

    // The cancel token must outlive the wire. SignInNeeded when the user or secret is refused.
    virtual base::Result<std::unique_ptr<ImapWire>> open(const MailLogin &login,
                                                         const crm::CancelToken &cancel) = 0;

    // How long a server has for the whole answer to one command, however slowly it talks.
    virtual base::DurationMs answerMs() const { return 2 * base::minuteMs; }
};

} // namespace topline::mail
