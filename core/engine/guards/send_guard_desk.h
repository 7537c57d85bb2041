// What people decide about guardrails, and the one view of them. Used by Engine on its thread for
// the window and the terminal; each command is one transaction, and a failure changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/guard_view.h"
#include "core/engine/guards/consent_book.h"
#include "core/engine/step/context.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

class GuardDesk {
public:
    explicit GuardDesk(Context &context)
        : m_context(context)
    {
    }

    // InvalidInput: that is no address.
    base::Status stopContact(const ReachAddress &address, domain::StopWhy why,
                             const std::string &note);
    // Refused without a reason; NotFound for a row that does not stand.
    base::Status release(const base::Uuid &row, const std::string &why);
    // InvalidInput without a source, or for a basis that is none.
    base::Status noteConsent(const ReachAddress &address, const domain::Consent &consent);

    base::Status resumeChannel(domain::Channel channel);
    // The clock was wrong: mails count from zero again, from now on.
    base::Status beginCounting();

    // A manager lets a play run by itself; Refused while its figures do not allow it.
    base::Status promote(const std::string &playId);
    // By hand; absent: as the play's text says. One that writes to people runs by itself only by
    // promotion.
    base::Status setMode(const std::string &playId, std::optional<domain::Mode> mode);

    // InvalidInput for an unknown zone or hours that end before they begin.
    base::Status setCalendar(const domain::WorkCalendar &calendar);
    base::Status removeCalendar(domain::OwnerId owner);
    // InvalidInput for a weight outside 1 to 100 or a capacity outside 1 to 1,000.
    base::Status setSeat(const domain::RoutingSeat &seat);
    base::Status removeSeat(domain::OwnerId owner);

private:
    base::Status note(const domain::ModeChange &change);

    Context &m_context;
};

// Keeps the change with its ledger row, by people and by rules.
base::Status noteMode(Step &step, const domain::ModeChange &change, std::string_view who);

// Takes plays that run by themselves back to asking first where too much came back for their
// mails; at once, in the step that took in what came back. True when anything changed.
base::Result<bool> demoteWhereDue(Step &step);

} // namespace topline::engine
