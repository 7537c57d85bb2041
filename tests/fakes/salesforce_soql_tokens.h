// The words of a SOQL query, for the fake Salesforce's parser. Pure; text that the vendor would not
// take is a SoqlFault.
#pragma once

#include <string>
#include <vector>

namespace topline::fakes {

struct Token {
    enum Kind { End, Text, Number, Time, Word, Sign } kind = End;

    std::string text;
};

[[noreturn]] void malformed(const std::string &at);

std::vector<Token> tokensOf(const std::string &text);

} // namespace topline::fakes
