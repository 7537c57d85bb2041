#include "tests/flow/channel_judge.h"

#include "core/base/check.h"
#include "tests/flow/channel_line.h"

#include <csignal>
#include <filesystem>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace topline::flow {

namespace fs = std::filesystem;

namespace {

using std::chrono::microseconds;
using std::chrono::steady_clock;

struct Line {
    std::string name;
    std::string payload;
};

Line split(const std::string &text)
{
    const auto blank = text.find(' ');
    if (blank == std::string::npos)
        return {text, {}};
    return {text.substr(0, blank), text.substr(blank + 1)};
}

// False when nothing came in time.
bool hasMore(int socket, std::optional<steady_clock::time_point> until)
{
    pollfd waiting{socket, POLLIN, 0};
    if (!until)
        return ::ppoll(&waiting, 1, nullptr, nullptr) > 0;
    const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(
        std::max(*until - steady_clock::now(), steady_clock::duration::zero()));
    const timespec limit{left.count() / 1'000'000'000, left.count() % 1'000'000'000};
    return ::ppoll(&waiting, 1, &limit, nullptr) > 0;
}

pid_t startProgram(std::vector<std::string> words, int socket)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, socket, controlSocket);
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_t process = 0;
    CHECK(posix_spawn(&process, argv[0], &files, nullptr, argv.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&files);
    return process;
}

} // namespace

ChannelJudge::ChannelJudge(std::string folder, Options options)
    : m_folder(std::move(folder))
    , m_options(std::move(options))
    , m_random(m_options.seed)
    , m_journal(m_own.path().toStdString() + "/journal")
    , m_servers(m_options.seed, m_options.habits, m_journal,
                [this](const std::string &step) { return reach(step); })
{
}

// The life ends at the step that was asked for; everything that comes behind its end, out of the
// buffers of its connections, goes as ever.
Fate ChannelJudge::reach(const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    if (m_process == 0 || m_isKilled)
        return Fate::Goes;
    m_names.insert(name);
    m_isOpen = m_isOpen || name == "opened";
    if (++m_lines != m_moment.line && name != m_moment.name)
        return Fate::Goes;
    m_isKilled = true;
    m_killedAt = name;
    ::kill(m_process, SIGKILL);
    return m_moment.takesHold ? Fate::TakesHold : Fate::IsLost;
}

void ChannelJudge::start(base::UtcMs nowMs, int socket)
{
    const std::lock_guard lock(m_mutex);
    m_lines = 0;
    m_isKilled = m_isOpen = false;
    m_killedAt = "start";
    m_process =
        startProgram({TOPLINE_CHANNEL_PROGRAM, m_folder, std::to_string(nowMs),
                      std::to_string(m_random.below(1'000'000'000)),
                      std::to_string(m_servers.smtpPort()), std::to_string(m_servers.imapPort()),
                      m_servers.davUrl(), ChannelServers::caFile(), m_options.fault},
                     socket);
}

// "dot <effect> <action>", "look <effect> <action>": the CRM, which knows effects by their keys.
std::string ChannelJudge::answerTo(const std::string &name, const std::string &payload, Fate fate)
{
    const auto [key, action] = split(payload);
    const auto takeHold = [&] {
        if (m_keys.insert(key).second)
            m_journal.note("crm " + action);
    };
    if (name == "crm:look")
        return m_keys.contains(key) ? "yes" : "no";
    if (name != "crm:dot")
        return "heard";
    if (fate == Fate::IsLost)
        return {};
    if (fate == Fate::Goes && m_random.chance(m_options.habits.refuses))
        return "refused";
    if (fate == Fate::Goes && m_random.chance(m_options.habits.swallows)) {
        if (m_random.chance(0.5))
            takeHold();
        return "lost";
    }
    takeHold();
    return "yes";
}

bool ChannelJudge::hear(int socket, const Moment &moment)
{
    std::optional<steady_clock::time_point> until;
    if (moment.afterUs >= 0)
        until = steady_clock::now() + microseconds(moment.afterUs);
    bool isDone = false;
    for (;;) {
        if (!hasMore(socket, until)) {
            const std::lock_guard lock(m_mutex);
            until.reset();
            if (!m_isKilled) {
                m_isKilled = true;
                m_killedAt = "moment";
                ::kill(m_process, SIGKILL);
            }
            continue;
        }
        const Line line = split(readLine(socket));
        if (line.name.empty())
            return isDone;
        isDone = isDone || line.name == "done";
        if (line.name == "failed")
            m_failure = line.payload;
        if (line.name == "sync" && m_options.powerGoes)
            keepSynced();
        const Fate fate = reach(line.name);
        writeLine(socket, answerTo(line.name, line.payload, fate));
    }
}

void ChannelJudge::keepSynced() const
{
    const fs::path kept = m_own.path().toStdString() + "/synced";
    fs::remove_all(kept);
    fs::copy(m_folder, kept, fs::copy_options::recursive);
}

void ChannelJudge::losePower() const
{
    for (const auto &entry : fs::directory_iterator(m_folder))
        fs::remove_all(entry.path());
    fs::copy(m_own.path().toStdString() + "/synced", m_folder, fs::copy_options::recursive);
}

bool ChannelJudge::live(base::UtcMs nowMs, const Moment &moment, JudgeCounts &counts)
{
    int sockets[2] = {-1, -1};
    CHECK(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) == 0);
    {
        const std::lock_guard lock(m_mutex);
        m_moment = moment;
        m_names.insert("start");
    }
    if (m_options.powerGoes)
        keepSynced();
    start(nowMs, sockets[1]);
    ::close(sockets[1]);
    const bool isDone = hear(sockets[0], moment);
    ::close(sockets[0]);
    int status = 0;
    ::waitpid(m_process, &status, 0);
    CHECK(m_servers.waitUntilQuiet());
    const std::lock_guard lock(m_mutex);
    m_process = 0;
    if (!m_isKilled || WIFEXITED(status))
        return isDone;
    ++counts.kills;
    ++counts.points[m_killedAt];
    counts.inRecovery += !m_isOpen;
    if (m_options.powerGoes)
        losePower();
    return false;
}

} // namespace topline::flow
