// What would become of a batch if it were approved now: who goes at once, who waits for which rule,
// who is kept back, and how much of each limit it takes. Made by the engine, which asks the same
// guards as for the real thing. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

struct BatchLine {
    base::Uuid action;
    std::optional<base::UtcMs> untilMs; // it would wait until then
    bool isRefused = false;             // it would not leave at all
    std::string why;                    // an encoded reason, or a plain sentence; empty: it goes
    std::string subject;                // whose limit it counts for: the mail domain
    bool operator==(const BatchLine &) const = default;
};

enum class LimitScope { Workspace, Rep, Host, Person };

struct BatchLimit {
    LimitScope scope = LimitScope::Workspace;
    std::string name;       // rep, mail domain or person; empty for the workspace
    std::int64_t used = 0;  // today, before the batch
    std::int64_t adds = 0;  // of the batch
    std::int64_t limit = 0; // 0: there is none
    bool operator==(const BatchLimit &) const = default;
};

struct BatchReview {
    std::vector<BatchLine> lines;   // as they were asked
    std::vector<BatchLimit> limits; // that mails of the batch count for; the fullest first
    bool operator==(const BatchReview &) const = default;
};

} // namespace topline::domain
