#include "core/sync/stored_record.h"

namespace topline::sync {

namespace {

template <typename Record>
base::Result<FieldTexts> textsOfRow(store::Tables &tables, std::int64_t row)
{
    TRY_ASSIGN(const auto record, stored<Record>(tables, row));
    return record ? textsOf(*record) : FieldTexts{};
}

} // namespace

base::Result<FieldTexts> storedTexts(store::Tables &tables, domain::RecordKind kind,
                                     std::int64_t row)
{
    switch (kind) {
    case domain::RecordKind::Owner:
        return textsOfRow<domain::Owner>(tables, row);
    case domain::RecordKind::Account:
        return textsOfRow<domain::Account>(tables, row);
    case domain::RecordKind::Contact:
        return textsOfRow<domain::Contact>(tables, row);
    case domain::RecordKind::Deal:
        return textsOfRow<domain::Deal>(tables, row);
    default:
        return FieldTexts{};
    }
}

} // namespace topline::sync
