#include "core/predict/forecast_figures.h"

#include "core/base/check.h"
#include "core/stats/rate.h"

#include <set>

namespace topline::predict {

using domain::ForecastMethod;

StageRates::StageRates(const ForecastInput &input, base::UtcMs at)
{
    for (const DealCourse &course : input.deals) {
        if (!isClosedAt(course, at))
            continue;
        const std::int64_t won = course.kind == domain::StageKind::Won ? 1 : 0;
        ++m_closed;
        m_won += won;
        std::set<domain::StageId> reached;
        for (const Stay &stay : course.stays) {
            if (stay.enteredMs < at)
                reached.insert(stay.stage);
        }
        for (const domain::StageId stage : reached) {
            Count &count = m_counts[stage];
            ++count.closed;
            count.won += won;
        }
    }
}

std::optional<double> StageRates::of(domain::StageId stage) const
{
    if (m_closed == 0)
        return std::nullopt;
    const double overall = static_cast<double>(m_won) / static_cast<double>(m_closed);
    const auto found = m_counts.find(stage);
    return found == m_counts.end()
               ? overall
               : stats::shrunkRate(found->second.won, found->second.closed, overall);
}

std::optional<double> HandFigure::soon(ForecastMethod method) const
{
    switch (method) {
    case ForecastMethod::Raw:
        return 1;
    case ForecastMethod::StageWeighted:
        return stageRate;
    case ForecastMethod::AgeHazard:
        return ageSoon;
    case ForecastMethod::StageHazard:
        return stageSoon;
    case ForecastMethod::SameAsLast:
        break;
    }
    CHECK(method != ForecastMethod::SameAsLast);
    return std::nullopt;
}

double OriginFigures::handMinor(ForecastMethod method) const
{
    double sum = 0;
    for (const HandFigure &figure : hand)
        sum += static_cast<double>(figure.deal.minor) * figure.soon(method).value_or(0);
    return sum;
}

std::int64_t OriginFigures::newMinor() const
{
    std::int64_t sum = 0;
    for (const WonDeal &deal : last)
        sum += deal.isNew ? deal.minor : 0;
    return sum;
}

double OriginFigures::totalMinor(ForecastMethod method) const
{
    if (method == ForecastMethod::SameAsLast)
        return static_cast<double>(minorSum(last));
    return handMinor(method) + static_cast<double>(newMinor());
}

OriginFigures figuresAt(const ForecastInput &input, base::UtcMs at, base::DurationMs spanMs)
{
    OriginFigures out;
    out.atMs = at;
    out.days = daysOf(spanMs);
    const StageRates rates(input, at);
    const HazardModel model(input, at, out.days);
    for (const HandDeal &deal : handAt(input, at)) {
        HandFigure figure;
        figure.deal = deal;
        figure.stageRate = rates.of(deal.stage);
        if (rates.closedN() > 0) {
            figure.ageSoon = model.winWithin(deal, out.days, HazardClock::DealAge);
            figure.stageSoon = model.winWithin(deal, out.days, HazardClock::StageAge);
        }
        out.hand.push_back(figure);
    }
    out.last = wonWithin(input, {at - spanMs, at});
    return out;
}

} // namespace topline::predict
