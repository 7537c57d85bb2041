#include "core/crm/edit_text.h"

#include "core/crm/field_text.h"

#include <algorithm>

namespace topline::crm {

namespace {

constexpr std::string_view accountFields[] = {"name",    "domain",    "industry",
                                              "country", "employees", "annualRevenue"};
constexpr std::string_view contactFields[] = {"firstName", "lastName", "email", "phone", "title"};
constexpr std::string_view dealFields[] = {"name", "amount", "source", "nextStep", "close"};

bool holds(std::span<const std::string_view> fields, std::string_view field)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

base::Error noSuchField(std::string_view field)
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = "There is no field \"" + std::string(field) + "\".",
            .kept = "Nothing was changed."};
}

} // namespace

bool isEditable(FileKind kind, std::string_view field)
{
    switch (kind) {
    case FileKind::Accounts:
        return holds(accountFields, field);
    case FileKind::Contacts:
        return holds(contactFields, field);
    case FileKind::Deals:
        return holds(dealFields, field);
    default:
        return false;
    }
}

std::string editText(FieldType type, const FieldValue &value)
{
    return formatField(type, {}, value, base::Currency{});
}

base::Result<FieldValue> readEditText(FieldType type, std::string_view text,
                                      std::optional<base::Currency> currency)
{
    return parseField(type, {}, text, currency);
}

template <typename Record>
std::optional<std::string> fieldText(const Record &record, std::string_view field)
{
    const auto index = fieldIndex(fileKindOf<Record>, field);
    if (!index)
        return std::nullopt;
    return editText(fieldsOf(fileKindOf<Record>)[*index].type, getField(record, *index));
}

template <typename Record>
base::Status setFieldText(Record &record, std::string_view field, std::string_view text)
{
    const auto index = fieldIndex(fileKindOf<Record>, field);
    if (!index)
        return noSuchField(field);
    const auto before = getField(record, *index);
    const auto *money = std::get_if<base::Money>(&before);
    TRY_ASSIGN(const FieldValue value,
               readEditText(fieldsOf(fileKindOf<Record>)[*index].type, text,
                            money ? std::optional(money->currency) : std::nullopt));
    setField(record, *index, value);
    return {};
}

template std::optional<std::string> fieldText(const domain::Account &, std::string_view);
template std::optional<std::string> fieldText(const domain::Contact &, std::string_view);
template std::optional<std::string> fieldText(const domain::Deal &, std::string_view);
template base::Status setFieldText(domain::Account &, std::string_view, std::string_view);
template base::Status setFieldText(domain::Contact &, std::string_view, std::string_view);
template base::Status setFieldText(domain::Deal &, std::string_view, std::string_view);

} // namespace topline::crm
