// How an action lies in its row: the column list in reading order, and reading it. Used by the
// action and card queries, on the connection's thread.
#pragma once

#include "core/domain/action.h"
#include "core/store/statement.h"

namespace topline::store {

#define TOPLINE_ACTION_COLUMNS                                                                     \
    "x.uuid, x.kind, x.mode, x.state, x.urgency, x.account_id, x.contact_id, x.deal_id, "          \
    "x.owner_id, x.play_id, x.play_version, x.step_no, x.signal, x.dedupe_key, x.why_now, "        \
    "x.signal_ms, x.repeats, x.gain_bp, x.effort_minutes, x.amount_minor, x.currency, "            \
    "x.amount_estimated, x.created_ms, x.sla_due_ms, x.snoozed_until_ms, x.hold_until_ms, "        \
    "x.changed_ms, x.draft_to, x.draft_subject, x.draft_body, x.draft_facts, x.stage_target, "     \
    "x.dismiss_reason, x.outcome, x.failure, x.fields, x.variant, x.edited, "                      \
    "x.until_reply, x.duplicate_of "

// The text that action.fields is kept as.
std::string encodeFieldChanges(const std::vector<domain::FieldChange> &fields);

// Takes the columns above; further ones follow with readNext().
base::Status readAction(Statement &statement, domain::Action &action);

} // namespace topline::store
