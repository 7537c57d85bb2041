#include "core/store/account_figures.h"

#include "core/store/query.h"

#include <algorithm>

namespace topline::store {

using base::Result;

// The kinds are those of domain::isTwoWayTouch and domain::isBuyerEvent (checked by a test). Each
// look-back ends at the first row that fits, on the index by account and time.
#define TOPLINE_NEWEST(kinds)                                                                      \
    "(SELECT e.at_ms FROM event e WHERE e.account_id = a.id AND e.at_ms <= ?2 AND e.bot = 0 "      \
    "AND e.kind " kinds                                                                            \
    " AND NOT EXISTS (SELECT 1 FROM suspect_event s WHERE s.account_id = a.id "                    \
    "AND s.event_id = e.id) ORDER BY e.at_ms DESC LIMIT 1)"
#define TOPLINE_LAST_TWO_WAY TOPLINE_NEWEST("IN (23, 40, 41, 44)")
#define TOPLINE_LAST_SEEN TOPLINE_NEWEST("NOT IN (20, 24, 26, 30, 34, 43, 45, 57, 60, 61)")

Result<std::vector<AccountFigures>> AccountFiguresStore::all(base::UtcMs signalsFromMs,
                                                             base::UtcMs nowMs) const
{
    return readRows<AccountFigures>(
        m_database,
        "SELECT a.id, coalesce(s.fit_milli, 0), coalesce(s.engagement_milli, 0), "
        "coalesce(s.total_milli, 0), coalesce(s.tier, 0), "
        "coalesce((SELECT max(stage) FROM lifecycle_step l WHERE l.account_id = a.id), 1), "
        "(SELECT count(*) FROM signal g WHERE g.account_id = a.id "
        "AND g.occurred_ms BETWEEN ?1 AND ?2), " TOPLINE_LAST_TWO_WAY ", " TOPLINE_LAST_SEEN
        " FROM account a LEFT JOIN account_score s ON s.account_id = a.id WHERE a.deleted = 0 "
        "ORDER BY a.id",
        [](Statement &statement, AccountFigures &figures) {
            statement.read(figures.account, figures.fitMilli, figures.engagementMilli,
                           figures.totalMilli, figures.tier, figures.stage, figures.signals,
                           figures.lastTwoWayMs, figures.lastSeenMs);
        },
        signalsFromMs, nowMs);
}

Result<AccountFiguresStore::Touches> AccountFiguresStore::lastTouches(domain::AccountId account,
                                                                      base::UtcMs nowMs) const
{
    Touches out;
    Statement statement(m_database,
                        "SELECT " TOPLINE_LAST_TWO_WAY ", " TOPLINE_LAST_SEEN
                        " FROM account a WHERE a.id = ?1",
                        account, nowMs);
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        statement.read(out.twoWayMs, out.seenMs);
    return out;
}

#undef TOPLINE_LAST_TWO_WAY
#undef TOPLINE_LAST_SEEN
#undef TOPLINE_NEWEST

Result<AccountFiguresStore::EventSpan> AccountFiguresStore::eventSpan(domain::AccountId account,
                                                                      base::UtcMs nowMs) const
{
    EventSpan out;
    Statement statement(m_database,
                        "SELECT kind, count(*), min(at_ms) FROM event WHERE account_id = ? "
                        "AND at_ms <= ? GROUP BY kind ORDER BY kind",
                        account, nowMs);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        domain::EventKind kind{};
        std::int64_t count = 0;
        base::UtcMs firstMs = 0;
        statement.read(kind, count, firstMs);
        out.counts[kind] = count;
        out.firstMs = std::min(out.firstMs.value_or(firstMs), firstMs);
    }
}

} // namespace topline::store
