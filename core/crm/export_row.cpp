#include "core/crm/export_row.h"

#include "core/crm/field_text.h"
#include "core/domain/event.h"

#include <algorithm>
#include <set>
#include <type_traits>

namespace topline::crm {

using namespace domain;

namespace {

std::string textOf(const FieldValue &value)
{
    const auto *text = std::get_if<std::string>(&value);
    return text != nullptr ? *text : std::string();
}

template <typename Record>
constexpr bool hasStage = std::is_same_v<Record, Deal> || std::is_same_v<Record, StageChange>;
template <typename Record>
constexpr bool hasCurrency = std::is_same_v<Record, Deal> || std::is_same_v<Record, AmountChange>;

std::optional<base::Money> amountOf(const Deal &deal)
{
    return deal.amount;
}

std::optional<base::Money> amountOf(const AmountChange &change)
{
    return change.amount;
}

std::optional<FieldValue> stageField(std::string_view name, const Stage &stage)
{
    if (name == "pipeline")
        return stage.pipeline.empty() ? FieldValue() : FieldValue(stage.pipeline);
    if (name == "closed")
        return FieldValue(stage.kind != domain::StageKind::Open);
    if (name == "won")
        return FieldValue(stage.kind == domain::StageKind::Won);
    return std::nullopt;
}

} // namespace

std::vector<BoundField> fieldsToWrite(const FileSpec &spec, const std::vector<std::string> &columns)
{
    const auto bound = bindFields(spec, columns);
    if (!bound.ok())
        return {};
    std::set<std::size_t> taken;
    std::vector<BoundField> out;
    for (const bool joined : {false, true}) {
        for (const BoundField &field : *bound) {
            if (field.columns.empty() || (field.columns.size() > 1) != joined)
                continue;
            const bool free =
                std::none_of(field.columns.begin(), field.columns.end(),
                             [&](std::size_t column) { return taken.contains(column); });
            if (!free)
                continue;
            taken.insert(field.columns.begin(), field.columns.end());
            out.push_back(field);
        }
    }
    return out;
}

ExportRow::ExportRow(const std::vector<BoundField> &fields, const ExportLookUps &lookUps,
                     bool stageIds)
    : m_fields(fields)
    , m_lookUps(lookUps)
    , m_stageIds(stageIds)
{
}

// The record's value, or nothing where the record does not say (what a cell says then stays).
template <typename Record>
std::optional<FieldValue> ExportRow::current(const Record &record, std::size_t field) const
{
    const std::string_view name = fieldsOf(fileKindOf<Record>)[field].name;
    if constexpr (std::is_same_v<Record, EventDraft>) {
        if (name == "id")
            return FieldValue(eventKeyText(record.event.sourceKey));
    }
    if constexpr (std::is_same_v<Record, Stage>) {
        if (name == "closed" || name == "won")
            return stageField(name, record);
    }
    if constexpr (hasStage<Record>) {
        if (name == "pipeline" || name == "closed" || name == "won") {
            const auto stage = m_lookUps.stage(record.stage.remoteId);
            return stage ? stageField(name, *stage) : std::nullopt;
        }
    }
    if constexpr (hasCurrency<Record>) {
        if (name == "currency") {
            const auto amount = amountOf(record);
            return amount ? std::optional(FieldValue(amount->currency.text())) : std::nullopt;
        }
    }
    return getField(record, field);
}

bool ExportRow::sameReference(const BoundField &field, std::string_view text,
                              const std::string &remoteId) const
{
    text = base::trimmed(text);
    if (remoteId.empty())
        return text.empty() || field.source->missing == Missing::Leave;
    if (text == remoteId)
        return true;
    if (field.type == FieldType::StageRef) {
        const auto stage = m_lookUps.stage(remoteId);
        return stage && nameKey(stage->name) == nameKey(text);
    }
    if (field.source->lookUp == LookUp::Id || text.empty())
        return false;
    const std::string now = referenceText(field, remoteId);
    return field.source->lookUp == LookUp::Name ? nameKey(now) == nameKey(text)
                                                : base::lowerAscii(now) == base::lowerAscii(text);
}

std::string ExportRow::referenceText(const BoundField &field, const std::string &remoteId) const
{
    if (remoteId.empty())
        return {};
    if (field.type == FieldType::StageRef) {
        const auto stage = m_stageIds ? std::nullopt : m_lookUps.stage(remoteId);
        return stage ? stage->name : remoteId;
    }
    if (field.source->lookUp == LookUp::Id)
        return remoteId;
    const RecordNames names = m_lookUps.names(targetOf(field.type), remoteId);
    const std::string &text = field.source->lookUp == LookUp::Name    ? names.name
                              : field.source->lookUp == LookUp::Email ? names.email
                                                                      : names.domain;
    return text.empty() ? remoteId : text;
}

template <typename Record>
bool ExportRow::saysTheSame(const BoundField &field, std::string_view text, const FieldValue &value,
                            std::optional<base::Currency> currency) const
{
    if (isReference(field.type))
        return sameReference(field, text, textOf(value));
    const FieldDef &def = fieldsOf(fileKindOf<Record>)[field.field];
    if (def.name == "currency") {
        const std::string now = textOf(value);
        return text.empty() ? now == field.source->money.currency.text()
                            : base::lowerAscii(base::trimmed(text)) == base::lowerAscii(now);
    }
    // What must be there is written even where an empty cell would mean the same.
    if (def.required && base::trimmed(text).empty())
        return false;
    const auto parsed = parseField(field.type, *field.source, text, currency);
    if (!parsed.ok())
        return false;
    if (def.helper)
        return sameValue(*parsed, value);
    // By way of a record, so that what an empty cell stands for counts as the same.
    Record fresh;
    setField(fresh, field.field, *parsed);
    return getField(fresh, field.field) == value;
}

template <typename Record>
void ExportRow::render(const Record &record, std::vector<std::string> &cells) const
{
    const auto currencyField = fieldIndex(fileKindOf<Record>, "currency");
    std::optional<base::Currency> before;
    std::optional<base::Currency> now;
    for (const BoundField &field : m_fields) {
        if (!currencyField || field.field != *currencyField)
            continue;
        before = base::Currency::parse(base::trimmed(cells[field.columns.front()]));
        if constexpr (hasCurrency<Record>) {
            if (const auto amount = amountOf(record))
                now = amount->currency;
        }
    }
    std::vector<std::string_view> views(cells.begin(), cells.end());
    for (const BoundField &field : m_fields) {
        const auto value = current(record, field.field);
        if (!value)
            continue;
        const std::string text = field.columns.size() == 1
                                     ? std::string(views[field.columns.front()])
                                     : joinedText(*field.source, field.columns, views);
        if (saysTheSame<Record>(field, text, *value, before))
            continue;
        for (const std::size_t column : field.columns)
            cells[column].clear();
        cells[field.columns.front()] = isReference(field.type)
                                           ? referenceText(field, textOf(*value))
                                           : formatField(field.type, *field.source, *value, now);
    }
}

template void ExportRow::render(const Owner &, std::vector<std::string> &) const;
template void ExportRow::render(const Quota &, std::vector<std::string> &) const;
template void ExportRow::render(const Product &, std::vector<std::string> &) const;
template void ExportRow::render(const Stage &, std::vector<std::string> &) const;
template void ExportRow::render(const Account &, std::vector<std::string> &) const;
template void ExportRow::render(const Contact &, std::vector<std::string> &) const;
template void ExportRow::render(const Deal &, std::vector<std::string> &) const;
template void ExportRow::render(const StageChange &, std::vector<std::string> &) const;
template void ExportRow::render(const AmountChange &, std::vector<std::string> &) const;
template void ExportRow::render(const EventDraft &, std::vector<std::string> &) const;

} // namespace topline::crm
