// An engine with a mailbox on real sockets and one approved mail, for the tests of what networks
// and servers do to it. One thread beside those of the servers. A failure to set up ends the
// program.
#pragma once

#include "core/engine/engine.h"
#include "core/mail/mail_connector.h"
#include "tests/fakes/network_cells.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"
#include "tests/mail/mail_bench.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace topline::engine {

using domain::EffectState;
using fakes::TryClass;
using flow::need;

inline constexpr platform::CurlMailOptions impatience = {150, 2'000, 300, 300};

// Sends by another server while the outage lasts.
class SwitchedSender final : public mail::MailSender {
public:
    explicit SwitchedSender(mail::MailSender &usual)
        : m_usual(usual)
    {
    }

    base::Status check(const mail::MailLogin &login, const crm::CancelToken &cancel) override
    {
        return now().check(login, cancel);
    }

    mail::SendFacts send(const mail::MailLogin &login, const mail::MailEnvelope &envelope,
                         const std::function<base::Status()> &atDot,
                         const crm::CancelToken &cancel) override
    {
        return now().send(login, envelope, atDot, cancel);
    }

    std::unique_ptr<mail::MailSender> instead;

private:
    mail::MailSender &now() { return instead ? *instead : m_usual; }

    mail::MailSender &m_usual;
};

class Matrix {
public:
    using MakeAccess = std::function<std::unique_ptr<crm::AccessSource>(base::FixedClock &)>;

    // By a password; with `access`: by tokens.
    explicit Matrix(const MakeAccess &access = {});

    // What is due is sent, and the mailbox is read: how that went.
    base::Status turn();
    // Turn after turn while the outage lasts.
    void last(const fakes::Outage &outage);
    // Servers are well again; working hours come round, and whatever waits for them.
    void recover();

    domain::Effect effect();
    int taken();         // how often the server took the mail
    void receiveReply(); // to it
    int replies();       // that the engine knows of
    void expectNoSecretInTheClear();

    fakes::SmtpFake &smtp() { return m_bench.smtp; }

    fakes::ImapFake &imap() { return m_bench.imap; }

private:
    fakes::MailBench m_bench{{.curl = impatience}};

public:
    SwitchedSender sender{m_bench.sender};

private:
    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 4};
    flow::World m_world{m_crm, m_clock};
    std::unique_ptr<crm::AccessSource> m_access = std::make_unique<fakes::FixedAccess>("secret");
    std::optional<mail::MailConnector> m_connector;
    crm::CancelToken m_cancel;
    base::Uuid m_mail;
};

TryClass classOf(const domain::Effect &effect);

// Settled by the only thing that may: a copy that the server filed; else it stays in doubt.
void expectEnd(Matrix &matrix, TryClass expected, bool isTaken);

} // namespace topline::engine
