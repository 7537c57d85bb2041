// One record as it stands in Salesforce right now, with where it went if it moved: merged into
// another, or converted from a lead. Called by push before and after a write, on the courier
// thread. Changes nothing.
#pragma once

#include "core/crm/salesforce_mapping.h"
#include "core/crm/salesforce_query.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

struct SalesforceRecord {
    const SalesforceStream *stream = nullptr;
    SalesforceRow row;
    Page fresh;           // the record, and how it came to be this one
    bool isThere = false; // false: deleted, or not visible
    bool isDeleted = false;
};

// Which objects of ours an id belongs to, by its prefix; null for others.
const SalesforceStream *salesforceStreamOf(std::string_view id);

// Follows merges and conversions, at most a few steps.
base::Result<SalesforceRecord> readSalesforceRecord(SalesforceClient &client,
                                                    const SalesforceSchema &schema, std::string id,
                                                    const CancelToken &cancel);

// Many of one stream with one query: those that are there under these very ids, by id. A deleted,
// merged or converted one is left out; alone it is found out where it went.
base::Result<std::map<std::string, SalesforceRecord>>
readSalesforceRecords(SalesforceClient &client, const SalesforceSchema &schema,
                      const std::vector<std::string> &ids, const CancelToken &cancel);

} // namespace topline::crm
