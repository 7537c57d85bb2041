// What models learn from: one row per look at a deal, columns of numbers or texts, and for every
// value the time at which it became known. Built by feature_deals or from a file, read by all of
// core/predict, on any thread; a plain value.
#pragma once

#include "core/base/time.h"
#include "core/stats/encoder.h"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace topline::predict {

// Known before anything else: a fact that the row was born with.
inline constexpr base::UtcMs alwaysKnown = std::numeric_limits<base::UtcMs>::min();
// There is no outcome yet.
inline constexpr base::UtcMs notYet = std::numeric_limits<base::UtcMs>::max();

struct FeatureRow {
    std::string unit;  // the deal, by an id that stays
    std::string group; // the account: its rows are never split
    base::UtcMs askedMs = 0;
    base::UtcMs outcomeMs = notYet;
    double label = 0; // 1 won, 0 lost; means nothing without an outcome
    bool operator==(const FeatureRow &) const = default;
};

struct FeatureTable {
    std::vector<FeatureRow> rows;
    std::vector<stats::RawColumn> columns;         // each with one value per row
    std::vector<std::vector<base::UtcMs>> knownMs; // by column, then row

    std::vector<double> labels() const;
    std::vector<std::string> groups() const;
};

// Rows by time asked, then unit; so that the order in which they came does not show in any byte.
FeatureTable sorted(const FeatureTable &table);

// With these rows only, in this order.
FeatureTable withRows(const FeatureTable &table, const std::vector<std::size_t> &rows);

// With these columns only, in this order.
FeatureTable withColumns(const FeatureTable &table, const std::vector<std::size_t> &columns);

// Outcomes counted once per unit.
struct OutcomeCount {
    std::int64_t won = 0;
    std::int64_t lost = 0;
};

OutcomeCount countOutcomes(const FeatureTable &table);

} // namespace topline::predict
