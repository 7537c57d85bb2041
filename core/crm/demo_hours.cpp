#include "core/crm/demo_hours.h"

#include <algorithm>
#include <array>

namespace topline::crm {

namespace {

constexpr std::array<double, 24> weekdayShape = {0.06, 0.04, 0.04, 0.04, 0.06, 0.12, 0.30, 0.80,
                                                 1.70, 2.60, 2.90, 2.70, 1.90, 2.30, 2.80, 2.60,
                                                 2.20, 1.40, 0.80, 0.55, 0.45, 0.35, 0.20, 0.10};
constexpr double weekendFactor = 0.22;

// 168 hours from Monday 00:00, scaled so that the mean is 1.
std::array<double, 168> makeProfile()
{
    std::array<double, 168> out{};
    double sum = 0;
    for (std::size_t hour = 0; hour < out.size(); ++hour) {
        out[hour] = weekdayShape[hour % 24] * (hour >= 120 ? weekendFactor : 1);
        sum += out[hour];
    }
    for (auto &value : out)
        value *= 168 / sum;
    return out;
}

const std::array<double, 168> &profile()
{
    static const std::array<double, 168> table = makeProfile();
    return table;
}

// Hours since a Monday 00:00 (1970-01-01 was a Thursday).
std::int64_t hourCount(base::UtcMs localMs)
{
    const base::UtcMs shifted = localMs + 3 * base::dayMs;
    return shifted >= 0 ? shifted / base::hourMs : (shifted - base::hourMs + 1) / base::hourMs;
}

std::size_t hourOfWeek(base::UtcMs localMs)
{
    return static_cast<std::size_t>(((hourCount(localMs) % 168) + 168) % 168);
}

} // namespace

double demoActivity(base::UtcMs atMs, int offsetMinutes)
{
    return profile()[hourOfWeek(atMs + offsetMinutes * base::minuteMs)];
}

double demoActivityPeak()
{
    static const double peak = *std::max_element(profile().begin(), profile().end());
    return peak;
}

base::UtcMs demoWorkingTime(base::Random &random, base::UtcMs aroundMs, int offsetMinutes)
{
    const base::UtcMs local = aroundMs + offsetMinutes * base::minuteMs;
    const std::size_t hour = hourOfWeek(local);
    std::int64_t dayStartHour = hourCount(local) - static_cast<std::int64_t>(hour % 24);
    if (hour >= 120 && !random.chance(0.125))
        dayStartHour += hour >= 144 ? 24 : 48;
    const std::size_t drawn = random.weighted(weekdayShape.data(), weekdayShape.size());
    const base::UtcMs start = (dayStartHour + static_cast<std::int64_t>(drawn)) * base::hourMs -
                              3 * base::dayMs - offsetMinutes * base::minuteMs;
    return start + static_cast<base::UtcMs>(random.below(static_cast<std::uint64_t>(base::hourMs)));
}

} // namespace topline::crm
