// Seats of those who take inbound actions, what was decided, and what the reports of it need.
// Written by the engine inside its transaction; decisions are only ever added.
#pragma once

#include "core/base/result.h"
#include "core/domain/routing.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

// One inbound action and what followed for its account.
struct Answered {
    base::Uuid action;
    domain::OwnerId owner;
    base::UtcMs fromMs = 0;               // what the buyer did
    std::optional<base::UtcMs> touchedMs; // the first touch after it
};

class RoutingStore {
public:
    explicit RoutingStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<std::vector<domain::RoutingSeat>> seats() const; // by owner
    base::Status setSeat(const domain::RoutingSeat &seat);
    base::Status removeSeat(domain::OwnerId owner);
    // Inbound actions that wait for each rep.
    base::Result<std::map<domain::OwnerId, std::int64_t>> loads() const;

    base::Status add(const domain::RouteDecision &decision);
    base::Result<std::vector<domain::RouteDecision>> newest(std::int64_t limit) const;
    // Actions whose SLA has run out, which nobody has taken up and which have not been handed on,
    // the oldest first: those of these plays at once, other inbound ones where it ran out at or
    // before `lateMs` and there are seats.
    base::Result<std::vector<base::Uuid>> breached(base::UtcMs nowMs, base::UtcMs lateMs,
                                                   const std::vector<std::string> &plays,
                                                   std::int64_t limit) const;
    // Inbound actions since then, by their signal's moment; ghosts are left out.
    base::Result<std::vector<Answered>> answered(base::UtcMs sinceMs, base::UtcMs nowMs) const;

private:
    Database &m_database;
};

} // namespace topline::store
