#include "core/store/run_store.h"

#include "core/store/query.h"
#include "core/store/stored_reason.h"

namespace topline::store {

using base::Result;
using domain::PlayRun;

#define RUN_COLUMNS                                                                                \
    "uuid, play_id, play_version, account_id, contact_id, deal_id, signal, state, step_no, "       \
    "action, steps_taken, started_ms, step_ms, due_ms, ended_ms, reason "

namespace {

template <typename... Values>
Result<std::vector<PlayRun>> readRuns(Database &database, Sql sql, const Values &...values)
{
    std::vector<PlayRun> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        auto &run = out.emplace_back();
        std::string reason;
        statement.read(run.id, run.playId, run.playVersion, run.account, run.contact, run.deal,
                       run.signal, run.state, run.stepNo, run.action, run.stepsTaken, run.startedMs,
                       run.stepMs, run.dueMs, run.endedMs, reason);
        TRY_ASSIGN(run.reason, storedReason(reason));
    }
}

} // namespace

base::Status RunStore::add(const PlayRun &run)
{
    return write(m_database,
                 "INSERT INTO play_run (" RUN_COLUMNS
                 ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 run.id, run.playId, run.playVersion, run.account, run.contact, run.deal,
                 run.signal, run.state, run.stepNo, run.action, run.stepsTaken, run.startedMs,
                 run.stepMs, run.dueMs, run.endedMs, domain::encodeReason(run.reason));
}

base::Status RunStore::update(const PlayRun &run)
{
    TRY(write(m_database,
              "UPDATE play_run SET state = ?2, step_no = ?3, action = ?4, steps_taken = ?5, "
              "step_ms = ?6, due_ms = ?7, ended_ms = ?8, reason = ?9 WHERE uuid = ?1",
              run.id, run.state, run.stepNo, run.action, run.stepsTaken, run.stepMs, run.dueMs,
              run.endedMs, domain::encodeReason(run.reason)));
    if (m_database.changes() == 0)
        return base::Error{base::ErrorCode::NotFound, "There is no such run."};
    return {};
}

Result<std::optional<PlayRun>> RunStore::run(const base::Uuid &id) const
{
    TRY_ASSIGN(auto rows,
               readRuns(m_database, "SELECT " RUN_COLUMNS "FROM play_run WHERE uuid = ?", id));
    if (rows.empty())
        return std::optional<PlayRun>();
    return std::optional(std::move(rows.front()));
}

Result<std::vector<PlayRun>> RunStore::ofAccount(domain::AccountId account,
                                                 base::UtcMs endedSinceMs) const
{
    return readRuns(m_database,
                    "SELECT " RUN_COLUMNS "FROM play_run WHERE account_id = ?1 AND "
                    "(state < 2 OR ended_ms >= ?2) ORDER BY started_ms, uuid",
                    account, endedSinceMs);
}

Result<std::vector<domain::AccountId>> RunStore::dueAccounts(base::UtcMs nowMs,
                                                             std::int64_t limit) const
{
    return readAll<domain::AccountId>(m_database,
                                      "SELECT account_id FROM play_run WHERE due_ms <= ?1 "
                                      "GROUP BY account_id ORDER BY min(due_ms), account_id "
                                      "LIMIT ?2",
                                      nowMs, limit);
}

Result<std::optional<base::UtcMs>> RunStore::nextDueMs() const
{
    return readOne(m_database, "SELECT min(due_ms) FROM play_run WHERE due_ms IS NOT NULL",
                   std::optional<base::UtcMs>());
}

Result<std::vector<PlayRun>> RunStore::underWay(std::int64_t limit) const
{
    return readRuns(m_database,
                    "SELECT " RUN_COLUMNS "FROM play_run WHERE state < 2 "
                    "ORDER BY due_ms IS NULL, due_ms, started_ms, uuid LIMIT ?",
                    limit);
}

Result<std::vector<PlayRun>> RunStore::all() const
{
    return readRuns(m_database, "SELECT " RUN_COLUMNS "FROM play_run ORDER BY started_ms, uuid");
}

} // namespace topline::store
