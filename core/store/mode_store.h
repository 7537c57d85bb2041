// How far plays may go by themselves, and the conduct that it is judged by: approvals, mails that
// were sent, and what came back for them. Written by the engine inside its transaction; changes are
// only ever added.
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/play_mode.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace topline::store {

class Database;

class ModeStore {
public:
    explicit ModeStore(Database &database)
        : m_database(database)
    {
    }

    // The newest of each play.
    base::Result<std::map<std::string, domain::ModeChange>> modes() const;
    base::Result<std::vector<domain::ModeChange>> history(std::int64_t limit) const; // newest first
    base::Status add(const domain::ModeChange &change);
    // Of every play with anything to tell since its mode last changed, by its id.
    base::Result<std::vector<domain::PlayConduct>> conduct() const;
    // Actions of plays made since then, ghosts too, per play and rep.
    base::Result<std::map<std::pair<std::string, domain::OwnerId>, std::int64_t>>
    proposedSince(base::UtcMs sinceMs) const;

private:
    Database &m_database;
};

} // namespace topline::store
