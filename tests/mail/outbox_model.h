// The outbox as the mail connector needs it, and two that must be found out: what is done with an
// effect until nothing more can be done, while servers fail. Used by the fault tests with the
// server's own account as the judge. On the test's thread.
#pragma once

#include "tests/mail/mail_bench.h"

namespace topline::fakes {

enum class OutboxProtocol {
    MarkFirst,     // as the engine: doubt is only looked up
    MarkAfterSend, // knows nothing of a try that was not answered, and sends again
    ResendOnMiss,  // takes "not found" for "not sent"
};

enum class EffectEnd { Sent, Refused, InDoubt, Waiting };

struct OutboxRun {
    EffectEnd end = EffectEnd::Waiting;
    crm::PushAnswer first;
};

inline OutboxRun runOutbox(MailBench &bench, const domain::Effect &effect, OutboxProtocol protocol)
{
    OutboxRun out;
    bool isInDoubt = false;
    for (int attempt = 0; attempt < 4; ++attempt) {
        crm::PushAnswer answer =
            isInDoubt ? bench.connector.lookUp(effect, bench.cancel) : bench.push(effect);
        if (attempt == 0)
            out.first = answer;
        switch (answer.state) {
        case crm::PushState::Applied:
        case crm::PushState::AlreadyApplied:
            out.end = EffectEnd::Sent;
            return out;
        case crm::PushState::Refused:
        case crm::PushState::Conflict:
            out.end = EffectEnd::Refused;
            return out;
        case crm::PushState::NotSent:
            out.end = EffectEnd::Waiting;
            break;
        case crm::PushState::Unknown:
            out.end = EffectEnd::InDoubt;
            isInDoubt = protocol == OutboxProtocol::MarkFirst ||
                        (protocol == OutboxProtocol::ResendOnMiss && !isInDoubt);
            break;
        }
    }
    return out;
}

} // namespace topline::fakes
