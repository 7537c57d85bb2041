// Waiting for an outside party to say that something arrived, so that it can be pulled at once.
// Implemented by core/mail (IDLE); made by a ConnectionSource, asked by the engine on a thread of
// its own, blocking. It looks and changes nothing. An error is the network's or the sign-in's; the
// caller comes back later and meanwhile asks every few minutes, as it does without a watch.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/crm/cancel_token.h"

namespace topline::crm {

enum class WatchEnd {
    Arrived,
    TimeOver,
    CannotWait, // the outside party does not tell of arrivals; asking again is in vain
};

class ArrivalWatch {
public:
    virtual ~ArrivalWatch() = default;

    // What arrived since the last call counts; the first call tells of an arrival once it can no
    // longer miss one, so that what came before is pulled too. Ends early (TimeOver or Cancelled) when the token is
    // set, within about 50 ms. The token must be the same at each call and outlive the watch.
    virtual base::Result<WatchEnd> wait(base::DurationMs timeoutMs, const CancelToken &cancel) = 0;
};

} // namespace topline::crm
