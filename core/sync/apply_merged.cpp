#include "core/sync/apply_merged.h"

#include "core/domain/remote_id.h"
#include "core/sync/fall_back.h"
#include "core/sync/stored_record.h"

#include <algorithm>
#include <utility>

namespace topline::sync {

using base::Result;
using domain::RecordKind;
using store::Link;
using store::LinkReason;

namespace {

bool canMerge(RecordKind kind)
{
    return kind == RecordKind::Owner || kind == RecordKind::Account ||
           kind == RecordKind::Contact || kind == RecordKind::Deal;
}

// Every id that led to `from` leads to `into`; the id that was merged becomes an alias.
base::Status moveLinks(store::Tables &tables, const crm::RecordMerged &merged,
                       const store::RowState &from, std::int64_t into, base::UtcMs nowMs)
{
    auto &links = tables.links;
    TRY_ASSIGN(const auto all, links.linksOf(merged.kind, from.row));
    for (Link link : all) {
        if (link.remoteId == merged.fromRemoteId)
            continue;
        link.row = into;
        TRY(links.put(link));
    }
    if (from.remoteId != merged.fromRemoteId) {
        TRY_ASSIGN(const auto own, links.link(merged.kind, from.remoteId));
        if (!own)
            TRY(links.put(
                {merged.kind, from.remoteId, into, LinkReason::Shared, from.updatedMs, {}}));
    }
    return links.put({merged.kind, merged.fromRemoteId, into, LinkReason::Merged, nowMs, {}});
}

// True when both rows are shared with, or of, one and the same other system: they are two records
// there and stay two rows.
Result<bool> meetElsewhere(store::Tables &tables, RecordKind kind, const store::RowState &a,
                           const store::RowState &b, const std::string &system)
{
    for (const std::string other : {"hubspot", "salesforce", ""}) {
        if (other == system)
            continue;
        TRY_ASSIGN(const auto first, tables.links.remoteIdIn(kind, a.row, other));
        TRY_ASSIGN(const auto second, tables.links.remoteIdIn(kind, b.row, other));
        if (!first.empty() && !second.empty())
            return true;
    }
    return false;
}

// The same record under a new id, which no row has. The old id may be an alias already: then it is
// the name that the system uses now which changes.
base::Status rekey(store::Tables &tables, const crm::RecordMerged &merged,
                   const store::RowState &from, const PageSource &source,
                   domain::ChangeSet &changes)
{
    const auto kind = merged.kind;
    TRY_ASSIGN(auto current, tables.links.remoteIdIn(kind, from.row, source.system));
    if (current.empty())
        current = merged.fromRemoteId;
    TRY_ASSIGN(const auto link, tables.links.link(kind, current));
    if (link && link->reason != LinkReason::Merged) {
        Link renamed = *link;
        renamed.remoteId = merged.toRemoteId;
        renamed.reason = LinkReason::Shared;
        TRY(tables.links.put(renamed));
    }
    if (from.remoteId == current)
        TRY(tables.merges.rekey(kind, from.row, merged.toRemoteId, changes));
    for (const std::string &alias : {current, merged.fromRemoteId})
        TRY(tables.links.put({kind, alias, from.row, LinkReason::Merged, source.nowMs, {}}));
    return {};
}

// A row that several systems have, or may have again, has a link for its own id too.
base::Status completeLinks(store::Tables &tables, RecordKind kind, const store::RowState &row)
{
    TRY_ASSIGN(const auto all, tables.links.linksOf(kind, row.row));
    const bool isShared = std::any_of(
        all.begin(), all.end(), [](const auto &one) { return one.reason != LinkReason::Merged; });
    TRY_ASSIGN(const auto own, tables.links.link(kind, row.remoteId));
    if (!isShared || own)
        return {};
    TRY_ASSIGN(const auto texts, storedTexts(tables, kind, row.row));
    return tables.links.put(
        {kind, row.remoteId, row.row, LinkReason::Shared, row.updatedMs, texts});
}

base::Status unite(store::Tables &tables, const crm::RecordMerged &merged,
                   const std::pair<store::RowState, store::RowState> &rows,
                   const PageSource &source, domain::ChangeSet &changes)
{
    const auto &[from, into] = rows;
    TRY_ASSIGN(const bool staysTwo, meetElsewhere(tables, merged.kind, from, into, source.system));
    if (staysTwo) {
        TRY(tables.links.put(
            {merged.kind, merged.fromRemoteId, into.row, LinkReason::Merged, source.nowMs, {}}));
        return fallBack(tables, merged.kind, from.row, changes);
    }
    TRY(moveLinks(tables, merged, from, into.row, source.nowMs));
    TRY(completeLinks(tables, merged.kind, into));
    TRY(tables.merges.absorb(merged.kind, from.row, into.row, changes));
    TRY(tables.conflicts.move(merged.kind, from.row, into.row));
    // The signals of the account that goes: its events belong to the other one now.
    if (merged.kind == RecordKind::Account)
        TRY(tables.derived.replaceSignals({from.row}, {}));
    return tables.links.putMerge(merged.kind, from.row, into.row, source.nowMs);
}

// Both on one row: a merge elsewhere had brought the row of a record along that was deleted here
// and is back now. False when the merge is known.
Result<bool> leaveToSurvivor(store::Tables &tables, const crm::RecordMerged &merged,
                             base::UtcMs nowMs, domain::ChangeSet &changes)
{
    auto &links = tables.links;
    TRY_ASSIGN(const auto loser, links.link(merged.kind, merged.fromRemoteId));
    TRY_ASSIGN(auto survivor, links.link(merged.kind, merged.toRemoteId));
    if (!loser || loser->reason != LinkReason::Shared || !survivor ||
        survivor->reason == LinkReason::Merged)
        return false;
    survivor->reason = LinkReason::Shared;
    TRY(links.put(*survivor));
    TRY(links.put({merged.kind, merged.fromRemoteId, loser->row, LinkReason::Merged, nowMs, {}}));
    TRY(fallBack(tables, merged.kind, loser->row, changes));
    return true;
}

} // namespace

Result<bool> applyMerged(store::Tables &tables, const crm::RecordMerged &merged,
                         const PageSource &source, domain::ChangeSet &changes, Applied &applied)
{
    if (!canMerge(merged.kind) || merged.fromRemoteId == merged.toRemoteId ||
        merged.fromRemoteId.empty() || merged.toRemoteId.empty())
        return true;
    TRY_ASSIGN(const auto fromRow, tables.links.rowOf(merged.kind, merged.fromRemoteId));
    TRY_ASSIGN(const auto toRow, tables.links.rowOf(merged.kind, merged.toRemoteId));
    TRY(tables.heldDeletes.drop(merged.kind, merged.fromRemoteId));
    if (fromRow == 0 && toRow == 0) {
        TRY(tables.merges.renameWaiting(merged.kind, merged.fromRemoteId, merged.toRemoteId,
                                        changes));
        return false;
    }
    if (fromRow == toRow) {
        TRY_ASSIGN(const bool isNews, leaveToSurvivor(tables, merged, source.nowMs, changes));
        applied.merged += isNews ? 1 : 0;
        return true;
    }
    if (fromRow == 0) {
        TRY(tables.links.put(
            {merged.kind, merged.fromRemoteId, toRow, LinkReason::Merged, source.nowMs, {}}));
        TRY(tables.merges.renameWaiting(merged.kind, merged.fromRemoteId, merged.toRemoteId,
                                        changes));
        return true;
    }
    TRY_ASSIGN(const auto from, tables.merges.row(merged.kind, fromRow));
    CHECK(from.has_value());
    if (toRow == 0) {
        TRY(rekey(tables, merged, *from, source, changes));
    } else {
        TRY_ASSIGN(const auto into, tables.merges.row(merged.kind, toRow));
        CHECK(into.has_value());
        TRY(unite(tables, merged, {*from, *into}, source, changes));
    }
    ++applied.merged;
    return true;
}

} // namespace topline::sync
