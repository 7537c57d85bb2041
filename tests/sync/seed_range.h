// Which seeds a random test runs, and how large: its own choice, or what the environment asks for
// (TOPLINE_SEEDS=17 or 1-500, TOPLINE_RECORDS=1000), for long runs and to repeat a failure. Used by
// the two-sided tests, on their thread. A range that cannot be read fails the test.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>

namespace topline::sync {

struct SeedRange {
    std::uint64_t first = 1;
    std::uint64_t last = 1;

    void print(int records) const
    {
        std::printf("[  SEEDS   ] %llu to %llu, %d records each\n",
                    static_cast<unsigned long long>(first), static_cast<unsigned long long>(last),
                    records);
        std::fflush(stdout);
    }
};

inline SeedRange seedsAsked(SeedRange otherwise)
{
    const char *text = std::getenv("TOPLINE_SEEDS");
    if (text == nullptr)
        return otherwise;
    char *end = nullptr;
    SeedRange out;
    out.first = out.last = std::strtoull(text, &end, 10);
    if (*end == '-')
        out.last = std::strtoull(end + 1, &end, 10);
    EXPECT_TRUE(*end == '\0' && out.first > 0 && out.last >= out.first) << "TOPLINE_SEEDS=" << text;
    return out;
}

inline int recordsAsked(int otherwise)
{
    const char *text = std::getenv("TOPLINE_RECORDS");
    return text == nullptr ? otherwise : std::atoi(text);
}

} // namespace topline::sync
