// Rows of Salesforce as records of ours. Called by pull and by the re-reading of push; pure, any
// thread. Dates without a zone stay the day that they are; amounts are in the row's currency, else
// the organisation's; a row that was merged, converted or deleted becomes that, not a record.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/salesforce_streams.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

struct SalesforceContext {
    const SalesforceSchema &schema;
    base::UtcMs nowMs = 0; // the server's: tells meetings held from meetings booked
};

// Adds what the row stands for to the page. Rows of History and Roles have ways of their own.
void mapSalesforceRow(const SalesforceStream &stream, const SalesforceRow &row,
                      const SalesforceContext &context, Page &page);

// The stages of the organisation, all of them, in its order.
void addSalesforceStages(const SalesforceSchema &schema, Page &page);

// Where the history of one deal stood before the rows that follow.
struct SalesforceHistoryMark {
    std::string deal;
    std::string stage;
    std::string amount;
};

// Changes of stage and amount out of rows in the order of deal and time.
void addSalesforceHistory(const std::vector<SalesforceRow> &rows, const SalesforceContext &context,
                          SalesforceHistoryMark &mark, Page &page);

// An event for a task, mail, meeting or note; none for what is no touch, or of no record of ours.
void addSalesforceEvent(const SalesforceStream &stream, const SalesforceRow &row,
                        const SalesforceContext &context, Page &page);

// That somebody was put on the list of a campaign, and that they answered it.
void addSalesforceMember(const SalesforceRow &row, Page &page);

std::optional<base::UtcMs> salesforceTime(std::string_view text);

} // namespace topline::crm
