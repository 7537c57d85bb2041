#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/salesforce_mapping.h"

#include <algorithm>
#include <initializer_list>

namespace topline::crm {

namespace {

using domain::Event;
using domain::EventKind;

constexpr std::size_t titleBytesMax = 500;
constexpr std::size_t bodyBytesMax = 20'000;

// An account, a deal, or a person; false for what we do not keep.
bool setReference(const std::string &id, Event &out)
{
    const std::string remoteId = salesforceRemoteId(id);
    if (isSalesforceIdOf(id, "003") || isSalesforceIdOf(id, "00Q"))
        out.contact.remoteId = remoteId;
    else if (isSalesforceIdOf(id, "006"))
        out.deal.remoteId = remoteId;
    else if (isSalesforceIdOf(id, "001"))
        out.account.remoteId = remoteId;
    else
        return false;
    return !remoteId.empty();
}

// Who is a lead or contact; what is a deal, an account, or something that we do not keep.
void setReferences(const SalesforceRow &row, std::string_view who, std::string_view what,
                   Event &out)
{
    setReference(row.text(who), out);
    setReference(row.text(what), out);
    if (out.account.remoteId.empty())
        out.account.remoteId = salesforceRemoteId(row.text("AccountId"));
}

std::optional<base::UtcMs> firstTime(const SalesforceRow &row,
                                     std::initializer_list<std::string_view> paths)
{
    for (const std::string_view path : paths) {
        if (const auto time = salesforceTime(row.text(path)))
            return time;
    }
    return std::nullopt;
}

EventKind taskKind(const SalesforceRow &row)
{
    const std::string kind = row.text("TaskSubtype");
    if (kind == "Call" || row.has("CallType"))
        return row.text("CallType") == "Inbound" ? EventKind::CallAnswered : EventKind::CallMade;
    if (kind == "Email" || kind == "ListEmail")
        return EventKind::EmailSent;
    return EventKind::TaskDone;
}

bool fillTask(const SalesforceRow &row, Event &out)
{
    const auto at = firstTime(row, {"CompletedDateTime", "ActivityDate", "CreatedDate"});
    if (!at)
        return false;
    out.atMs = *at;
    out.kind = taskKind(row);
    const auto seconds = base::parseInteger(row.text("CallDurationInSeconds"));
    if (seconds.ok())
        out.amount = static_cast<std::int32_t>(std::clamp<std::int64_t>(*seconds, 0, 86'400));
    setReferences(row, "WhoId", "WhatId", out);
    return true;
}

bool fillEmail(const SalesforceRow &row, Event &out)
{
    const auto at = firstTime(row, {"MessageDate", "CreatedDate"});
    if (!at)
        return false;
    out.atMs = *at;
    out.kind = row.flag("Incoming") ? EventKind::EmailReplied : EventKind::EmailSent;
    if (row.flag("IsBounced"))
        out.kind = EventKind::EmailBounced;
    setReferences(row, "Activity.WhoId", "RelatedToId", out);
    return true;
}

bool fillMeeting(const SalesforceRow &row, base::UtcMs nowMs, Event &out)
{
    const auto start = firstTime(row, {"StartDateTime", "ActivityDateTime", "ActivityDate"});
    const auto end = firstTime(row, {"EndDateTime", "StartDateTime", "ActivityDate"});
    if (!start || !end)
        return false;
    const bool isHeld = *end <= nowMs;
    out.kind = isHeld ? EventKind::MeetingHeld : EventKind::MeetingBooked;
    out.atMs = isHeld ? *start : firstTime(row, {"CreatedDate"}).value_or(*start);
    if (isHeld) // how long it took: what follows it begins at its end
        out.amount = static_cast<std::int32_t>(
            std::clamp<std::int64_t>((*end - *start) / base::secondMs, 0, 86'400));
    setReferences(row, "WhoId", "WhatId", out);
    return true;
}

bool fillNote(const SalesforceRow &row, Event &out)
{
    const auto at = firstTime(row, {"ContentDocument.CreatedDate", "CreatedDate"});
    const bool isOurs =
        setReference(row.text("LinkedEntityId"), out) || setReference(row.text("ParentId"), out);
    if (!at || !isOurs)
        return false;
    out.atMs = *at;
    out.kind = EventKind::NoteAdded;
    return true;
}

// Where the objects have different names for it.
std::string firstText(const SalesforceRow &row, std::initializer_list<std::string_view> paths,
                      std::size_t bytesMax)
{
    for (const std::string_view path : paths) {
        if (row.has(path))
            return base::storableText(row.text(path), bytesMax);
    }
    return {};
}

} // namespace

void addSalesforceEvent(const SalesforceStream &stream, const SalesforceRow &row,
                        const SalesforceContext &context, Page &page)
{
    using enum SalesforceStreamKind;
    Event out;
    std::string key = row.id;
    bool isEvent = false;
    if (stream.kind == Tasks) {
        isEvent = fillTask(row, out);
    } else if (stream.kind == Emails) {
        isEvent = fillEmail(row, out);
        // A mail makes a task of its own: one key, so that it is told once.
        if (const auto task = salesforceId18(row.text("ActivityId")))
            key = *task;
    } else if (stream.kind == Notes) {
        isEvent = fillNote(row, out);
    } else if (stream.isNoteLink()) {
        // The note's own id, on however many records it stands.
        const auto note = salesforceId18(row.text("ContentDocumentId"));
        isEvent = note && fillNote(row, out);
        key = note.value_or("");
    } else {
        isEvent = fillMeeting(row, context.nowMs, out);
        key += out.kind == EventKind::MeetingHeld ? "/held" : "/booked";
    }
    if (!isEvent)
        return;
    out.sourceKey = domain::eventKey("salesforce", key);
    const bool isThere = std::any_of(page.events.begin(), page.events.end(), [&](const auto &one) {
        return one.sourceKey == out.sourceKey;
    });
    if (isThere)
        return;
    out.title = firstText(row, {"Subject", "Title", "ContentDocument.Title"}, titleBytesMax);
    out.body = firstText(
        row, {"Description", "Body", "ContentDocument.LatestPublishedVersion.TextPreview"},
        bodyBytesMax);
    page.events.push_back(std::move(out));
}

void addSalesforceMember(const SalesforceRow &row, Page &page)
{
    const auto added = salesforceTime(row.text("CreatedDate"));
    // A converted lead's row names both; the contact is the one who goes on.
    Event out;
    const bool isOurs = setReference(row.text("ContactId"), out) ||
                        setReference(row.text("LeadId"), out) ||
                        setReference(row.text("AccountId"), out);
    if (!added || !isOurs)
        return;
    out.title = base::storableText(row.text("Campaign.Name"), titleBytesMax);
    const auto add = [&](EventKind kind, const char *suffix, base::UtcMs atMs) {
        out.kind = kind;
        out.atMs = atMs;
        out.sourceKey = domain::eventKey("salesforce", row.id + suffix);
        page.events.push_back(out);
    };
    add(EventKind::CampaignAdded, "/added", *added);
    // A day without an hour, of which only the part after being added can be meant.
    const auto responded = salesforceTime(row.text("FirstRespondedDate"));
    if (row.flag("HasResponded") && responded)
        add(EventKind::CampaignResponded, "/responded", std::max(*responded, *added));
}

} // namespace topline::crm
