#include "core/crm/hubspot_change.h"

#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/crm/edit_text.h"
#include "core/crm/hubspot_json.h"
#include "core/crm/hubspot_zone.h"
#include "core/crm/record_fields.h"

#include <algorithm>
#include <array>

namespace topline::crm {

namespace {

using base::Result;
using domain::RecordKind;

constexpr std::string_view zoneProperty = "hs_timezone";
constexpr base::DurationMs noonMs = 12 * base::hourMs;

// Made by HubSpot; a write would be refused or pass without effect.
constexpr std::array<std::string_view, 4> readOnlyFields = {"created", "updated", "source",
                                                            "optedOut"};

base::Error refused(const std::string &message)
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = message,
            .kept = "Nothing was written to HubSpot."};
}

// "next_step", "Next step" and "nextStep" are one name.
std::string plainName(std::string_view name)
{
    std::string out;
    for (const char c : base::lowerAscii(name)) {
        if (c != '_' && c != ' ')
            out += c;
    }
    return out;
}

FileKind fileKindOfRecord(RecordKind kind)
{
    return kind == RecordKind::Account   ? FileKind::Accounts
           : kind == RecordKind::Contact ? FileKind::Contacts
                                         : FileKind::Deals;
}

const FieldDef *fieldNamed(const HubSpotObject &object, const std::string &name)
{
    for (const FieldDef &def : fieldsOf(fileKindOfRecord(*object.record))) {
        if (plainName(def.name) == plainName(name))
            return &def;
    }
    return nullptr;
}

std::string propertyOf(const HubSpotObject &object, std::string_view field)
{
    const auto found = std::find_if(object.properties.begin(), object.properties.end(),
                                    [&](const auto &one) { return one.field == field; });
    return found == object.properties.end() ? std::string() : std::string(found->name);
}

// One text for one value, however it is written here or there.
Result<std::string> comparable(FieldType type, const std::string &text, const HubSpotFacts &facts)
{
    if (text.empty())
        return text;
    switch (type) {
    case FieldType::Money: {
        TRY_ASSIGN(const auto money, base::parseMoney(text, {.currency = facts.portal.currency,
                                                             .roundExtraDigits = true}));
        return base::moneyText(money, {.currency = money.currency});
    }
    case FieldType::Number: {
        TRY_ASSIGN(const auto number, base::parseInteger(text));
        return std::to_string(number);
    }
    case FieldType::Time: {
        const auto at = hubspotTime(text, facts.portal.zone);
        if (!at)
            return refused("\"" + text + "\" is no date.");
        return facts.portal.zone.dateOf(*at).text();
    }
    case FieldType::Domain:
        return base::domainOf(text);
    case FieldType::OwnerRef: {
        const std::string id = withoutHubSpotPrefix(text).value_or(text);
        if (!isHubSpotId(id))
            return refused("\"" + text + "\" is no owner of HubSpot.");
        return id;
    }
    default:
        return text;
    }
}

// A day is written as its noon there, so that no zone makes another day of it.
std::string writable(FieldType type, const std::string &value, const HubSpotFacts &facts)
{
    if (type != FieldType::Time || value.empty())
        return value;
    const auto start = base::parseTime(value, {.zone = facts.portal.zone});
    const base::CivilDate date = facts.portal.zone.dateOf(start->utcMs);
    return hubspotTimeText(facts.portal.zone.at(date, noonMs));
}

// The property's value as a person reads it.
std::string readable(const std::string &property, std::string text)
{
    return property == zoneProperty ? hubspotZoneName(text) : text;
}

Result<HubSpotChange> stageChange(const std::string &base, const std::string &target)
{
    const auto ids = parseStageId(target);
    if (!ids)
        return refused("\"" + target + "\" is no stage of HubSpot.");
    HubSpotChange out;
    out.field = "stage";
    out.baseText = base;
    out.oursText = target;
    if (!base.empty())
        out.base = base;
    out.ours = target;
    out.property = "dealstage";
    out.writes = {{"dealstage", ids->stage}, {"pipeline", ids->pipeline}};
    return out;
}

// An amount in another currency than before takes the deal's currency along.
void addCurrency(const domain::FieldChange &change, HubSpotChange &out)
{
    const auto currencyOf = [](const std::string &text) {
        const auto money = base::parseMoney(text, {.currency = {}, .roundExtraDigits = true});
        return money.ok() ? money->currency : base::Currency{};
    };
    const base::Currency ours = currencyOf(change.value);
    if (ours.isKnown() && currencyOf(change.base).isKnown() && currencyOf(change.base) != ours)
        out.writes.emplace("deal_currency_code", ours.text());
}

