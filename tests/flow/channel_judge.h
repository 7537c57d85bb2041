// The judge of a process that sends by three channels and is killed: plays mailbox, calendar and
// CRM over a socket, keeps the only journal of what took hold, and ends the process at a line or at
// a moment. Used by channel_kill_test, in the parent process, on one thread.
#pragma once

#include "core/base/random.h"
#include "core/base/uuid.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace topline::flow {

// What a life does that is wrong on purpose; the judge must find it.
enum class Fault { None, SendsThenMarks, RetriesOnDoubt, NewIdOnRetry, LiesAboutRefusals };

struct Moment {
    std::int64_t line = 0;     // at the n-th line, from 1; 0: not by lines
    std::string name = {};     // at the first line of this name; empty: not by names
    std::int64_t afterUs = -1; // when nothing was heard for so long; -1: not by time
    bool takesHold = true;     // the dot that came last was still taken
};

struct JudgeCounts {
    std::int64_t kills = 0;
    std::int64_t inRecovery = 0; // before the workspace had opened
    std::int64_t approved = 0;
    std::int64_t lost = 0;
    std::int64_t twice = 0;
    std::int64_t ghosts = 0;
    std::int64_t lies = 0;
    std::int64_t unknown = 0;
    std::map<std::string, std::int64_t> points; // lines at which a life was ended
    std::string first;

    std::int64_t wrongs() const { return lost + twice + ghosts + lies; }
};

class ChannelJudge {
public:
    explicit ChannelJudge(std::uint64_t seed)
        : m_random(seed)
    {
    }

    // Serves one life over this socket until it says that it is done, or the moment has come; then
    // kills it. True when it was done.
    bool serve(int socket, int process, const Moment &moment, JudgeCounts &counts);

    // How often an action took hold, over all ids that it was sent under.
    const std::map<std::string, int> &took() const { return m_took; }

    // Every line that was ever heard, by name.
    const std::set<std::string> &names() const { return m_names; }

    base::Random &random() { return m_random; }

private:
    std::string answerTo(const std::string &name, const std::string &payload);
    void takeHold(const std::string &payload);

    base::Random m_random;
    std::map<std::string, int> m_took; // by action
    std::set<std::string> m_messages;  // ids under which something took hold
    std::set<std::string> m_names;
};

} // namespace topline::flow
