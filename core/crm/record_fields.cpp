#include "core/crm/record_fields.h"

#include "core/base/check.h"

#include <algorithm>
#include <array>

namespace topline::crm {

using namespace domain;

namespace {

constexpr std::array<std::string_view, 11> kindNames = {
    "owners", "quotas", "products",      "stages",         "accounts",  "contacts",
    "links",  "deals",  "stage_history", "amount_history", "activities"};

constexpr std::array<std::string_view, 3> stageKindNames = {"open", "won", "lost"};

// How each type of member takes and gives a value.
void put(std::string &member, const FieldValue &value)
{
    const auto *text = std::get_if<std::string>(&value);
    member = text != nullptr ? *text : std::string();
}

FieldValue take(const std::string &member)
{
    return member.empty() ? FieldValue() : FieldValue(member);
}

void put(std::optional<std::int64_t> &member, const FieldValue &value)
{
    const auto *number = std::get_if<std::int64_t>(&value);
    member = number != nullptr ? std::optional(*number) : std::nullopt;
}

FieldValue take(const std::optional<std::int64_t> &member)
{
    return member ? FieldValue(*member) : FieldValue();
}

template <typename Integer>
requires std::is_same_v<Integer, std::int64_t> || std::is_same_v<Integer, int>

void put(Integer &member, const FieldValue &value)
{
    const auto *number = std::get_if<std::int64_t>(&value);
    member = number != nullptr ? static_cast<Integer>(*number) : 0;
}

FieldValue take(std::int64_t member)
{
    return member != 0 ? FieldValue(member) : FieldValue();
}

FieldValue take(int member)
{
    return FieldValue(static_cast<std::int64_t>(member));
}

template <typename Flag>
requires std::is_same_v<Flag, bool>

void put(Flag &member, const FieldValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        member = *flag;
}

template <typename Flag>

requires std::is_same_v<Flag, bool> FieldValue take(const Flag &member)
{
    return FieldValue(std::in_place_type<bool>, member);
}

void put(std::optional<base::Money> &member, const FieldValue &value)
{
    const auto *money = std::get_if<base::Money>(&value);
    member = money != nullptr ? std::optional(*money) : std::nullopt;
}

FieldValue take(const std::optional<base::Money> &member)
{
    return member ? FieldValue(*member) : FieldValue();
}

void put(base::Money &member, const FieldValue &value)
{
    if (const auto *money = std::get_if<base::Money>(&value))
        member = *money;
}

FieldValue take(const base::Money &member)
{
    return FieldValue(member);
}

template <typename Id> void put(Ref<Id> &member, const FieldValue &value)
{
    put(member.remoteId, value);
}

template <typename Id> FieldValue take(const Ref<Id> &member)
{
    return take(member.remoteId);
}

void put(StageKind &member, const FieldValue &value)
{
    const auto *name = std::get_if<std::string>(&value);
    const auto *found = name != nullptr
                            ? std::find(stageKindNames.begin(), stageKindNames.end(), *name)
                            : stageKindNames.end();
    if (found != stageKindNames.end())
        member = static_cast<StageKind>(found - stageKindNames.begin());
}

FieldValue take(StageKind member)
{
    return FieldValue(std::string(stageKindNames[static_cast<std::size_t>(member)]));
}

void put(EventKind &member, const FieldValue &value)
{
    if (const auto *name = std::get_if<std::string>(&value))
        member = parseEventKind(*name).value_or(member);
}

FieldValue take(EventKind member)
{
    return FieldValue(std::string(eventKindName(member)));
}

template <typename Record> struct Access {
    FieldDef def;
    void (*set)(Record &, const FieldValue &) = nullptr;
    FieldValue (*get)(const Record &) = nullptr;
};

template <typename Pointer> struct MemberOf;

template <typename Class, typename Type> struct MemberOf<Type Class::*> {
    using Record = Class;
};

template <auto Member>
constexpr auto field(std::string_view name, FieldType type, bool required = false)
{
    using Record = typename MemberOf<decltype(Member)>::Record;
    return Access<Record>{
        {name, type, required},
        [](Record &record, const FieldValue &value) { put(record.*Member, value); },
        [](const Record &record) { return take(record.*Member); }};
}

template <auto Member>
constexpr auto eventField(std::string_view name, FieldType type, bool required = false)
{
    return Access<EventDraft>{
        {name, type, required},
        [](EventDraft &draft, const FieldValue &value) { put(draft.event.*Member, value); },
        [](const EventDraft &draft) { return take(draft.event.*Member); }};
}

// A field that only helps to make others.
template <typename Record>
constexpr Access<Record> helper(std::string_view name, FieldType type, bool required = false)
{
    return {{name, type, required, true}, nullptr, nullptr};
}

using enum FieldType;

template <typename Record> constexpr std::nullptr_t accessOf = nullptr;

template <>
constexpr std::array accessOf<Owner> = {
    field<&Owner::remoteId>("id", Text),       field<&Owner::name>("name", Text, true),
    field<&Owner::email>("email", Text),       field<&Owner::team>("team", Text),
    field<&Owner::manager>("manager", Text),   field<&Owner::active>("active", Flag),
    field<&Owner::updatedMs>("updated", Time),
};

template <>
constexpr std::array accessOf<Quota> = {
    field<&Quota::owner>("owner", OwnerRef, true),
    field<&Quota::startMs>("start", Time, true),
    field<&Quota::endMs>("end", Time, true),
    field<&Quota::amount>("amount", FieldType::Money, true),
};

template <>
constexpr std::array accessOf<Product> = {
    field<&Product::remoteId>("id", Text),       field<&Product::name>("name", Text, true),
    field<&Product::family>("family", Text),     field<&Product::price>("price", FieldType::Money),
    field<&Product::updatedMs>("updated", Time),
};

template <>
constexpr std::array accessOf<Stage> = {
    field<&Stage::remoteId>("id", Text),
    field<&Stage::name>("name", Text, true),
    field<&Stage::pipeline>("pipeline", Text),
    field<&Stage::order>("order", Count),
    field<&Stage::kind>("kind", FieldType::StageKind),
    helper<Stage>("closed", Flag),
    helper<Stage>("won", Flag),
};

template <>
constexpr std::array accessOf<Account> = {
    field<&Account::remoteId>("id", Text),
    field<&Account::name>("name", Text, true),
    field<&Account::domain>("domain", Domain),
    field<&Account::industry>("industry", Text),
    field<&Account::country>("country", Text),
    field<&Account::parent>("parent", Text),
    field<&Account::employees>("employees", Number),
    field<&Account::annualRevenue>("annualRevenue", FieldType::Money),
    field<&Account::owner>("owner", OwnerRef),
    field<&Account::createdMs>("created", Time),
    field<&Account::updatedMs>("updated", Time),
    field<&Account::deleted>("deleted", Flag),
};

template <>
constexpr std::array accessOf<Contact> = {
    field<&Contact::remoteId>("id", Text),         field<&Contact::account>("account", AccountRef),
    field<&Contact::firstName>("firstName", Text), field<&Contact::lastName>("lastName", Text),
    field<&Contact::email>("email", Text),         field<&Contact::phone>("phone", Text),
    field<&Contact::title>("title", Text),         field<&Contact::timeZone>("timeZone", Text),
    field<&Contact::optedOut>("optedOut", Flag),   field<&Contact::bounced>("bounced", Flag),
    field<&Contact::createdMs>("created", Time),   field<&Contact::updatedMs>("updated", Time),
    field<&Contact::deleted>("deleted", Flag),
};

template <>
constexpr std::array accessOf<Deal> = {
    field<&Deal::remoteId>("id", Text, true),
    field<&Deal::name>("name", Text),
    field<&Deal::account>("account", AccountRef),
    field<&Deal::contact>("contact", ContactRef),
    field<&Deal::owner>("owner", OwnerRef),
    field<&Deal::product>("product", ProductRef),
    field<&Deal::stage>("stage", StageRef),
    helper<Deal>("pipeline", Text),
    helper<Deal>("closed", Flag),
    helper<Deal>("won", Flag),
    field<&Deal::amount>("amount", FieldType::Money),
    helper<Deal>("currency", Text),
    field<&Deal::source>("source", Text),
    field<&Deal::nextStep>("nextStep", Text),
    field<&Deal::createdMs>("created", Time),
    field<&Deal::closeMs>("close", Time),
    field<&Deal::updatedMs>("updated", Time),
    field<&Deal::deleted>("deleted", Flag),
};

template <>
constexpr std::array accessOf<StageChange> = {
    field<&StageChange::deal>("deal", DealRef, true),
    field<&StageChange::stage>("stage", StageRef, true),
    field<&StageChange::atMs>("at", Time, true),
    helper<StageChange>("pipeline", Text),
    helper<StageChange>("closed", Flag),
    helper<StageChange>("won", Flag),
};

template <>
constexpr std::array accessOf<AmountChange> = {
    field<&AmountChange::deal>("deal", DealRef, true),
    field<&AmountChange::amount>("amount", FieldType::Money, true),
    field<&AmountChange::atMs>("at", Time, true),
    helper<AmountChange>("currency", Text),
};

template <>
constexpr std::array accessOf<EventDraft> = {
    helper<EventDraft>("id", Text),
    eventField<&Event::kind>("kind", FieldType::EventKind, true),
    eventField<&Event::atMs>("at", Time, true),
    eventField<&Event::account>("account", AccountRef),
    eventField<&Event::contact>("contact", ContactRef),
    eventField<&Event::deal>("deal", DealRef),
    field<&EventDraft::contactEmail>("contactEmail", Text),
    field<&EventDraft::accountDomain>("accountDomain", Domain),
    field<&EventDraft::accountName>("accountName", Text),
    eventField<&Event::amount>("amount", Count),
    eventField<&Event::title>("title", Text),
    eventField<&Event::body>("body", Text),
};

constexpr std::array linkFields = {
    FieldDef{"of", Text, true},
    FieldDef{"account", AccountRef},
    FieldDef{"contact", ContactRef},
    FieldDef{"deal", DealRef},
};

template <typename Record> std::span<const FieldDef> defsOf()
{
    static const auto defs = [] {
        std::array<FieldDef, accessOf<Record>.size()> out;
        std::transform(accessOf<Record>.begin(), accessOf<Record>.end(), out.begin(),
                       [](const auto &access) { return access.def; });
        return out;
    }();
    return defs;
}

} // namespace

std::string_view fileKindName(FileKind kind)
{
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<FileKind> parseFileKind(std::string_view name)
{
    const auto *found = std::find(kindNames.begin(), kindNames.end(), name);
    if (found == kindNames.end())
        return std::nullopt;
    return static_cast<FileKind>(found - kindNames.begin());
}

std::optional<RecordKind> recordKindOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Owners:
        return RecordKind::Owner;
    case FileKind::Quotas:
        return RecordKind::Quota;
    case FileKind::Products:
        return RecordKind::Product;
    case FileKind::Stages:
        return RecordKind::Stage;
    case FileKind::Accounts:
        return RecordKind::Account;
    case FileKind::Contacts:
        return RecordKind::Contact;
    case FileKind::Deals:
        return RecordKind::Deal;
    default:
        return std::nullopt;
    }
}

