// What this user's Salesforce shows: objects and their fields, from describe. Asked before anything
// is selected or written, since a field that is hidden does not exist for us and naming it fails
// the whole query. Kept by the connector on its courier thread; all describes go in one composite
// call, and those that did not change are 304. A failed refresh leaves what was known.
#pragma once

#include "core/crm/salesforce_client.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace topline::crm {

struct SalesforceField {
    std::string type;
    std::string relationship; // "Parent" of ParentId; empty when there is none
    std::size_t targets = 0;  // how many objects a reference may lead to
    bool isCreateable = false;
    bool isUpdateable = false;
    bool isFilterable = true;
    bool isExternalId = false;
    bool isUnique = false;
    std::vector<std::string> choices; // active values of a picklist
};

struct SalesforceObject {
    std::string name;
    bool isQueryable = false;
    bool isCreateable = false;
    bool isUpdateable = false;
    std::map<std::string, SalesforceField, std::less<>> fields;
    std::set<std::string, std::less<>> children; // names of child relationships
    std::string lastModified;

    const SalesforceField *field(std::string_view name) const;
    bool creates(std::string_view fieldName) const;
    bool updates(std::string_view fieldName) const;
    // A field of its own, or of the record that a reference leads to ("Parent.Name"), where that
    // can only be of one object.
    bool shows(std::string_view path) const;
};

class SalesforceSchema {
public:
    // `force` asks for everything anew, also what the server calls unchanged.
    base::Status refresh(SalesforceClient &client, const CancelToken &cancel, bool force = false);
    // Only when nothing is known yet.
    base::Status load(SalesforceClient &client, const CancelToken &cancel);

    // Null when this user may not see it, or the organisation does not have it.
    const SalesforceObject *find(std::string_view name) const;

    // Why an object is missing; the CRM's own words.
    std::string reasonFor(std::string_view name) const;

    bool isMultiCurrency() const;

    // The organisation's stages, in the order of the server; empty when they may not be read.
    const std::vector<SalesforceRow> &stages() const { return m_stages; }

    // What a task is when it is done, in this organisation.
    const std::string &doneStatus() const { return m_doneStatus; }

    bool knowsStage(std::string_view apiName) const;

    // Of amounts whose row names none; empty when the organisation does not tell.
    const std::string &currency() const { return m_currency; }

private:
    base::Status take(std::string_view name, const SalesforcePart &part, base::UtcMs now);
    base::Status takeStages(const SalesforcePart &part, base::UtcMs now);
    base::Status askCurrency(SalesforceClient &client, const CancelToken &cancel);

    std::map<std::string, SalesforceObject, std::less<>> m_objects;
    std::map<std::string, std::string, std::less<>> m_reasons;
    std::vector<SalesforceRow> m_stages;
    std::string m_currency;
    std::string m_doneStatus = "Completed";
    bool m_isCurrencyAsked = false;
    bool m_isLoaded = false;
};

std::optional<SalesforceObject> readSalesforceDescribe(std::string_view body);

} // namespace topline::crm
