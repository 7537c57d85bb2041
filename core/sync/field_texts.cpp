#include "core/sync/field_texts.h"

#include "core/crm/field_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace topline::sync {

namespace {

using crm::FileKind;

constexpr std::array<std::string_view, 4> bookKeeping = {"id", "created", "updated", "deleted"};

bool isMerged(const crm::FieldDef &field)
{
    return !field.helper &&
           std::find(bookKeeping.begin(), bookKeeping.end(), field.name) == bookKeeping.end();
}

void forgetRow(domain::Owner & /*owner*/, const std::string & /*field*/) {}

void forgetRow(domain::Account &account, const std::string &field)
{
    if (field == "owner")
        account.owner.id = {};
}

void forgetRow(domain::Contact &contact, const std::string &field)
{
    if (field == "account")
        contact.account.id = {};
}

void forgetRow(domain::Deal &deal, const std::string &field)
{
    if (field == "account")
        deal.account.id = {};
    if (field == "contact")
        deal.contact.id = {};
    if (field == "owner")
        deal.owner.id = {};
    if (field == "product")
        deal.product.id = {};
    if (field == "stage")
        deal.stage.id = {};
}

std::optional<FileKind> fileKindOf(domain::RecordKind kind)
{
    switch (kind) {
    case domain::RecordKind::Owner:
        return FileKind::Owners;
    case domain::RecordKind::Account:
        return FileKind::Accounts;
    case domain::RecordKind::Contact:
        return FileKind::Contacts;
    case domain::RecordKind::Deal:
        return FileKind::Deals;
    default:
        return std::nullopt;
    }
}

base::Error noSuchField(const std::string &field)
{
    return {base::ErrorCode::InvalidInput, "There is no field \"" + field + "\" to write.",
            "Nothing was changed."};
}

} // namespace

template <typename Record> FieldTexts textsOf(const Record &record)
{
    FieldTexts out;
    const auto fields = crm::fieldsOf(crm::fileKindOf<Record>);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (isMerged(fields[i]))
            out.emplace(fields[i].name,
                        crm::formatField(fields[i].type, {}, crm::getField(record, i)));
    }
    return out;
}

template <typename Record>
base::Status setText(Record &record, const std::string &field, const std::string &text)
{
    const auto index = crm::fieldIndex(crm::fileKindOf<Record>, field);
    if (!index)
        return noSuchField(field);
    const auto &def = crm::fieldsOf(crm::fileKindOf<Record>)[*index];
    if (!isMerged(def))
        return noSuchField(field);
    TRY_ASSIGN(auto value, crm::parseField(def.type, {}, text));
    // No text is the absence of a flag, which setField would leave as it is.
    if (def.type == crm::FieldType::Flag && text.empty())
        value = false;
    crm::setField(record, *index, value);
    forgetRow(record, field);
    return {};
}

bool sameText(domain::RecordKind kind, const std::string &field, const std::string &a,
              const std::string &b)
{
    if (a == b)
        return true;
    const auto file = fileKindOf(kind);
    const auto index = file ? crm::fieldIndex(*file, field) : std::nullopt;
    if (!index)
        return false;
    const auto type = crm::fieldsOf(*file)[*index].type;
    const auto first = crm::parseField(type, {}, a);
    const auto second = crm::parseField(type, {}, b);
    return first.ok() && second.ok() && crm::sameValue(*first, *second);
}

template FieldTexts textsOf(const domain::Owner &record);
template FieldTexts textsOf(const domain::Account &record);
template FieldTexts textsOf(const domain::Contact &record);
template FieldTexts textsOf(const domain::Deal &record);
template base::Status setText(domain::Owner &record, const std::string &field,
                              const std::string &text);
template base::Status setText(domain::Account &record, const std::string &field,
                              const std::string &text);
template base::Status setText(domain::Contact &record, const std::string &field,
                              const std::string &text);
template base::Status setText(domain::Deal &record, const std::string &field,
                              const std::string &text);

} // namespace topline::sync
