#include "core/predict/forecast_backtest.h"

#include "core/stats/conformal.h"
#include "core/stats/forecast_errors.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace topline::predict {

using domain::ForecastMethod;

namespace {

struct Outcome {
    OriginFigures figures;
    std::vector<WonDeal> won; // within the span
    std::set<domain::DealId> wonIds;

    double handActual() const
    {
        double sum = 0;
        for (const WonDeal &deal : won)
            sum += deal.isNew ? 0 : static_cast<double>(deal.minor);
        return sum;
    }
};

using Outcomes = std::vector<Outcome>;

double errorOrWorst(const std::optional<double> &wape)
{
    return wape.value_or(HUGE_VAL);
}

domain::MethodScore scoreOf(ForecastMethod method, const std::vector<stats::ForecastPair> &pairs)
{
    return {method, stats::wape(pairs), stats::relativeBias(pairs), stats::pinball(pairs, .5)};
}

void addScores(domain::BackTest &out, const Outcomes &outcomes)
{
    for (const ForecastMethod method :
         {ForecastMethod::Raw, ForecastMethod::StageWeighted, ForecastMethod::AgeHazard,
          ForecastMethod::StageHazard, ForecastMethod::SameAsLast}) {
        std::vector<stats::ForecastPair> hand;
        std::vector<stats::ForecastPair> total;
        for (const Outcome &outcome : outcomes) {
            total.push_back(
                {outcome.figures.totalMinor(method), static_cast<double>(minorSum(outcome.won))});
            if (method != ForecastMethod::SameAsLast)
                hand.push_back({outcome.figures.handMinor(method), outcome.handActual()});
        }
        out.total.push_back(scoreOf(method, total));
        if (method != ForecastMethod::SameAsLast)
            out.hand.push_back(scoreOf(method, hand));
    }
}

const domain::MethodScore &scoreIn(const std::vector<domain::MethodScore> &scores,
                                   ForecastMethod method)
{
    return *std::find_if(scores.begin(), scores.end(),
                         [method](const auto &score) { return score.method == method; });
}

// Stage and time in it, unless the age of the deal alone has told more over enough origins.
void choose(domain::BackTest &out)
{
    const auto age = scoreIn(out.hand, ForecastMethod::AgeHazard).wape;
    const auto stage = scoreIn(out.hand, ForecastMethod::StageHazard).wape;
    const bool isEnough = out.origins.size() >= stats::conformalErrorsMin;
    if (isEnough && errorOrWorst(age) < errorOrWorst(stage))
        out.chosen = ForecastMethod::AgeHazard;
    const auto own = scoreIn(out.total, out.chosen).wape;
    const auto naive = scoreIn(out.total, ForecastMethod::SameAsLast).wape;
    out.beatsNaive = isEnough && own && naive && *own < *naive;
}

domain::BackTestOrigin rowOf(const Outcome &outcome)
{
    const OriginFigures &figures = outcome.figures;
    domain::BackTestOrigin row;
    row.atMs = figures.atMs;
    row.rawMinor = std::llround(figures.handMinor(ForecastMethod::Raw));
    row.stageMinor = std::llround(figures.handMinor(ForecastMethod::StageWeighted));
    row.ageHazardMinor = std::llround(figures.handMinor(ForecastMethod::AgeHazard));
    row.stageHazardMinor = std::llround(figures.handMinor(ForecastMethod::StageHazard));
    row.handActualMinor = std::llround(outcome.handActual());
    row.newMinor = figures.newMinor();
    row.lastMinor = minorSum(figures.last);
    row.actualMinor = minorSum(outcome.won);
    return row;
}

void addReps(domain::BackTest &out, const Outcomes &outcomes, const ForecastInput &input)
{
    struct Sums {
        stats::ForecastPair pair;
        std::set<domain::DealId> won;
    };

    std::map<domain::OwnerId, Sums> sums;
    for (const Outcome &outcome : outcomes) {
        for (const HandFigure &figure : outcome.figures.hand) {
            sums[figure.deal.course->owner].pair.forecast +=
                static_cast<double>(figure.deal.minor) * figure.soon(out.chosen).value_or(0);
        }
        for (const WonDeal &deal : outcome.won) {
            if (deal.isNew)
                continue;
            Sums &rep = sums[deal.course->owner];
            rep.pair.actual += static_cast<double>(deal.minor);
            rep.won.insert(deal.course->deal);
        }
    }
    for (const auto &[owner, rep] : sums) {
        domain::RepBias row;
        row.owner = owner;
        for (const domain::Owner &known : input.owners) {
            if (known.id == owner)
                row.name = known.name;
        }
        row.forecastMinor = std::llround(rep.pair.forecast);
        row.actualMinor = std::llround(rep.pair.actual);
        row.bias = stats::relativeBias({rep.pair});
        row.accuracy = stats::accuracy(rep.pair);
        row.won.assign(rep.won.begin(), rep.won.end());
        out.reps.push_back(std::move(row));
    }
    std::stable_sort(out.reps.begin(), out.reps.end(),
                     [](const auto &a, const auto &b) { return a.name < b.name; });
}

void addReliability(domain::BackTest &out, const Outcomes &outcomes)
{
    std::vector<stats::Promise> promises;
    for (const Outcome &outcome : outcomes) {
        for (const HandFigure &figure : outcome.figures.hand) {
            if (const auto soon = figure.soon(out.chosen))
                promises.push_back({*soon, outcome.wonIds.count(figure.deal.course->deal) > 0});
        }
    }
    for (const stats::ReliabilityRow &row : stats::reliabilityTable(promises))
        out.reliability.push_back(
            {row.meanPromised, row.rate, row.interval.low, row.interval.high, row.n});
}

// The band as it would have been without the origin that it is held against.
void addBand(BackTestResult &out, const Outcomes &outcomes, double level)
{
    const std::size_t n = out.relativeErrors.size();
    if (n != outcomes.size())
        return; // an origin without a forecast has no relative error
    std::vector<stats::ForecastPair> low;
    std::vector<stats::ForecastPair> high;
    std::int64_t inside = 0;
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> others = out.relativeErrors;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const auto band = stats::conformalBand(std::move(others), level);
        if (!band)
            return;
        const double forecast = outcomes[i].figures.totalMinor(out.shown.chosen);
        const auto actual = static_cast<double>(minorSum(outcomes[i].won));
        low.push_back({forecast * (1 + band->low), actual});
        high.push_back({forecast * (1 + band->high), actual});
        inside += low.back().forecast <= actual && actual <= high.back().forecast ? 1 : 0;
    }
    out.shown.pinball10Minor = stats::pinball(low, (1 - level) / 2);
    out.shown.pinball90Minor = stats::pinball(high, (1 + level) / 2);
    if (n > 0)
        out.shown.bandCoverage = static_cast<double>(inside) / static_cast<double>(n);
}

