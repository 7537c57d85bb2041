// What a transaction touched: the only accounts that are recomputed, and what observers are told.
// Filled by the store and the engine; plain values, any thread.
#pragma once

#include "core/base/uuid.h"
#include "core/domain/ids.h"

#include <set>

namespace topline::domain {

struct ChangeSet {
    std::set<AccountId> accounts;
    std::set<DealId> deals;
    std::set<base::Uuid> actions;
    bool catalogue = false; // owners, stages, products, quotas
    bool settings = false;
    bool sync = false; // freshness, pending or rejects

    bool empty() const
    {
        return accounts.empty() && deals.empty() && actions.empty() && !catalogue && !settings &&
               !sync;
    }

    void merge(const ChangeSet &other)
    {
        accounts.insert(other.accounts.begin(), other.accounts.end());
        deals.insert(other.deals.begin(), other.deals.end());
        actions.insert(other.actions.begin(), other.actions.end());
        catalogue = catalogue || other.catalogue;
        settings = settings || other.settings;
        sync = sync || other.sync;
    }
};

} // namespace topline::domain
