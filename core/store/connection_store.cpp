#include "core/store/connection_store.h"

#include "core/store/query.h"
#include "core/store/text_list.h"

#include <utility>

namespace topline::store {

using base::Result;

namespace {

#define TOPLINE_CONNECTION_SELECT                                                                  \
    "SELECT system, org_id, org_name, user_name, web_url, time_zone, currency, is_sandbox, "       \
    "has_unique_ids, denied, advice, way, client_id, login_host, api_base, active, state, error, " \
    "reference, budget, day, used_today, remote_used, remote_allowed, held_until_ms, held_by "     \
    "FROM connection "

base::Status readConnection(Statement &statement, ConnectionRow &row)
{
    auto &profile = row.profile;
    std::string denied;
    std::string advice;
    statement.read(profile.system, profile.orgId, profile.orgName, profile.userName, profile.webUrl,
                   profile.timeZone, profile.currency, profile.isSandbox, profile.hasUniqueIds,
                   denied, advice, row.way, row.clientId, row.loginHost, row.apiBase, row.isActive,
                   row.state, row.error, row.errorReference, row.gate.allowedToday, row.day,
                   row.gate.usedToday, row.gate.remoteUsed, row.gate.remoteAllowed,
                   row.gate.heldUntilMs, row.gate.heldBy);
    auto deniedList = decodeTexts(denied);
    auto adviceList = decodeTexts(advice);
    if (!deniedList || !adviceList)
        return base::Error{base::ErrorCode::Corrupt,
                           "What is known of the connection to \"" + profile.system +
                               "\" cannot be read.",
                           "Nothing was changed.", "Restore the newest sound backup."};
    profile.denied = std::move(*deniedList);
    profile.advice = std::move(*adviceList);
    return {};
}

base::Error notConnected(const std::string &system)
{
    return {base::ErrorCode::NotFound, "\"" + system + "\" was never connected here."};
}

} // namespace

base::Status ConnectionStore::put(const ConnectionRow &row)
{
    const auto &profile = row.profile;
    const auto &gate = row.gate;
    return write(
        m_database,
        "INSERT INTO connection (system, org_id, org_name, user_name, web_url, time_zone, "
        "currency, is_sandbox, has_unique_ids, denied, advice, way, client_id, login_host, "
        "api_base, active, state, error, reference, budget, day, used_today, remote_used, "
        "remote_allowed, held_until_ms, held_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
        "?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26) "
        "ON CONFLICT DO UPDATE SET org_id = ?2, org_name = ?3, user_name = ?4, web_url = ?5, "
        "time_zone = ?6, currency = ?7, is_sandbox = ?8, has_unique_ids = ?9, denied = ?10, "
        "advice = ?11, way = ?12, client_id = ?13, login_host = ?14, api_base = ?15, "
        "active = ?16, state = ?17, error = ?18, reference = ?19, budget = ?20, day = ?21, "
        "used_today = ?22, remote_used = ?23, remote_allowed = ?24, held_until_ms = ?25, "
        "held_by = ?26",
        profile.system, profile.orgId, profile.orgName, profile.userName, profile.webUrl,
        profile.timeZone, profile.currency, profile.isSandbox, profile.hasUniqueIds,
        encodeTexts(profile.denied), encodeTexts(profile.advice), row.way, row.clientId,
        row.loginHost, row.apiBase, row.isActive, row.state, row.error, row.errorReference,
        gate.allowedToday, row.day, gate.usedToday, gate.remoteUsed, gate.remoteAllowed,
        gate.heldUntilMs, gate.heldBy);
}

base::Status ConnectionStore::setState(const std::string &system, domain::ConnectionState state,
                                       const std::string &error, const std::string &reference)
{
    TRY(write(m_database,
              "UPDATE connection SET state = ?2, error = ?3, reference = ?4 WHERE system = ?1",
              system, state, error, reference));
    return m_database.changes() > 0 ? base::Status() : notConnected(system);
}

base::Status ConnectionStore::setGate(const std::string &system, const domain::GateState &gate,
                                      const std::string &day)
{
    TRY(write(m_database,
              "UPDATE connection SET budget = ?2, day = ?3, used_today = ?4, remote_used = ?5, "
              "remote_allowed = ?6, held_until_ms = ?7, held_by = ?8 WHERE system = ?1",
              system, gate.allowedToday, day, gate.usedToday, gate.remoteUsed, gate.remoteAllowed,
              gate.heldUntilMs, gate.heldBy));
    return m_database.changes() > 0 ? base::Status() : notConnected(system);
}

Result<std::optional<ConnectionRow>> ConnectionStore::connection(const std::string &system) const
{
    Statement statement(m_database, TOPLINE_CONNECTION_SELECT "WHERE system = ?", system);
    TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return std::optional<ConnectionRow>();
    ConnectionRow out;
    TRY(readConnection(statement, out));
    return std::optional<ConnectionRow>(std::move(out));
}

Result<std::vector<ConnectionRow>> ConnectionStore::connections() const
{
    std::vector<ConnectionRow> out;
    Statement statement(m_database, TOPLINE_CONNECTION_SELECT "ORDER BY system");
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        TRY(readConnection(statement, out.emplace_back()));
    }
}

} // namespace topline::store
