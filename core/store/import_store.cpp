#include "core/store/import_store.h"

#include "core/store/query.h"

#include <utility>

namespace topline::store {

using base::Result;

Result<std::int64_t> ImportStore::start(const std::string &source, const std::string &mapping,
                                        base::UtcMs nowMs)
{
    TRY(write(m_database,
              "INSERT INTO import_run (source, mapping, started_ms, finished, cancelled) "
              "VALUES (?, ?, ?, 0, 0)",
              source, mapping, nowMs));
    return m_database.lastInsertId();
}

base::Status ImportStore::addReject(std::int64_t run, const domain::RejectedRow &row)
{
    return write(m_database,
                 "INSERT INTO import_reject (run_id, file, line, column_no, field, reason, raw) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?)",
                 run, row.place.file, row.place.line, row.place.column, row.place.field, row.reason,
                 row.raw);
}

base::Status ImportStore::finish(std::int64_t run, const domain::ImportReport &report)
{
    TRY(write(m_database, "UPDATE import_run SET finished = 1, cancelled = ?2 WHERE id = ?1", run,
              report.cancelled));
    Statement insert(m_database, "INSERT INTO import_count "
                                 "(run_id, kind, read, added, changed, unchanged, rejected) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const auto &[kind, counts] : report.byKind) {
        insert.rebind(run, kind, counts.read, counts.added, counts.changed, counts.unchanged,
                      counts.rejected);
        TRY(insert.run());
    }
    return {};
}

Result<std::vector<ImportRun>> ImportStore::runs() const
{
    std::vector<ImportRun> out;
    {
        Statement statement(m_database, "SELECT id, source, mapping, started_ms, finished, "
                                        "cancelled FROM import_run ORDER BY id DESC");
        for (;;) {
            TRY_ASSIGN(const bool row, statement.step());
            if (!row)
                break;
            auto &run = out.emplace_back();
            statement.read(run.id, run.source, run.mapping, run.startedMs, run.finished,
                           run.cancelled);
        }
    }
    for (auto &run : out) {
        Statement statement(m_database,
                            "SELECT kind, read, added, changed, unchanged, rejected "
                            "FROM import_count WHERE run_id = ? ORDER BY kind",
                            run.id);
        for (;;) {
            TRY_ASSIGN(const bool row, statement.step());
            if (!row)
                break;
            std::string kind;
            domain::ImportCounts counts;
            statement.read(kind, counts.read, counts.added, counts.changed, counts.unchanged,
                           counts.rejected);
            run.byKind.emplace(std::move(kind), counts);
        }
    }
    return out;
}

Result<std::vector<domain::RejectedRow>> ImportStore::rejects(std::int64_t run,
                                                              std::int64_t limit) const
{
    std::vector<domain::RejectedRow> out;
    Statement statement(m_database,
                        "SELECT file, line, column_no, field, reason, raw FROM import_reject "
                        "WHERE run_id = ? ORDER BY id LIMIT ?",
                        run, limit);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        auto &row = out.emplace_back();
        statement.read(row.place.file, row.place.line, row.place.column, row.place.field,
                       row.reason, row.raw);
    }
}

Result<std::int64_t> ImportStore::rejectCount() const
{
    return readOne(m_database, "SELECT count(*) FROM import_reject", std::int64_t{0});
}

} // namespace topline::store