Result<HubSpotChange> fieldChange(const HubSpotObject &object, const domain::FieldChange &change,
                                  const HubSpotFacts &facts)
{
    const FieldDef *def = fieldNamed(object, change.field);
    if (def != nullptr && def->type == FieldType::StageRef) {
        TRY_ASSIGN(HubSpotChange out, stageChange(change.base, change.value));
        out.field = change.field;
        return out;
    }
    const std::string property = def == nullptr ? std::string() : propertyOf(object, def->name);
    const bool isReadOnly =
        def != nullptr &&
        std::find(readOnlyFields.begin(), readOnlyFields.end(), def->name) != readOnlyFields.end();
    if (property.empty() || isReadOnly)
        return refused("\"" + change.field + "\" cannot be written to HubSpot.");
    HubSpotChange out;
    out.field = change.field;
    out.baseText = change.base;
    out.oursText = change.value;
    out.property = property;
    // The base is an instant that was read, written in UTC; ours may be a day as a person names it.
    std::string base = change.base;
    if (def->type == FieldType::Time && !base.empty())
        base = hubspotTimeText(hubspotTime(base).value_or(0));
    TRY_ASSIGN(out.base, comparable(def->type, base, facts));
    TRY_ASSIGN(out.ours, comparable(def->type, change.value, facts));
    out.writes = {{property, writable(def->type, out.ours, facts)}};
    if (property == zoneProperty) {
        out.writes = {{property, hubspotZoneOption(out.ours)}};
        if (hubspotZoneName(out.writes.at(property)) != out.ours)
            return refused("\"" + change.value + "\" is no time zone.");
    }
    if (property == "amount")
        addCurrency(change, out);
    return out;
}

} // namespace

Result<HubSpotEdit> hubspotEditOf(const EffectWire &wire, const HubSpotFacts &facts)
{
    HubSpotEdit out;
    out.atMs = wire.atMs;
    const bool isStage = wire.kind == domain::ActionKind::StageChange;
    const RecordKind kind = !wire.deal.empty() || isStage ? RecordKind::Deal
                            : !wire.contact.empty()       ? RecordKind::Contact
                                                          : RecordKind::Account;
    out.object = hubspotObjectOf(kind);
    const std::string &remoteId = kind == RecordKind::Deal      ? wire.deal
                                  : kind == RecordKind::Contact ? wire.contact
                                                                : wire.account;
    const auto id = withoutHubSpotPrefix(remoteId);
    if (!id || !isHubSpotId(*id))
        return refused("\"" + remoteId + "\" is no record of HubSpot.");
    out.id = *id;
    if (isStage) {
        TRY_ASSIGN(auto change, stageChange(wire.stageBase, wire.stage));
        out.changes.push_back(std::move(change));
        return out;
    }
    if (wire.fields.empty())
        return refused("The edit names no field.");
    for (const domain::FieldChange &field : wire.fields) {
        TRY_ASSIGN(auto change, fieldChange(*out.object, field, facts));
        out.changes.push_back(std::move(change));
    }
    return out;
}

std::string currentValue(const HubSpotObject &object, const HubSpotChange &change,
                         const QJsonObject &record, const HubSpotFacts &facts)
{
    const QJsonObject properties = jsonObject(record, "properties");
    const std::string text = readable(
        change.property, propertyText(properties, change.property).value_or(std::string()));
    if (change.property == "dealstage")
        return facts.stages.remoteId(text,
                                     propertyText(properties, "pipeline").value_or(std::string()));
    const FieldDef *def = fieldNamed(object, change.field);
    // What cannot be read is compared as it stands: never equal to what we know.
    const auto value = comparable(def->type, text, facts);
    return value.ok() ? *value : text;
}

std::string shownValue(const HubSpotObject &object, const HubSpotChange &change,
                       const QJsonObject &record, const HubSpotFacts &facts)
{
    const QJsonObject properties = jsonObject(record, "properties");
    std::string text = readable(change.property,
                                propertyText(properties, change.property).value_or(std::string()));
    if (text.empty() || change.property == "dealstage")
        return text.empty() ? text : currentValue(object, change, record, facts);
    const FieldDef *def = fieldNamed(object, change.field);
    switch (def->type) {
    case FieldType::Money: {
        const auto currency = base::Currency::parse(
            propertyText(properties, "deal_currency_code").value_or(std::string()));
        const auto money = base::parseMoney(
            text, {.currency = currency.value_or(facts.portal.currency), .roundExtraDigits = true});
        return money.ok() ? editText(def->type, *money) : text;
    }
    case FieldType::Time: {
        const auto at = hubspotTime(text, facts.portal.zone);
        return at ? editText(def->type, FieldValue(std::in_place_type<std::int64_t>, *at)) : text;
    }
    case FieldType::OwnerRef:
        return withHubSpotPrefix(text);
    default:
        return text;
    }
}

} // namespace topline::crm
