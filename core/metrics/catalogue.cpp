#include "core/metrics/catalogue.h"

#include "core/metrics/input.h"

#include <algorithm>

namespace topline::metrics {

using domain::Unit;

namespace {

constexpr int windowDays = windowWeeks * 7;
constexpr int confident = static_cast<int>(closedConfidentMin);

constexpr MetricDefinition table[] = {
    {"open_pipeline", 1, Unit::Money, "sum(amount of open deals)", 0, 0},
    {"weighted_pipeline", 1, Unit::Money, "sum(amount x (won_s + 20 p0) / (closed_s + 20))", 0, 1},
    {"coverage", 1, Unit::Ratio, "open_pipeline / (quota of the quarter - won in it)", 0, 0},
    {"win_rate_3m", 1, Unit::Ratio, "won / (won + lost)", windowDays, 1},
    {"cycle_won_3m", 1, Unit::Days, "median(close - created of won deals)", windowDays, 1},
    {"at_risk", 1, Unit::Money, "sum(amount of open deals stalled or past their close date)", 0, 0},
    {"velocity", 1, Unit::MoneyPerDay, "N x W x D / L", windowDays, 1},
    {"rvi", 1, Unit::Index, "100 x prod((x_i / b_i)^w_i), cycle inverted", windowDays, confident},
    {"rvi_win_rate", 1, Unit::Ratio, "(won + 20 p0) / (closed + 20)", windowDays, confident},
    {"rvi_cycle", 1, Unit::Days, "median(close - created of won deals)", windowDays, confident},
    {"rvi_deal_size", 1, Unit::Money, "median(amount of won deals)", windowDays, confident},
    {"rvi_pipeline_per_rep", 1, Unit::Money, "mean over weeks(open pipeline / reps)", windowDays,
     0},
    {"speed_median", 1, Unit::Millis, "median(first touch - the buyer's moment)", 90, 1},
    {"speed_p90", 1, Unit::Millis, "p90(first touch - the buyer's moment)", 90, 1},
    {"speed_within_5min", 1, Unit::Ratio, "touched within 5 min / touched", 90, 1},
    {"speed_work_median", 1, Unit::Millis, "median(working time until the first touch)", 90, 1},
    {"speed_work_p90", 1, Unit::Millis, "p90(working time until the first touch)", 90, 1},
    {"speed_work_within_5min", 1, Unit::Ratio, "touched within 5 min of work / touched", 90, 1},
};

} // namespace

std::span<const MetricDefinition> catalogue()
{
    return table;
}

const MetricDefinition *definitionOf(std::string_view id)
{
    const auto *found = std::find_if(std::begin(table), std::end(table),
                                     [&](const MetricDefinition &row) { return row.id == id; });
    return found == std::end(table) ? nullptr : found;
}

} // namespace topline::metrics
