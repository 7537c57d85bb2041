#include "tests/platform/tls_server.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace topline::platform {
namespace {

// Starts openssl; its standard output goes to the descriptor, or nowhere for -1. 0 when it fails.
// Not QProcess: its way to fork confuses ThreadSanitizer.
pid_t startOpenssl(std::vector<std::string> arguments, int output)
{
    arguments.insert(arguments.begin(), "openssl");
    std::vector<char *> words;
    words.reserve(arguments.size() + 1);
    for (std::string &argument : arguments)
        words.push_back(argument.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (output >= 0)
        posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    else
        posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    if (::posix_spawnp(&child, "openssl", &files, nullptr, words.data(), environ) != 0)
        child = 0;
    posix_spawn_file_actions_destroy(&files);
    return child;
}

bool runOpenssl(std::vector<std::string> arguments)
{
    const pid_t child = startOpenssl(std::move(arguments), -1);
    int state = 0;
    return child > 0 && ::waitpid(child, &state, 0) == child && WIFEXITED(state) &&
           WEXITSTATUS(state) == 0;
}

} // namespace

bool hasOpenssl()
{
    return runOpenssl({"version"});
}

Certificate::Certificate(const std::string &name)
{
    m_isMade =
        runOpenssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                    "-nodes", "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name,
                    "-keyout", keyPath(), "-out", path()});
}

bool Certificate::expire()
{
    return runOpenssl(
        {"x509", "-in", path(), "-signkey", keyPath(), "-days", "-1", "-out", path()});
}

TlsServer::TlsServer(const Certificate &certificate, const std::vector<std::string> &extra)
{
    std::vector<std::string> arguments = {
        "s_server", "-accept",         "127.0.0.1:0", "-www", "-key", certificate.keyPath(),
        "-cert",    certificate.path()};
    arguments.insert(arguments.end(), extra.begin(), extra.end());
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return;
    m_output = ends[0];
    m_process = startOpenssl(arguments, ends[1]);
    ::close(ends[1]);
    // "ACCEPT 127.0.0.1:PORT"
    std::string said;
    char byte = 0;
    while (::read(m_output, &byte, 1) == 1) {
        if (byte != '\n') {
            said += byte;
        } else if (said.rfind("ACCEPT", 0) == 0) {
            m_port = std::atoi(said.substr(said.rfind(':') + 1).c_str());
            return;
        } else {
            said.clear();
        }
    }
}

TlsServer::~TlsServer()
{
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    if (m_output >= 0)
        ::close(m_output);
}

} // namespace topline::platform
