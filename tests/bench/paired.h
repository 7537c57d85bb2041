// Ours against a limit, in turns within one benchmark: both see the same caches and the same load
// of the machine. Used by the benchmarks only; single-threaded.
#pragma once

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <vector>

namespace topline::bench {

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

template <typename Work> double millisecondsOf(Work work)
{
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from)
        .count();
}

// Runs both once per iteration; the benchmark's own time is that of ours (use UseManualTime).
template <typename Limit, typename Ours>
void runPaired(benchmark::State &state, Limit limit, Ours ours)
{
    std::vector<double> limits;
    std::vector<double> times;
    for (auto _ : state) {
        limits.push_back(millisecondsOf(limit));
        times.push_back(millisecondsOf(ours));
        state.SetIterationTime(times.back() / 1e3);
    }
    state.counters["limit_ms"] = median(limits);
    state.counters["ours_ms"] = median(times);
    state.counters["ratio"] = median(times) / median(limits);
}

} // namespace topline::bench
