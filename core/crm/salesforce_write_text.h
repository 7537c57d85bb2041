// The bodies of Salesforce's writes of many records at a time, and what it answers to each. Used by
// the batches of push on the courier thread; pure. An answer that is not exactly of the published
// shape is nothing. Source: REST API Developer Guide, composite and sObject collections.
#pragma once

#include "core/crm/salesforce_row.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topline::crm {

struct SalesforceSubwrite {
    std::string path; // whole, with its version
    std::string body; // JSON
    std::vector<std::pair<std::string, std::string>> headers = {};
};

// The body of a composite request of changes, each for itself; part n has the reference "r<n>", so
// that readSalesforceParts reads the answer.
std::string salesforceCompositeWrites(const std::vector<SalesforceSubwrite> &writes);

// The body of a collection of records of one object, each for itself.
std::string salesforceCollectionBody(const std::string &object,
                                     const std::vector<SalesforceValues> &records);

struct SalesforceSaveResult {
    std::string id; // long form; empty where nothing was saved
    bool isSuccess = false;
    bool isCreated = false; // says nothing where it did not succeed
    std::vector<SalesforceFault> faults;
};

// In the order of the request.
std::optional<std::vector<SalesforceSaveResult>> readSalesforceCollection(std::string_view body,
                                                                          std::size_t expected);

} // namespace topline::crm
