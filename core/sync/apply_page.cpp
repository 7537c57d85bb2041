#include "core/sync/apply_page.h"

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
                                domain::ChangeSet &changes)
{
    Applied out;
    auto &records = tables.records;
    auto &catalogue = tables.catalogue;
    auto &subscriptions = tables.subscriptions;
    const auto put = [&](auto &store) {
        return [&](const auto &row) { return store.put(row, changes); };
    };
    const auto add = [&](auto &store) {
        return [&](const auto &row) { return store.add(row, changes); };
    };
    TRY(putAll(page.owners, "owners", out, put(catalogue)));
    TRY(putAll(page.quotas, "quotas", out, put(catalogue)));
    TRY(putAll(page.products, "products", out, put(catalogue)));
    TRY(putAll(page.stages, "stages", out, put(catalogue)));
    TRY(putAll(page.accounts, "accounts", out, put(records)));
    TRY(putAll(page.contacts, "contacts", out, put(records)));
    TRY(putAll(page.deals, "deals", out, put(records)));
    TRY(putAll(page.stageChanges, "stage_changes", out, add(records)));
    TRY(putAll(page.amountChanges, "amount_changes", out, add(records)));
    TRY(putAll(page.subscriptions, "subscriptions", out, put(subscriptions)));
    TRY(putAll(page.movements, "movements", out, add(subscriptions)));
    if (!page.events.empty()) {
        TRY_ASSIGN(const auto events, tables.events.add(page.events, changes));
        ImportCounts &counts = out.byKind["events"];
        counts.read += static_cast<std::int64_t>(page.events.size());
        counts.added += events.added;
        counts.unchanged += events.known;
    }
    const auto stages = out.byKind.find("stages");
    out.stagesChanged =
        stages != out.byKind.end() && stages->second.added + stages->second.changed > 0;
    return out;
}

} // namespace topline::sync
