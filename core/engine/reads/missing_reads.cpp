#include "core/domain/crm_system.h"
#include "core/engine/reads/reads.h"

#include <algorithm>
#include <array>
#include <utility>

namespace topline::engine {

using domain::MissingFinding;
using domain::RecordKind;

namespace {

constexpr std::array<std::pair<RecordKind, const char *>, 3> kinds = {{
    {RecordKind::Contact, "contacts"},
    {RecordKind::Account, "accounts"},
    {RecordKind::Deal, "deals"},
}};
constexpr std::size_t foundShown = 20;

struct Row {
    std::string name;
    std::string remoteId;
    bool isDeleted = false;
};

base::Result<std::optional<Row>> rowOf(store::Tables &tables, RecordKind kind, std::int64_t id)
{
    if (kind == RecordKind::Contact) {
        TRY_ASSIGN(const auto found, tables.records.contact(domain::ContactId{id}));
        return found ? std::optional(Row{found->fullName(), found->remoteId, found->deleted})
                     : std::nullopt;
    }
    if (kind == RecordKind::Account) {
        TRY_ASSIGN(const auto found, tables.records.account(domain::AccountId{id}));
        return found ? std::optional(Row{found->name, found->remoteId, found->deleted})
                     : std::nullopt;
    }
    TRY_ASSIGN(const auto found, tables.records.deal(domain::DealId{id}));
    return found ? std::optional(Row{found->name, found->remoteId, found->deleted}) : std::nullopt;
}

// A record's page in the browser ends with its id.
std::string lastPart(std::string text)
{
    text = text.substr(0, text.find_first_of("?#"));
    while (!text.empty() && (text.back() == '/' || text.back() == ' '))
        text.pop_back();
    for (const char *tail : {"/view", "/edit"}) {
        if (text.ends_with(tail))
            text.resize(text.size() - std::string(tail).size());
    }
    const auto slash = text.find_last_of('/');
    return slash == std::string::npos ? text : text.substr(slash + 1);
}

// The ids that a text can mean: as it stands, and as each CRM's own.
std::vector<std::string> idsFor(const std::string &text)
{
    const std::string id = lastPart(text);
    std::vector<std::string> out{id};
    if (domain::remoteSystem(id).empty()) {
        for (const char *system : {"hubspot", "salesforce"})
            out.push_back(std::string(domain::remotePrefix(system)) + id);
    }
    return out;
}

base::Result<std::optional<MissingFinding>> findingOf(store::Tables &tables, RecordKind kind,
                                                      const std::string &id)
{
    MissingFinding out;
    out.system = domain::remoteSystem(id);
    out.remoteId = id;
    TRY_ASSIGN(const bool isHeld, tables.heldDeletes.isHeld(kind, id));
    TRY_ASSIGN(const bool isHidden, tables.heldDeletes.isHidden(kind, id));
    TRY_ASSIGN(const auto local, tables.links.rowOf(kind, id));
    if (isHeld) {
        out.code = "held_delete";
        out.detail = "The CRM says that it is deleted. So many were at once that it waits for your "
                     "yes; it is still here.";
        return std::optional(out);
    }
    if (isHidden) {
        out.code = "not_visible";
        out.detail = "This sign-in no longer sees it. It is kept as it was; check who it is shared "
                     "with.";
        return std::optional(out);
    }
    if (local == 0)
        return std::optional<MissingFinding>();
    TRY_ASSIGN(const auto row, rowOf(tables, kind, local));
    TRY_ASSIGN(const auto link, tables.links.link(kind, id));
    if (!row)
        return std::optional<MissingFinding>();
    if (link && link->reason == store::LinkReason::Merged) {
        out.code = "merged";
        out.detail = "It became " + row->name + " (" + row->remoteId + ").";
    } else if (row->isDeleted) {
        out.code = "deleted";
        out.detail = row->name + " was deleted in the CRM.";
    } else {
        out.code = "here";
        out.detail = "It is here: " + row->name + ".";
    }
    return std::optional(out);
}

// Nothing of it has ever come: what each kind of object says about why.
MissingFinding neverSeen(const std::string &system, const domain::ObjectProgress &object)
{
    MissingFinding out{system, object.object, {}, "never_seen", {}};
    const std::string what = std::string(domain::systemTitle(system)) + " " + object.object;
    switch (object.state) {
    case domain::ObjectState::Denied:
        out.code = "not_visible";
        out.detail = "This sign-in may not read " + what + ": " + object.reason;
        break;
    case domain::ObjectState::Unavailable:
        out.code = "not_visible";
        out.detail = what + " cannot be read: " + object.reason;
        break;
    case domain::ObjectState::Working:
        out.detail = "The first sync of " + what + " is still under way.";
        break;
    default:
        out.detail = "It was in nothing that came with " + what +
                     ". Check that the signed-in user can see it there.";
    }
    if (object.remoteCount && object.localCount && *object.remoteCount > *object.localCount)
        out.detail += " " + std::to_string(*object.remoteCount - *object.localCount) +
                      " that it counts are not here.";
    return out;
}

} // namespace

base::Result<std::vector<MissingFinding>> Reads::whyMissing(const std::string &idOrText)
{
    std::vector<MissingFinding> out;
    for (const auto &[kind, name] : kinds) {
        for (const auto &id : idsFor(idOrText)) {
            TRY_ASSIGN(auto finding, findingOf(m_tables, kind, id));
            if (!finding)
                continue;
            finding->object = name;
            out.push_back(std::move(*finding));
        }
    }
    if (!out.empty())
        return out;
    TRY_ASSIGN(const auto hits, search(idOrText));
    for (const auto &hit : hits) {
        if (out.size() == foundShown)
            return out;
        if (hit.kind == domain::SearchKind::Note)
            continue;
        const auto index = static_cast<std::size_t>(hit.kind == domain::SearchKind::Contact   ? 0
                                                    : hit.kind == domain::SearchKind::Account ? 1
                                                                                              : 2);
        TRY_ASSIGN(const auto row, rowOf(m_tables, kinds[index].first, hit.id));
        if (row)
            out.push_back({std::string(domain::remoteSystem(row->remoteId)), kinds[index].second,
                           row->remoteId, "here", "It is here: " + row->name + "."});
    }
    if (!out.empty())
        return out;
    TRY_ASSIGN(const auto connections, m_tables.connections.connections());
    for (const auto &connection : connections) {
        if (!connection.isActive)
            continue;
        TRY_ASSIGN(const auto objects, m_tables.syncObjects.of(connection.profile.system));
        for (const auto &object : objects) {
            const bool isRecord = std::any_of(kinds.begin(), kinds.end(), [&](const auto &kind) {
                return kind.second == object.object;
            });
            if (isRecord)
                out.push_back(neverSeen(connection.profile.system, object));
        }
    }
    return out;
}

} // namespace topline::engine
