// Days of the whole engine in one thread: real SQLite on the disk that can fail, a clock that
// jumps, a CRM and a mailbox that lose answers, a rep who works, and a program that is killed,
// restored and opened again, all from one seed. What must hold is checked at every delivery and
// each simulated hour. The same seed gives the same run.
#pragma once

#include "tests/flow/prefixed_crm.h"
#include "tests/flow/world.h"
#include "tests/sim/cap_count.h"
#include "tests/sim/channel_face.h"
#include "tests/sim/checkers.h"
#include "tests/sim/life_on_disk.h"
#include "tests/sim/memory_marks.h"
#include "tests/sim/outside.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace topline::sim {

// Kinds of trouble; about half of them happen in a run.
enum class Trouble {
    Kills,
    PowerLosses,
    DiskErrors,
    ClockSteps,
    Suspends,
    Restores,
    LostAnswers,
    Refusals,
    Outages,
    OptOuts,
    Undo,
    Stops,
};

struct SimReport {
    std::int64_t days = 0;
    std::int64_t events = 0;
    std::int64_t commits = 0;
    std::int64_t crashes = 0; // kills and losses of power
    std::int64_t diskErrors = 0;
    std::int64_t restores = 0;
    std::int64_t delivered = 0;
    std::int64_t unknown = 0; // in the end
    std::uint64_t hash = 0;   // over everything that happened, in order
    std::vector<std::string> breaches;

    void add(const SimReport &other);
};

// What all runs begin with: made once, it is the slow part.
class SimBeginning {
public:
    SimBeginning();

    std::string folder() const { return m_world.folder(); }

    const std::string &bytes() const { return m_bytes; }

    const std::vector<domain::Play> &plays() const { return m_plays; }

    static constexpr int accounts = 12;

private:
    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_tiny{flow::birthMs, accounts};
    flow::PrefixedCrm m_crm{m_tiny};
    flow::World m_world{m_crm, m_clock};
    std::string m_bytes;
    std::vector<domain::Play> m_plays;
};

class Simulation {
public:
    // `synchronous` other than FULL is for testing the harness.
    Simulation(const SimBeginning &beginning, std::uint64_t seed, std::string synchronous = "FULL");

    // `days` with trouble, then seven without.
    SimReport run(std::int64_t days);

private:
    bool has(Trouble trouble) const { return m_troubles.contains(trouble); }

    void loop(base::UtcMs untilMs);
    void happen(std::size_t process);
    base::Status arrive();
    base::Status userActs();
    base::Status commandOn(const domain::FeedCard &card);
    base::Status bookTalk(const domain::FeedCard &card);
    base::Status resumeWhatIsPaused();
    base::Status tightenCaps();
    base::Status settleDoubt();
    base::Status trouble();
    base::Status breakTheDisk();
    base::Status putBackABackup();
    base::Status forgetWhatTheFileDoesNotKnow();
    base::Status send();
    base::Status checkHour();

    // After each happening: is the program still there?
    void after(const base::Status &status);
    void crash();
    void comeBack(); // opens until it succeeds
    base::Status syncAll();
    void watch(const domain::Effect &effect);
    void watchMail(const domain::Effect &effect, const domain::Action &action,
                   const std::string &approver);
    void breach(const std::string &what);
    void mix(std::uint64_t value);

    void setClock() { m_clock.set(m_trueMs + m_skewMs); }

    base::Random m_random;
    std::uint64_t m_seed;
    std::string m_synchronous;
    std::set<Trouble> m_troubles;
    base::UtcMs m_trueMs = flow::birthMs;
    base::DurationMs m_skewMs = 0;
    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, SimBeginning::accounts};
    flow::PrefixedCrm m_source{m_crm};
    MemoryMarks m_marks;
    LifeOnDisk m_life;
    Outside m_outside;
    ChannelFace m_mailbox{"mail", m_outside};
    ChannelFace m_calendar{"calendar", m_outside};
    CapCount m_caps;
    std::set<std::string> m_unsubscribed; // that the program has taken in
    crm::CancelToken m_cancel;
    Fold m_fold;
    std::vector<base::UtcMs> m_next; // of each process
    std::vector<crm::Page> m_pages;  // that arrived, to be repeated
    std::vector<std::string> m_backups;
    std::map<base::Uuid, std::string> m_wires; // first seen, of what the file knows
    std::set<base::Uuid> m_approved;           // ever, in any past
    int m_key = 0;
    bool m_isQuiet = false; // no more trouble
    bool m_hasBegunAnew = false;
    SimReport m_report;
};

} // namespace topline::sim
