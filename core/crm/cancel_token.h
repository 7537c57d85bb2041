// How a request under way is told to end early. Set from any thread; looked at by whoever waits for
// the outside party.
#pragma once

#include <atomic>

namespace topline::crm {

struct CancelToken {
    std::atomic<bool> cancelled{false};
};

} // namespace topline::crm
