// How the collector does that takes in events of the customer's own site and product: as it was
// set, whether it listens, and what has come since the workspace was opened. Filled by core/engine,
// shown by the Sync page. Plain values, any thread.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>

namespace topline::domain {

struct CollectorView {
    bool isOn = false;
    std::uint16_t port = 0;
    bool hasKey = false;
    bool isListening = false;
    std::string fault;             // why it does not listen although it is on, and what to do
    std::int64_t added = 0;        // events that are stored
    std::int64_t known = 0;        // had come before
    std::int64_t rejected = 0;     // that can never be stored
    std::int64_t refusedCalls = 0; // whole requests: a wrong key, no such path, too many at once
    std::optional<base::UtcMs> lastMs; // when the last batch was stored
    bool operator==(const CollectorView &) const = default;
};

} // namespace topline::domain
