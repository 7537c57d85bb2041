// A collector as a process of its own that can be killed, and a client that keeps its connection.
// For tests and the bench of the collector, one thread per object.
#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>

namespace topline::app {

class CollectorProcess {
public:
    // Starts `topline-cli collect` on any free port and waits until it listens.
    CollectorProcess(const std::string &program, const std::string &workspace);

    ~CollectorProcess() { kill(); }

    CollectorProcess(const CollectorProcess &) = delete;
    CollectorProcess &operator=(const CollectorProcess &) = delete;

    // 0: it did not start.
    std::uint16_t port() const { return m_port; }

    void kill();                  // SIGKILL, and waits until it is gone
    std::int64_t peakKiB() const; // of resident memory

private:
    pid_t m_process = 0;
    std::uint16_t m_port = 0;
};

class CollectorClient {
public:
    explicit CollectorClient(std::uint16_t port);
    ~CollectorClient();
    CollectorClient(const CollectorClient &) = delete;
    CollectorClient &operator=(const CollectorClient &) = delete;

    // The status of the answer; 0 when the connection broke before it came.
    int post(const std::string &key, const std::string &body);

private:
    int m_descriptor = -1;
    std::uint16_t m_port;
};

} // namespace topline::app
