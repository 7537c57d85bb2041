#include "core/crm/hubspot_edits.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_json.h"

#include <QJsonArray>

#include <algorithm>

namespace topline::crm {

namespace {

using base::ErrorCode;

constexpr base::DurationMs retryMs = base::minuteMs;
// A version that is gone does not come back soon.
constexpr base::DurationMs pathRetryMs = base::hourMs;
// Their clock and ours may differ by this much.
constexpr base::DurationMs skewMs = 15 * base::minuteMs;

std::string commaList(const std::vector<std::string> &texts)
{
    std::string out;
    for (const std::string &text : texts)
        out += (out.empty() ? "" : ",") + text;
    return out;
}

// Only what differs: the rest is not ours to write.
QJsonObject differing(const HubSpotEdit &edit, const QJsonObject &record, const HubSpotFacts &facts)
{
    const QJsonObject before = jsonObject(record, "properties");
    QJsonObject properties;
    for (const HubSpotChange &change : edit.changes) {
        if (currentValue(*edit.object, change, record, facts) == change.ours)
            continue;
        for (const auto &[name, value] : change.writes) {
            if (propertyText(before, name).value_or(std::string()) != value)
                properties.insert(toQt(name), toQt(value));
        }
    }
    return properties;
}

bool wasEver(const QJsonArray &history, const std::string &value, base::UtcMs sinceMs)
{
    return std::any_of(history.begin(), history.end(), [&](const QJsonValue &one) {
        const QJsonObject version = one.toObject();
        const auto at = hubspotTime(jsonText(version, "timestamp"));
        return jsonText(version, "value") == value && at && *at >= sinceMs;
    });
}

PushAnswer refusedAnswer(const base::Error &error)
{
    PushAnswer out;
    out.state = PushState::Refused;
    out.detail = error.message;
    out.reference = error.reference;
    return out;
}

} // namespace

PushAnswer notWritten(const base::Error &error, base::UtcMs nowMs)
{
    PushAnswer out = refusedAnswer(error);
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::LimitReached:
    case ErrorCode::SignInNeeded:
    case ErrorCode::Cancelled:
    case ErrorCode::Unknown:
        out.state = PushState::NotSent;
        out.retryAtMs = error.retryAtMs.value_or(nowMs + retryMs);
        break;
    default:
        break;
    }
    return out;
}

void addDropped(const std::vector<HubSpotChange> &dropped, PushAnswer &out)
{
    std::string names;
    for (const HubSpotChange &change : dropped) {
        names += (names.empty() ? "" : ", ") + change.field;
        out.clashes.push_back({change.field, change.baseText, change.oursText, ""});
    }
    if (!dropped.empty())
        out.detail += (out.detail.empty() ? "" : " ") +
                      ("HubSpot has no property to write for: " + names + ".");
}

bool dropRefused(const std::set<std::string> &refused, HubSpotEditWork &work)
{
    const auto removed = std::erase_if(work.edit.changes, [&](const HubSpotChange &change) {
        const bool isRefused =
            std::any_of(change.writes.begin(), change.writes.end(),
                        [&](const auto &one) { return refused.count(one.first); });
        if (isRefused)
            work.dropped.push_back(change);
        return isRefused;
    });
    return removed > 0;
}

base::Status checkPath(const HubSpotDesk &desk, const HubSpotObject &object)
{
    const auto list =
        desk.client.read({.path = hubspotObjectPath(object.name), .query = "limit=1"}, desk.cancel);
    if (list.ok())
        return {};
    base::Error out = list.error();
    if (out.code == ErrorCode::Refused) {
        out.code = ErrorCode::Unavailable;
        out.retryAtMs = desk.clock.now() + pathRetryMs;
    }
    return out;
}

base::Result<QJsonObject> HubSpotEdits::readRecord(const HubSpotEdit &edit)
{
    std::string query = "properties=" + commaList(edit.object->propertyNames());
    if (edit.object->kind == HubSpotKind::Deals)
        query += "&propertiesWithHistory=dealstage,amount,closedate";
    return m_desk.client.read({.path = hubspotObjectPath(edit.object->name, "/" + edit.id),
                               .query = query,
                               .namesRecord = true},
                              m_desk.cancel);
}

void HubSpotEdits::addFresh(const HubSpotEdit &edit, const QJsonObject &record, Page &fresh)
{
    const HubSpotRow row{record};
    std::set<std::string> unlinked(edit.object->links.begin(), edit.object->links.end());
    noteMissing(*edit.object, {row}, unlinked, fresh);
    addRecord(*edit.object, row, *m_facts, fresh);
    const std::string id = jsonId(record.value(QLatin1String("id")));
    const RecordMerged merged{*edit.object->record, withHubSpotPrefix(edit.id),
                              withHubSpotPrefix(id)};
    const bool isKnown =
        std::any_of(fresh.merged.begin(), fresh.merged.end(), [&](const RecordMerged &one) {
            return one.fromRemoteId == merged.fromRemoteId;
        });
    if (id != edit.id && !isKnown)
        fresh.merged.push_back(merged);
}

