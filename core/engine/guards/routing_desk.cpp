#include "core/engine/guards/routing_desk.h"

#include "core/base/text.h"
#include "core/engine/guards/routing_choice.h"
#include "core/plays/work_calendar.h"

#include <algorithm>
#include <string>

namespace topline::engine {

namespace {

using domain::RouteDecision;
using domain::RouteKind;
using domain::RouteWhy;

// A breach that lasts this long is handed on, where the play does not say to whom.
constexpr base::DurationMs escalateAfterMs = 15 * base::minuteMs;
constexpr std::int64_t escalatedAtOnce = 32;

bool isWorking(const Calendars &calendars, domain::OwnerId owner, const Step &step)
{
    return plays::workClockOf(calendars, owner, step.policy().zone).isOpen(step.now());
}

base::Result<std::vector<SeatLoad>> seatLoads(Step &step, const Calendars &calendars)
{
    std::vector<SeatLoad> out;
    TRY_ASSIGN(const auto seats, step.tables().routing.seats());
    if (seats.empty())
        return out;
    TRY_ASSIGN(auto loads, step.tables().routing.loads());
    for (const auto &seat : seats)
        out.push_back({seat, loads[seat.owner], isWorking(calendars, seat.owner, step)});
    return out;
}

RouteDecision decisionOf(const Step &step, const domain::Action &action, const RouteChoice &choice)
{
    RouteDecision out;
    out.action = action.id;
    out.why = choice.why;
    out.from = action.owner;
    out.to = choice.owner.isSet() ? choice.owner : action.owner;
    out.open = choice.open;
    out.capacity = choice.capacity;
    out.atMs = step.now();
    return out;
}

// The active owner of that name, where there is exactly one.
domain::OwnerId ownerNamed(const std::vector<domain::Owner> &owners, const std::string &name)
{
    domain::OwnerId out;
    for (const auto &owner : owners) {
        if (name.empty() || owner.name != name || !owner.active)
            continue;
        if (out.isSet())
            return {};
        out = owner.id;
    }
    return out;
}

domain::OwnerId managerOf(const std::vector<domain::Owner> &owners, domain::OwnerId rep)
{
    const auto found = std::find_if(owners.begin(), owners.end(),
                                    [rep](const auto &each) { return each.id == rep; });
    const auto out = found == owners.end() ? domain::OwnerId{} : ownerNamed(owners, found->manager);
    return out == rep ? domain::OwnerId{} : out;
}

domain::OwnerId ownerOfAddress(const std::vector<domain::Owner> &owners, const std::string &mail)
{
    domain::OwnerId out;
    for (const auto &owner : owners) {
        if (!owner.active || base::lowerAscii(owner.email) != base::lowerAscii(mail))
            continue;
        if (out.isSet())
            return {};
        out = owner.id;
    }
    return out;
}

// "manager" or a mail address; empty where the play names nobody in particular.
std::string namedBy(Step &step, const std::string &playId)
{
    for (const auto &play : step.context().plays) {
        const auto &to = play.rules.escalateTo;
        if (play.id == playId)
            return to == "owner" ? std::string() : to;
    }
    return {};
}

std::vector<std::string> playsThatName(Step &step)
{
    std::vector<std::string> out;
    for (const auto &play : step.context().plays) {
        if (!namedBy(step, play.id).empty())
            out.push_back(play.id);
    }
    return out;
}

// Whom the play names, else the manager, else who has the least to do.
base::Result<RouteChoice> successorOf(Step &step, const Calendars &calendars,
                                      const domain::Action &action)
{
    TRY_ASSIGN(const auto owners, step.tables().catalogue.owners());
    RouteChoice out;
    const std::string named = namedBy(step, action.playId);
    if (named.find('@') != std::string::npos) {
        out.owner = ownerOfAddress(owners, named);
        out.why = RouteWhy::Named;
    }
    if (!out.owner.isSet()) {
        out.owner = managerOf(owners, action.owner);
        out.why = RouteWhy::Manager;
    }
    if (!out.owner.isSet()) {
        TRY_ASSIGN(const auto loads, seatLoads(step, calendars));
        out = chooseSeat(loads, {}, action.owner, step.now());
    }
    return out;
}

base::Status escalate(Step &step, const Calendars &calendars, domain::Action action)
{
    TRY_ASSIGN(const RouteChoice choice, successorOf(step, calendars, action));
    RouteDecision decision = decisionOf(step, action, choice);
    decision.kind = RouteKind::Escalated;
    action.owner = decision.to;
    TRY(step.update(action));
    return noteRoute(step, action, decision);
}

} // namespace

base::Result<std::optional<RouteDecision>> routeOf(Step &step, const Calendars &calendars,
                                                   const domain::Action &action)
{
    std::optional<RouteDecision> out;
    if (action.urgency != domain::Urgency::Inbound)
        return out;
    TRY_ASSIGN(const auto loads, seatLoads(step, calendars));
    if (!loads.empty())
        out = decisionOf(step, action, chooseSeat(loads, action.owner, {}, step.now()));
    return out;
}

base::Status noteRoute(Step &step, const domain::Action &action, const RouteDecision &decision,
                       domain::HandOnWhy why)
{
    TRY(step.tables().routing.add(decision));
    const auto kind = decision.kind == RouteKind::Routed       ? domain::LedgerKind::Routed
                      : decision.kind == RouteKind::Reassigned ? domain::LedgerKind::Reassigned
                                                               : domain::LedgerKind::Escalated;
    const auto who = decision.kind == RouteKind::Reassigned ? actor::rep : actor::engine;
    Payload payload = {{"capacity", decision.capacity},
                       {"from", decision.from.value},
                       {"open", decision.open},
                       {"to", decision.to.value},
                       {"why", std::string(domain::routeWhyName(decision.why))}};
    if (why != domain::HandOnWhy::Unsaid)
        payload.emplace("reason", std::string(domain::handOnWhyName(why)));
    return step.log(kind, who, action, payload);
}

bool canBeGivenOn(const domain::Action &action)
{
    return action.state == domain::ActionState::Proposed ||
           action.state == domain::ActionState::Snoozed ||
           action.state == domain::ActionState::Failed;
}

base::Result<domain::Action> reassign(Step &step, const domain::Action &action,
                                      domain::OwnerId owner, domain::HandOnWhy why)
{
    const auto refused = [](const char *message) {
        return base::Error{
            .code = base::ErrorCode::Refused, .message = message, .kept = "Nothing was changed."};
    };
    if (!canBeGivenOn(action))
        return refused("Only an action that waits can be given to somebody else.");
    TRY_ASSIGN(const auto known, step.tables().catalogue.owner(owner));
    if (!known || !known->active)
        return refused("There is no such rep.");
    domain::Action after = action;
    after.owner = owner;
    RouteDecision decision = decisionOf(step, action, {owner, RouteWhy::ByHand, 0, 0});
    decision.kind = RouteKind::Reassigned;
    TRY(step.update(after));
    TRY(noteRoute(step, after, decision, why));
    return after;
}

base::Result<bool> escalateBreaches(Step &step)
{
    TRY_ASSIGN(const auto late,
               step.tables().routing.breached(step.now(), step.now() - escalateAfterMs,
                                              playsThatName(step), escalatedAtOnce));
    if (late.empty())
        return false;
    TRY_ASSIGN(const auto calendars, calendarsByOwner(step));
    for (const auto &id : late) {
        TRY_ASSIGN(const auto action, step.tables().actions.action(id));
        CHECK(action.has_value());
        TRY(escalate(step, calendars, *action));
    }
    return true;
}

} // namespace topline::engine
