#include "core/store/assist_store.h"

#include "core/store/query.h"

#include <optional>
#include <string>

namespace topline::store {

using base::Result;

base::Status AssistStore::addRun(const domain::ModelRun &run)
{
    TRY_ASSIGN(const auto action, readOne(m_database, "SELECT id FROM action WHERE uuid = ?",
                                          std::int64_t{0}, run.action));
    if (action == 0)
        return base::Error{base::ErrorCode::NotFound, "There is no such action."};
    return write(m_database,
                 "INSERT INTO model_run (uuid, action_id, at_ms, host, model, request, "
                 "request_sha256) VALUES (?, ?, ?, ?, ?, ?, ?)",
                 run.id, action, run.atMs, run.host, run.model, run.request, run.requestSha256);
}

base::Status AssistStore::addAnswer(const domain::ModelRun &run, base::UtcMs atMs)
{
    return write(m_database,
                 "INSERT INTO model_answer (run_id, at_ms, answer, failure, is_taken) "
                 "SELECT id, ?2, ?3, ?4, ?5 FROM model_run WHERE uuid = ?1",
                 run.id, atMs, run.answer, run.failure, run.isTaken);
}

Result<std::vector<domain::ModelRun>> AssistStore::runsOf(const base::Uuid &action) const
{
    std::vector<domain::ModelRun> out;
    Statement row(m_database,
                  "SELECT r.uuid, a.uuid, r.at_ms, r.host, r.model, r.request, r.request_sha256, "
                  "coalesce(m.answer, ''), coalesce(m.failure, ''), coalesce(m.is_taken, 0) "
                  "FROM model_run r JOIN action a ON a.id = r.action_id "
                  "LEFT JOIN model_answer m ON m.run_id = r.id WHERE a.uuid = ? ORDER BY r.id",
                  action);
    for (;;) {
        TRY_ASSIGN(const bool isThere, row.step());
        if (!isThere)
            return out;
        auto &run = out.emplace_back();
        row.read(run.id, run.action, run.atMs, run.host, run.model, run.request, run.requestSha256,
                 run.answer, run.failure, run.isTaken);
    }
}

Result<bool> AssistStore::isWritten(const base::Uuid &action) const
{
    TRY_ASSIGN(const auto taken,
               readOne(m_database,
                       "SELECT count(*) FROM model_run r JOIN action a ON a.id = r.action_id "
                       "JOIN model_answer m ON m.run_id = r.id WHERE a.uuid = ? AND m.is_taken = 1",
                       std::int64_t{0}, action));
    return taken > 0;
}

} // namespace topline::store
