#include "core/domain/action.h"
#include "core/store/derived_store.h"
#include "core/store/query.h"
#include "core/store/stored_reason.h"

#include <map>
#include <optional>

namespace topline::store {

using base::Result;
using domain::ActionState;
using domain::SignalType;
using Rows = std::map<SignalType, domain::DetectorRow>;

namespace {

base::Status countHits(Database &database, base::UtcMs fromMs, base::UtcMs untilMs, Rows &out)
{
    Statement statement(database,
                        "SELECT type, count(*), count(DISTINCT account_id) FROM signal "
                        "WHERE occurred_ms BETWEEN ? AND ? GROUP BY type",
                        fromMs, untilMs);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        domain::DetectorRow counts;
        statement.read(counts.type, counts.hits, counts.accounts);
        out.emplace(counts.type, std::move(counts));
    }
}

void count(domain::DetectorRow &row, std::optional<ActionState> state,
           std::optional<std::int64_t> dismissReason, std::int64_t signals)
{
    if (!state) {
        row.suppressed += signals;
        return;
    }
    switch (*state) {
    case ActionState::Approved:
    case ActionState::Executing:
    case ActionState::Done:
    case ActionState::Failed:
    case ActionState::Unknown:
        row.accepted += signals;
        return;
    case ActionState::Dismissed: {
        const auto at = static_cast<std::size_t>(dismissReason.value_or(0));
        row.dismissed[at < row.dismissed.size() ? at : 0] += signals;
        return;
    }
    case ActionState::HeldOut:
        row.heldOut += signals;
        return;
    case ActionState::Proposed:
    case ActionState::Snoozed:
        row.open += signals;
        return;
    case ActionState::Expired:
        return;
    }
}

// A signal that two plays asked for counts once under the state that it has in each.
base::Status countActions(Database &database, base::UtcMs fromMs, base::UtcMs untilMs, Rows &out)
{
    Statement statement(database,
                        "SELECT s.type, a.state, a.dismiss_reason, count(DISTINCT s.id) "
                        "FROM signal s JOIN decision d ON d.signal = s.uuid "
                        "LEFT JOIN action a ON a.uuid = d.action "
                        "WHERE s.occurred_ms BETWEEN ? AND ? GROUP BY 1, 2, 3",
                        fromMs, untilMs);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        SignalType type{};
        std::optional<ActionState> state;
        std::optional<std::int64_t> dismissReason;
        std::int64_t signals = 0;
        statement.read(type, state, dismissReason, signals);
        count(out[type], state, dismissReason, signals);
    }
}

Result<std::vector<domain::SignalHit>> newestHits(Database &database, SignalType type,
                                                  base::UtcMs fromMs, base::UtcMs untilMs,
                                                  std::int64_t limit)
{
    std::vector<domain::SignalHit> out;
    Statement statement(
        database,
        "SELECT s.uuid, s.type, s.account_id, s.contact_id, s.deal_id, s.occurred_ms, "
        "s.strength_permille, s.reason, n.name, "
        "trim(coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, '')), "
        "coalesce(e.name, ''), (SELECT max(a.state) FROM decision d JOIN action a "
        "ON a.uuid = d.action WHERE d.signal = s.uuid) "
        "FROM signal s JOIN account n ON n.id = s.account_id "
        "LEFT JOIN contact c ON c.id = s.contact_id LEFT JOIN deal e ON e.id = s.deal_id "
        "WHERE s.type = ? AND s.occurred_ms BETWEEN ? AND ? "
        "ORDER BY s.occurred_ms DESC, s.uuid LIMIT ?",
        type, fromMs, untilMs, limit);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        auto &hit = out.emplace_back();
        std::string reason;
        statement.read(hit.signal.id, hit.signal.type, hit.signal.account, hit.signal.contact,
                       hit.signal.deal, hit.signal.occurredMs, hit.signal.strengthPermille, reason,
                       hit.accountName, hit.contactName, hit.dealName);
        statement.readNext(hit.action);
        TRY_ASSIGN(hit.signal.reason, storedReason(reason));
    }
}

} // namespace

Result<std::vector<domain::DetectorRow>>
DerivedStore::signalReport(base::UtcMs fromMs, base::UtcMs untilMs, std::int64_t newestLimit) const
{
    Rows rows;
    TRY(countHits(m_database, fromMs, untilMs, rows));
    TRY(countActions(m_database, fromMs, untilMs, rows));
    std::vector<domain::DetectorRow> out;
    for (auto &[type, row] : rows) {
        row.type = type;
        TRY_ASSIGN(row.newest, newestHits(m_database, type, fromMs, untilMs, newestLimit));
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace topline::store
