#include "core/domain/records.h"
#include "core/store/action_row.h"
#include "core/store/action_store.h"
#include "core/store/statement.h"

#include <utility>

namespace topline::store {

using base::Result;

namespace {

// The last touch is found by walking the account's events backwards: event_by_account holds
// account, time and kind, so that the walk reads no rows. The kinds are those of
// domain::isOutboundTouch and isTwoWayTouch (checked by a test). A mail of ours counts as soon as
// it has left, before the CRM tells of it.
#define TOPLINE_CARD_SELECT                                                                        \
    "SELECT " TOPLINE_ACTION_COLUMNS                                                               \
    ", coalesce(c.first_name, ''), coalesce(c.last_name, ''), coalesce(c.title, ''), "             \
    "coalesce(c.time_zone, ''), coalesce(a.name, ''), coalesce(o.name, ''), "                      \
    "coalesce(d.name, ''), coalesce(s.total_milli, 0), coalesce(s.tier, 0), "                      \
    "nullif(max(coalesce((SELECT e.at_ms FROM event e WHERE e.account_id = x.account_id "          \
    "AND e.at_ms <= ?1 AND e.kind IN (20, 23, 30, 40, 41, 43, 44) "                                \
    "ORDER BY e.at_ms DESC LIMIT 1), 0), "                                                         \
    "coalesce((SELECT max(m.at_ms) FROM mail_message m WHERE m.contact_id = x.contact_id "         \
    "AND m.direction = 0 AND m.at_ms <= ?1), 0)), 0), "                                            \
    "CASE WHEN x.state IN (2, 3, 8, 9) THEN (SELECT min(f.not_before_ms) FROM effect f "           \
    "WHERE f.action_id = x.id AND f.state = 0) END, "                                              \
    "CASE WHEN x.state IN (2, 3, 4, 8, 9) THEN coalesce((SELECT f.channel FROM effect f WHERE "    \
    "f.action_id = x.id AND f.state <> 6 ORDER BY f.state IN (0, 1, 2, 5) DESC, f.ordinal DESC "   \
    "LIMIT 1), 0) ELSE 0 END, "                                                                    \
    "d.stage_id, coalesce(d.deleted = 0 AND g.kind = 0, 0), coalesce(a.country, '') "              \
    "FROM action x LEFT JOIN contact c ON c.id = x.contact_id "                                    \
    "LEFT JOIN account a ON a.id = x.account_id LEFT JOIN owner o ON o.id = x.owner_id "           \
    "LEFT JOIN deal d ON d.id = x.deal_id LEFT JOIN stage g ON g.id = d.stage_id "                 \
    "LEFT JOIN account_score s ON s.account_id = x.account_id "

template <typename... Values>
Result<std::vector<CardRow>> readCards(Database &database, Sql sql, const Values &...values)
{
    std::vector<CardRow> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        auto &row = out.emplace_back();
        auto &card = row.card;
        TRY(readAction(statement, card.action));
        domain::Contact contact;
        statement.readNext(contact.firstName);
        statement.readNext(contact.lastName);
        card.contactName = contact.fullName();
        statement.readNext(card.contactTitle);
        statement.readNext(card.contactTimeZone);
        statement.readNext(card.accountName);
        statement.readNext(card.ownerName);
        statement.readNext(card.dealName);
        statement.readNext(card.scoreMilli);
        statement.readNext(card.tier);
        statement.readNext(card.lastTouchMs);
        statement.readNext(card.leavesMs);
        statement.readNext(card.channel);
        statement.readNext(row.dealStage);
        statement.readNext(row.dealOpen);
        statement.readNext(row.country);
    }
}

} // namespace

Result<std::vector<CardRow>> ActionStore::cards(base::UtcMs nowMs, base::UtcMs doneSinceMs) const
{
    return readCards(m_database,
                     TOPLINE_CARD_SELECT "WHERE x.state IN (0, 1, 2, 3, 8, 9) "
                                         "OR (x.state IN (4, 5, 6) AND x.changed_ms >= ?2) "
                                         "ORDER BY x.uuid",
                     nowMs, doneSinceMs);
}

Result<std::vector<CardRow>> ActionStore::cardsOf(domain::AccountId account, base::UtcMs nowMs,
                                                  base::UtcMs doneSinceMs) const
{
    return readCards(m_database,
                     TOPLINE_CARD_SELECT "WHERE x.account_id IS ?3 AND (x.state IN "
                                         "(0, 1, 2, 3, 8, 9) OR (x.state IN (4, 5, 6) "
                                         "AND x.changed_ms >= ?2)) ORDER BY x.uuid",
                     nowMs, doneSinceMs, account);
}

Result<std::optional<CardRow>> ActionStore::card(const base::Uuid &id, base::UtcMs nowMs) const
{
    TRY_ASSIGN(auto found,
               readCards(m_database, TOPLINE_CARD_SELECT "WHERE x.uuid = ?2", nowMs, id));
    if (found.empty())
        return std::optional<CardRow>();
    return std::optional<CardRow>(std::move(found.front()));
}

} // namespace topline::store
