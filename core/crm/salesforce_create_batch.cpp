#include "core/crm/salesforce_create_batch.h"

#include "core/crm/push_error.h"
#include "core/crm/salesforce_api.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/salesforce_write_text.h"
#include "core/crm/soql.h"

#include <utility>

namespace topline::crm {

void SalesforceCreateBatch::push(BatchPart group)
{
    std::vector<std::size_t> asked;
    for (const std::size_t at : group) {
        SalesforceCreate create(m_client, m_schema, m_batch.wire(at));
        if (auto no = create.objection()) {
            m_batch.settle(at, std::move(*no));
            continue;
        }
        asked.push_back(at);
        m_creates.emplace(at, std::move(create));
    }
    const auto known = find(asked);
    if (!known.ok()) {
        const PushAnswer answer = pushAnswerOf(known.error());
        if (answer.state == PushState::NotSent)
            m_batch.halt(answer);
        return;
    }
    std::vector<std::size_t> open;
    for (const std::size_t at : asked) {
        const auto row = known->find(m_batch.wire(at).effectId);
        if (row != known->end())
            m_batch.settle(at, m_creates.at(at).found(row->second));
        else
            open.push_back(at);
    }
    sendInChunks(open, salesforceCollectionMax, [this](BatchPart part) { return send(part); });
}

base::Result<SalesforceCreateBatch::Rows> SalesforceCreateBatch::find(BatchPart part)
{
    Rows out;
    const std::string &key = m_client.options().idField;
    for (std::size_t from = 0; from < part.size(); from += salesforceCollectionMax) {
        std::vector<std::string> effects;
        for (const std::size_t at :
             part.subspan(from, std::min(salesforceCollectionMax, part.size() - from)))
            effects.push_back(m_batch.wire(at).effectId);
        const std::string &object = m_creates.at(part.front()).object();
        TRY_ASSIGN(const auto rows,
                   readAllSalesforceRows(m_client,
                                         {Soql{"Id, IsDeleted, Subject, " + key, object,
                                               key + " IN " + soqlList(effects), "Id"}
                                              .text(),
                                          true},
                                         m_cancel));
        for (const SalesforceRow &row : rows)
            out.emplace(row.text(key), row);
    }
    return out;
}

BatchFate SalesforceCreateBatch::send(BatchPart part)
{
    if (m_batch.isHalted())
        return BatchFate::Settled;
    const std::string &key = m_client.options().idField;
    const std::string &object = m_creates.at(part.front()).object();
    std::vector<SalesforceValues> records;
    for (const std::size_t at : part) {
        records.push_back(m_creates.at(at).values());
        records.back()[key] = m_batch.wire(at).effectId;
    }
    const auto answer = m_client.send({.method = HttpMethod::Patch,
                                       .path = "/composite/sobjects/" + object + "/" + key,
                                       .body = salesforceCollectionBody(object, records),
                                       .isRead = false},
                                      m_cancel);
    if (answer.ok() && answer->ok()) {
        take(part, *answer);
        return BatchFate::Settled;
    }
    const PushAnswer ended =
        answer.ok() ? salesforcePushFault(*answer, m_client.now()) : pushAnswerOf(answer.error());
    return m_batch.endPart(part, ended,
                           [this](BatchPart all, const PushAnswer &why) { doubt(all, why); });
}

void SalesforceCreateBatch::take(BatchPart part, const SalesforceAnswer &answer)
{
    const auto results = readSalesforceCollection(answer.body, part.size());
    if (!results)
        return doubt(part, {PushState::Unknown, "", "Salesforce did not say which records it made.",
                            answer.reference});
    for (std::size_t i = 0; i < part.size(); ++i) {
        const SalesforceSaveResult &result = (*results)[i];
        if (result.isSuccess) {
            m_batch.settle(part[i],
                           {result.isCreated ? PushState::Applied : PushState::AlreadyApplied,
                            salesforceRemoteId(result.id), "Done.", answer.reference});
            continue;
        }
        SalesforceAnswer one;
        one.status = 400;
        one.reference = answer.reference;
        one.faults = result.faults;
        const SalesforceVerdict verdict = one.failure().verdict();
        // Alone it is found out where the record went that it names, or which field.
        if (verdict != SalesforceVerdict::RecordGone && verdict != SalesforceVerdict::Drift)
            m_batch.settle(part[i], salesforcePushFault(one, m_client.now()));
    }
}

void SalesforceCreateBatch::doubt(BatchPart part, const PushAnswer &answer)
{
    const auto known = find(part);
    for (const std::size_t at : part) {
        PushAnswer out = answer;
        if (known.ok() && known->contains(m_batch.wire(at).effectId)) {
            out = m_creates.at(at).found(known->at(m_batch.wire(at).effectId));
            out.state = PushState::Applied;
        }
        m_batch.settle(at, std::move(out));
    }
}

} // namespace topline::crm
