#include "tests/app/collector_process.h"

#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace topline::app {

CollectorProcess::CollectorProcess(const std::string &program, const std::string &workspace)
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return;
    std::string words[] = {program, "--workspace", workspace, "collect", "--port", "0"};
    char *arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(),
                         words[4].data(), words[5].data(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    if (::posix_spawn(&m_process, arguments[0], &actions, nullptr, arguments, environ) != 0)
        m_process = 0;
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::string said;
    char byte = 0;
    while (m_process > 0 && ::read(ends[0], &byte, 1) == 1 && byte != '\n')
        said += byte;
    ::close(ends[0]);
    const std::size_t colon = said.rfind(':');
    if (said.rfind("Listening", 0) == 0 && colon != std::string::npos)
        m_port = static_cast<std::uint16_t>(std::stoi(said.substr(colon + 1)));
}

void CollectorProcess::kill()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGKILL);
    ::waitpid(m_process, nullptr, 0);
    m_process = 0;
}

std::int64_t CollectorProcess::peakKiB() const
{
    std::ifstream status("/proc/" + std::to_string(m_process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0)
            return std::stoll(line.substr(6));
    }
    return 0;
}

CollectorClient::CollectorClient(std::uint16_t port)
    : m_port(port)
{
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    static_cast<void>(
        ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address));
}

CollectorClient::~CollectorClient()
{
    ::close(m_descriptor);
}

int CollectorClient::post(const std::string &key, const std::string &body)
{
    // {"writeKey":"…", and the body without its brace.
    const std::string bytes =
        "POST /v1/batch HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(m_port) +
        "\r\nContent-Type: application/json\r\nContent-Length: " +
        std::to_string(body.size() + key.size() + 14) + "\r\n\r\n" + R"({"writeKey":")" + key +
        "\"," + body.substr(1);
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count =
            ::send(m_descriptor, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
        if (count <= 0)
            return 0;
        at += static_cast<std::size_t>(count);
    }
    std::string answer;
    char chunk[2'048];
    for (;;) {
        const std::size_t end = answer.find("\r\n\r\n");
        if (end != std::string::npos) {
            const std::size_t length = answer.find("Content-Length: ");
            if (answer.size() >= end + 4 + std::stoul(answer.substr(length + 16)))
                return std::stoi(answer.substr(9, 3));
        }
        const ssize_t count = ::recv(m_descriptor, chunk, sizeof chunk, 0);
        if (count <= 0)
            return 0;
        answer.append(chunk, static_cast<std::size_t>(count));
    }
}

} // namespace topline::app
