// Runs queries of SOQL: one by its URL, several (or a long one) in one composite request. Called by
// pull, push and count on the courier thread. Each query gets its rows or its own failure; only
// what concerns all of them is an error. Nothing is changed anywhere.
#pragma once

#include "core/crm/salesforce_client.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

struct SalesforceQuery {
    std::string soql;
    bool isAll = false; // also deleted, merged and archived rows
};

struct SalesforceOutcome {
    std::optional<SalesforceRows> rows;
    SalesforceFailure failure; // when there are none
};

// At most salesforceQueriesPerCall queries: one call.
base::Result<std::vector<SalesforceOutcome>>
runSalesforceQueries(SalesforceClient &client, const std::vector<SalesforceQuery> &queries,
                     const CancelToken &cancel);

// All rows of one query, batch after batch. Its failure is an error.
base::Result<std::vector<SalesforceRow>> readAllSalesforceRows(SalesforceClient &client,
                                                               const SalesforceQuery &query,
                                                               const CancelToken &cancel);

base::Error strangeSalesforceAnswer(base::UtcMs now);

} // namespace topline::crm
