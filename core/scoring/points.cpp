#include "core/scoring/points.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace topline::scoring {

using domain::EventKind;

namespace {

constexpr std::int64_t deepReadSeconds = 300;

// Words of a title, in lower case; anything that is not a letter or digit parts them.
std::vector<std::string> wordsOf(std::string_view title)
{
    std::vector<std::string> out(1);
    for (const char c : title) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isWord = isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                            static_cast<unsigned char>(c) >= 0x80;
        if (isWord)
            out.back() += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!out.back().empty())
            out.emplace_back();
    }
    if (out.back().empty())
        out.pop_back();
    return out;
}

template <std::size_t N>
bool anyOf(const std::vector<std::string> &words, const std::array<std::string_view, N> &known)
{
    return std::any_of(words.begin(), words.end(), [&known](const std::string &word) {
        return std::find(known.begin(), known.end(), word) != known.end();
    });
}

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

std::int64_t seniorityPoints(std::string_view title)
{
    static constexpr std::array<std::string_view, 5> helpers = {"assistant", "intern", "trainee",
                                                                "student", "associate"};
    static constexpr std::array<std::string_view, 22> leaders = {"ceo",
                                                                 "cfo",
                                                                 "cto",
                                                                 "coo",
                                                                 "cio",
                                                                 "ciso",
                                                                 "cmo",
                                                                 "cro",
                                                                 "cpo",
                                                                 "chief",
                                                                 "founder",
                                                                 "cofounder",
                                                                 "owner",
                                                                 "president",
                                                                 "partner",
                                                                 "vp",
                                                                 "svp",
                                                                 "evp",
                                                                 "head",
                                                                 "geschäftsführer",
                                                                 "geschäftsführerin",
                                                                 "vorstand"};
    static constexpr std::array<std::string_view, 4> directors = {"director", "leiter", "leiterin",
                                                                  "directeur"};
    static constexpr std::array<std::string_view, 4> managers = {"manager", "lead", "principal",
                                                                 "supervisor"};
    const auto words = wordsOf(title);
    if (words.empty())
        return 0;
    if (anyOf(words, helpers))
        return 6;
    if (anyOf(words, leaders))
        return 30;
    if (anyOf(words, directors))
        return 24;
    return anyOf(words, managers) ? 15 : 6;
}

} // namespace topline::scoring
