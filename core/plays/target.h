// Decide: whom and what an action is about. Called by decide. Pure, any thread; pointers are into
// the history and null when there is none.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/signal.h"

#include <optional>

namespace topline::plays {

const domain::Contact *findContact(const domain::AccountHistory &history, domain::ContactId id);

// The signal's deal, else the largest open one of this contact, else the largest open one of the
// account.
const domain::Deal *chooseDeal(const domain::Signal &signal, domain::ContactId contact,
                               const domain::AccountHistory &history);

// Who acts on it: the deal's owner, else the account's.
domain::OwnerId ownerOf(const domain::AccountHistory &history, domain::DealId deal);

bool isOpen(const domain::Deal &deal, const domain::AccountHistory &history);

// The median of what the account's deals are worth, in the currency that most of them have.
std::optional<base::Money> typicalAmount(const domain::AccountHistory &history);

// Looks like one mail address.
bool hasMailAddress(const domain::Contact &contact);

} // namespace topline::plays