bool isReference(FieldType type)
{
    return type >= FieldType::OwnerRef;
}

RecordKind targetOf(FieldType reference)
{
    switch (reference) {
    case OwnerRef:
        return RecordKind::Owner;
    case ProductRef:
        return RecordKind::Product;
    case StageRef:
        return RecordKind::Stage;
    case ContactRef:
        return RecordKind::Contact;
    case DealRef:
        return RecordKind::Deal;
    default:
        CHECK(reference == AccountRef);
        return RecordKind::Account;
    }
}

bool sameValue(const FieldValue &a, const FieldValue &b)
{
    const auto isUnset = [](const FieldValue &value) {
        const auto *flag = std::get_if<bool>(&value);
        return std::holds_alternative<std::monostate>(value) || (flag != nullptr && !*flag);
    };
    return a == b || (isUnset(a) && isUnset(b));
}

std::span<const FieldDef> fieldsOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Owners:
        return defsOf<Owner>();
    case FileKind::Quotas:
        return defsOf<Quota>();
    case FileKind::Products:
        return defsOf<Product>();
    case FileKind::Stages:
        return defsOf<Stage>();
    case FileKind::Accounts:
        return defsOf<Account>();
    case FileKind::Contacts:
        return defsOf<Contact>();
    case FileKind::Links:
        return linkFields;
    case FileKind::Deals:
        return defsOf<Deal>();
    case FileKind::StageHistory:
        return defsOf<StageChange>();
    case FileKind::AmountHistory:
        return defsOf<AmountChange>();
    case FileKind::Activities:
        return defsOf<EventDraft>();
    }
    CHECK(false);
}

