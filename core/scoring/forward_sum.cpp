#include "core/scoring/forward_sum.h"

#include <cmath>

namespace topline::scoring {

namespace {

constexpr double exponentMax = 500;
// Sums that are exactly half a thousandth must round alike wherever the landmark lies.
constexpr double tieMilli = 1e-7;

} // namespace

double ForwardSum::halvings(base::UtcMs fromMs, base::UtcMs untilMs) const
{
    return static_cast<double>(untilMs - fromMs) / static_cast<double>(m_halfLifeMs);
}

void ForwardSum::add(double points, base::UtcMs atMs)
{
    if (!m_hasLandmark) {
        m_landmarkMs = atMs;
        m_hasLandmark = true;
    }
    if (halvings(m_landmarkMs, atMs) > exponentMax) {
        m_sum *= std::exp2(-halvings(m_landmarkMs, atMs));
        m_landmarkMs = atMs;
    }
    m_sum += points * std::exp2(halvings(m_landmarkMs, atMs));
}

double ForwardSum::at(base::UtcMs now) const
{
    return m_hasLandmark ? m_sum * std::exp2(-halvings(m_landmarkMs, now)) : 0.0;
}

std::int64_t ForwardSum::milliAt(base::UtcMs now) const
{
    const double milli = at(now) * 1'000.0;
    return std::llround(milli + std::copysign(tieMilli, milli));
}

} // namespace topline::scoring
