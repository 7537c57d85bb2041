// What must hold whatever happens: kept up row by row of the ledger, compared with the tables.
// Used by the simulation after each stretch of work, on its thread. Breaches are sentences; none
// means that everything adds up.
#pragma once

#include "core/base/result.h"
#include "core/engine/engine.h"

#include <map>
#include <string>
#include <vector>

namespace topline::sim {

// The ledger folded up to a row. P1: each action begins once and ends at most once. P2: the fold
// says what the tables say. P3: nothing of a held-out action is in the outbox.
class Fold {
public:
    // Reads what is new and compares all of it; breaches are added to `out`.
    base::Status check(engine::Engine &engine, std::vector<std::string> &out);

    void forget() { *this = {}; } // another file is in place

private:
    struct History {
        int begins = 0;
        int ends = 0;
        int undone = 0;
        bool isHeldOut = false;
        bool hasArrived = false; // of the last Resolved
        std::string lastActor;
        domain::LedgerKind last = domain::LedgerKind::Genesis;
    };

    void take(const domain::LedgerEntry &row, std::vector<std::string> &out);
    static bool fits(const History &history, domain::ActionState state);

    std::map<base::Uuid, History> m_histories;
    std::int64_t m_seq = 0;
    std::string m_hash;
};

// P5: what the ledger says that the server has answered about the effect, it has answered about
// these very bytes. It may say that something stood there already: what an older past had sent.
base::Status checkBytesThatStand(engine::Engine &engine, const domain::Effect &sent,
                                 const domain::Effect &stands, std::vector<std::string> &out);

// Everything that is approved has ended, is in doubt before a person's eyes, or waits for hours and
// limits: at most over a weekend, or for as long as a wrong clock once said.
base::Status checkNothingWaits(engine::Engine &engine, bool wasClockWrong,
                               std::vector<std::string> &out);

} // namespace topline::sim
