// The fields that a mapping can fill, per kind of file, and how each is set in and read from its
// record. Called by imports and exports, which thereby treat every kind alike. Pure, any thread.
#pragma once

#include "core/base/money.h"
#include "core/domain/event.h"
#include "core/domain/records.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace topline::crm {

// In the order in which files must be read: what is referred to comes first.
enum class FileKind {
    Owners,
    Quotas,
    Products,
    Stages,
    Accounts,
    Contacts,
    Links, // which account, contact or deal a deal, contact or activity belongs to
    Deals,
    StageHistory,
    AmountHistory,
    Activities,
};

// "owners", "stage_history": as in mapping files and import reports.
std::string_view fileKindName(FileKind kind);
std::optional<FileKind> parseFileKind(std::string_view name);

// What the rows of such a file are, for their source cells; nothing for history and links.
std::optional<domain::RecordKind> recordKindOf(FileKind kind);

enum class FieldType {
    Text,
    Domain, // lower case, without scheme, "www." and path
    Number, // a whole one
    Count,  // a whole one of 32 bits
    Money,
    Time,
    Flag,
    StageKind, // "open", "won", "lost"
    EventKind, // as domain::eventKindName
    OwnerRef,
    ProductRef,
    StageRef,
    AccountRef,
    ContactRef,
    DealRef,
};

bool isReference(FieldType type);

// The kind of record that a reference leads to.
domain::RecordKind targetOf(FieldType reference);

// Nothing, a text (also the remote id of a reference, and the names of kinds), a number or a time
// in UTC milliseconds, a flag, an amount.
using FieldValue = std::variant<std::monostate, std::string, std::int64_t, bool, base::Money>;

// Equal, where no flag is the same as a flag that is not set.
bool sameValue(const FieldValue &a, const FieldValue &b);

struct FieldDef {
    std::string_view name;
    FieldType type = FieldType::Text;
    bool required = false; // a row without it is rejected
    bool helper = false;   // kept in no record; helps to make other fields
};

std::span<const FieldDef> fieldsOf(FileKind kind);
std::optional<std::size_t> fieldIndex(FileKind kind, std::string_view name);

// Sets or reads field number `field` of fieldsOf(kind of the record). A field that helps to make
// others ("pipeline", "closed") is left alone, and read as nothing.
template <typename Record>
void setField(Record &record, std::size_t field, const FieldValue &value);
template <typename Record> FieldValue getField(const Record &record, std::size_t field);

template <typename Record> inline constexpr FileKind fileKindOf = FileKind::Accounts;
template <> inline constexpr FileKind fileKindOf<domain::Owner> = FileKind::Owners;
template <> inline constexpr FileKind fileKindOf<domain::Quota> = FileKind::Quotas;
template <> inline constexpr FileKind fileKindOf<domain::Product> = FileKind::Products;
template <> inline constexpr FileKind fileKindOf<domain::Stage> = FileKind::Stages;
template <> inline constexpr FileKind fileKindOf<domain::Contact> = FileKind::Contacts;
template <> inline constexpr FileKind fileKindOf<domain::Deal> = FileKind::Deals;
template <> inline constexpr FileKind fileKindOf<domain::StageChange> = FileKind::StageHistory;
template <> inline constexpr FileKind fileKindOf<domain::AmountChange> = FileKind::AmountHistory;
template <> inline constexpr FileKind fileKindOf<domain::EventDraft> = FileKind::Activities;

} // namespace topline::crm
