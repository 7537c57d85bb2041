// The definition of every metric in one table: what a hover, an export and the README say about it.
// Called by reports and the terminal program on any thread; constant data.
#pragma once

#include "core/domain/metric.h"

#include <span>
#include <string_view>

namespace topline::metrics {

struct MetricDefinition {
    std::string_view id;
    int version = 1; // goes up when the formula changes, so that old exports stay readable
    domain::Unit unit = domain::Unit::Count;
    std::string_view formula; // in symbols; sentences are the window's business
    int windowDays = 0;       // 0: at one moment, or the whole history
    int minN = 0;             // below: absent or marked "low confidence"
};

std::span<const MetricDefinition> catalogue();

// nullptr for an id that is not in the table.
const MetricDefinition *definitionOf(std::string_view id);

} // namespace topline::metrics
