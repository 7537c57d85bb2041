// Plays of the workspace: their versions, of which none is ever changed or deleted, and which of
// them is in force. Written by the engine inside its transaction, in few statements however many
// plays there are; read by the engine and by reading threads.
#pragma once

#include "core/base/result.h"
#include "core/domain/play_view.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class PlayStore {
public:
    explicit PlayStore(Database &database)
        : m_database(database)
    {
    }

    // Refused when a version is there already.
    base::Status add(const std::vector<domain::PlayVersion> &versions);
    base::Status setStates(const std::vector<domain::PlayState> &states);

    base::Result<std::vector<domain::PlayState>> states() const; // by id
    // Without their texts, by id and version.
    base::Result<std::vector<domain::PlayVersion>> headings() const;
    base::Result<std::vector<domain::PlayVersion>> versions(const std::string &playId) const;
    base::Result<std::optional<domain::PlayVersion>> version(const std::string &playId,
                                                             std::int64_t version) const;

    // By play id; hits, proposals and executions from `fromMs` on, and what is open or under way.
    base::Result<std::map<std::string, domain::PlayFigures>> figures(base::UtcMs fromMs) const;
    // Of every step with variants, all time.
    base::Result<std::map<std::string, domain::VariantTest>> variantTests() const;

private:
    Database &m_database;
};

} // namespace topline::store
