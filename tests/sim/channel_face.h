// A mailbox or calendar of the simulated world: what leaves by it goes to the one world outside,
// and into the mailbox come answers, bounces and wishes for no more, as raw messages with hostile
// HTML that the program's own reader makes sense of. One thread.
#pragma once

#include "core/domain/mail.h"
#include "tests/sim/outside.h"

#include <set>
#include <string>
#include <vector>

namespace topline::sim {

class ChannelFace final : public crm::Connector {
public:
    // `system`: "mail" or "calendar". The world must outlive it.
    ChannelFace(std::string system, Outside &outside)
        : m_system(std::move(system))
        , m_outside(outside)
    {
    }

    std::string system() const override { return m_system; }

    std::string title() const override { return m_system; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &cancel) override
    {
        return m_outside.inspect(cancel);
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &cancel) override
    {
        return m_outside.count(cancel);
    }

    // What came since; the cursor is a number of messages.
    base::Result<crm::Page> pull(const std::string &cursor, const crm::CancelToken &) override;

    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        return m_outside.push(effect, cancel);
    }

    std::vector<crm::PushAnswer> pushGated(std::span<const domain::Effect> effects,
                                           crm::PushGate &gate,
                                           const crm::CancelToken &cancel) override
    {
        return m_outside.pushGated(effects, gate, cancel);
    }

    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &cancel) override
    {
        return m_outside.lookUp(effect, cancel);
    }

    // Somebody answers a mail that was delivered: a person, a machine, or with a wish for no more.
    void answer(const domain::Effect &mail, base::UtcMs atMs, base::Random &random);

    std::size_t arrived() const { return m_arrivals.size(); }

    // Who asked for no more in what has arrived so far; addresses in lower case.
    const std::set<std::string> &unsubscribed() const { return m_unsubscribed; }

private:
    std::string m_system;
    Outside &m_outside;
    std::vector<domain::MailArrival> m_arrivals;
    std::set<std::string> m_unsubscribed;
};

// The mailbox and the calendar of the rep of every run.
domain::MailAccount simMailbox();

// Where a mail goes, in lower case; empty for what is no mail.
std::string recipientOf(const domain::Effect &effect);

} // namespace topline::sim
