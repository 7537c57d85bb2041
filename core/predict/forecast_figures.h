// One forecast at one moment by every method, beside what became of it when that is known. Called
// by the report for now and by the back-test for earlier moments, so that both use one code. Any
// thread; pure, cannot fail.
#pragma once

#include "core/predict/hazard_model.h"

#include <optional>
#include <vector>

namespace topline::predict {

// p = (won + 20 p0) / (closed + 20) over closed deals that were in the stage; p0 over all closed.
class StageRates {
public:
    StageRates(const ForecastInput &input, base::UtcMs at);

    // p0 for a stage that is not known. Absent while nothing has been closed.
    std::optional<double> of(domain::StageId stage) const;

    std::int64_t closedN() const { return m_closed; }

private:
    struct Count {
        std::int64_t won = 0;
        std::int64_t closed = 0;
    };

    std::map<domain::StageId, Count> m_counts;
    std::int64_t m_won = 0;
    std::int64_t m_closed = 0;
};

struct HandFigure {
    HandDeal deal;
    std::optional<double> stageRate;
    std::optional<double> ageSoon;   // P(won within the span), by the age of the deal
    std::optional<double> stageSoon; // likewise, by stage and time in it

    std::optional<double> soon(domain::ForecastMethod method) const;
};

struct OriginFigures {
    base::UtcMs atMs = 0;
    double days = 0;
    std::vector<HandFigure> hand;
    std::vector<WonDeal> last; // won in the same length of time before

    // Sum over deals in hand, minor units. Not for SameAsLast.
    double handMinor(domain::ForecastMethod method) const;

    // New business by the trailing window: won in it and begun in it.
    std::int64_t newMinor() const;

    // handMinor + newMinor; for SameAsLast what was won in the window before.
    double totalMinor(domain::ForecastMethod method) const;
};

OriginFigures figuresAt(const ForecastInput &input, base::UtcMs at, base::DurationMs spanMs);

} // namespace topline::predict
