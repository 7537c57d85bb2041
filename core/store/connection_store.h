// Who is connected, and what each connection needs to go on after a restart; never a secret.
// Written by the engine when somebody connects and as connections change. The database itself
// refuses (Refused) another organisation's id for a system that has one, and forgetting it.
#pragma once

#include "core/base/result.h"
#include "core/domain/connect.h"
#include "core/domain/source_profile.h"
#include "core/domain/sync_view.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

struct ConnectionRow {
    domain::SourceProfile profile; // profile.system names the row
    domain::SignInWay way = domain::SignInWay::Token;
    std::string clientId;
    std::string loginHost;
    std::string apiBase;
    bool isActive = true; // false: disconnected; whose records these are is kept
    domain::ConnectionState state = domain::ConnectionState::Connected;
    std::string error; // of the last try; empty when it went well
    std::string errorReference;
    domain::GateState gate; // allowedToday is our own budget
    std::string day;        // of gate.usedToday, "2026-11-22"
    bool operator==(const ConnectionRow &) const = default;
};

class ConnectionStore {
public:
    explicit ConnectionStore(Database &database)
        : m_database(database)
    {
    }

    // The whole row. Refused when the system has another organisation.
    base::Status put(const ConnectionRow &row);
    base::Status setState(const std::string &system, domain::ConnectionState state,
                          const std::string &error = {}, const std::string &reference = {});
    base::Status setGate(const std::string &system, const domain::GateState &gate,
                         const std::string &day);

    base::Result<std::optional<ConnectionRow>> connection(const std::string &system) const;
    base::Result<std::vector<ConnectionRow>> connections() const; // by system, disconnected too

private:
    Database &m_database;
};

} // namespace topline::store
