#include "core/store/signal_fact_store.h"

#include "core/base/check.h"
#include "core/store/query.h"
#include "core/store/stored_reason.h"

namespace topline::store {

using base::Result;

base::Status SignalFactStore::setRole(const domain::RoleFact &fact)
{
    CHECK(fact.source != domain::RoleSource::Suggested);
    if (fact.role == domain::BuyingRole::Unknown)
        return write(m_database, "DELETE FROM contact_role WHERE contact_id = ? AND source = ?",
                     fact.contact, fact.source);
    return write(m_database,
                 "INSERT INTO contact_role (contact_id, source, role, by_whom, at_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET role = ?3, by_whom = ?4, "
                 "at_ms = ?5 WHERE role <> ?3",
                 fact.contact, fact.source, fact.role, fact.by, fact.atMs);
}

Result<std::vector<domain::RoleFact>> SignalFactStore::roles(domain::AccountId account) const
{
    return readRows<domain::RoleFact>(
        m_database,
        "SELECT r.contact_id, r.role, r.source, r.by_whom, r.at_ms FROM contact c "
        "JOIN contact_role r ON r.contact_id = c.id WHERE c.account_id = ? "
        "ORDER BY r.contact_id, r.source",
        [](Statement &statement, domain::RoleFact &fact) {
            statement.read(fact.contact, fact.role, fact.source, fact.by, fact.atMs);
        },
        account);
}

base::Status SignalFactStore::setTrusted(domain::EventId event, bool isTrusted,
                                         const std::string &by, base::UtcMs atMs)
{
    if (!isTrusted)
        return write(m_database, "DELETE FROM event_trust WHERE event_id = ?", event);
    return write(m_database,
                 "INSERT INTO event_trust (event_id, by_whom, at_ms) VALUES (?, ?, ?) "
                 "ON CONFLICT DO NOTHING",
                 event, by, atMs);
}

Result<std::vector<domain::EventId>> SignalFactStore::trusted(domain::AccountId account) const
{
    return readAll<domain::EventId>(m_database,
                                    "SELECT t.event_id FROM event_trust t "
                                    "JOIN event e ON e.id = t.event_id WHERE e.account_id = ? "
                                    "ORDER BY t.event_id",
                                    account);
}

base::Status SignalFactStore::replaceSuspects(domain::AccountId account,
                                              const std::vector<domain::SuspectEvent> &suspects)
{
    TRY_ASSIGN(const auto before, this->suspects(account));
    if (before == suspects)
        return {};
    TRY(write(m_database, "DELETE FROM suspect_event WHERE account_id = ?", account));
    Statement insert(m_database,
                     "INSERT INTO suspect_event (account_id, event_id, reason) VALUES (?, ?, ?)");
    for (const auto &[event, reason] : suspects) {
        const std::string text = domain::encodeReason(reason);
        insert.rebind(account, event, text);
        TRY(insert.run());
    }
    return {};
}

Result<std::vector<domain::SuspectEvent>> SignalFactStore::suspects(domain::AccountId account) const
{
    std::vector<domain::SuspectEvent> out;
    Statement statement(
        m_database,
        "SELECT event_id, reason FROM suspect_event WHERE account_id = ? ORDER BY event_id",
        account);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        auto &[event, reason] = out.emplace_back();
        std::string text;
        statement.read(event, text);
        TRY_ASSIGN(reason, storedReason(text));
    }
}

Result<std::int64_t> SignalFactStore::suspectCount(base::UtcMs fromMs, base::UtcMs untilMs) const
{
    return readOne(m_database,
                   "SELECT count(*) FROM suspect_event s JOIN event e ON e.id = s.event_id "
                   "WHERE e.at_ms BETWEEN ? AND ?",
                   std::int64_t{0}, fromMs, untilMs);
}

} // namespace topline::store
