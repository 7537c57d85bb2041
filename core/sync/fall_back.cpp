#include "core/sync/fall_back.h"

#include "core/sync/stored_record.h"

#include <type_traits>
#include <vector>

namespace topline::sync {

using domain::RecordKind;
using store::Link;
using store::LinkReason;

namespace {

template <typename Record>
base::Status fallBackRecord(store::Tables &tables, std::int64_t row, domain::ChangeSet &changes)
{
    TRY_ASSIGN(auto left, tables.links.linksOf(kindOf<Record>, row));
    std::erase_if(left, [](const auto &one) { return one.reason != LinkReason::Shared; });
    TRY_ASSIGN(auto record, stored<Record>(tables, row));
    if (!record)
        return {};
    const FieldTexts before = textsOf(*record);
    bool isChanged = false;
    for (const auto &[field, text] : before) {
        const Link *newest = nullptr;
        bool isHeld = false;
        for (const Link &link : left) {
            const auto has = link.base.find(field);
            if (has == link.base.end())
                continue;
            isHeld = isHeld || sameText(kindOf<Record>, field, has->second, text);
            if (newest == nullptr || link.updatedMs > newest->updatedMs)
                newest = &link;
        }
        // What it had filled where the others have nothing stays: it is known, and in nobody's way.
        if (isHeld || newest == nullptr || newest->base.at(field).empty())
            continue;
        TRY(setText(*record, field, newest->base.at(field)));
        isChanged = true;
    }
    if (!isChanged)
        return {};
    if constexpr (std::is_same_v<Record, domain::Owner>)
        TRY(tables.catalogue.put(*record, changes));
    else
        TRY(tables.records.put(*record, changes));
    return {};
}

} // namespace

base::Status fallBack(store::Tables &tables, RecordKind kind, std::int64_t row,
                      domain::ChangeSet &changes)
{
    switch (kind) {
    case RecordKind::Owner:
        return fallBackRecord<domain::Owner>(tables, row, changes);
    case RecordKind::Account:
        return fallBackRecord<domain::Account>(tables, row, changes);
    case RecordKind::Contact:
        return fallBackRecord<domain::Contact>(tables, row, changes);
    case RecordKind::Deal:
        return fallBackRecord<domain::Deal>(tables, row, changes);
    default:
        return {};
    }
}

} // namespace topline::sync
