// Which connection carries out which effect: the one that owns the record that the effect is about,
// told by the prefix of the record's remote id; the mailbox or calendar for
// theirs. Used by the outbox runner and the connections, on
// the engine's thread. Pure, cannot fail.
#pragma once

#include "core/domain/effect.h"
#include "core/store/outbox_store.h"

#include <string>

namespace topline::engine {

store::EffectRoute routeOf(const std::string &system, bool takesOwnerless);

// The same rule as OutboxStore::nextDue.
bool isOnRoute(const domain::Effect &effect, const store::EffectRoute &route);

// "hubspot", "mail", "calendar"; empty when no CRM that is known by its prefix owns the effect's
// record.
std::string systemOfEffect(const domain::Effect &effect);

} // namespace topline::engine
