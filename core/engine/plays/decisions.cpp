#include "core/engine/plays/decisions.h"

#include "core/engine/plays/cadence_drive.h"
#include "core/engine/plays/play_decider.h"

#include <algorithm>

namespace topline::engine {

base::Status decideAccount(Step &step, const Derived &derived)
{
    if (derived.signals.empty()) {
        TRY_ASSIGN(const bool hasRuns, hasRunsUnderWay(step, derived.history.account.id));
        if (!hasRuns)
            return {};
    }
    PlayDecider decider(step, derived);
    TRY(decider.load());
    TRY(driveRuns(decider)); // first: what a run does is older than what is noticed now
    for (const auto &signal : derived.signals) {
        for (const auto &play : step.context().plays) {
            const bool isMeant = play.isOn && std::find(play.triggers.begin(), play.triggers.end(),
                                                        signal.type) != play.triggers.end();
            if (!isMeant)
                continue;
            if (decider.isDecided(signal, play))
                TRY(decider.follow(signal, play));
            else
                TRY(decider.decide(signal, play));
        }
    }
    return {};
}

} // namespace topline::engine
