// Builders for metric tests: a pipeline of four open stages, deals with their histories in a few
// words, and a random company from a seed. Test code only; no failure is reported but a wrong test.
#pragma once

#include "core/metrics/input.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace topline::metrics_test {

// 2025-11-18 10:14 UTC, a Tuesday of ISO week 47.
inline constexpr base::UtcMs noon = 1'763'460'840'000;
inline constexpr std::int64_t wonStage = 5;
inline constexpr std::int64_t lostStage = 6;

// Days before (negative) or after `noon`.
constexpr base::UtcMs day(double days)
{
    return noon + static_cast<base::UtcMs>(days * static_cast<double>(base::dayMs));
}

class World {
public:
    World();

    metrics::MetricsInput input;

    // A deal of owner 1 and account 1; returns it for further changes. Amount in whole dollars.
    domain::Deal &add(std::int64_t id, double createdDay, std::int64_t dollars);
    // Enters the stage (1 to 6) and, when won or lost, closes.
    void enter(std::int64_t id, std::int64_t stage, double atDay);
    void amount(std::int64_t id, std::int64_t dollars, double atDay);

    // Created, through the first stage, won or lost: the shortest whole life.
    domain::Deal &closed(std::int64_t id, bool won, double createdDay, double closedDay,
                         std::int64_t dollars = 1'000);
};

// `deals` deals over two years up to noon with stages, amounts, owners, sources and quotas.
World randomWorld(unsigned seed, int deals);

} // namespace topline::metrics_test
