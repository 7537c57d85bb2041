#include "core/predict/forecast_weeks.h"

#include "core/base/check.h"
#include "core/predict/forecast_categories.h"
#include "core/predict/forecast_report.h"

#include <cmath>

namespace topline::predict {

base::UtcMs weekStart(const base::TimeZone &zone, base::UtcMs at)
{
    return zone.startOfDay(base::mondayOf(zone.dateOf(at)));
}

domain::ForecastWeek weekDeals(const ForecastInput &input)
{
    domain::ForecastWeek out;
    out.weekMs = weekStart(input.zone, input.now);
    out.atMs = input.now;
    out.currency = input.currency;
    const auto calls = callsOf(input);
    std::map<domain::DealId, HandFigure> hand;
    for (const HandFigure &figure : figuresAt(input, input.now, 90 * base::dayMs).hand)
        hand[figure.deal.course->deal] = figure;
    for (const DealCourse &course : input.deals) {
        const auto open = hand.find(course.deal);
        const bool isRecent = course.closedMs && *course.closedMs < input.now &&
                              *course.closedMs >= input.now - weekKeepsClosedMs &&
                              !course.otherCurrency && inScope(input, course);
        if (open == hand.end() && !(isRecent && course.kind != domain::StageKind::Open))
            continue;
        domain::WeekDeal deal{course.deal,        course.owner,
                              finalMinor(course), course.closedMs,
                              course.kind,        domain::ForecastCategory::Closed,
                              std::nullopt,       0};
        if (open != hand.end()) {
            deal.kind = domain::StageKind::Open;
            deal.minor = open->second.deal.minor;
            deal.closeMs = course.closeMs;
            deal.mapped = mappedCategory(open->second.stageRate, input.policy);
            deal.winPpm = std::llround(open->second.stageSoon.value_or(0) * 1e6);
        } else if (course.kind == domain::StageKind::Lost) {
            deal.mapped = domain::ForecastCategory::Omitted;
        }
        if (const auto call = calls.find(course.deal); call != calls.end())
            deal.called = call->second;
        out.deals.push_back(deal);
    }
    return out;
}

domain::ForecastWeek forecastWeek(const ForecastInput &input)
{
    CHECK(!input.owner);
    domain::ForecastWeek out = weekDeals(input);
    for (std::size_t i = 0; i < domain::forecastSpanCount; ++i) {
        const auto span = static_cast<domain::ForecastSpan>(i);
        const domain::ForecastReport report = forecastReport(input, span);
        // What was won already is known and no forecast: the record is of what is to come.
        const std::int64_t known = report.closed.minor;
        out.figures.push_back({span, report.asOfMs, report.endMs, report.expectedMinor - known,
                               report.range.p10Minor - known, report.range.p50Minor - known,
                               report.range.p90Minor - known});
    }
    return out;
}

} // namespace topline::predict