std::optional<std::size_t> fieldIndex(FileKind kind, std::string_view name)
{
    const auto defs = fieldsOf(kind);
    for (std::size_t i = 0; i < defs.size(); ++i) {
        if (defs[i].name == name)
            return i;
    }
    return std::nullopt;
}

template <typename Record> void setField(Record &record, std::size_t field, const FieldValue &value)
{
    const auto &access = accessOf<Record>[field];
    if (access.set != nullptr)
        access.set(record, value);
}

template <typename Record> FieldValue getField(const Record &record, std::size_t field)
{
    const auto &access = accessOf<Record>[field];
    return access.get != nullptr ? access.get(record) : FieldValue();
}

template void setField(Owner &, std::size_t, const FieldValue &);
template void setField(Quota &, std::size_t, const FieldValue &);
template void setField(Product &, std::size_t, const FieldValue &);
template void setField(Stage &, std::size_t, const FieldValue &);
template void setField(Account &, std::size_t, const FieldValue &);
template void setField(Contact &, std::size_t, const FieldValue &);
template void setField(Deal &, std::size_t, const FieldValue &);
template void setField(StageChange &, std::size_t, const FieldValue &);
template void setField(AmountChange &, std::size_t, const FieldValue &);
template void setField(EventDraft &, std::size_t, const FieldValue &);
template FieldValue getField(const Owner &, std::size_t);
template FieldValue getField(const Quota &, std::size_t);
template FieldValue getField(const Product &, std::size_t);
template FieldValue getField(const Stage &, std::size_t);
template FieldValue getField(const Account &, std::size_t);
template FieldValue getField(const Contact &, std::size_t);
template FieldValue getField(const Deal &, std::size_t);
template FieldValue getField(const StageChange &, std::size_t);
template FieldValue getField(const AmountChange &, std::size_t);
template FieldValue getField(const EventDraft &, std::size_t);

} // namespace topline::crm
