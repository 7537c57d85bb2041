// How the fake Salesforce compares the values of a query: by the type of the field, as strict about
// literals as the vendor. Called by its queries; a literal of the wrong kind is a SoqlFault.
#pragma once

#include "tests/fakes/salesforce_soql_tokens.h"
#include "tests/fakes/salesforce_tables.h"

#include <QJsonValue>

#include <compare>
#include <string>

namespace topline::fakes {

std::string upper(std::string text);
bool isNumeric(const std::string &type);
bool isLike(const std::string &text, const std::string &pattern, std::size_t t = 0,
            std::size_t p = 0);
void checkLiteral(const FakeField &field, const Token &value);
std::partial_ordering compared(const FakeField &field, const QJsonValue &a, const std::string &b);

} // namespace topline::fakes
