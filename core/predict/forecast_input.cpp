#include "core/predict/forecast_input.h"

#include <algorithm>

namespace topline::predict {

double daysOf(base::DurationMs duration)
{
    return static_cast<double>(duration) / static_cast<double>(base::dayMs);
}

bool inScope(const ForecastInput &input, const DealCourse &course)
{
    return !input.owner || course.owner == *input.owner;
}

bool isClosedAt(const DealCourse &course, base::UtcMs at)
{
    return course.kind != domain::StageKind::Open && (!course.closedMs || *course.closedMs < at);
}

std::int64_t minorAt(const DealCourse &course, base::UtcMs at)
{
    std::int64_t minor = course.amounts.empty() ? 0 : course.amounts.front().minor;
    for (const AmountStep &step : course.amounts) {
        if (step.fromMs >= at)
            break;
        minor = step.minor;
    }
    return minor;
}

std::int64_t finalMinor(const DealCourse &course)
{
    return course.amounts.empty() ? 0 : course.amounts.back().minor;
}

std::vector<HandDeal> handAt(const ForecastInput &input, base::UtcMs at)
{
    std::vector<HandDeal> out;
    for (const DealCourse &course : input.deals) {
        const bool begun = !course.startMs || *course.startMs < at;
        if (!begun || isClosedAt(course, at) || !inScope(input, course) || course.otherCurrency)
            continue;
        HandDeal deal;
        deal.course = &course;
        deal.minor = minorAt(course, at);
        if (course.startMs)
            deal.dealAgeDays = daysOf(at - *course.startMs);
        for (const Stay &stay : course.stays) {
            if (stay.enteredMs < at && (!stay.leftMs || *stay.leftMs >= at)) {
                deal.stage = stay.stage;
                deal.stageAgeDays = daysOf(at - stay.enteredMs);
            }
        }
        const bool isLatest = course.stays.empty() || course.stays.back().enteredMs < at;
        if (!deal.stage.isSet() && isLatest && course.kind == domain::StageKind::Open)
            deal.stage = course.stage; // the present one, entered nobody knows when
        out.push_back(deal);
    }
    return out;
}

std::vector<WonDeal> wonWithin(const ForecastInput &input, const Window &window)
{
    std::vector<WonDeal> out;
    for (const DealCourse &course : input.deals) {
        const bool won = course.kind == domain::StageKind::Won && course.closedMs &&
                         *course.closedMs >= window.startMs && *course.closedMs < window.endMs;
        if (!won || !inScope(input, course) || course.otherCurrency)
            continue;
        const bool isNew = course.startMs && *course.startMs >= window.startMs;
        out.push_back({&course, finalMinor(course), isNew});
    }
    return out;
}

std::int64_t minorSum(const std::vector<WonDeal> &won)
{
    std::int64_t sum = 0;
    for (const WonDeal &deal : won)
        sum += deal.minor;
    return sum;
}

Window quarterOf(const ForecastInput &input)
{
    const base::CivilDate today = input.zone.dateOf(input.now);
    const base::CivilDate first{today.year, (today.month - 1) / 3 * 3 + 1, 1};
    return {input.zone.startOfDay(first), input.zone.startOfDay(base::addMonths(first, 3))};
}

Window windowOf(const ForecastInput &input, domain::ForecastSpan span)
{
    if (span == domain::ForecastSpan::Quarter)
        return {input.now, quarterOf(input).endMs};
    const int days = span == domain::ForecastSpan::Days30   ? 30
                     : span == domain::ForecastSpan::Days60 ? 60
                                                            : 90;
    return {input.now, input.now + days * base::dayMs};
}

} // namespace topline::predict
