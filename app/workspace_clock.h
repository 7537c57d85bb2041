// The clock of a workspace: the machine's, moved ahead where a demo was told to live on, or
// standing still at --as-of. Made by the composition, read from every thread.
#pragma once

#include "core/base/time.h"
#include "core/platform/system_clock.h"

#include <atomic>
#include <optional>

namespace topline::app {

class WorkspaceClock final : public base::Clock {
public:
    explicit WorkspaceClock(std::optional<base::UtcMs> asOfMs)
        : m_asOfMs(asOfMs)
    {
    }

    base::UtcMs now() const override { return m_asOfMs.value_or(m_system.now()) + m_aheadMs; }

    bool standsStill() const { return m_asOfMs.has_value(); }

    void moveAhead(base::DurationMs byMs) { m_aheadMs += byMs; }

private:
    const platform::SystemClock m_system;
    const std::optional<base::UtcMs> m_asOfMs;
    std::atomic<base::DurationMs> m_aheadMs{0};
};

} // namespace topline::app
