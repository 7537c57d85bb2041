// A real CalDAV server for one test: Radicale on a free port of 127.0.0.1, with one person
// (rep/secret) and one calendar, its files in a folder of the test's. Started and stopped on the
// test's thread; what cannot be started says so by isRunning().
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace topline::calendar {

class RadicaleServer {
public:
    explicit RadicaleServer(std::filesystem::path folder);
    ~RadicaleServer();
    RadicaleServer(const RadicaleServer &) = delete;
    RadicaleServer &operator=(const RadicaleServer &) = delete;

    static bool isInstalled();

    bool isRunning() const { return m_process > 0; }

    std::string baseUrl() const { return "http://127.0.0.1:" + std::to_string(m_port); }

    std::string calendarPath() const { return "/rep/work/"; }

    // As if the power went: nothing is said to anybody.
    void kill();
    // On the same port, over the same files.
    void start();

    // The texts of all entries, as they lie in the server's files.
    std::vector<std::string> entries() const;

private:
    std::filesystem::path m_folder;
    int m_port = 0;
    pid_t m_process = 0;
};

} // namespace topline::calendar
