// HubSpot and Salesforce on one workspace, and a rep: random edits on all three sides, merges,
// deletions and restores, and the judge of what Topline makes of it. Real connectors on the fakes,
// the real engine; one seed, one thread. A broken promise fails the test with the seed.
#pragma once

#include "core/base/random.h"
#include "tests/flow/crm_side.h"
#include "tests/flow/world.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace topline::flow {

// Texts of every record of one CRM that is there, by id.
using Snapshot = std::map<std::string, Texts>;

class TwoCrms {
public:
    explicit TwoCrms(std::uint64_t seed);

    // Fills both, three storms with a round after each, then quiet rounds until all agree.
    void run(int records);

    // What was seen, so that a test can tell that there was something to see.
    struct Tally {
        int writes = 0;    // that Topline made
        int decided = 0;   // of these, over a value that the rep had not seen, by decision
        int conflicts = 0; // between the two CRMs, on record
        int shared = 0;    // rows that both have
    };

    Tally tally;

private:
    store::Tables &tables() { return m_world.engine().tables(); }

    std::string fresh() { return "v" + std::to_string(++m_values); }

    std::string say(const std::string &what) const
    {
        return "seed " + std::to_string(m_seed) + ": " + what;
    }

    void setRules();

    bool pushesGroups() const { return m_seed % 2 == 0; }

    void align(base::DurationMs passed);

    // The storm.
    void fill(int records);
    void addSome();
    void something();
    void editThere(CrmSide &side);
    void mergeThere(CrmSide &side);
    void editHere();
    void turnOver();
    void mayRefuse(const base::Status &done) const;

    // A round: pulls, decisions, writes.
    void round();
    void pull(CrmSide &side);
    void decide();
    void push();

    // The judge.
    void judge(CrmSide &side, const Snapshot &before);
    Texts mirrored(RecordKind kind, std::int64_t row, bool *isDeleted = nullptr);
    Snapshot snapshot(const CrmSide &side) const;
    Snapshot mirror();
    void judgeWrite(CrmSide &side, const std::string &id, const std::string &field,
                    const std::pair<std::string, std::string> &change);
    bool isAccounted(const CrmSide &side, const std::string &id, const std::string &field,
                     const std::pair<std::string, std::string> &change, int steps);
    bool isOnRecord(const domain::Conflict &sought);
    std::string difference(CrmSide &side, const std::string &id);
    std::string differences();
    void expectCalm();
    void expectPairs();

    std::uint64_t m_seed;
    base::Random m_random;
    HubSpotSide m_hub;
    SalesforceSide m_sales;
    std::array<CrmSide *, 2> m_sides{&m_hub, &m_sales};
    base::FixedClock m_clock{crm::benchStartMs};
    World m_world;
    std::map<std::string, std::string> m_seen; // value of an edit to what the rep saw there
    std::vector<base::Uuid> m_edits;
    int m_values = 0;
    int m_keys = 0;
    int m_written = 0; // in the last round
};

} // namespace topline::flow
