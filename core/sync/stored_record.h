// Reading one stored record of any kind by row, and the kind of a record type. Used inside
// core/sync's templates. Errors are the store's.
#pragma once

#include "core/store/tables.h"
#include "core/sync/field_texts.h"

#include <optional>

namespace topline::sync {

template <typename Record> inline constexpr domain::RecordKind kindOf = domain::RecordKind::Account;
template <> inline constexpr domain::RecordKind kindOf<domain::Owner> = domain::RecordKind::Owner;
template <>
inline constexpr domain::RecordKind kindOf<domain::Contact> = domain::RecordKind::Contact;
template <> inline constexpr domain::RecordKind kindOf<domain::Deal> = domain::RecordKind::Deal;

inline base::Result<std::optional<domain::Owner>>
readStored(store::Tables &tables, std::int64_t row, const domain::Owner * /*kind*/)
{
    return tables.catalogue.owner({row});
}

inline base::Result<std::optional<domain::Account>>
readStored(store::Tables &tables, std::int64_t row, const domain::Account * /*kind*/)
{
    TRY_ASSIGN(auto out, tables.records.account({row}));
    if (out)
        TRY(tables.records.addWaitingNames(*out));
    return out;
}

inline base::Result<std::optional<domain::Contact>>
readStored(store::Tables &tables, std::int64_t row, const domain::Contact * /*kind*/)
{
    TRY_ASSIGN(auto out, tables.records.contact({row}));
    if (out)
        TRY(tables.records.addWaitingNames(*out));
    return out;
}

inline base::Result<std::optional<domain::Deal>> readStored(store::Tables &tables, std::int64_t row,
                                                            const domain::Deal * /*kind*/)
{
    TRY_ASSIGN(auto out, tables.records.deal({row}));
    if (out)
        TRY(tables.records.addWaitingNames(*out));
    return out;
}

// The record of this row; nullopt when there is none.
template <typename Record>
base::Result<std::optional<Record>> stored(store::Tables &tables, std::int64_t row)
{
    return readStored(tables, row, static_cast<const Record *>(nullptr));
}

// The same as texts; nothing for kinds that are not merged field by field.
base::Result<FieldTexts> storedTexts(store::Tables &tables, domain::RecordKind kind,
                                     std::int64_t row);

} // namespace topline::sync
