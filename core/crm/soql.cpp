#include "core/crm/soql.h"

#include "core/base/calendar.h"

#include <cstdio>

namespace topline::crm {

namespace {

void appendEscaped(std::string &out, std::string_view text, bool isPattern)
{
    for (const char c : text) {
        switch (c) {
        case '\\':
            out += "\\\\";
            break;
        case '\'':
            out += "\\'";
            break;
        case '"':
            out += "\\\"";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        default:
            if (isPattern && (c == '%' || c == '_'))
                out += '\\';
            out += c;
        }
    }
}

std::string quoted(std::string_view text, bool isPattern)
{
    std::string out = "'";
    appendEscaped(out, text, isPattern);
    return out + '\'';
}

} // namespace

std::string soqlText(std::string_view text)
{
    return quoted(text, false);
}

std::string soqlLikeText(std::string_view text)
{
    return quoted(text, true);
}

std::string soqlTime(base::UtcMs timeMs)
{
    std::string out = salesforceDateTime(timeMs);
    const std::size_t fraction = out.size() - 5;
    return out.substr(fraction) == ".000Z" ? out.erase(fraction, 4) : out;
}

std::string salesforceDateTime(base::UtcMs timeMs)
{
    base::UtcMs inDay = timeMs % base::dayMs;
    if (inDay < 0)
        inDay += base::dayMs;
    const base::CivilDate date = base::dateOfDayNumber((timeMs - inDay) / base::dayMs);
    char clock[24];
    std::snprintf(
        clock, sizeof clock, "T%02d:%02d:%02d.%03dZ", static_cast<int>(inDay / base::hourMs),
        static_cast<int>(inDay / base::minuteMs % 60),
        static_cast<int>(inDay / base::secondMs % 60), static_cast<int>(inDay % base::secondMs));
    return date.text() + clock;
}

std::string soqlList(const std::vector<std::string> &texts)
{
    std::string out = "(";
    for (const std::string &text : texts) {
        if (out.size() > 1)
            out += ", ";
        out += soqlText(text);
    }
    return out + ')';
}

std::string Soql::text() const
{
    std::string out = "SELECT ";
    out.append(fields).append(" FROM ").append(object);
    if (!where.empty())
        out.append(" WHERE ").append(where);
    if (!order.empty())
        out.append(" ORDER BY ").append(order);
    if (limit > 0)
        out.append(" LIMIT ").append(std::to_string(limit));
    return out;
}

} // namespace topline::crm
