// Finds the reference data that lies beside the repository and is never part of it: the folder
// TOPLINE_DATA, or ../shared/data. For tests, which are skipped with a message where it is absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace topline {

inline std::optional<std::string> sharedData(const std::string &folder)
{
    const char *given = std::getenv("TOPLINE_DATA");
    const std::string root =
        given != nullptr ? given : std::string(TOPLINE_SOURCE_DIR) + "/../shared/data";
    const std::string path = root + "/" + folder;
    std::error_code failure;
    if (!std::filesystem::is_directory(path, failure))
        return std::nullopt;
    return path;
}

} // namespace topline
