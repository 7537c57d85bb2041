// Keeps the full-text index in step with records. Called by the tables that write them, inside
// their transaction.
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/store/written.h"

#include <string>

namespace topline::store {

class Database;

// The row as it stands now, after such a change of the record; a deleted record leaves the index.
base::Status indexAccount(Database &database, domain::AccountId id, Change change);
base::Status indexContact(Database &database, domain::ContactId id, Change change);
base::Status indexDeal(Database &database, domain::DealId id, Change change);
// A new event with a body.
base::Status indexNote(Database &database, domain::EventId id, const std::string &title,
                       const std::string &body);

} // namespace topline::store
