#include "core/engine/guards/play_set.h"

#include "core/base/hash.h"
#include "core/engine/guards/mode_rules.h"
#include "core/plays/play_file.h"
#include "core/plays/play_text.h"
#include "core/plays/shipped_plays.h"

#include <algorithm>

namespace topline::engine {

const domain::Play *PlaySet::find(const std::string &id) const
{
    const auto found = std::find_if(m_inForce.begin(), m_inForce.end(),
                                    [&](const auto &play) { return play.id == id; });
    return found == m_inForce.end() ? nullptr : &*found;
}

base::Status PlaySet::refresh(const store::PlayStore &plays, const store::ModeStore &modes)
{
    TRY_ASSIGN(auto states, plays.states());
    TRY_ASSIGN(auto changes, modes.modes());
    if (states == m_states && changes == m_modes)
        return {};
    std::vector<domain::Play> inForce;
    for (const auto &state : states) {
        TRY_ASSIGN(const domain::Play *const document, version(plays, state.playId, state.version));
        auto &play = inForce.emplace_back(*document);
        const auto last = changes.find(play.id);
        play.mode = modeInForce(play, last == changes.end() ? nullptr : &last->second);
        const bool isKnown =
            m_known.empty() || std::find(m_known.begin(), m_known.end(), play.id) != m_known.end();
        play.isOn = state.isOn && isKnown;
    }
    m_inForce = std::move(inForce);
    m_states = std::move(states);
    m_modes = std::move(changes);
    return {};
}

base::Result<const domain::Play *> PlaySet::version(const store::PlayStore &plays,
                                                    const std::string &id, std::int64_t version)
{
    if (const auto found = m_parsed.find({id, version}); found != m_parsed.end())
        return &found->second;
    TRY_ASSIGN(const auto row, plays.version(id, version));
    if (!row)
        return base::Error{base::ErrorCode::NotFound, "There is no version " +
                                                          std::to_string(version) +
                                                          " of the play \"" + id + "\"."};
    const auto *const shipped = plays::playOfShippedText(row->yaml);
    auto play = shipped ? *shipped : plays::parsePlay(row->yaml, id + ".yaml");
    if (!play.ok())
        return base::Error{.code = base::ErrorCode::Corrupt,
                           .message = "The stored play \"" + id +
                                      "\" cannot be read: " + play.error().message,
                           .kept = "Nothing was changed.",
                           .todo = "Open the workspace with the newest version of the program.",
                           .place = play.error().place};
    play->version = row->version;
    return &m_parsed.emplace(Key(id, version), std::move(play).value()).first->second;
}

std::string sourceHash(const std::string &yaml)
{
    return base::hex(base::sha256(plays::withVersion(yaml, 0)));
}

} // namespace topline::engine
