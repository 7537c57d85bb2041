#include "core/engine/reads/account_timeline.h"

#include <algorithm>
#include <utility>

namespace topline::engine {

using domain::EventKind;
using domain::ReasonCode;
using domain::TimelineActor;
using domain::TimelineGroup;
using domain::TimelineItem;

namespace {

TimelineActor actorOf(EventKind kind)
{
    switch (kind) {
    case EventKind::MeetingHeld:
    case EventKind::CallAnswered:
    case EventKind::NoteAdded:
    case EventKind::TaskDone:
        return TimelineActor::You;
    default:
        return domain::isOutboundTouch(kind) ? TimelineActor::You : TimelineActor::Buyer;
    }
}

TimelineItem changeItem(base::UtcMs atMs, domain::Reason reason, std::string title)
{
    TimelineItem out;
    out.atMs = atMs;
    out.actor = TimelineActor::Crm;
    out.group = TimelineGroup::Crm;
    out.reason = std::move(reason);
    out.title = std::move(title);
    return out;
}

std::string stageName(const domain::AccountHistory &history, domain::StageId id)
{
    for (const auto &stage : history.stages) {
        if (stage.id == id)
            return stage.name;
    }
    return {};
}

std::string dealName(const domain::AccountHistory &history, domain::DealId id)
{
    for (const auto &deal : history.deals) {
        if (deal.id == id)
            return deal.name;
    }
    return {};
}

void addCloseDates(const domain::AccountHistory &history, std::vector<TimelineItem> &out)
{
    std::int64_t movedBack = 0;
    const auto &changes = history.closeChanges;
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const auto &before = changes[i - 1];
        const auto &now = changes[i];
        if (before.deal.id != now.deal.id) {
            movedBack = 0;
            continue;
        }
        if (before.closeMs == now.closeMs)
            continue;
        movedBack += now.closeMs > before.closeMs ? 1 : 0;
        out.push_back(changeItem(now.atMs,
                                 {ReasonCode::CloseDateMove,
                                  {domain::AtTime{before.closeMs}, domain::AtTime{now.closeMs},
                                   movedBack, domain::AtTime{now.atMs}}},
                                 dealName(history, now.deal.id)));
    }
}

void addTitles(const domain::AccountHistory &history, std::vector<TimelineItem> &out)
{
    const auto &changes = history.titleChanges;
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const auto &before = changes[i - 1];
        const auto &now = changes[i];
        if (before.contact.id != now.contact.id)
            continue;
        const auto person =
            std::find_if(history.contacts.begin(), history.contacts.end(),
                         [&now](const auto &one) { return one.id == now.contact.id; });
        if (person == history.contacts.end())
            continue;
        out.push_back(
            changeItem(now.atMs,
                       {ReasonCode::ChampionNewTitle,
                        {person->fullName(), before.title, now.title, domain::AtTime{now.atMs}}},
                       {}));
        out.back().who = person->fullName();
    }
}

std::string playName(const std::vector<domain::Play> &plays, const std::string &id)
{
    for (const auto &play : plays) {
        if (play.id == id)
            return play.name;
    }
    return {};
}

} // namespace

TimelineGroup timelineGroupOf(EventKind kind)
{
    const auto number = static_cast<std::int32_t>(kind);
    switch (kind) {
    case EventKind::ProposalSent:
    case EventKind::CampaignResponded:
        return TimelineGroup::Mail;
    case EventKind::ProposalViewed:
    case EventKind::RoomViewed:
    case EventKind::RoomJoined:
    case EventKind::ThirdPartyIntent:
        return TimelineGroup::Web;
    case EventKind::NoteAdded:
    case EventKind::TaskDone:
    case EventKind::CampaignAdded:
        return TimelineGroup::Crm;
    case EventKind::CompetitorNamed: // said in a talk
    case EventKind::DiscountAsked:
    case EventKind::LegalAsked:
        return TimelineGroup::Meetings;
    default:
        break;
    }
    // The numbers of kinds stand in tens by where they come from.
    if (number < 20)
        return TimelineGroup::Web;
    if (number < 30)
        return TimelineGroup::Mail;
    return number < 50 ? TimelineGroup::Meetings : TimelineGroup::Product;
}

TimelineItem timelineItem(const domain::Event &event,
                          const std::map<domain::ContactId, std::string> &names,
                          const std::optional<domain::Reason> &machine)
{
    TimelineItem out;
    out.atMs = event.atMs;
    out.actor = actorOf(event.kind);
    out.group = timelineGroupOf(event.kind);
    if (const auto name = names.find(event.contact.id); name != names.end())
        out.who = name->second;
    out.event = event.id;
    out.kind = event.kind;
    out.amount = event.amount;
    out.title = event.title;
    out.body = event.body;
    out.machine = machine;
    return out;
}

std::vector<TimelineItem> timelineChanges(const domain::AccountHistory &history)
{
    std::vector<TimelineItem> out;
    for (std::size_t i = 1; i < history.stageChanges.size(); ++i) {
        const auto &before = history.stageChanges[i - 1];
        const auto &now = history.stageChanges[i];
        if (before.deal.id == now.deal.id && before.stage.id != now.stage.id)
            out.push_back(changeItem(now.atMs,
                                     {ReasonCode::StageMove,
                                      {stageName(history, before.stage.id),
                                       stageName(history, now.stage.id), domain::AtTime{now.atMs}}},
                                     dealName(history, now.deal.id)));
    }
    for (std::size_t i = 1; i < history.amountChanges.size(); ++i) {
        const auto &before = history.amountChanges[i - 1];
        const auto &now = history.amountChanges[i];
        if (before.deal.id == now.deal.id && before.amount != now.amount)
            out.push_back(changeItem(
                now.atMs,
                {ReasonCode::AmountMove, {before.amount, now.amount, domain::AtTime{now.atMs}}},
                dealName(history, now.deal.id)));
    }
    addCloseDates(history, out);
    addTitles(history, out);
    return out;
}

std::vector<TimelineItem> timelineDeeds(const EngineDeeds &deeds,
                                        const std::map<domain::ContactId, std::string> &names)
{
    std::vector<TimelineItem> out;
    for (const auto &action : deeds.actions) {
        if (action.state == domain::ActionState::HeldOut)
            continue;
        TimelineItem item;
        item.atMs = action.createdMs;
        item.actor = action.playId.empty() ? TimelineActor::You : TimelineActor::Engine;
        item.group = TimelineGroup::Engine;
        if (const auto name = names.find(action.contact); name != names.end())
            item.who = name->second;
        item.title = action.draft.subject;
        if (!action.playId.empty())
            item.reason = action.whyNow;
        item.playName = playName(deeds.plays, action.playId);
        out.push_back(std::move(item));
    }
    for (const auto &decision : deeds.decisions) {
        const auto code = decision.reason.code;
        const bool hasAction = code == ReasonCode::Proposed || code == ReasonCode::OpenActionMerged;
        if (hasAction || code == ReasonCode::HeldOut)
            continue;
        TimelineItem item;
        item.atMs = decision.atMs;
        item.actor = TimelineActor::Engine;
        item.group = TimelineGroup::Engine;
        item.reason = decision.reason;
        item.playName = playName(deeds.plays, decision.playId);
        out.push_back(std::move(item));
    }
    return out;
}

} // namespace topline::engine
