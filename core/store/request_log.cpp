#include "core/store/request_log.h"

#include "core/store/query.h"

#include <limits>

namespace topline::store {

base::Status RequestLog::add(const std::vector<domain::RequestRow> &rows)
{
    for (const auto &row : rows) {
        TRY(write(m_database,
                  "INSERT INTO request_log (system, at_ms, method, host, path, status, "
                  "duration_ms, received, sent, outcome, reference) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  row.system, row.atMs, row.method, row.host, row.path, row.status, row.durationMs,
                  row.bytesReceived, row.bytesSent, row.outcome, row.reference));
    }
    return {};
}

base::Result<std::vector<domain::RequestRow>> RequestLog::newest(std::int64_t limit,
                                                                 std::int64_t beforeId) const
{
    std::vector<domain::RequestRow> out;
    const std::int64_t before = beforeId > 0 ? beforeId : std::numeric_limits<std::int64_t>::max();
    Statement statement(m_database,
                        "SELECT id, system, at_ms, method, host, path, status, duration_ms, "
                        "received, sent, outcome, reference FROM request_log WHERE id < ? "
                        "ORDER BY id DESC LIMIT ?",
                        before, limit);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        auto &row = out.emplace_back();
        statement.read(row.id, row.system, row.atMs, row.method, row.host, row.path, row.status,
                       row.durationMs, row.bytesReceived, row.bytesSent, row.outcome,
                       row.reference);
    }
}

} // namespace topline::store
