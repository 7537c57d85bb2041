// The judge of a process that mails, books meetings and writes to a CRM, and is ended by SIGKILL:
// its servers and its journal outside are the only witnesses. Starts lives of channel_program, ends
// them at a step, at a named place or at a moment, and keeps what was synced of their disk. Used by
// channel_kill_test on one thread; steps of the servers come on threads of theirs.
#pragma once

#include "tests/flow/channel_servers.h"
#include "tests/flow/channel_verdict.h"

#include <QTemporaryDir>

#include <map>
#include <set>
#include <string>

namespace topline::flow {

// When a life is ended from outside.
struct Moment {
    std::int64_t line = 0;     // at the n-th step that is heard of, from 1; 0: not by steps
    std::string name = {};     // at the first step of this name; empty: not by names
    std::int64_t afterUs = -1; // so long after it was started; -1: not by time
    bool takesHold = true;     // what came with that step still takes hold outside
};

class ChannelJudge {
public:
    struct Options {
        std::uint64_t seed = 1;
        std::string fault = "none"; // a protocol that is wrong on purpose, see channel_program
        bool powerGoes = false;     // with each kill: what was not synced is gone
        ServerHabits habits = {0.04, 0.04, 0.05, 3};
    };

    // `folder` has the workspace as "w.topline" and all that a life keeps.
    ChannelJudge(std::string folder, Options options);

    // One life at this time of its clock. True when it says that nothing is left to do.
    bool live(base::UtcMs nowMs, const Moment &moment, JudgeCounts &counts);

    std::map<Deed, std::vector<std::string>> journal() const { return m_journal.read(); }

    const ChannelServers &servers() const { return m_servers; }

    // Of every step that was heard of, and how many the last life had.
    const std::set<std::string> &names() const { return m_names; }

    std::int64_t lines() const { return m_lines; }

    // What the last life that failed by itself said.
    const std::string &failure() const { return m_failure; }

    base::Random &random() { return m_random; }

private:
    Fate reach(const std::string &name);
    void start(base::UtcMs nowMs, int socket);
    bool hear(int socket, const Moment &moment);
    std::string answerTo(const std::string &name, const std::string &payload, Fate fate);
    void keepSynced() const;
    void losePower() const;

    std::string m_folder;
    Options m_options;
    base::Random m_random;
    QTemporaryDir m_own;
    ChannelJournal m_journal;
    std::set<std::string> m_keys; // ids that the CRM knows
    std::string m_failure;

    std::mutex m_mutex; // of all below
    Moment m_moment;
    int m_process = 0; // 0: nobody lives
    bool m_isKilled = false;
    bool m_isOpen = false; // the workspace of this life
    std::string m_killedAt;
    std::int64_t m_lines = 0;
    std::set<std::string> m_names;

    ChannelServers m_servers;
};

} // namespace topline::flow
