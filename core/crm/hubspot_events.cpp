#include "core/crm/hubspot_events.h"

#include "core/base/html_tokens.h"
#include "core/base/text.h"
#include "core/crm/hubspot_json.h"

#include <QJsonObject>

#include <algorithm>

namespace topline::crm {

namespace {

using domain::Event;
using domain::EventKind;

// The vendor's own numbers for outcomes of calls; other accounts have others of their own.
constexpr std::string_view connected = "f240bbac-87c9-4f6e-bf70-924b57d47db7";
constexpr std::string_view liveMessage = "a4c4c377-d246-4b32-a13b-75a56a4cd0ff";
constexpr std::string_view leftVoicemail = "b2cf5968-551e-4856-9783-52b3da59a7d0";
constexpr std::string_view noAnswer = "73a0d17f-1163-4015-bdd5-ec830791da20";
constexpr std::string_view wrongNumber = "17b47fee-58de-441e-a44c-c6300d46f273";

bool endsLine(std::string_view tag)
{
    const std::string name = base::lowerAscii(tag);
    for (const std::string_view one : {"br", "/p", "/div", "/li", "/h1", "/h2", "/h3", "/tr"}) {
        if (name.substr(0, one.size()) == one &&
            (name.size() == one.size() || name.find_first_of(" /", one.size()) == one.size()))
            return true;
    }
    return false;
}

struct Draft {
    const HubSpotObject &object;
    const HubSpotRow &row;
    QJsonObject properties;
    Page &page;

    std::string text(std::string_view name) const
    {
        return propertyText(properties, name).value_or(std::string());
    }

    base::UtcMs time(std::string_view name, base::UtcMs otherwise) const
    {
        return hubspotTime(text(name)).value_or(otherwise);
    }

    template <typename Id> domain::Ref<Id> link(std::string_view other) const
    {
        const auto found = row.links.find(other);
        return found == row.links.end() ? domain::Ref<Id>{}
                                        : domain::Ref<Id>{{}, withHubSpotPrefix(found->second)};
    }

