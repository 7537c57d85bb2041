// What this process holds in memory, as Linux counts it. Used by the benchmarks; 0 where the system
// does not say.
#pragma once

#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

namespace topline::bench {

// `name` as in /proc/self/status: "VmRSS:" now, "VmHWM:" the peak since forgetPeakMemory().
inline double megabytesOf(std::string_view name)
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with(name))
            return std::strtod(line.c_str() + name.size(), nullptr) / 1024;
    }
    return 0;
}

inline void forgetPeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << 5;
}

} // namespace topline::bench
