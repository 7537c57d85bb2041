#include "core/store/reference.h"

#include "core/store/query.h"

#include <optional>
#include <utility>
#include <vector>

namespace topline::store {

namespace {

// What another id leads to goes before the record's own id: the row of a merge's loser keeps its
// own. Kinds are numbers of domain::RecordKind.
#define TOPLINE_FIND(table, kind)                                                                  \
    "SELECT coalesce((SELECT local_id FROM record_link WHERE kind = " kind                         \
    " AND remote_id = ?1), (SELECT id FROM " table " WHERE remote_id = ?1))"

Sql findSql(Target target)
{
    switch (target) {
    case Target::Owner:
        return TOPLINE_FIND("owner", "0");
    case Target::Product:
        return TOPLINE_FIND("product", "1");
    case Target::Stage:
        return TOPLINE_FIND("stage", "2");
    case Target::Account:
        return TOPLINE_FIND("account", "3");
    case Target::Contact:
        return TOPLINE_FIND("contact", "4");
    case Target::Deal:
        break;
    }
    return TOPLINE_FIND("deal", "5");
}

Sql setSql(Holder holder)
{
    switch (holder) {
    case Holder::AccountOwner:
        return "UPDATE account SET owner_id = ?1 WHERE id = ?2";
    case Holder::ContactAccount:
        return "UPDATE contact SET account_id = ?1 WHERE id = ?2";
    case Holder::DealAccount:
        return "UPDATE deal SET account_id = ?1 WHERE id = ?2";
    case Holder::DealContact:
        return "UPDATE deal SET contact_id = ?1 WHERE id = ?2";
    case Holder::DealOwner:
        return "UPDATE deal SET owner_id = ?1 WHERE id = ?2";
    case Holder::DealProduct:
        return "UPDATE deal SET product_id = ?1 WHERE id = ?2";
    case Holder::DealStage:
        return "UPDATE deal SET stage_id = ?1 WHERE id = ?2";
    case Holder::SubscriptionAccount:
        return "UPDATE subscription SET account_id = ?1 WHERE id = ?2";
    case Holder::EventAccount:
        return "UPDATE event SET account_id = ?1 WHERE id = ?2";
    case Holder::EventContact:
        return "UPDATE event SET contact_id = ?1, account_id = coalesce(account_id, "
               "(SELECT account_id FROM contact WHERE id = ?1)) WHERE id = ?2";
    case Holder::EventDeal:
        break;
    }
    return "UPDATE event SET deal_id = ?1, account_id = coalesce(account_id, "
           "(SELECT account_id FROM deal WHERE id = ?1)) WHERE id = ?2";
}

// The account that a holder's change matters to; NULL or no row when it matters to none.
std::optional<Sql> accountSql(Holder holder)
{
    switch (holder) {
    case Holder::AccountOwner:
        return Sql("SELECT id FROM account WHERE id = ?");
    case Holder::ContactAccount:
        return Sql("SELECT account_id FROM contact WHERE id = ?");
    case Holder::DealAccount:
    case Holder::DealContact:
    case Holder::DealOwner:
    case Holder::DealProduct:
    case Holder::DealStage:
        return Sql("SELECT account_id FROM deal WHERE id = ?");
    case Holder::EventAccount:
    case Holder::EventContact:
    case Holder::EventDeal:
        return Sql("SELECT account_id FROM event WHERE id = ?");
    case Holder::SubscriptionAccount:
        break;
    }
    return std::nullopt;
}

bool isDeal(Holder holder)
{
    return holder >= Holder::DealAccount && holder <= Holder::DealStage;
}

base::Status settle(Database &database, Holder holder, std::int64_t holderId, std::int64_t id,
                    domain::ChangeSet &changes)
{
    TRY(write(database, setSql(holder), id, holderId));
    TRY(setPending(database, holder, holderId, Target::Account, ""));
    if (holder == Holder::ContactAccount)
        TRY(settleContactEvents(database, {holderId}, {id}));
    if (holder == Holder::DealAccount)
        TRY(settleDealEvents(database, {holderId}, {id}));
    if (isDeal(holder))
        changes.deals.insert({holderId});
    if (const auto sql = accountSql(holder)) {
        TRY_ASSIGN(const auto account, readOne(database, *sql, domain::AccountId{}, holderId));
        if (account.isSet())
            changes.accounts.insert(account);
    }
    return {};
}

} // namespace

base::Result<std::int64_t> findRecord(Database &database, Target target,
                                      const std::string &remoteId)
{
    return readOne(database, findSql(target), std::int64_t{0}, remoteId);
}

base::Status setPending(Database &database, Holder holder, std::int64_t holderId, Target target,
                        const std::string &remoteId)
{
    TRY(write(database,
              "DELETE FROM pending_reference WHERE holder = ?1 AND holder_id = ?2 "
              "AND NOT (target = ?3 AND remote_id = ?4)",
              holder, holderId, target, remoteId));
    if (remoteId.empty())
        return {};
    return write(database,
                 "INSERT INTO pending_reference (target, remote_id, holder, holder_id) "
                 "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                 target, remoteId, holder, holderId);
}

base::Result<std::string> pendingName(Database &database, Holder holder, std::int64_t holderId)
{
    return readOne(database,
                   "SELECT remote_id FROM pending_reference WHERE holder = ? AND holder_id = ?",
                   std::string(), holder, holderId);
}

base::Status settleArrival(Database &database, Target target, const std::string &remoteId,
                           std::int64_t id, domain::ChangeSet &changes)
{
    std::vector<std::pair<Holder, std::int64_t>> waiting;
    {
        Statement statement(database,
                            "SELECT holder, holder_id FROM pending_reference "
                            "WHERE target = ? AND remote_id = ?",
                            target, remoteId);
        for (;;) {
            TRY_ASSIGN(const bool row, statement.step());
            if (!row)
                break;
            auto &entry = waiting.emplace_back();
            statement.read(entry.first, entry.second);
        }
    }
    for (const auto &[holder, holderId] : waiting)
        TRY(settle(database, holder, holderId, id, changes));
    return {};
}

base::Status settleContactEvents(Database &database, domain::ContactId contact,
                                 domain::AccountId account)
{
    return write(database,
                 "UPDATE event SET account_id = ?1 WHERE account_id IS NULL AND contact_id = ?2",
                 account, contact);
}

// Asked first: an UPDATE of several rows opens a savepoint, and at each one FTS5 writes out all
// that it holds.
base::Status settleDealEvents(Database &database, domain::DealId deal, domain::AccountId account)
{
    TRY_ASSIGN(const auto waiting,
               readOne(database,
                       "SELECT 1 FROM event WHERE account_id IS NULL AND deal_id = ? LIMIT 1",
                       std::int64_t{0}, deal));
    if (waiting == 0)
        return {};
    return write(database,
                 "UPDATE event SET account_id = ?1 WHERE account_id IS NULL AND deal_id = ?2",
                 account, deal);
}

} // namespace topline::store
