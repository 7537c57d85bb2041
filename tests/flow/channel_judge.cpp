#include "tests/flow/channel_judge.h"

#include "core/base/hash.h"
#include "tests/flow/channel_life.h"

#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace topline::flow {

namespace {

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

bool hasMore(int socket, std::int64_t us)
{
    pollfd waiting{socket, POLLIN, 0};
    const timespec limit{0, us * 1'000};
    return ::ppoll(&waiting, 1, us < 0 ? nullptr : &limit, nullptr) > 0;
}

// "dot <channel> <message> <action>"
bool isKeyed(const std::string &payload)
{
    return !payload.starts_with("mail ");
}

std::string messageOf(const std::string &payload)
{
    return split(split(payload).payload).name;
}

std::string actionOf(const std::string &payload)
{
    return split(split(payload).payload).payload;
}

} // namespace

void ChannelJudge::takeHold(const std::string &payload)
{
    const bool isNew = m_messages.insert(messageOf(payload)).second;
    if (isNew || !isKeyed(payload))
        ++m_took[actionOf(payload)];
}

std::string ChannelJudge::answerTo(const std::string &name, const std::string &payload)
{
    if (name == "dot") {
        if (m_random.chance(0.08))
            return "refused";
        if (m_random.chance(0.1)) { // nobody hears of it
            if (m_random.chance(0.5))
                takeHold(payload);
            return "lost";
        }
        takeHold(payload);
        return "yes";
    }
    if (name != "look")
        return "heard";
    // One mailbox in three files nothing under Sent.
    const bool isFiled = isKeyed(payload) || base::key63(messageOf(payload)) % 3 != 0;
    if (isFiled && m_messages.contains(messageOf(payload)))
        return "yes";
    return isKeyed(payload) ? "no" : "unknown";
}

bool ChannelJudge::serve(int socket, int process, const Moment &moment, JudgeCounts &counts)
{
    bool isOpen = false;
    bool isDone = false;
    std::string last = "start";
    for (std::int64_t lines = 1;; ++lines) {
        bool isLast = !hasMore(socket, moment.afterUs);
        const Line line = isLast ? Line{last, {}} : split(readLine(socket));
        if (line.name.empty() || line.name == "done") {
            isDone = line.name == "done";
            break;
        }
        last = line.name;
        m_names.insert(last);
        isOpen = isOpen || last == "opened";
        isLast = isLast || lines == moment.line || last == moment.name;
        if (isLast) {
            if (last == "dot" && !line.payload.empty() && moment.takesHold)
                takeHold(line.payload);
            ::kill(process, SIGKILL);
            ++counts.kills;
            counts.inRecovery += !isOpen;
            ++counts.points[last];
            break;
        }
        writeLine(socket, answerTo(line.name, line.payload));
    }
    int status = 0;
    ::waitpid(process, &status, 0);
    return isDone;
}

} // namespace topline::flow
