#include "core/crm/field_text.h"

#include "core/base/check.h"

#include <limits>

namespace topline::crm {

namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

Error refused(std::string_view text, std::string_view what)
{
    return {ErrorCode::InvalidInput,
            "\"" + std::string(text.substr(0, 60)) + "\" is not " + std::string(what) + "."};
}

Result<FieldValue> parseCount(std::string_view text, base::DecimalSign sign)
{
    TRY_ASSIGN(const std::int64_t number, base::parseInteger(text, sign));
    if (number > std::numeric_limits<std::int32_t>::max() ||
        number < std::numeric_limits<std::int32_t>::min())
        return refused(text, "a number that fits");
    return FieldValue(number);
}

// Mappings name both sides in their own spelling; what a cell holds is compared by its key.
const std::string *standsFor(const FieldSource &source, std::string_view text)
{
    const std::string key = nameKey(text);
    for (const auto &[from, to] : source.values) {
        if (nameKey(from) == key)
            return &to;
    }
    return nullptr;
}

} // namespace

std::string joinedText(const FieldSource &source, const std::vector<std::size_t> &columns,
                       const std::vector<std::string_view> &cells)
{
    if (columns.empty())
        return source.constant.value_or("");
    std::string out;
    for (const std::size_t column : columns) {
        const std::string_view part = base::trimmed(cells[column]);
        if (!out.empty() && !part.empty())
            out += source.separator;
        out += part;
    }
    return out;
}

Result<FieldValue> parseField(FieldType type, const FieldSource &source, std::string_view text,
                              std::optional<base::Currency> currency)
{
    text = base::trimmed(text);
    if (text.empty())
        return FieldValue();
    if (!source.values.empty()) {
        if (const std::string *meaning = standsFor(source, text))
            text = *meaning;
        if (text.empty())
            return FieldValue();
    }
    switch (type) {
    case FieldType::Domain: {
        std::string domain = base::domainOf(text);
        return domain.empty() ? FieldValue() : FieldValue(std::move(domain));
    }
    case FieldType::Number: {
        TRY_ASSIGN(const std::int64_t number, base::parseInteger(text, source.money.sign));
        return FieldValue(number);
    }
    case FieldType::Count:
        return parseCount(text, source.money.sign);
    case FieldType::Money: {
        base::MoneyFormat format = source.money;
        format.currency = currency.value_or(format.currency);
        TRY_ASSIGN(const base::Money money, base::parseMoney(text, format));
        return FieldValue(money);
    }
    case FieldType::Time: {
        TRY_ASSIGN(const base::ParsedTime time, base::parseTime(text, source.time));
        return FieldValue(time.utcMs);
    }
    case FieldType::Flag: {
        TRY_ASSIGN(const bool flag, base::parseBool(text));
        return FieldValue(flag);
    }
    case FieldType::StageKind:
        if (text != "open" && text != "won" && text != "lost")
            return refused(text, "open, won or lost");
        return FieldValue(std::string(text));
    case FieldType::EventKind:
        if (!domain::parseEventKind(text))
            return refused(text, "a kind of event");
        return FieldValue(std::string(text));
    default:
        return FieldValue(std::string(text));
    }
}

std::string formatField(FieldType type, const FieldSource &source, const FieldValue &value,
                        std::optional<base::Currency> currency)
{
    std::string out;
    if (const auto *text = std::get_if<std::string>(&value)) {
        out = *text;
    } else if (const auto *flag = std::get_if<bool>(&value)) {
        out = *flag ? "true" : "false";
    } else if (const auto *money = std::get_if<base::Money>(&value)) {
        base::MoneyFormat format = source.money;
        format.currency = currency.value_or(format.currency);
        out = base::moneyText(*money, format);
    } else if (const auto *number = std::get_if<std::int64_t>(&value)) {
        if (type == FieldType::Time) {
            const bool atMidnight =
                source.time.zone.startOfDay(source.time.zone.dateOf(*number)) == *number;
            out = base::timeText({*number, !atMidnight}, source.time);
        } else {
            out = std::to_string(*number);
        }
    }
    for (const auto &[from, to] : source.values) {
        if (to == out)
            return from;
    }
    return out;
}

} // namespace topline::crm
