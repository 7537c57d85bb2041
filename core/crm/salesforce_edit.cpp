#include "core/crm/salesforce_edit.h"

#include "core/base/calendar.h"
#include "core/base/number_text.h"
#include "core/crm/edit_text.h"
#include "core/crm/field_text.h"
#include "core/crm/http_date.h"
#include "core/crm/push_error.h"
#include "core/crm/salesforce_id.h"
#include "core/crm/soql.h"

#include <cmath>

namespace topline::crm {

namespace {

using domain::ActionKind;

FileKind fileKindFor(domain::RecordKind kind)
{
    switch (kind) {
    case domain::RecordKind::Account:
        return FileKind::Accounts;
    case domain::RecordKind::Contact:
        return FileKind::Contacts;
    default:
        return FileKind::Deals;
    }
}

// The field as our mapping made it, in the text form of imports.
std::string textThere(const Page &page, domain::RecordKind kind, std::size_t field, FieldType type)
{
    FieldValue value;
    if (kind == domain::RecordKind::Account && !page.accounts.empty())
        value = getField(page.accounts.back(), field);
    else if (kind == domain::RecordKind::Contact && !page.contacts.empty())
        value = getField(page.contacts.back(), field);
    else if (kind == domain::RecordKind::Deal && !page.deals.empty())
        value = getField(page.deals.back(), field);
    return editText(type, value);
}

base::Currency currencyOf(const SalesforceRow &row, const SalesforceSchema &schema)
{
    const std::string named = row.text("CurrencyIsoCode");
    return base::Currency::parse(named.empty() ? schema.currency() : named)
        .value_or(base::Currency{});
}

// Equal as values: "1200" and "1200.00", a date with and without its midnight.
bool isSame(FieldType type, const std::string &a, const std::string &b, base::Currency currency)
{
    if (a == b)
        return true;
    FieldSource source;
    source.money.roundExtraDigits = true;
    const auto left = parseField(type, source, a, currency);
    const auto right = parseField(type, source, b, currency);
    if (!left.ok() || !right.ok())
        return false;
    const auto *leftMoney = std::get_if<base::Money>(&*left);
    const auto *rightMoney = std::get_if<base::Money>(&*right);
    if (leftMoney != nullptr && rightMoney != nullptr)
        return *leftMoney == *rightMoney;
    return sameValue(*left, *right);
}

// The value as Salesforce takes it; an error for text that is not of the field's kind.
base::Result<SalesforceValue> valueFor(FieldType type, const std::string &fieldType,
                                       const std::string &text, base::Currency currency)
{
    if (text.empty())
        return SalesforceValue();
    FieldSource source;
    source.money.roundExtraDigits = true;
    TRY_ASSIGN(const FieldValue value, parseField(type, source, text, currency));
    const auto *money = std::get_if<base::Money>(&value);
    if (money != nullptr && money->currency != currency)
        return base::Error{base::ErrorCode::InvalidInput,
                           "This record's amounts are in " + currency.text() + "."};
    if (money != nullptr)
        return SalesforceValue(static_cast<double>(money->amountMinor) /
                               std::pow(10.0, money->currency.exponent()));
    if (const auto *flag = std::get_if<bool>(&value))
        return SalesforceValue(*flag);
    if (isReference(type)) {
        if (const auto stage = salesforceStageName(text))
            return SalesforceValue(*stage);
        if (const auto id = salesforceIdOf(text))
            return SalesforceValue(*id);
        return base::Error{base::ErrorCode::InvalidInput,
                           "\"" + text + "\" is not a record of Salesforce."};
    }
    if (const auto *number = std::get_if<std::int64_t>(&value)) {
        if (type != FieldType::Time)
            return SalesforceValue(static_cast<double>(*number));
        const std::string time = salesforceDateTime(*number);
        return SalesforceValue(fieldType == "date" ? time.substr(0, 10) : time);
    }
    const auto *plain = std::get_if<std::string>(&value);
    return plain == nullptr ? SalesforceValue() : SalesforceValue(*plain);
}

std::string httpDate(base::UtcMs time)
{
    constexpr std::string_view days = "MonTueWedThuFriSatSun";
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const std::string iso = soqlTime(time);
    const base::CivilDate date = base::dateOfDayNumber(
        (time - (time % base::dayMs + base::dayMs) % base::dayMs) / base::dayMs);
    const auto three = [](std::string_view names, int number) {
        return std::string(names.substr(static_cast<std::size_t>(number - 1) * 3, 3));
    };
    return three(days, base::weekday(date)) + ", " + iso.substr(8, 2) + " " +
           three(months, date.month) + " " + iso.substr(0, 4) + " " + iso.substr(11, 8) + " GMT";
}

} // namespace

SalesforceEdit::SalesforceEdit(SalesforceClient &client, const SalesforceSchema &schema,
                               EffectWire wire)
    : m_client(client)
    , m_schema(schema)
    , m_wire(std::move(wire))
    , m_changes(m_wire.fields)
{
    if (m_wire.kind == ActionKind::StageChange)
        m_changes = {{"stage", m_wire.stageBase, m_wire.stage}};
}

std::string SalesforceEdit::targetId() const
{
    for (const std::string *id : {&m_wire.deal, &m_wire.contact, &m_wire.account}) {
        if (!id->empty())
            return salesforceIdOf(*id).value_or("");
    }
    return {};
}

void SalesforceEdit::compareField(const SalesforceRecord &record, const domain::FieldChange &change,
                                  Comparison &out) const
{
    const domain::RecordKind kind = *record.stream->record;
    const auto index = fieldIndex(fileKindFor(kind), change.field);
    const auto remote = salesforceFieldOf(*record.stream, change.field);
    const SalesforceObject *object = m_schema.find(record.stream->object);
    if (!index || !remote || object == nullptr || !object->updates(*remote)) {
        out.objection = "Salesforce does not let this sign-in change \"" + change.field + "\".";
        return;
    }
    const FieldType type = fieldsOf(fileKindFor(kind))[*index].type;
    const std::string theirs = textThere(record.fresh, kind, *index, type);
    const base::Currency currency = currencyOf(record.row, m_schema);
    if (isSame(type, theirs, change.value, currency))
        return;
    // A stage change may not know where the deal stood; any other unknown base is an empty one.
    const bool isBaseUnknown = m_wire.kind == ActionKind::StageChange && change.base.empty();
    if (!isBaseUnknown && !isSame(type, theirs, change.base, currency)) {
        out.clashes.push_back({change.field, change.base, change.value, theirs});
        return;
    }
    auto value = valueFor(type, object->field(*remote)->type, change.value, currency);
    if (!value.ok()) {
        out.objection = value.error().text();
        return;
    }
    out.changes[std::string(*remote)] = std::move(*value);
}

SalesforceEdit::Comparison SalesforceEdit::compare(const SalesforceRecord &record) const
{
    Comparison out;
    for (const domain::FieldChange &change : m_changes)
        compareField(record, change, out);
    return out;
}

std::optional<PushAnswer> SalesforceEdit::judge(const SalesforceRecord &record,
                                                SalesforceValues &changes) const
{
    Comparison compared = compare(record);
    PushAnswer out;
    out.remoteId = salesforceRemoteId(record.row.id);
    if (!compared.objection.empty()) {
        out.state = PushState::Refused;
        out.detail = compared.objection;
    } else if (!compared.clashes.empty()) {
        out.state = PushState::Conflict;
        out.detail = "It was changed in Salesforce since.";
        out.clashes = std::move(compared.clashes);
    } else if (compared.changes.empty()) {
        out.state = PushState::AlreadyApplied;
        out.detail = "It stands there already.";
    } else {
        changes = std::move(compared.changes);
        return std::nullopt;
    }
    out.fresh = record.fresh;
    return out;
}

SalesforceCall SalesforceEdit::callFor(const SalesforceRecord &record,
                                       const SalesforceValues &changes)
{
    SalesforceCall call;
    call.method = HttpMethod::Patch;
    call.path = "/sobjects/" + std::string(record.stream->object) + "/" + record.row.id;
    call.body = salesforceBody(changes);
    call.isRead = false;
    if (const auto modified = salesforceTime(record.row.text("LastModifiedDate")))
        call.headers.push_back({"If-Unmodified-Since", httpDate(*modified)});
    // Without it the organisation's rules would give the record to somebody else.
    if (record.stream->kind == SalesforceStreamKind::Leads ||
        record.stream->kind == SalesforceStreamKind::Accounts)
        call.headers.push_back({"Sforce-Auto-Assign", "FALSE"});
    return call;
}

PushAnswer SalesforceEdit::answered(const SalesforceRecord &record,
                                    const SalesforceAnswer &answer) const
{
    const std::string remoteId = salesforceRemoteId(record.row.id);
    if (answer.ok())
        return {PushState::Applied, remoteId, "Done.", answer.reference};
    PushAnswer out = salesforcePushFault(answer, m_client.now());
    out.remoteId = remoteId;
    return out;
}

PushAnswer SalesforceEdit::write(const SalesforceRecord &record, const SalesforceValues &changes,
                                 const CancelToken &cancel, bool &hasChanged)
{
    const auto answer = m_client.send(callFor(record, changes), cancel);
    if (!answer.ok())
        return pushAnswerOf(answer.error(), salesforceRemoteId(record.row.id));
    if (!answer->ok()) {
        const SalesforceVerdict verdict = answer->failure().verdict();
        hasChanged =
            verdict == SalesforceVerdict::Conflict || verdict == SalesforceVerdict::RecordGone;
    }
    return answered(record, *answer);
}

PushAnswer SalesforceEdit::tryOnce(const CancelToken &cancel, bool &hasChanged)
{
    const std::string id = targetId();
    if (id.empty() || m_changes.empty())
        return {PushState::Refused, "", "This names no record of Salesforce to be changed."};
    auto record = readSalesforceRecord(m_client, m_schema, id, cancel);
    if (!record.ok())
        return pushAnswerOf(record.error());
    PushAnswer out;
    if (!record->isThere) {
        out.state = PushState::Refused;
        out.detail = record->isDeleted ? "The record was deleted in Salesforce."
                                       : "Salesforce no longer shows this record.";
        out.fresh = std::move(record->fresh);
        return out;
    }
    SalesforceValues changes;
    if (auto ended = judge(*record, changes))
        return *ended;
    out = write(*record, changes, cancel, hasChanged);
    if (out.state != PushState::Applied)
        return out;
    // Rules of the organisation may have changed more than was asked for.
    auto after = readSalesforceRecord(m_client, m_schema, record->row.id, cancel);
    if (after.ok())
        out.fresh = std::move(after->fresh);
    return out;
}

PushAnswer SalesforceEdit::push(const CancelToken &cancel)
{
    bool hasChanged = false;
    PushAnswer out = tryOnce(cancel, hasChanged);
    if (!hasChanged)
        return out;
    // It changed between our reading and our writing: what is there now decides.
    hasChanged = false;
    PushAnswer again = tryOnce(cancel, hasChanged);
    if (hasChanged && again.state == PushState::Conflict) {
        again.state = PushState::NotSent;
        again.retryAtMs = m_client.now() + base::minuteMs;
    }
    return again;
}

PushAnswer SalesforceEdit::lookUp(const CancelToken &cancel)
{
    const std::string id = targetId();
    auto record = readSalesforceRecord(m_client, m_schema, id, cancel);
    if (!record.ok())
        return {PushState::Unknown, "", record.error().text()};
    PushAnswer out;
    out.state = PushState::Refused;
    out.detail = "It is not there.";
    out.remoteId = record->isThere ? salesforceRemoteId(record->row.id) : "";
    if (record->isThere) {
        const Comparison compared = compare(*record);
        const bool isDone =
            compared.changes.empty() && compared.clashes.empty() && compared.objection.empty();
        if (isDone) {
            out.state = PushState::Applied;
            out.detail = "It stands there.";
        }
    }
    out.fresh = std::move(record->fresh);
    return out;
}

} // namespace topline::crm
