#include "ui/pages/sync_meter.h"

#include <algorithm>

namespace topline::pages {

namespace {

// Before this much time a rate says nothing.
constexpr base::DurationMs rateAfterMs = 1'000;
constexpr double secondsAreEnough = 90;

} // namespace

PullTotals pullTotals(const domain::ConnectionView &connection)
{
    PullTotals totals;
    bool known = true;
    std::int64_t expected = 0;
    for (const domain::ObjectProgress &object : connection.objects) {
        if (object.state == domain::ObjectState::Denied ||
            object.state == domain::ObjectState::Unavailable)
            continue;
        totals.done += object.done;
        known = known && object.expected.has_value();
        expected += object.expected.value_or(0);
    }
    if (known && expected > 0)
        totals.expected = expected;
    return totals;
}

void SyncMeter::take(const domain::ConnectionView &connection, base::UtcMs now)
{
    PullTotals next = pullTotals(connection);
    // Kinds of records that have not begun yet have told nothing.
    if (connection.syncing && m_least > 0 && (next.expected || connection.objects.empty()))
        next.expected = std::max(next.expected.value_or(0), m_least);
    if (!m_running || !connection.syncing || next.done < m_totals.done) {
        m_firstDone = next.done;
        m_firstMs = now;
    }
    m_running = connection.syncing;
    m_totals = next;
    m_lastMs = now;
}

std::optional<double> SyncMeter::share() const
{
    if (!m_totals.expected)
        return std::nullopt;
    return std::clamp(static_cast<double>(m_totals.done) / static_cast<double>(*m_totals.expected),
                      0.0, 1.0);
}

QString SyncMeter::text(const ui::text::Format &format) const
{
    const QString done = format.number(static_cast<double>(m_totals.done));
    QStringList parts{m_totals.expected
                          ? tr("%1 of %2 records")
                                .arg(done, format.number(static_cast<double>(*m_totals.expected)))
                          : tr("%1 records").arg(done)};
    const base::DurationMs span = m_lastMs - m_firstMs;
    const std::int64_t came = m_totals.done - m_firstDone;
    if (span >= rateAfterMs && came > 0) {
        const double rate = static_cast<double>(came) * 1000 / static_cast<double>(span);
        parts << tr("%1 per second").arg(format.number(rate));
        if (m_totals.expected && *m_totals.expected > m_totals.done) {
            const double left = static_cast<double>(*m_totals.expected - m_totals.done) / rate;
            parts << (left < secondsAreEnough
                          ? tr("%1 s left").arg(format.number(std::max(left, 1.0)))
                          : tr("%1 min left").arg(format.number(left / 60 + 0.5)));
        }
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace topline::pages
