// What was forecast in a week, deal by deal, so that it can be held against what became of it; a
// rep's own call; and the flow between two weeks. Made by core/predict, kept by the store, shown by
// the window and the terminal program. Plain values, any thread.
#pragma once

#include "core/base/money.h"
#include "core/base/time.h"
#include "core/domain/ids.h"
#include "core/domain/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

// Numbers are stored.
enum class ForecastCategory : std::int32_t {
    Pipeline = 0,
    Best = 1,
    Commit = 2,
    Closed = 3,
    Omitted = 4
};
inline constexpr std::size_t forecastCategoryCount = 5;

// How far a forecast looks: the next days, or to the end of this calendar quarter.
enum class ForecastSpan : std::int32_t { Days30 = 0, Days60 = 1, Days90 = 2, Quarter = 3 };
inline constexpr std::size_t forecastSpanCount = 4;

// A rep's own word on a deal. The newest stands beside what the stage says and never replaces it.
struct ForecastCall {
    DealId deal;
    std::optional<ForecastCategory> category; // absent: taken back
    std::string by;
    base::UtcMs atMs = 0;
    bool operator==(const ForecastCall &) const = default;
};

// A deal as it stood when the week was written: open, or closed not long before.
struct WeekDeal {
    DealId deal;
    OwnerId owner;
    std::int64_t minor = 0;
    std::optional<base::UtcMs> closeMs; // expected, or actual of a closed deal
    StageKind kind = StageKind::Open;
    ForecastCategory mapped = ForecastCategory::Pipeline;
    std::optional<ForecastCategory> called;
    std::int64_t winPpm = 0; // P(won within 90 days); 0 for closed ones
    bool operator==(const WeekDeal &) const = default;
};

// Minor units of what closes from startMs (inclusive) to endMs (exclusive).
struct WeekFigure {
    ForecastSpan span = ForecastSpan::Days90;
    base::UtcMs startMs = 0;
    base::UtcMs endMs = 0;
    std::int64_t expectedMinor = 0;
    std::int64_t p10Minor = 0;
    std::int64_t p50Minor = 0;
    std::int64_t p90Minor = 0;
    bool operator==(const WeekFigure &) const = default;
};

struct ForecastWeek {
    base::UtcMs weekMs = 0; // Monday, in the workspace's zone
    base::UtcMs atMs = 0;   // when it was written
    base::Currency currency = base::Currency::usd();
    std::vector<WeekDeal> deals;     // by id
    std::vector<WeekFigure> figures; // by span
    bool operator==(const ForecastWeek &) const = default;
};

enum class FlowKind { New, PulledIn, Slipped, Up, Down, Won, Lost, Removed };
inline constexpr std::size_t flowKindCount = 8;

struct FlowRow {
    FlowKind kind = FlowKind::New;
    std::int64_t minor = 0; // signed: what it did to the sum
    std::vector<DealId> deals;
};

// Open deals that are expected to close within a period, at two weeks:
// startMinor + the sum of all rows = endMinor, exactly.
struct ForecastFlow {
    base::UtcMs fromMs = 0; // the two moments
    base::UtcMs toMs = 0;
    base::UtcMs periodStartMs = 0;
    base::UtcMs periodEndMs = 0;
    std::int64_t startMinor = 0;
    std::int64_t endMinor = 0;
    std::vector<FlowRow> rows; // every kind once, in the order of FlowKind
};

// A stored forecast whose time is over, against what was won in it.
struct ForecastCheck {
    base::UtcMs weekMs = 0;
    WeekFigure forecast;
    std::int64_t actualMinor = 0;
    std::optional<double> accuracy; // 1 - |A - F| / A, of the expected figure; absent when A is 0
    bool inside = false;            // between P10 and P90
    std::vector<DealId> won;        // behind the actual
};

} // namespace topline::domain
