#include "core/store/merge_store.h"

#include "core/store/query.h"
#include "core/store/reference.h"
#include "core/store/search_index.h"

#include <span>

namespace topline::store {

using base::Result;
using domain::RecordKind;

namespace {

// Everything about one kind. In `absorb`, ?1 is the row that goes and ?2 the one that stays; each
// statement has both.
struct KindSql {
    Target target;
    Sql byRow;
    Sql byOwnId;
    Sql rekey;
    Sql setDeleted;
    std::span<const Sql> absorb;
    Sql accountOf;
};

// The narrow index of events is scanned where none leads with the column: a merge of two known rows
// is rare, and one more index would slow down every event that arrives.
constexpr Sql ownerMoves[] = {
    "UPDATE account SET owner_id = ?2 WHERE owner_id = ?1",
    "UPDATE deal SET owner_id = ?2 WHERE owner_id = ?1",
    "UPDATE action SET owner_id = ?2 WHERE owner_id = ?1",
    "UPDATE OR IGNORE quota SET owner_id = ?2 WHERE owner_id = ?1",
};
constexpr Sql accountMoves[] = {
    "UPDATE contact SET account_id = ?2 WHERE account_id = ?1",
    "UPDATE deal SET account_id = ?2 WHERE account_id = ?1",
    "UPDATE subscription SET account_id = ?2 WHERE account_id = ?1",
    "UPDATE event SET account_id = ?2 WHERE account_id = ?1",
    "UPDATE action SET account_id = ?2 WHERE account_id = ?1",
    "UPDATE play_run SET account_id = ?2 WHERE account_id = ?1",
    "INSERT INTO lifecycle_step (account_id, stage, at_ms) SELECT ?2, stage, at_ms "
    "FROM lifecycle_step WHERE account_id = ?1 ON CONFLICT DO NOTHING",
};
constexpr Sql contactMoves[] = {
    "UPDATE deal SET contact_id = ?2 WHERE contact_id = ?1",
    "UPDATE event SET contact_id = ?2 WHERE contact_id = ?1",
    "UPDATE action SET contact_id = ?2 WHERE contact_id = ?1",
    "UPDATE play_run SET contact_id = ?2 WHERE contact_id = ?1",
    "INSERT INTO title_change (contact_id, at_ms, title) SELECT ?2, at_ms, title "
    "FROM title_change WHERE contact_id = ?1 ON CONFLICT DO NOTHING",
    "INSERT INTO contact_role (contact_id, source, role, by_whom, at_ms) SELECT ?2, source, role, "
    "by_whom, at_ms FROM contact_role WHERE contact_id = ?1 ON CONFLICT DO NOTHING",
};
// History is not changed: the deal that stays has it too.
constexpr Sql dealMoves[] = {
    "INSERT INTO stage_change (deal_id, at_ms, stage_id) SELECT ?2, at_ms, stage_id "
    "FROM stage_change WHERE deal_id = ?1 ON CONFLICT DO NOTHING",
    "INSERT INTO amount_change (deal_id, at_ms, amount_minor, currency) SELECT ?2, at_ms, "
    "amount_minor, currency FROM amount_change WHERE deal_id = ?1 ON CONFLICT DO NOTHING",
    "INSERT INTO close_change (deal_id, at_ms, close_ms) SELECT ?2, at_ms, close_ms "
    "FROM close_change WHERE deal_id = ?1 ON CONFLICT DO NOTHING",
    "INSERT INTO deal_element (deal_id, element, state, note, event_id, by_whom, at_ms) "
    "SELECT ?2, element, state, note, event_id, by_whom, at_ms FROM deal_element "
    "WHERE deal_id = ?1 ON CONFLICT DO NOTHING",
    "UPDATE event SET deal_id = ?2 WHERE deal_id = ?1",
    "UPDATE action SET deal_id = ?2 WHERE deal_id = ?1",
    "UPDATE play_run SET deal_id = ?2 WHERE deal_id = ?1",
    "UPDATE plan_task SET deal_id = ?2 WHERE deal_id = ?1",
    "INSERT INTO exit_met (deal_id, uuid, met_ms) SELECT ?2, uuid, met_ms FROM exit_met "
    "WHERE deal_id = ?1 ON CONFLICT DO NOTHING",
};

constexpr KindSql ownerSql = {
    Target::Owner,
    "SELECT id, remote_id, updated_ms, 1 - active FROM owner WHERE id = ?",
    "SELECT id, remote_id, updated_ms, 1 - active FROM owner WHERE remote_id = ?",
    "UPDATE owner SET remote_id = ?2 WHERE id = ?1",
    "UPDATE owner SET active = 1 - ?2 WHERE id = ?1 AND active = ?2",
    ownerMoves,
    "SELECT NULL WHERE ?1 IS NULL",
};
constexpr KindSql accountSql = {
    Target::Account,
    "SELECT id, remote_id, updated_ms, deleted FROM account WHERE id = ?",
    "SELECT id, remote_id, updated_ms, deleted FROM account WHERE remote_id = ?",
    "UPDATE account SET remote_id = ?2 WHERE id = ?1",
    "UPDATE account SET deleted = ?2 WHERE id = ?1 AND deleted <> ?2",
    accountMoves,
    "SELECT id FROM account WHERE id = ?",
};
constexpr KindSql contactSql = {
    Target::Contact,
    "SELECT id, remote_id, updated_ms, deleted FROM contact WHERE id = ?",
    "SELECT id, remote_id, updated_ms, deleted FROM contact WHERE remote_id = ?",
    "UPDATE contact SET remote_id = ?2 WHERE id = ?1",
    "UPDATE contact SET deleted = ?2 WHERE id = ?1 AND deleted <> ?2",
    contactMoves,
    "SELECT account_id FROM contact WHERE id = ?",
};
constexpr KindSql dealSql = {
    Target::Deal,
    "SELECT id, remote_id, updated_ms, deleted FROM deal WHERE id = ?",
    "SELECT id, remote_id, updated_ms, deleted FROM deal WHERE remote_id = ?",
    "UPDATE deal SET remote_id = ?2 WHERE id = ?1",
    "UPDATE deal SET deleted = ?2 WHERE id = ?1 AND deleted <> ?2",
    dealMoves,
    "SELECT account_id FROM deal WHERE id = ?",
};

Result<const KindSql *> sqlOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Owner:
        return &ownerSql;
    case RecordKind::Account:
        return &accountSql;
    case RecordKind::Contact:
        return &contactSql;
    case RecordKind::Deal:
        return &dealSql;
    default:
        return base::Error{base::ErrorCode::InvalidInput,
                           "Records of this kind are not merged or deleted one by one.",
                           "Nothing was changed."};
    }
}

