// References between records, by row id. A record may name another by the source's own id before
// that one has arrived; the name is then remembered and the reference set on arrival, so that pages
// may come in any order. Used by the record, subscription and event tables, inside their
// transaction.
#pragma once

#include "core/base/result.h"
#include "core/domain/change_set.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <string>

namespace topline::store {

class Database;

// Numbers are stored (pending_reference): never change one, only add.
enum class Target { Owner = 1, Product = 2, Stage = 3, Account = 4, Contact = 5, Deal = 6 };

enum class Holder {
    AccountOwner = 1,
    ContactAccount = 2,
    DealAccount = 3,
    DealContact = 4,
    DealOwner = 5,
    DealProduct = 6,
    DealStage = 7,
    SubscriptionAccount = 8,
    EventAccount = 9,
    EventContact = 10,
    EventDeal = 11,
};

// The row id of a record by its source's id; 0 when there is none (yet).
base::Result<std::int64_t> findRecord(Database &database, Target target,
                                      const std::string &remoteId);

template <typename Id>
base::Result<Id> resolve(Database &database, Target target, const domain::Ref<Id> &reference)
{
    if (reference.id.isSet() || reference.remoteId.empty())
        return reference.id;
    TRY_ASSIGN(const std::int64_t id, findRecord(database, target, reference.remoteId));
    return Id{id};
}

// Says what the holder is still waiting for: `remoteId` when its reference did not resolve, empty
// when it is not waiting (any more).
base::Status setPending(Database &database, Holder holder, std::int64_t holderId, Target target,
                        const std::string &remoteId);

// What the holder is waiting for; empty when nothing.
base::Result<std::string> pendingName(Database &database, Holder holder, std::int64_t holderId);

// A record has arrived: sets the references that waited for it, and touches their accounts.
base::Status settleArrival(Database &database, Target target, const std::string &remoteId,
                           std::int64_t id, domain::ChangeSet &changes);

// A contact or deal belongs to an account now: so do its events that had none.
base::Status settleContactEvents(Database &database, domain::ContactId contact,
                                 domain::AccountId account);
base::Status settleDealEvents(Database &database, domain::DealId deal, domain::AccountId account);

} // namespace topline::store
