// What an approved effect says, read back from its frozen bytes. Called by connectors when they
// carry it out, on the courier thread. Pure. Bytes that are not ours are InvalidInput: nothing must
// leave then.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"
#include "core/domain/call.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

// Record ids are remote ids with their system's prefix; "" stands for none.
struct EffectWire {
    std::string effectId; // UUID text: the key under which the outside party knows it
    std::string actionId;
    domain::ActionKind kind = domain::ActionKind::Task;
    std::string account;
    std::string contact;
    std::string deal;
    std::string owner;
    std::string stage;     // StageChange: where to
    std::string stageBase; // StageChange: where it was when decided; "" unknown
    std::string to;
    std::string subject;
    std::string body;
    base::UtcMs atMs = 0;                    // approved, or the start of the meeting or call
    std::optional<base::UtcMs> untilMs;      // the meeting's end
    std::vector<domain::FieldChange> fields; // FieldEdit: of deal, else contact, else account
    std::optional<domain::CallResult> callResult = {}; // of a call that was made
    base::DurationMs callMs = 0;
};

base::Result<EffectWire> readEffectWire(const domain::Effect &effect);

} // namespace topline::crm
