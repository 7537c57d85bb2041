#include "core/store/action_store.h"

#include "core/store/action_row.h"
#include "core/store/query.h"
#include "core/store/text_list.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::Action;
using domain::ActionState;

namespace {

// Proposed, snoozed, approved, executing, failed, unknown.
#define TOPLINE_OPEN_STATES "(0, 1, 2, 3, 8, 9)"
#define TOPLINE_ACTION_SELECT "SELECT " TOPLINE_ACTION_COLUMNS "FROM action x "

template <typename... Values>
Result<std::vector<Action>> readActions(Database &database, Sql sql, const Values &...values)
{
    std::vector<Action> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        TRY(readAction(statement, out.emplace_back()));
    }
}

} // namespace

base::Status ActionStore::add(const Action &action)
{
    return write(
        m_database,
        "INSERT INTO action (uuid, kind, mode, state, urgency, account_id, contact_id, deal_id, "
        "owner_id, play_id, play_version, step_no, signal, dedupe_key, why_now, signal_ms, "
        "repeats, gain_bp, effort_minutes, amount_minor, currency, amount_estimated, created_ms, "
        "sla_due_ms, snoozed_until_ms, hold_until_ms, changed_ms, draft_to, draft_subject, "
        "draft_body, draft_facts, stage_target, dismiss_reason, outcome, failure, fields, "
        "variant, edited, until_reply, duplicate_of) VALUES "
        "(?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, "
        "?, ?, ?, ?, ?, ?, ?)",
        action.id, action.kind, action.mode, action.state, action.urgency, action.account,
        action.contact, action.deal, action.owner, action.playId, action.playVersion, action.stepNo,
        action.signal, action.dedupeKey, domain::encodeReason(action.whyNow), action.signalMs,
        action.repeats, action.gainBasisPoints, action.effortMinutes, action.amount,
        action.amountEstimated, action.createdMs, action.slaDueMs, action.snoozedUntilMs,
        action.holdUntilMs, action.changedMs, action.draft.to, action.draft.subject,
        action.draft.body, encodeTexts(action.draft.facts), action.stageTarget,
        action.dismissReason, action.outcome, action.failure, encodeFieldChanges(action.fields),
        action.variant, action.isEdited, action.untilReply, action.duplicateOf);
}

base::Status ActionStore::update(const Action &action)
{
    TRY(write(
        m_database,
        "UPDATE action SET mode = ?2, state = ?3, urgency = ?4, contact_id = ?5, deal_id = ?6, "
        "owner_id = ?7, why_now = ?8, signal_ms = ?9, repeats = ?10, gain_bp = ?11, "
        "effort_minutes = ?12, amount_minor = ?13, currency = ?14, amount_estimated = ?15, "
        "sla_due_ms = ?16, snoozed_until_ms = ?17, hold_until_ms = ?18, changed_ms = ?19, "
        "draft_to = ?20, draft_subject = ?21, draft_body = ?22, draft_facts = ?23, "
        "stage_target = ?24, dismiss_reason = ?25, outcome = ?26, failure = ?27, fields = ?28, "
        "edited = ?29, until_reply = ?30, duplicate_of = ?31 "
        "WHERE uuid = ?1",
        action.id, action.mode, action.state, action.urgency, action.contact, action.deal,
        action.owner, domain::encodeReason(action.whyNow), action.signalMs, action.repeats,
        action.gainBasisPoints, action.effortMinutes, action.amount, action.amountEstimated,
        action.slaDueMs, action.snoozedUntilMs, action.holdUntilMs, action.changedMs,
        action.draft.to, action.draft.subject, action.draft.body, encodeTexts(action.draft.facts),
        action.stageTarget, action.dismissReason, action.outcome, action.failure,
        encodeFieldChanges(action.fields), action.isEdited, action.untilReply, action.duplicateOf));
    if (m_database.changes() == 0)
        return base::Error{base::ErrorCode::NotFound, "There is no such action."};
    return {};
}

Result<std::optional<Action>> ActionStore::action(const base::Uuid &id) const
{
    TRY_ASSIGN(auto found, readActions(m_database, TOPLINE_ACTION_SELECT "WHERE x.uuid = ?", id));
    if (found.empty())
        return std::optional<Action>();
    return std::optional<Action>(std::move(found.front()));
}

Result<std::vector<Action>> ActionStore::open() const
{
    return readActions(m_database, TOPLINE_ACTION_SELECT "WHERE x.state IN " TOPLINE_OPEN_STATES
                                                         "ORDER BY x.created_ms, x.uuid");
}

Result<std::vector<Action>> ActionStore::openOf(domain::AccountId account) const
{
    return readActions(m_database,
                       TOPLINE_ACTION_SELECT
                       "WHERE x.account_id = ? AND x.state IN " TOPLINE_OPEN_STATES
                       "ORDER BY x.created_ms, x.uuid",
                       account);
}

Result<std::vector<Action>> ActionStore::recentOf(domain::AccountId account,
                                                  base::UtcMs sinceMs) const
{
    return readActions(
        m_database,
        TOPLINE_ACTION_SELECT
        "WHERE x.account_id = ? AND x.changed_ms >= ? AND x.state IN (2, 3, 4, 8, 9) "
        "ORDER BY x.created_ms, x.uuid",
        account, sinceMs);
}

Result<std::vector<Action>> ActionStore::allOf(domain::AccountId account) const
{
    return readActions(m_database,
                       TOPLINE_ACTION_SELECT "WHERE x.account_id = ? ORDER BY x.created_ms, x.uuid",
                       account);
}

Result<std::vector<Action>> ActionStore::all() const
{
    return readActions(m_database, TOPLINE_ACTION_SELECT "ORDER BY x.created_ms, x.uuid");
}

Result<std::vector<Action>> ActionStore::createdBefore(base::UtcMs ms) const
{
    return readActions(m_database,
                       TOPLINE_ACTION_SELECT "WHERE x.state IN (0, 1) AND x.created_ms <= ? "
                                             "ORDER BY x.created_ms, x.uuid",
                       ms);
}

Result<std::vector<Action>> ActionStore::snoozedUntil(base::UtcMs nowMs) const
{
    return readActions(m_database,
                       TOPLINE_ACTION_SELECT "WHERE x.state = 1 AND x.snoozed_until_ms <= ? "
                                             "ORDER BY x.snoozed_until_ms, x.uuid",
                       nowMs);
}

Result<std::vector<Action>> ActionStore::untilReplyOf(domain::AccountId account) const
{
    return readActions(m_database,
                       TOPLINE_ACTION_SELECT "WHERE x.account_id = ? AND x.state = 1 "
                                             "AND x.until_reply = 1 ORDER BY x.created_ms, x.uuid",
                       account);
}

} // namespace topline::store
