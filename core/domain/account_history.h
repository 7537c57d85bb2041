// Everything about one account that deciding needs: read by the store in one go, handed to the pure
// functions. Plain values, any thread.
#pragma once

#include "core/domain/event.h"
#include "core/domain/records.h"

#include <vector>

namespace topline::domain {

struct AccountHistory {
    Account account;
    std::vector<Contact> contacts;         // by id
    std::vector<Deal> deals;               // by id, not deleted
    std::vector<StageChange> stageChanges; // by deal id, then time
    std::vector<Event> events; // by time, then id; within the look-back window; without texts
    std::vector<Stage> stages; // all stages of the workspace, by id
};

} // namespace topline::domain
