#include "core/predict/forecast_simulation.h"

#include "core/base/check.h"
#include "core/base/random.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <cmath>

namespace topline::predict {

namespace {

// Knuth's product runs out of exponent above some hundreds; the normal law is as good there.
constexpr std::size_t poissonMax = 500;

struct Rest {
    double mean = 0;
    double variance = 0;
};

double varianceOf(const ChanceDeal &deal)
{
    return deal.probability * (1 - deal.probability) * deal.minor * deal.minor;
}

// Leaves the deals with the largest variance and the big ones; the others become moments.
Rest takeRest(std::vector<ChanceDeal> &deals)
{
    Rest rest;
    if (deals.size() <= simulatedMax)
        return rest;
    std::stable_sort(deals.begin(), deals.end(), [](const auto &a, const auto &b) {
        return a.big != b.big ? a.big : varianceOf(a) > varianceOf(b);
    });
    const auto kept = deals.begin() + static_cast<std::ptrdiff_t>(simulatedMax);
    for (auto deal = kept; deal != deals.end(); ++deal) {
        rest.mean += deal->probability * deal->minor;
        rest.variance += varianceOf(*deal);
    }
    deals.erase(kept, deals.end());
    return rest;
}

double newBusiness(const std::vector<double> &values, base::Random &random)
{
    if (values.empty())
        return 0;
    double sum = 0;
    if (values.size() > poissonMax) {
        double squares = 0;
        for (const double value : values) {
            sum += value;
            squares += value * value;
        }
        return std::max(0.0, sum + std::sqrt(squares) * random.normal());
    }
    const int count = random.poisson(static_cast<double>(values.size()));
    for (int i = 0; i < count; ++i)
        sum += random.pick(values);
    return sum;
}

domain::ForecastRange rangeOf(const std::vector<double> &draws)
{
    return {std::llround(*stats::quantile(draws, .1)), std::llround(*stats::quantile(draws, .5)),
            std::llround(*stats::quantile(draws, .9))};
}

} // namespace

SimulationResult simulate(const SimulationInput &input)
{
    CHECK(input.draws > 0 && input.factorSd >= 0);
    std::vector<ChanceDeal> deals = input.hand;
    const Rest rest = takeRest(deals);
    const bool hasRest = deals.size() < input.hand.size();
    base::Random random(input.seed);
    std::vector<double> all;
    std::vector<double> withoutBig;
    for (int draw = 0; draw < input.draws; ++draw) {
        const double factor = std::exp(input.factorMean + input.factorSd * random.normal());
        double small = newBusiness(input.newMinor, random);
        double big = 0;
        for (const ChanceDeal &deal : deals) {
            if (random.uniform() < deal.probability)
                (deal.big ? big : small) += deal.minor;
        }
        if (hasRest)
            small += std::max(0.0, rest.mean + std::sqrt(rest.variance) * random.normal());
        all.push_back(factor * (small + big));
        withoutBig.push_back(factor * small);
    }
    return {rangeOf(all), rangeOf(withoutBig)};
}

} // namespace topline::predict
