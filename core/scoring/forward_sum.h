// Weigh: a sum whose parts fade by one half-life, kept as of a landmark so that a late part is just
// added and the passing of time changes nothing that is kept. Used by account_score and committee.
// Pure, any thread, cannot fail. Method: Cormode, Shkapenyuk, Srivastava, Xu, "Forward decay", ICDE
// 2009.
#pragma once

#include "core/base/time.h"

#include <cstdint>

namespace topline::scoring {

class ForwardSum {
public:
    // The half-life is above 0.
    explicit ForwardSum(base::DurationMs halfLifeMs)
        : m_halfLifeMs(halfLifeMs)
    {
    }

    // In any order. The landmark moves on when a part would weigh more than 2^500.
    void add(double points, base::UtcMs atMs);
    // What the parts are worth at `now`; parts of the future must not have been added.
    double at(base::UtcMs now) const;
    // The same in whole thousandths, halves away from nought.
    std::int64_t milliAt(base::UtcMs now) const;

private:
    double halvings(base::UtcMs fromMs, base::UtcMs untilMs) const;

    base::DurationMs m_halfLifeMs;
    base::UtcMs m_landmarkMs = 0;
    bool m_hasLandmark = false;
    double m_sum = 0;
};

} // namespace topline::scoring
