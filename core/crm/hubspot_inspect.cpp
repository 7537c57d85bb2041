#include "core/crm/hubspot_inspect.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_events.h"
#include "core/crm/hubspot_json.h"
#include "core/crm/hubspot_reads.h"

#include <QJsonArray>

#include <algorithm>

namespace topline::crm {

namespace {

bool isDenied(const base::Error &error)
{
    return error.code == base::ErrorCode::PermissionDenied;
}

// Which of the properties that we read do not exist; empty when that may not be seen.
base::Result<std::string> absentProperties(const HubSpotObject &object, HubSpotDesk &desk)
{
    const auto known = desk.schema.of(object.name, desk.client, desk.cancel);
    if (!known.ok() && isDenied(known.error()))
        return std::string();
    if (!known.ok())
        return known.error();
    std::string out;
    for (const HubSpotProperty &property : object.properties) {
        if (!property.isOptional && (*known)->count(std::string(property.name)) == 0)
            out += (out.empty() ? "" : ", ") + std::string(property.name);
    }
    return out;
}

std::string uniqueAdvice(const std::vector<std::string> &objects, const std::string &property)
{
    std::string names;
    for (const std::string &object : objects)
        names += (names.empty() ? "" : ", ") + object;
    return "Add a single-line text property \"" + property + "\" that requires unique values to " +
           names + " (HubSpot: Settings, Properties), so that nothing can be logged twice.";
}

base::Result<std::int64_t> countOwners(HubSpotReads &reads)
{
    std::int64_t out = 0;
    for (const char *which : {"archived=false", "archived=true"}) {
        std::string after;
        do {
            TRY_ASSIGN(const auto list, reads.list(hubspotOwnersPath(), which, after));
            out += list.rows.size();
            after = list.after;
        } while (!after.empty());
    }
    return out;
}

} // namespace

base::Result<domain::SourceProfile> inspectHubSpot(HubSpotDesk desk)
{
    TRY_ASSIGN(const HubSpotPortal *portal, desk.catalogue.portal(desk.client, desk.cancel));
    domain::SourceProfile out;
    out.system = "hubspot";
    out.orgId = portal->portalId;
    out.orgName = "HubSpot " + portal->portalId;
    if (!portal->uiDomain.empty())
        out.webUrl = "https://" + portal->uiDomain + "/contacts/" + portal->portalId;
    out.timeZone = portal->zone.name();
    out.currency = portal->currency.isKnown() ? portal->currency.text() : "";
    out.isSandbox = portal->accountType == "SANDBOX" || portal->accountType == "DEVELOPER_TEST";
    HubSpotReads reads(desk.client, desk.cancel);
    std::vector<std::string> withoutKey;
    const std::string &key = desk.client.options().uniqueProperty;
    for (const HubSpotKind kind : hubspotKinds) {
        const HubSpotObject &object = hubspotObject(kind);
        desk.schema.forget(object.name);
        const auto readable = reads.count(object);
        if (!readable.ok() && isDenied(readable.error())) {
            out.denied.emplace_back(object.shown);
            out.advice.push_back("Without this, " + std::string(object.shown) +
                                 " stay out: " + readable.error().message);
            continue;
        }
        if (!readable.ok())
            return readable.error();
        TRY_ASSIGN(const std::string absent, absentProperties(object, desk));
        if (!absent.empty())
            out.advice.push_back("HubSpot has no properties " + absent + " of " +
                                 std::string(object.name) + "; these fields stay as they are.");
        if (object.record)
            continue;
        TRY_ASSIGN(const bool isUnique,
                   desk.schema.isUnique(object.name, key, desk.client, desk.cancel));
        if (!isUnique)
            withoutKey.emplace_back(object.name);
    }
    out.hasUniqueIds = withoutKey.empty();
    if (!withoutKey.empty())
        out.advice.push_back(uniqueAdvice(withoutKey, key));
    return out;
}

base::Result<std::map<std::string, std::int64_t>> countHubSpot(HubSpotDesk desk)
{
    HubSpotReads reads(desk.client, desk.cancel);
    std::map<std::string, std::int64_t> out;
    TRY_ASSIGN(out["owners"], countOwners(reads));
    const auto stages = readStages(desk.client, desk.cancel);
    if (!stages.ok() && !isDenied(stages.error()))
        return stages.error();
    out["stages"] = stages.ok() ? static_cast<std::int64_t>(stages->stages.size()) : 0;
    out["events"] = 0;
    for (const HubSpotKind kind : hubspotKinds) {
        const HubSpotObject &object = hubspotObject(kind);
        std::int64_t rows = 0;
        const std::vector<HubSpotTally> tallies =
            object.record ? std::vector<HubSpotTally>{{}} : eventTallies(kind);
        for (const HubSpotTally &tally : tallies) {
            const auto counted = reads.count(object, tally.groups);
            if (!counted.ok() && isDenied(counted.error()))
                break;
            if (!counted.ok())
                return counted.error();
            rows += tally.factor * *counted;
        }
        out[object.record ? std::string(object.shown) : "events"] += rows;
    }
    return out;
}

} // namespace topline::crm
