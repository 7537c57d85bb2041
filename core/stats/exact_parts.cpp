#include "core/stats/exact_parts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace topline::stats {

std::vector<std::int64_t> exactParts(std::span<const double> parts, std::int64_t total)
{
    std::vector<std::int64_t> out;
    if (parts.empty())
        return out;
    std::vector<double> remainders;
    std::int64_t left = total;
    for (const double part : parts) {
        const double whole = std::floor(part);
        out.push_back(static_cast<std::int64_t>(whole));
        remainders.push_back(part - whole);
        left -= out.back();
    }
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    const auto n = static_cast<std::int64_t>(parts.size());
    std::int64_t each = left / n;
    if (left % n < 0)
        --each;
    for (auto &part : out)
        part += each;
    left -= each * n;
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i)
        ++out[order[i]];
    return out;
}

} // namespace topline::stats
