#include "core/scoring/committee.h"

#include "core/scoring/forward_sum.h"
#include "core/scoring/persona.h"
#include "core/scoring/points.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace topline::scoring {

using domain::BuyingRole;
using domain::CommitteeMember;
using domain::Department;
using domain::Seniority;

namespace {

constexpr base::DurationMs halfLifeMs = 30 * base::dayMs;
constexpr base::DurationMs engagedMs = 30 * base::dayMs;
constexpr double touchPoints = 25;
constexpr double visitPoints = 5;
constexpr std::int64_t engagementMax = 100'000;

bool isEngaged(const CommitteeMember &member, base::UtcMs now)
{
    const auto recent = [now](const std::optional<base::UtcMs> &atMs) {
        return atMs && now - *atMs <= engagedMs;
    };
    return recent(member.lastTwoWayMs) || recent(member.lastSeenMs);
}

// A person's word over the CRM's over what the title suggests.
void giveRole(CommitteeMember &member, const std::vector<domain::RoleFact> &facts)
{
    member.role = suggestedRole(member.persona);
    member.source = domain::RoleSource::Suggested;
    for (const auto &fact : facts) {
        if (fact.contact == member.contact && fact.source >= member.source) {
            member.role = fact.role;
            member.source = fact.source;
        }
    }
}

void giveEngagement(CommitteeMember &member, const domain::AccountHistory &history,
                    const domain::ScorePolicy &policy, base::UtcMs now)
{
    std::vector<std::pair<base::UtcMs, double>> parts;
    for (const auto &event : history.events) {
        if (event.contact.id != member.contact || event.suspectBot || event.atMs > now)
            continue;
        const bool isTouch = domain::isTwoWayTouch(event.kind);
        const bool isVisit = domain::isBuyerEvent(event.kind) && weightOf(event, policy).points > 0;
        if (isTouch)
            member.lastTwoWayMs = std::max(member.lastTwoWayMs.value_or(event.atMs), event.atMs);
        else if (isVisit)
            member.lastSeenMs = std::max(member.lastSeenMs.value_or(event.atMs), event.atMs);
        else
            continue;
        parts.emplace_back(event.atMs, isTouch ? touchPoints : visitPoints);
    }
    std::sort(parts.begin(), parts.end()); // the order of arrival must not matter
    ForwardSum sum(halfLifeMs);
    for (const auto &[atMs, points] : parts)
        sum.add(points, atMs);
    member.engagementMilli = std::min(sum.milliAt(now), engagementMax);
}

} // namespace

BuyingRole suggestedRole(const domain::Persona &persona)
{
    const bool decides = persona.seniority >= Seniority::VicePresident;
    switch (persona.department) {
    case Department::Finance:
        return decides ? BuyingRole::EconomicBuyer : BuyingRole::Finance;
    case Department::Purchasing:
        return BuyingRole::Finance;
    case Department::Security:
        return BuyingRole::Security;
    case Department::Legal:
        return BuyingRole::Legal;
    case Department::Technology:
        return BuyingRole::Technical;
    case Department::General:
        return decides ? BuyingRole::EconomicBuyer : BuyingRole::Unknown;
    default:
        break;
    }
    if (persona.seniority >= Seniority::Director)
        return BuyingRole::DecisionMaker;
    const bool isKnown = persona.seniority != Seniority::Unknown;
    return isKnown && persona.department != Department::Unknown ? BuyingRole::User
                                                                : BuyingRole::Unknown;
}

std::vector<BuyingRole> requiredRoles(domain::StageId stage,
                                      const std::vector<domain::Stage> &stages)
{
    const auto here = std::find_if(stages.begin(), stages.end(),
                                   [stage](const auto &one) { return one.id == stage; });
    if (here == stages.end() || here->kind != domain::StageKind::Open)
        return {};
    std::int64_t before = 0;
    std::int64_t open = 0;
    for (const auto &other : stages) {
        if (other.pipeline != here->pipeline || other.kind != domain::StageKind::Open)
            continue;
        ++open;
        before += other.order < here->order ? 1 : 0;
    }
    // 0 at the first open stage, 3 at the last one.
    const std::int64_t thirds = open > 1 ? before * 3 / (open - 1) : 0;
    std::vector<BuyingRole> out = {BuyingRole::Champion, BuyingRole::User};
    if (thirds >= 1)
        out.insert(out.end(), {BuyingRole::EconomicBuyer, BuyingRole::Technical});
    if (thirds >= 2)
        out.insert(out.end(), {BuyingRole::Security, BuyingRole::Legal});
    return out;
}

domain::Committee committeeOf(const domain::AccountHistory &history, const domain::Deal *deal,
                              const domain::ScorePolicy &policy, base::UtcMs now)
{
    domain::Committee out;
    for (const auto &contact : history.contacts) {
        if (contact.deleted)
            continue;
        CommitteeMember member;
        member.contact = contact.id;
        member.name = contact.fullName();
        member.title = contact.title;
        member.persona = personaOf(contact.title, policy.icp.personas);
        member.reachable = !contact.optedOut && !contact.bounced;
        giveRole(member, history.roles);
        giveEngagement(member, history, policy, now);
        out.engaged += isEngaged(member, now) ? 1 : 0;
        out.members.push_back(std::move(member));
    }
    std::sort(out.members.begin(), out.members.end(), [](const auto &a, const auto &b) {
        return std::tie(b.engagementMilli, a.contact) < std::tie(a.engagementMilli, b.contact);
    });
    if (deal)
        out.required = requiredRoles(deal->stage.id, history.stages);
    for (const auto role : out.required) {
        const bool isThere =
            std::any_of(out.members.begin(), out.members.end(), [&](const auto &member) {
                return member.role == role && isEngaged(member, now);
            });
        if (!isThere)
            out.missing.push_back(role);
    }
    return out;
}

} // namespace topline::scoring
