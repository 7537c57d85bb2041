#include "core/crm/hubspot_activity_batch.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_edit_batch.h"
#include "core/crm/hubspot_json.h"

#include <QJsonArray>

#include <utility>
#include <vector>

namespace topline::crm {

namespace {

using base::ErrorCode;

constexpr base::DurationMs retryMs = base::minuteMs;

} // namespace

std::vector<std::size_t> HubSpotActivityBatch::open() const
{
    std::vector<std::size_t> out;
    for (const auto &[at, draft] : m_drafts) {
        if (m_batch.isOpen(at))
            out.push_back(at);
    }
    return out;
}

void HubSpotActivityBatch::push(BatchPart group)
{
    begin(group);
    const auto all = open();
    if (all.empty() || m_batch.isHalted())
        return;
    const auto known = find(all);
    if (!known.ok()) {
        // Where it may have been sent before, not being able to look is no reason to send it again.
        const PushAnswer answer = notWritten(known.error(), m_desk.clock.now());
        if (answer.state == PushState::NotSent)
            m_batch.halt(answer);
        return;
    }
    for (const auto &[effect, record] : *known) {
        for (const auto &[at, draft] : m_drafts) {
            if (draft.effectId == effect)
                m_batch.settle(at, m_activities.found(draft, record, PushState::AlreadyApplied));
        }
    }
    sendInChunks(open(), hubspotBatchMax, [this](BatchPart part) { return send(part); });
}

void HubSpotActivityBatch::begin(BatchPart group)
{
    for (const std::size_t at : group) {
        const auto draft = m_activities.draftOf(m_batch.effect(at), m_batch.wire(at));
        if (!draft.ok()) {
            const PushAnswer answer = notWritten(draft.error(), m_desk.clock.now());
            if (answer.state == PushState::NotSent)
                return m_batch.halt(answer);
            m_batch.settle(at, answer);
        } else if (draft->isUnique) {
            m_object = draft->object;
            m_drafts.emplace(at, *draft);
        }
    }
}

base::Result<HubSpotActivityBatch::Records> HubSpotActivityBatch::find(BatchPart part)
{
    const std::string &key = m_desk.client.options().uniqueProperty;
    Records out;
    for (std::size_t from = 0; from < part.size(); from += hubspotBatchMax) {
        QJsonArray inputs;
        for (const std::size_t at :
             part.subspan(from, std::min(hubspotBatchMax, part.size() - from)))
            inputs.append(QJsonObject{{QStringLiteral("id"), toQt(m_drafts.at(at).effectId)}});
        TRY_ASSIGN(
            const QJsonObject body,
            m_desk.client.read({.method = HttpMethod::Post,
                                .path = hubspotObjectPath(m_object->name, "/batch/read"),
                                .body = {{QStringLiteral("inputs"), inputs},
                                         {QStringLiteral("idProperty"), toQt(key)},
                                         {QStringLiteral("properties"), jsonTexts({key})},
                                         {QStringLiteral("propertiesWithHistory"), QJsonArray()}}},
                               m_desk.cancel));
        if (!body.value(QLatin1String("results")).isArray())
            return base::Error{.code = ErrorCode::Unavailable,
                               .message = "HubSpot's answer about what is there is incomplete."};
        for (const auto &one : jsonArray(body, "results")) {
            const QJsonObject record = one.toObject();
            const auto effect = propertyText(jsonObject(record, "properties"), key);
            if (effect)
                out.emplace(*effect, record);
        }
    }
    return out;
}

BatchFate HubSpotActivityBatch::send(BatchPart part)
{
    if (m_batch.isHalted())
        return BatchFate::Settled;
    QJsonArray inputs;
    for (const std::size_t at : part) {
        const HubSpotDraft &draft = m_drafts.at(at);
        QJsonObject input = HubSpotActivities::createBody(draft);
        // With it the answer may say of each what became of it, instead of failing whole.
        input.insert(QStringLiteral("objectWriteTraceId"), toQt(draft.effectId));
        inputs.append(input);
    }
    const auto answer =
        m_desk.client.call({.method = HttpMethod::Post,
                            .path = hubspotObjectPath(m_object->name, "/batch/create"),
                            .body = {{QStringLiteral("inputs"), inputs}},
                            .isRead = false},
                           m_desk.cancel);
    if (!answer.ok() && answer.error().code == ErrorCode::Unknown) {
        doubt(part, answer.error(), false);
    } else if (!answer.ok()) {
        const PushAnswer ended = notWritten(answer.error(), m_desk.clock.now());
        if (ended.state == PushState::NotSent)
            m_batch.halt(ended);
        else
            for (const std::size_t at : part)
                m_batch.settle(at, ended);
    } else if (answer->status >= 500) {
        doubt(part, hubspotError(answer->status, answer->body, false), true);
    } else if (!answer->ok()) {
        return refused(part, *answer);
    } else {
        take(part, *answer);
    }
    return BatchFate::Settled;
}

// 201 or 207. One that the answer does not name stays open: alone it is looked for by its key.
void HubSpotActivityBatch::take(BatchPart part, const HubSpotAnswer &answer)
{
    const std::string &key = m_desk.client.options().uniqueProperty;
    Records made;
    for (const auto &one : jsonArray(answer.body, "results")) {
        const QJsonObject record = one.toObject();
        const std::string trace = jsonText(record, "objectWriteTraceId");
        made.emplace(propertyText(jsonObject(record, "properties"), key).value_or(trace), record);
    }
    for (const std::size_t at : part) {
        const HubSpotDraft &draft = m_drafts.at(at);
        const auto record = made.find(draft.effectId);
        if (record != made.end())
            m_batch.settle(at, m_activities.found(draft, record->second, PushState::Applied));
        else
            m_activities.noteTry(draft);
    }
}

BatchFate HubSpotActivityBatch::refused(BatchPart part, const HubSpotAnswer &answer)
{
    const std::string &key = m_desk.client.options().uniqueProperty;
    const auto names = refusedProperties(answer.body);
    if (names.count(key) > 0) {
        m_desk.schema.forget(m_object->name); // alone they go without it
        return BatchFate::Settled;
    }
    bool isDropped = false;
    for (const std::size_t at : part)
        isDropped = HubSpotActivities::dropRefused(names, key, m_drafts.at(at)) || isDropped;
    if (answer.status == 400 && isDropped)
        return send(part);
    if (answer.status == 404 && part.size() > 1) {
        if (const auto path = checkPath(m_desk, *m_object); !path.ok()) {
            const PushAnswer ended = notWritten(path.error(), m_desk.clock.now());
            if (ended.state == PushState::NotSent) {
                m_batch.halt(ended);
                return BatchFate::Settled;
            }
        }
    }
    // The last one of its halves goes alone: that tells why, and whether it was there before.
    return isForSomeRecords(answer) && part.size() > 1 ? BatchFate::TurnedAway : BatchFate::Settled;
}

// A lost create can still arrive; after a clear failure nothing is on its way, and with the key a
// repeat cannot make a second one.
void HubSpotActivityBatch::doubt(BatchPart part, const base::Error &error, bool isAnswered)
{
    for (const std::size_t at : part)
        m_activities.noteTry(m_drafts.at(at));
    const auto arrived = find(part);
    for (const std::size_t at : part) {
        const HubSpotDraft &draft = m_drafts.at(at);
        PushAnswer out;
        out.detail = error.message;
        out.reference = error.reference;
        if (arrived.ok() && arrived->count(draft.effectId) > 0) {
            out = m_activities.found(draft, arrived->at(draft.effectId), PushState::Applied);
        } else if (arrived.ok() && isAnswered) {
            out.state = PushState::NotSent;
            out.retryAtMs = m_desk.clock.now() + retryMs;
        }
        m_batch.settle(at, std::move(out));
    }
}

} // namespace topline::crm
