#include "core/crm/hubspot_edit_batch.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_json.h"

#include <QJsonArray>

#include <set>
#include <utility>

namespace topline::crm {

using base::ErrorCode;

bool isForSomeRecords(const HubSpotAnswer &answer)
{
    switch (answer.status) {
    case 400:
    case 404:
    case 409:
    case 413:
    case 422:
        return true;
    case 403: // the token lacks a right, or the record is not this user's
        return requiredScopes(answer.body).empty();
    default:
        return false;
    }
}

void HubSpotEditBatch::settle(std::size_t at, PushAnswer answer)
{
    addDropped(m_items.at(at).work.dropped, answer);
    m_batch.settle(at, std::move(answer));
}

void HubSpotEditBatch::push(BatchPart group)
{
    begin(group);
    std::vector<std::size_t> open;
    for (const auto &[at, item] : m_items)
        open.push_back(at);
    if (open.empty() || m_batch.isHalted())
        return;
    const auto records = read(open, {});
    if (!records.ok()) {
        const PushAnswer answer = notWritten(records.error(), m_desk.clock.now());
        // A refused read says nothing about each of them: they go alone.
        if (answer.state == PushState::NotSent)
            m_batch.halt(answer);
        return;
    }
    compareAll(*records);
    open.clear();
    for (const auto &[at, item] : m_items)
        open.push_back(at);
    sendInChunks(open, hubspotBatchMax, [this](BatchPart part) { return send(part); });
    readBack();
}

void HubSpotEditBatch::begin(BatchPart group)
{
    for (const std::size_t at : group) {
        Item item;
        auto ended = m_edits.begin(m_batch.wire(at), item.work);
        if (ended && ended->state == PushState::NotSent)
            return m_batch.halt(*ended);
        if (ended) {
            m_batch.settle(at, *ended);
            continue;
        }
        m_object = item.work.edit.object;
        ended = m_edits.dropUnwritable(item.work);
        if (ended && ended->state == PushState::NotSent)
            return m_batch.halt(*ended);
        if (ended)
            m_batch.settle(at, *ended);
        else
            m_items.emplace(at, std::move(item));
    }
}

base::Result<HubSpotEditBatch::Records>
HubSpotEditBatch::read(BatchPart part, const std::vector<std::string> &histories)
{
    std::vector<std::string> ids;
    for (const std::size_t at : part)
        ids.push_back(m_items.at(at).work.edit.id);
    TRY_ASSIGN(const auto rows,
               m_reads.records(*m_object, ids, m_object->propertyNames(), histories));
    Records out;
    for (const QJsonObject &row : rows)
        out.emplace(jsonId(row.value(QLatin1String("id"))), row);
    return out;
}

// A record that is not there under its id was merged or deleted: alone it is found out which.
void HubSpotEditBatch::compareAll(const Records &records)
{
    for (auto item = m_items.begin(); item != m_items.end();) {
        const auto [at, known] = *item;
        ++item;
        const auto record = records.find(known.work.edit.id);
        if (record == records.end()) {
            m_items.erase(at);
            continue;
        }
        m_items.at(at).record = record->second;
        compare(at);
        if (!m_batch.isOpen(at))
            m_items.erase(at);
    }
}

void HubSpotEditBatch::compare(std::size_t at)
{
    Item &item = m_items.at(at);
    item.properties = {};
    if (auto ended = m_edits.compare(item.work.edit, item.record, item.properties))
        settle(at, *ended);
}

BatchFate HubSpotEditBatch::send(BatchPart part)
{
    if (m_batch.isHalted())
        return BatchFate::Settled;
    QJsonArray inputs;
    for (const std::size_t at : part) {
        const Item &item = m_items.at(at);
        inputs.append(QJsonObject{{QStringLiteral("id"), toQt(item.work.edit.id)},
                                  {QStringLiteral("properties"), item.properties}});
    }
    const auto answer =
        m_desk.client.call({.method = HttpMethod::Post,
                            .path = hubspotObjectPath(m_object->name, "/batch/update"),
                            .body = {{QStringLiteral("inputs"), inputs}},
                            .isRead = false},
                           m_desk.cancel);
    if (!answer.ok() && answer.error().code == ErrorCode::Unknown) {
        doubt(part, answer.error(), false);
        return BatchFate::Settled;
    }
    if (!answer.ok()) {
        const PushAnswer ended = notWritten(answer.error(), m_desk.clock.now());
        if (ended.state == PushState::NotSent)
            m_batch.halt(ended);
        else
            for (const std::size_t at : part)
                settle(at, ended);
        return BatchFate::Settled;
    }
    if (answer->status >= 500) {
        doubt(part, hubspotError(answer->status, answer->body, false), true);
        return BatchFate::Settled;
    }
    if (!answer->ok())
        return refused(part, *answer);
    take(part, *answer);
    return BatchFate::Settled;
}

// 200 or 207. A record that the answer does not name stays open and goes alone, which reads it
// again before anything is written.
void HubSpotEditBatch::take(BatchPart part, const HubSpotAnswer &answer)
{
    std::set<std::string> done;
    for (const auto &one : jsonArray(answer.body, "results"))
        done.insert(jsonId(one.toObject().value(QLatin1String("id"))));
    for (const std::size_t at : part) {
        const std::string &id = m_items.at(at).work.edit.id;
        if (done.count(id) == 0)
            continue;
        PushAnswer out;
        out.state = PushState::Applied;
        out.remoteId = withHubSpotPrefix(id);
        settle(at, std::move(out));
        m_written.push_back(at);
    }
}

BatchFate HubSpotEditBatch::refused(BatchPart part, const HubSpotAnswer &answer)
{
    if (answer.status == 400 && dropRefused(part, answer)) {
        m_desk.schema.forget(m_object->name);
        std::vector<std::size_t> rest;
        for (const std::size_t at : part) {
            compare(at);
            if (m_batch.isOpen(at))
                rest.push_back(at);
        }
        sendInHalves(rest, [this](BatchPart half) { return send(half); });
        return BatchFate::Settled;
    }
    if (answer.status == 404 && part.size() > 1) {
        if (const auto path = checkPath(m_desk, *m_object); !path.ok()) {
            const PushAnswer ended = notWritten(path.error(), m_desk.clock.now());
            if (ended.state == PushState::NotSent) {
                m_batch.halt(ended);
                return BatchFate::Settled;
            }
        }
    }
    if (isForSomeRecords(answer) && part.size() > 1)
        return BatchFate::TurnedAway;
    // That this way of writing is not there says nothing about a record: it goes alone.
    const bool isAboutRecords =
        (isForSomeRecords(answer) && answer.status != 404) || answer.status == 403;
    for (const std::size_t at : part) {
        if (isAboutRecords)
            settle(at, m_edits.afterWrite(m_items.at(at).work.edit, answer));
    }
    return BatchFate::Settled;
}

bool HubSpotEditBatch::dropRefused(BatchPart part, const HubSpotAnswer &answer)
{
    const auto names = refusedProperties(answer.body);
    bool out = false;
    for (const std::size_t at : part)
        out = crm::dropRefused(names, m_items.at(at).work) || out;
    return out;
}

void HubSpotEditBatch::doubt(BatchPart part, const base::Error &error, bool isAnswered)
{
    const auto records = read(part, {});
    for (const std::size_t at : part) {
        const HubSpotEdit &edit = m_items.at(at).work.edit;
        PushAnswer out;
        out.detail = error.message;
        out.reference = error.reference;
        if (records.ok() && records->count(edit.id) > 0)
            out = m_edits.afterDoubt(edit, error, isAnswered, records->at(edit.id));
        settle(at, std::move(out));
    }
}

void HubSpotEditBatch::readBack()
{
    if (m_written.empty())
        return;
    std::vector<std::string> histories;
    if (m_object->kind == HubSpotKind::Deals)
        histories = {"dealstage", "amount"};
    const auto records = read(m_written, histories);
    if (!records.ok())
        return; // the next pull brings them
    for (const std::size_t at : m_written) {
        const HubSpotEdit &edit = m_items.at(at).work.edit;
        if (const auto found = records->find(edit.id); found != records->end())
            m_edits.addFresh(edit, found->second, m_batch.answer(at).fresh);
    }
}

} // namespace topline::crm
