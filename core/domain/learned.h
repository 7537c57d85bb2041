// What is learned from all deals in the night and kept: the win model, what it says beside the
// forecast of each open deal, the week's forecast. Made by core/engine with core/predict on a
// reading thread, kept by the store. Plain values, any thread.
#pragma once

#include "core/domain/forecast_week.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

struct LearnedModel {
    base::UtcMs learnedMs = 0;
    std::int64_t closedDeals = 0; // won or lost when it was learned
    base::Currency currency = base::Currency::usd();
    std::string text; // as core/predict writes it
    bool operator==(const LearnedModel &) const = default;
};

// The chance to win a deal by its close date, beside the median of that among the open deals of its
// stage.
struct CommitChance {
    std::int64_t ppm = 0;
    std::int64_t medianPpm = 0;
    bool operator==(const CommitChance &) const = default;
};

// True for the stage and close date that it names, and no longer once one of them moved.
struct DealOutlook {
    DealId deal;
    StageId stage;
    std::optional<base::UtcMs> dueMs;
    std::optional<CommitChance> commit; // absent: no date ahead, no age, or too few deals beside it
    std::int64_t signalMicro = 0;       // what signals add to the log-odds of winning
    bool operator==(const DealOutlook &) const = default;
};

struct LearningDue {
    bool model = false;
    bool week = false;

    bool any() const { return model || week; }
};

struct Learned {
    std::optional<LearnedModel> model; // with the outlooks of all open deals
    std::vector<DealOutlook> outlooks; // by deal
    std::optional<ForecastWeek> week;
};

} // namespace topline::domain
