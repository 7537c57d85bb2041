#include "core/store/derived_store.h"

#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/stored_reason.h"

#include <algorithm>
#include <map>

namespace topline::store {

using base::Result;
using domain::Signal;

namespace {

#define TOPLINE_SIGNAL_SELECT                                                                      \
    "SELECT id, uuid, type, account_id, contact_id, deal_id, occurred_ms, strength_permille, "     \
    "reason FROM signal "

struct StoredSignal {
    std::int64_t row = 0;
    Signal signal;
};

template <typename... Values>
Result<std::vector<StoredSignal>> readSignals(Database &database, Sql sql, const Values &...values)
{
    std::vector<StoredSignal> out;
    {
        Statement statement(database, sql, values...);
        for (;;) {
            TRY_ASSIGN(const bool row, statement.step());
            if (!row)
                break;
            auto &[id, signal] = out.emplace_back();
            std::string reason;
            statement.read(id, signal.id, signal.type, signal.account, signal.contact, signal.deal,
                           signal.occurredMs, signal.strengthPermille, reason);
            TRY_ASSIGN(signal.reason, storedReason(reason));
        }
    }
    for (auto &[id, signal] : out) {
        TRY_ASSIGN(signal.evidence,
                   readAll<domain::EventId>(database,
                                            "SELECT event_id FROM signal_event "
                                            "WHERE signal_id = ? ORDER BY position",
                                            id));
    }
    return out;
}

base::Status removeSignal(Database &database, std::int64_t row)
{
    TRY(write(database, "DELETE FROM signal_event WHERE signal_id = ?", row));
    return write(database, "DELETE FROM signal WHERE id = ?", row);
}

base::Status insertSignal(Database &database, const Signal &signal)
{
    TRY(write(database,
              "INSERT INTO signal (uuid, type, account_id, contact_id, deal_id, occurred_ms, "
              "strength_permille, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
              signal.id, signal.type, signal.account, signal.contact, signal.deal,
              signal.occurredMs, signal.strengthPermille, domain::encodeReason(signal.reason)));
    const std::int64_t row = database.lastInsertId();
    Statement evidence(database,
                       "INSERT INTO signal_event (signal_id, position, event_id) VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < signal.evidence.size(); ++i) {
        evidence.rebind(row, static_cast<std::int64_t>(i), signal.evidence[i]);
        TRY(evidence.run());
    }
    return {};
}

} // namespace

Result<std::vector<Signal>> DerivedStore::replaceSignals(domain::AccountId account,
                                                         const std::vector<Signal> &signals)
{
    TRY_ASSIGN(const auto before,
               readSignals(m_database, TOPLINE_SIGNAL_SELECT "WHERE account_id = ?", account));
    std::map<base::Uuid, const StoredSignal *> known;
    for (const auto &stored : before)
        known.emplace(stored.signal.id, &stored);

    std::vector<Signal> fresh;
    std::vector<const Signal *> toWrite;
    for (const auto &signal : signals) {
        const auto found = known.find(signal.id);
        if (found == known.end())
            fresh.push_back(signal);
        const bool same = found != known.end() && found->second->signal == signal;
        if (!same)
            toWrite.push_back(&signal);
        else
            known.erase(found); // stays as it is
    }
    for (const auto &[id, stored] : known)
        TRY(removeSignal(m_database, stored->row));
    for (const auto *signal : toWrite)
        TRY(insertSignal(m_database, *signal));
    return fresh;
}

Result<std::vector<Signal>> DerivedStore::signals(domain::AccountId account) const
{
    TRY_ASSIGN(auto stored,
               readSignals(m_database,
                           TOPLINE_SIGNAL_SELECT "WHERE account_id = ? ORDER BY occurred_ms, uuid",
                           account));
    std::vector<Signal> out;
    out.reserve(stored.size());
    for (auto &each : stored)
        out.push_back(std::move(each.signal));
    return out;
}

Result<std::optional<Signal>> DerivedStore::signal(const base::Uuid &id) const
{
    TRY_ASSIGN(auto stored, readSignals(m_database, TOPLINE_SIGNAL_SELECT "WHERE uuid = ?", id));
    if (stored.empty())
        return std::optional<Signal>();
    return std::optional<Signal>(std::move(stored.front().signal));
}

base::Status DerivedStore::markTouched(const domain::ChangeSet &changes)
{
    Statement statement(m_database,
                        "INSERT INTO account_due (account_id, computed_ms, next_due_ms) "
                        "VALUES (?1, 0, ?2) ON CONFLICT DO UPDATE SET next_due_ms = ?2 "
                        "WHERE next_due_ms IS NOT ?2");
    for (const auto account : changes.accounts) {
        if (!account.isSet())
            continue;
        statement.rebind(account, touchedMs);
        TRY(statement.run());
    }
    return {};
}

base::Status DerivedStore::setDue(const AccountDue &due)
{
    return write(m_database,
                 "INSERT INTO account_due (account_id, computed_ms, next_due_ms, tier_before) "
                 "VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET computed_ms = ?2, "
                 "next_due_ms = ?3, tier_before = ?4 "
                 "WHERE (computed_ms, next_due_ms, tier_before) IS NOT (?2, ?3, ?4)",
                 due.account, due.computedMs, due.nextDueMs, due.tierBefore);
}

Result<std::vector<domain::AccountId>> DerivedStore::due(base::UtcMs nowMs,
                                                         std::int64_t limit) const
{
    return readAll<domain::AccountId>(m_database,
                                      "SELECT account_id FROM account_due WHERE next_due_ms <= ? "
                                      "ORDER BY next_due_ms, account_id LIMIT ?",
                                      nowMs, limit);
}

Result<std::optional<base::UtcMs>> DerivedStore::nextDueMs() const
{
    return readOne(m_database, "SELECT min(next_due_ms) FROM account_due",
                   std::optional<base::UtcMs>());
}

Result<std::vector<AccountDue>> DerivedStore::allDue() const
{
    return readRows<AccountDue>(m_database,
                                "SELECT account_id, computed_ms, next_due_ms, tier_before "
                                "FROM account_due ORDER BY account_id",
                                [](Statement &statement, AccountDue &due) {
                                    statement.read(due.account, due.computedMs, due.nextDueMs,
                                                   due.tierBefore);
                                });
}

base::Status DerivedStore::clear()
{
    TRY(write(m_database, "DELETE FROM signal_event"));
    TRY(write(m_database, "DELETE FROM signal"));
    TRY(write(m_database, "DELETE FROM suspect_event"));
    TRY(write(m_database, "DELETE FROM score_row"));
    TRY(write(m_database, "DELETE FROM account_score"));
    TRY(write(m_database, "DELETE FROM deal_fact_stage"));
    TRY(write(m_database, "DELETE FROM deal_fact"));
    TRY(write(m_database, "DELETE FROM stage_count"));
    return write(m_database, "DELETE FROM account_due");
}

} // namespace topline::store
