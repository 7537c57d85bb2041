// Builders for forecast tests: deals with their courses in a few words, and a random company from a
// seed. Test code only; no failure is reported but a wrong test.
#pragma once

#include "core/predict/forecast_input.h"

#include <cstdint>

namespace topline::predict_test {

// 2025-11-18 10:14 UTC, a Tuesday.
inline constexpr base::UtcMs noon = 1'763'460'840'000;

// Days before (negative) or after `noon`.
constexpr base::UtcMs day(double days)
{
    return noon + static_cast<base::UtcMs>(days * static_cast<double>(base::dayMs));
}

// A deal of owner 1, open, in USD cents.
predict::DealCourse course(std::int64_t id, double startDay, std::int64_t minor);

void close(predict::DealCourse &course, bool won, double atDay);

// Deals over two years up to `noon`: three stages, three owners, lives of up to about half a year,
// amounts with a long tail, some changed on the way.
predict::ForecastInput randomCompany(std::uint64_t seed, int deals);

} // namespace topline::predict_test
