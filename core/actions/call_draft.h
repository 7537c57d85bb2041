// A call that was made as the draft of its action keeps it: the result, the beginning and the
// length among its facts, beside the rep's words. Written when a call is logged, read when the CRM
// is told and when it is told again. Pure; a draft without them is of a call nobody has made.
#pragma once

#include "core/domain/call.h"

#include <optional>

namespace topline::actions {

struct CallFacts {
    domain::CallResult result = domain::CallResult::Connected;
    base::UtcMs startedMs = 0; // 0: not told
    base::DurationMs lengthMs = 0;
    bool operator==(const CallFacts &) const = default;
};

// The draft with these facts in place of those of an earlier call.
domain::Draft withCall(domain::Draft draft, const CallFacts &call);

std::optional<CallFacts> callOf(const domain::Draft &draft);

} // namespace topline::actions
