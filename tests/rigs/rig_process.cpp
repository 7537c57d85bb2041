#include "tests/rigs/rig_process.h"

#include "tests/fakes/socket_io.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace topline {

RigProcess::RigProcess(const std::string &command, std::vector<std::string> arguments,
                       const std::string &ready)
{
    const int listener = fakes::listenOnLoopback(m_port);
    if (listener >= 0)
        ::close(listener);
    std::replace(arguments.begin(), arguments.end(), std::string("PORT"), std::to_string(m_port));
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return;
    m_output = ends[0];
    std::string name = command;
    std::vector<char *> words = {name.data()};
    for (std::string &argument : arguments)
        words.push_back(argument.data());
    words.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    if (::posix_spawnp(&m_process, name.c_str(), &actions, nullptr, words.data(), environ) != 0)
        m_process = 0;
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::string said;
    char byte = 0;
    while (m_process > 0 && !m_isReady && ::read(m_output, &byte, 1) == 1) {
        said += byte;
        m_isReady = byte == '\n' && said.find(ready) != std::string::npos;
    }
}

RigProcess::~RigProcess()
{
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    if (m_output >= 0)
        ::close(m_output);
}

} // namespace topline
