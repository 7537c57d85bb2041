#include "core/store/consent_store.h"

#include "core/store/json_list.h"
#include "core/store/query.h"

namespace topline::store {

using base::Result;
using domain::Consent;

namespace {

template <typename... Values>
Result<std::vector<Consent>> readConsents(Database &database, Sql sql, const Values &...values)
{
    return readRows<Consent>(
        database, sql,
        [](Statement &statement, Consent &each) {
            statement.read(each.tag, each.reach, each.state, each.basis, each.source, each.proof,
                           each.atMs);
        },
        values...);
}

} // namespace

base::Status ConsentStore::add(const base::Uuid &id, const Consent &consent)
{
    return write(m_database,
                 "INSERT INTO consent (uuid, tag, scope, state, basis, source, proof, at_ms) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                 id, consent.tag, consent.reach, consent.state, consent.basis, consent.source,
                 consent.proof, consent.atMs);
}

Result<std::vector<Consent>> ConsentStore::newest(const std::vector<std::string> &tags) const
{
    if (tags.empty())
        return std::vector<Consent>();
    return readConsents(m_database,
                        "SELECT tag, scope, state, basis, source, proof, at_ms FROM consent c "
                        "WHERE tag IN (SELECT value FROM json_each(?)) AND id = (SELECT max(id) "
                        "FROM consent o WHERE o.tag = c.tag AND o.scope = c.scope) "
                        "ORDER BY tag, scope",
                        jsonList(tags));
}

Result<std::vector<Consent>> ConsentStore::all(std::int64_t limit) const
{
    return readConsents(m_database,
                        "SELECT tag, scope, state, basis, source, proof, at_ms FROM consent c "
                        "WHERE id = (SELECT max(id) FROM consent o WHERE o.tag = c.tag "
                        "AND o.scope = c.scope) ORDER BY id DESC LIMIT ?",
                        limit);
}

Result<std::vector<Consent>> ConsentStore::everything() const
{
    return readConsents(m_database, "SELECT tag, scope, state, basis, source, proof, at_ms "
                                    "FROM consent ORDER BY id");
}

Result<std::vector<Consent>> ConsentStore::history(const std::vector<std::string> &tags) const
{
    if (tags.empty())
        return std::vector<Consent>();
    return readConsents(m_database,
                        "SELECT tag, scope, state, basis, source, proof, at_ms FROM consent "
                        "WHERE tag IN (SELECT value FROM json_each(?)) ORDER BY id",
                        jsonList(tags));
}

} // namespace topline::store
