// Makes a feed card out of what the tables know: adds the play's name, the win probability, the
// rank and the lane. Used by the feed index and by reads, on either thread. Pure.
#pragma once

#include "core/domain/feed.h"
#include "core/domain/play.h"
#include "core/domain/policy.h"
#include "core/engine/feed/acceptance_reads.h"
#include "core/store/action_store.h"
#include "core/store/derived_store.h"

#include <optional>
#include <vector>

namespace topline::engine {

// nullopt for a stage that is unset.
std::optional<domain::WinProbability> winProbability(const store::StageCounts &counts,
                                                     domain::StageId stage);

// When it changes by the recipient's clock whether a card of a call says that it is too early or
// too late; nothing for other cards.
std::optional<base::UtcMs> reachTurnMs(const store::CardRow &row, const domain::Policy &policy,
                                       base::UtcMs now);

class CardMaker {
public:
    CardMaker(const std::vector<domain::Play> &plays, const domain::Policy &policy)
        : m_plays(plays)
        , m_policy(policy)
    {
    }

    domain::FeedCard make(const store::CardRow &row, const store::StageCounts &counts,
                          base::UtcMs now) const;
    // True when any play's is other than before.
    bool setAcceptances(PlayAcceptances acceptances);

    // nullptr for actions made by hand and for plays that are gone.
    const domain::Play *play(const std::string &id) const;

private:
    const std::vector<domain::Play> &m_plays;
    const domain::Policy &m_policy;
    PlayAcceptances m_acceptances;
};

} // namespace topline::engine
