// Loses the power again and again under the program's own engine, and counts what the judge and the
// file say afterwards. One object per synchronous mode; on the test's thread. The same seed gives
// the same losses.
#pragma once

#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"
#include "tests/sim/life_on_disk.h"
#include "tests/sim/outside.h"

#include <map>
#include <set>
#include <string>

namespace topline::sim {

struct LossCounts {
    std::int64_t losses = 0;      // of power
    std::int64_t inRecovery = 0;  // of those, before the engine had opened
    std::int64_t commits = 0;     // that the engine was told to have succeeded
    std::int64_t lostCommits = 0; // losses after which a promise was missing
    std::int64_t damaged = 0;     // losses after which the file was unsound
    std::int64_t approved = 0;    // actions
    std::int64_t lost = 0;        // approved, and neither outside, refused nor in doubt
    std::int64_t twice = 0;
    std::int64_t ghosts = 0; // outside, and never approved
    std::int64_t lies = 0;   // said to be sent, and it is not
    std::int64_t unknown = 0;
    std::map<std::string, std::int64_t> points; // places where the power went during a push
    std::string first;                          // the first thing that was wrong, with its seed
};

class PowerLoss {
public:
    explicit PowerLoss(std::string synchronous);

    // From the first bytes on: at least one loss of power, then on to the end.
    void trial(std::uint64_t seed);

    const LossCounts &counts() const { return m_counts; }

private:
    struct Trial;

    void live(Trial &trial, bool isCut);
    base::Status work(Trial &trial);
    base::Status act(Trial &trial);
    base::Status finish(Trial &trial);
    bool note(const Trial &trial); // false: there is no going on
    void judge(Trial &trial);
    void blame(const Trial &trial, const std::string &what);

    std::string m_synchronous;
    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 10};
    flow::World m_world{m_crm, m_clock};
    std::vector<base::Uuid> m_actions;
    std::unique_ptr<LifeOnDisk> m_life;
    LossCounts m_counts;
};

} // namespace topline::sim
