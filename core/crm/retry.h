// When to try again what did not come through: growing waits with full jitter, so that many clients
// do not come back at one time, and never before the outside party's own time. Called by connectors
// and the sign-in on courier threads and by the engine for a whole connection. Pure; the random
// numbers come in, so that tests repeat.
#pragma once

#include "core/base/random.h"
#include "core/base/time.h"
#include "core/crm/http_client.h"

#include <optional>
#include <string_view>

namespace topline::crm {

// A wish to stay away for longer than this is cut to it: HubSpot asks for a day at most, and what
// is longer is garbage.
inline constexpr base::DurationMs retryAfterMaxMs = 24 * base::hourMs;

struct Backoff {
    base::DurationMs firstMs = base::secondMs; // bound of the first wait; it doubles each time
    base::DurationMs capMs = base::minuteMs;   // no wait of our own is longer
};

// The wait before try `retry` (1 is the first repeat): anything from 0 to the bound ("full
// jitter").
base::DurationMs backoffMs(const Backoff &backoff, int retry, base::Random &random);

// A Retry-After header: whole seconds or an HTTP date, which is read against the server's own
// clock. 0 for a time that is past; nothing for garbage.
std::optional<base::DurationMs> retryAfterMs(std::string_view header, base::UtcMs serverNowMs);

// The same of an answer; `nowMs` stands in where it has no Date.
std::optional<base::DurationMs> retryAfterMs(const HttpResponse &response, base::UtcMs nowMs);

// The wait before a repeat: the backoff, which begins where what was asked for ends.
base::DurationMs retryDelayMs(const Backoff &backoff, int retry,
                              std::optional<base::DurationMs> askedMs, base::Random &random);

} // namespace topline::crm
