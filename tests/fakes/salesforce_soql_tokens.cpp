#include "tests/fakes/salesforce_soql_tokens.h"

#include "tests/fakes/salesforce_soql.h"

#include <cctype>
#include <string_view>

namespace topline::fakes {

namespace {

std::string unescaped(char c)
{
    switch (c) {
    case 'n':
        return "\n";
    case 'r':
        return "\r";
    case 't':
        return "\t";
    case 'b':
        return "\b";
    case 'f':
        return "\f";
    case '%':
    case '_':
        return std::string("\\") + c; // only LIKE knows them
    default:
        return std::string(1, c);
    }
}

Token takeText(const std::string &text, std::size_t &at)
{
    Token out{Token::Text, ""};
    for (++at; at < text.size() && text[at] != '\''; ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            out.text += unescaped(text[++at]);
        else
            out.text += text[at];
    }
    if (at++ >= text.size())
        malformed("'");
    return out;
}

} // namespace

void malformed(const std::string &at)
{
    throw SoqlFault{"MALFORMED_QUERY", "unexpected token: '" + at + "'"};
}

std::vector<Token> tokensOf(const std::string &text)
{
    std::vector<Token> out;
    std::size_t at = 0;
    const auto takeWhile = [&](std::string_view more) {
        const std::size_t start = at;
        while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 ||
                                    more.find(text[at]) != std::string_view::npos))
            ++at;
        return text.substr(start, at - start);
    };
    while (at < text.size()) {
        const char c = text[at];
        if (c == ' ') {
            ++at;
        } else if (c == '\'') {
            out.push_back(takeText(text, at));
        } else if (std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-') {
            const std::string word = takeWhile("-:.+");
            const bool isTime = word.size() >= 10 && word[4] == '-';
            out.push_back({isTime ? Token::Time : Token::Number, word});
        } else if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
            out.push_back({Token::Word, takeWhile("._")});
        } else {
            const std::string two = text.substr(at, 2);
            const bool isTwo = two == ">=" || two == "<=" || two == "!=";
            if (!isTwo && std::string_view("=<>(),").find(c) == std::string_view::npos)
                malformed(std::string(1, c));
            out.push_back({Token::Sign, isTwo ? two : std::string(1, c)});
            at += isTwo ? 2 : 1;
        }
    }
    out.push_back({});
    return out;
}

} // namespace topline::fakes
