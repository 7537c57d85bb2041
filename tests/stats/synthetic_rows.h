// 200 rows of four columns with a known law, from a generator of one line, so that any program can
// make the same rows. The reference values in the tests beside were computed from them with scipy,
// scikit-learn and plain numpy; nothing of those is needed here. Test threads only; cannot fail.
#pragma once

#include "core/stats/matrix.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace topline::stats {

struct SyntheticRows {
    Matrix x{200, 4}; // three uniform numbers in [-1, 1), one flag
    std::vector<double> y = std::vector<double>(200);
    std::vector<double> weights = std::vector<double>(200);
    std::vector<double> offsets = std::vector<double>(200);
};

inline SyntheticRows syntheticRows()
{
    SyntheticRows out;
    std::uint64_t state = 12'345;
    const auto uniform = [&state] {
        state = (state * 1'103'515'245 + 12'345) % (std::uint64_t{1} << 31);
        return static_cast<double>(state) / 2147483648.0;
    };
    for (std::size_t i = 0; i < 200; ++i) {
        const auto row = out.x.row(i);
        for (double &cell : row)
            cell = 2 * uniform() - 1;
        row[3] = row[3] > 0.5 ? 1 : 0;
        const double eta = -0.4 + 1.5 * row[0] - row[1] + 0.8 * row[3];
        out.y[i] = uniform() < 1 / (1 + std::exp(-eta)) ? 1 : 0;
        out.weights[i] = 0.5 + uniform();
        out.offsets[i] = uniform() - 0.5;
    }
    return out;
}

} // namespace topline::stats
