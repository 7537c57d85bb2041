#include "core/store/decision_store.h"

#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/stored_reason.h"
#include "core/store/text_list.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::Decision;

namespace {

#define TOPLINE_DECISION_SELECT                                                                    \
    "SELECT signal, play_id, play_version, account_id, at_ms, reason, action, asked FROM "         \
    "decision "

base::Status readDecision(Statement &statement, Decision &decision)
{
    std::string reason;
    std::string asked;
    statement.read(decision.signal, decision.playId, decision.playVersion, decision.account,
                   decision.atMs, reason, decision.action, asked);
    TRY_ASSIGN(decision.reason, storedReason(reason));
    for (const auto &name : decodeTexts(asked).value_or(std::vector<std::string>())) {
        if (const auto code = domain::parseReasonCode(name))
            decision.asked.push_back(*code);
    }
    return {};
}

template <typename... Values>
Result<std::vector<Decision>> readDecisions(Database &database, Sql sql, const Values &...values)
{
    std::vector<Decision> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        TRY(readDecision(statement, out.emplace_back()));
    }
}

template <typename... Values>
Result<std::vector<Assignment>> readAssignments(Database &database, Sql sql,
                                                const Values &...values)
{
    return readRows<Assignment>(
        database, sql,
        [](Statement &statement, Assignment &each) {
            statement.read(each.account, each.heldOut, each.salt, each.sharePermille, each.atMs);
        },
        values...);
}

template <typename... Values>
Result<std::vector<OutcomeSeen>> readOutcomes(Database &database, Sql sql, const Values &...values)
{
    return readRows<OutcomeSeen>(
        database, sql,
        [](Statement &statement, OutcomeSeen &each) {
            statement.read(each.action, each.outcome, each.atMs, each.event);
        },
        values...);
}

#define TOPLINE_OUTCOME_SELECT                                                                     \
    "SELECT a.uuid, o.outcome, o.at_ms, o.event_id FROM outcome o "                                \
    "JOIN action a ON a.id = o.action_id "

} // namespace

base::Status DecisionStore::add(const Decision &decision)
{
    std::vector<std::string> asked;
    for (const auto code : decision.asked)
        asked.emplace_back(domain::reasonCodeName(code));
    const bool made =
        !decision.action.isNull() && decision.reason.code != domain::ReasonCode::OpenActionMerged;
    return write(m_database,
                 "INSERT INTO decision (signal, play_id, play_version, account_id, at_ms, reason, "
                 "action, made, asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 decision.signal, decision.playId, decision.playVersion, decision.account,
                 decision.atMs, domain::encodeReason(decision.reason), decision.action, made,
                 encodeTexts(asked));
}

Result<bool> DecisionStore::isDecided(const base::Uuid &signal, const std::string &playId) const
{
    return readOne(m_database, "SELECT 1 FROM decision WHERE signal = ? AND play_id = ?", false,
                   signal, playId);
}

Result<std::vector<Decision>> DecisionStore::ofSignal(const base::Uuid &signal) const
{
    return readDecisions(m_database, TOPLINE_DECISION_SELECT "WHERE signal = ? ORDER BY play_id",
                         signal);
}

Result<std::vector<Decision>> DecisionStore::ofAccount(domain::AccountId account) const
{
    return readDecisions(m_database,
                         TOPLINE_DECISION_SELECT "WHERE " TOPLINE_WITH_MERGED_ACCOUNTS
                                                 "ORDER BY at_ms, id",
                         account);
}

Result<std::optional<Decision>> DecisionStore::ofAction(const base::Uuid &action) const
{
    TRY_ASSIGN(
        auto found,
        readDecisions(m_database, TOPLINE_DECISION_SELECT "WHERE action = ? AND made = 1", action));
    if (found.empty())
        return std::optional<Decision>();
    return std::optional<Decision>(std::move(found.front()));
}

Result<std::vector<Decision>> DecisionStore::all() const
{
    return readDecisions(m_database, TOPLINE_DECISION_SELECT "ORDER BY id");
}

Result<bool> DecisionStore::assign(const Assignment &assignment)
{
    TRY(write(m_database,
              "INSERT INTO assignment (account_id, held_out, salt, share_permille, at_ms) "
              "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
              assignment.account, assignment.heldOut, assignment.salt, assignment.sharePermille,
              assignment.atMs));
    return m_database.changes() > 0;
}

Result<std::optional<Assignment>> DecisionStore::assignment(domain::AccountId account) const
{
    TRY_ASSIGN(auto found, readAssignments(m_database,
                                           "SELECT account_id, held_out, salt, share_permille, "
                                           "at_ms FROM assignment "
                                           "WHERE " TOPLINE_WITH_MERGED_ACCOUNTS
                                           "ORDER BY held_out DESC, at_ms, account_id LIMIT 1",
                                           account));
    if (found.empty())
        return std::optional<Assignment>();
    return std::optional<Assignment>(std::move(found.front()));
}

Result<std::vector<Assignment>> DecisionStore::assignments() const
{
    return readAssignments(m_database, "SELECT account_id, held_out, salt, share_permille, at_ms "
                                       "FROM assignment ORDER BY account_id");
}

Result<bool> DecisionStore::addOutcome(const OutcomeSeen &outcome)
{
    TRY_ASSIGN(const auto action, readOne(m_database, "SELECT id FROM action WHERE uuid = ?",
                                          std::int64_t{0}, outcome.action));
    if (action == 0)
        return base::Error{base::ErrorCode::NotFound, "There is no such action."};
    TRY(write(m_database,
              "INSERT INTO outcome (action_id, outcome, at_ms, event_id) VALUES (?, ?, ?, ?) "
              "ON CONFLICT (action_id, outcome) DO NOTHING",
              action, outcome.outcome, outcome.atMs, outcome.event));
    return m_database.changes() > 0;
}

Result<std::vector<OutcomeSeen>> DecisionStore::outcomes() const
{
    return readOutcomes(m_database, TOPLINE_OUTCOME_SELECT "ORDER BY o.id");
}

Result<std::vector<OutcomeSeen>> DecisionStore::outcomesOf(domain::AccountId account) const
{
    return readOutcomes(m_database, TOPLINE_OUTCOME_SELECT "WHERE a.account_id = ? ORDER BY o.id",
                        account);
}

} // namespace topline::store
