// Subscriptions and their recurring-revenue movements. Written by sync and imports, read for the
// metrics. Matching is by remote id; a movement is immutable; nothing is written when nothing
// changed.
#pragma once

#include "core/base/result.h"
#include "core/domain/change_set.h"
#include "core/domain/subscription.h"
#include "core/store/written.h"

#include <vector>

namespace topline::store {

class Database;

class SubscriptionStore {
public:
    explicit SubscriptionStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<Change> put(const domain::Subscription &subscription, domain::ChangeSet &changes);
    // A subscription that is not known yet is an error (NotFound).
    base::Result<Change> add(const domain::SubscriptionMovement &movement,
                             domain::ChangeSet &changes);

    base::Result<std::vector<domain::Subscription>> subscriptions() const; // in order of arrival
    base::Result<std::vector<domain::Subscription>>
    subscriptionsOf(domain::AccountId account) const;                          // by remote id
    base::Result<std::vector<domain::SubscriptionMovement>> movements() const; // by time

private:
    Database &m_database;
};

} // namespace topline::store
