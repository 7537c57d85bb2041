#include "core/store/subscription_store.h"

#include "core/store/query.h"
#include "core/store/reference.h"

namespace topline::store {

using base::Result;

Result<Change> SubscriptionStore::put(const domain::Subscription &subscription,
                                      domain::ChangeSet &changes)
{
    if (subscription.remoteId.empty())
        return base::Error{base::ErrorCode::InvalidInput, "A subscription has no id of its source.",
                           "Nothing of it was stored."};
    TRY_ASSIGN(const auto account, resolve(m_database, Target::Account, subscription.account));
    TRY_ASSIGN(const auto before,
               readOne(m_database, "SELECT id FROM subscription WHERE remote_id = ?",
                       std::int64_t{0}, subscription.remoteId));
    TRY(write(m_database,
              "INSERT INTO subscription (remote_id, account_id, plan, start_ms, end_ms) "
              "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (remote_id) DO UPDATE SET "
              "account_id = ?2, plan = ?3, start_ms = ?4, end_ms = ?5 "
              "WHERE (account_id, plan, start_ms, end_ms) IS NOT (?2, ?3, ?4, ?5)",
              subscription.remoteId, account, subscription.plan, subscription.startMs,
              subscription.endMs));
    const bool wrote = m_database.changes() > 0;
    const auto id = before != 0 ? before : m_database.lastInsertId();
    TRY(setPending(m_database, Holder::SubscriptionAccount, id, Target::Account,
                   account.isSet() ? std::string() : subscription.account.remoteId));
    if (wrote && account.isSet())
        changes.accounts.insert(account);
    return !wrote ? Change::Unchanged : before != 0 ? Change::Changed : Change::Added;
}

Result<Change> SubscriptionStore::add(const domain::SubscriptionMovement &movement,
                                      domain::ChangeSet &changes)
{
    Statement statement(m_database, "SELECT id, account_id FROM subscription WHERE remote_id = ?",
                        movement.subscription);
    TRY_ASSIGN(const bool known, statement.step());
    if (!known || movement.remoteId.empty())
        return base::Error{base::ErrorCode::NotFound,
                           "There is no subscription \"" + movement.subscription +
                               "\" for this movement, or the movement has no id.",
                           "The movement was not stored."};
    std::int64_t subscription = 0;
    domain::AccountId account;
    statement.read(subscription, account);
    TRY(write(m_database,
              "INSERT INTO subscription_movement "
              "(remote_id, subscription_id, kind, delta_minor, currency, at_ms) "
              "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (remote_id) DO NOTHING",
              movement.remoteId, subscription, movement.kind, movement.mrrDelta, movement.atMs));
    if (m_database.changes() == 0)
        return Change::Unchanged;
    if (account.isSet())
        changes.accounts.insert(account);
    return Change::Added;
}

namespace {

#define TOPLINE_SUBSCRIPTION_SELECT                                                                \
    "SELECT s.remote_id, s.account_id, a.remote_id, s.plan, s.start_ms, s.end_ms "                 \
    "FROM subscription s LEFT JOIN account a ON a.id = s.account_id "

void readRow(Statement &statement, domain::Subscription &each)
{
    statement.read(each.remoteId, each.account, each.plan, each.startMs, each.endMs);
}

template <typename... Values>
Result<std::vector<domain::Subscription>> read(Database &database, Sql sql, const Values &...values)
{
    std::vector<domain::Subscription> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        readRow(statement, out.emplace_back());
    }
}

} // namespace

Result<std::vector<domain::Subscription>> SubscriptionStore::subscriptions() const
{
    return read(m_database, TOPLINE_SUBSCRIPTION_SELECT "ORDER BY s.id");
}

Result<std::vector<domain::Subscription>>
SubscriptionStore::subscriptionsOf(domain::AccountId account) const
{
    return read(m_database,
                TOPLINE_SUBSCRIPTION_SELECT "WHERE s.account_id = ? ORDER BY s.remote_id", account);
}

Result<std::vector<domain::SubscriptionMovement>> SubscriptionStore::movements() const
{
    return readRows<domain::SubscriptionMovement>(
        m_database,
        "SELECT m.remote_id, s.remote_id, m.kind, m.delta_minor, m.currency, "
        "m.at_ms FROM subscription_movement m "
        "JOIN subscription s ON s.id = m.subscription_id ORDER BY m.at_ms, m.id",
        [](Statement &statement, domain::SubscriptionMovement &each) {
            statement.read(each.remoteId, each.subscription, each.kind, each.mrrDelta, each.atMs);
        });
}

} // namespace topline::store
