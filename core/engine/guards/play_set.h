// The plays of a workspace as the engine and the reading threads use them: the versions in force,
// read from the tables and parsed once, and older versions that runs still go by. One per thread
// that asks; refreshed when something may have changed. A text that cannot be parsed is Corrupt.
#pragma once

#include "core/base/result.h"
#include "core/domain/play_view.h"
#include "core/store/mode_store.h"
#include "core/store/play_store.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace topline::engine {

class PlaySet {
public:
    // By id; the vector stays the same object, so that what refers to it sees every change.
    const std::vector<domain::Play> &inForce() const { return m_inForce; }

    const domain::Play *find(const std::string &id) const; // in force

    // Two statements when nothing has changed. Plays that the program no longer has (and that are
    // not among the known) stay for their cards but are off. A play's mode is the one in force.
    base::Status refresh(const store::PlayStore &plays, const store::ModeStore &modes);

    // From the next refresh on; without it every play counts as known.
    void setKnown(std::vector<std::string> known) { m_known = std::move(known); }

    // NotFound when there was no such version.
    base::Result<const domain::Play *> version(const store::PlayStore &plays, const std::string &id,
                                               std::int64_t version);

private:
    using Key = std::pair<std::string, std::int64_t>;

    std::vector<domain::Play> m_inForce;
    std::vector<domain::PlayState> m_states; // that m_inForce was made from, as are these:
    std::map<std::string, domain::ModeChange> m_modes;
    std::vector<std::string> m_known;
    std::map<Key, domain::Play> m_parsed;
};

// The version's text without its number, as a hash: the same text twice is no news.
std::string sourceHash(const std::string &yaml);

} // namespace topline::engine
