#include "core/store/history_store.h"

#include "core/store/catalogue_store.h"
#include "core/store/event_store.h"
#include "core/store/record_store.h"
#include "core/store/signal_fact_store.h"
#include "core/store/subscription_store.h"

#include <utility>

namespace topline::store {

base::Result<domain::AccountHistory>
HistoryStore::load(domain::AccountId account, base::UtcMs fromMs, base::UtcMs untilMs) const
{
    const RecordStore records(m_database);
    TRY_ASSIGN(auto found, records.account(account));
    if (!found)
        return base::Error{base::ErrorCode::NotFound, "There is no such account."};
    domain::AccountHistory out;
    out.account = std::move(*found);
    TRY_ASSIGN(out.contacts, records.contactsOf(account));
    TRY_ASSIGN(out.deals, records.dealsOf(account));
    TRY_ASSIGN(out.stageChanges, records.stageChangesOf(account));
    TRY_ASSIGN(out.amountChanges, records.amountChangesOf(account));
    TRY_ASSIGN(out.closeChanges, records.closeChangesOf(account));
    TRY_ASSIGN(out.titleChanges, records.titleChangesOf(account));
    TRY_ASSIGN(out.subscriptions, SubscriptionStore(m_database).subscriptionsOf(account));
    const SignalFactStore facts(m_database);
    TRY_ASSIGN(out.roles, facts.roles(account));
    TRY_ASSIGN(out.trusted, facts.trusted(account));
    TRY_ASSIGN(out.events, EventStore(m_database).window(account, fromMs, untilMs));
    TRY_ASSIGN(out.stages, CatalogueStore(m_database).stages());
    return out;
}

} // namespace topline::store
