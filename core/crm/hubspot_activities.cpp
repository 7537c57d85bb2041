#include "core/crm/hubspot_activities.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_events.h"
#include "core/crm/hubspot_json.h"

#include <QJsonArray>

#include <algorithm>
#include <cstdlib>

namespace topline::crm {

namespace {

using base::ErrorCode;
using domain::ActionKind;

constexpr base::DurationMs retryMs = base::minuteMs;
constexpr base::DurationMs meetingMs = 30 * base::minuteMs;
constexpr std::size_t textMax = 65'536;

std::optional<HubSpotKind> kindOf(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Task:
        return HubSpotKind::Tasks;
    case ActionKind::Call:
        return HubSpotKind::Calls;
    case ActionKind::Email:
        return HubSpotKind::Emails;
    case ActionKind::Meeting:
        return HubSpotKind::Meetings;
    case ActionKind::Note:
        return HubSpotKind::Notes;
    default:
        return std::nullopt;
    }
}

// The names of the address live in a JSON text; from and to of their own are read-only copies.
std::string mailHeaders(const std::string &to)
{
    const QJsonObject address{{QStringLiteral("email"), toQt(to)}};
    return compactJson({{QStringLiteral("to"), QJsonArray{address}},
                        {QStringLiteral("cc"), QJsonArray()},
                        {QStringLiteral("bcc"), QJsonArray()}});
}

std::map<std::string, std::string> contentOf(HubSpotKind kind, const EffectWire &wire,
                                             base::UtcMs atMs)
{
    std::map<std::string, std::string> out{{"hs_timestamp", hubspotTimeText(atMs)}};
    switch (kind) {
    case HubSpotKind::Tasks:
        out["hs_task_subject"] = wire.subject;
        out["hs_task_body"] = htmlText(wire.body);
        out["hs_task_status"] = "NOT_STARTED";
        out["hs_task_type"] = "TODO";
        break;
    case HubSpotKind::Calls:
        out["hs_call_title"] = wire.subject;
        out["hs_call_body"] = htmlText(wire.body);
        out["hs_call_direction"] = "OUTBOUND";
        out["hs_call_status"] = "COMPLETED";
        if (wire.callResult) {
            out["hs_call_disposition"] = std::string(hubspotDisposition(*wire.callResult));
            out["hs_call_duration"] = std::to_string(wire.callMs);
        }
        break;
    case HubSpotKind::Emails:
        out["hs_email_subject"] = wire.subject;
        out["hs_email_text"] = wire.body;
        out["hs_email_direction"] = "EMAIL";
        out["hs_email_status"] = "SENT";
        if (!wire.to.empty())
            out["hs_email_headers"] = mailHeaders(wire.to);
        break;
    case HubSpotKind::Meetings:
        out["hs_meeting_title"] = wire.subject;
        out["hs_meeting_body"] = htmlText(wire.body);
        out["hs_meeting_start_time"] = out["hs_timestamp"];
        out["hs_meeting_end_time"] = hubspotTimeText(wire.untilMs.value_or(atMs + meetingMs));
        out["hs_meeting_outcome"] = "SCHEDULED";
        break;
    default:
        out["hs_note_body"] = htmlText(wire.subject.empty() ? wire.body
                                       : wire.body.empty()  ? wire.subject
                                                            : wire.subject + "\n\n" + wire.body);
        break;
    }
    return out;
}

PushAnswer refusedAnswer(const base::Error &error)
{
    PushAnswer out;
    out.state = PushState::Refused;
    out.detail = error.message;
    out.reference = error.reference;
    return out;
}

base::Error refusal(const std::string &message)
{
    return {.code = ErrorCode::InvalidInput, .message = message};
}

} // namespace

const HubSpotObject *hubspotActivityOf(ActionKind kind)
{
    const auto known = kindOf(kind);
    return known ? &hubspotObject(*known) : nullptr;
}

QJsonObject HubSpotActivities::createBody(const Draft &draft)
{
    QJsonObject values;
    for (const auto &[name, value] : draft.properties)
        values.insert(toQt(name), toQt(value));
    QJsonArray associations;
    for (const auto &[other, id] : draft.links) {
        const QJsonObject type{
            {QStringLiteral("associationCategory"), QStringLiteral("HUBSPOT_DEFINED")},
            {QStringLiteral("associationTypeId"),
             hubspotLinkType(draft.object->name, other).plain}};
        associations.append(
            QJsonObject{{QStringLiteral("to"), QJsonObject{{QStringLiteral("id"), toQt(id)}}},
                        {QStringLiteral("types"), QJsonArray{type}}});
    }
    return {{QStringLiteral("properties"), values}, {QStringLiteral("associations"), associations}};
}

bool HubSpotActivities::dropRefused(const std::set<std::string> &refused, const std::string &key,
                                    Draft &draft)
{
    return std::erase_if(draft.properties, [&](const auto &one) {
               return one.first != key && one.first != draft.titleProperty &&
                      one.first != draft.bodyProperty && refused.count(one.first) > 0;
           }) > 0;
}

