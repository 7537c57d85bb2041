#include "core/stats/gamma_tail.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>
#include <math.h> // lgamma_r: std::lgamma writes a global

namespace topline::stats {

namespace {

double logGamma(double x)
{
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

// ln(Gamma(n + a) / (Gamma(a) n!)). For small n by products, which lose nothing; the difference of
// two large logarithms would.
double logChoose(double a, std::int64_t n)
{
    constexpr std::int64_t productMax = 4'096;
    if (n > productMax)
        return logGamma(static_cast<double>(n) + a) - logGamma(a) -
               logGamma(static_cast<double>(n) + 1);
    double sum = 0;
    double product = 1;
    for (std::int64_t k = 0; k < n; ++k) {
        product *= (a + static_cast<double>(k)) / static_cast<double>(k + 1);
        if (product > 1e200 || product < 1e-200) {
            sum += std::log(product);
            product = 1;
        }
    }
    return sum + std::log(product);
}

} // namespace

double gammaPoissonTail(const GammaRate &belief, std::int64_t count, double window)
{
    CHECK(belief.shape > 0 && belief.rate > 0 && window > 0);
    if (count <= 0)
        return 1;
    const double a = belief.shape;
    // P(N = k) = C(k) p^a q^k with q the chance that the next of the two clocks is an arrival.
    const double q = window / (belief.rate + window);
    const double logP = -std::log1p(window / belief.rate);
    const double logQ = -std::log1p(belief.rate / window);
    const double n = static_cast<double>(count);
    const double mean = a * window / belief.rate;
    if (n > mean) {
        const double first = std::exp(logChoose(a, count) + a * logP + n * logQ);
        double sum = 1;
        double term = 1;
        // Past the mean each ratio is below 1 and falling toward q, so what is left out after a
        // term is less than term ratio / (1 - ratio).
        for (double k = n;; ++k) {
            const double ratio = (k + a) / (k + 1) * q;
            term *= ratio;
            sum += term;
            const double bound = std::max(ratio, q);
            if (bound < 1 && term * bound <= 1e-17 * sum * (1 - bound))
                break;
        }
        return std::min(1.0, first * sum);
    }
    // Below the mean the lower sum is the small one; from count - 1 down its terms only fall off.
    double term = std::exp(logChoose(a, count - 1) + a * logP + (n - 1) * logQ);
    double below = 0;
    for (double k = n - 1; k >= 0; --k) {
        below += term;
        term *= k / ((k - 1 + a) * q);
        if (term <= 1e-18 * below && k < mean)
            break;
    }
    return std::max(0.0, 1 - below);
}

double gammaExponentialTail(const GammaRate &belief, double length)
{
    CHECK(belief.shape > 0 && belief.rate > 0 && length >= 0);
    return std::exp(-belief.shape * std::log1p(length / belief.rate));
}

GammaRate gammaOfMedianGap(double medianGap)
{
    CHECK(medianGap > 0);
    // The Lomax median is rate (2^(1/shape) - 1).
    constexpr double gapsWorth = 2;
    return {gapsWorth, medianGap / (std::exp2(1 / gapsWorth) - 1)};
}

} // namespace topline::stats
