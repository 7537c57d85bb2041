// Changes many records of one object in Salesforce: one query for all, three ways for each, writes
// by 25, one query back. Made by push for one group, on the courier thread. Each write still
// carries its own condition that the record was not touched since it was read; that is why they go
// as parts of composite requests and not as a collection, which has none. What is not settled goes
// alone.
#pragma once

#include "core/crm/push_batch.h"
#include "core/crm/salesforce_edit.h"

#include <map>
#include <string>
#include <vector>

namespace topline::crm {

class SalesforceEditBatch {
public:
    // All must outlive it.
    SalesforceEditBatch(SalesforceClient &client, const SalesforceSchema &schema, PushBatch &batch,
                        const CancelToken &cancel)
        : m_client(client)
        , m_schema(schema)
        , m_batch(batch)
        , m_cancel(cancel)
    {
    }

    // `group`: edits of different records of one object.
    void push(BatchPart group);

private:
    struct Item {
        SalesforceEdit edit;
        std::string id;
        SalesforceRecord record = {}; // as it was before the write
        SalesforceValues changes = {};
    };

    base::Result<std::map<std::string, SalesforceRecord>> read(BatchPart part);
    BatchFate send(BatchPart part);
    BatchFate take(BatchPart part, const SalesforceAnswer &answer);
    void takeOne(std::size_t at, const SalesforceAnswer &answer);
    void doubt(BatchPart part, const PushAnswer &answer);
    void readBack();

    SalesforceClient &m_client;
    const SalesforceSchema &m_schema;
    PushBatch &m_batch;
    const CancelToken &m_cancel;
    std::map<std::size_t, Item> m_items;
    std::vector<std::size_t> m_written; // to be read back
};

} // namespace topline::crm
