// The objects of the fake Salesforce: their fields, types and rights, as a describe tells them.
// Read by the fake and by its queries. Plain data; a field that is hidden does not exist.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace topline::fakes {

struct FakeField {
    std::string name;
    std::string type; // "string", "double", "boolean", "date", "datetime", "reference", "id"
    std::string relationship; // name of the reference, "Account" of AccountId
    std::string target;       // object that it leads to
    bool isCreateable = false;
    bool isUpdateable = false;
    bool isRequired = false;
    bool isExternalId = false;
    bool isUnique = false;
};

struct FakeObject {
    std::string name;
    std::string keyPrefix;
    std::vector<FakeField> fields;

    const FakeField *field(const std::string &fieldName) const;
};

using FakeObjects = std::map<std::string, FakeObject>;

// With Topline_Id__c on the activities, external and unique.
FakeObjects salesforceObjects();

} // namespace topline::fakes
