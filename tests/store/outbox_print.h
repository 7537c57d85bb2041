// What an outbox and its ledger hold, as one line: equal when not one step of them differs. Used by
// the harnesses that take the power away, on the connection's thread. Empty when it cannot be read.
#pragma once

#include "core/store/database.h"

#include <string>

namespace topline::store {

std::string outboxPrint(Database &database);

// How sure of the disk the connection is from now on; what the program itself uses is "FULL".
void setSynchronous(Database &database, const std::string &mode);
void setAutoCheckpoint(Database &database, int pages);

// As another program does that opens the same file.
void raiseEpoch(Database &database);

} // namespace topline::store