template <typename Value>
Result<std::optional<RowState>> readState(Database &database, Sql sql, const Value &value)
{
    Statement statement(database, sql, value);
    TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return std::optional<RowState>();
    RowState out;
    statement.read(out.row, out.remoteId, out.updatedMs, out.isDeleted);
    return std::optional<RowState>(std::move(out));
}

base::Status reindex(Database &database, RecordKind kind, std::int64_t row)
{
    switch (kind) {
    case RecordKind::Account:
        return indexAccount(database, {row}, Change::Changed);
    case RecordKind::Contact:
        return indexContact(database, {row}, Change::Changed);
    case RecordKind::Deal:
        return indexDeal(database, {row}, Change::Changed);
    default:
        return {};
    }
}

} // namespace

Result<std::optional<RowState>> MergeStore::row(RecordKind kind, std::int64_t row) const
{
    TRY_ASSIGN(const KindSql *sql, sqlOf(kind));
    return readState(m_database, sql->byRow, row);
}

Result<std::optional<RowState>> MergeStore::ownRow(RecordKind kind,
                                                   const std::string &remoteId) const
{
    TRY_ASSIGN(const KindSql *sql, sqlOf(kind));
    return readState(m_database, sql->byOwnId, remoteId);
}

base::Status MergeStore::rekey(RecordKind kind, std::int64_t row, const std::string &remoteId,
                               domain::ChangeSet &changes)
{
    TRY_ASSIGN(const KindSql *sql, sqlOf(kind));
    TRY_ASSIGN(const auto taken, readState(m_database, sql->byOwnId, remoteId));
    if (taken)
        return base::Error{base::ErrorCode::Conflict,
                           "Another record already has the id \"" + remoteId + "\"."};
    TRY(write(m_database, sql->rekey, row, remoteId));
    TRY(settleArrival(m_database, sql->target, remoteId, row, changes));
    return touch(kind, row, changes);
}

base::Status MergeStore::absorb(RecordKind kind, std::int64_t from, std::int64_t into,
                                domain::ChangeSet &changes)
{
    TRY_ASSIGN(const KindSql *sql, sqlOf(kind));
    TRY(touch(kind, from, changes));
    TRY(touch(kind, into, changes));
    if (kind == RecordKind::Account) {
        TRY_ASSIGN(
            const auto deals,
            readAll<domain::DealId>(m_database, "SELECT id FROM deal WHERE account_id = ?", from));
        changes.deals.insert(deals.begin(), deals.end());
    }
    for (const Sql &move : sql->absorb)
        TRY(write(m_database, move, from, into));
    TRY_ASSIGN(const bool isDeleted, setDeleted(kind, from, true, changes));
    static_cast<void>(isDeleted); // it may have been reported as deleted before
    return {};
}

Result<bool> MergeStore::setDeleted(RecordKind kind, std::int64_t row, bool isDeleted,
                                    domain::ChangeSet &changes)
{
    TRY_ASSIGN(const KindSql *sql, sqlOf(kind));
    TRY(write(m_database, sql->setDeleted, row, isDeleted));
    if (m_database.changes() == 0)
        return false;
    TRY(reindex(m_database, kind, row));
    TRY(touch(kind, row, changes));
    return true;
}

base::Status MergeStore::renameWaiting(RecordKind kind, const std::string &from,
                                       const std::string &to, domain::ChangeSet &changes)
{
    TRY_ASSIGN(const KindSql *sql, sqlOf(kind));
    TRY_ASSIGN(const auto row, findRecord(m_database, sql->target, to));
    if (row != 0)
        return settleArrival(m_database, sql->target, from, row, changes);
    return write(m_database,
                 "UPDATE OR REPLACE pending_reference SET remote_id = ?3 "
                 "WHERE target = ?1 AND remote_id = ?2",
                 sql->target, from, to);
}

base::Status MergeStore::touch(RecordKind kind, std::int64_t row, domain::ChangeSet &changes) const
{
    TRY_ASSIGN(const KindSql *sql, sqlOf(kind));
    TRY_ASSIGN(const auto account, readOne(m_database, sql->accountOf, domain::AccountId{}, row));
    if (account.isSet())
        changes.accounts.insert(account);
    if (kind == RecordKind::Deal)
        changes.deals.insert({row});
    changes.catalogue = changes.catalogue || kind == RecordKind::Owner;
    return {};
}

} // namespace topline::store
