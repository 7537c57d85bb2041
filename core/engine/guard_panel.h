// Guardrails as the window sees them, a part of Cockpit by way of Insights: the same threads,
// callbacks and failures. One view is read; every command is one decision of a person.
#pragma once

#include "core/base/result.h"
#include "core/domain/guard_limits.h"
#include "core/domain/guard_view.h"

#include <functional>
#include <string>
#include <vector>

namespace topline::engine {

class GuardPanel {
public:
    virtual ~GuardPanel() = default;

    virtual void load(std::function<void(base::Result<domain::GuardView>)> answer) = 0;

    using Done = std::function<void(base::Status)>;

    // A mail address, a mail domain ("@northwind.example") or, for calls, a telephone number;
    // InvalidInput when it is none.
    virtual void stopContact(domain::Reach reach, std::string address, std::string note,
                             Done done) = 0;
    // Refused without a reason.
    virtual void release(base::Uuid row, std::string why, Done done) = 0;
    // What somebody agreed to, or took back, with its basis and source.
    virtual void noteConsent(std::string address, domain::Consent consent, Done done) = 0;
    virtual void resumeChannel(domain::Channel channel, Done done) = 0;
    virtual void beginCounting(Done done) = 0;
    // Refused while the play has not earned it.
    virtual void promote(std::string playId, Done done) = 0;
    // InvalidInput names the first field that is wrong, here and below.
    virtual void setLimits(domain::GuardLimits limits, Done done) = 0;
    virtual void setSeat(domain::RoutingSeat seat, Done done) = 0;
    virtual void removeSeat(domain::OwnerId owner, Done done) = 0;
    // Of nobody: of everybody without hours of their own.
    virtual void setCalendar(domain::WorkCalendar calendar, Done done) = 0;
    virtual void removeCalendar(domain::OwnerId owner, Done done) = 0;
    // Undone like any command on actions.
    virtual void reassign(std::vector<base::Uuid> ids, domain::OwnerId owner, Done done) = 0;
};

} // namespace topline::engine
