#include "core/store/catalogue_store.h"

#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/reference.h"

namespace topline::store {

using base::Result;
using domain::ChangeSet;

namespace {

base::Error withoutId(const char *kind)
{
    return {base::ErrorCode::InvalidInput, std::string(kind) + " has no id of its source.",
            "Nothing of it was stored."};
}

// Finishes a put: what became of the row with this id (0: it is new).
template <typename Id>
Result<Written<Id>> finish(Database &database, std::int64_t before, Target target,
                           const std::string &remoteId, ChangeSet &changes)
{
    if (before != 0) {
        const bool changed = database.changes() > 0;
        changes.catalogue = changes.catalogue || changed;
        return Written<Id>{Id{before}, changed ? Change::Changed : Change::Unchanged};
    }
    changes.catalogue = true;
    const std::int64_t id = database.lastInsertId();
    TRY(settleArrival(database, target, remoteId, id, changes));
    return Written<Id>{Id{id}, Change::Added};
}

} // namespace

Result<Written<domain::OwnerId>> CatalogueStore::put(const domain::Owner &owner, ChangeSet &changes)
{
    if (owner.remoteId.empty())
        return withoutId("An owner");
    TRY_ASSIGN(const auto before, findRecord(m_database, Target::Owner, owner.remoteId));
    const Sql sql =
        before == 0
            ? Sql("INSERT INTO owner (remote_id, name, email, team, manager, active, updated_ms) "
                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            : Sql("UPDATE owner SET name = ?2, email = ?3, team = ?4, manager = ?5, active = ?6, "
                  "updated_ms = ?7 WHERE remote_id = ?1 AND (?7 = 0 OR ?7 >= updated_ms) AND "
                  "(name, email, team, manager, active) IS NOT (?2, ?3, ?4, ?5, ?6)");
    TRY(write(m_database, sql, owner.remoteId, owner.name, owner.email, owner.team, owner.manager,
              owner.active, owner.updatedMs));
    return finish<domain::OwnerId>(m_database, before, Target::Owner, owner.remoteId, changes);
}

Result<Written<domain::ProductId>> CatalogueStore::put(const domain::Product &product,
                                                       ChangeSet &changes)
{
    if (product.remoteId.empty())
        return withoutId("A product");
    TRY_ASSIGN(const auto before, findRecord(m_database, Target::Product, product.remoteId));
    const Sql sql =
        before == 0
            ? Sql("INSERT INTO product (remote_id, name, family, price_minor, currency, "
                  "updated_ms) "
                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            : Sql("UPDATE product SET name = ?2, family = ?3, price_minor = ?4, currency = ?5, "
                  "updated_ms = ?6 WHERE remote_id = ?1 AND (?6 = 0 OR ?6 >= updated_ms) AND "
                  "(name, family, price_minor, currency) IS NOT (?2, ?3, ?4, ?5)");
    TRY(write(m_database, sql, product.remoteId, product.name, product.family, product.price,
              product.updatedMs));
    return finish<domain::ProductId>(m_database, before, Target::Product, product.remoteId,
                                     changes);
}

Result<Written<domain::StageId>> CatalogueStore::put(const domain::Stage &stage, ChangeSet &changes)
{
    if (stage.remoteId.empty())
        return withoutId("A stage");
    TRY_ASSIGN(const auto before, findRecord(m_database, Target::Stage, stage.remoteId));
    const Sql sql = before == 0
                        ? Sql("INSERT INTO stage (remote_id, pipeline, name, position, kind) "
                              "VALUES (?1, ?2, ?3, ?4, ?5)")
                        : Sql("UPDATE stage SET pipeline = ?2, name = ?3, position = ?4, kind = ?5 "
                              "WHERE remote_id = ?1 AND "
                              "(pipeline, name, position, kind) IS NOT (?2, ?3, ?4, ?5)");
    TRY(write(m_database, sql, stage.remoteId, stage.pipeline, stage.name, stage.order,
              stage.kind));
    return finish<domain::StageId>(m_database, before, Target::Stage, stage.remoteId, changes);
}

Result<Written<domain::OwnerId>> CatalogueStore::put(const domain::Quota &quota, ChangeSet &changes)
{
    TRY_ASSIGN(const auto owner, resolve(m_database, Target::Owner, quota.owner));
    if (!owner.isSet())
        return base::Error{base::ErrorCode::NotFound,
                           "There is no owner \"" + quota.owner.remoteId + "\" for this quota.",
                           "The quota was not stored."};
    TRY_ASSIGN(const bool known,
               readOne(m_database, "SELECT 1 FROM quota WHERE owner_id = ? AND start_ms = ?", false,
                       owner, quota.startMs));
    TRY(write(m_database,
              "INSERT INTO quota (owner_id, start_ms, end_ms, amount_minor, currency) "
              "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET end_ms = ?3, "
              "amount_minor = ?4, currency = ?5 "
              "WHERE (end_ms, amount_minor, currency) IS NOT (?3, ?4, ?5)",
              owner, quota.startMs, quota.endMs, quota.amount));
    const bool wrote = m_database.changes() > 0;
    changes.catalogue = changes.catalogue || wrote;
    const Change change = !wrote ? Change::Unchanged : known ? Change::Changed : Change::Added;
    return Written<domain::OwnerId>{owner, change};
}

Result<std::vector<domain::Owner>> CatalogueStore::owners() const
{
    return readAll<domain::Owner>(m_database,
                                  "SELECT id, remote_id, name, email, team, manager, active, "
                                  "updated_ms FROM owner ORDER BY id");
}

Result<std::vector<domain::Product>> CatalogueStore::products() const
{
    return readAll<domain::Product>(m_database, "SELECT id, remote_id, name, family, price_minor, "
                                                "currency, updated_ms FROM product ORDER BY id");
}

Result<std::vector<domain::Stage>> CatalogueStore::stages() const
{
    return readAll<domain::Stage>(
        m_database, "SELECT id, remote_id, pipeline, name, position, kind FROM stage ORDER BY id");
}

Result<std::vector<domain::Quota>> CatalogueStore::quotas() const
{
    return readAll<domain::Quota>(
        m_database, "SELECT q.owner_id, o.remote_id, q.start_ms, q.end_ms, "
                    "q.amount_minor, q.currency FROM quota q "
                    "JOIN owner o ON o.id = q.owner_id ORDER BY q.owner_id, q.start_ms");
}

Result<std::optional<domain::Owner>> CatalogueStore::owner(domain::OwnerId id) const
{
    return readFirst<domain::Owner>(m_database,
                                    "SELECT id, remote_id, name, email, team, manager, active, "
                                    "updated_ms FROM owner WHERE id = ?",
                                    id);
}

Result<std::optional<domain::Stage>> CatalogueStore::stage(domain::StageId id) const
{
    return readFirst<domain::Stage>(
        m_database, "SELECT id, remote_id, pipeline, name, position, kind FROM stage WHERE id = ?",
        id);
}

} // namespace topline::store
