#include "core/stats/boosted_stumps.h"

#include "core/base/check.h"
#include "core/stats/ridge_logit.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace topline::stats {

namespace {

// A column cut at its split points. Rows of the most frequent bin are not listed: its sums are what
// the others leave of the total, which makes sparse columns cheap.
struct BinnedRows {
    std::vector<double> edges; // between neighbouring bins
    std::vector<std::uint32_t> rows;
    std::vector<std::uint16_t> bins; // of those rows
    std::uint16_t common = 0;
    std::vector<double> values; // what boosting has given each bin so far
};

std::vector<double> splitPoints(std::vector<double> sorted, std::size_t binsMax)
{
    const std::vector<double> all = sorted;
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<double> edges;
    if (sorted.size() <= binsMax) {
        for (std::size_t i = 1; i < sorted.size(); ++i)
            edges.push_back(sorted[i - 1] + (sorted[i] - sorted[i - 1]) / 2);
        return edges;
    }
    for (std::size_t i = 1; i < binsMax; ++i) {
        const double edge = all[i * all.size() / binsMax];
        if (edge < all.back() && (edges.empty() || edge > edges.back()))
            edges.push_back(edge);
    }
    return edges;
}

BinnedRows binRows(const Matrix &x, std::size_t column, std::size_t binsMax)
{
    BinnedRows out;
    std::vector<double> sorted(x.rows);
    for (std::size_t r = 0; r < x.rows; ++r)
        sorted[r] = x.at(r, column);
    std::sort(sorted.begin(), sorted.end());
    out.edges = splitPoints(std::move(sorted), binsMax);
    out.values.assign(out.edges.size() + 1, 0);

    std::vector<std::uint16_t> bins(x.rows);
    std::vector<std::size_t> counts(out.values.size());
    for (std::size_t r = 0; r < x.rows; ++r) {
        const auto edge = std::lower_bound(out.edges.begin(), out.edges.end(), x.at(r, column));
        bins[r] = static_cast<std::uint16_t>(edge - out.edges.begin());
        ++counts[bins[r]];
    }
    out.common =
        static_cast<std::uint16_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    for (std::size_t r = 0; r < x.rows; ++r) {
        if (bins[r] != out.common) {
            out.rows.push_back(static_cast<std::uint32_t>(r));
            out.bins.push_back(bins[r]);
        }
    }
    return out;
}

struct Sums {
    double gradient = 0;
    double hessian = 0;

    Sums operator-(const Sums &other) const
    {
        return {gradient - other.gradient, hessian - other.hessian};
    }

    void add(const Sums &other)
    {
        gradient += other.gradient;
        hessian += other.hessian;
    }

    double gain(double lambda) const { return gradient * gradient / (hessian + lambda); }
};

struct Split {
    double gain = 0;
    std::size_t column = 0;
    std::size_t bin = 0; // the last one on the left
    Sums left;
};

class Booster {
public:
    Booster(const Matrix &x, std::span<const double> y, const StumpOptions &options,
            std::span<const double> weights)
        : m_y(y)
        , m_weights(weights)
        , m_options(options)
        , m_scores(x.rows)
        , m_sums(x.rows)
    {
        for (std::size_t c = 0; c < x.columns; ++c)
            m_columns.push_back(binRows(x, c, options.binsMax));
        double ones = 0;
        double all = 0;
        for (std::size_t r = 0; r < y.size(); ++r) {
            ones += weight(r) * y[r];
            all += weight(r);
        }
        m_intercept = logit(ones / all);
        m_scores.assign(x.rows, m_intercept);
    }

    bool round()
    {
        m_total = {};
        for (std::size_t r = 0; r < m_scores.size(); ++r) {
            const double p = logistic(m_scores[r]);
            m_sums[r] = {weight(r) * (p - m_y[r]), weight(r) * p * (1 - p)};
            m_total.add(m_sums[r]);
        }
        const Split best = bestSplit();
        if (best.gain <= 1e-9)
            return false;
        apply(best);
        return true;
    }

