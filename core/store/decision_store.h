// Facts of deciding: one decision per signal and play, the arm of each account (sticky), and the
// outcomes seen after actions. Written by the engine; never changed afterwards (the database
// refuses). Read for inspectors, suppression and the measuring of lift.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

struct Assignment {
    domain::AccountId account;
    bool heldOut = false;
    std::string salt; // as it was then
    std::int64_t sharePermille = 0;
    base::UtcMs atMs = 0;
    bool operator==(const Assignment &) const = default;
};

// What a buyer did inside the window after an action, ghost actions included.
struct OutcomeSeen {
    base::Uuid action;
    domain::Outcome outcome = domain::Outcome::Replied;
    base::UtcMs atMs = 0;
    domain::EventId event; // unset when a record says it
    bool operator==(const OutcomeSeen &) const = default;
};

class DecisionStore {
public:
    explicit DecisionStore(Database &database)
        : m_database(database)
    {
    }

    // Conflict when this signal and play were decided before.
    base::Status add(const domain::Decision &decision);
    base::Result<bool> isDecided(const base::Uuid &signal, const std::string &playId) const;
    base::Result<std::vector<domain::Decision>> ofSignal(const base::Uuid &signal) const;
    base::Result<std::vector<domain::Decision>>
    ofAccount(domain::AccountId account) const; // by time; of accounts merged into it too
    // The decision that made this action; nullopt for actions made by hand.
    base::Result<std::optional<domain::Decision>> ofAction(const base::Uuid &action) const;
    base::Result<std::vector<domain::Decision>> all() const; // in order of deciding

    // False when the account has its arm already: that one stays.
    base::Result<bool> assign(const Assignment &assignment);
    // Of a merged account: the arms of all that it is made of count. One held-out account holds out
    // the whole; otherwise the first arm stands.
    base::Result<std::optional<Assignment>> assignment(domain::AccountId account) const;
    base::Result<std::vector<Assignment>> assignments() const; // by account

    // False when this outcome of the action was seen before.
    base::Result<bool> addOutcome(const OutcomeSeen &outcome);
    base::Result<std::vector<OutcomeSeen>> outcomes() const; // in order of seeing
    base::Result<std::vector<OutcomeSeen>> outcomesOf(domain::AccountId account) const;

private:
    Database &m_database;
};

} // namespace topline::store
