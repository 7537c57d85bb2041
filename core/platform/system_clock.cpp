#include "core/platform/system_clock.h"

#include <chrono>

namespace topline::platform {

base::UtcMs SystemClock::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
}

} // namespace topline::platform
