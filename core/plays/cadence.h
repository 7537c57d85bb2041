// Decide: what a run of several steps does now: wait, take a step, pause for an absence, or end.
// Called by the engine for runs whose time has come or whose account was touched. Pure, any thread,
// cannot fail: the same facts give the same answer, so that a restart goes on where it was.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/action.h"
#include "core/domain/cadence.h"
#include "core/domain/policy.h"
#include "core/plays/rep_time.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::plays {

struct RunFacts {
    const domain::PlayRun &run;
    const domain::Play &play;     // the version that the run goes by
    const domain::Action &action; // of the run's last step, as it stands
    const domain::AccountHistory &history;
    const std::vector<domain::Signal> &signals; // of the account, as of now
    const domain::Policy &policy;
    bool heldOut = false;
    // When somebody else answered in the run's thread; absent: nobody.
    std::optional<base::UtcMs> threadReplyMs = {};
    base::UtcMs now = 0;
    // Of who takes the next step; null: Monday to Friday, 08:00 to 18:00 in the policy's zone.
    const RepTime *rep = nullptr;
};

// A step that was passed over, because its condition did not hold.
struct StepPassed {
    std::int64_t stepNo = 1;
    domain::StepWhen when = domain::StepWhen::Always;
    bool operator==(const StepPassed &) const = default;
};

enum class RunMoveKind { Stay, Take, Pause, End };

struct RunMove {
    RunMoveKind kind = RunMoveKind::Stay;
    std::int64_t stepNo = 0;                // Take: which, from 1
    const domain::Signal *signal = nullptr; // Take: that brought it, if not the calendar
    std::vector<StepPassed> passed;         // Take, End: on the way there
    std::optional<base::UtcMs> dueMs;       // Stay, Pause: look again then, > now; absent: when
                                            // the account is touched
    domain::Reason reason;                  // Pause, End
};

RunMove advance(const RunFacts &facts);

// The text that a person gets of a step with variants; "" for the step's own. By a hash of person,
// play, step and test, so that it can be told again; a person who had one before gets no other.
std::string variantFor(const domain::Play &play, std::int64_t stepNo,
                       const domain::Contact &contact, const std::vector<domain::Action> &earlier);

} // namespace topline::plays
