#include "core/engine/card_make.h"

#include "core/feed/rank.h"
#include "core/scoring/win_probability.h"

#include <algorithm>

namespace topline::engine {

std::optional<domain::WinProbability> winProbability(const store::StageCounts &counts,
                                                     domain::StageId stage)
{
    if (!stage.isSet())
        return std::nullopt;
    domain::StageCount count{.stage = stage};
    for (const auto &known : counts.byStage) {
        if (known.stage == stage)
            count = known;
    }
    return scoring::stageWinProbability(count, counts.all.won, counts.all.closed);
}

domain::FeedCard CardMaker::make(const store::CardRow &row, const store::StageCounts &counts,
                                 base::UtcMs now) const
{
    domain::FeedCard out = row.card;
    if (const auto *named = play(out.action.playId))
        out.playName = named->name;
    if (row.dealOpen)
        out.probability = winProbability(counts, row.dealStage);
    const auto known = m_acceptances.find(out.action.playId);
    out.rank =
        feed::rankFactors(out.action, m_policy, now,
                          known == m_acceptances.end() ? domain::PlayAcceptance() : known->second);
    out.lane = feed::laneOf(out.action, now);
    return out;
}

bool CardMaker::setAcceptances(PlayAcceptances acceptances)
{
    if (acceptances == m_acceptances)
        return false;
    m_acceptances = std::move(acceptances);
    return true;
}

const domain::Play *CardMaker::play(const std::string &id) const
{
    const auto found = std::find_if(m_plays.begin(), m_plays.end(),
                                    [&](const auto &each) { return each.id == id; });
    return found == m_plays.end() ? nullptr : &*found;
}

} // namespace topline::engine