// 404 can also mean that the whole path is gone; then nothing was deleted.
PushAnswer HubSpotEdits::recordGone(const HubSpotEdit &edit, const base::Error &error)
{
    if (const auto status = checkPath(m_desk, *edit.object); !status.ok())
        return notWritten(status.error(), m_desk.clock.now());
    PushAnswer out;
    out.state = PushState::Conflict;
    out.detail = "The record was deleted in HubSpot.";
    out.reference = error.reference;
    for (const HubSpotChange &change : edit.changes)
        out.clashes.push_back({change.field, change.baseText, change.oursText, ""});
    out.fresh.gone.push_back({*edit.object->record, withHubSpotPrefix(edit.id), true});
    return out;
}

std::optional<PushAnswer> HubSpotEdits::dropUnwritable(HubSpotEditWork &work)
{
    const auto known = m_desk.schema.of(work.edit.object->name, m_desk.client, m_desk.cancel);
    // Without the right to see the schema, the write itself will say it.
    if (!known.ok() && known.error().code == ErrorCode::PermissionDenied)
        return std::nullopt;
    if (!known.ok())
        return notWritten(known.error(), m_desk.clock.now());
    std::erase_if(work.edit.changes, [&](const HubSpotChange &change) {
        const auto found = (*known)->find(change.property);
        const bool isWritable = found != (*known)->end() && !found->second.isReadOnly;
        if (!isWritable)
            work.dropped.push_back(change);
        return !isWritable;
    });
    return std::nullopt;
}

std::optional<PushAnswer> HubSpotEdits::begin(const EffectWire &wire, HubSpotEditWork &work)
{
    const auto facts = m_desk.catalogue.facts(m_desk.client, m_desk.cancel);
    if (!facts.ok())
        return notWritten(facts.error(), m_desk.clock.now());
    m_facts.emplace(*facts);
    auto edit = hubspotEditOf(wire, *m_facts);
    if (!edit.ok())
        return refusedAnswer(edit.error());
    work.edit = std::move(*edit);
    return std::nullopt;
}

PushAnswer HubSpotEdits::push(const EffectWire &wire)
{
    HubSpotEditWork work;
    if (auto ended = begin(wire, work))
        return *ended;
    const auto record = readRecord(work.edit);
    if (!record.ok())
        return record.error().code == ErrorCode::NotFound
                   ? recordGone(work.edit, record.error())
                   : notWritten(record.error(), m_desk.clock.now());
    if (auto ended = dropUnwritable(work))
        return *ended;
    return write(std::move(work), *record);
}

bool HubSpotEdits::holdsAll(const HubSpotEdit &edit, const QJsonObject &record)
{
    return std::all_of(edit.changes.begin(), edit.changes.end(), [&](const HubSpotChange &change) {
        return currentValue(*edit.object, change, record, *m_facts) == change.ours;
    });
}

PushAnswer HubSpotEdits::write(HubSpotEditWork work, const QJsonObject &record)
{
    std::optional<PushAnswer> out;
    while (!out) // each time with fewer changes
        out = tryWrite(work, record);
    addDropped(work.dropped, *out);
    return *out;
}

std::optional<PushAnswer> HubSpotEdits::compare(const HubSpotEdit &edit, const QJsonObject &record,
                                                QJsonObject &properties)
{
    PushAnswer out;
    addFresh(edit, record, out.fresh);
    out.remoteId = withHubSpotPrefix(jsonId(record.value(QLatin1String("id"))));
    for (const HubSpotChange &change : edit.changes) {
        const std::string theirs = currentValue(*edit.object, change, record, *m_facts);
        if (theirs != change.ours && change.base && theirs != *change.base)
            out.clashes.push_back({change.field, change.baseText, change.oursText,
                                   shownValue(*edit.object, change, record, *m_facts)});
    }
    if (!out.clashes.empty()) {
        out.state = PushState::Conflict;
        out.detail = "The record was changed in HubSpot meanwhile.";
        return out;
    }
    if (edit.changes.empty()) {
        out.state = PushState::Refused;
        return out;
    }
    properties = differing(edit, record, *m_facts);
    if (holdsAll(edit, record) || properties.isEmpty()) {
        out.state = PushState::AlreadyApplied;
        return out;
    }
    return std::nullopt;
}

