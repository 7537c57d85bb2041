// Reproducible random numbers: xoshiro256** seeded by splitmix64, and the draws made from it.
// Called by the demo company, by resampling in core/stats and by property tests; the same seed
// gives the same row on every machine. Values, not thread-safe to share, cannot fail.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace topline::base {

// A well-mixed 64-bit number of two; chain it to derive the seed of a part from the seed of the
// whole.
std::uint64_t mixSeeds(std::uint64_t a, std::uint64_t b);
std::uint64_t mixSeeds(std::uint64_t a, std::string_view name);

class Random {
public:
    explicit Random(std::uint64_t seed);

    // Blackman and Vigna's xoshiro256**, period 2^256 - 1.
    std::uint64_t next();

    // In [0, 1), 53 bits.
    double uniform();
    // In [0, n); n > 0. Exact, by rejection (Lemire).
    std::uint64_t below(std::uint64_t n);
    // In [low, high], both included.
    std::int64_t between(std::int64_t low, std::int64_t high);
    bool chance(double probability);
    // Mean 0, standard deviation 1 (Marsaglia's polar method, one draw kept for the next call).
    double normal();
    // Median `median`, spread `sigma` of the logarithm.
    double logNormal(double median, double sigma);
    double exponential(double mean);
    // Number of arrivals when `mean` are expected; for small means (Knuth's product method).
    int poisson(double mean);
    // The index of a weight drawn in proportion; weights are not negative and not all zero.
    std::size_t weighted(const double *weights, std::size_t count);

    template <typename Range> std::size_t indexOf(const Range &range)
    {
        return static_cast<std::size_t>(below(static_cast<std::uint64_t>(std::size(range))));
    }

    template <typename Range> const auto &pick(const Range &range)
    {
        return *(std::begin(range) + static_cast<std::ptrdiff_t>(indexOf(range)));
    }

private:
    std::array<std::uint64_t, 4> m_state{};
    double m_spareNormal = 0;
    bool m_hasSpareNormal = false;
};

} // namespace topline::base
