// Reads the reference file of a hardware company's sales, which lies beside the repository and is
// never part of it. For tests of metrics and risk; they are skipped with a message where it is
// absent.
#pragma once

#include "core/base/calendar.h"
#include "core/base/time.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace topline::test {

// The folder TOPLINE_DATA, or ../shared/data.
inline std::filesystem::path dataFolder()
{
    if (const char *named = std::getenv("TOPLINE_DATA"))
        return named;
    return std::filesystem::path(TOPLINE_SOURCE_DIR) / "../shared/data";
}

// The file has neither quotes nor commas inside cells.
inline std::vector<std::string> cells(const std::string &line)
{
    std::vector<std::string> out(1);
    for (const char c : line) {
        if (c == ',')
            out.emplace_back();
        else if (c != '\r')
            out.back() += c;
    }
    return out;
}

// Midnight UTC of "2017-03-01"; nothing for what is no date.
inline std::optional<base::UtcMs> dateMs(const std::string &text)
{
    base::CivilDate date;
    if (std::sscanf(text.c_str(), "%d-%d-%d", &date.year, &date.month, &date.day) != 3)
        return std::nullopt;
    return base::dayNumber(date) * base::dayMs;
}

} // namespace topline::test
