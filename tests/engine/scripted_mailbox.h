// A mailbox that takes, refuses, puts off or breaks as a test says, with its own count of what it
// took. One thread.
#pragma once

#include "core/actions/mail_effect.h"
#include "core/crm/connector.h"
#include "tests/flow/world.h"

namespace topline::engine {

using flow::need;

// A mail server with its own count of what it took.
class ScriptedMailbox final : public crm::Connector {
public:
    enum class Way { Takes, RefusesRecipient, BreaksBeforeTheDot, LosesTheAnswer };

    Way way = Way::Takes;
    std::string putsOff; // a recipient who is greylisted
    int tries = 0;       // of that recipient
    std::vector<domain::MailArrival> arrivals;
    std::map<std::string, int> taken; // by Message-ID
    std::string lastMessage;

    std::string system() const override { return "mail"; }

    std::string title() const override { return "Mailbox"; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &) override
    {
        return domain::SourceProfile{.system = "mail", .orgId = "rep@topline.example"};
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &) override
    {
        return std::map<std::string, std::int64_t>{};
    }

    base::Result<crm::Page> pull(const std::string &, const crm::CancelToken &) override
    {
        crm::Page page;
        page.arrivals = arrivals;
        page.nextCursor = "1";
        return page;
    }

    crm::PushAnswer push(const domain::Effect &, const crm::CancelToken &) override
    {
        ADD_FAILURE() << "A mailbox is only ever asked through the gate.";
        return {};
    }

    std::vector<crm::PushAnswer> pushGated(std::span<const domain::Effect> effects,
                                           crm::PushGate &gate, const crm::CancelToken &) override
    {
        if (!putsOff.empty() && need(actions::readMailWire(effects.front())).to == putsOff) {
            ++tries;
            crm::PushAnswer later{crm::PushState::NotSent, {}, "450 4.7.1 Greylisted"};
            later.othersMayGo = true;
            return {later};
        }
        if (way == Way::RefusesRecipient)
            return {{crm::PushState::Refused, {}, "550 no such user"}};
        if (way == Way::BreaksBeforeTheDot)
            return {{crm::PushState::NotSent, {}, "the connection broke"}};
        if (!gate.pass(effects).ok())
            return {{crm::PushState::NotSent, {}, "not marked"}};
        const auto wire = need(actions::readMailWire(effects.front()));
        ++taken[wire.messageId];
        lastMessage = wire.message;
        if (way == Way::LosesTheAnswer)
            return {{crm::PushState::Unknown, {}, "no answer to the dot"}};
        return {{crm::PushState::Applied, wire.messageId, "250 queued"}};
    }

    crm::PushAnswer lookUp(const domain::Effect &, const crm::CancelToken &) override
    {
        return {crm::PushState::Unknown, {}, "nothing found, which proves nothing"};
    }
};

} // namespace topline::engine
