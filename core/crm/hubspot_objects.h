// The kinds of records that are read from HubSpot: their names in paths, the properties that are
// asked for and which field each becomes, and how they are linked. Called by the HubSpot parts of
// this folder. Constant, any thread. Source: the vendor's object guides of 2026-03.
#pragma once

#include "core/domain/records.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

// In the order in which they are read: what is referred to comes first.
enum class HubSpotKind { Companies, Contacts, Deals, Tasks, Calls, Emails, Meetings, Notes };

inline constexpr HubSpotKind hubspotKinds[] = {
    HubSpotKind::Companies, HubSpotKind::Contacts, HubSpotKind::Deals,    HubSpotKind::Tasks,
    HubSpotKind::Calls,     HubSpotKind::Emails,   HubSpotKind::Meetings, HubSpotKind::Notes};

struct HubSpotProperty {
    std::string_view name;
    std::string_view field = {}; // as in record_fields; empty: helps to make others
    // Not every account has it: its absence is no sign of drift.
    bool isOptional = false;
};

struct HubSpotObject {
    HubSpotKind kind = HubSpotKind::Contacts;
    std::string_view name;                    // "companies", as in paths
    std::string_view shown;                   // "accounts", as in counts and progress
    std::string_view modified;                // the property that says when it was changed last
    std::optional<domain::RecordKind> record; // nothing: an activity, which becomes events
    std::span<const HubSpotProperty> properties;
    std::span<const std::string_view> links; // objects that its rows are linked to

    std::vector<std::string> propertyNames() const;
};

const HubSpotObject &hubspotObject(HubSpotKind kind);
const HubSpotObject *findHubSpotObject(std::string_view name);
const HubSpotObject *hubspotObjectOf(domain::RecordKind kind);

// The type of the plain link from one object to another, and of the primary one (0: none).
struct HubSpotLinkType {
    int plain = 0;
    int primary = 0;
};

HubSpotLinkType hubspotLinkType(std::string_view from, std::string_view to);

} // namespace topline::crm
