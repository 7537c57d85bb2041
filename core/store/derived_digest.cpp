#include "core/base/hash.h"
#include "core/store/derived_store.h"
#include "core/store/statement.h"

namespace topline::store {

namespace {

// Every derived row as one unambiguous text, by logical keys: row ids of signals may differ after a
// rebuild, everything else may not.
constexpr Sql rowsInOrder[] = {
    "SELECT json_array('signal', hex(uuid), type, account_id, contact_id, deal_id, occurred_ms, "
    "strength_permille, reason) FROM signal ORDER BY uuid",
    "SELECT json_array('signal_event', hex(s.uuid), e.position, e.event_id) FROM signal_event e "
    "JOIN signal s ON s.id = e.signal_id ORDER BY s.uuid, e.position",
    "SELECT json_array('suspect_event', account_id, event_id, reason) FROM suspect_event "
    "ORDER BY account_id, event_id",
    "SELECT json_array('account_score', account_id, fit_milli, engagement_milli, total_milli, "
    "tier, computed_ms) FROM account_score ORDER BY account_id",
    "SELECT json_array('score_row', account_id, position, label, milli_points) FROM score_row "
    "ORDER BY account_id, position",
    "SELECT json_array('deal_fact', deal_id, won, lost) FROM deal_fact ORDER BY deal_id",
    "SELECT json_array('deal_fact_stage', deal_id, stage_id) FROM deal_fact_stage "
    "ORDER BY deal_id, stage_id",
    "SELECT json_array('stage_count', stage_id, won, closed) FROM stage_count ORDER BY stage_id",
    "SELECT json_array('risk_fact', deal_id, account_id, product_id, stage_id, kind, industry, "
    "amount_minor, currency, first_minor, start_ms, closed_ms, due_ms, two_way_ms, unanswered_ms, "
    "unanswered, touches, touch_span_ms, engaged, leaders, roles, pushes, drop_permille, "
    "competitors, concessions, proposal_sent, next_step) FROM risk_fact ORDER BY deal_id",
    "SELECT json_array('risk_stay', deal_id, position, stage_id, entered_ms, left_ms) "
    "FROM risk_stay ORDER BY deal_id, position",
    "SELECT json_array('risk_evidence', deal_id, position, rule, event_id, at_ms, value) "
    "FROM risk_evidence ORDER BY deal_id, position",
    "SELECT json_array('account_due', account_id, computed_ms, next_due_ms, tier_before) "
    "FROM account_due ORDER BY account_id",
};

constexpr std::size_t blockBytes = std::size_t{1} << 16;

} // namespace

base::Result<std::string> DerivedStore::digest() const
{
    // A chain over blocks, so that memory stays bounded; block borders depend on the rows alone.
    std::string block;
    for (const Sql sql : rowsInOrder) {
        Statement statement(m_database, sql);
        for (;;) {
            TRY_ASSIGN(const bool more, statement.step());
            if (!more)
                break;
            std::string row;
            statement.read(row);
            block += row + '\n';
            if (block.size() > blockBytes)
                block = base::hex(base::sha256(block)) + '\n';
        }
    }
    return base::hex(base::sha256(block));
}

} // namespace topline::store
