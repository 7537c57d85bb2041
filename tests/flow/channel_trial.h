// A workspace with approved mails, meetings and tasks, lives that are ended while they carry them
// out, and the verdict: the judge's journal joined with what the program says. Used by
// channel_kill_test, on one thread. A failure to set up ends the test program.
#pragma once

#include "core/engine/engine.h"
#include "tests/flow/channel_judge.h"
#include "tests/flow/prefixed_crm.h"
#include "tests/flow/world.h"

#include <memory>
#include <string>
#include <vector>

namespace topline::flow {

// The rep's mailbox and calendar, as the fakes let them in.
void connectChannels(engine::Engine &engine);

// What every trial begins with, approved on all channels: made once, it is the slow part.
class ChannelBeginning {
public:
    explicit ChannelBeginning(int perKind = 20);

    std::string file() const { return m_world.file(); }

    const std::vector<base::Uuid> &approved() const { return m_approved; }

    base::UtcMs nowMs() const { return m_clock.now(); }

private:
    static std::vector<base::Uuid> approveAll(engine::Engine &engine, base::Clock &clock,
                                              int perKind);

    base::FixedClock m_clock{birthMs};
    TinyCrm m_tiny{birthMs, 16};
    PrefixedCrm m_crm{m_tiny};
    World m_world{m_crm, m_clock};
    std::vector<base::Uuid> m_approved;
};

class ChannelTrial {
public:
    ChannelTrial(const ChannelBeginning &beginning, ChannelJudge::Options options,
                 JudgeCounts &counts);

    ChannelJudge &judge() { return m_judge; }

    // True when the life came to its end.
    bool live(const Moment &moment);

    // Lives without an end from outside until nothing is left to do; then the verdict.
    void finish();

private:
    QTemporaryDir m_folder;
    ChannelJudge m_judge;
    std::uint64_t m_seed;
    const ChannelBeginning &m_beginning;
    JudgeCounts &m_counts;
    std::int64_t m_killsBefore;
    base::UtcMs m_nowMs;
};

} // namespace topline::flow
