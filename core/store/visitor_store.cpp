#include "core/store/visitor_store.h"

#include "core/store/query.h"

namespace topline::store {

using base::Result;
using base::Status;
using domain::VisitorKind;

namespace {

std::string_view sourceOf(std::string_view source, VisitorKind kind)
{
    const bool isWithin =
        kind == VisitorKind::Anonymous || kind == VisitorKind::User || kind == VisitorKind::Group;
    return isWithin ? source : std::string_view();
}

} // namespace

Result<bool> VisitorStore::hasAny() const
{
    return readOne(m_database, "SELECT 1 FROM visitor LIMIT 1", false);
}

Result<VisitorId> VisitorStore::find(std::string_view source, const domain::VisitorName &name) const
{
    return readOne(m_database, "SELECT id FROM visitor WHERE kind = ? AND name = ? AND source = ?",
                   VisitorId{0}, name.kind, name.name, sourceOf(source, name.kind));
}

Result<VisitorId> VisitorStore::put(std::string_view source, const domain::VisitorName &name)
{
    TRY_ASSIGN(const VisitorId known, find(source, name));
    if (known != 0)
        return known;
    TRY(write(m_database, "INSERT INTO visitor (kind, name, source) VALUES (?, ?, ?)", name.kind,
              name.name, sourceOf(source, name.kind)));
    return m_database.lastInsertId();
}

Result<domain::VisitorName> VisitorStore::name(VisitorId visitor) const
{
    domain::VisitorName out;
    Statement statement(m_database, "SELECT kind, name FROM visitor WHERE id = ?", visitor);
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        statement.read(out.kind, out.name);
    return out;
}

Result<bool> VisitorStore::link(VisitorId from, VisitorId to, base::UtcMs atMs)
{
    TRY(write(m_database,
              "INSERT INTO visitor_link (from_id, to_id, hour, at_ms) VALUES (?1, ?2, ?3, ?4) "
              "ON CONFLICT (from_id, to_id, hour) DO UPDATE SET at_ms = excluded.at_ms "
              "WHERE excluded.at_ms < at_ms",
              from, to, atMs / base::hourMs, atMs));
    return m_database.changes() > 0;
}

Result<std::vector<StoredLink>> VisitorStore::linksFrom(VisitorId visitor) const
{
    return readRows<StoredLink>(
        m_database,
        "SELECT l.to_id, v.kind, v.name, l.at_ms FROM visitor_link l "
        "JOIN visitor v ON v.id = l.to_id WHERE l.from_id = ? AND NOT EXISTS "
        "(SELECT 1 FROM visitor_cut c WHERE c.from_id = l.from_id "
        "AND c.to_id = l.to_id) ORDER BY l.at_ms DESC, v.kind, v.name",
        [](Statement &statement, StoredLink &link) {
            statement.read(link.to, link.toName.kind, link.toName.name, link.atMs);
        },
        visitor);
}

Result<std::vector<VisitorId>> VisitorStore::linkedTo(VisitorId visitor) const
{
    std::vector<VisitorId> out;
    Statement statement(m_database,
                        "SELECT DISTINCT from_id FROM visitor_link WHERE to_id = ? "
                        "ORDER BY from_id",
                        visitor);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        statement.read(out.emplace_back());
    }
}

Status VisitorStore::cut(VisitorId from, VisitorId to, std::string_view byWhom, base::UtcMs atMs,
                         bool isCut)
{
    if (!isCut)
        return write(m_database, "DELETE FROM visitor_cut WHERE from_id = ? AND to_id = ?", from,
                     to);
    return write(m_database,
                 "INSERT INTO visitor_cut (from_id, to_id, by_whom, at_ms) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT DO NOTHING",
                 from, to, byWhom, atMs);
}

Status VisitorStore::attach(domain::EventId event, VisitorId visitor)
{
    return write(m_database,
                 "INSERT INTO event_visitor (event_id, visitor_id) VALUES (?, ?) "
                 "ON CONFLICT DO NOTHING",
                 event, visitor);
}

Result<std::vector<VisitorEvent>> VisitorStore::eventsOf(VisitorId visitor) const
{
    return readRows<VisitorEvent>(
        m_database,
        "SELECT e.id, e.contact_id, e.account_id, e.at_ms FROM event_visitor v "
        "JOIN event e ON e.id = v.event_id WHERE v.visitor_id = ? ORDER BY e.id",
        [](Statement &statement, VisitorEvent &event) {
            statement.read(event.event, event.contact, event.account, event.atMs);
        },
        visitor);
}

Status VisitorStore::assign(const VisitorEvent &event, domain::ContactId contact,
                            domain::AccountId account, domain::ChangeSet &changes)
{
    TRY(write(m_database, "UPDATE event SET contact_id = ?2, account_id = ?3 WHERE id = ?1",
              event.event, contact, account));
    for (const auto touched : {event.account, account}) {
        if (touched.isSet())
            changes.accounts.insert(touched);
    }
    return {};
}

Result<domain::ContactId> VisitorStore::contactByEmail(const std::string &email) const
{
    return readOne(m_database,
                   "SELECT id FROM contact WHERE email = ? COLLATE NOCASE AND email <> '' "
                   "ORDER BY deleted, id LIMIT 1",
                   domain::ContactId{}, email);
}

Result<domain::AccountId> VisitorStore::accountOf(domain::ContactId contact) const
{
    return readOne(m_database, "SELECT account_id FROM contact WHERE id = ? AND deleted = 0",
                   domain::AccountId{}, contact);
}

} // namespace topline::store
