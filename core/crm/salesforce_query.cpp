#include "core/crm/salesforce_query.h"

#include "core/base/check.h"
#include "core/crm/salesforce_api.h"
#include "core/crm/soql.h"
#include "core/crm/url_text.h"

#include <utility>

namespace topline::crm {

namespace {

std::string pathOf(const SalesforceQuery &query)
{
    return std::string(query.isAll ? "/queryAll?q=" : "/query?q=") + percentEncoded(query.soql);
}

base::Result<SalesforceOutcome> outcomeOf(SalesforceFailure failure, std::string_view body,
                                          base::UtcMs now)
{
    SalesforceOutcome out;
    if (failure.status != 200) {
        out.failure = std::move(failure);
        return out;
    }
    out.rows = readSalesforceRows(body);
    if (!out.rows)
        return strangeSalesforceAnswer(now);
    return out;
}

} // namespace

base::Error strangeSalesforceAnswer(base::UtcMs now)
{
    return {.code = base::ErrorCode::Unavailable,
            .message = "Salesforce's answer is not of the form that it publishes.",
            .kept = "Nothing of it was used.",
            .retryAtMs = now + base::minuteMs};
}

base::Result<std::vector<SalesforceOutcome>>
runSalesforceQueries(SalesforceClient &client, const std::vector<SalesforceQuery> &queries,
                     const CancelToken &cancel)
{
    CHECK(!queries.empty() && queries.size() <= salesforceQueriesPerCall);
    TRY(client.prepare(cancel));
    std::vector<SalesforceOutcome> out;
    const std::string first = pathOf(queries.front());
    if (queries.size() == 1 && first.size() <= salesforceUrlBytesMax) {
        TRY_ASSIGN(const auto answer, client.send({.path = first}, cancel));
        TRY_ASSIGN(auto outcome, outcomeOf(answer.failure(), answer.body, client.now()));
        out.push_back(std::move(outcome));
        return out;
    }
    std::vector<SalesforceSubrequest> reads;
    for (const SalesforceQuery &query : queries)
        reads.push_back({client.pathOf(pathOf(query)), {}});
    TRY_ASSIGN(const auto answer, client.send({.method = HttpMethod::Post,
                                               .path = "/composite",
                                               .body = salesforceCompositeBody(reads)},
                                              cancel));
    if (!answer.ok())
        return salesforceReadError(answer.failure(), client.now());
    const auto parts = readSalesforceParts(answer.body, reads.size());
    if (!parts)
        return strangeSalesforceAnswer(client.now());
    for (const SalesforcePart &part : *parts) {
        SalesforceFailure failure{part.status, {}};
        if (part.status != 200)
            failure.faults = readSalesforceFaults(part.body);
        TRY_ASSIGN(auto outcome, outcomeOf(std::move(failure), part.body, client.now()));
        out.push_back(std::move(outcome));
    }
    return out;
}

base::Result<std::vector<SalesforceRow>> readAllSalesforceRows(SalesforceClient &client,
                                                               const SalesforceQuery &query,
                                                               const CancelToken &cancel)
{
    TRY_ASSIGN(auto outcomes, runSalesforceQueries(client, {query}, cancel));
    if (!outcomes.front().rows)
        return salesforceReadError(outcomes.front().failure, client.now());
    SalesforceRows batch = std::move(*outcomes.front().rows);
    std::vector<SalesforceRow> out = std::move(batch.rows);
    while (!batch.done) {
        TRY_ASSIGN(const auto answer, client.send({.path = batch.nextPath}, cancel));
        TRY_ASSIGN(auto outcome, outcomeOf(answer.failure(), answer.body, client.now()));
        if (!outcome.rows)
            return salesforceReadError(outcome.failure, client.now());
        batch = std::move(*outcome.rows);
        out.insert(out.end(), std::make_move_iterator(batch.rows.begin()),
                   std::make_move_iterator(batch.rows.end()));
    }
    return out;
}

} // namespace topline::crm