    Event &add(EventKind kind, base::UtcMs atMs) const
    {
        Event out;
        const std::string id = jsonId(row.record.value(QLatin1String("id")));
        out.sourceKey = domain::eventKey("hubspot", std::string(object.name) + "/" + id + "/" +
                                                        std::string(domain::eventKindName(kind)));
        out.account = link<domain::AccountId>("companies");
        out.contact = link<domain::ContactId>("contacts");
        out.deal = link<domain::DealId>("deals");
        out.kind = kind;
        out.atMs = atMs;
        out.receivedMs = hubspotModified(object, row.record);
        page.events.push_back(std::move(out));
        return page.events.back();
    }
};

void addTask(const Draft &draft)
{
    if (draft.text("hs_task_status") != "COMPLETED")
        return;
    // A task that is done before it is due was not done in the future.
    const base::UtcMs changed = hubspotModified(draft.object, draft.row.record);
    const base::UtcMs due = std::min(draft.time("hs_timestamp", changed), changed);
    Event &event = draft.add(EventKind::TaskDone, draft.time("hs_task_completion_date", due));
    event.title = draft.text("hs_task_subject");
    event.body = plainText(draft.text("hs_task_body"));
}

void addCall(const Draft &draft, base::UtcMs at)
{
    const std::string outcome = draft.text("hs_call_disposition");
    const std::string direction = draft.text("hs_call_direction");
    const bool isAnswered = outcome == connected || outcome == liveMessage;
    const auto fill = [&](Event &event) {
        event.title = draft.text("hs_call_title");
        event.body = plainText(draft.text("hs_call_body"));
        bool isNumber = false;
        const qlonglong ms = toQt(draft.text("hs_call_duration")).toLongLong(&isNumber);
        event.amount =
            isNumber ? static_cast<std::int32_t>(std::clamp<qlonglong>(ms / 1000, 0, 1'000'000))
                     : 0;
    };
    if (direction == "INBOUND") {
        fill(draft.add(EventKind::CallAnswered, at));
        return;
    }
    fill(draft.add(EventKind::CallMade, at));
    if (direction == "OUTBOUND" && isAnswered)
        fill(draft.add(EventKind::CallAnswered, at));
}

void addEmail(const Draft &draft, base::UtcMs at)
{
    const std::string status = draft.text("hs_email_status");
    if (status == "FAILED" || status == "SCHEDULED" || status == "SENDING")
        return;
    EventKind kind = EventKind::EmailSent;
    if (draft.text("hs_email_direction") == "INCOMING_EMAIL")
        kind = EventKind::EmailReplied;
    else if (status == "BOUNCED")
        kind = EventKind::EmailBounced;
    Event &event = draft.add(kind, at);
    event.title = draft.text("hs_email_subject");
    event.body = draft.text("hs_email_text");
}

void addMeeting(const Draft &draft, base::UtcMs at)
{
    const auto fill = [&](Event &event) {
        event.title = draft.text("hs_meeting_title");
        event.body = plainText(draft.text("hs_meeting_body"));
    };
    const base::UtcMs start = draft.time("hs_meeting_start_time", at);
    fill(draft.add(EventKind::MeetingBooked, draft.time("hs_createdate", start)));
    const std::string outcome = draft.text("hs_meeting_outcome");
    if (outcome == "COMPLETED") {
        Event &held = draft.add(EventKind::MeetingHeld, start);
        fill(held);
        // How long it took: what follows it begins at its end.
        const base::UtcMs end = draft.time("hs_meeting_end_time", start);
        held.amount = static_cast<std::int32_t>(
            std::clamp<std::int64_t>((end - start) / base::secondMs, 0, 86'400));
    } else if (outcome == "NO_SHOW") {
        fill(draft.add(EventKind::MeetingMissed, start));
    } else if (outcome == "CANCELED") {
        fill(draft.add(EventKind::MeetingCancelled, start));
    }
}

} // namespace

void addEvents(const HubSpotObject &object, const HubSpotRow &row, Page &page)
{
    const Draft draft{object, row, jsonObject(row.record, "properties"), page};
    const base::UtcMs at = draft.time(
        "hs_timestamp", draft.time("hs_createdate", hubspotModified(object, row.record)));
    switch (object.kind) {
    case HubSpotKind::Tasks:
        return addTask(draft);
    case HubSpotKind::Calls:
        return addCall(draft, at);
    case HubSpotKind::Emails:
        return addEmail(draft, at);
    case HubSpotKind::Meetings:
        return addMeeting(draft, at);
    default:
        draft.add(EventKind::NoteAdded, at).body = plainText(draft.text("hs_note_body"));
        return;
    }
}

std::string_view hubspotDisposition(domain::CallResult result)
{
    switch (result) {
    case domain::CallResult::Connected:
    case domain::CallResult::MeetingAgreed: // the meeting is an object of its own
        return connected;
    case domain::CallResult::LeftMessage:
        return leftVoicemail;
    case domain::CallResult::NoAnswer:
        return noAnswer;
    case domain::CallResult::WrongNumber:
        return wrongNumber;
    }
    return connected;
}

std::vector<HubSpotTally> eventTallies(HubSpotKind kind)
{
    switch (kind) {
    case HubSpotKind::Tasks:
        return {{1, {{{"hs_task_status", "COMPLETED"}}}}};
    case HubSpotKind::Calls:
        return {{1, {}},
                {1,
                 {{{"hs_call_direction", "OUTBOUND"}, {"hs_call_disposition", connected}},
                  {{"hs_call_direction", "OUTBOUND"}, {"hs_call_disposition", liveMessage}}}}};
    case HubSpotKind::Emails:
        return {{1, {}},
                {-1,
                 {{{"hs_email_status", "FAILED"}},
                  {{"hs_email_status", "SCHEDULED"}},
                  {{"hs_email_status", "SENDING"}}}}};
    case HubSpotKind::Meetings:
        return {{1, {}},
                {1,
                 {{{"hs_meeting_outcome", "COMPLETED"}},
                  {{"hs_meeting_outcome", "NO_SHOW"}},
                  {{"hs_meeting_outcome", "CANCELED"}}}}};
    default:
        return {{1, {}}};
    }
}

std::string plainText(std::string_view html)
{
    std::string out;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '<') {
            const std::size_t end = html.find('>', at);
            if (end != std::string_view::npos) {
                if (endsLine(html.substr(at + 1, end - at - 1)))
                    out += '\n';
                at = end + 1;
                continue;
            }
        }
        const std::size_t next = std::min(html.find('<', at + 1), html.size());
        out += base::htmlDecoded(html.substr(at, next - at));
        at = next;
    }
    return std::string(base::trimmed(out));
}

std::string htmlText(std::string_view text)
{
    std::string out;
    for (const char c : base::htmlEscaped(text)) {
        if (c == '\n')
            out += "<br>";
        else if (c != '\r')
            out += c;
    }
    return out;
}

} // namespace topline::crm