base::Result<HubSpotActivities::Draft> HubSpotActivities::draftOf(const domain::Effect &effect,
                                                                  const EffectWire &wire)
{
    const auto kind = kindOf(wire.kind);
    if (!kind)
        return refusal("HubSpot has no activity for this action.");
    Draft out;
    out.object = &hubspotObject(*kind);
    out.effectId = wire.effectId;
    out.atMs = wire.atMs != 0 ? wire.atMs : effect.changedMs;
    out.properties = contentOf(*kind, wire, out.atMs);
    for (const HubSpotProperty &property : out.object->properties) {
        if (property.field == "title")
            out.titleProperty = property.name;
        else if (property.field == "body")
            out.bodyProperty = property.name;
    }
    for (const auto &[name, value] : out.properties) {
        if (value.size() > textMax)
            return refusal("The text is longer than the 65,536 characters that HubSpot takes.");
    }
    const std::pair<const char *, const std::string *> targets[] = {
        {"contacts", &wire.contact}, {"companies", &wire.account}, {"deals", &wire.deal}};
    for (const auto &[other, remoteId] : targets) {
        if (remoteId->empty())
            continue;
        const auto id = withoutHubSpotPrefix(*remoteId);
        if (!id || !isHubSpotId(*id))
            return refusal("\"" + *remoteId + "\" is no record of HubSpot.");
        out.links.emplace(other, *id);
    }
    const auto owner = withoutHubSpotPrefix(wire.owner);
    if (owner && isHubSpotId(*owner))
        out.properties["hubspot_owner_id"] = *owner;
    const std::string &key = m_desk.client.options().uniqueProperty;
    TRY_ASSIGN(out.isUnique,
               m_desk.schema.isUnique(out.object->name, key, m_desk.client, m_desk.cancel));
    if (out.isUnique)
        out.properties[key] = out.effectId;
    out.isRepeat = effect.attempts > 1 || m_tries.count(out.effectId) > 0;
    return out;
}

base::Result<std::optional<QJsonObject>> HubSpotActivities::findByKey(const Draft &draft)
{
    std::string properties;
    for (const std::string &name : draft.object->propertyNames())
        properties += (properties.empty() ? "" : ",") + name;
    const auto answer =
        m_desk.client.call({.path = hubspotObjectPath(draft.object->name, "/" + draft.effectId),
                            .query = "idProperty=" + m_desk.client.options().uniqueProperty +
                                     "&properties=" + properties,
                            .namesRecord = true},
                           m_desk.cancel);
    if (!answer.ok())
        return answer.error();
    if (answer->ok())
        return std::optional(answer->body);
    const base::Error error = hubspotError(answer->status, answer->body, true);
    if (error.code == ErrorCode::NotFound)
        return std::optional<QJsonObject>();
    return error;
}

// Through the links of one of its records, which are not behind as searches are, and by its time.
base::Result<std::optional<QJsonObject>> HubSpotActivities::findByContent(const Draft &draft)
{
    std::vector<QJsonObject> candidates;
    for (const char *other : {"contacts", "deals", "companies"}) {
        const auto link = draft.links.find(other);
        if (link == draft.links.end())
            continue;
        TRY_ASSIGN(const auto ids, m_reads.linkedIds(other, draft.object->name, link->second));
        TRY_ASSIGN(candidates,
                   m_reads.records(*draft.object, ids, draft.object->propertyNames(), {}));
        break;
    }
    TRY_ASSIGN(const auto byTime, m_reads.rowsAt(*draft.object, "hs_timestamp", draft.atMs));
    candidates.insert(candidates.end(), byTime.begin(), byTime.end());
    for (const QJsonObject &record : candidates) {
        if (!hasContent(draft, record))
            continue;
        TRY_ASSIGN(const bool isIts, hasLinks(draft, record));
        if (isIts)
            return std::optional(record);
    }
    return std::optional<QJsonObject>();
}

// The same words for several deals at once are as many activities as there are deals.
base::Result<bool> HubSpotActivities::hasLinks(const Draft &draft, const QJsonObject &record)
{
    const std::string id = jsonId(record.value(QLatin1String("id")));
    for (const auto &[other, wanted] : draft.links) {
        TRY_ASSIGN(const auto ids, m_reads.linkedIds(draft.object->name, other, id));
        if (!ids.empty() && std::find(ids.begin(), ids.end(), wanted) == ids.end())
            return false;
    }
    return true;
}

// The same time and words, and not known to be another effect's.
bool HubSpotActivities::hasContent(const Draft &draft, const QJsonObject &record) const
{
    const std::string id = jsonId(record.value(QLatin1String("id")));
    const bool isAnothers = std::any_of(m_tries.begin(), m_tries.end(), [&](const auto &known) {
        return known.second == id && known.first != draft.effectId;
    });
    const QJsonObject properties = jsonObject(record, "properties");
    const auto same = [&](const std::string &name) {
        if (name.empty())
            return true;
        const std::string theirs = propertyText(properties, name).value_or(std::string());
        return plainText(theirs) == plainText(draft.properties.at(name));
    };
    const auto at = hubspotTime(propertyText(properties, "hs_timestamp").value_or(std::string()));
    return !isAnothers && at && std::abs(*at - draft.atMs) < base::secondMs &&
           same(draft.titleProperty) && same(draft.bodyProperty);
}

