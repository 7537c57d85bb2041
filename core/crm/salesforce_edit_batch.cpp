#include "core/crm/salesforce_edit_batch.h"

#include "core/crm/push_error.h"
#include "core/crm/salesforce_api.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/salesforce_write_text.h"

#include <utility>

namespace topline::crm {

void SalesforceEditBatch::push(BatchPart group)
{
    std::vector<std::size_t> asked;
    for (const std::size_t at : group) {
        SalesforceEdit edit(m_client, m_schema, m_batch.wire(at));
        std::string id = edit.targetId();
        if (id.empty())
            continue;
        asked.push_back(at);
        m_items.emplace(at, Item{std::move(edit), std::move(id)});
    }
    auto records = read(asked);
    if (!records.ok()) {
        const PushAnswer answer = pushAnswerOf(records.error());
        if (answer.state == PushState::NotSent)
            m_batch.halt(answer);
        return;
    }
    std::vector<std::size_t> open;
    for (const std::size_t at : asked) {
        Item &item = m_items.at(at);
        const auto found = records->find(item.id);
        if (found == records->end())
            continue; // alone it is found out where it went
        item.record = std::move(found->second);
        if (auto ended = item.edit.judge(item.record, item.changes))
            m_batch.settle(at, std::move(*ended));
        else
            open.push_back(at);
    }
    sendInChunks(open, salesforceCallsPerComposite, [this](BatchPart part) { return send(part); });
    readBack();
}

base::Result<std::map<std::string, SalesforceRecord>> SalesforceEditBatch::read(BatchPart part)
{
    std::vector<std::string> ids;
    for (const std::size_t at : part)
        ids.push_back(m_items.at(at).id);
    return readSalesforceRecords(m_client, m_schema, ids, m_cancel);
}

BatchFate SalesforceEditBatch::send(BatchPart part)
{
    if (m_batch.isHalted())
        return BatchFate::Settled;
    std::vector<SalesforceSubwrite> writes;
    for (const std::size_t at : part) {
        const Item &item = m_items.at(at);
        const SalesforceCall call = SalesforceEdit::callFor(item.record, item.changes);
        SalesforceSubwrite write{m_client.pathOf(call.path), call.body};
        for (const HttpHeader &header : call.headers)
            write.headers.emplace_back(header.name, header.value);
        writes.push_back(std::move(write));
    }
    const auto answer = m_client.send({.method = HttpMethod::Post,
                                       .path = "/composite",
                                       .body = salesforceCompositeWrites(writes),
                                       .isRead = false},
                                      m_cancel);
    if (answer.ok() && answer->ok())
        return take(part, *answer);
    const PushAnswer ended =
        answer.ok() ? salesforcePushFault(*answer, m_client.now()) : pushAnswerOf(answer.error());
    return m_batch.endPart(part, ended,
                           [this](BatchPart all, const PushAnswer &why) { doubt(all, why); });
}

BatchFate SalesforceEditBatch::take(BatchPart part, const SalesforceAnswer &answer)
{
    const auto parts = readSalesforceParts(answer.body, part.size());
    if (!parts) {
        doubt(part, {PushState::Unknown, "", "Salesforce did not say what became of each change.",
                     answer.reference});
        return BatchFate::Settled;
    }
    for (std::size_t i = 0; i < part.size(); ++i) {
        SalesforceAnswer one;
        one.status = (*parts)[i].status;
        one.body = (*parts)[i].body;
        one.reference = answer.reference;
        if (!one.ok())
            one.faults = readSalesforceFaults(one.body);
        takeOne(part[i], one);
    }
    return BatchFate::Settled;
}

// What moved, went or was touched meanwhile is read again and decided alone.
void SalesforceEditBatch::takeOne(std::size_t at, const SalesforceAnswer &answer)
{
    const SalesforceVerdict verdict = answer.failure().verdict();
    if (!answer.ok() &&
        (verdict == SalesforceVerdict::Conflict || verdict == SalesforceVerdict::RecordGone ||
         verdict == SalesforceVerdict::Drift))
        return;
    const Item &item = m_items.at(at);
    m_batch.settle(at, item.edit.answered(item.record, answer));
    if (answer.ok())
        m_written.push_back(at);
}

// It may have been done: what stands there now as approved was; the rest stays in doubt.
void SalesforceEditBatch::doubt(BatchPart part, const PushAnswer &answer)
{
    const auto records = read(part);
    for (const std::size_t at : part) {
        const Item &item = m_items.at(at);
        PushAnswer out = answer;
        out.remoteId = salesforceRemoteId(item.id);
        if (records.ok() && records->contains(item.id)) {
            SalesforceValues open;
            auto seen = item.edit.judge(records->at(item.id), open);
            if (seen && seen->state == PushState::AlreadyApplied) {
                out = std::move(*seen);
                out.state = PushState::Applied;
            }
        }
        m_batch.settle(at, std::move(out));
    }
}

// Rules of the organisation may have changed more than was asked for.
void SalesforceEditBatch::readBack()
{
    if (m_written.empty())
        return;
    auto records = read(m_written);
    if (!records.ok())
        return; // the next pull brings them
    for (const std::size_t at : m_written) {
        const auto found = records->find(m_items.at(at).id);
        if (found != records->end())
            m_batch.answer(at).fresh = std::move(found->second.fresh);
    }
}

} // namespace topline::crm
