#include "core/engine/feed/wake.h"

#include "core/actions/action_state.h"
#include "core/feed/waking.h"

#include <algorithm>

namespace topline::engine {

base::Status wakeAnswered(Step &step, domain::AccountId account)
{
    TRY_ASSIGN(const auto asleep, step.tables().actions.untilReplyOf(account));
    if (asleep.empty())
        return {};
    base::UtcMs since = step.now();
    for (const auto &action : asleep)
        since = std::min(since, action.changedMs);
    TRY_ASSIGN(const auto events,
               step.tables().events.news(account, since - feed::newsAgeMaxMs, step.now()));
    for (const auto &action : asleep) {
        if (feed::wakingEvent(action, events, step.now()))
            TRY(step.update(actions::wake(action, step.now())));
    }
    return {};
}

} // namespace topline::engine
