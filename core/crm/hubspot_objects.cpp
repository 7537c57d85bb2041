#include "core/crm/hubspot_objects.h"

#include "core/base/check.h"

#include <algorithm>
#include <array>

namespace topline::crm {

namespace {

using domain::RecordKind;

constexpr std::array<HubSpotProperty, 10> companyProperties = {{
    {"name", "name"},
    {"domain", "domain"},
    {"industry", "industry"},
    {"country", "country"},
    {"numberofemployees", "employees"},
    {"annualrevenue", "annualRevenue"},
    {"hubspot_owner_id", "owner"},
    {"createdate", "created"},
    {"hs_lastmodifieddate", "updated"},
    {"hs_merged_object_ids", "", true},
}};

constexpr std::array<HubSpotProperty, 11> contactProperties = {{
    {"firstname", "firstName"},
    {"lastname", "lastName"},
    {"email", "email"},
    {"phone", "phone"},
    {"jobtitle", "title"},
    {"hs_timezone", "timeZone", true},
    {"hs_email_optout", "optedOut", true},
    {"hs_email_hard_bounce_reason_enum", "bounced", true},
    {"createdate", "created"},
    {"lastmodifieddate", "updated"},
    {"hs_merged_object_ids", "", true},
}};

constexpr std::array<HubSpotProperty, 12> dealProperties = {{
    {"dealname", "name"},
    {"dealstage", "stage"},
    {"pipeline", "stage"},
    {"amount", "amount"},
    {"deal_currency_code", "", true},
    {"closedate", "close"},
    {"createdate", "created"},
    {"hubspot_owner_id", "owner"},
    {"hs_next_step", "nextStep"},
    {"hs_analytics_source", "source"},
    {"hs_lastmodifieddate", "updated"},
    {"hs_merged_object_ids", "", true},
}};

constexpr std::array<HubSpotProperty, 7> taskProperties = {{
    {"hs_timestamp", "at"},
    {"hs_task_subject", "title"},
    {"hs_task_body", "body"},
    {"hs_task_status", "kind"},
    {"hs_task_completion_date", "", true},
    {"hs_createdate", ""},
    {"hs_lastmodifieddate", ""},
}};

constexpr std::array<HubSpotProperty, 8> callProperties = {{
    {"hs_timestamp", "at"},
    {"hs_call_title", "title"},
    {"hs_call_body", "body"},
    {"hs_call_direction", "kind"},
    {"hs_call_disposition", "kind"},
    {"hs_call_duration", "amount"},
    {"hs_createdate", ""},
    {"hs_lastmodifieddate", ""},
}};

constexpr std::array<HubSpotProperty, 7> emailProperties = {{
    {"hs_timestamp", "at"},
    {"hs_email_subject", "title"},
    {"hs_email_text", "body"},
    {"hs_email_direction", "kind"},
    {"hs_email_status", "kind"},
    {"hs_createdate", ""},
    {"hs_lastmodifieddate", ""},
}};

constexpr std::array<HubSpotProperty, 8> meetingProperties = {{
    {"hs_timestamp", "at"},
    {"hs_meeting_title", "title"},
    {"hs_meeting_body", "body"},
    {"hs_meeting_outcome", "kind"},
    {"hs_meeting_start_time", "", true},
    {"hs_meeting_end_time", "", true},
    {"hs_createdate", ""},
    {"hs_lastmodifieddate", ""},
}};

constexpr std::array<HubSpotProperty, 4> noteProperties = {{
    {"hs_timestamp", "at"},
    {"hs_note_body", "body"},
    {"hs_createdate", ""},
    {"hs_lastmodifieddate", ""},
}};

constexpr std::array<std::string_view, 1> contactLinks = {"companies"};
constexpr std::array<std::string_view, 2> dealLinks = {"companies", "contacts"};
constexpr std::array<std::string_view, 3> activityLinks = {"contacts", "companies", "deals"};
constexpr std::string_view hsModified = "hs_lastmodifieddate";

const std::array<HubSpotObject, 8> objects = {{
    {HubSpotKind::Companies,
     "companies",
     "accounts",
     hsModified,
     RecordKind::Account,
     companyProperties,
     {}},
    {HubSpotKind::Contacts, "contacts", "contacts", "lastmodifieddate", RecordKind::Contact,
     contactProperties, contactLinks},
    {HubSpotKind::Deals, "deals", "deals", hsModified, RecordKind::Deal, dealProperties, dealLinks},
    {HubSpotKind::Tasks, "tasks", "tasks", hsModified, {}, taskProperties, activityLinks},
    {HubSpotKind::Calls, "calls", "calls", hsModified, {}, callProperties, activityLinks},
    {HubSpotKind::Emails, "emails", "emails", hsModified, {}, emailProperties, activityLinks},
    {HubSpotKind::Meetings,
     "meetings",
     "meetings",
     hsModified,
     {},
     meetingProperties,
     activityLinks},
    {HubSpotKind::Notes, "notes", "notes", hsModified, {}, noteProperties, activityLinks},
}};

struct Link {
    std::string_view from;
    std::string_view to;
    HubSpotLinkType type;
};

constexpr std::array<Link, 18> linkTypes = {{
    {"contacts", "companies", {279, 1}},
    {"deals", "contacts", {3, 0}},
    {"deals", "companies", {341, 5}},
    {"tasks", "contacts", {204, 0}},
    {"tasks", "companies", {192, 0}},
    {"tasks", "deals", {216, 0}},
    {"notes", "contacts", {202, 0}},
    {"notes", "companies", {190, 0}},
    {"notes", "deals", {214, 0}},
    {"calls", "contacts", {194, 0}},
    {"calls", "companies", {182, 0}},
    {"calls", "deals", {206, 0}},
    {"emails", "contacts", {198, 0}},
    {"emails", "companies", {186, 0}},
    {"emails", "deals", {210, 0}},
    {"meetings", "contacts", {200, 0}},
    {"meetings", "companies", {188, 0}},
    {"meetings", "deals", {212, 0}},
}};

} // namespace

std::vector<std::string> HubSpotObject::propertyNames() const
{
    std::vector<std::string> out;
    for (const HubSpotProperty &property : properties)
        out.emplace_back(property.name);
    return out;
}

const HubSpotObject &hubspotObject(HubSpotKind kind)
{
    return objects[static_cast<std::size_t>(kind)];
}

const HubSpotObject *findHubSpotObject(std::string_view name)
{
    const auto *found = std::find_if(objects.begin(), objects.end(),
                                     [&](const HubSpotObject &one) { return one.name == name; });
    return found == objects.end() ? nullptr : found;
}

const HubSpotObject *hubspotObjectOf(domain::RecordKind kind)
{
    const auto *found = std::find_if(objects.begin(), objects.end(),
                                     [&](const HubSpotObject &one) { return one.record == kind; });
    return found == objects.end() ? nullptr : found;
}

HubSpotLinkType hubspotLinkType(std::string_view from, std::string_view to)
{
    const auto *found = std::find_if(linkTypes.begin(), linkTypes.end(), [&](const Link &link) {
        return link.from == from && link.to == to;
    });
    CHECK(found != linkTypes.end());
    return found->type;
}

} // namespace topline::crm
