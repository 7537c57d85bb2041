#include "core/stats/ridge_logit.h"

#include "core/base/check.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace topline::stats {

namespace {

using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using RowsView = Eigen::Map<const Rows>;

// The intercept is the last coefficient.
class Problem {
public:
    Problem(const Matrix &x, std::span<const double> y, double c, const RowTerms &terms)
        : m_x(x.values.data(), index(x.rows), index(x.columns))
        , m_y(y)
        , m_terms(terms)
        , m_penalty(std::isinf(c) ? 0 : 1 / c)
    {
    }

    static Eigen::Index index(std::size_t n) { return static_cast<Eigen::Index>(n); }

    Eigen::Index size() const { return m_x.cols() + 1; }

    double weight(Eigen::Index r) const
    {
        return m_terms.weights.empty() ? 1 : m_terms.weights[static_cast<std::size_t>(r)];
    }

    double label(Eigen::Index r) const { return m_y[static_cast<std::size_t>(r)]; }

    Eigen::VectorXd scores(const Eigen::VectorXd &b) const
    {
        Eigen::VectorXd out = m_x * b.head(m_x.cols());
        out.array() += b(m_x.cols());
        for (Eigen::Index r = 0; r < out.size() && !m_terms.offsets.empty(); ++r)
            out(r) += m_terms.offsets[static_cast<std::size_t>(r)];
        return out;
    }

    double objective(const Eigen::VectorXd &b, const Eigen::VectorXd &scores) const
    {
        double sum = 0;
        for (Eigen::Index r = 0; r < scores.size(); ++r)
            sum += weight(r) * (softPlus(scores(r)) - label(r) * scores(r));
        return sum + m_penalty / 2 * b.head(m_x.cols()).squaredNorm();
    }

    // Newton's step from b. Blocks of rows keep the scaled copy in the cache.
    Eigen::VectorXd step(const Eigen::VectorXd &b, const Eigen::VectorXd &scores) const
    {
        const Eigen::Index k = m_x.cols();
        Eigen::VectorXd gradient = Eigen::VectorXd::Zero(k + 1);
        Eigen::MatrixXd hessian = Eigen::MatrixXd::Zero(k + 1, k + 1);
        constexpr Eigen::Index blockRows = 256;
        Rows block(blockRows, k + 1);
        Eigen::VectorXd residual(blockRows);
        for (Eigen::Index from = 0; from < m_x.rows(); from += blockRows) {
            const Eigen::Index n = std::min(blockRows, m_x.rows() - from);
            for (Eigen::Index i = 0; i < n; ++i) {
                const double p = logistic(scores(from + i));
                const double w = weight(from + i);
                residual(i) = w * (p - label(from + i));
                const double root = std::sqrt(w * p * (1 - p));
                block.row(i).head(k) = root * m_x.row(from + i);
                block(i, k) = root;
            }
            gradient.head(k).noalias() += m_x.middleRows(from, n).transpose() * residual.head(n);
            gradient(k) += residual.head(n).sum();
            hessian.selfadjointView<Eigen::Lower>().rankUpdate(block.topRows(n).transpose());
        }
        gradient.head(k) += m_penalty * b.head(k);
        hessian.diagonal().head(k).array() += m_penalty;
        // Keeps the solve defined where every p has become 0 or 1.
        hessian.diagonal().array() += 1e-12 * (1 + hessian.diagonal().maxCoeff());
        return -hessian.selfadjointView<Eigen::Lower>().ldlt().solve(gradient);
    }

private:
    RowsView m_x;
    std::span<const double> m_y;
    RowTerms m_terms;
    double m_penalty;
};

bool hasBothLabels(std::span<const double> y, const RowTerms &terms)
{
    bool zero = false;
    bool one = false;
    for (std::size_t r = 0; r < y.size(); ++r) {
        if (!terms.weights.empty() && terms.weights[r] <= 0)
            continue;
        (y[r] > 0.5 ? one : zero) = true;
    }
    return zero && one;
}

} // namespace

double logistic(double score)
{
    if (score >= 0)
        return 1 / (1 + std::exp(-score));
    const double power = std::exp(score);
    return power / (1 + power);
}

double logit(double p)
{
    return std::log(p / (1 - p));
}

double softPlus(double score)
{
    return std::max(score, 0.0) + std::log1p(std::exp(-std::abs(score)));
}

std::optional<LogitFit> fitRidgeLogit(const Matrix &x, std::span<const double> y,
                                      const RidgeOptions &options, const RowTerms &terms)
{
    CHECK(y.size() == x.rows && options.c > 0);
    CHECK(terms.weights.empty() || terms.weights.size() == x.rows);
    CHECK(terms.offsets.empty() || terms.offsets.size() == x.rows);
    if (!hasBothLabels(y, terms))
        return std::nullopt;

    const Problem problem(x, y, options.c, terms);
    Eigen::VectorXd b = Eigen::VectorXd::Zero(problem.size());
    Eigen::VectorXd scores = problem.scores(b);
    LogitFit out;
    out.objective = problem.objective(b, scores);
    for (; out.iterations < options.iterationsMax && !out.converged; ++out.iterations) {
        Eigen::VectorXd step = problem.step(b, scores);
        if (!step.allFinite())
            break;
        Eigen::VectorXd next = b + step;
        Eigen::VectorXd nextScores = problem.scores(next);
        double objective = problem.objective(next, nextScores);
        // Rounding may lift the last step's objective by a few ulps: that is no overshoot.
        const double slack = 1e-13 * (1 + std::abs(out.objective));
        for (int half = 0; half < 40 && !(objective <= out.objective + slack); ++half) {
            step /= 2;
            next = b + step;
            nextScores = problem.scores(next);
            objective = problem.objective(next, nextScores);
        }
        const double largest = std::max(1.0, next.cwiseAbs().maxCoeff());
        out.converged = step.cwiseAbs().maxCoeff() <= options.tolerance * largest;
        b = next;
        scores = nextScores;
        out.objective = objective;
    }
    out.intercept = b(b.size() - 1);
    out.weights.assign(b.data(), b.data() + b.size() - 1);
    return out;
}

double linearScore(const LogitFit &fit, std::span<const double> row)
{
    CHECK(row.size() == fit.weights.size());
    double sum = fit.intercept;
    for (std::size_t c = 0; c < row.size(); ++c)
        sum += fit.weights[c] * row[c];
    return sum;
}

} // namespace topline::stats
