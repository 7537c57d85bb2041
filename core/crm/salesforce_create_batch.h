// Makes many activities of one object in Salesforce with one look and one upsert by the
// administrator's field, up to 200 a call. Made by push for one group, on the courier thread. What
// is not settled here is left open and goes alone.
#pragma once

#include "core/crm/push_batch.h"
#include "core/crm/salesforce_create.h"

#include <map>
#include <string>
#include <vector>

namespace topline::crm {

class SalesforceCreateBatch {
public:
    // All must outlive it.
    SalesforceCreateBatch(SalesforceClient &client, const SalesforceSchema &schema,
                          PushBatch &batch, const CancelToken &cancel)
        : m_client(client)
        , m_schema(schema)
        , m_batch(batch)
        , m_cancel(cancel)
    {
    }

    // `group`: keyed creates of one object.
    void push(BatchPart group);

private:
    using Rows = std::map<std::string, SalesforceRow>; // by effect

    base::Result<Rows> find(BatchPart part);
    BatchFate send(BatchPart part);
    void take(BatchPart part, const SalesforceAnswer &answer);
    void doubt(BatchPart part, const PushAnswer &answer);

    SalesforceClient &m_client;
    const SalesforceSchema &m_schema;
    PushBatch &m_batch;
    const CancelToken &m_cancel;
    std::map<std::size_t, SalesforceCreate> m_creates;
};

} // namespace topline::crm
