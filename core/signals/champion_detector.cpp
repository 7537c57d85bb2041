#include "core/signals/champion_detector.h"

#include "core/signals/deal_life.h"
#include "core/signals/episode.h"

#include <algorithm>
#include <tuple>

namespace topline::signals {

using domain::ReasonCode;
using domain::SignalType;

namespace {

// Whom a person or the CRM named champion, else the deal's primary contact: a matter of record, so
// that no event can make somebody else the champion of the past.
domain::ContactId championOf(const Scan &scan, const domain::Deal &deal)
{
    const domain::RoleFact *best = nullptr;
    for (const auto &role : scan.history.roles) {
        const bool isNamed = role.role == domain::BuyingRole::Champion &&
                             role.source != domain::RoleSource::Suggested;
        if (isNamed && (!best || std::tuple(best->source, best->atMs, best->contact) <
                                     std::tuple(role.source, role.atMs, role.contact)))
            best = &role;
    }
    return best ? best->contact : deal.contact.id;
}

std::string nameOf(const Scan &scan, domain::ContactId id)
{
    for (const auto &contact : scan.history.contacts) {
        if (contact.id == id)
            return contact.fullName();
    }
    return {};
}

struct Champion {
    const domain::Deal &deal;
    domain::ContactId contact;
    std::string name;
    OpenTime open;
};

void findSilences(const Scan &scan, const Champion &champion, std::vector<Found> &out)
{
    std::vector<base::UtcMs> touches;
    for (const auto *event : scan.events) {
        if (event->contact.id == champion.contact && domain::isTwoWayTouch(event->kind))
            touches.push_back(event->atMs);
    }
    for (std::size_t i = 0; i < touches.size(); ++i) {
        const base::UtcMs passedMs = touches[i] + scan.policy.championSilentMs;
        const bool isAnswered = i + 1 < touches.size() && touches[i + 1] <= passedMs;
        if (isAnswered || !champion.open.contains(passedMs))
            continue;
        Found found = findAt(scan, SignalType::ChampionSilent, {champion.contact, champion.deal.id},
                             touches[i]);
        found.signal.occurredMs = passedMs;
        found.signal.reason = {ReasonCode::ChampionSilent,
                               {champion.name, domain::AtTime{touches[i]},
                                domain::Span{scan.policy.championSilentMs}}};
        out.push_back(std::move(found));
    }
}

void findBounces(const Scan &scan, const Champion &champion, std::vector<Found> &out)
{
    std::vector<const domain::Event *> bounces;
    for (const auto *event : scan.events) {
        if (event->kind == domain::EventKind::EmailBounced &&
            event->contact.id == champion.contact && champion.open.contains(event->atMs))
            bounces.push_back(event);
    }
    // A mail server may say so again and again.
    const base::DurationMs windowMs = scan.policy.proposalWindowMs;
    for (const auto &episode :
         episodesOf(visitsOf(bounces, scan.policy.visitGapMs), windowMs, {})) {
        Found found = findAt(scan, SignalType::ChampionBounced,
                             {champion.contact, champion.deal.id}, episode.startMs());
        found.signal.occurredMs = episode.lastMs();
        found.signal.reason = {ReasonCode::ChampionBounced,
                               {champion.name, domain::AtTime{episode.lastMs()}}};
        found.signal.evidence = episode.evidence();
        found.goneMs = goneMs(episode.startMs(), episode.rowStartMs, windowMs, scan.policy);
        out.push_back(std::move(found));
    }
}

void findNewTitles(const Scan &scan, const Champion &champion, std::vector<Found> &out)
{
    std::vector<const domain::TitleChange *> changes;
    for (const auto &change : scan.history.titleChanges) {
        if (change.contact.id == champion.contact)
            changes.push_back(&change);
    }
    std::sort(changes.begin(), changes.end(), [](const auto *a, const auto *b) {
        return std::tie(a->atMs, a->title) < std::tie(b->atMs, b->title);
    });
    for (std::size_t i = 1; i < changes.size(); ++i) {
        const auto &from = changes[i - 1]->title;
        const auto &to = changes[i]->title;
        const bool isNews = !from.empty() && !to.empty() && from != to;
        if (!isNews || !champion.open.contains(changes[i]->atMs))
            continue;
        Found found = findAt(scan, SignalType::ChampionNewTitle,
                             {champion.contact, champion.deal.id, "title " + to}, changes[i]->atMs);
        found.signal.reason = {ReasonCode::ChampionNewTitle,
                               {champion.name, from, to, domain::AtTime{changes[i]->atMs}}};
        out.push_back(std::move(found));
    }
}

} // namespace

std::vector<Found> detectChampions(const Scan &scan)
{
    std::vector<Found> out;
    for (const auto &deal : scan.history.deals) {
        const auto contact = championOf(scan, deal);
        if (deal.deleted || !contact.isSet())
            continue;
        const Champion champion{deal, contact, nameOf(scan, contact),
                                openTimeOf(deal, scan.history)};
        findSilences(scan, champion, out);
        findBounces(scan, champion, out);
        findNewTitles(scan, champion, out);
    }
    return out;
}

} // namespace topline::signals
