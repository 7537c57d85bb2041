#include "tests/ui/sample_forecast.h"

#include "core/engine/deals/forecast_input.h"
#include "core/predict/forecast_report.h"
#include "core/predict/forecast_weeks.h"
#include "tests/ui/sample_reports.h"

namespace topline::test {

namespace {

domain::ForecastReport made()
{
    predict::ForecastInput input = engine::forecastInput(sampleCompany());
    input.policy.draws = 500;
    for (int weeksAgo = 12; weeksAgo >= 1; --weeksAgo) {
        predict::ForecastInput then = input;
        then.weeks.clear();
        then.now -= weeksAgo * 7 * base::dayMs;
        input.weeks.push_back(predict::forecastWeek(then));
    }
    for (predict::DealCourse &course : input.deals) {
        if (course.kind == domain::StageKind::Open && course.deal.value % 9 == 0)
            input.calls.push_back(
                {course.deal, domain::ForecastCategory::Commit, "Maya Okafor", input.now});
        if (course.kind == domain::StageKind::Open && course.deal.value % 11 == 0)
            for (predict::AmountStep &step : course.amounts)
                step.minor *= 6;
    }
    return predict::forecastReport(input, domain::ForecastSpan::Days30);
}

} // namespace

const domain::ForecastReport &sampleForecast()
{
    static const domain::ForecastReport report = made();
    return report;
}

} // namespace topline::test
