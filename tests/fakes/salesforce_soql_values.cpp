#include "tests/fakes/salesforce_soql_values.h"

#include "tests/fakes/salesforce_soql.h"

#include <cctype>

namespace topline::fakes {

namespace {

// Times of one form compare as text, up to their zone, which is always nought.
std::string timeOf(const std::string &text)
{
    const std::string whole = text.substr(0, 23);
    return whole.size() == 23 && whole[19] == '.' ? whole : text.substr(0, 19) + ".000";
}

} // namespace

std::string upper(std::string text)
{
    for (char &c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

bool isNumeric(const std::string &type)
{
    return type == "int" || type == "double" || type == "currency" || type == "percent";
}

bool isLike(const std::string &text, const std::string &pattern, std::size_t t, std::size_t p)
{
    while (p < pattern.size()) {
        if (pattern[p] == '%') {
            for (std::size_t rest = t; rest <= text.size(); ++rest) {
                if (isLike(text, pattern, rest, p + 1))
                    return true;
            }
            return false;
        }
        if (t >= text.size())
            return false;
        const bool any = pattern[p] == '_';
        if (pattern[p] == '\\' && p + 1 < pattern.size())
            ++p;
        if (!any && pattern[p] != text[t])
            return false;
        ++p;
        ++t;
    }
    return t == text.size();
}

// A value of the wrong kind fails the query, as it does there.
void checkLiteral(const FakeField &field, const Token &value)
{
    if (value.kind == Token::Word && upper(value.text) == "NULL")
        return;
    const bool isFlag = value.kind == Token::Word;
    bool fits = value.kind == Token::Text;
    if (field.type == "boolean")
        fits = isFlag;
    else if (field.type == "date" || field.type == "datetime")
        fits = value.kind == Token::Time && (value.text.size() > 10) == (field.type == "datetime");
    else if (isNumeric(field.type))
        fits = value.kind == Token::Number;
    if (field.type == "textarea" || field.type == "base64")
        throw SoqlFault{"INVALID_FIELD", "field '" + field.name + "' can not be filtered"};
    if (!fits)
        throw SoqlFault{"INVALID_FIELD", "value of filter criterion for field '" + field.name +
                                             "' must be of type " + field.type};
}

std::partial_ordering compared(const FakeField &field, const QJsonValue &a, const std::string &b)
{
    if (field.type == "datetime")
        return timeOf(a.toString().toStdString()) <=> timeOf(b);
    if (isNumeric(field.type))
        return a.toDouble() <=> std::stod(b);
    if (field.type == "boolean")
        return static_cast<int>(a.toBool()) <=> static_cast<int>(upper(b) == "TRUE");
    const std::string text = a.toString().toStdString();
    if (field.type == "id" || field.type == "reference" || field.type == "date")
        return text <=> b;
    return upper(text) <=> upper(b);
}

} // namespace topline::fakes