base::Result<std::optional<QJsonObject>> HubSpotActivities::find(const Draft &draft)
{
    if (draft.isUnique)
        return findByKey(draft);
    const auto known = m_tries.find(draft.effectId);
    if (known != m_tries.end() && !known->second.empty())
        return std::optional(QJsonObject{{QStringLiteral("id"), toQt(known->second)}});
    return findByContent(draft);
}

PushAnswer HubSpotActivities::found(const Draft &draft, const QJsonObject &record, PushState state)
{
    PushAnswer out;
    out.state = state;
    const std::string id = jsonId(record.value(QLatin1String("id")));
    out.remoteId = withHubSpotPrefix(id);
    m_tries[draft.effectId] = id;
    return out;
}

PushAnswer HubSpotActivities::push(const domain::Effect &effect, const EffectWire &wire)
{
    const base::UtcMs now = m_desk.clock.now();
    const auto draft = draftOf(effect, wire);
    if (!draft.ok())
        return notWritten(draft.error(), now);
    const auto known = find(*draft);
    if (!known.ok()) {
        // Where it may have been sent before, not being able to look is no reason to send it again.
        return notWritten(known.error(), now);
    }
    if (*known)
        return found(*draft, **known, PushState::AlreadyApplied);
    if (!draft->isUnique && draft->isRepeat) {
        PushAnswer out;
        out.detail = "It cannot be proved that HubSpot does not have it yet.";
        return out;
    }
    return create(*draft);
}

PushAnswer HubSpotActivities::create(Draft draft)
{
    std::optional<PushAnswer> out;
    while (!out) // each time with fewer properties
        out = tryCreate(draft);
    return *out;
}

std::optional<PushAnswer> HubSpotActivities::tryCreate(Draft &draft)
{
    const auto answer = m_desk.client.call({.method = HttpMethod::Post,
                                            .path = hubspotObjectPath(draft.object->name),
                                            .body = createBody(draft),
                                            .isRead = false},
                                           m_desk.cancel);
    if (!answer.ok()) {
        if (answer.error().code != ErrorCode::Unknown)
            return notWritten(answer.error(), m_desk.clock.now());
        noteTry(draft);
        return afterDoubt(draft, answer.error(), false);
    }
    const base::Error error = hubspotError(answer->status, answer->body, false);
    if (answer->ok())
        return found(draft, answer->body, PushState::Applied);
    if (answer->status >= 500) {
        noteTry(draft);
        return afterDoubt(draft, error, true);
    }
    if (answer->status == 404 || answer->status == 410) {
        if (const auto status = checkPath(m_desk, *draft.object); !status.ok())
            return notWritten(status.error(), m_desk.clock.now());
    }
    // Somebody, perhaps an earlier try of ours, was faster.
    if (answer->status == 409 || (answer->status == 400 && draft.isUnique)) {
        const auto twin = find(draft);
        if (twin.ok() && *twin)
            return found(draft, **twin, PushState::AlreadyApplied);
    }
    const std::string &key = m_desk.client.options().uniqueProperty;
    const auto refused = refusedProperties(answer->body);
    const bool isDropped = dropRefused(refused, key, draft);
    if (refused.count(key) > 0)
        m_desk.schema.forget(draft.object->name); // the next try goes without it
    if (answer->status == 400 && isDropped)
        return std::nullopt;
    PushAnswer out = refusedAnswer(error);
    if (refused.count(key) > 0) {
        out.state = PushState::NotSent;
        out.retryAtMs = m_desk.clock.now() + retryMs;
    }
    return out;
}

PushAnswer HubSpotActivities::afterDoubt(const Draft &draft, const base::Error &error,
                                         bool isAnswered)
{
    const auto arrived = find(draft);
    if (arrived.ok() && *arrived)
        return found(draft, **arrived, PushState::Applied);
    PushAnswer out;
    out.detail = error.message;
    out.reference = error.reference;
    // With the key a repeat cannot make a second one, so it may be sent again.
    if (isAnswered && arrived.ok() && draft.isUnique) {
        out.state = PushState::NotSent;
        out.retryAtMs = m_desk.clock.now() + retryMs;
    }
    return out;
}

PushAnswer HubSpotActivities::lookUp(const domain::Effect &effect, const EffectWire &wire)
{
    PushAnswer out;
    const auto draft = draftOf(effect, wire);
    if (!draft.ok()) {
        out.detail = draft.error().message;
        return out;
    }
    const auto known = find(*draft);
    if (!known.ok()) {
        out.detail = known.error().message;
        out.reference = known.error().reference;
        return out;
    }
    if (*known)
        return found(*draft, **known, PushState::Applied);
    out.detail = "HubSpot does not show it.";
    if (draft->isUnique)
        out.state = PushState::Refused;
    return out;
}

} // namespace topline::crm
