#include "core/feed/waking.h"

namespace topline::feed {

namespace {

bool isNews(const domain::Event &event, base::UtcMs sinceMs)
{
    if (event.atMs > sinceMs)
        return true;
    return event.receivedMs > sinceMs && sinceMs - event.atMs <= newsAgeMaxMs;
}

bool concerns(const domain::Event &event, const domain::Action &action)
{
    if (domain::isTwoWayTouch(event.kind))
        return true;
    if (!domain::isBuyerEvent(event.kind))
        return false;
    return !action.contact.isSet() || !event.contact.id.isSet() ||
           event.contact.id == action.contact;
}

} // namespace

const domain::Event *wakingEvent(const domain::Action &action,
                                 std::span<const domain::Event> events, base::UtcMs now)
{
    if (action.state != domain::ActionState::Snoozed || !action.untilReply)
        return nullptr;
    for (const auto &event : events) {
        if (!event.suspectBot && event.atMs <= now && isNews(event, action.changedMs) &&
            concerns(event, action))
            return &event;
    }
    return nullptr;
}

} // namespace topline::feed
