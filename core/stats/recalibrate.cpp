#include "core/stats/recalibrate.h"

#include "core/base/check.h"
#include "core/stats/ridge_logit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace topline::stats {

namespace {

struct Block {
    double low = 0; // first and last x of its rows
    double high = 0;
    double weight = 0;
    double sum = 0;

    double mean() const { return sum / weight; }
};

std::vector<Block> equalBlocks(std::span<const double> x, std::span<const double> y)
{
    std::vector<std::size_t> order(x.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return x[a] != x[b] ? x[a] < x[b] : y[a] < y[b];
    });
    std::vector<Block> out;
    for (const std::size_t row : order) {
        if (out.empty() || out.back().high != x[row])
            out.push_back({x[row], x[row], 0, 0});
        out.back().weight += 1;
        out.back().sum += y[row];
    }
    return out;
}

} // namespace

double shrunkShift(std::span<const double> scores, std::span<const double> labels, double priorSd)
{
    CHECK(scores.size() == labels.size() && priorSd > 0);
    double shift = 0;
    for (int iteration = 0; iteration < 100; ++iteration) {
        double gradient = shift / (priorSd * priorSd);
        double hessian = 1 / (priorSd * priorSd);
        for (std::size_t r = 0; r < scores.size(); ++r) {
            const double p = logistic(scores[r] + shift);
            gradient += p - labels[r];
            hessian += p * (1 - p);
        }
        // At most 1 a step: far away the curvature says nothing about the distance.
        const double step = std::clamp(gradient / hessian, -1.0, 1.0);
        shift -= step;
        if (std::abs(step) < 1e-12)
            break;
    }
    return shift;
}

std::optional<PlattLine> fitPlatt(std::span<const double> scores, std::span<const double> labels)
{
    CHECK(scores.size() == labels.size());
    const double ones = std::accumulate(labels.begin(), labels.end(), 0.0);
    const double zeros = static_cast<double>(labels.size()) - ones;
    if (ones < 1 || zeros < 1)
        return std::nullopt;
    // A soft target is both labels at once, each with its share of the weight.
    Matrix x(2 * scores.size(), 1);
    std::vector<double> y(2 * scores.size());
    std::vector<double> weights(2 * scores.size());
    for (std::size_t r = 0; r < scores.size(); ++r) {
        const double target = labels[r] > 0.5 ? (ones + 1) / (ones + 2) : 1 / (zeros + 2);
        for (const std::size_t label : {std::size_t{0}, std::size_t{1}}) {
            x.values[2 * r + label] = scores[r];
            y[2 * r + label] = static_cast<double>(label);
            weights[2 * r + label] = label == 1 ? target : 1 - target;
        }
    }
    const auto fit = fitRidgeLogit(x, y, {.c = noPenalty}, {.weights = weights});
    if (!fit || !fit->converged)
        return std::nullopt;
    return PlattLine{fit->weights.front(), fit->intercept};
}

double IsotonicCurve::at(double value) const
{
    CHECK(!x.empty() && x.size() == y.size());
    const auto above = std::lower_bound(x.begin(), x.end(), value);
    if (above == x.begin())
        return y.front();
    if (above == x.end())
        return y.back();
    const auto i = static_cast<std::size_t>(above - x.begin());
    return y[i - 1] + (y[i] - y[i - 1]) * (value - x[i - 1]) / (x[i] - x[i - 1]);
}

std::optional<IsotonicCurve> fitIsotonic(std::span<const double> x, std::span<const double> y)
{
    CHECK(x.size() == y.size());
    if (x.empty())
        return std::nullopt;
    std::vector<Block> pooled;
    for (const Block &next : equalBlocks(x, y)) {
        pooled.push_back(next);
        while (pooled.size() > 1 && pooled[pooled.size() - 2].mean() >= pooled.back().mean()) {
            const Block last = pooled.back();
            pooled.pop_back();
            pooled.back().high = last.high;
            pooled.back().weight += last.weight;
            pooled.back().sum += last.sum;
        }
    }
    IsotonicCurve out;
    for (const Block &block : pooled) {
        out.x.push_back(block.low);
        out.y.push_back(block.mean());
        if (block.high > block.low) {
            out.x.push_back(block.high);
            out.y.push_back(block.mean());
        }
    }
    return out;
}

} // namespace topline::stats
