#include "core/engine/deals/forecast_input.h"
#include "core/engine/reads/reads.h"
#include "core/predict/forecast_report.h"
#include "core/predict/forecast_weeks.h"

#include <map>

namespace topline::engine {

namespace {

// Pushes, falls of amounts and the flow look back this far; figures of older weeks stay.
constexpr base::DurationMs weeksWithDealsMs = 200 * base::dayMs;

} // namespace

base::Result<predict::ForecastInput> Reads::forecastInput(std::optional<domain::OwnerId> owner)
{
    TRY_ASSIGN(const auto records, metricsInput(owner));
    predict::ForecastInput out = engine::forecastInput(records);
    TRY_ASSIGN(out.weeks, m_tables.forecasts.weeks(m_now - weeksWithDealsMs));
    // Asked for an earlier moment, what was written later is not known yet.
    std::erase_if(out.weeks, [this](const auto &week) { return week.atMs > m_now; });
    TRY_ASSIGN(out.calls, m_tables.forecasts.calls());
    TRY_ASSIGN(const auto learned, m_tables.models.outlooks());
    std::map<domain::DealId, std::int64_t> micros;
    for (const auto &outlook : learned)
        micros[outlook.deal] = outlook.signalMicro;
    for (auto &course : out.deals) {
        const auto found = micros.find(course.deal);
        if (found != micros.end() && course.kind == domain::StageKind::Open)
            course.signalLogit = static_cast<double>(found->second) * 1e-6;
    }
    return out;
}

base::Result<domain::ForecastReport> Reads::forecast(const ForecastRequest &request)
{
    TRY_ASSIGN(const auto input, forecastInput(request.owner));
    return predict::forecastReport(input, request.span);
}

base::Result<std::optional<domain::ForecastWeek>> Reads::missingForecastWeek()
{
    TRY_ASSIGN(const auto zone, base::TimeZone::find(m_policy.zone));
    TRY_ASSIGN(const bool isThere, m_tables.forecasts.hasWeek(predict::weekStart(zone, m_now)));
    if (isThere)
        return std::optional<domain::ForecastWeek>();
    TRY_ASSIGN(const auto input, forecastInput(std::nullopt));
    if (input.deals.empty())
        return std::optional<domain::ForecastWeek>();
    return std::optional(predict::forecastWeek(input));
}

} // namespace topline::engine
