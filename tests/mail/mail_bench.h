// A mailbox with both of its servers, and what a test needs to send through it: effects, a gate
// that counts, the connector over real sockets and TLS. Used by the mail tests, on the test's
// thread.
#pragma once

#include "core/actions/mail_effect.h"
#include "core/mail/mail_connector.h"
#include "core/platform/curl_imap_wire.h"
#include "core/platform/curl_smtp_sender.h"
#include "tests/mail/imap_fake.h"
#include "tests/mail/smtp_fake.h"

namespace topline::fakes {

inline constexpr base::UtcMs benchNow = 1'796'112'000'000; // 2026-12-01 08:00 UTC

// One certificate for all tests of the program, made out for "localhost".
const platform::Certificate &localhostCertificate();

class FixedAccess final : public crm::AccessSource {
public:
    explicit FixedAccess(std::string secret)
        : m_secret(std::move(secret))
    {
    }

    base::Result<crm::Access> access(const crm::CancelToken & /*cancel*/) override
    {
        return crm::Access{base::Secret(m_secret), {}};
    }

    base::Result<crm::Access> renew(const crm::Access & /*refused*/,
                                    const crm::CancelToken & /*cancel*/) override
    {
        ++renewals;
        if (renewed.empty())
            return base::Error{.code = base::ErrorCode::SignInNeeded, .message = "Sign in again."};
        m_secret = renewed;
        return crm::Access{base::Secret(m_secret), {}};
    }

    int renewals = 0;
    std::string renewed; // what renewing gives; empty: nothing

private:
    std::string m_secret;
};

class CountingGate final : public crm::PushGate {
public:
    base::Status pass(std::span<const domain::Effect> effects) override
    {
        for (const domain::Effect &effect : effects)
            ++passes[effect.id.text()];
        if (onPass)
            onPass();
        return answer;
    }

    std::map<std::string, int> passes;
    std::function<void()> onPass;
    base::Status answer;
};

domain::MailAccount benchAccount(domain::WireSafety safety);
domain::Effect mailEffect(int number, const std::string &body = "Hello Dana");

class MailBench {
public:
    struct Options {
        SmtpFake::Options smtp = {};
        ImapFake::Options imap = {};
        domain::WireSafety safety = domain::WireSafety::StartTls;
        domain::MailSignInWay way = domain::MailSignInWay::Password;
        platform::CurlMailOptions curl = {10'000, 10'000, 10'000};
        std::string secret = "secret";
    };

    explicit MailBench(Options options);

    MailBench()
        : MailBench(Options{})
    {
    }

    // pushGated with one.
    crm::PushAnswer push(const domain::Effect &effect);
    crm::PushAnswer push(const domain::Effect &effect, crm::PushGate &gate);

    SmtpFake smtp;
    ImapFake imap;
    base::FixedClock clock{benchNow};
    FixedAccess access;
    domain::MailAccount account;
    platform::CurlSmtpSender sender;
    platform::CurlImapDialer dialer;
    mail::MailConnector connector;
    crm::CancelToken cancel;
    CountingGate gate;
};

} // namespace topline::fakes
