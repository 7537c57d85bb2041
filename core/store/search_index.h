// Keeps the full-text index in step with records. Called by the tables that write them, inside
// their transaction.
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

namespace topline::store {

class Database;

// The row as it stands now; a deleted record leaves the index.
base::Status indexAccount(Database &database, domain::AccountId id);
base::Status indexContact(Database &database, domain::ContactId id);
base::Status indexDeal(Database &database, domain::DealId id);
// A new event with a body.
base::Status indexNote(Database &database, domain::EventId id);

} // namespace topline::store
