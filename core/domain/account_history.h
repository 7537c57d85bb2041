// Everything about one account that deciding needs: read by the store in one go, handed to the pure
// functions. Plain values, any thread.
#pragma once

#include "core/domain/close_change.h"
#include "core/domain/committee.h"
#include "core/domain/event.h"
#include "core/domain/record_history.h"
#include "core/domain/records.h"
#include "core/domain/subscription.h"

#include <vector>

namespace topline::domain {

struct AccountHistory {
    Account account;
    std::vector<Contact> contacts;         // by id
    std::vector<Deal> deals;               // by id, not deleted
    std::vector<StageChange> stageChanges; // by deal id, then time
    std::vector<Event> events; // by time, then id; within the look-back window; without bodies
    std::vector<Stage> stages; // all stages of the workspace, by id
    std::vector<AmountChange> amountChanges = {}; // by deal id, then time
    std::vector<CloseChange> closeChanges = {};   // by deal id, then time
    std::vector<TitleChange> titleChanges = {};   // by contact id, then time
    std::vector<Subscription> subscriptions = {}; // by remote id
    std::vector<RoleFact> roles = {};             // by contact id, then source and time
    std::vector<EventId> trusted = {}; // a person says that these were no machine's, ascending
};

} // namespace topline::domain
