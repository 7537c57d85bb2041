#include "core/store/record_store.h"

#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/reference.h"
#include "core/store/search_index.h"

#include <algorithm>

namespace topline::store {

using base::Error;
using base::ErrorCode;
using base::Result;
using domain::ChangeSet;

namespace {

// What is stored of a record before it is written again.
struct Stored {
    std::int64_t id = 0;      // 0: nothing yet
    std::int64_t account = 0; // it belongs to; of an account: its owner
    base::UtcMs updatedMs = 0;
};

Error withoutId(const char *kind)
{
    return {ErrorCode::InvalidInput, std::string(kind) + " has no id of its source.",
            "Nothing of it was stored."};
}

Result<Stored> findStored(Database &database, Sql sql, const std::string &remoteId)
{
    Stored out;
    Statement statement(database, sql, remoteId);
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        statement.read(out.id, out.account, out.updatedMs);
    return out;
}

// An answer that was long under way must not undo a newer one. Sources without times always count.
bool isOlder(base::UtcMs updatedMs, const Stored &stored)
{
    return stored.id != 0 && updatedMs != 0 && updatedMs < stored.updatedMs;
}

template <typename Id> Written<Id> written(Database &database, const Stored &stored)
{
    if (stored.id == 0)
        return {Id{database.lastInsertId()}, Change::Added};
    return {Id{stored.id}, database.changes() > 0 ? Change::Changed : Change::Unchanged};
}

void touch(ChangeSet &changes, std::int64_t account)
{
    if (account != 0)
        changes.accounts.insert({account});
}

// Remembers, or forgets, that a reference of the holder waits for its record.
template <typename Id> struct Waiting {
    Target target;
    const domain::Ref<Id> &reference;
    Id resolved;
};

template <typename Id>
base::Status remember(Database &database, Holder holder, const Stored &stored, std::int64_t id,
                      const Waiting<Id> &waiting)
{
    const bool waits = !waiting.resolved.isSet() && !waiting.reference.remoteId.empty();
    if (stored.id == 0 && !waits)
        return {};
    return setPending(database, holder, id, waiting.target,
                      waits ? waiting.reference.remoteId : std::string());
}

// Writing a column that refers to another table may fail after a row was changed, so that SQLite
// opens a savepoint first; at each one FTS5 writes out all that it holds. Hence the references are
// only written when they move.
#define TOPLINE_ACCOUNT_UPDATE(references)                                                         \
    "UPDATE account SET " references "name = ?2, domain = ?3, industry = ?4, country = ?5, "       \
    "parent = ?6, employees = ?7, revenue_minor = ?8, currency = ?9, created_ms = ?11, "           \
    "deleted = ?12, updated_ms = ?13 WHERE remote_id = ?1 AND "                                    \
    "(name, domain, industry, country, parent, employees, revenue_minor, currency, "               \
    "owner_id, created_ms, deleted) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"

#define TOPLINE_CONTACT_UPDATE(references)                                                         \
    "UPDATE contact SET " references "first_name = ?3, last_name = ?4, email = ?5, phone = ?6, "   \
    "title = ?7, time_zone = ?8, opted_out = ?9, bounced = ?10, created_ms = ?11, deleted = ?12, " \
    "updated_ms = ?13 WHERE remote_id = ?1 AND (account_id, first_name, last_name, email, "        \
    "phone, title, time_zone, opted_out, bounced, created_ms, deleted) IS NOT "                    \
    "(?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"

#define TOPLINE_DEAL_UPDATE(references)                                                            \
    "UPDATE deal SET " references "name = ?2, amount_minor = ?8, currency = ?9, source = ?10, "    \
    "next_step = ?11, created_ms = ?12, close_ms = ?13, deleted = ?14, updated_ms = ?15 "          \
    "WHERE remote_id = ?1 AND (name, account_id, contact_id, owner_id, product_id, stage_id, "     \
    "amount_minor, currency, source, next_step, created_ms, close_ms, deleted) IS NOT "            \
    "(?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"

Sql accountSql(bool isNew, bool moves)
{
    if (isNew)
        return "INSERT INTO account (remote_id, name, domain, industry, country, parent, "
               "employees, revenue_minor, currency, owner_id, created_ms, deleted, updated_ms) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    return moves ? Sql(TOPLINE_ACCOUNT_UPDATE("owner_id = ?10, "))
                 : Sql(TOPLINE_ACCOUNT_UPDATE(""));
}

Sql contactSql(bool isNew, bool moves)
{
    if (isNew)
        return "INSERT INTO contact (remote_id, account_id, first_name, last_name, email, phone, "
               "title, time_zone, opted_out, bounced, created_ms, deleted, updated_ms) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    return moves ? Sql(TOPLINE_CONTACT_UPDATE("account_id = ?2, "))
                 : Sql(TOPLINE_CONTACT_UPDATE(""));
}

Sql dealSql(bool isNew, bool moves)
{
    if (isNew)
        return "INSERT INTO deal (remote_id, name, account_id, contact_id, owner_id, product_id, "
               "stage_id, amount_minor, currency, source, next_step, created_ms, close_ms, "
               "deleted, updated_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
               "?13, ?14, ?15)";
    return moves ? Sql(TOPLINE_DEAL_UPDATE("account_id = ?3, contact_id = ?4, owner_id = ?5, "
                                           "product_id = ?6, stage_id = ?7, "))
                 : Sql(TOPLINE_DEAL_UPDATE(""));
}

} // namespace

Result<Written<domain::AccountId>> RecordStore::put(const domain::Account &account,
                                                    ChangeSet &changes)
{
    if (account.remoteId.empty())
        return withoutId("An account");
    TRY_ASSIGN(const Stored stored,
               findStored(m_database,
                          "SELECT id, owner_id, updated_ms FROM account WHERE remote_id = ?",
                          account.remoteId));
    if (isOlder(account.updatedMs, stored))
        return Written<domain::AccountId>{{stored.id}, Change::Unchanged};
    TRY_ASSIGN(const auto owner, resolve(m_database, Target::Owner, account.owner));
    const Sql sql = accountSql(stored.id == 0, stored.account != owner.value);
    TRY(write(m_database, sql, account.remoteId, account.name, account.domain, account.industry,
              account.country, account.parent, account.employees, account.annualRevenue, owner,
              account.createdMs, account.deleted, account.updatedMs));
    const auto result = written<domain::AccountId>(m_database, stored);
    const std::int64_t id = result.id.value;
    TRY(remember(m_database, Holder::AccountOwner, stored, id,
                 Waiting<domain::OwnerId>{Target::Owner, account.owner, owner}));
    if (result.change == Change::Unchanged) {
        TRY(write(m_database,
                  "UPDATE account SET updated_ms = ?1 WHERE id = ?2 AND updated_ms < ?1",
                  account.updatedMs, id));
        return result;
    }
    touch(changes, id);
    TRY(indexRecord(m_database, account, result));
    if (result.change == Change::Added)
        TRY(settleArrival(m_database, Target::Account, account.remoteId, id, changes));
    return result;
}

Result<Written<domain::ContactId>> RecordStore::put(const domain::Contact &contact,
                                                    ChangeSet &changes)
{
    if (contact.remoteId.empty())
        return withoutId("A contact");
    TRY_ASSIGN(const Stored stored,
               findStored(m_database,
                          "SELECT id, account_id, updated_ms FROM contact WHERE remote_id = ?",
                          contact.remoteId));
    if (isOlder(contact.updatedMs, stored))
        return Written<domain::ContactId>{{stored.id}, Change::Unchanged};
    TRY_ASSIGN(const auto account, resolve(m_database, Target::Account, contact.account));
    const Sql sql = contactSql(stored.id == 0, stored.account != account.value);
    TRY(write(m_database, sql, contact.remoteId, account, contact.firstName, contact.lastName,
              contact.email, contact.phone, contact.title, contact.timeZone, contact.optedOut,
              contact.bounced, contact.createdMs, contact.deleted, contact.updatedMs));
    const auto result = written<domain::ContactId>(m_database, stored);
    TRY(remember(m_database, Holder::ContactAccount, stored, result.id.value,
                 Waiting<domain::AccountId>{Target::Account, contact.account, account}));
    if (result.change == Change::Unchanged) {
        TRY(write(m_database,
                  "UPDATE contact SET updated_ms = ?1 WHERE id = ?2 AND updated_ms < ?1",
                  contact.updatedMs, result.id));
        return result;
    }
    touch(changes, stored.account);
    touch(changes, account.value);
    // No event can name a row that is new; those that wait for its name are settled on arrival.
    if (stored.id != 0 && account.isSet() && stored.account == 0)
        TRY(settleContactEvents(m_database, result.id, account));
    TRY(indexRecord(m_database, contact, result));
    if (result.change == Change::Added)
        TRY(settleArrival(m_database, Target::Contact, contact.remoteId, result.id.value, changes));
    return result;
}

namespace {

struct DealReferences {
    domain::AccountId account;
    domain::ContactId contact;
    domain::OwnerId owner;
    domain::ProductId product;
    domain::StageId stage;
};

Result<DealReferences> resolveAll(Database &database, const domain::Deal &deal)
{
    DealReferences out;
    TRY_ASSIGN(out.account, resolve(database, Target::Account, deal.account));
    TRY_ASSIGN(out.contact, resolve(database, Target::Contact, deal.contact));
    TRY_ASSIGN(out.owner, resolve(database, Target::Owner, deal.owner));
    TRY_ASSIGN(out.product, resolve(database, Target::Product, deal.product));
    TRY_ASSIGN(out.stage, resolve(database, Target::Stage, deal.stage));
    return out;
}

struct StoredDeal {
    bool pointsElsewhere = false; // refers to other rows than the new version does
    std::optional<base::UtcMs> closeMs;
};

Result<StoredDeal> storedDeal(Database &database, std::int64_t id, const DealReferences &found)
{
    StoredDeal out;
    Statement statement(database,
                        "SELECT (account_id, contact_id, owner_id, product_id, stage_id) IS NOT "
                        "(?2, ?3, ?4, ?5, ?6), close_ms FROM deal WHERE id = ?1",
                        id, found.account, found.contact, found.owner, found.product, found.stage);
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        statement.read(out.pointsElsewhere, out.closeMs);
    return out;
}

// A close date that has moved becomes history. The first time, so does the date it had before, as
// of when that was last known to be so.
base::Status keepCloseDate(Database &database, const Stored &stored, base::UtcMs oldCloseMs,
                           const domain::CloseChange &now)
{
    TRY(write(database,
              "INSERT INTO close_change (deal_id, at_ms, close_ms) SELECT ?1, ?2, ?3 "
              "WHERE NOT EXISTS (SELECT 1 FROM close_change WHERE deal_id = ?1)",
              stored.id, std::min(stored.updatedMs, now.atMs - 1), oldCloseMs));
    return write(database,
                 "INSERT INTO close_change (deal_id, at_ms, close_ms) VALUES (?, ?, ?) "
                 "ON CONFLICT DO NOTHING",
                 stored.id, now.atMs, now.closeMs);
}

base::Status rememberAll(Database &database, const domain::Deal &deal, const Stored &stored,
                         std::int64_t id, const DealReferences &found)
{
    TRY(remember(database, Holder::DealAccount, stored, id,
                 Waiting<domain::AccountId>{Target::Account, deal.account, found.account}));
    TRY(remember(database, Holder::DealContact, stored, id,
                 Waiting<domain::ContactId>{Target::Contact, deal.contact, found.contact}));
    TRY(remember(database, Holder::DealOwner, stored, id,
                 Waiting<domain::OwnerId>{Target::Owner, deal.owner, found.owner}));
    TRY(remember(database, Holder::DealProduct, stored, id,
                 Waiting<domain::ProductId>{Target::Product, deal.product, found.product}));
    return remember(database, Holder::DealStage, stored, id,
                    Waiting<domain::StageId>{Target::Stage, deal.stage, found.stage});
}

} // namespace

Result<Written<domain::DealId>> RecordStore::put(const domain::Deal &deal, ChangeSet &changes,
                                                 base::UtcMs seenMs)
{
    if (deal.remoteId.empty())
        return withoutId("A deal");
    TRY_ASSIGN(const Stored stored,
               findStored(m_database,
                          "SELECT id, account_id, updated_ms FROM deal WHERE remote_id = ?",
                          deal.remoteId));
    if (isOlder(deal.updatedMs, stored))
        return Written<domain::DealId>{{stored.id}, Change::Unchanged};
    TRY_ASSIGN(const auto found, resolveAll(m_database, deal));
    TRY_ASSIGN(const auto before, storedDeal(m_database, stored.id, found));
    const Sql sql = dealSql(stored.id == 0, before.pointsElsewhere);
    TRY(write(m_database, sql, deal.remoteId, deal.name, found.account, found.contact, found.owner,
              found.product, found.stage, deal.amount, deal.source, deal.nextStep, deal.createdMs,
              deal.closeMs, deal.deleted, deal.updatedMs));
    const auto result = written<domain::DealId>(m_database, stored);
    TRY(rememberAll(m_database, deal, stored, result.id.value, found));
    if (result.change == Change::Unchanged) {
        TRY(write(m_database, "UPDATE deal SET updated_ms = ?1 WHERE id = ?2 AND updated_ms < ?1",
                  deal.updatedMs, result.id));
        return result;
    }
    const base::UtcMs atMs = deal.updatedMs != 0 ? deal.updatedMs : seenMs;
    if (before.closeMs && deal.closeMs && *before.closeMs != *deal.closeMs && atMs != 0)
        TRY(keepCloseDate(m_database, stored, *before.closeMs, {{}, *deal.closeMs, atMs}));
    changes.deals.insert(result.id);
    touch(changes, stored.account);
    touch(changes, found.account.value);
    if (stored.id != 0 && found.account.isSet() && stored.account == 0)
        TRY(settleDealEvents(m_database, result.id, found.account));
    TRY(indexRecord(m_database, deal, result));
    if (result.change == Change::Added)
        TRY(settleArrival(m_database, Target::Deal, deal.remoteId, result.id.value, changes));
    return result;
}

} // namespace topline::store
