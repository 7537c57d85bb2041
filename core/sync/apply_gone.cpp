#include "core/domain/remote_id.h"
#include "core/sync/apply_merged.h"
#include "core/sync/delete_guard.h"
#include "core/sync/fall_back.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace topline::sync {

using base::Result;
using domain::RecordKind;
using store::LinkReason;

namespace {

std::string objectOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Owner:
        return "owners";
    case RecordKind::Account:
        return "accounts";
    case RecordKind::Contact:
        return "contacts";
    case RecordKind::Deal:
        return "deals";
    default:
        return {};
    }
}

// How many records of a kind were deleted since the pass began; outlives a restart.
class PassCount {
public:
    PassCount(store::Tables &tables, const std::string &system, RecordKind kind)
        : m_tables(tables)
        , m_key("sync.deleted." + system + "." + objectOf(kind))
    {
    }

    Result<std::int64_t> load() const
    {
        TRY_ASSIGN(const auto text, m_tables.settings.value(m_key));
        std::int64_t out = 0;
        if (text)
            std::from_chars(text->data(), text->data() + text->size(), out);
        return out;
    }

    base::Status store(std::int64_t count)
    {
        return count == 0 ? m_tables.settings.removeValue(m_key)
                          : m_tables.settings.setValue(m_key, std::to_string(count));
    }

private:
    store::Tables &m_tables;
    std::string m_key;
};

// Deleted in this system: the row goes when no other system has it. False when it was gone already.
Result<bool> remove(store::Tables &tables, RecordKind kind, const std::string &remoteId,
                    domain::ChangeSet &changes)
{
    TRY_ASSIGN(auto link, tables.links.link(kind, remoteId));
    // The loser of a merge: what it was lives on.
    if (link && link->reason == LinkReason::Merged)
        return false;
    if (link) {
        if (link->reason == LinkReason::Gone)
            return false;
        link->reason = LinkReason::Gone;
        TRY(tables.links.put(*link));
        TRY_ASSIGN(const auto all, tables.links.linksOf(kind, link->row));
        const bool isLeft = std::any_of(all.begin(), all.end(), [](const auto &one) {
            return one.reason == LinkReason::Shared;
        });
        if (isLeft) {
            TRY(fallBack(tables, kind, link->row, changes));
            return true;
        }
        return tables.merges.setDeleted(kind, link->row, true, changes);
    }
    TRY_ASSIGN(const auto own, tables.merges.ownRow(kind, remoteId));
    if (!own)
        return false;
    return tables.merges.setDeleted(kind, own->row, true, changes);
}

// Whether there is anything to delete; a deletion that is known is not counted again.
Result<bool> isHere(store::Tables &tables, RecordKind kind, const std::string &remoteId)
{
    TRY_ASSIGN(const auto link, tables.links.link(kind, remoteId));
    if (link)
        return link->reason == LinkReason::Shared;
    TRY_ASSIGN(const auto own, tables.merges.ownRow(kind, remoteId));
    return own && !own->isDeleted;
}

base::Status applyKind(store::Tables &tables, RecordKind kind,
                       const std::vector<std::string> &remoteIds, const PageSource &source,
                       std::pair<domain::ChangeSet &, Applied &> out)
{
    auto &[changes, applied] = out;
    PassCount pass(tables, source.system, kind);
    TRY_ASSIGN(std::int64_t done, pass.load());
    TRY_ASSIGN(const auto here, tables.syncObjects.localCount(source.system, objectOf(kind)));
    const std::int64_t known = here.value_or(0) + done; // as they were when the pass began
    TRY_ASSIGN(std::int64_t held, tables.heldDeletes.count(source.system, kind));
    std::vector<std::string> wanted;
    for (const auto &remoteId : remoteIds) {
        TRY_ASSIGN(const bool isWanted, isHere(tables, kind, remoteId));
        if (isWanted)
            wanted.push_back(remoteId);
    }
    // A page that goes too far is held as a whole: the first of many is no better than the last.
    const auto last = std::max(done + static_cast<std::int64_t>(wanted.size()), source.missing) - 1;
    const bool holds = !wanted.empty() && (held > 0 || !isBelievable(last, known));
    for (const auto &remoteId : wanted) {
        if (holds) {
            TRY_ASSIGN(const bool isKnown, tables.heldDeletes.isHeld(kind, remoteId));
            TRY(tables.heldDeletes.hold({source.system, kind, remoteId, source.nowMs}));
            applied.heldDeletes += isKnown ? 0 : 1;
            continue;
        }
        TRY_ASSIGN(const bool isRemoved, remove(tables, kind, remoteId, changes));
        done += isRemoved ? 1 : 0;
        applied.deleted += isRemoved ? 1 : 0;
    }
    return pass.store(done);
}

} // namespace

base::Status applyGone(store::Tables &tables, const crm::Page &page, const PageSource &source,
                       domain::ChangeSet &changes, Applied &applied)
{
    std::map<RecordKind, std::vector<std::string>> deleted;
    for (const auto &gone : page.gone) {
        if (objectOf(gone.kind).empty() || gone.remoteId.empty())
            continue;
        if (gone.isDeleted)
            deleted[gone.kind].push_back(gone.remoteId);
        else
            TRY(tables.heldDeletes.hide(gone.kind, gone.remoteId, source.nowMs));
    }
    for (const auto &[kind, remoteIds] : deleted)
        TRY(applyKind(tables, kind, remoteIds, source, {changes, applied}));
    if (page.more || source.system.empty())
        return {};
    for (const auto kind :
         {RecordKind::Owner, RecordKind::Account, RecordKind::Contact, RecordKind::Deal})
        TRY(PassCount(tables, source.system, kind).store(0));
    return {};
}

Result<std::int64_t> decideHeldDeletes(store::Tables &tables, const std::string &system,
                                       bool deletes, domain::ChangeSet &changes)
{
    std::int64_t out = 0;
    if (deletes) {
        TRY_ASSIGN(const auto held, tables.heldDeletes.of(system));
        for (const auto &one : held) {
            TRY_ASSIGN(const bool isRemoved, remove(tables, one.kind, one.remoteId, changes));
            out += isRemoved ? 1 : 0;
        }
    }
    TRY(tables.heldDeletes.dropAll(system));
    return out;
}

} // namespace topline::sync
