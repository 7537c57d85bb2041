#include "tests/app/watched_process.h"

#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace topline::app {

namespace {

constexpr int betweenLooksMs = 20;

struct Pipe {
    int ends[2] = {-1, -1};

    Pipe() { EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0); }

    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }

    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    void closeEnd(int which)
    {
        if (ends[which] >= 0)
            ::close(ends[which]);
        ends[which] = -1;
    }
};

// False: the other side has closed.
bool readSome(int descriptor, std::string &to)
{
    char bytes[4'096];
    const ssize_t count = ::read(descriptor, bytes, sizeof bytes);
    if (count <= 0)
        return false;
    to.append(bytes, static_cast<std::size_t>(count));
    return true;
}

pid_t start(const std::vector<std::string> &words, const Watch &watch, const Pipe &in,
            const Pipe &out, const Pipe &err)
{
    std::vector<char *> arguments;
    for (const auto &word : words)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    std::vector<char *> environment;
    for (char **each = environ; *each != nullptr; ++each)
        environment.push_back(*each);
    for (const auto &each : watch.extraEnvironment)
        environment.push_back(const_cast<char *>(each.c_str()));
    environment.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, in.ends[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, out.ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, err.ends[1], STDERR_FILENO);
    pid_t child = -1;
    const int failed = ::posix_spawn(&child, arguments.front(), &files, nullptr, arguments.data(),
                                     environment.data());
    posix_spawn_file_actions_destroy(&files);
    EXPECT_EQ(failed, 0) << "cannot start " << words.front();
    return failed == 0 ? child : -1;
}

void look(pid_t child, const Watch &watch, WatchedRun &run)
{
    const std::string place = "/proc/" + std::to_string(child);
    const std::string arguments = Terminal::read(place + "/cmdline");
    const std::string environment = Terminal::read(place + "/environ");
    if (arguments.find(watch.word) != std::string::npos)
        run.found.insert("arguments");
    if (environment.find(watch.word) != std::string::npos)
        run.found.insert("environment");
    if (!arguments.empty() && !environment.empty())
        ++run.looks;
    run.found.merge(filesWith(watch.word, watch.folders));
}

} // namespace

std::set<std::string> filesWith(const std::string &word, const std::vector<std::string> &folders)
{
    std::set<std::string> out;
    for (const auto &folder : folders) {
        std::error_code fault; // a file may go while we look
        for (std::filesystem::recursive_directory_iterator at(folder, fault), end; at != end;
             at.increment(fault)) {
            if (at->is_regular_file(fault) &&
                Terminal::read(at->path()).find(word) != std::string::npos)
                out.insert(at->path());
        }
    }
    return out;
}

WatchedRun runWatched(const std::vector<std::string> &words, const std::string &input,
                      const Watch &watch, const std::function<void(const std::string &)> &onErrors)
{
    WatchedRun run;
    Pipe in;
    Pipe out;
    Pipe err;
    const pid_t child = start(words, watch, in, out, err);
    if (child < 0)
        return run;
    in.closeEnd(0);
    out.closeEnd(1);
    err.closeEnd(1);
    // Secrets are short: the pipe takes them whole.
    EXPECT_EQ(::write(in.ends[1], input.data(), input.size()), static_cast<ssize_t>(input.size()));
    in.closeEnd(1);
    bool isOutOpen = true;
    bool isErrOpen = true;
    while (isOutOpen || isErrOpen) {
        pollfd both[] = {{isOutOpen ? out.ends[0] : -1, POLLIN, 0},
                         {isErrOpen ? err.ends[0] : -1, POLLIN, 0}};
        ::poll(both, 2, betweenLooksMs);
        look(child, watch, run);
        if (both[0].revents != 0)
            isOutOpen = readSome(out.ends[0], run.ran.out);
        if (both[1].revents != 0) {
            isErrOpen = readSome(err.ends[0], run.ran.err);
            if (onErrors)
                onErrors(run.ran.err);
        }
    }
    int state = 0;
    ::waitpid(child, &state, 0);
    run.ran.status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    if (run.ran.out.find(watch.word) != std::string::npos)
        run.found.insert("output");
    if (run.ran.err.find(watch.word) != std::string::npos)
        run.found.insert("errors");
    run.found.merge(filesWith(watch.word, watch.folders));
    return run;
}

} // namespace topline::app
