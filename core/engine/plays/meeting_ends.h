// Meetings that were booked from here and are over. The calendar is the witness: what still stands
// there at its end, not declined by everybody asked, was held, and becomes an event of its account,
// so that what follows a meeting begins whether or not a CRM speaks of it. What the calendar does
// not show, or nobody could read, stays unknown; a word of the CRM counts before and after.
#pragma once

#include "core/base/result.h"
#include "core/domain/account_history.h"
#include "core/domain/signal.h"
#include "core/engine/step/step.h"

#include <string>
#include <vector>

namespace topline::engine {

// In the step that stores what a pull of the calendar found; `cursor` is what it knows now. True
// when there was one.
base::Result<bool> noteEndedMeetings(Step &step, const std::string &cursor);

// When the first meeting begins, or began within 60 days, that was booked from here and of which
// nobody has said what became of it; 0: there is none. So far back the calendar is read.
base::Result<base::UtcMs> meetingsOpenSince(Step &step);

// Cards that follow a meeting of which it was said since that it was not held are withdrawn, as
// long as nobody has taken them up. In the step that derives the account.
base::Status withdrawUnheld(Step &step, domain::AccountId account,
                            const std::vector<domain::Signal> &signals);

} // namespace topline::engine
