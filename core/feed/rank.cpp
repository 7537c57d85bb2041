#include "core/feed/rank.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace topline::feed {

using domain::Action;
using domain::ActionState;
using domain::FeedCard;
using domain::Lane;
using domain::Urgency;

namespace {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

// The fraction of the sort key is exact for every effort below this (see sortKey).
constexpr std::int64_t effortLimit = std::int64_t{1} << 31;

bool isAsleep(const Action &action, base::UtcMs now)
{
    return action.state == ActionState::Snoozed &&
           (!action.snoozedUntilMs || *action.snoozedUntilMs > now);
}

bool waitsForThePerson(const Action &action, base::UtcMs now)
{
    return action.state == ActionState::Proposed ||
           (action.state == ActionState::Snoozed && !isAsleep(action, now));
}

Lane laneOfBand(domain::Band band)
{
    if (band <= 1)
        return Lane::Now;
    return band == 2 ? Lane::Today : Lane::Later;
}

std::string hex16(std::uint64_t value)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4)
        out[i] = digits[value & 0xf];
    return out;
}

// Keeps the order of signed numbers when they are read as bytes.
std::uint64_t biased(std::int64_t value)
{
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
}

} // namespace

domain::Band bandOf(const Action &action, base::UtcMs now)
{
    if (isAsleep(action, now))
        return 3;
    // The clock stops when a person has acted, so that a card in its hold keeps its place.
    const base::UtcMs clock = waitsForThePerson(action, now) ? now : action.changedMs;
    switch (action.urgency) {
    case Urgency::Inbound:
        if (action.slaDueMs && *action.slaDueMs <= clock)
            return 0;
        return action.slaDueMs ? 1 : 2;
    case Urgency::Timed:
        return action.slaDueMs ? 1 : 2;
    case Urgency::Today:
        return 2;
    case Urgency::Later:
        return 3;
    }
    return 3;
}

Lane laneOf(const Action &action, base::UtcMs now)
{
    switch (action.state) {
    case ActionState::Failed:
    case ActionState::Unknown:
        return Lane::Now;
    case ActionState::Done:
    case ActionState::Dismissed:
    case ActionState::Expired:
    case ActionState::HeldOut:
        return Lane::Done;
    case ActionState::Executing:
        return Lane::Waiting;
    case ActionState::Approved:
        // While it can still be undone it stays where the hand is.
        if (!action.holdUntilMs || *action.holdUntilMs <= now)
            return Lane::Waiting;
        break;
    case ActionState::Snoozed:
        if (isAsleep(action, now))
            return action.snoozedUntilMs && !action.untilReply ? Lane::Later : Lane::Waiting;
        break;
    case ActionState::Proposed:
        break;
    }
    return laneOfBand(bandOf(action, now));
}

domain::RankFactors rankFactors(const Action &action, const domain::FeedPolicy &policy,
                                base::UtcMs now, const domain::PlayAcceptance &acceptance)
{
    const auto age = static_cast<double>(std::max<base::DurationMs>(0, now - action.signalMs));
    const double halves = age / static_cast<double>(policy.freshnessHalfLifeMs);
    domain::RankFactors out;
    out.band = bandOf(action, now);
    out.gainBasisPoints = action.gainBasisPoints;
    out.freshnessPermille = std::llround(1'000.0 * std::exp2(-halves));
    out.effortMinutes = std::clamp<std::int64_t>(action.effortMinutes, 1, effortLimit - 1);
    out.acceptance = acceptance;
    const std::int64_t others =
        std::max<std::int64_t>(1, std::abs(out.gainBasisPoints)) * 1'000 * 100;
    const std::int64_t amountMax = std::numeric_limits<std::int64_t>::max() / others;
    if (action.amount)
        out.amountMinor = std::clamp<std::int64_t>(action.amount->amountMinor, 0, amountMax);
    return out;
}

bool comesBefore(const FeedCard &a, const FeedCard &b)
{
    if (a.rank.band != b.rank.band)
        return a.rank.band < b.rank.band;
    const Wide left = static_cast<Wide>(a.rank.numerator()) * b.rank.denominator();
    const Wide right = static_cast<Wide>(b.rank.numerator()) * a.rank.denominator();
    if (left != right)
        return left > right;
    if (a.action.createdMs != b.action.createdMs)
        return a.action.createdMs < b.action.createdMs;
    return a.action.id < b.action.id;
}

// value = numerator / effort as whole part and 64 binary places. Two different fractions with
// denominators below 2^31 lie at least 2^-62 apart, so cutting at 2^-64 never joins them and never
// parts equal ones.
std::string sortKey(const FeedCard &card)
{
    const std::int64_t numerator = card.rank.numerator();
    const std::int64_t effort = card.rank.effortMinutes;
    CHECK(effort > 0 && effort < effortLimit);
    std::int64_t whole = numerator / effort;
    std::int64_t rest = numerator % effort;
    if (rest < 0) {
        --whole;
        rest += effort;
    }
    const auto places = static_cast<std::uint64_t>((static_cast<UnsignedWide>(rest) << 64) /
                                                   static_cast<UnsignedWide>(effort));
    std::string out = std::to_string(card.rank.band);
    out += hex16(~biased(whole)); // complements: the larger value comes first
    out += hex16(~places);
    out += hex16(biased(card.action.createdMs));
    out += card.action.id.text();
    return out;
}

std::vector<FeedCard> arrange(std::vector<FeedCard> cards)
{
    for (auto &card : cards)
        card.sortKey = sortKey(card);
    std::sort(cards.begin(), cards.end(),
              [](const FeedCard &a, const FeedCard &b) { return a.sortKey < b.sortKey; });

    // Only proposals fold: what is under way, failed or unknown must stay in sight.
    std::vector<FeedCard> out;
    std::map<std::pair<domain::AccountId, domain::ContactId>, std::size_t> best;
    for (auto &card : cards) {
        card.folded = 0;
        if (card.action.state == ActionState::Proposed) {
            const auto [found, isFirst] =
                best.try_emplace({card.action.account, card.action.contact}, out.size());
            if (!isFirst) {
                ++out[found->second].folded;
                continue;
            }
        }
        out.push_back(std::move(card));
    }
    return out;
}

} // namespace topline::feed