std::optional<PushAnswer> HubSpotEdits::tryWrite(HubSpotEditWork &work, const QJsonObject &record)
{
    const HubSpotEdit &edit = work.edit;
    QJsonObject properties;
    if (auto ended = compare(edit, record, properties))
        return ended;
    // An id that was merged away works only here, and the answer may name the new one.
    const std::string id = jsonId(record.value(QLatin1String("id")));
    const auto answer = m_desk.client.call({.method = HttpMethod::Patch,
                                            .path = hubspotObjectPath(edit.object->name, "/" + id),
                                            .body = {{QStringLiteral("properties"), properties}},
                                            .isRead = false,
                                            .namesRecord = true},
                                           m_desk.cancel);
    if (!answer.ok()) {
        if (answer.error().code != ErrorCode::Unknown)
            return notWritten(answer.error(), m_desk.clock.now());
        return doubt(edit, answer.error(), false);
    }
    // The rest goes without what no longer exists there.
    if (dropRefused(refusedProperties(answer->body), work) && answer->status == 400) {
        m_desk.schema.forget(edit.object->name);
        return std::nullopt;
    }
    return afterWrite(edit, *answer);
}

PushAnswer HubSpotEdits::afterWrite(const HubSpotEdit &edit, const HubSpotAnswer &answer)
{
    const base::Error error = hubspotError(answer.status, answer.body, true);
    if (answer.status >= 500)
        return doubt(edit, error, true);
    if (answer.status == 404)
        return recordGone(edit, error);
    if (!answer.ok()) {
        PushAnswer out = refusedAnswer(error);
        if (const auto other = existingId(answer.body))
            out.detail += " It belongs to " + withHubSpotPrefix(*other) + ".";
        return out;
    }
    PushAnswer out;
    out.state = PushState::Applied;
    out.remoteId = withHubSpotPrefix(jsonId(answer.body.value(QLatin1String("id"))));
    if (const auto record = readRecord(edit); record.ok())
        addFresh(edit, *record, out.fresh);
    return out;
}

PushAnswer HubSpotEdits::doubt(const HubSpotEdit &edit, const base::Error &error, bool isAnswered)
{
    const auto record = readRecord(edit);
    if (record.ok())
        return afterDoubt(edit, error, isAnswered, *record);
    PushAnswer out;
    out.detail = error.message;
    out.reference = error.reference;
    return out;
}

// After a clear failure nothing is on its way any more, so what the record says is the truth. A
// lost write can still arrive.
PushAnswer HubSpotEdits::afterDoubt(const HubSpotEdit &edit, const base::Error &error,
                                    bool isAnswered, const QJsonObject &record)
{
    PushAnswer out;
    out.reference = error.reference;
    if (holdsAll(edit, record)) {
        out.state = PushState::Applied;
        out.remoteId = withHubSpotPrefix(jsonId(record.value(QLatin1String("id"))));
        addFresh(edit, record, out.fresh);
        return out;
    }
    out.detail = error.message;
    if (isAnswered) {
        out.state = PushState::NotSent;
        out.retryAtMs = m_desk.clock.now() + retryMs;
    }
    return out;
}

PushAnswer HubSpotEdits::lookUp(const EffectWire &wire)
{
    PushAnswer out;
    const auto facts = m_desk.catalogue.facts(m_desk.client, m_desk.cancel);
    if (!facts.ok()) {
        out.detail = facts.error().message;
        return out;
    }
    m_facts.emplace(*facts);
    const auto edit = hubspotEditOf(wire, *m_facts);
    if (!edit.ok())
        return refusedAnswer(edit.error());
    std::vector<std::string> written;
    for (const HubSpotChange &change : edit->changes)
        written.push_back(change.property);
    const auto record =
        m_desk.client.read({.path = hubspotObjectPath(edit->object->name, "/" + edit->id),
                            .query = "properties=" + commaList(edit->object->propertyNames()) +
                                     "&propertiesWithHistory=" + commaList(written),
                            .namesRecord = true},
                           m_desk.cancel);
    if (!record.ok()) {
        out.detail = record.error().message;
        out.reference = record.error().reference;
        return out;
    }
    addFresh(*edit, *record, out.fresh);
    const QJsonObject histories = jsonObject(*record, "propertiesWithHistory");
    // Somebody may have changed it again since.
    const bool isDone =
        holdsAll(*edit, *record) ||
        std::all_of(edit->changes.begin(), edit->changes.end(), [&](const HubSpotChange &change) {
            return wasEver(jsonArray(histories, change.property.c_str()),
                           change.writes.at(change.property), edit->atMs - skewMs);
        });
    out.state = isDone ? PushState::Applied : PushState::Refused;
    out.remoteId = isDone ? withHubSpotPrefix(jsonId(record->value(QLatin1String("id")))) : "";
    out.detail = isDone ? "" : "The change did not arrive in HubSpot.";
    return out;
}

} // namespace topline::crm
