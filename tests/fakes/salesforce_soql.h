// The part of SOQL that the fake Salesforce understands: SELECT with paths, COUNT() and a child
// list, WHERE with AND, OR, NOT, IN and LIKE, ORDER BY, LIMIT. As strict as the vendor: unknown
// fields, literals of the wrong kind, and AND beside OR without parentheses fail the whole query.
// Called by the fake only; a fault is a SoqlFault.
#pragma once

#include "tests/fakes/salesforce_tables.h"

#include <QJsonObject>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace topline::fakes {

struct SoqlFault {
    std::string code;
    std::string message;
};

using FakeRow = QJsonObject;
using FakeTable = std::map<std::string, FakeRow>; // by id

// Everything that a query may see; tables and objects must outlive the call.
struct SoqlWorld {
    const FakeObjects &objects;
    const std::map<std::string, FakeTable> &tables;
    std::function<bool(const std::string &object, const std::string &field)> isHidden;
    std::function<bool(const std::string &object, const FakeRow &row)> isVisible;
};

struct SoqlResult {
    std::string object;
    bool isCount = false;
    std::int64_t total = 0;
    std::vector<FakeRow> rows; // as selected, with attributes
};

SoqlResult runSoql(const SoqlWorld &world, const std::string &text, bool isAll);

} // namespace topline::fakes
