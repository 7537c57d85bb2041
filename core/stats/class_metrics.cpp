#include "core/stats/class_metrics.h"

#include "core/base/check.h"
#include "core/stats/ridge_logit.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace topline::stats {

namespace {

std::vector<std::size_t> ascending(std::span<const double> values, std::span<const double> labels)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // The label breaks ties, so that the order in which rows come in does not show.
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] != values[b] ? values[a] < values[b] : labels[a] < labels[b];
    });
    return order;
}

template <typename Term>
std::optional<double> meanOver(std::span<const double> p, std::span<const double> labels, Term term)
{
    CHECK(p.size() == labels.size());
    if (p.empty())
        return std::nullopt;
    double sum = 0;
    for (std::size_t r = 0; r < p.size(); ++r)
        sum += term(p[r], labels[r]);
    return sum / static_cast<double>(p.size());
}

} // namespace

std::optional<double> areaUnderCurve(std::span<const double> scores, std::span<const double> labels)
{
    CHECK(scores.size() == labels.size());
    const auto order = ascending(scores, labels);
    double pairsWon = 0;
    double zerosBelow = 0;
    double ones = 0;
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from;
        double tiedOnes = 0;
        for (; to < order.size() && scores[order[to]] == scores[order[from]]; ++to)
            tiedOnes += labels[order[to]];
        const double tiedZeros = static_cast<double>(to - from) - tiedOnes;
        pairsWon += tiedOnes * (zerosBelow + tiedZeros / 2);
        zerosBelow += tiedZeros;
        ones += tiedOnes;
        from = to;
    }
    if (ones == 0 || zerosBelow == 0)
        return std::nullopt;
    return pairsWon / (ones * zerosBelow);
}

double logLossOf(double p, double label)
{
    const double safe = std::clamp(p, 1e-15, 1 - 1e-15);
    return label > 0.5 ? -std::log(safe) : -std::log1p(-safe);
}

std::optional<double> logLoss(std::span<const double> p, std::span<const double> labels)
{
    return meanOver(p, labels, logLossOf);
}

std::optional<double> brierScore(std::span<const double> p, std::span<const double> labels)
{
    return meanOver(p, labels, [](double a, double y) { return (a - y) * (a - y); });
}

std::vector<CalibrationBin> calibrationBins(std::span<const double> p,
                                            std::span<const double> labels, int count)
{
    CHECK(p.size() == labels.size() && count >= 1);
    const auto order = ascending(p, labels);
    const auto bins = static_cast<std::size_t>(count);
    std::vector<CalibrationBin> out;
    std::size_t at = 0;
    for (std::size_t b = 0; b < bins; ++b) {
        const std::size_t size = order.size() / bins + (b < order.size() % bins ? 1 : 0);
        if (size == 0)
            continue;
        CalibrationBin bin;
        for (const std::size_t end = at + size; at < end; ++at) {
            ++bin.rows;
            bin.hits += labels[order[at]] > 0.5 ? 1 : 0;
            bin.meanPredicted += p[order[at]];
        }
        bin.meanPredicted /= static_cast<double>(bin.rows);
        out.push_back(bin);
    }
    return out;
}

std::optional<double> expectedCalibrationError(std::span<const CalibrationBin> bins)
{
    double sum = 0;
    double rows = 0;
    for (const auto &bin : bins) {
        sum += static_cast<double>(bin.rows) * std::abs(bin.meanPredicted - bin.rate());
        rows += static_cast<double>(bin.rows);
    }
    if (rows == 0)
        return std::nullopt;
    return sum / rows;
}

std::optional<double> calibrationSlope(std::span<const double> p, std::span<const double> labels)
{
    CHECK(p.size() == labels.size());
    Matrix x(p.size(), 1);
    double low = 0;
    double high = 0;
    for (std::size_t r = 0; r < p.size(); ++r) {
        x.values[r] = logit(std::clamp(p[r], 1e-12, 1 - 1e-12));
        low = r == 0 ? x.values[r] : std::min(low, x.values[r]);
        high = r == 0 ? x.values[r] : std::max(high, x.values[r]);
    }
    if (high - low < 1e-9)
        return std::nullopt;
    const auto fit = fitRidgeLogit(x, labels, {.c = noPenalty, .iterationsMax = 50});
    if (!fit || !fit->converged)
        return std::nullopt;
    return fit->weights.front();
}

std::optional<MeanAndError> clusteredMean(std::span<const double> values,
                                          std::span<const std::size_t> groups)
{
    CHECK(values.size() == groups.size());
    if (values.empty())
        return std::nullopt;
    const auto n = static_cast<double>(values.size());
    MeanAndError out;
    out.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    std::vector<double> sums(*std::max_element(groups.begin(), groups.end()) + 1);
    std::vector<bool> used(sums.size());
    for (std::size_t r = 0; r < values.size(); ++r) {
        sums[groups[r]] += values[r] - out.mean;
        used[groups[r]] = true;
    }
    const auto count = static_cast<double>(std::count(used.begin(), used.end(), true));
    if (count < 2)
        return std::nullopt;
    double squares = 0;
    for (const double sum : sums)
        squares += sum * sum;
    out.standardError = std::sqrt(squares * count / (count - 1)) / n;
    return out;
}

} // namespace topline::stats
