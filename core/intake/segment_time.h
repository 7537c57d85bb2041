// When an event happened by our clock, from what a client's clock says. Called by the Segment
// reader; pure.
#pragma once

#include "core/base/time.h"

#include <optional>

class QJsonValue;

namespace topline::intake {

// ISO 8601 or milliseconds since 1970, between the years 2000 and 2200.
std::optional<base::UtcMs> segmentTime(const QJsonValue &value);

// A client's clock that is wrong by more than half a minute, as seen by when it says that it sent
// the event, is put right; no event lies in the future.
base::UtcMs correctedTime(std::optional<base::UtcMs> saidMs, std::optional<base::UtcMs> sentMs,
                          base::UtcMs receivedMs);

} // namespace topline::intake
