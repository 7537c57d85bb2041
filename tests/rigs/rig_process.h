// A server of other hands for one test: a child process on a free port of 127.0.0.1. Started and
// stopped on the test's thread; ends with the object. What cannot be started says so by
// isRunning().
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace topline {

// The file of a rig, or nothing where the rigs are not there.
inline std::optional<std::string> sharedRig(const std::string &file)
{
    const char *given = std::getenv("TOPLINE_RIGS");
    const std::string root =
        given != nullptr ? given : std::string(TOPLINE_SOURCE_DIR) + "/../shared/rigs";
    const std::string path = root + "/" + file;
    std::error_code failure;
    if (!std::filesystem::is_regular_file(path, failure))
        return std::nullopt;
    return path;
}

class RigProcess {
public:
    // Runs `command` with these arguments, where "PORT" stands for the port, and waits until it
    // writes a line that holds `ready`.
    RigProcess(const std::string &command, std::vector<std::string> arguments,
               const std::string &ready);
    ~RigProcess();
    RigProcess(const RigProcess &) = delete;
    RigProcess &operator=(const RigProcess &) = delete;

    bool isRunning() const { return m_isReady; }

    std::string baseUrl() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    pid_t m_process = 0;
    int m_output = -1;
    int m_port = 0;
    bool m_isReady = false;
};

} // namespace topline
