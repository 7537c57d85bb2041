#include "core/scoring/tier_rate.h"

#include "core/scoring/account_score.h"
#include "core/stats/rate.h"

#include <algorithm>

namespace topline::scoring {

using domain::EventKind;
using domain::Tier;

namespace {

constexpr double z80 = 1.2815515655446004; // two-sided
constexpr double hotOverBase = 3;

bool isMeeting(const domain::Event &event)
{
    return !event.suspectBot &&
           (event.kind == EventKind::MeetingBooked || event.kind == EventKind::MeetingHeld);
}

} // namespace

std::vector<TierMoment> tierMoments(const domain::AccountHistory &history,
                                    const domain::ScorePolicy &policy, base::UtcMs now)
{
    std::vector<TierMoment> out;
    if (history.events.empty())
        return out;
    const auto first =
        std::min_element(history.events.begin(), history.events.end(),
                         [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
    const std::int64_t periods = (now - first->atMs) / outcomeMs;
    Tier before = Tier::Cold;
    for (std::int64_t back = periods; back >= 1; --back) {
        const base::UtcMs moment = now - back * outcomeMs;
        before = scoreAccount(history, policy, moment, before).tier;
        const bool met = std::any_of(
            history.events.begin(), history.events.end(), [moment](const domain::Event &event) {
                return isMeeting(event) && event.atMs > moment && event.atMs <= moment + outcomeMs;
            });
        out.push_back({before, met});
    }
    return out;
}

domain::TierReport measureTiers(const std::vector<TierMoment> &moments)
{
    domain::TierReport out;
    for (const auto tier : {Tier::Hot, Tier::Warm, Tier::Cold})
        out.tiers.emplace_back().tier = tier;
    for (const auto &[tier, met] : moments) {
        auto &row = out.tiers[static_cast<std::size_t>(Tier::Hot) - static_cast<std::size_t>(tier)];
        ++row.moments;
        row.met += met ? 1 : 0;
        ++out.moments;
        out.met += met ? 1 : 0;
    }
    for (auto &row : out.tiers) {
        if (const auto interval = stats::wilsonInterval(row.met, row.moments, z80)) {
            row.rate = static_cast<double>(row.met) / static_cast<double>(row.moments);
            row.low = interval->low;
        }
    }
    if (out.moments > 0)
        out.baseRate = static_cast<double>(out.met) / static_cast<double>(out.moments);
    out.momentsNeeded = std::max<std::int64_t>(0, momentsMin - out.moments);
    if (out.momentsNeeded > 0)
        return out;
    const auto &hot = out.tiers.front();
    const bool isProven = hot.low && *out.baseRate > 0 && *hot.low >= hotOverBase * *out.baseRate;
    out.verdict = isProven ? domain::TierVerdict::Proven : domain::TierVerdict::NotProven;
    return out;
}

} // namespace topline::scoring
