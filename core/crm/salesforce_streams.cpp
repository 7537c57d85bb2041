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
    {"OpportunityId", ""},         {"StageName", ""},   {"Amount", "", true},
    {"CloseDate", "", true},       {"CreatedDate", ""}, {"ForecastCategory", "", true},
    {"CurrencyIsoCode", "", true},
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

constexpr SalesforceWanted members[] = {
    {"ContactId", ""},    {"LeadId", ""},
    {"HasResponded", ""}, {"FirstRespondedDate", ""},
    {"CreatedDate", ""},  {"AccountId", "", true}, // where accounts may be members
    {"Status", "", true}, {"Campaign.Name", "", true},
};

// The preview is what a query can bring of a note; its content is a download for each.
constexpr SalesforceWanted noteLinks[] = {
    {"ContentDocumentId", ""},
    {"LinkedEntityId", ""},
    {"ContentDocument.Title", ""},
    {"ContentDocument.CreatedDate", ""},
    {"ContentDocument.LatestPublishedVersion.TextPreview", "", true},
};

constexpr SalesforceWanted notes[] = {
    {"Title", ""}, {"Body", ""}, {"ParentId", ""}, {"CreatedDate", ""}};

constexpr std::string_view isLive = "IsDeleted = false";

using enum SalesforceStreamKind;

constexpr std::string_view modified = "SystemModstamp";

constexpr SalesforceStream noteLink(SalesforceStreamKind kind, std::string_view parent,
                                    std::string_view key)
{
    SalesforceStream out;
    out.kind = kind;
    out.key = key;
    out.object = "ContentDocumentLink";
    out.progress = "notes";
    out.filter = "ContentDocument.FileType = 'SNOTE'"; // all of them are, and no other file
    out.wanted = noteLinks;
    out.isExtra = true;
    out.needs = {"ContentNote", parent};
    return out;
}

constexpr std::array<SalesforceStream, 18> streams = {{
    {Users, "User", "User", "owners", RecordKind::Owner, modified, "", "", false, false, users},
    {Products, "Product2", "Product2", "products", RecordKind::Product, modified, "", isLive, false,
     false, products},
    {Accounts, "Account", "Account", "accounts", RecordKind::Account, modified, "", isLive, true,
     false, accounts},
    {Contacts, "Contact", "Contact", "contacts", RecordKind::Contact, modified, "", isLive, true,
     false, contacts},
    {Leads, "Lead", "Lead", "leads", RecordKind::Contact, modified, "",
     "IsDeleted = false AND IsConverted = false", true, false, leads},
    {Members, "CampaignMember", "CampaignMember", "campaigns", std::nullopt, modified, isLive, "",
     false, false, members, true},
    {Roles, "OpportunityContactRole", "OpportunityContactRole", "deal_contacts", std::nullopt,
     modified, "", "", false, true, roles},
    {Deals, "Opportunity", "Opportunity", "deals", RecordKind::Deal, modified, "", isLive, false,
     false, deals},
    noteLink(DealNotes, "Opportunity", "DealNote"),
    noteLink(ContactNotes, "Contact", "ContactNote"),
    noteLink(LeadNotes, "Lead", "LeadNote"),
    noteLink(AccountNotes, "Account", "AccountNote"),
    {History, "OpportunityHistory", "OpportunityHistory", "stage_changes", std::nullopt,
     "CreatedDate", "", "", false, false, history},
    {Emails, "EmailMessage", "EmailMessage", "emails", std::nullopt, modified,
     "IsDeleted = false AND ParentId = null AND Status != '5'", "", false, false, emails},
    {Tasks, "Task", "Task", "tasks", std::nullopt, modified,
     "IsDeleted = false AND IsClosed = true AND IsRecurrence = false", "", false, false, tasks},
    {Meetings, "Event", "Event", "meetings", std::nullopt, modified,
     "IsDeleted = false AND IsRecurrence = false", "", false, false, meetings},
    {HeldMeetings, "Held", "Event", "held_meetings", std::nullopt, "EndDateTime",
     "IsDeleted = false AND IsRecurrence = false", "", false, true, meetings},
    {Notes, "Note", "Note", "notes", std::nullopt, modified, isLive, "", false, false, notes, true},
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

bool isShown(const SalesforceObject &object, const SalesforceWanted &wanted, bool isPlain)
{
    const bool isRelated = wanted.path.find('.') != std::string_view::npos;
    return object.shows(wanted.path) && !(isPlain && isRelated && wanted.isOptional);
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
        if (isShown(object, wanted, isPlain))
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

// Links cannot be listed as such: only those of some document or of some record.
std::string SalesforceStream::where() const
{
    if (!isNoteLink())
        return std::string(filter);
    return "LinkedEntityId IN (" + Soql{"Id", std::string(needs.back())}.text() + ") AND " +
           std::string(filter);
}

std::string_view salesforceAbsentOf(const SalesforceStream &stream, const SalesforceSchema &schema)
{
    for (const std::string_view name : stream.needs) {
        const SalesforceObject *needed = name.empty() ? nullptr : schema.find(name);
        if (!name.empty() && (needed == nullptr || !needed->isQueryable))
            return name;
    }
    return stream.object;
}

const SalesforceObject *salesforceObjectOf(const SalesforceStream &stream,
                                           const SalesforceSchema &schema)
{
    const SalesforceObject *object = schema.find(stream.object);
    const bool isWhole = salesforceAbsentOf(stream, schema) == stream.object;
    return isWhole && object != nullptr && object->isQueryable ? object : nullptr;
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
        if (isShown(object, wanted, isPlain)) {
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
