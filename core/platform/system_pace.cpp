#include "core/platform/system_pace.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace topline::platform {
namespace {

constexpr std::int64_t lookMs = 50;

} // namespace

std::int64_t SystemPace::monotonicMs() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool SystemPace::waitUntil(std::int64_t untilMonotonicMs, const crm::CancelToken &cancel)
{
    while (!cancel.cancelled) {
        const std::int64_t leftMs = untilMonotonicMs - monotonicMs();
        if (leftMs <= 0)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(leftMs, lookMs)));
    }
    return false;
}

} // namespace topline::platform
