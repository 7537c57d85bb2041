#include "core/scoring/points.h"

namespace topline::scoring {

using domain::EventKind;

namespace {

constexpr std::int64_t deepReadSeconds = 300;

} // namespace

std::string_view groupName(Group group)
{
    switch (group) {
    case Group::Web:
        return "web";
    case Group::Email:
        return "email";
    case Group::Meeting:
        return "meeting";
    }
    return "web";
}

std::int64_t capPoints(Group group, const domain::ScorePolicy &policy)
{
    switch (group) {
    case Group::Web:
        return policy.webCapPoints;
    case Group::Email:
        return policy.emailCapPoints;
    case Group::Meeting:
        return policy.meetingCapPoints;
    }
    return 0;
}

EventWeight weightOf(const domain::Event &event, const domain::ScorePolicy &policy)
{
    const auto web = [&policy](std::int64_t points) {
        return EventWeight{Group::Web, points, policy.pageHalfLifeMs};
    };
    switch (event.kind) {
    case EventKind::PageView:
    case EventKind::ProductUsed:
        return web(1);
    case EventKind::DocsView:
        return web(event.amount >= deepReadSeconds ? 10 : 2);
    case EventKind::ThirdPartyIntent:
        return web(3);
    case EventKind::RoomViewed:
    case EventKind::SeatAdded:
        return web(5);
    case EventKind::PricingView:
    case EventKind::ProposalViewed:
    case EventKind::FormSubmitted:
    case EventKind::RoomJoined:
        return web(10);
    case EventKind::CompareView:
        return web(15);
    case EventKind::TrialStarted:
        return web(25);
    case EventKind::DemoRequested:
    case EventKind::ContactRequested:
        return web(40);
    case EventKind::EmailClicked:
        return {Group::Email, 3, policy.clickHalfLifeMs};
    case EventKind::CampaignResponded:
        return {Group::Email, 10, policy.pageHalfLifeMs};
    case EventKind::EmailReplied:
        return {Group::Email, 25, policy.meetingHalfLifeMs};
    case EventKind::Unsubscribed:
    case EventKind::SpamReported:
        return {Group::Email, -100, policy.meetingHalfLifeMs};
    case EventKind::MeetingBooked:
    case EventKind::MeetingHeld:
        return {Group::Meeting, 30, policy.meetingHalfLifeMs};
    case EventKind::CallAnswered:
        return {Group::Meeting, 15, policy.meetingHalfLifeMs};
    case EventKind::MeetingMissed:
        return {Group::Meeting, -10, policy.meetingHalfLifeMs};
    default:
        return {};
    }
}

} // namespace topline::scoring
