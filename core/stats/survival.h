// How long things last when some have not ended yet: the Kaplan-Meier curve. Called by risk and
// metrics on any thread; pure. A sample without any exit says nothing (nullopt), never zero.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace topline::stats {

// One stay: how long it lasted, or how long it has lasted so far.
struct Duration {
    double time = 0;     // finite, not negative
    bool exited = false; // false: still there, censored at `time`
};

// The product-limit estimate (Kaplan and Meier, JASA 53, 1958). A stay that is censored at the time
// of an exit counts as still there at that time, as R's survfit has it.
class SurvivalCurve {
public:
    struct Step {
        double time = 0;
        std::int64_t atRisk = 0; // there just before `time`
        std::int64_t exits = 0;
        double survival = 1; // from `time` on
    };

    // Any order; nullopt without an exit.
    static std::optional<SurvivalCurve> of(std::vector<Duration> stays);

    // P(T > time): 1 before the first exit; after the last one it stays where it was, because
    // nobody has been seen for longer.
    double at(double time) const;

    const std::vector<Step> &steps() const { return m_steps; } // one per distinct exit time

    std::int64_t exits() const { return m_exits; }

    std::int64_t stays() const { return m_stays; }

private:
    std::vector<Step> m_steps;
    std::int64_t m_exits = 0;
    std::int64_t m_stays = 0;
};

} // namespace topline::stats
