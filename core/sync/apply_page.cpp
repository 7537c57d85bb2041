#include "core/sync/apply_page.h"

#include "core/sync/apply_merged.h"
#include "core/sync/stored_record.h"
#include "core/sync/take_record.h"
#include "core/sync/waiting_merges.h"

#include <type_traits>
#include <utility>

namespace topline::sync {

namespace {

using domain::ImportCounts;
using store::Change;

void count(ImportCounts &counts, Change change)
{
    counts.added += change == Change::Added;
    counts.changed += change == Change::Changed;
    counts.unchanged += change == Change::Unchanged;
}

template <typename Id> Change changeOf(const store::Written<Id> &written)
{
    return written.change;
}

Change changeOf(Change change)
{
    return change;
}

// Hands every row to `write`; one that names a record we do not have is counted as rejected.
template <typename Row, typename Write>
base::Status putAll(const std::vector<Row> &rows, const char *kind, Applied &applied, Write write)
{
    if (rows.empty())
        return {};
    ImportCounts &counts = applied.byKind[kind];
    for (const auto &row : rows) {
        ++counts.read;
        const auto written = write(row);
        if (written.ok())
            count(counts, changeOf(*written));
        else if (written.error().code == base::ErrorCode::NotFound)
            ++counts.rejected;
        else
            return written.error();
    }
    return {};
}

// The merges that concern records which are not here yet.
base::Result<std::vector<crm::RecordMerged>> mergeFirst(store::Tables &tables,
                                                        const crm::Page &page,
                                                        const PageSource &source,
                                                        domain::ChangeSet &changes, Applied &out)
{
    std::vector<crm::RecordMerged> waiting;
    for (const auto &merged : page.merged) {
        TRY_ASSIGN(const bool isKnown, applyMerged(tables, merged, source, changes, out));
        if (!isKnown)
            waiting.push_back(merged);
    }
    return waiting;
}

base::Status putRecords(store::Tables &tables, const crm::Page &page, const PageSource &source,
                        domain::ChangeSet &changes, Applied &out)
{
    const auto put = [&](const auto &row) { return tables.catalogue.put(row, changes); };
    RecordTaker taker(tables, source, changes);
    const auto takeAll = [&](const auto &rows, const char *name) -> base::Status {
        using Record = typename std::decay_t<decltype(rows)>::value_type;
        if (rows.empty())
            return {};
        TRY(taker.prepare(kindOf<Record>, page));
        return putAll(rows, name, out, [&](const auto &row) { return taker.take(row); });
    };
    TRY(takeAll(page.owners, "owners"));
    TRY(putAll(page.quotas, "quotas", out, put));
    TRY(putAll(page.products, "products", out, put));
    TRY(putAll(page.stages, "stages", out, put));
    TRY(takeAll(page.accounts, "accounts"));
    TRY(takeAll(page.contacts, "contacts"));
    TRY(takeAll(page.deals, "deals"));
    out.conflicts = std::move(taker.conflicts);
    out.edits = std::move(taker.edits);
    return {};
}

base::Status putHistory(store::Tables &tables, const crm::Page &page, domain::ChangeSet &changes,
                        Applied &out)
{
    auto &records = tables.records;
    auto &subscriptions = tables.subscriptions;
    const auto addRecord = [&](const auto &row) { return records.add(row, changes); };
    TRY(putAll(page.stageChanges, "stage_changes", out, addRecord));
    TRY(putAll(page.amountChanges, "amount_changes", out, addRecord));
    TRY(putAll(page.closeChanges, "close_changes", out, addRecord));
    TRY(putAll(page.subscriptions, "subscriptions", out,
               [&](const auto &row) { return subscriptions.put(row, changes); }));
    TRY(putAll(page.movements, "movements", out,
               [&](const auto &row) { return subscriptions.add(row, changes); }));
    if (page.events.empty())
        return {};
    TRY_ASSIGN(const auto events, tables.events.add(page.events, changes));
    ImportCounts &counts = out.byKind["events"];
    counts.read += static_cast<std::int64_t>(page.events.size());
    counts.added += events.added;
    counts.unchanged += events.known;
    return {};
}

// A comparison of counts is made with the remote one that came; a shortfall is for the user to see.
base::Status storeProgress(store::Tables &tables, const crm::Page &page, const PageSource &source,
                           Applied &out)
{
    for (domain::ObjectProgress progress : page.progress) {
        if (progress.remoteCount && !progress.localCount) {
            TRY_ASSIGN(progress.localCount,
                       tables.syncObjects.localCount(source.system, progress.object));
        }
        if (progress.remoteCount && progress.localCount &&
            *progress.localCount < *progress.remoteCount)
            out.shortfalls.push_back(progress.object);
        TRY(tables.syncObjects.put(source.system, progress));
    }
    return {};
}

} // namespace

std::int64_t Applied::written() const
{
    std::int64_t out = 0;
    for (const auto &[kind, counts] : byKind) {
        if (kind != "events")
            out += counts.added + counts.changed;
    }
    return out;
}

std::int64_t Applied::newEvents() const
{
    const auto found = byKind.find("events");
    return found == byKind.end() ? 0 : found->second.added;
}

base::Result<Applied> applyPage(store::Tables &tables, const crm::Page &page,
                                const PageSource &source, domain::ChangeSet &changes)
{
    Applied out;
    TRY_ASSIGN(const auto waiting, mergeFirst(tables, page, source, changes, out));
    TRY(putRecords(tables, page, source, changes, out));
    TRY(WaitingMerges(tables).settle(page, waiting, [&](const crm::RecordMerged &merged) {
        return applyMerged(tables, merged, source, changes, out);
    }));
    TRY(putHistory(tables, page, changes, out));
    TRY(applyGone(tables, page, source, changes, out));
    TRY(storeProgress(tables, page, source, out));
    const auto stages = out.byKind.find("stages");
    out.stagesChanged =
        stages != out.byKind.end() && stages->second.added + stages->second.changed > 0;
    return out;
}

} // namespace topline::sync
