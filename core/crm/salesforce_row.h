// What Salesforce answers, as plain values: rows with their cells by path, answers to queries, and
// faults. Read from JSON for every part of the connector; pure, any thread. An answer that is not
// exactly of the published shape is nothing: no page is ever made of half of one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace topline::crm {

// "Name", "Parent.Name"; of a list of children the first one: "OpportunityContactRoles.ContactId".
// An absent cell is null or was not asked for. Numbers stand as exact decimals, flags as "true".
struct SalesforceRow {
    std::string id; // long form
    std::map<std::string, std::string, std::less<>> cells;

    std::string text(std::string_view path) const;

    bool has(std::string_view path) const { return cells.find(path) != cells.end(); }

    bool flag(std::string_view path) const { return text(path) == "true"; }
};

struct SalesforceRows {
    std::vector<SalesforceRow> rows;
    std::int64_t total = 0;
    bool done = true;
    std::string nextPath; // of the next batch, when not done
};

struct SalesforceFault {
    std::string code;
    std::string message;
    std::vector<std::string> fields;
    std::vector<std::string> duplicateIds; // of a duplicate rule, as far as the user may see them
};

// One answer within a composite answer.
struct SalesforcePart {
    int status = 0;
    std::string body;         // JSON text, or empty
    std::string lastModified; // header of the part
};

// What a create or an update says.
struct SalesforceSaved {
    std::string id;
    bool isSuccess = false;
    bool isCreated = false;
};

bool isSalesforceJson(std::string_view body);
std::optional<SalesforceRows> readSalesforceRows(std::string_view body);
std::vector<SalesforceFault> readSalesforceFaults(std::string_view body);
std::optional<std::vector<SalesforcePart>> readSalesforceParts(std::string_view body,
                                                               std::size_t expected);
std::optional<SalesforceSaved> readSalesforceSaved(std::string_view body);

// The cells of any single object; nothing when the text is not one.
std::optional<SalesforceRow> readSalesforceObject(std::string_view body);

// Version numbers of the list of versions, as they stand: 67 for "67.0".
std::optional<std::vector<int>> readSalesforceVersions(std::string_view body);

// A value to be written; nothing clears the field.
using SalesforceValue =
    std::variant<std::monostate, std::string, double, bool, std::vector<std::string>>;
using SalesforceValues = std::map<std::string, SalesforceValue>;

std::string salesforceBody(const SalesforceValues &values);

struct SalesforceSubrequest {
    std::string path; // whole, with its version
    std::vector<std::pair<std::string, std::string>> headers = {};
};

// The body of a composite request of reads; part n has the reference "r<n>".
std::string salesforceCompositeBody(const std::vector<SalesforceSubrequest> &reads);

} // namespace topline::crm
