// Do once: building the effects of an approved action with frozen bytes, and following the answer
// to a push. Called by the engine; the wire text is what the connector sends. Pure, any thread,
// cannot fail.
#pragma once

#include "core/domain/action.h"

#include <map>
#include <string>
#include <vector>

namespace topline::actions {

// What the outside party is told, as canonical JSON (RFC 8785) with ascending keys, all of them
// always there: account, action, at, body, contact, deal, effect, fields, kind, owner, stage,
// stage_base, subject, to, until. All are strings ("" stands for none; ids of records are the CRM's
// own; times are UTC milliseconds) but `fields`, a list of {"base", "field", "value"}. A call that
// was made says also call_ms and call_result, and `at` is when it began. Read by
// crm::readEffectWire.
struct EffectTarget {
    std::string accountRemoteId;
    std::string contactRemoteId;
    std::string dealRemoteId;
    std::string ownerRemoteId;
    std::string stageRemoteId;     // for StageChange
    std::string stageBaseRemoteId; // for StageChange: where the deal was when it was decided
};

// One effect: a call or task becomes a CRM task, an e-mail a logged e-mail, a stage change a deal
// update. Its id is named by the action and the ordinal, so that it is the same after a crash; a
// further try by a person's wish (retry, redo) has the next ordinal.
domain::Effect buildEffect(const domain::Action &action, const EffectTarget &target,
                           base::UtcMs now, std::int64_t ordinal = 1);

// The parts of which that effect is made, for a channel whose wire says more (mail_effect): the id,
// the members of the wire by key as JSON values, and the freezing of them.
base::Uuid effectId(const domain::Action &action, std::int64_t ordinal);
std::map<std::string, std::string> wireMembers(const domain::Action &action,
                                               const EffectTarget &target, base::UtcMs now,
                                               std::int64_t ordinal);
domain::Effect withWire(domain::Effect effect, const std::map<std::string, std::string> &members);

// What a restart does with an effect that was under way: Intent goes back to Queued (the wire was
// not reached), OnWire becomes Unknown; everything else stays.
domain::EffectState stateAfterRestart(domain::EffectState state);

} // namespace topline::actions
