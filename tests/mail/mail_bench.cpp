#include "tests/mail/mail_bench.h"

#include "core/base/check.h"

#include <QCoreApplication>

namespace topline::fakes {

namespace {

domain::MailServer serverAt(int port, domain::WireSafety safety)
{
    return {"localhost", port, safety};
}

MailBench::Options withTls(MailBench::Options options)
{
    options.smtp.isImplicitTls = options.imap.isImplicitTls =
        options.safety == domain::WireSafety::ImplicitTls;
    return options;
}

} // namespace

const platform::Certificate &localhostCertificate()
{
    // Qt's sockets look for it.
    static int count = 0;
    static const auto application = std::make_unique<QCoreApplication>(count, nullptr);
    static const platform::Certificate certificate("localhost");
    CHECK(certificate.isMade());
    return certificate;
}

domain::MailAccount benchAccount(domain::WireSafety safety)
{
    domain::MailAccount out;
    out.address = "rep@example.com";
    out.name = "Sam Reyes";
    out.user = "rep@example.com";
    out.postalAddress = "1 High Street, Leeds";
    out.smtp.safety = out.imap.safety = safety;
    return out;
}

domain::Effect mailEffect(int number, const std::string &body)
{
    domain::Action action;
    action.id = base::Uuid::named("action", "mail:" + std::to_string(number));
    action.kind = domain::ActionKind::Email;
    action.draft = {"dana@northwind.example", "Number " + std::to_string(number), body, {}};
    const auto effect = actions::buildMailEffect(
        action, {benchAccount(domain::WireSafety::StartTls), {}, {}}, benchNow);
    CHECK(effect.ok());
    return *effect;
}

MailBench::MailBench(Options options)
    : smtp(localhostCertificate(), withTls(options).smtp)
    , imap(localhostCertificate(), withTls(options).imap)
    , access(options.secret)
    , account(benchAccount(options.safety))
    , sender(serverAt(smtp.port(), options.safety), localhostCertificate().path(), options.curl)
    , dialer(serverAt(imap.port(), options.safety), localhostCertificate().path(), options.curl)
    , connector(
          [&] {
              account.way = options.way;
              return account;
          }(),
          {sender, dialer, access, clock})
{
}

crm::PushAnswer MailBench::push(const domain::Effect &effect)
{
    return push(effect, gate);
}

crm::PushAnswer MailBench::push(const domain::Effect &effect, crm::PushGate &by)
{
    const auto answers = connector.pushGated(std::span(&effect, 1), by, cancel);
    CHECK(answers.size() == 1);
    return answers.front();
}

} // namespace topline::fakes
