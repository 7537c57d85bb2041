// Turns the successive states of a pull into words: counts, rate and time left, and the share for a
// track. One per connection that is watched, GUI thread; times are the engine's. A new pull (counts
// that fall) begins the measurement again.
#pragma once

#include "core/domain/sync_view.h"
#include "ui/text/format.h"

#include <optional>

namespace topline::pages {

struct PullTotals {
    std::int64_t done = 0;
    std::optional<std::int64_t> expected; // nothing while one object has not told
};

PullTotals pullTotals(const domain::ConnectionView &connection);

class SyncMeter {
    Q_DECLARE_TR_FUNCTIONS(SyncMeter)

public:
    // What a dry run counted: the whole is at least that while the pull goes on.
    void setLeast(std::int64_t records) { m_least = records; }

    void take(const domain::ConnectionView &connection, base::UtcMs now);

    const PullTotals &totals() const { return m_totals; }

    // 0 to 1; nothing while the whole is not known.
    std::optional<double> share() const;
    // "12,400 of 33,187 records, 1,229 per second, 17 s left"; what is not known is left out.
    QString text(const ui::text::Format &format) const;

private:
    PullTotals m_totals;
    std::int64_t m_least = 0;
    std::int64_t m_firstDone = 0;
    base::UtcMs m_firstMs = 0;
    base::UtcMs m_lastMs = 0;
    bool m_running = false;
};

} // namespace topline::pages
