// Days of the whole engine in one thread: real SQLite on the disk that can fail, a clock that
// jumps, a CRM and a mailbox that lose answers, a rep who works, and a program that is killed,
// restored and opened again, all from one seed. What must hold is checked at every delivery and
// each simulated hour. The same seed gives the same run.
#pragma once

#include "tests/sim/cap_count.h"
#include "tests/sim/card_rules.h"
#include "tests/sim/channel_face.h"
#include "tests/sim/checkers.h"
#include "tests/sim/life_on_disk.h"
#include "tests/sim/memory_marks.h"
#include "tests/sim/people.h"
#include "tests/sim/sim_beginning.h"
#include "tests/sim/sim_report.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace topline::sim {

class Simulation {
public:
    // `synchronous` is for testing the harness; empty: as the program does it.
    Simulation(const SimBeginning &beginning, std::uint64_t seed, std::string synchronous = {},
               Wrong wrong = Wrong::Nothing);

    // `days` with trouble, then seven without.
    SimReport run(std::int64_t days);

private:
    bool has(Trouble trouble) const { return m_troubles.contains(trouble); }

    void loop(base::UtcMs untilMs);
    void happen(std::size_t process);
    base::Status arrive();
    void tryOut(int account);
    base::Status userActs();
    void changePerson();
    base::Status commandOn(const domain::FeedCard &card);
    base::Status sleepOn(const base::Uuid &action);
    base::Status approveOne(const base::Uuid &action);
    base::Status bookTalk(const domain::FeedCard &card);
    base::Status undoSomething(bool isRedo = false);
    void noteApproved(const std::vector<base::Uuid> &actions);
    base::Status guideThePlays();
    base::Status letItActAlone();
    base::Status trustThePlay();
    void whileConnected(const domain::Effect &effect);
    base::Status resumeWhatIsPaused();
    base::Status tightenCaps();
    base::Status settleDoubt();
    base::Status actWrongly(const std::vector<domain::FeedCard> &cards);
    base::Status trouble();
    base::Status breakTheDisk();
    base::Status putBackABackup();
    void otherFileIsThere();
    base::Status forgetWhatTheFileDoesNotKnow();
    base::Status send();
    base::Status checkHour();

    // After each happening: is the program still there?
    void after(const base::Status &status);
    void crash();
    void comeBack(); // opens until it succeeds
    base::Status syncAll();
    void tellNews(bool fromCrm, bool fromMailbox);
    base::Status checkWhatArrived();
    void watch(const domain::Effect &effect);
    void tookHold(const domain::Effect &effect);
    void watchMail(const domain::Effect &effect, const domain::Action &action,
                   const std::string &approver);
    void breach(const std::string &what);
    void mix(std::uint64_t value);

    void setClock() { m_clock.set(m_trueMs + m_skewMs); }

    base::Random m_random;
    std::uint64_t m_seed;
    std::string m_synchronous;
    Wrong m_wrong;
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
    People m_people;
    CardRules m_cards;
    std::vector<domain::Contact> m_contacts; // as the CRM has them now
    std::vector<News> m_crmNews;
    std::size_t m_crmTold = 0;
    std::size_t m_mailTold = 0;
    std::vector<domain::Effect> m_mailed; // what took hold, to be answered
    crm::CancelToken m_cancel;
    Fold m_fold;
    std::vector<base::UtcMs> m_next; // of each process
    std::vector<crm::Page> m_pages;  // that arrived, to be repeated
    std::vector<std::string> m_backups;
    std::optional<std::size_t> m_acting; // the one that acted last, whole

    struct Snapshot {
        base::Uuid effect; // whose connection was open
        int handed = 0;    // how often it had gone past its mark
        std::string file;
        std::string log;
    };

    std::optional<Snapshot> m_snapshot; // of the whole machine, which goes back to it
    bool m_awaitsPerson = false;        // an older file is in place, and nobody has said "go on"
    bool m_isOtherFile = false;         // and has not been opened yet
    bool m_isStopped = false;           // a person pressed the switch
    bool m_mayActAlone = false;         // a person let the play run by itself
    std::map<base::Uuid, std::string> m_wires; // first seen, of what the file knows
    std::set<base::Uuid> m_recalled;           // by an undo that may be taken back
    std::set<base::Uuid> m_approved;           // ever, in any past
    std::map<base::Uuid, base::UtcMs> m_approvedAt;
    int m_key = 0;
    bool m_isQuiet = false; // no more trouble
    bool m_hasBegunAnew = false;
    SimReport m_report;
};

} // namespace topline::sim