    StumpModel model() const
    {
        StumpModel out;
        out.intercept = m_intercept;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const BinnedRows &column = m_columns[c];
            StepFunction step{.column = c, .edges = {}, .values = {column.values.front()}};
            for (std::size_t b = 1; b < column.values.size(); ++b) {
                if (column.values[b] == step.values.back())
                    continue;
                step.edges.push_back(column.edges[b - 1]);
                step.values.push_back(column.values[b]);
            }
            if (!step.edges.empty())
                out.steps.push_back(std::move(step));
        }
        return out;
    }

private:
    double weight(std::size_t r) const { return m_weights.empty() ? 1 : m_weights[r]; }

    Split bestSplit()
    {
        Split best;
        const double whole = m_total.gain(m_options.lambda);
        std::vector<Sums> histogram;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const BinnedRows &column = m_columns[c];
            histogram.assign(column.values.size(), {});
            Sums listed;
            for (std::size_t i = 0; i < column.rows.size(); ++i)
                histogram[column.bins[i]].add(m_sums[column.rows[i]]);
            for (const Sums &bin : histogram)
                listed.add(bin);
            histogram[column.common] = m_total - listed;
            Sums left;
            for (std::size_t b = 0; b + 1 < histogram.size(); ++b) {
                left.add(histogram[b]);
                const Sums right = m_total - left;
                if (left.hessian < m_options.hessianMin || right.hessian < m_options.hessianMin)
                    continue;
                const double gain =
                    left.gain(m_options.lambda) + right.gain(m_options.lambda) - whole;
                if (gain > best.gain)
                    best = {gain, c, b, left};
            }
        }
        return best;
    }

    void apply(const Split &split)
    {
        BinnedRows &column = m_columns[split.column];
        const auto leaf = [&](const Sums &sums) {
            return -m_options.rate * sums.gradient / (sums.hessian + m_options.lambda);
        };
        const double left = leaf(split.left);
        const double right = leaf(m_total - split.left);
        for (std::size_t b = 0; b < column.values.size(); ++b)
            column.values[b] += b <= split.bin ? left : right;
        const double ofCommon = column.common <= split.bin ? left : right;
        for (double &score : m_scores)
            score += ofCommon;
        for (std::size_t i = 0; i < column.rows.size(); ++i)
            m_scores[column.rows[i]] += (column.bins[i] <= split.bin ? left : right) - ofCommon;
    }

    std::span<const double> m_y;
    std::span<const double> m_weights;
    StumpOptions m_options;
    std::vector<BinnedRows> m_columns;
    std::vector<double> m_scores;
    std::vector<Sums> m_sums;
    Sums m_total;
    double m_intercept = 0;
};

} // namespace

double StepFunction::at(double x) const
{
    const auto edge = std::lower_bound(edges.begin(), edges.end(), x);
    return values[static_cast<std::size_t>(edge - edges.begin())];
}

double StumpModel::score(std::span<const double> row) const
{
    double sum = intercept;
    for (const auto &step : steps)
        sum += step.at(row[step.column]);
    return sum;
}

std::optional<StumpModel> fitBoostedStumps(const Matrix &x, std::span<const double> y,
                                           const StumpOptions &options,
                                           std::span<const double> weights)
{
    CHECK(y.size() == x.rows && (weights.empty() || weights.size() == x.rows));
    CHECK(options.binsMax >= 2 && options.binsMax <= 65'536);
    const auto counts = [&](double label) {
        for (std::size_t r = 0; r < y.size(); ++r) {
            if ((weights.empty() || weights[r] > 0) && (y[r] > 0.5) == (label > 0.5))
                return true;
        }
        return false;
    };
    if (!counts(0) || !counts(1))
        return std::nullopt;
    Booster booster(x, y, options, weights);
    for (int round = 0; round < options.rounds; ++round) {
        if (!booster.round())
            break;
    }
    return booster.model();
}

} // namespace topline::stats
