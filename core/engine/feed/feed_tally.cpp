#include "core/engine/feed/feed_tally.h"

#include <iterator>

namespace topline::engine {

using domain::ActionState;
using domain::Lane;

bool isWaiting(const domain::Action &action)
{
    return action.state == ActionState::Proposed || action.state == ActionState::Snoozed;
}

FeedTally tally(const std::vector<domain::FeedCard> &cards, base::UtcMs now)
{
    FeedTally out;
    for (const auto &card : cards) {
        const auto &action = card.action;
        ++out.counts.lanes[static_cast<std::size_t>(card.lane)];
        out.counts.unknown += action.state == ActionState::Unknown;
        out.counts.doneToday += action.state == ActionState::Done;
        out.counts.inHold += action.state == ActionState::Approved && action.holdUntilMs &&
                             *action.holdUntilMs > now;
        if (!isWaiting(action))
            continue;
        if (card.lane == Lane::Now || card.lane == Lane::Today)
            out.counts.minutesNow += action.effortMinutes;
        if (!action.slaDueMs || card.lane == Lane::Later)
            continue;
        if (*action.slaDueMs > now) {
            ++out.counts.slaRunning;
            out.slaDueMs.push_back(*action.slaDueMs);
        } else {
            ++out.counts.slaBreached;
        }
    }
    return out;
}

void addCounts(domain::FeedCounts &total, const domain::FeedCounts &part, std::int64_t sign)
{
    for (std::size_t lane = 0; lane < std::size(total.lanes); ++lane)
        total.lanes[lane] += sign * part.lanes[lane];
    total.slaRunning += sign * part.slaRunning;
    total.slaBreached += sign * part.slaBreached;
    total.inHold += sign * part.inHold;
    total.unknown += sign * part.unknown;
    total.doneToday += sign * part.doneToday;
    total.minutesNow += sign * part.minutesNow;
}

} // namespace topline::engine
