// Facts, stages and cohorts for tests of risk: sound unless a test says otherwise. Used by
// tests/risk only; plain values.
#pragma once

#include "core/risk/norms.h"

#include <vector>

namespace topline::risk {

inline constexpr base::UtcMs testNow = 1'700'000'000'000;

inline std::vector<domain::Stage> testStages()
{
    std::vector<domain::Stage> out;
    const char *const names[] = {"Discovery", "Demo", "Proposal", "Won", "Lost"};
    const domain::StageKind kinds[] = {domain::StageKind::Open, domain::StageKind::Open,
                                       domain::StageKind::Open, domain::StageKind::Won,
                                       domain::StageKind::Lost};
    for (int i = 0; i < 5; ++i) {
        domain::Stage stage;
        stage.id = {i + 1};
        stage.name = names[i];
        stage.order = i;
        stage.kind = kinds[i];
        out.push_back(stage);
    }
    return out;
}

inline base::Money dollars(std::int64_t amount)
{
    return {amount * 100, base::Currency::usd()};
}

// An open deal in stage 2 for five days with nothing wrong.
inline domain::RiskFacts openFacts(std::int64_t id)
{
    domain::RiskFacts out;
    out.deal = {id};
    out.account = {id};
    out.stage = {2};
    out.industry = "Software";
    out.amount = dollars(1'000);
    out.firstMinor = 100'000;
    out.startMs = testNow - 20 * base::dayMs;
    out.dueMs = testNow + 20 * base::dayMs;
    out.lastTwoWayMs = testNow - 2 * base::dayMs;
    out.touches = 4;
    out.touchSpanMs = 12 * base::dayMs;
    out.engaged = 3;
    out.leaders = 1;
    out.roles = 1;
    out.nextStep = true;
    out.stays = {{{1}, *out.startMs, testNow - 5 * base::dayMs},
                 {{2}, testNow - 5 * base::dayMs, std::nullopt}};
    return out;
}

// Won after `days`, ten of them in stage 2.
inline domain::RiskFacts wonFacts(std::int64_t id, int days = 40)
{
    domain::RiskFacts out = openFacts(id);
    out.kind = domain::StageKind::Won;
    out.stage = {4};
    out.closedMs = testNow - 100 * base::dayMs;
    out.startMs = *out.closedMs - days * base::dayMs;
    out.dueMs.reset();
    out.lastTwoWayMs = *out.closedMs - base::dayMs;
    out.stays = {{{1}, *out.startMs, *out.closedMs - 10 * base::dayMs},
                 {{2}, *out.closedMs - 10 * base::dayMs, *out.closedMs}};
    return out;
}

inline std::vector<domain::RiskFacts> wonDeals(int count, std::int64_t firstId = 1'000)
{
    std::vector<domain::RiskFacts> out;
    for (int i = 0; i < count; ++i)
        out.push_back(wonFacts(firstId + i));
    return out;
}

} // namespace topline::risk
