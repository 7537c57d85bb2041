// A mailbox or calendar of the simulated world: what leaves by it goes to the one world outside,
// and into the mailbox come answers, bounces and wishes for no more, as raw messages with hostile
// HTML that the program's own reader makes sense of. One thread.
#pragma once

#include "core/domain/mail.h"
#include "tests/sim/outside.h"
#include "tests/sim/people.h"

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

    // Somebody answers a mail that was delivered: a person, a machine, or with a wish for no more,
    // which may come from another address of theirs.
    void answer(const domain::Effect &mail, base::UtcMs atMs, base::Random &random);

    // The mailbox counts its messages anew: with the next pull all of them come again.
    void countAnew() { m_countsAnew = true; }

    // What has arrived so far, in order.
    const std::vector<domain::MailArrival> &arrivals() const { return m_arrivals; }

    // And what each of them says, of whom the mail went to.
    const std::vector<News> &news() const { return m_news; }

private:
    std::string m_system;
    Outside &m_outside;
    std::vector<domain::MailArrival> m_arrivals;
    std::vector<News> m_news;
    bool m_countsAnew = false;
};

// The mailbox and the calendar of the rep of every run.
domain::MailAccount simMailbox();

// Where a mail goes, in lower case; empty for what is no mail.
std::string recipientOf(const domain::Effect &effect);

} // namespace topline::sim
