#include "core/scoring/account_score.h"

#include "core/scoring/points.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace topline::scoring {

using domain::ReasonCode;
using domain::ScoreRow;
using domain::Tier;

namespace {

constexpr std::int64_t industryPoints = 40;
constexpr std::int64_t sizePoints = 30;

std::string lowered(std::string text)
{
    for (char &c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

bool industryFits(const std::string &industry, const domain::ScorePolicy &policy)
{
    if (industry.empty() || policy.industries.empty())
        return !industry.empty();
    return std::any_of(
        policy.industries.begin(), policy.industries.end(),
        [&industry](const std::string &wanted) { return lowered(wanted) == lowered(industry); });
}

// One row; its label names what matched.
ScoreRow fitRow(const domain::AccountHistory &history, const domain::ScorePolicy &policy)
{
    std::int64_t points = 0;
    std::string matched;
    const auto add = [&](std::int64_t more, const char *word) {
        if (more == 0)
            return;
        points += more;
        matched += (matched.empty() ? "" : ",") + std::string(word);
    };
    add(industryFits(history.account.industry, policy) ? industryPoints : 0, "industry");
    const auto employees = history.account.employees;
    const bool sizeFits =
        employees && *employees >= policy.employeesMin && *employees <= policy.employeesMax;
    add(sizeFits ? sizePoints : 0, "size");
    std::int64_t seniority = 0;
    for (const auto &contact : history.contacts) {
        if (!contact.deleted)
            seniority = std::max(seniority, seniorityPoints(contact.title));
    }
    add(seniority, "title");
    return {{ReasonCode::ScoreFit, {matched}}, points * 1'000};
}

struct KindSum {
    double points = 0;
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
        KindSum &sum = out[weight.group][event->kind];
        const double halves =
            static_cast<double>(now - event->atMs) / static_cast<double>(weight.halfLifeMs);
        sum.points += static_cast<double>(weight.points) * std::exp2(-halves);
        ++sum.count;
        sum.newestMs = event->atMs;
    }
    return out;
}

// Rows in whole milli-points, group by group, each group followed by what its cap takes away.
std::vector<ScoreRow> engagementRows(const std::map<Group, KindSums> &sums,
                                     const domain::ScorePolicy &policy)
{
    std::vector<ScoreRow> out;
    std::int64_t total = 0;
    for (const Group group : groups) {
        const auto found = sums.find(group);
        if (found == sums.end())
            continue;
        std::int64_t groupMilli = 0;
        for (const auto &[kind, sum] : found->second) {
            const std::int64_t milli = std::llround(sum.points * 1'000.0);
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
    const ScoreRow fit = fitRow(history, policy);
    out.fitMilli = fit.milliPoints;
    out.rows = engagementRows(decayedSums(history, policy, now), policy);
    out.engagementMilli = sumOf(out.rows);
    out.rows.insert(out.rows.begin(), fit);
    out.totalMilli = (out.fitMilli + out.engagementMilli) / 2;
    halve(out.rows, out.totalMilli);
    out.tier = tierOf(out.totalMilli, policy, before);
    return out;
}

} // namespace topline::scoring
