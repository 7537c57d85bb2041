#include "core/sync/take_record.h"

#include "core/domain/remote_id.h"
#include "core/sync/fall_back.h"
#include "core/sync/match_record.h"
#include "core/sync/stored_record.h"

#include <algorithm>
#include <utility>

namespace topline::sync {

using base::Result;
using domain::RecordKind;
using store::Change;
using store::Link;
using store::LinkReason;

namespace {

std::string titleOf(std::string_view system)
{
    if (system == "hubspot")
        return "HubSpot";
    return system == "salesforce" ? "Salesforce" : "Import";
}

std::string matchKey(const domain::Owner &owner)
{
    return mailKey(owner.email);
}

std::string matchKey(const domain::Account &account)
{
    return companyKey(account.domain);
}

std::string matchKey(const domain::Contact &contact)
{
    return mailKey(contact.email);
}

// Deals are matched by nothing: two of the same name are two deals.
std::string matchKey(const domain::Deal & /*deal*/)
{
    return {};
}

bool isDeleted(const domain::Owner & /*owner*/)
{
    return false;
}

template <typename Record> bool isDeleted(const Record &record)
{
    return record.deleted;
}

bool isOlder(base::UtcMs updatedMs, base::UtcMs knownMs)
{
    return updatedMs != 0 && updatedMs < knownMs;
}

} // namespace

RecordTaker::RecordTaker(store::Tables &tables, const PageSource &source,
                         domain::ChangeSet &changes)
    : m_tables(tables)
    , m_source(source)
    , m_changes(changes)
{
}

base::Status RecordTaker::prepare(RecordKind kind, const crm::Page &page)
{
    m_kind = kind;
    const auto missing = page.missing.find(kind);
    m_missing = missing == page.missing.end() ? std::set<std::string>() : missing->second;
    TRY_ASSIGN(m_hasLinks, m_tables.links.hasAny(kind));
    TRY_ASSIGN(m_mayMatch, m_tables.matches.hasOthers(kind, m_source.system));
    TRY_ASSIGN(m_hasHeld, m_tables.heldDeletes.hasAny());
    if (!m_hasEdits && !m_source.system.empty()) {
        TRY_ASSIGN(m_edits, pendingEdits(m_tables, m_source.system));
        m_hasEdits = true;
    }
    return {};
}

template <typename Record> Result<Change> RecordTaker::put(const Record &record)
{
    if constexpr (std::is_same_v<Record, domain::Owner>) {
        TRY_ASSIGN(const auto written, m_tables.catalogue.put(record, m_changes));
        return written.change;
    } else if constexpr (std::is_same_v<Record, domain::Deal>) {
        TRY_ASSIGN(const auto written, m_tables.records.put(record, m_changes, m_source.nowMs));
        return written.change;
    } else {
        TRY_ASSIGN(const auto written, m_tables.records.put(record, m_changes));
        return written.change;
    }
}

template <typename Record> Result<Change> RecordTaker::take(const Record &incoming)
{
    CHECK(m_kind == kindOf<Record>);
    if (m_hasHeld) {
        // It is there: whatever was believed about its absence is over.
        TRY(m_tables.heldDeletes.drop(m_kind, incoming.remoteId));
        TRY(m_tables.heldDeletes.unhide(m_kind, incoming.remoteId));
    }
    if (m_hasLinks || m_mayMatch) {
        TRY_ASSIGN(const auto link, linkFor(incoming));
        if (link && link->reason == LinkReason::Merged)
            return Change::Unchanged; // a version from before the merge
        if (link)
            return takeShared(incoming, *link);
    }
    if (m_missing.empty() && m_edits.empty())
        return put(incoming);
    Record record = incoming;
    TRY(keepMissing(record));
    if (!m_edits.empty()) {
        TRY_ASSIGN(const auto row, m_tables.links.rowOf(m_kind, record.remoteId));
        Version theirs{m_source.system, textsOf(record), record.updatedMs};
        for (const auto &field : m_missing)
            theirs.fields.erase(field);
        // What is no news for the row is none for an edit of it: a late version would put a value
        // before the person who decides that nobody has any more.
        TRY_ASSIGN(const auto known, m_tables.merges.row(m_kind, row));
        if (known && !isOlder(record.updatedMs, known->updatedMs))
            TRY(judge(row, theirs));
    }
    return put(record);
}

// What is known of this id besides a row of its own: Merged when the record is to be passed over,
// Shared or Gone when several systems have it.
template <typename Record> Result<std::optional<Link>> RecordTaker::linkFor(const Record &incoming)
{
    TRY_ASSIGN(auto link, m_tables.links.link(m_kind, incoming.remoteId));
    if (!link) {
        TRY_ASSIGN(const auto own, m_tables.merges.ownRow(m_kind, incoming.remoteId));
        if (own || !m_mayMatch)
            return link;
        return matched(incoming);
    }
    if (link->reason != LinkReason::Merged)
        return link;
    if (isDeleted(incoming) || incoming.updatedMs <= link->updatedMs)
        return link;
    // Newer than the merge, under its own id: somebody took the merge back.
    TRY(m_tables.links.remove(m_kind, incoming.remoteId));
    TRY_ASSIGN(const auto own, m_tables.merges.ownRow(m_kind, incoming.remoteId));
    if (own)
        TRY(m_tables.links.removeMerge(m_kind, own->row));
    return std::optional<Link>();
}

template <typename Record> Result<std::optional<Link>> RecordTaker::matched(const Record &incoming)
{
    const std::string key = isDeleted(incoming) ? std::string() : matchKey(incoming);
    TRY_ASSIGN(const auto candidates, m_tables.matches.sameKey(m_kind, key));
    const std::int64_t row = uniqueMatch(candidates, m_source.system);
    if (row == 0)
        return std::optional<Link>();
    TRY_ASSIGN(const auto existing, stored<Record>(m_tables, row));
    CHECK(existing.has_value());
    TRY_ASSIGN(const auto own, m_tables.links.link(m_kind, existing->remoteId));
    if (!own)
        TRY(m_tables.links.put({m_kind, existing->remoteId, row, LinkReason::Shared,
                                existing->updatedMs, textsOf(*existing)}));
    const Link link{m_kind, incoming.remoteId, row, LinkReason::Shared, 0, {}};
    TRY(m_tables.links.put(link));
    m_hasLinks = true;
    TRY(m_tables.merges.renameWaiting(m_kind, incoming.remoteId, existing->remoteId, m_changes));
    return std::optional<Link>(link);
}

template <typename Record>
Result<Change> RecordTaker::takeShared(const Record &incoming, const Link &link)
{
    if (isOlder(incoming.updatedMs, link.updatedMs))
        return Change::Unchanged;
    if (link.reason == LinkReason::Gone) {
        // What it meets may be of a system that deleted the record as well: nobody's value.
        Link back = link;
        back.reason = LinkReason::Shared;
        TRY(m_tables.links.put(back));
        TRY(fallBack(m_tables, m_kind, link.row, m_changes));
    }
    TRY_ASSIGN(auto existing, stored<Record>(m_tables, link.row));
    CHECK(existing.has_value());
    Record renamed = incoming;
    TRY(useOwnNames(renamed));
    MergeInput input{m_kind,
                     {std::string(domain::remoteSystem(existing->remoteId)), textsOf(*existing),
                      existing->updatedMs},
                     {m_source.system, textsOf(renamed), incoming.updatedMs},
                     {},
                     m_missing};
    if (!link.base.empty())
        input.base = link.base;
    const auto merged = mergeRecord(input, m_source.rules);
    Version theirs = input.theirs;
    for (const auto &field : m_missing)
        theirs.fields.erase(field);
    TRY(judge(link.row, theirs));

    Record out = *existing;
    for (const auto &[field, text] : merged.fields) {
        if (text != input.ours.fields[field])
            TRY(setText(out, field, text));
    }
    out.updatedMs = std::max(existing->updatedMs, incoming.updatedMs);
    if constexpr (!std::is_same_v<Record, domain::Owner>) {
        out.deleted = false; // at least this system has it
        if (!out.createdMs)
            out.createdMs = incoming.createdMs;
    }
    for (const auto &conflict : merged.conflicts) {
        const auto other = domain::remoteSystem(existing->remoteId) == m_source.system
                               ? std::string("the other CRM")
                               : titleOf(domain::remoteSystem(existing->remoteId));
        TRY(keep(conflictOf(link.row, conflict, other, {})));
    }
    TRY(m_tables.links.put({m_kind, incoming.remoteId, link.row, LinkReason::Shared,
                            std::max(link.updatedMs, incoming.updatedMs), merged.base}));
    return put(out);
}

template <typename Record> base::Status RecordTaker::keepMissing(Record &record)
{
    if (m_missing.empty())
        return {};
    TRY_ASSIGN(const auto row, m_tables.links.rowOf(m_kind, record.remoteId));
    if (row == 0)
        return {};
    TRY_ASSIGN(const auto existing, stored<Record>(m_tables, row));
    CHECK(existing.has_value());
    const FieldTexts before = textsOf(*existing);
    for (const auto &field : m_missing) {
        if (const auto found = before.find(field); found != before.end())
            TRY(setText(record, field, found->second));
    }
    if constexpr (!std::is_same_v<Record, domain::Owner>) {
        if (m_missing.contains("created"))
            record.createdMs = existing->createdMs;
        if (m_missing.contains("deleted"))
            record.deleted = existing->deleted;
    }
    return {};
}

// References by the own ids of the rows that they mean, so that two systems' names for one account
// are one text.
template <typename Record> base::Status RecordTaker::useOwnNames(Record &record)
{
    const auto rename = [&](RecordKind kind, std::string &remoteId) -> base::Status {
        if (remoteId.empty())
            return {};
        TRY_ASSIGN(const auto link, m_tables.links.link(kind, remoteId));
        if (!link)
            return {};
        TRY_ASSIGN(const auto row, m_tables.merges.row(kind, link->row));
        if (row)
            remoteId = row->remoteId;
        return {};
    };
    if constexpr (std::is_same_v<Record, domain::Account> || std::is_same_v<Record, domain::Deal>)
        TRY(rename(RecordKind::Owner, record.owner.remoteId));
    if constexpr (std::is_same_v<Record, domain::Contact> || std::is_same_v<Record, domain::Deal>)
        TRY(rename(RecordKind::Account, record.account.remoteId));
    if constexpr (std::is_same_v<Record, domain::Deal>)
        TRY(rename(RecordKind::Contact, record.contact.remoteId));
    return {};
}

base::Status RecordTaker::judge(std::int64_t row, const Version &theirs)
{
    const auto found = m_edits.find({m_kind, row});
    if (row == 0 || found == m_edits.end())
        return {};
    for (const auto &edit : found->second)
        TRY(settleJudged(row, judgeEdit(m_kind, edit, theirs, m_source.rules)));
    return {};
}

base::Status RecordTaker::settleJudged(std::int64_t row, const EditVerdict &verdict)
{
    const auto &edit = verdict.edit;
    TRY_ASSIGN(const auto open, m_tables.conflicts.openOfAction(edit.action));
    if (verdict.fate == EditFate::Pending || verdict.fate == EditFate::Satisfied) {
        const bool ours = verdict.fate == EditFate::Pending;
        for (const auto &one : open) {
            if (one.field == edit.field)
                TRY(m_tables.conflicts.decide(one.id,
                                              ours ? domain::ConflictState::KeptOurs
                                                   : domain::ConflictState::TookTheirs,
                                              ours, m_source.nowMs));
        }
        if (!ours)
            edits.push_back(verdict);
        return {};
    }
    const bool asks = verdict.fate == EditFate::Asks;
    auto conflict = conflictOf(row,
                               {edit.field, edit.base.value_or(""), edit.value, verdict.theirs,
                                asks ? domain::ConflictState::Open : domain::ConflictState::ByRule,
                                verdict.fate != EditFate::TheirsStand},
                               "Topline", edit.action);
    // The very same clash was decided before: that holds.
    TRY_ASSIGN(const auto decided, decidedBefore(conflict));
    auto holds = verdict;
    if (decided)
        holds.fate = decided->oursStands ? EditFate::OursStands : EditFate::TheirsStand;
    edits.push_back(holds);
    return decided ? base::Status() : keep(conflict);
}

// By its values, for one that stayed open while they went on changing the field has the name of the
// first of them. Gives `conflict` a name that is free otherwise.
Result<std::optional<domain::Conflict>> RecordTaker::decidedBefore(domain::Conflict &conflict)
{
    TRY_ASSIGN(const auto all, m_tables.conflicts.ofAction(conflict.action));
    std::optional<domain::Conflict> out;
    for (const auto &one : all) {
        if (one.state == domain::ConflictState::Open || one.field != conflict.field)
            continue;
        if (one.id == conflict.id)
            conflict.id = base::Uuid::named("conflict", conflict.id.text());
        if (one.base == conflict.base && one.ours == conflict.ours &&
            one.theirs == conflict.theirs && one.system == conflict.system)
            out = one;
    }
    return out;
}

domain::Conflict RecordTaker::conflictOf(std::int64_t row, const FieldConflict &field,
                                         const std::string &oursFrom,
                                         const base::Uuid &action) const
{
    domain::Conflict out;
    const std::string about = action.isNull() ? "" : action.text();
    std::string name = m_source.system;
    for (const std::string &part : {std::to_string(static_cast<int>(m_kind)), std::to_string(row),
                                    field.field, about, field.base, field.ours, field.theirs})
        name += '\n' + part;
    out.id = base::Uuid::named("conflict", name);
    out.system = m_source.system;
    out.kind = m_kind;
    out.record = row;
    out.field = field.field;
    out.base = field.base;
    out.ours = field.ours;
    out.theirs = field.theirs;
    out.oursFrom = oursFrom;
    out.atMs = m_source.nowMs;
    out.state = field.state;
    out.oursStands = field.oursStands;
    out.action = action;
    if (field.state != domain::ConflictState::Open)
        out.resolvedMs = m_source.nowMs;
    return out;
}

// An open question between two CRMs follows the value that has just come; where the other side
// changed as well, what was written down of it stays, and the question is put anew.
base::Status RecordTaker::closeOutdated(const domain::Conflict &conflict)
{
    if (conflict.state != domain::ConflictState::Open || !conflict.action.isNull())
        return {};
    TRY_ASSIGN(const auto open, m_tables.conflicts.openOf(conflict.kind, conflict.record));
    for (const auto &one : open) {
        if (one.action.isNull() && one.field == conflict.field && one.system == conflict.system &&
            one.ours != conflict.ours)
            TRY(m_tables.conflicts.decide(one.id, domain::ConflictState::ByRule, true,
                                          m_source.nowMs));
    }
    return {};
}

base::Status RecordTaker::keep(const domain::Conflict &conflict)
{
    TRY(closeOutdated(conflict));
    TRY_ASSIGN(const bool isNew, m_tables.conflicts.add(conflict));
    if (isNew)
        conflicts.push_back(conflict);
    return {};
}

template Result<Change> RecordTaker::take(const domain::Owner &record);
template Result<Change> RecordTaker::take(const domain::Account &record);
template Result<Change> RecordTaker::take(const domain::Contact &record);
template Result<Change> RecordTaker::take(const domain::Deal &record);

} // namespace topline::sync
