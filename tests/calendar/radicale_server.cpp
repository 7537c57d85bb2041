#include "tests/calendar/radicale_server.h"

#include "tests/fakes/socket_io.h"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace topline::calendar {
namespace {

constexpr const char *program = "/usr/bin/radicale";

void write(const std::filesystem::path &path, const std::string &text)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

} // namespace

bool RadicaleServer::isInstalled()
{
    return ::access(program, X_OK) == 0;
}

RadicaleServer::RadicaleServer(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
    const int listener = fakes::listenOnLoopback(m_port);
    if (listener >= 0)
        ::close(listener);
    write(m_folder / "users", "rep:secret\n");
    write(m_folder / "config",
          "[server]\nhosts = 127.0.0.1:" + std::to_string(m_port) +
              "\n[auth]\ntype = htpasswd\nhtpasswd_filename = " + (m_folder / "users").string() +
              "\nhtpasswd_encryption = plain\ndelay = 0\n[rights]\n"
              "type = owner_only\n[storage]\nfilesystem_folder = " +
              (m_folder / "data").string() + "\n[logging]\nlevel = info\n");
    write(m_folder / "data/collection-root/rep/work/.Radicale.props",
          "{\"tag\": \"VCALENDAR\", \"D:displayname\": \"Work\"}");
    start();
}

RadicaleServer::~RadicaleServer()
{
    kill();
}

void RadicaleServer::kill()
{
    if (m_process > 0) {
        ::kill(-m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    m_process = 0;
}

// It is ready when it says so in its log.
void RadicaleServer::start()
{
    int ends[2] = {-1, -1};
    if (!isInstalled() || ::pipe2(ends, O_CLOEXEC) != 0)
        return;
    std::string config = (m_folder / "config").string();
    std::string name = program;
    std::string option = "-C";
    char *words[] = {name.data(), option.data(), config.data(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    if (::posix_spawn(&m_process, program, &actions, &attributes, words, environ) != 0)
        m_process = 0;
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::string said;
    char byte = 0;
    bool isReady = false;
    while (m_process > 0 && !isReady && ::read(ends[0], &byte, 1) == 1) {
        said += byte;
        isReady = said.find("Listening on") != std::string::npos && byte == '\n';
    }
    if (!isReady)
        kill();
    ::close(ends[0]);
}

std::vector<std::string> RadicaleServer::entries() const
{
    std::vector<std::string> out;
    for (const auto &file :
         std::filesystem::directory_iterator(m_folder / "data/collection-root/rep/work")) {
        if (file.path().extension() != ".ics")
            continue;
        std::ostringstream text;
        text << std::ifstream(file.path()).rdbuf();
        out.push_back(text.str());
    }
    return out;
}

} // namespace topline::calendar
