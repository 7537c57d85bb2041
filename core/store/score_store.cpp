#include "core/store/derived_store.h"
#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/stored_reason.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::AccountScore;
using domain::DealFact;

Result<std::optional<AccountScore>> DerivedStore::score(domain::AccountId account) const
{
    AccountScore out;
    {
        Statement statement(m_database,
                            "SELECT account_id, fit_milli, engagement_milli, total_milli, tier, "
                            "computed_ms FROM account_score WHERE account_id = ?",
                            account);
        TRY_ASSIGN(const bool known, statement.step());
        if (!known)
            return std::optional<AccountScore>();
        statement.read(out.account, out.fitMilli, out.engagementMilli, out.totalMilli, out.tier,
                       out.computedMs);
    }
    Statement rows(m_database,
                   "SELECT label, milli_points FROM score_row WHERE account_id = ? "
                   "ORDER BY position",
                   account);
    for (;;) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more)
            return std::optional<AccountScore>(std::move(out));
        auto &row = out.rows.emplace_back();
        std::string label;
        rows.read(label, row.milliPoints);
        TRY_ASSIGN(row.label, storedReason(label));
    }
}

base::Status DerivedStore::replaceScore(const AccountScore &score)
{
    TRY_ASSIGN(const auto before, this->score(score.account));
    if (before && *before == score)
        return {};
    TRY(write(m_database,
              "INSERT INTO account_score (account_id, fit_milli, engagement_milli, total_milli, "
              "tier, computed_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET "
              "fit_milli = ?2, engagement_milli = ?3, total_milli = ?4, tier = ?5, "
              "computed_ms = ?6",
              score.account, score.fitMilli, score.engagementMilli, score.totalMilli, score.tier,
              score.computedMs));
    if (before && before->rows == score.rows)
        return {};
    TRY(write(m_database, "DELETE FROM score_row WHERE account_id = ?", score.account));
    Statement insert(m_database,
                     "INSERT INTO score_row (account_id, position, label, milli_points) "
                     "VALUES (?, ?, ?, ?)");
    for (std::size_t i = 0; i < score.rows.size(); ++i) {
        const std::string label = domain::encodeReason(score.rows[i].label);
        insert.rebind(score.account, static_cast<std::int64_t>(i), label,
                      score.rows[i].milliPoints);
        TRY(insert.run());
    }
    return {};
}

namespace {

// Adds a fact to the counts of the stages it reached and of all, or takes it away again.
base::Status count(Database &database, const DealFact &fact, std::int64_t sign)
{
    if (!fact.won && !fact.lost)
        return {};
    auto stages = fact.reached;
    stages.insert(stages.begin(), domain::StageId{}); // every closed deal
    for (const auto stage : stages) {
        const std::int64_t won = fact.won ? sign : 0;
        TRY(write(database,
                  "UPDATE stage_count SET won = won + ?2, closed = closed + ?3 "
                  "WHERE stage_id = ?1",
                  stage.value, won, sign));
        if (database.changes() == 0)
            TRY(write(database, "INSERT INTO stage_count (stage_id, won, closed) VALUES (?, ?, ?)",
                      stage.value, won, sign));
    }
    // A count of nothing leaves no row, as if the deal had never been counted.
    return sign > 0 ? base::Status() : write(database, "DELETE FROM stage_count WHERE closed = 0");
}

} // namespace

Result<std::optional<DealFact>> DerivedStore::fact(domain::DealId deal) const
{
    DealFact out;
    {
        Statement statement(m_database,
                            "SELECT deal_id, won, lost FROM deal_fact WHERE deal_id = ?", deal);
        TRY_ASSIGN(const bool known, statement.step());
        if (!known)
            return std::optional<DealFact>();
        statement.read(out.deal, out.won, out.lost);
    }
    TRY_ASSIGN(out.reached, readAll<domain::StageId>(m_database,
                                                     "SELECT stage_id FROM deal_fact_stage "
                                                     "WHERE deal_id = ? ORDER BY stage_id",
                                                     deal));
    return std::optional<DealFact>(std::move(out));
}

base::Status DerivedStore::removeFact(domain::DealId deal)
{
    TRY_ASSIGN(const auto before, fact(deal));
    if (!before)
        return {};
    TRY(count(m_database, *before, -1));
    TRY(write(m_database, "DELETE FROM deal_fact_stage WHERE deal_id = ?", deal));
    return write(m_database, "DELETE FROM deal_fact WHERE deal_id = ?", deal);
}

base::Status DerivedStore::replaceFact(const DealFact &fact)
{
    TRY_ASSIGN(const auto before, this->fact(fact.deal));
    if (before && *before == fact)
        return {};
    if (before)
        TRY(removeFact(fact.deal));
    TRY(write(m_database, "INSERT INTO deal_fact (deal_id, won, lost) VALUES (?, ?, ?)", fact.deal,
              fact.won, fact.lost));
    Statement insert(m_database, "INSERT INTO deal_fact_stage (deal_id, stage_id) VALUES (?, ?)");
    for (const auto stage : fact.reached) {
        insert.rebind(fact.deal, stage);
        TRY(insert.run());
    }
    return count(m_database, fact, 1);
}

Result<StageCounts> DerivedStore::stageCounts() const
{
    StageCounts out;
    Statement statement(m_database,
                        "SELECT stage_id, won, closed FROM stage_count ORDER BY stage_id");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        domain::StageCount count;
        statement.read(count.stage, count.won, count.closed);
        if (count.stage.isSet())
            out.byStage.push_back(count);
        else
            out.all = count;
    }
}

} // namespace topline::store
