#include "core/store/action_store.h"
#include "core/store/query.h"

namespace topline::store {

// Most workspaces have no such play, so that nothing is counted: the first query reads an index of
// irrelevant cards alone.
base::Result<std::map<std::string, Judgements>> ActionStore::judgements(std::int64_t irrelevantMin,
                                                                        std::int64_t last) const
{
    std::map<std::string, Judgements> out;
    TRY_ASSIGN(const auto plays,
               readAll<std::string>(m_database,
                                    "SELECT play_id FROM action WHERE state = 5 "
                                    "AND dismiss_reason = 4 AND play_id <> '' GROUP BY play_id "
                                    "HAVING count(*) >= ? ORDER BY play_id",
                                    irrelevantMin));
    for (const auto &play : plays) {
        auto &counted = out[play];
        Statement statement(m_database,
                            "SELECT count(*), coalesce(sum(irrelevant), 0) FROM ("
                            "SELECT state = 5 AND dismiss_reason IS 4 AS irrelevant FROM action "
                            "WHERE play_id = ?1 AND play_id <> '' AND state IN (2, 3, 4, 5, 8, 9) "
                            "ORDER BY changed_ms DESC, uuid LIMIT ?2)",
                            play, last);
        TRY_ASSIGN(const bool row, statement.step());
        if (row)
            statement.read(counted.judged, counted.irrelevant);
    }
    return out;
}

} // namespace topline::store
