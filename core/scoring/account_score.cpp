#include "core/scoring/account_score.h"

#include "core/scoring/fit.h"
#include "core/scoring/forward_sum.h"
#include "core/scoring/points.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace topline::scoring {

using domain::ReasonCode;
using domain::ScoreRow;
using domain::Tier;

namespace {

struct KindSum {
    explicit KindSum(base::DurationMs halfLifeMs)
        : points(halfLifeMs)
    {
    }

    ForwardSum points;
    std::int64_t count = 0;
    base::UtcMs newestMs = 0;
};

using KindSums = std::map<domain::EventKind, KindSum>;

std::map<Group, KindSums> decayedSums(const domain::AccountHistory &history,
                                      const domain::ScorePolicy &policy, base::UtcMs now)
{
    // Floating sums depend on their order; by time and kind they do not depend on arrival.
    std::vector<const domain::Event *> events;
    events.reserve(history.events.size());
    for (const auto &event : history.events) {
        if (!event.suspectBot && event.atMs <= now)
            events.push_back(&event);
    }
    std::sort(events.begin(), events.end(), [](const auto *a, const auto *b) {
        return std::tuple(a->atMs, a->kind, a->amount) < std::tuple(b->atMs, b->kind, b->amount);
    });
    std::map<Group, KindSums> out;
    for (const auto *event : events) {
        const EventWeight weight = weightOf(*event, policy);
        if (weight.points == 0)
            continue;
        KindSum &sum = out[weight.group].try_emplace(event->kind, weight.halfLifeMs).first->second;
        sum.points.add(static_cast<double>(weight.points), event->atMs);
        ++sum.count;
        sum.newestMs = event->atMs;
    }
    return out;
}

// Rows in whole milli-points, group by group, each group followed by what its cap takes away.
std::vector<ScoreRow> engagementRows(const std::map<Group, KindSums> &sums,
                                     const domain::ScorePolicy &policy, base::UtcMs now)
{
    std::vector<ScoreRow> out;
    std::int64_t total = 0;
    for (const Group group : groups) {
        const auto found = sums.find(group);
        if (found == sums.end())
            continue;
        std::int64_t groupMilli = 0;
        for (const auto &[kind, sum] : found->second) {
            const std::int64_t milli = sum.points.milliAt(now);
            if (milli == 0)
                continue;
            out.push_back({{ReasonCode::ScoreEvents,
                            {std::string(domain::eventKindName(kind)), sum.count,
                             domain::AtTime{sum.newestMs}}},
                           milli});
            groupMilli += milli;
        }
        const std::int64_t cap = capPoints(group, policy);
        if (groupMilli > cap * 1'000) {
            out.push_back({{ReasonCode::ScoreGroupCap, {std::string(groupName(group)), cap}},
                           cap * 1'000 - groupMilli});
            groupMilli = cap * 1'000;
        }
        total += groupMilli;
    }
    if (total < 0)
        out.push_back(
            {{ReasonCode::ScoreGroupCap, {std::string("floor"), std::int64_t{0}}}, -total});
    return out;
}

std::int64_t sumOf(const std::vector<ScoreRow> &rows)
{
    std::int64_t out = 0;
    for (const auto &row : rows)
        out += row.milliPoints;
    return out;
}

// Halves every row so that the halves sum to `total`. All odd rows have the same remainder, so the
// largest-remainder rule gives the spare milli-points to the first ones.
void halve(std::vector<ScoreRow> &rows, std::int64_t total)
{
    std::int64_t spare = total;
    std::vector<ScoreRow *> odd;
    for (auto &row : rows) {
        const std::int64_t whole = row.milliPoints;
        row.milliPoints = (whole - (whole & 1)) / 2; // rounds down, for negative rows too
        spare -= row.milliPoints;
        if (whole & 1)
            odd.push_back(&row);
    }
    for (std::size_t i = 0; i < odd.size() && spare > 0; ++i, --spare)
        ++odd[i]->milliPoints;
}

Tier tierOf(std::int64_t totalMilli, const domain::ScorePolicy &policy, Tier before)
{
    const auto holds = [&](Tier tier, std::int64_t points) {
        const std::int64_t slack = before >= tier ? policy.hysteresisPoints : 0;
        return totalMilli >= (points - slack) * 1'000;
    };
    if (holds(Tier::Hot, policy.hotPoints))
        return Tier::Hot;
    return holds(Tier::Warm, policy.warmPoints) ? Tier::Warm : Tier::Cold;
}

} // namespace

domain::AccountScore scoreAccount(const domain::AccountHistory &history,
                                  const domain::ScorePolicy &policy, base::UtcMs now, Tier before)
{
    domain::AccountScore out;
    out.account = history.account.id;
    out.computedMs = now;
    const FitScore fit = fitScore(history, policy.icp);
    out.fitMilli = fit.milli;
    out.rows = engagementRows(decayedSums(history, policy, now), policy, now);
    out.engagementMilli = sumOf(out.rows);
    out.rows.insert(out.rows.begin(), fit.rows.begin(), fit.rows.end());
    out.totalMilli = (out.fitMilli + out.engagementMilli) / 2;
    halve(out.rows, out.totalMilli);
    out.tier = tierOf(out.totalMilli, policy, before);
    return out;
}

std::string gridCell(const domain::AccountScore &score, const domain::ScorePolicy &policy)
{
    const auto band = [&policy](std::int64_t milli) {
        return milli >= policy.hotPoints * 1'000 ? 0 : (milli >= policy.warmPoints * 1'000 ? 1 : 2);
    };
    return {static_cast<char>('A' + band(score.fitMilli)),
            static_cast<char>('1' + band(score.engagementMilli))};
}

} // namespace topline::scoring
