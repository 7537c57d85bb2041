#include "core/predict/forecast_report.h"

#include "core/predict/forecast_backtest.h"
#include "core/predict/forecast_categories.h"
#include "core/predict/forecast_flow.h"
#include "core/predict/forecast_simulation.h"
#include "core/predict/forecast_weeks.h"
#include "core/stats/conformal.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <cmath>

namespace topline::predict {

using domain::ForecastDeal;
using domain::ForecastReport;

namespace {

constexpr double everDays = 3'640; // "at last": ten years of weekly bins

std::int64_t ppm(double probability)
{
    return std::llround(probability * 1e6);
}

std::string stageName(const ForecastInput &input, domain::StageId id)
{
    for (const domain::Stage &stage : input.stages) {
        if (stage.id == id)
            return stage.name;
    }
    return {};
}

std::string ownerName(const ForecastInput &input, domain::OwnerId id)
{
    for (const domain::Owner &owner : input.owners) {
        if (owner.id == id)
            return owner.name;
    }
    return {};
}

void add(domain::ForecastSum &sum, const ForecastDeal &deal, std::int64_t minor)
{
    sum.minor += minor;
    sum.deals.push_back(deal.deal);
}

ForecastDeal described(const ForecastInput &input, const HandFigure &figure)
{
    const DealCourse &course = *figure.deal.course;
    ForecastDeal out;
    out.deal = course.deal;
    out.name = course.name;
    out.owner = course.owner;
    out.ownerName = ownerName(input, course.owner);
    out.stageName = stageName(input, figure.deal.stage);
    out.minor = figure.deal.minor;
    out.closeMs = course.closeMs;
    out.ageDays = figure.deal.dealAgeDays;
    out.mapped = mappedCategory(figure.stageRate, input.policy);
    return out;
}

// Sums of one deal after the other, each rounded for itself: the rows of a screen add up.
void addDeals(ForecastReport &out, const ForecastInput &input, const OriginFigures &figures)
{
    const auto clock = out.backTest.chosen == domain::ForecastMethod::AgeHazard
                           ? HazardClock::DealAge
                           : HazardClock::StageAge;
    const HazardModel ever(input, input.now, everDays);
    const DealHealth health(input);
    const auto calls = callsOf(input);
    for (const HandFigure &figure : figures.hand) {
        ForecastDeal deal = described(input, figure);
        if (const auto call = calls.find(deal.deal); call != calls.end())
            deal.called = call->second;
        const auto minor = static_cast<double>(deal.minor);
        if (const auto soon = figure.soon(out.backTest.chosen)) {
            deal.soonPpm = ppm(*soon);
            deal.expectedMinor = std::llround(minor * *soon);
            if (const auto wins = ever.winWithin(figure.deal, everDays, clock))
                deal.winPpm = ppm(*wins);
            add(out.hand, deal, deal.expectedMinor);
        } else {
            add(out.ageless, deal, deal.minor);
        }
        add(out.raw, deal, deal.minor);
        if (figure.stageRate)
            add(out.stageWeighted, deal, std::llround(minor * *figure.stageRate));
        deal.zombie = health.isZombie(figure.deal);
        if (deal.zombie)
            add(out.zombies, deal, deal.minor);
        if (deal.category() == domain::ForecastCategory::Commit)
            deal.warnings = health.warningsOf(figure.deal);
        if (deal.closeMs && *deal.closeMs < out.endMs)
            add(out.categories[static_cast<std::size_t>(deal.category())], deal, deal.minor);
        else
            add(out.undated, deal, deal.minor);
        out.deals.push_back(std::move(deal));
    }
}

void addWon(ForecastReport &out, const ForecastInput &input, const OriginFigures &figures)
{
    for (const WonDeal &deal : figures.last) {
        if (!deal.isNew)
            continue;
        out.newBusiness.minor += deal.minor;
        out.newBusiness.deals.push_back(deal.course->deal);
    }
    if (out.span != domain::ForecastSpan::Quarter)
        return;
    for (const WonDeal &deal : wonWithin(input, {quarterOf(input).startMs, input.now})) {
        out.closed.minor += deal.minor;
        out.closed.deals.push_back(deal.course->deal);
    }
    auto &closed = out.categories[static_cast<std::size_t>(domain::ForecastCategory::Closed)];
    closed.minor += out.closed.minor;
    closed.deals.insert(closed.deals.end(), out.closed.deals.begin(), out.closed.deals.end());
}

void markBig(ForecastReport &out, const ForecastPolicy &policy)
{
    std::vector<double> values;
    for (const ForecastDeal &deal : out.deals) {
        if (deal.minor > 0)
            values.push_back(static_cast<double>(deal.minor));
    }
    const auto median = stats::median(std::move(values));
    const double total = static_cast<double>(out.expectedMinor);
    for (ForecastDeal &deal : out.deals) {
        const auto minor = static_cast<double>(deal.minor);
        deal.big = deal.minor > 0 && ((median && minor > policy.bigMedians * *median) ||
                                      minor > policy.bigShare * total);
        if (!deal.big)
            continue;
        deal.ifLostMinor = out.expectedMinor - deal.expectedMinor;
        deal.ifWonMinor = deal.ifLostMinor + deal.minor;
    }
}

double spreadOf(const std::vector<double> &values, double mean)
{
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / (static_cast<double>(values.size()) - 1));
}

void addRanges(ForecastReport &out, const ForecastInput &input, const OriginFigures &figures,
               const BackTestResult &past)
{
    SimulationInput simulation;
    simulation.draws = input.policy.draws;
    simulation.seed = input.seed;
    for (const ForecastDeal &deal : out.deals)
        simulation.hand.push_back({static_cast<double>(deal.soonPpm.value_or(0)) / 1e6,
                                   static_cast<double>(deal.minor), deal.big});
    for (const WonDeal &deal : figures.last) {
        if (deal.isNew)
            simulation.newMinor.push_back(static_cast<double>(deal.minor));
    }
    if (past.logRatios.size() >= stats::conformalErrorsMin) {
        simulation.factorMean = *stats::mean(past.logRatios);
        simulation.factorSd = spreadOf(past.logRatios, simulation.factorMean);
    }
    const SimulationResult futures = simulate(simulation);
    out.range = futures.all;
    out.withoutBig = futures.withoutBig;
    for (domain::ForecastRange *range : {&out.range, &out.withoutBig}) {
        range->p10Minor += out.closed.minor;
        range->p50Minor += out.closed.minor;
        range->p90Minor += out.closed.minor;
    }
    const double open = static_cast<double>(out.expectedMinor - out.closed.minor);
    if (const auto band = stats::conformalBand(past.relativeErrors, input.policy.bandLevel))
        out.band = domain::ForecastBand{out.closed.minor + std::llround(open * (1 + band->low)),
                                        out.closed.minor + std::llround(open * (1 + band->high)),
                                        band->level};
}

// Of the rep in question, where there is one.
domain::ForecastWeek scoped(const ForecastInput &input, const domain::ForecastWeek &week)
{
    domain::ForecastWeek out = week;
    if (input.owner)
        std::erase_if(out.deals, [&](const auto &deal) { return deal.owner != *input.owner; });
    return out;
}

void addPast(ForecastReport &out, const ForecastInput &input)
{
    if (!input.owner)
        out.checks = checksOf(input, out.span); // stored figures are of all reps
    if (input.weeks.empty() || input.weeks.back().currency != input.currency)
        return;
    out.flow =
        flowBetween(scoped(input, input.weeks.back()), weekDeals(input), windowOf(input, out.span));
}

} // namespace

ForecastReport forecastReport(const ForecastInput &input, domain::ForecastSpan span)
{
    const Window window = windowOf(input, span);
    ForecastReport out;
    out.span = span;
    out.asOfMs = window.startMs;
    out.endMs = window.endMs;
    out.currency = input.currency;
    out.originsMin = stats::conformalErrorsMin;
    const BackTestResult past = backTest(input, window.endMs - window.startMs);
    out.backTest = past.shown;
    const OriginFigures figures = figuresAt(input, input.now, window.endMs - window.startMs);
    addDeals(out, input, figures);
    addWon(out, input, figures);
    for (const DealCourse &course : input.deals) {
        if (course.otherCurrency && inScope(input, course) && !isClosedAt(course, input.now))
            ++out.otherCurrency;
    }
    out.expectedMinor = out.closed.minor + out.hand.minor + out.newBusiness.minor;
    markBig(out, input.policy);
    addRanges(out, input, figures, past);
    std::stable_sort(out.deals.begin(), out.deals.end(), [](const auto &a, const auto &b) {
        return a.expectedMinor > b.expectedMinor;
    });
    addPast(out, input);
    return out;
}

} // namespace topline::predict
