// The network matrix (reliability, part 2, N1) as tables that the tests of every endpoint share:
// how long a fault lasts, what a try under it must mean to the engine, and what may become of a
// request over HTTP between us and a server. Plain values; the tests bring the endpoint and the
// judge.
#pragma once

#include "core/base/time.h"
#include "tests/fakes/http_message.h"

#include <functional>
#include <vector>

namespace topline::fakes {

struct Outage {
    const char *name;
    base::DurationMs lastsMs; // 0: one try
    base::DurationMs stepMs;  // between tries while it lasts
};

inline constexpr Outage outages[] = {
    {"blip", 0, base::minuteMs},
    {"5 min", 5 * base::minuteMs, base::minuteMs},
    {"3 days", 3 * base::dayMs, 6 * base::hourMs},
};

enum class TryClass {
    Retry,     // surely not done; goes again by itself
    Auth,      // surely not done; a person must sign in
    Permanent, // surely not done, and never will be
    Doubt,     // may have been done; never repeated blindly
};

struct HttpCell {
    const char *name;
    TryClass write;
    // What is said in place of the server's own answer; `real` has it do the request all the same.
    std::function<Response(const Request &, const std::function<Response()> &real)> answer;
};

// As a client sees them that follows no redirect of a write; without those that need a socket,
// which tests/platform has for every endpoint at once.
std::vector<HttpCell> httpCells();

} // namespace topline::fakes
