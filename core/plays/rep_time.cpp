#include "core/plays/rep_time.h"

namespace topline::plays {

base::UtcMs RepTime::later(base::UtcMs fromMs, std::int64_t days) const
{
    const base::UtcMs at = days > 0 ? m_clock.daysLater(fromMs, days) : m_clock.startMs(fromMs);
    return m_awayUntilMs && at < *m_awayUntilMs ? m_clock.startMs(*m_awayUntilMs) : at;
}

} // namespace topline::plays
