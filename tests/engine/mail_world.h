// An engine with a CRM, a mailbox that does as it is told, and an e-mail that could leave: what the
// tests of mail begin with. One thread.
#pragma once

#include "core/engine/channels/mail_book.h"
#include "core/engine/engine.h"
#include "tests/engine/scripted_mailbox.h"
#include "tests/flow/prefixed_crm.h"
#include "tests/flow/world.h"

namespace topline::engine {

class MailWorld : public testing::Test {
protected:
    MailWorld()
    {
        m_world.sync();
        const auto feed = need(engine().feed());
        for (const auto &id : flow::approvable(feed)) {
            if (action(id).kind == domain::ActionKind::Email && m_mail.isNull())
                m_mail = id;
        }
        EXPECT_FALSE(m_mail.isNull());
    }

    Engine &engine() { return m_world.engine(); }

    domain::Action action(const base::Uuid &id) { return need(engine().findAction(id.text())); }

    std::vector<domain::Effect> effects()
    {
        return need(engine().tables().outbox.effectsOf(m_mail));
    }

    void connectMailbox()
    {
        domain::MailAccount account;
        account.address = "rep@topline.example";
        account.name = "Robin Vale";
        account.user = account.address;
        account.smtp = {"mail.topline.example", 465, domain::WireSafety::ImplicitTls};
        account.imap = {"mail.topline.example", 993, domain::WireSafety::ImplicitTls};
        account.postalAddress = "1 Main Street, Springfield";
        need(engine().mail().setAccount(account));
    }

    void approve()
    {
        need(engine().approve({m_mail}));
        m_clock.advance(engine().policy().feed.holdMs);
    }

    DrainReport send() { return need(engine().drainOutbox(m_box, m_cancel, false)); }

    void receive(std::vector<domain::MailArrival> arrivals)
    {
        m_box.arrivals = std::move(arrivals);
        need(engine().sync(m_box, m_cancel));
    }

    domain::MailArrival answer(domain::MailKind kind, const std::string &id)
    {
        domain::MailArrival out;
        out.kind = kind;
        out.messageId = id;
        out.answers = {need(actions::readMailWire(effects().front())).messageId};
        out.from = action(m_mail).draft.to;
        out.subject = "Re: hello";
        out.text = "Yes, please.";
        out.atMs = m_clock.now();
        return out;
    }

    std::vector<domain::Event> eventsOf(domain::EventKind kind)
    {
        auto history =
            need(engine().tables().history.load(action(m_mail).account, 0, m_clock.now()));
        std::erase_if(history.events, [&](const auto &each) {
            return each.kind != kind || each.contact.id != action(m_mail).contact;
        });
        return history.events;
    }

    // Mails that could leave, besides the first.
    std::vector<base::Uuid> others()
    {
        std::vector<base::Uuid> out;
        for (const auto &id : flow::approvable(need(engine().feed()))) {
            if (id != m_mail && action(id).kind == domain::ActionKind::Email)
                out.push_back(id);
        }
        return out;
    }

    bool isSound()
    {
        const auto check = need(engine().check());
        for (const auto &finding : check.findings)
            ADD_FAILURE() << finding;
        return check.findings.empty();
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_tiny{flow::birthMs, 12};
    flow::PrefixedCrm m_crm{m_tiny};
    flow::World m_world{m_crm, m_clock};
    ScriptedMailbox m_box;
    crm::CancelToken m_cancel;
    base::Uuid m_mail;
};

} // namespace topline::engine
