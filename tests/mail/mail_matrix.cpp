#include "tests/mail/mail_matrix.h"

#include "core/actions/mail_effect.h"
#include "core/engine/channels/mail_book.h"

#include <algorithm>

namespace topline::engine {

namespace {

domain::MailAccount accountOf(bool byToken)
{
    auto out = fakes::benchAccount(domain::WireSafety::StartTls);
    out.way = byToken ? domain::MailSignInWay::OAuthToken : domain::MailSignInWay::Password;
    return out;
}

} // namespace

Matrix::Matrix(const MakeAccess &access)
{
    if (access)
        m_access = access(m_clock);
    m_connector.emplace(accountOf(access != nullptr),
                        mail::MailParts{sender, m_bench.dialer, *m_access, m_clock});
    m_bench.smtp.onDelivery([this](const fakes::Delivery &delivery) {
        m_bench.imap.add("Sent", delivery.bytes, m_clock.now());
    });
    m_world.sync();
    domain::MailAccount account = fakes::benchAccount(domain::WireSafety::StartTls);
    account.smtp = {"localhost", m_bench.smtp.port(), domain::WireSafety::StartTls};
    account.imap = {"localhost", m_bench.imap.port(), domain::WireSafety::StartTls};
    need(m_world.engine().mail().setAccount(account));
    for (const auto &id : flow::approvable(need(m_world.engine().feed()))) {
        const auto action = need(m_world.engine().findAction(id.text()));
        if (m_mail.isNull() && action.kind == domain::ActionKind::Email)
            m_mail = id;
    }
    need(m_world.engine().approve({m_mail}));
    m_clock.advance(m_world.engine().policy().feed.holdMs);
}

base::Status Matrix::turn()
{
    need(m_world.engine().drainOutbox(*m_connector, m_cancel, false));
    const auto read = m_world.engine().sync(*m_connector, m_cancel);
    return read.ok() ? base::Status() : base::Status(read.error());
}

domain::Effect Matrix::effect()
{
    return need(m_world.engine().tables().outbox.effectsOf(m_mail)).at(0);
}

int Matrix::replies()
{
    const auto action = need(m_world.engine().findAction(m_mail.text()));
    const auto history =
        need(m_world.engine().tables().history.load(action.account, 0, m_clock.now()));
    return static_cast<int>(
        std::count_if(history.events.begin(), history.events.end(), [](const auto &each) {
            return each.kind == domain::EventKind::EmailReplied && each.title == "Re: offer";
        }));
}

void Matrix::receiveReply()
{
    const auto action = need(m_world.engine().findAction(m_mail.text()));
    m_bench.imap.add("INBOX",
                     "From: Dana <" + action.draft.to +
                         ">\r\nTo: rep@example.com\r\nSubject: Re: offer\r\n"
                         "Message-ID: <r1@buyer.example>\r\nIn-Reply-To: <" +
                         need(actions::readMailWire(effect())).messageId + ">\r\n\r\nYes\r\n",
                     m_clock.now());
}

int Matrix::taken()
{
    const auto all = m_bench.smtp.deliveriesByEffect();
    const auto found = all.find(effect().id.text());
    return found == all.end() ? 0 : found->second;
}

void Matrix::last(const fakes::Outage &outage)
{
    for (const base::UtcMs end = m_clock.now() + outage.lastsMs; m_clock.now() < end;) {
        m_clock.advance(outage.stepMs);
        (void)turn().ok();
    }
}

void Matrix::recover()
{
    m_bench.smtp.failAll({});
    m_bench.imap.failAll({});
    sender.instead.reset();
    for (int hour = 0; hour < 24; hour += 3) {
        m_clock.advance(3 * base::hourMs);
        (void)turn().ok();
    }
}

void Matrix::expectNoSecretInTheClear()
{
    EXPECT_FALSE(m_bench.smtp.heardSecretInTheClear());
    EXPECT_FALSE(m_bench.imap.heardSecretInTheClear());
}

TryClass classOf(const domain::Effect &effect)
{
    switch (effect.state) {
    case EffectState::Unknown:
        return TryClass::Doubt;
    case EffectState::Failed:
        return TryClass::Permanent;
    default:
        return TryClass::Retry;
    }
}

void expectEnd(Matrix &matrix, TryClass expected, bool isTaken)
{
    switch (expected) {
    case TryClass::Retry:
    case TryClass::Auth:
        EXPECT_EQ(matrix.effect().state, EffectState::Sent) << matrix.effect().detail;
        EXPECT_EQ(matrix.taken(), 1);
        break;
    case TryClass::Permanent:
        EXPECT_EQ(matrix.effect().state, EffectState::Failed);
        EXPECT_EQ(matrix.taken(), 0);
        break;
    case TryClass::Doubt:
        EXPECT_EQ(matrix.effect().state, isTaken ? EffectState::Sent : EffectState::Unknown);
        EXPECT_EQ(matrix.taken(), isTaken ? 1 : 0);
        break;
    }
    matrix.expectNoSecretInTheClear();
}

} // namespace topline::engine
