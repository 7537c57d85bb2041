// Keeps the full-text index in step with records. Called by the tables that write them, inside
// their transaction.
#pragma once

#include "core/base/result.h"
#include "core/domain/records.h"
#include "core/store/written.h"

#include <string>

namespace topline::store {

class Database;

// The record that has just been written with these values, after such a change; a deleted one
// leaves the index.
base::Status indexRecord(Database &database, const domain::Account &account,
                         const Written<domain::AccountId> &written);
base::Status indexRecord(Database &database, const domain::Contact &contact,
                         const Written<domain::ContactId> &written);
base::Status indexRecord(Database &database, const domain::Deal &deal,
                         const Written<domain::DealId> &written);
// The same for a row that was changed in place.
base::Status indexAccount(Database &database, domain::AccountId id, Change change);
base::Status indexContact(Database &database, domain::ContactId id, Change change);
base::Status indexDeal(Database &database, domain::DealId id, Change change);
// A new event with a body.
base::Status indexNote(Database &database, domain::EventId id, const std::string &title,
                       const std::string &body);

} // namespace topline::store
