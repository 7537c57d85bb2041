#include "core/engine/feed/card_make.h"

#include "core/feed/rank.h"
#include "core/plays/business_hours.h"
#include "core/scoring/win_probability.h"

#include <algorithm>

namespace topline::engine {

namespace {

constexpr domain::Band laterBand = 3;

// A card that asks somebody to pick up the telephone; those of a CRM alone disturb nobody.
bool callsSomebody(const domain::FeedCard &card)
{
    const auto &action = card.action;
    return action.kind == domain::ActionKind::Call && action.contact.isSet() &&
           (action.state == domain::ActionState::Proposed ||
            action.state == domain::ActionState::Snoozed);
}

// Whoever asked to be called and waits is rung up at any hour, as far as the workspace allows it.
bool waitsForHours(const domain::Action &action, const domain::GuardPolicy &policy)
{
    return action.state == domain::ActionState::Proposed &&
           (action.urgency != domain::Urgency::Inbound ||
            policy.offHours == domain::OffHours::Nobody);
}

plays::Whereabouts whereaboutsOf(const store::CardRow &row, const domain::Policy &policy)
{
    return plays::whereabouts(row.card.contactTimeZone, row.country, policy.zone);
}

} // namespace

std::optional<base::UtcMs> reachTurnMs(const store::CardRow &row, const domain::Policy &policy,
                                       base::UtcMs now)
{
    if (!callsSomebody(row.card))
        return std::nullopt;
    const auto where = whereaboutsOf(row, policy);
    if (const auto wait = plays::waitToReach(now, where, policy.guards))
        return wait->untilMs;
    return plays::reachEndsMs(now, where, policy.guards);
}

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
        feed::rankFactors(out.action, m_policy.feed, now,
                          known == m_acceptances.end() ? domain::PlayAcceptance() : known->second);
    out.lane = feed::laneOf(out.action, now);
    if (callsSomebody(row.card)) {
        const auto where = whereaboutsOf(row, m_policy);
        if (const auto wait = plays::waitToReach(now, where, m_policy.guards)) {
            out.reachFromMs = wait->untilMs;
            out.reachZone = where.zone.name();
            if (waitsForHours(out.action, m_policy.guards)) {
                out.lane = domain::Lane::Later;
                out.rank.band = laterBand;
            }
        }
    }
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
