// The judge's journal joined with what the program says: what was lost, sent twice, never approved
// or told wrongly. Used by channel_kill_test and channel_sweep_test when everything has come to an
// end, on one thread. An effect is known again by what it means to people, not by its number.
#pragma once

#include "core/engine/engine.h"
#include "tests/flow/channel_journal.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace topline::flow {

struct JudgeCounts {
    std::int64_t kills = 0;
    std::int64_t inRecovery = 0; // before the workspace had opened
    std::int64_t approved = 0;
    std::int64_t took = 0;
    std::int64_t lost = 0;
    std::int64_t twice = 0;
    std::int64_t ghosts = 0;
    std::int64_t lies = 0;
    std::int64_t unknown = 0;
    std::int64_t silences = 0;                  // answers that the servers kept back for ever
    std::map<std::string, std::int64_t> points; // steps at which a life was ended
    std::string first;

    std::int64_t wrongs() const { return lost + twice + ghosts + lies; }

    // Counts it, and keeps the first.
    void blame(std::int64_t &count, const std::string &what);
};

class ChannelVerdict {
public:
    ChannelVerdict(engine::Engine &engine, std::map<Deed, std::vector<std::string>> journal,
                   JudgeCounts &counts);

    // Every effect of these actions, of the invitations and notes behind them, and whatever else
    // the journal has. Returns how many are in doubt.
    std::int64_t judge(std::span<const base::Uuid> actions);

private:
    void judgeEffect(const domain::Effect &effect);
    void judgeAction(const base::Uuid &action);

    engine::Engine &m_engine;
    std::map<Deed, std::vector<std::string>> m_journal;
    JudgeCounts &m_counts;
    std::set<Deed> m_meant;
    std::int64_t m_unknown = 0;
};

} // namespace topline::flow
