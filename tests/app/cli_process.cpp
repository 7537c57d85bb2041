#include "tests/app/cli_process.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace topline::app {

namespace {

// Runs a program to its end with standard output and error in files.
Ran runProgram(const std::vector<std::string> &words)
{
    const Terminal scratch;
    const std::string out = scratch.path("out");
    const std::string err = scratch.path("err");
    std::vector<char *> arguments;
    for (const auto &word : words)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), flags, 0600);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), flags, 0600);
    pid_t child = 0;
    Ran ran;
    const int failed =
        ::posix_spawn(&child, arguments.front(), &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    EXPECT_EQ(failed, 0) << "cannot start " << words.front();
    if (failed != 0)
        return ran;
    int state = 0;
    ::waitpid(child, &state, 0);
    EXPECT_TRUE(WIFEXITED(state)) << words.front() << " did not end by itself";
    ran.status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    ran.out = Terminal::read(out);
    ran.err = Terminal::read(err);
    return ran;
}

} // namespace

QJsonObject Ran::document() const
{
    QJsonParseError fault;
    const auto parsed = QJsonDocument::fromJson(QByteArray::fromStdString(out), &fault);
    EXPECT_EQ(fault.error, QJsonParseError::NoError)
        << fault.errorString().toStdString() << " in: " << out.substr(0, 200) << err;
    EXPECT_TRUE(parsed.isObject());
    return parsed.object();
}

QJsonArray Ran::items() const
{
    const QJsonObject all = document();
    EXPECT_TRUE(all.value(QLatin1String("items")).isArray());
    return all.value(QLatin1String("items")).toArray();
}

Terminal::Terminal()
{
    std::string pattern = testing::TempDir() + "topline-cli-XXXXXX";
    m_folder = ::mkdtemp(pattern.data());
}

Terminal::~Terminal()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

Ran Terminal::run(const std::vector<std::string> &words) const
{
    std::vector<std::string> all{TOPLINE_CLI, "--workspace", workspace()};
    if (!m_asOf.empty()) {
        all.emplace_back("--as-of");
        all.push_back(m_asOf);
    }
    all.insert(all.end(), words.begin(), words.end());
    return runProgram(all);
}

Ran Terminal::json(std::vector<std::string> words) const
{
    words.insert(words.begin(), "--json");
    return run(words);
}

Ran Terminal::bare(const std::vector<std::string> &words)
{
    std::vector<std::string> all{TOPLINE_CLI};
    all.insert(all.end(), words.begin(), words.end());
    return runProgram(all);
}

Ran Terminal::shell(const std::string &line) const
{
    return runProgram(
        {"/bin/sh", "-c",
         "CLI='" + std::string(TOPLINE_CLI) + " --workspace " + workspace() + "'\n" + line});
}

std::string Terminal::write(const std::string &name, const std::string &text) const
{
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
}

std::string Terminal::read(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace topline::app
