// How records lie in their rows: column lists in reading order, and reading them into domain
// values. Used by the record tables and by joined queries, on the connection's thread.
#pragma once

#include "core/domain/close_change.h"
#include "core/domain/event.h"
#include "core/domain/record_history.h"
#include "core/domain/records.h"
#include "core/store/query.h"

namespace topline::store {

// References are read as id and remote id; hence the joins.
#define TOPLINE_ACCOUNT_SELECT                                                                     \
    "SELECT a.id, a.remote_id, a.name, a.domain, a.industry, a.country, a.parent, a.employees, "   \
    "a.revenue_minor, a.currency, a.owner_id, o.remote_id, a.created_ms, a.updated_ms, a.deleted " \
    "FROM account a LEFT JOIN owner o ON o.id = a.owner_id "

#define TOPLINE_CONTACT_SELECT                                                                     \
    "SELECT c.id, c.remote_id, c.account_id, a.remote_id, c.first_name, c.last_name, c.email, "    \
    "c.phone, c.title, c.time_zone, c.opted_out, c.bounced, c.created_ms, c.updated_ms, "          \
    "c.deleted FROM contact c LEFT JOIN account a ON a.id = c.account_id "

#define TOPLINE_DEAL_SELECT                                                                        \
    "SELECT d.id, d.remote_id, d.name, d.account_id, a.remote_id, d.contact_id, c.remote_id, "     \
    "d.owner_id, o.remote_id, d.product_id, p.remote_id, d.stage_id, s.remote_id, "                \
    "d.amount_minor, d.currency, d.source, d.next_step, d.created_ms, d.close_ms, d.updated_ms, "  \
    "d.deleted FROM deal d LEFT JOIN account a ON a.id = d.account_id "                            \
    "LEFT JOIN contact c ON c.id = d.contact_id LEFT JOIN owner o ON o.id = d.owner_id "           \
    "LEFT JOIN product p ON p.id = d.product_id LEFT JOIN stage s ON s.id = d.stage_id "

#define TOPLINE_STAGE_CHANGE_SELECT "SELECT h.deal_id, h.stage_id, h.at_ms FROM stage_change h "

#define TOPLINE_AMOUNT_CHANGE_SELECT                                                               \
    "SELECT h.deal_id, h.amount_minor, h.currency, h.at_ms FROM amount_change h "

#define TOPLINE_CLOSE_CHANGE_SELECT "SELECT h.deal_id, h.close_ms, h.at_ms FROM close_change h "

// The account ?1 and all that were merged into it: facts stay on the row that they name.
#define TOPLINE_WITH_MERGED_ACCOUNTS                                                               \
    "account_id IN (WITH RECURSIVE step (id) AS (SELECT ?1 UNION SELECT m.from_id FROM step "      \
    "JOIN record_merge m ON m.kind = 3 AND m.into_id = step.id) SELECT id FROM step) "

// Without texts; the titles and bodies follow where a query joins event_text.
#define TOPLINE_EVENT_COLUMNS                                                                      \
    "e.id, e.source_key, e.account_id, e.contact_id, e.deal_id, e.kind, e.at_ms, e.received_ms, "  \
    "e.amount, e.bot "

void readRow(Statement &statement, domain::Account &account);
void readRow(Statement &statement, domain::Contact &contact);
void readRow(Statement &statement, domain::Deal &deal);
void readRow(Statement &statement, domain::StageChange &change);
void readRow(Statement &statement, domain::AmountChange &change);
void readRow(Statement &statement, domain::CloseChange &change);
void readRow(Statement &statement, domain::TitleChange &change);
void readRow(Statement &statement, domain::Event &event);
void readRow(Statement &statement, domain::Owner &owner);
void readRow(Statement &statement, domain::Product &product);
void readRow(Statement &statement, domain::Stage &stage);
void readRow(Statement &statement, domain::Quota &quota);

} // namespace topline::store
