// Hours, caps and the even spread of mails: they make an approved mail wait, never fail. Used by
// the guards at the last moment, inside the claim's step; on the engine's thread. Counting is by
// days that never come back, so that no clock frees a cap.
#pragma once

#include "core/base/result.h"
#include "core/engine/guards/send_guards.h"
#include "core/store/send_limit_store.h"

#include <optional>
#include <string>

namespace topline::engine {

// Until when the mail waits, and by which rule; nothing when it may leave now: then it is counted.
base::Result<std::optional<Objection>> waitForLimits(Step &step, const domain::Effect &effect,
                                                     const domain::Action &action,
                                                     const std::string &approver);

// What a mail of this owner to this host would find today.
base::Result<store::MailCounts> countsNow(Step &step, const store::MailIntent &intent);

// Whether the channel was paused since too much of it ended in doubt. Looks at what is in doubt and
// pauses it where there are too many; then the step has something to commit.
struct ChannelState {
    bool isPaused = false;
    bool isNew = false;
};

base::Result<ChannelState> channelState(Step &step, domain::Channel channel);

} // namespace topline::engine