void addCoverage(BackTestResult &out, const Outcomes &outcomes)
{
    std::int64_t inside = 0;
    for (const Outcome &outcome : outcomes) {
        const auto interval = independentInterval(outcome.figures, out.shown.chosen);
        inside += interval.holds(outcome.handActual()) ? 1 : 0;
        const double forecast = outcome.figures.totalMinor(out.shown.chosen);
        const auto actual = static_cast<double>(minorSum(outcome.won));
        if (forecast > 0)
            out.relativeErrors.push_back(actual / forecast - 1);
        if (forecast > 0 && actual > 0)
            out.logRatios.push_back(std::log(actual / forecast));
    }
    if (!outcomes.empty())
        out.shown.independentCoverage =
            static_cast<double>(inside) / static_cast<double>(outcomes.size());
}

} // namespace

bool IndependentInterval::holds(double actual) const
{
    constexpr double z80 = 1.2815515655446004;
    return std::abs(actual - expected) <= z80 * std::sqrt(variance);
}

IndependentInterval independentInterval(const OriginFigures &figures, ForecastMethod method)
{
    IndependentInterval out;
    for (const HandFigure &figure : figures.hand) {
        const double p = figure.soon(method).value_or(0);
        const auto minor = static_cast<double>(figure.deal.minor);
        out.expected += p * minor;
        out.variance += p * (1 - p) * minor * minor;
    }
    return out;
}

std::vector<base::UtcMs> originsOf(const ForecastInput &input, base::DurationMs spanMs)
{
    std::optional<base::UtcMs> first;
    std::vector<base::UtcMs> closed;
    for (const DealCourse &course : input.deals) {
        if (course.startMs && (!first || *course.startMs < *first))
            first = course.startMs;
        if (course.closedMs)
            closed.push_back(*course.closedMs);
    }
    std::vector<base::UtcMs> out;
    if (!first || static_cast<std::int64_t>(closed.size()) < originClosedMin)
        return out;
    std::sort(closed.begin(), closed.end());
    const base::UtcMs enough = closed[originClosedMin - 1];
    for (base::UtcMs at = input.now - spanMs; static_cast<int>(out.size()) < originsMax;
         at -= originStepMs) {
        if (at <= enough || at - spanMs < *first)
            break;
        out.push_back(at);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

BackTestResult backTest(const ForecastInput &input, base::DurationMs spanMs)
{
    ForecastInput then = input;
    for (DealCourse &course : then.deals)
        course.signalLogit = 0; // what signals say today was not known then
    Outcomes outcomes;
    for (const base::UtcMs at : originsOf(then, spanMs)) {
        Outcome outcome;
        outcome.figures = figuresAt(then, at, spanMs);
        outcome.won = wonWithin(then, {at, at + spanMs});
        for (const WonDeal &deal : outcome.won)
            outcome.wonIds.insert(deal.course->deal);
        outcomes.push_back(std::move(outcome));
    }
    BackTestResult out;
    for (const Outcome &outcome : outcomes)
        out.shown.origins.push_back(rowOf(outcome));
    addScores(out.shown, outcomes);
    choose(out.shown);
    addCoverage(out, outcomes);
    addBand(out, outcomes, input.policy.bandLevel);
    addReliability(out.shown, outcomes);
    addReps(out.shown, outcomes, input);
    return out;
}

} // namespace topline::predict
