#include "core/crm/salesforce_streams.h"

#include "core/crm/record_fields.h"
#include "core/crm/soql.h"

#include <array>

namespace topline::crm {

namespace {

using domain::RecordKind;

constexpr SalesforceWanted users[] = {
    {"Name", "name"},
    {"Email", "email"},
    {"IsActive", "active"},
    {"Department", "team", true},
    {"Manager.Name", "manager", true},
};

constexpr SalesforceWanted products[] = {
    {"Name", "name"},
    {"Family", "family", true},
};

constexpr SalesforceWanted accounts[] = {
    {"Name", "name"},
    {"Website", "domain"},
    {"Industry", "industry"},
    {"BillingCountry", "country"},
    {"Parent.Name", "parent", true},
    {"NumberOfEmployees", "employees"},
    {"AnnualRevenue", "annualRevenue"},
    {"CurrencyIsoCode", "", true},
    {"OwnerId", "owner"},
    {"CreatedDate", "created"},
};

constexpr SalesforceWanted contacts[] = {
    {"AccountId", "account"},
    {"FirstName", "firstName"},
    {"LastName", "lastName"},
    {"Email", "email"},
    {"Phone", "phone"},
    {"Title", "title"},
    {"HasOptedOutOfEmail", "optedOut", true},
    {"IsEmailBounced", "bounced", true},
    {"CreatedDate", "created"},
};

constexpr SalesforceWanted leads[] = {
    {"FirstName", "firstName"},
    {"LastName", "lastName"},
    {"Email", "email"},
    {"Phone", "phone"},
    {"Title", "title"},
    {"HasOptedOutOfEmail", "optedOut", true},
    {"EmailBouncedDate", "bounced", true},
    {"CreatedDate", "created"},
    {"IsConverted", ""},
    {"ConvertedContactId", ""},
};

constexpr SalesforceWanted deals[] = {
    {"Name", "name"},
    {"AccountId", "account"},
    {"OwnerId", "owner"},
    {"StageName", "stage"},
    {"IsClosed", ""},
    {"IsWon", ""},
    {"Amount", "amount"},
    {"CurrencyIsoCode", "", true},
    {"CloseDate", "close"},
    {"LeadSource", "source"},
    {"Campaign.Name", "", true},
    {"NextStep", "nextStep"},
    {"CreatedDate", "created"},
};

constexpr SalesforceWanted roles[] = {{"OpportunityId", ""}};

constexpr SalesforceWanted history[] = {
    {"OpportunityId", ""},          {"StageName", ""},
    {"Amount", "", true},           {"CloseDate", "", true},        {"CreatedDate", ""},
    {"ForecastCategory", "", true}, {"CurrencyIsoCode", "", true},
};

constexpr SalesforceWanted emails[] = {
    {"Subject", ""},           {"MessageDate", ""},      {"Incoming", ""},
    {"RelatedToId", "", true}, {"ActivityId", "", true}, {"Activity.WhoId", "", true},
    {"IsBounced", "", true},   {"CreatedDate", ""},
};

constexpr SalesforceWanted tasks[] = {
    {"Subject", ""},        {"Description", "", true}, {"WhoId", ""},
    {"WhatId", ""},         {"AccountId", "", true},   {"ActivityDate", ""},
    {"IsClosed", ""},       {"TaskSubtype", "", true}, {"CompletedDateTime", "", true},
    {"CallType", "", true}, {"CreatedDate", ""},       {"CallDurationInSeconds", "", true},
};

constexpr SalesforceWanted meetings[] = {
    {"Subject", ""},     {"Description", "", true},      {"WhoId", ""},
    {"WhatId", ""},      {"AccountId", "", true},        {"StartDateTime", "", true},
    {"EndDateTime", ""}, {"ActivityDateTime", "", true}, {"ActivityDate", "", true},
    {"CreatedDate", ""},
};

constexpr std::string_view isLive = "IsDeleted = false";

using enum SalesforceStreamKind;

constexpr std::array<SalesforceStream, 12> streams = {{
    {Users, "User", "User", "owners", RecordKind::Owner, "SystemModstamp", "", "", false, false,
     users},
    {Products, "Product2", "Product2", "products", RecordKind::Product, "SystemModstamp", "",
     isLive, false, false, products},
    {Accounts, "Account", "Account", "accounts", RecordKind::Account, "SystemModstamp", "", isLive,
     true, false, accounts},
    {Contacts, "Contact", "Contact", "contacts", RecordKind::Contact, "SystemModstamp", "", isLive,
     true, false, contacts},
    {Leads, "Lead", "Lead", "leads", RecordKind::Contact, "SystemModstamp", "",
     "IsDeleted = false AND IsConverted = false", true, false, leads},
    {Deals, "Opportunity", "Opportunity", "deals", RecordKind::Deal, "SystemModstamp", "", isLive,
     false, false, deals},
    {Roles, "OpportunityContactRole", "OpportunityContactRole", "deal_contacts", std::nullopt,
     "SystemModstamp", "", "", false, true, roles},
    {History, "OpportunityHistory", "OpportunityHistory", "stage_changes", std::nullopt,
     "CreatedDate", "", "", false, false, history},
    {Emails, "EmailMessage", "EmailMessage", "emails", std::nullopt, "SystemModstamp",
     "IsDeleted = false AND ParentId = null AND Status != '5'", "", false, false, emails},
    {Tasks, "Task", "Task", "tasks", std::nullopt, "SystemModstamp",
     "IsDeleted = false AND IsClosed = true AND IsRecurrence = false", "", false, false, tasks},
    {Meetings, "Event", "Event", "meetings", std::nullopt, "SystemModstamp",
     "IsDeleted = false AND IsRecurrence = false", "", false, false, meetings},
    {HeldMeetings, "Held", "Event", "held_meetings", std::nullopt, "EndDateTime",
     "IsDeleted = false AND IsRecurrence = false", "", false, true, meetings},
}};

std::optional<FileKind> fieldsKind(const SalesforceStream &stream)
{
    for (const FileKind kind : {FileKind::Owners, FileKind::Products, FileKind::Accounts,
                                FileKind::Contacts, FileKind::Deals}) {
        if (stream.record && recordKindOf(kind) == stream.record)
            return kind;
    }
    return std::nullopt;
}

bool isShown(const SalesforceObject &object, std::string_view path, bool isPlain)
{
    const bool isRelated = path.find('.') != std::string_view::npos;
    return object.shows(path) && !(isPlain && isRelated);
}

// Every field of ours that no cell of this object fills: what we have of it stays.
std::set<std::string> notDelivered(const SalesforceStream &stream, const SalesforceObject &object,
                                   bool isPlain)
{
    std::set<std::string> out;
    const auto kind = fieldsKind(stream);
    if (!kind)
        return out;
    for (const FieldDef &def : fieldsOf(*kind)) {
        if (!def.helper)
            out.emplace(def.name);
    }
    for (const char *always : {"id", "updated", "deleted"})
        out.erase(always);
    for (const SalesforceWanted &wanted : stream.wanted) {
        if (isShown(object, wanted.path, isPlain))
            out.erase(std::string(wanted.field));
    }
    if (stream.kind == Deals && object.children.contains("OpportunityContactRoles"))
        out.erase("contact");
    return out;
}

} // namespace

std::span<const SalesforceStream> salesforceStreams()
{
    return streams;
}

const SalesforceStream &salesforceStream(SalesforceStreamKind kind)
{
    return streams[static_cast<std::size_t>(kind)];
}

SalesforceSelection salesforceSelection(const SalesforceStream &stream,
                                        const SalesforceObject &object, bool isPlain)
{
    SalesforceSelection out;
    out.text = "Id";
    const auto add = [&](std::string_view path) { out.text.append(", ").append(path); };
    const bool isRecord = stream.record.has_value();
    if (isRecord || stream.stamp == "SystemModstamp")
        add("SystemModstamp");
    if (isRecord && object.field("IsDeleted") != nullptr)
        add("IsDeleted");
    if (isRecord && object.field("LastModifiedDate") != nullptr)
        add("LastModifiedDate");
    if (stream.hasMaster && object.field("MasterRecordId") != nullptr)
        add("MasterRecordId");
    for (const SalesforceWanted &wanted : stream.wanted) {
        if (isShown(object, wanted.path, isPlain)) {
            add(wanted.path);
            continue;
        }
        out.hidden.emplace(wanted.path);
        if (!wanted.isOptional)
            out.drift.emplace(wanted.path);
    }
    if (stream.kind == Deals && object.children.contains("OpportunityContactRoles"))
        add("(" +
            Soql{"ContactId", "OpportunityContactRoles", "IsPrimary = true AND IsDeleted = false",
                 "", 1}
                .text() +
            ")");
    out.missing = notDelivered(stream, object, isPlain);
    return out;
}

std::optional<std::string_view> salesforceFieldOf(const SalesforceStream &stream,
                                                  std::string_view field)
{
    for (const SalesforceWanted &wanted : stream.wanted) {
        const bool isOwn = wanted.path.find('.') == std::string_view::npos;
        if (!field.empty() && wanted.field == field && isOwn)
            return wanted.path;
    }
    return std::nullopt;
}

} // namespace topline::crm
